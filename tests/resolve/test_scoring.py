"""The score: symmetric, additive, between 0 and 1, and the same in whatever order it is asked."""

from itertools import combinations, permutations

import numpy as np
import pytest
from numpy.typing import NDArray

from kg.resolve.features import FEATURES, Comparison
from kg.resolve.mentions import mentions
from kg.resolve.record import Record, record
from kg.resolve.score import Waterfall, score, scores, waterfall, weights

Ints = NDArray[np.int32]

NAMES = [
    ("Akzo Nobel N.V.", "NL"),
    ("AKZO NOBEL NV, ARNHEM", "NL"),
    ("Azko Nobel", "NL"),
    ("Akzo Nobel Coatings GmbH", "DE"),
    ("Akzo Nobel Coatings Ltd", "GB"),
    ("DSM N.V.", "NL"),
    ("DSM IP Assets B.V.", "NL"),
    ("Polizei Bayern", "DE"),
    ("Bavarian State Police", "DE"),
    ("Polizei Hessen", "DE"),
    ("Bayerisches Landeskriminalamt", "DE"),
    ("BLKA", "DE"),
    ("Politiezone Antwerpen", "BE"),
    ("Zone de police Anvers", "BE"),
    ("van der Bilt Corp.", ""),
    ("Vanderbilt Corporation", ""),
    ("International Business Machines", "US"),
    ("Internat. Business Machines", "US"),
    ("IBM", "US"),
    ("Top400", "NL"),
    ("Top600", "NL"),
    ("Газпром", "RU"),
    ("Gazprom OAO", "RU"),
    ("", ""),
    ("!!!", ""),
    ("🚓", ""),
]
RECORDS = [record(str(at), name, country) for at, (name, country) in enumerate(NAMES)]
PAIRS = list(combinations(range(len(NAMES)), 2))


def columns(pairs: list[tuple[int, int]]) -> tuple[Ints, Ints]:
    both = np.array(pairs, np.int32)
    return both[:, 0], both[:, 1]


def of_pairs(records: list[Record], pairs: list[tuple[int, int]]) -> list[float]:
    left, right = columns(pairs)
    found: list[float] = scores(Comparison(mentions(records)), left, right).tolist()
    return found


def test_every_feature_of_every_pair_is_between_nothing_and_one() -> None:
    found = Comparison(mentions(RECORDS)).features(*columns(PAIRS))
    assert found.shape == (len(PAIRS), len(FEATURES))
    assert np.isfinite(found).all()
    assert found.min() >= 0
    assert found.max() <= 1 + 1e-6


def test_every_feature_is_the_same_from_both_sides() -> None:
    comparison = Comparison(mentions(RECORDS))
    left, right = columns(PAIRS)
    there, back = comparison.features(left, right), comparison.features(right, left)
    assert np.allclose(there, back, atol=1e-6)


def test_every_score_is_a_likelihood_and_the_same_from_both_sides() -> None:
    there = of_pairs(RECORDS, PAIRS)
    back = of_pairs(RECORDS, [(two, one) for one, two in PAIRS])
    assert there == pytest.approx(back, abs=1e-6)
    assert all(0 <= value <= 1 for value in there)


@pytest.mark.parametrize("shift", [1, 5, 11, 17])
def test_a_score_does_not_depend_on_the_place_of_a_row(shift: int) -> None:
    size = len(RECORDS)
    turned = RECORDS[shift:] + RECORDS[:shift]
    place = {at: (at - shift) % size for at in range(size)}
    here = of_pairs(RECORDS, PAIRS)
    there = of_pairs(turned, [(place[one], place[two]) for one, two in PAIRS])
    assert here == pytest.approx(there, abs=1e-6)


def test_a_score_does_not_depend_on_which_pairs_are_asked_with_it() -> None:
    together = of_pairs(RECORDS, PAIRS)
    alone = [of_pairs(RECORDS, [pair])[0] for pair in PAIRS[:60]]
    assert together[:60] == pytest.approx(alone, abs=1e-6)


def test_many_pairs_are_scored_as_few_are() -> None:
    """More pairs than one chunk holds: the seams do not show."""
    many = PAIRS * (140_000 // len(PAIRS) + 1)
    found = of_pairs(RECORDS, many)
    assert found[: len(PAIRS)] == pytest.approx(found[-len(PAIRS) :], abs=1e-6)


def test_no_pairs_have_no_scores() -> None:
    none = np.empty(0, np.int32)
    assert Comparison(mentions(RECORDS)).features(none, none).shape == (0, len(FEATURES))


def steps(one: str, other: str, country: str = "") -> dict[str, float]:
    found = waterfall(record("0", one, country), record("1", other, country))
    return {step.feature: step.adds for step in found.steps}


def total(found: Waterfall) -> float:
    return float(1 / (1 + np.exp(-(found.start + sum(step.adds for step in found.steps)))))


@pytest.mark.parametrize(("one", "two"), PAIRS[::7])
def test_the_steps_of_a_waterfall_add_up_to_its_score(one: int, two: int) -> None:
    found = waterfall(RECORDS[one], RECORDS[two])
    assert found.score == pytest.approx(total(found), abs=1e-6)
    assert [abs(step.adds) for step in found.steps] == sorted(
        (abs(step.adds) for step in found.steps), reverse=True
    )


@pytest.mark.parametrize(("one", "two"), PAIRS[::7])
def test_a_waterfall_is_the_same_from_both_sides(one: int, two: int) -> None:
    there, back = waterfall(RECORDS[one], RECORDS[two]), waterfall(RECORDS[two], RECORDS[one])
    assert there.score == pytest.approx(back.score, abs=1e-6)
    assert {step.feature for step in there.steps} == {step.feature for step in back.steps}


@pytest.mark.parametrize(
    ("one", "other", "feature"),
    [
        ("Umbra Rockets", "Rockets Umbra", "same_words"),
        ("Umbra Rockets", "Umbra Rokcets", "typo"),
        ("Umbra Metallurgica", "Umbra Metallurg", "shortened"),
        ("Umbra Rockets", "Umbra Rockets Alpha", "more"),
        ("Umbra Rockets", "Umbra Rockets Alpha", "more_words"),
        ("Umbra Rockets", "Umbra Rockets Alpha", "contained"),
        ("Umbra Rockets", "Umbra Sandwiches", "other_words"),
        ("Umbra Rockets GmbH", "Umbra Rockets AG", "form_differs"),
        ("Umbra Berlin", "Umbra Hamburg", "place_differs"),
        ("Umbra Fund", "Umbra Fund 3", "number_more"),
        ("Federal Police", "National Police", "level_differs"),
        ("Umbra Rockets", "Umbra Sandwiches", "shared_words"),
    ],
)
def test_a_step_is_told_where_it_holds(one: str, other: str, feature: str) -> None:
    assert feature in steps(one, other)


@pytest.mark.parametrize(
    ("one", "other", "feature"),
    [
        ("Umbra Rockets", "Rockets Umbra", "typo"),
        ("Umbra Rockets", "Rockets Umbra", "more"),
        ("Umbra Rockets GmbH", "Umbra Rockets", "form_differs"),
        ("Umbra Rockets GmbH", "Umbra Gesellschaft mit beschränkter Haftung", "form_differs"),
        ("Umbra Köln", "Umbra Cologne", "place_differs"),
        ("Umbra Fund III", "Umbra Fund 3", "number_more"),
        ("Umbra Rockets", "Umbra Sandwiches", "contained"),
        ("Umbra Rockets", "Umbra Sandwiches", "more"),
    ],
)
def test_a_step_is_not_told_where_it_does_not_hold(one: str, other: str, feature: str) -> None:
    assert feature not in steps(one, other)


def test_countries_that_differ_speak_against() -> None:
    one, abroad = record("0", "Umbra Rockets", "DE"), record("1", "Umbra Rockets", "FR")
    nowhere = record("2", "Umbra Rockets")
    assert score(one, abroad) < score(one, nowhere)
    assert score(one, nowhere) == pytest.approx(score(one, record("3", "Umbra Rockets", "DE")))


@pytest.mark.parametrize(
    ("one", "nearer", "farther"),
    [
        ("Akzo Nobel", "Azko Nobel", "Akzo Coatings"),
        ("Umbra Rockets", "Rockets Umbra", "Umbra Sandwiches"),
        ("Umbra Rockets", "Umbra Rockets Group", "Umbra Sandwiches"),
        ("Umbra Rockets", "Umbra Rocket", "Umbra Racket Sports"),
        ("Vanderbilt Corp", "van der Bilt Corporation", "Vanderveer Corp"),
        ("China Petrochemical", "China Petrochemcial", "China Petromechanical"),
        ("McKesson", "Mc Kesson", "McKenton"),
        ("Bowne Global Solutions", "Bowne Global Solutions Inc.", "Bowne Global Solutions II"),
        ("Saudi Arabian Oil", "Saudi Arabian Oil Co", "Saudi Arabian Gas"),
        ("BAE Systems", "B.A.E. Systems", "BAE Industries"),
        ("Fund Three", "Fund III", "Fund IV"),
    ],
)
def test_what_is_nearer_scores_higher(one: str, nearer: str, farther: str) -> None:
    here = record("0", one)
    assert score(here, record("1", nearer)) > score(here, record("2", farther))


@pytest.mark.parametrize(
    ("one", "other", "country"),
    [
        ("Akzo Nobel", "AKZO NOBEL N.V.", "NL"),
        ("Akzo Nobel", "Azko Nobel", "NL"),
        ("Siemens Aktiengesellschaft", "SiemensAG", "DE"),
        ("Gist-Brocades", "Gistbrocades", "NL"),
        ("Vanderbilt", "van der Bilt", ""),
        ("H&M Hennes & Mauritz AB", "H and M Hennes and Mauritz AB", "SE"),
        ("Brigade 44", "Brigade Forty-Four", ""),
        ("First Bank Int'l", "First International Bank", ""),
        ("U.S. Department of State", "United States Department of State", ""),
        ("Polizei Bayern", "Bavarian Police", "DE"),
        ("Zone de police Anvers", "Politiezone Antwerpen", "BE"),
        ("Bayerisches Landeskriminalamt", "BLKA", "DE"),
    ],
)
def test_what_is_one_is_suggested(one: str, other: str, country: str) -> None:
    found = score(record("0", one, country), record("1", other, country))
    assert found >= weights().threshold


@pytest.mark.parametrize(
    ("one", "other", "country"),
    [
        ("Polizei Bayern", "Polizei Hessen", "DE"),
        ("Politie Gent", "Politie Antwerpen", "BE"),
        ("North Yorkshire Police", "South Yorkshire Police", "GB"),
        ("Gemeente Amsterdam", "Politie Amsterdam", "NL"),
        ("Saudi Arabian Gas Company", "Saudi Arabian Oil Company", ""),
        ("McKenton Corporation", "McKesson Corporation", ""),
        ("BAE Systems, Inc.", "BAE Industries, Inc.", ""),
        ("China Construction Trust Corp", "China Construction Bank Corp", ""),
        ("DSM N.V.", "DSM IP Assets B.V.", "NL"),
        ("The Sigma Group", "The Cigna Group", ""),
        ("Fund III L.P.", "Fund IV L.P.", ""),
        ("Umbra", "Penumbra", ""),
        ("VN", "VK", ""),
    ],
)
def test_what_is_two_is_not(one: str, other: str, country: str) -> None:
    found = score(record("0", one, country), record("1", other, country))
    assert found < weights().threshold


def test_an_alias_counts_as_the_name_does() -> None:
    from kg.resolve.names import parse

    plain = record("0", "Umbra Rockets")
    known = Record("1", parse("Alpha"), aliases=(parse("Umbra Rockets"),))
    assert score(plain, known) == pytest.approx(score(plain, record("2", "Umbra Rockets")))
    assert score(known, plain) == pytest.approx(score(plain, known))


def test_the_weights_say_for_and_against() -> None:
    of = weights().of
    assert set(of) == set(FEATURES)
    for name in FEATURES:
        is_against = name.endswith("differs") or name in {
            *("other_words", "more_words", "more", "number_more", "own_more", "vetoed"),
        }
        assert (of[name] <= 0) is is_against, name
    assert 0 < weights().mean < weights().threshold == 0.5


@pytest.mark.parametrize("order", list(permutations(range(4)))[::3])
def test_a_rare_word_weighs_more_in_whatever_order_the_table_stands(order: tuple[int, ...]) -> None:
    names = ["Zyxwv Rockets", "Umbra Rockets", "Alpha Rockets", "Zyxwv Boats"]
    table = mentions([record(str(at), names[at]) for at in order])
    weight = {word: table.weight[at] for at, word in enumerate(table.spellings)}
    assert weight["zyxwv"] > weight["rocket"] > 0
    assert weight[""] == 0
