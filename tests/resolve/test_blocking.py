"""Which names are compared at all: enough of the true pairs, few of the others."""

from collections.abc import Sequence
from itertools import combinations
from random import Random

import pytest

from benchmarks.resolution.sets import SHARED, Labelled, clusters, curated, pairs
from kg.resolve.blocking import EXHAUSTIVE, MOST, candidates, everybody, least_share
from kg.resolve.mentions import mentions
from kg.resolve.record import Record, record
from kg.resolve.resolving import SUGGESTED
from kg.resolve.score import score
from tests.resolve.many import made_up


def compared(records: Sequence[Record]) -> set[frozenset[str]]:
    """Pairs of ids."""
    table = mentions(records)
    left, right = candidates(table)
    return {
        frozenset((records[table.owner[one]].id, records[table.owner[two]].id))
        for one, two in zip(left.tolist(), right.tolist(), strict=True)
    }


def filler(size: int = EXHAUSTIVE) -> list[Record]:
    """So many made-up names, so that not all are compared with all."""
    return [record(f"f{at}", row.name, row.country) for at, row in enumerate(made_up(size))]


def recall(table: Labelled, found: set[frozenset[str]]) -> float:
    members: dict[str, list[str]] = {}
    for one, cluster in zip(table.records, table.clusters, strict=True):
        members.setdefault(cluster, []).append(one.id)
    true = [frozenset(pair) for own in members.values() for pair in combinations(own, 2)]
    return sum(pair in found for pair in true) / len(true)


@pytest.fixture(scope="module")
def real() -> Labelled:
    """The labelled sets as one table, each spelling of a cluster once."""
    if not SHARED.exists():
        pytest.skip("the labelled names lie in ../shared/er")
    spellings: dict[object, tuple[Record, str]] = {}
    for table in (clusters("patstat_nl"), clusters("nsi_police"), curated()):
        for one, cluster in zip(table.records, table.clusters, strict=True):
            key = (one.name.squeezed, one.country, table.name, cluster)
            spellings.setdefault(key, (one, f"{table.name} {cluster}"))
    for at, pair in enumerate(pairs("nkbench")):
        if pair.is_same:
            spellings |= {(at, one): (one, f"nkbench {at}") for one in (pair.left, pair.right)}
    records = [
        Record(str(at), one.name, one.country) for at, (one, _) in enumerate(spellings.values())
    ]
    return Labelled("real", records, [cluster for _, cluster in spellings.values()])


def test_pairs_of_real_names_are_compared_with_few_others(real: Labelled) -> None:
    """The 171 pairs of nkbench; as many of police forces share no word and no letters."""
    found = compared(real.records)
    part = Labelled(
        "nkbench",
        [one for one, own in zip(real.records, real.clusters, strict=True) if own[:3] == "nkb"],
        [own for own in real.clusters if own[:3] == "nkb"],
    )
    assert recall(part, found) >= 0.96
    assert len(found) <= 6 * len(real.records)


def test_all_spellings_of_a_firm_are_tied_together_by_the_pairs_compared(real: Labelled) -> None:
    """A firm of 100 spellings is not compared all with all, but each leads to the next."""
    cluster = dict(zip((one.id for one in real.records), real.clusters, strict=True))
    firms = {own: at for own, at in cluster.items() if at.startswith("patstat")}
    head = {own: own for own in firms}
    for pair in compared(real.records):
        one, two = sorted(pair)
        if one in firms and firms[one] == firms.get(two):
            old, new = head[two], head[one]
            head = {own: new if at == old else at for own, at in head.items()}
    assert len(set(head.values())) <= len(set(firms.values())) * 1.2


def test_nearly_all_spellings_of_made_up_firms_are_compared_with_few_others() -> None:
    made = made_up(5_000)
    records = [record(str(at), row.name, row.country) for at, row in enumerate(made)]
    table = Labelled("made up", records, [str(row.firm) for row in made])
    found = compared(records)
    assert recall(table, found) >= 0.96
    assert len(found) <= 8 * len(records)


def test_few_names_are_compared_all_with_all() -> None:
    records = [record(str(at), f"Firm {at}") for at in range(20)]
    assert len(compared(records)) == 20 * 19 // 2
    assert len(everybody(4)) == 6


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Milestone Systems A/S", "MILESTONE SYSTEMS"),
        ("Palantir Technologies", "Palentir Technologies"),
        ("Palantir Technologies", "Technologies Palantir"),
        ("Euro Kraken Security", "Eurokraken Security"),
        ("Zeverland", "Zeveland"),
        ("Zeverland", "Ezverland"),
        ("Zeverland", "Zeverlland GmbH"),
        ("Polizei Niedersachsen", "Police of Lower Saxony"),
        ("Bayerisches Landeskriminalamt", "BLKA"),
    ],
)
def test_another_spelling_is_found_among_many(one: str, other: str) -> None:
    records = [*filler(), record("one", one, "DE"), record("other", other, "DE")]
    assert frozenset(("one", "other")) in compared(records)


@pytest.mark.parametrize(
    ("one", "other", "here", "there", "are_compared"),
    [
        ("Zeverland Kraken", "Zeverlnd Kraken", "NL", "NL", True),
        ("Zeverland Kraken", "Zeverlnd Kraken", "NL", "", True),
        ("Zeverland Kraken", "Zeverlnd Kraken", "", "", True),
        ("Zeverland Kraken", "Zeverlnd Kraken", "NL", "DE", True),
        ("Zeverland Kraken", "Krakne Zeverland", "NL", "DE", True),
        ("Zeverland Kraken", "Zeverland Kraken Beheer", "NL", "DE", False),
        ("Zeverland Kraken", "Kraken Zeverland", "NL", "DE", True),
        ("Zeverland Kraken", "Zever Land Kraken", "NL", "DE", True),
        ("Zeverland Kraken B.V.", "Zeverland Kraken GmbH", "NL", "DE", True),
    ],
)
def test_names_of_two_countries_meet_only_if_they_are_one_but_for_a_letter(
    one: str, other: str, here: str, there: str, are_compared: bool
) -> None:
    records = [*filler(), record("one", one, here), record("other", other, there)]
    assert (frozenset(("one", "other")) in compared(records)) == are_compared


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Zeverland Kraken", "Zeverland Kraken Beheer"),
        ("Zeverland Kraken", "Zeverland"),
        ("Zeverland Kraken", "Zeverland Xylofoon"),
        ("Palantir Technologies", "Palantir Solutions"),
        ("Securitas Alert Services", "Securitas Alert"),
    ],
)
def test_names_of_two_countries_that_do_not_meet_would_not_even_be_suggested(
    one: str, other: str
) -> None:
    assert score(record("1", one, "NL"), record("2", other, "DE")) < SUGGESTED


def test_a_common_word_does_not_part_the_names_of_a_small_country() -> None:
    """A hundred of another country begin and end alike, and stand between in the alphabet."""
    letters = "abcdefghij"
    many = [
        record(f"m{a}{b}", f"Zeverland {a}{b}{a} Kraken", "DE") for a in letters for b in letters
    ]
    two = [
        record("one", "Zeverland aaa Kraken", "NL"),
        record("other", "Zeverland jxj Kraken", "NL"),
    ]
    assert frozenset(("one", "other")) in compared([*filler(), *many, *two])


def test_a_pair_comes_once_lower_place_first_and_never_within_a_record() -> None:
    records = [
        Record(one.id, one.name, one.country, aliases=(one.name,)) if at % 9 == 0 else one
        for at, one in enumerate(filler(1_500))
    ]
    table = mentions(records)
    left, right = candidates(table)
    found = list(zip(left.tolist(), right.tolist(), strict=True))
    assert len(found) == len(set(found))
    assert all(one < two for one, two in found)
    assert (table.owner[left] != table.owner[right]).all()


def test_the_order_of_rows_changes_no_pair_of_rare_names() -> None:
    records = filler(2_000)
    shuffled = Random(1).sample(records, len(records))
    here, there = compared(records), compared(shuffled)
    assert len(here ^ there) <= len(here) // 200


def test_the_same_table_gives_the_same_pairs() -> None:
    assert compared(filler(1_200)) == compared(filler(1_200))


def test_a_thousand_names_with_one_word_in_common_are_not_all_compared() -> None:
    words = sorted({row.name.split()[0] for row in made_up(6_000)})
    records = [record(str(at), f"{word} Beheer") for at, word in enumerate(words[:2_000])]
    assert len(compared(records)) <= (MOST + 4) * len(records)


def test_a_curated_alias_meets_all_that_have_its_name_however_many() -> None:
    many = [record(f"m{at}", "Kraken Zeverland", "NL") for at in range(60)]
    known = Record("known", record("x", "Something Else").name, "NL", aliases=(many[0].name,))
    found = compared([*filler(), *many, known])
    assert all(frozenset(("known", one.id)) in found for one in many)


def test_an_acronym_meets_all_names_of_its_initials_however_many() -> None:
    same = [record(f"s{at}", "Zorro Xylofon Quarz Beheer GmbH", "DE") for at in range(50)]
    found = compared([*filler(), *same, record("short", "ZXQB", "DE")])
    assert all(frozenset(("short", one.id)) in found for one in same)


@pytest.mark.parametrize(
    "names",
    [
        [""] * 900,
        ["*"] * 900,
        ["Bosch"] * 900,
        ["警察庁", "🚓", "\x00", "a" * 10_000, " "] * 200,
        ["A/B/C/D", "((((", "formerly", "GmbH GmbH GmbH", "1 2 3 4 5 6 7 8 9 10"] * 200,
    ],
)
def test_hostile_names_cost_neither_an_error_nor_all_pairs(names: list[str]) -> None:
    found = compared([record(str(at), name) for at, name in enumerate(names)])
    assert len(found) <= (MOST + 25) * len(names)


@pytest.mark.parametrize(
    ("counts", "room", "least"),
    [
        ({128: 10, 110: 10, 100: 10}, 100, 102),
        ({128: 10, 110: 10}, 10, 111),
        ({128: 10, 110: 10, 105: 50}, 20, 106),
        ({128: 50}, 10, 121),
        ({}, 0, 102),
    ],
)
def test_where_there_is_no_room_the_least_alike_go_first(
    counts: dict[int, int], room: int, least: int
) -> None:
    import numpy as np

    column = np.zeros(129, np.int64)
    for share, count in counts.items():
        column[share] = count
    assert least_share(column, room) == least
