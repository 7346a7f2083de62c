"""What comparing claims reports as a contradiction, and what it must leave alone."""

import tomllib
from dataclasses import replace
from pathlib import Path

import pytest

from kg.facts.noted import Condition, Noted
from kg.graph.conflicts import Conflict, find_conflicts
from kg.statements import Source, Statement

PAIRS: dict[str, dict[str, str]] = tomllib.loads(
    Path(__file__).with_name("pairs.toml").read_text("utf-8")
)
CONTRADICTIONS = [name for name, pair in PAIRS.items() if "found" in pair]
LOOKALIKES = [name for name, pair in PAIRS.items() if "found" not in pair]


@pytest.mark.parametrize("name", CONTRADICTIONS)
def test_a_contradiction_is_found(name: str) -> None:
    one, other = pair(name)

    for claims in ([one, other], [other, one]):
        found = [f"{found.about} {found.kind}" for found in find_conflicts(claims, [])]
        assert ", ".join(found) == PAIRS[name]["found"]


@pytest.mark.parametrize("name", LOOKALIKES)
def test_what_only_looks_alike_is_left_alone(name: str) -> None:
    assert find_conflicts(pair(name), []) == []


def test_both_sides_stay_and_every_claim_is_named_once() -> None:
    claims = [said("kent USES @predpol since=" + year, year) for year in ("2012", "2013", "2015")]

    (found,) = find_conflicts(claims, [], names={"kent": "Kent Police", "predpol": "PredPol"})

    assert found == Conflict(
        id=found.id,
        title="Kent Police uses PredPol: since 2012 or since 2013 or since 2015",
        about="date",
        kind="conflict",
        note="The dates do not meet; no source read so far settles which one holds.",
        claims=tuple(sorted(claim.id for claim in claims)),
        noted=False,
    )


def test_a_claim_that_agrees_with_all_is_no_party() -> None:
    vague = said("kent USES @predpol since=2012", "vague")
    december, may = (
        said(f"kent USES @predpol since=2012-{month}", month) for month in ("12", "05")
    )

    (found,) = find_conflicts([vague, december, may], [])

    assert found.claims == tuple(sorted((december.id, may.id)))


def test_figures_are_readable_in_the_title() -> None:
    claims = [
        said("met HAS_AMOUNT 25300000 currency=GBP;kind=price"),
        said("met HAS_AMOUNT 50000000 currency=GBP;kind=price;approx=at_least"),
    ]

    (found,) = find_conflicts(claims, [], names={"met": "Met contract"})

    assert found.title == "Met contract, price: 25,300,000 GBP or at least 50,000,000 GBP"


def test_a_source_dates_the_claims_that_give_no_date() -> None:
    claims = [
        said("town HAS_METRIC 60 measure=cameras", "old"),
        said("town HAS_METRIC 90 measure=cameras", "new"),
    ]
    sources = {
        name: Source(name, "", "", "", published=published)
        for name, published in (("old", "2015"), ("new", "2024-03"))
    }

    assert [conflict.about for conflict in find_conflicts(claims, [])] == ["value"]
    assert find_conflicts(claims, [], sources) == []


def test_the_order_of_the_claims_does_not_matter() -> None:
    claims = [claim for name in CONTRADICTIONS for claim in pair(name)]

    assert find_conflicts(claims, []) == find_conflicts(claims[::-1], [])


def test_two_conflicts_of_the_same_claims_have_two_ids() -> None:
    found = find_conflicts(pair("start and end both differ"), [])

    assert len({conflict.id for conflict in found}) == 2


def test_an_id_does_not_change_with_our_own_words() -> None:
    one, other = pair("two prices of one contract")
    before = find_conflicts([one, other], [])

    after = find_conflicts([replace(one, says="Reworded."), other], [])

    assert [conflict.id for conflict in after] == [conflict.id for conflict in before]


def test_a_noted_conflict_takes_the_place_of_the_found_one() -> None:
    claims = pair("two prices of one contract")

    assert find_conflicts(claims, [noted("met-price", "met-contract")]) == [
        Conflict(
            id="met-price",
            title="Title",
            about="value",
            kind="unclear",
            note="Why.",
            claims=tuple(sorted(claim.id for claim in claims)),
            noted=True,
        )
    ]


def test_a_note_on_other_claims_hides_nothing() -> None:
    more = [said("kent USES @predpol since=2012"), said("kent USES @predpol")]
    claims = [*pair("two prices of one contract"), *more]

    found = find_conflicts(claims, [noted("kent", "kent")])

    assert [conflict.noted for conflict in found] == [True, False]


def test_rows_with_one_id_add_up() -> None:
    claims = [said("a USES @x"), said("b USES @x"), said("c USES @x")]

    (found,) = find_conflicts(claims, [noted("one", "a"), noted("one", "b")])

    assert found.claims == tuple(sorted(claim.id for claim in claims[:2]))


def test_a_noted_conflict_with_fewer_than_two_claims_is_not_shown() -> None:
    assert find_conflicts([said("a USES @x")], [noted("one", "a")]) == []


def test_a_condition_narrows_a_noted_row() -> None:
    claims = [said(f"a USES @x since={year}") for year in ("2001", "2002", "2003")]
    row = replace(noted("one", "a"), where=(Condition("since", "=", "2001|2003"),))

    (found,) = (one for one in find_conflicts(claims, [row]) if one.noted)

    assert found.claims == tuple(sorted((claims[0].id, claims[2].id)))


def said(words: str, source: str = "source") -> Statement:
    """A statement from ``subject PREDICATE @object-or-text key=value;key=value``."""
    subject, predicate, thing, *rest = words.split(" ", 3)
    pairs = [part.partition("=") for part in "".join(rest).split(";") if part]
    return Statement(
        subject=subject,
        predicate=predicate,
        object=thing.removeprefix("@") if thing.startswith("@") else "",
        text="" if thing.startswith("@") else thing,
        qualifiers=tuple(sorted((key, value) for key, _, value in pairs)),
        source=source,
        locator="para 1",
        certainty="reported",
    )


def pair(name: str) -> list[Statement]:
    """The two claims of ``pairs.toml`` under that name."""
    return [said(PAIRS[name][side], side) for side in ("one", "other")]


def noted(id_: str, subject: str) -> Noted:
    """A noted row that picks all claims of a subject."""
    return Noted(
        id=id_,
        kind="unclear",
        title="Title",
        about="value",
        note="Why.",
        subjects=(subject,),
        predicates=(),
        objects=(),
        where=(),
        sources=(),
        path=Path("conflicts.csv"),
        row=2,
    )
