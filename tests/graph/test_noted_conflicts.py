"""Every conflict that the people who curated the facts wrote down is shown, with its claims.

The numbers (``numbered.toml``) are those of their notes on the report, the press, later pages.
"""

import csv
import tomllib
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from kg import facts
from kg.facts.noted import KINDS, Noted, check_noted, read_noted
from kg.graph.conflicts import Conflict, find_conflicts
from kg.resources import folder
from kg.statements import Entity, Source, Statement

NUMBERED: dict[str, dict[str, list[str]]] = tomllib.loads(
    Path(__file__).with_name("numbered.toml").read_text("utf-8")
)

AS_HISTORY = (
    "cas-status",
    "edicia-towns",
    "equans-price",
    "europol-gotham",
    "hotspot-states-since-2018",
    "i-police-budget-before",
    "i-police-status",
    "madrid-camera-budget",
    "paved-ended",
    "predvol-ended",
)


def test_every_number_of_the_notes_is_here() -> None:
    report = [f"report {number}" for number in range(1, 31)]
    press = [f"press {number}" for number in range(1, 40)]
    kept = ["Mas d'Enric", "i-Police", "DGSI", "Clearview", "Met"]

    assert list(NUMBERED) == [*report, *press, *(f"kept: {name}" for name in kept)]


@pytest.mark.parametrize("number", NUMBERED)
def test_a_conflict_of_the_notes_is_shown_with_its_claims(number: str) -> None:
    for id_, wanted in NUMBERED[number].items():
        claims = [_claims()[claim] for claim in _conflicts()[id_].claims]
        missing = [words for words in wanted if not any(_says(claim, words) for claim in claims)]
        assert (id_, missing) == (id_, [])


def test_what_changed_over_time_is_told_as_history() -> None:
    history = [id_ for id_, conflict in _conflicts().items() if conflict.kind == "history"]

    assert sorted(history) == list(AS_HISTORY)


def test_the_two_dates_of_moirans_are_both_attributed() -> None:
    dated = {
        (claim.source, claim.get("date"))
        for claim in (_claims()[id_] for id_ in _conflicts()["moirans-ruling-date"].claims)
        if claim.subject == "moirans-ruling-2025"
    }

    assert dated == {("report", "2025-01-30"), ("mediapart-moirans-2025", "2025-01-24")}
    assert _conflicts()["moirans-ruling-date"].kind == "conflict"


def test_orbits_two_figures_are_attributed_to_two_speakers() -> None:
    claims = [_claims()[id_] for id_ in _conflicts()["orbit-police-zones"].claims]

    assert {(claim.said_by, claim.get("approx")) for claim in claims} == {
        ("orbit", "almost"),
        ("sources not named", "more_than"),
    }


def test_the_shipped_notes_have_no_mistake() -> None:
    rows = list(read_noted(folder("data") / "conflicts.csv"))
    entities = {
        entity.id
        for entity in facts.entities(folder("data") / "entities.csv")
        if isinstance(entity, Entity)
    }

    assert [str(row) for row in rows if not isinstance(row, Noted)] == []
    assert [str(found) for found in check_noted(_noted(), _claims().values(), entities)] == []


def test_every_noted_conflict_has_a_title_a_note_and_two_claims() -> None:
    for conflict in _conflicts().values():
        assert conflict.noted
        assert conflict.kind in KINDS
        assert conflict.title
        assert conflict.note.endswith(".")
        assert len(conflict.note.split()) <= 50
        assert len(conflict.claims) >= 2


def test_what_comparing_finds_in_the_shipped_facts_has_been_looked_at() -> None:
    """A new entry here wants a row in conflicts.csv, or a rule that tells the two apart."""
    found = find_conflicts(list(_claims().values()), _noted(), _sources())

    assert [conflict.title for conflict in found if not conflict.noted] == []


def test_comparing_alone_finds_what_is_plain() -> None:
    found = find_conflicts(list(_claims().values()), [], _sources())
    facts_found = {_claims()[conflict.claims[0]].subject for conflict in found}

    assert Counter(conflict.about for conflict in found) == {
        "date": 9,
        "value": 7,
        "status": 1,
    }
    assert facts_found >= {"kent-police", "met-palantir-contract", "i-police-contract", "ico-uk"}


def test_no_number_date_or_hedge_is_lost_on_the_way_in() -> None:
    lost = []
    for path in sorted((folder("data") / "claims").glob("*.csv")):
        read = [claim for claim in facts.statements(path) if isinstance(claim, Statement)]
        with path.open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        assert len(read) == len(rows)
        for row, claim in zip(rows, read, strict=True):
            pairs = [pair.partition("=") for pair in row["qualifiers"].split(";") if pair]
            written = sorted((key, value) for key, _, value in pairs)
            if written != list(claim.qualifiers) or row["text"] != claim.text:
                lost.append((path.name, row))

    assert lost == []


def _says(claim: Statement, words: str) -> bool:
    """Whether a claim is ``subject PREDICATE object-or-words key=value key=start~``."""
    subject, predicate, thing, *pairs = words.split(" ")
    if (claim.subject, claim.predicate) != (subject, predicate):
        return False
    text = claim.text.replace(" ", "-")
    is_thing = claim.object == thing if claim.object else text == thing
    is_about = is_thing or (not thing.isdecimal() and thing in text and not claim.object)
    return is_about and all(_has(claim, *pair.split("=", 1)) for pair in pairs)


def _has(claim: Statement, key: str, value: str) -> bool:
    found = claim.get(key).replace(" ", "-")
    return found.startswith(value[:-1]) if value.endswith("~") else found == value


@cache
def _claims() -> dict[str, Statement]:
    paths = sorted((folder("data") / "claims").glob("*.csv"))
    read = [claim for path in paths for claim in facts.statements(path)]
    return {claim.id: claim for claim in read if isinstance(claim, Statement)}


@cache
def _sources() -> dict[str, Source]:
    read = facts.sources(folder("data") / "sources.csv")
    return {source.id: source for source in read if isinstance(source, Source)}


@cache
def _noted() -> tuple[Noted, ...]:
    rows = read_noted(folder("data") / "conflicts.csv")
    return tuple(row for row in rows if isinstance(row, Noted))


@cache
def _conflicts() -> dict[str, Conflict]:
    found = find_conflicts(list(_claims().values()), _noted(), _sources())
    return {conflict.id: conflict for conflict in found if conflict.noted}
