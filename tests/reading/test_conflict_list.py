from collections import Counter

import pytest

from kg.reading.claims import these
from kg.reading.conflicts import KINDS, Group, by_claim, conflicts, contradictions
from kg.session import OpenGraph
from kg.store.bolt import Store
from tests.reading import samples
from tests.store.samples import Fill


def by_id(groups: list[Group]) -> dict[str, Group]:
    return {group.conflict.id: group for group in groups}


def test_a_conflict_has_its_claims_side_by_side(small: Store) -> None:
    (group,) = conflicts(small)

    assert (group.conflict.title, group.conflict.about) == ("How many zones?", "value")
    assert (group.conflict.kind, group.conflict.note) == ("conflict", "Nobody counted.")
    assert {side.sentence for side in group.sides} == {
        "Orbit has the figure almost 100: police zones",
        "Orbit has the figure more than 100: police zones",
    }
    assert {side.told.said_by for side in group.sides} == {"Orbit", ""}


def test_each_side_says_where_it_stands(small: Store) -> None:
    sides = {side.told.claim.id: side.cited for side in conflicts(small)[0].sides}

    assert (sides[samples.ALMOST.id]["title"], sides[samples.ALMOST.id]["locator"]) == (
        "Report",
        "p. 27, l. 1",
    )
    assert sides[samples.MORE.id]["url"] == "https://example.org/a"


@pytest.mark.parametrize(("entity", "count"), [("orbit", 1), ("be-local", 0), ("nobody", 0)])
def test_conflicts_of_an_entity_are_those_it_is_in(small: Store, entity: str, count: int) -> None:
    assert len(conflicts(small, entity)) == count


def test_sentences_come_in_the_language(small: Store) -> None:
    (group,) = conflicts(small, lang="nl")

    assert "Orbit heeft als cijfer bijna 100: police zones" in {
        side.sentence for side in group.sides
    }


def test_a_claim_knows_its_conflicts(small: Store) -> None:
    assert by_claim(contradictions(small)) == {
        samples.ALMOST.id: ["zones"],
        samples.MORE.id: ["zones"],
    }


def test_both_stores_tell_the_same_conflicts(fill: Fill, small: Store) -> None:
    assert conflicts(fill(samples.world())) == conflicts(small)


def test_contradictions_come_before_what_is_unclear_and_history(shipped: OpenGraph) -> None:
    kinds = [KINDS.index(group.conflict.kind) for group in shipped.conflicts()]

    assert kinds == sorted(kinds)
    assert set(kinds) == {0, 1, 2}


def test_every_shipped_conflict_has_two_sides_and_a_note(shipped: OpenGraph) -> None:
    groups = shipped.conflicts()

    assert len(by_id(groups)) == len(groups)
    for group in groups:
        assert len(group.sides) > 1
        assert group.conflict.title
        assert group.conflict.note
        assert tuple(sorted(side.told.claim.id for side in group.sides)) == group.conflict.claims


def test_the_claims_of_shipped_conflicts_are_whole(shipped: OpenGraph) -> None:
    groups = shipped.conflicts()
    ids = {claim for group in groups for claim in group.conflict.claims}

    assert these(shipped.store, ids).keys() == ids
    assert all(side.cited["title"] for group in groups for side in group.sides)


@pytest.mark.parametrize(
    ("entity", "words"),
    [
        ("Orbit", "police zones"),
        ("Moirans", "January"),
        ("VeriPol", "VeriPol"),
        ("i-Police", "i-Police"),
        ("Unit 8200", "Unit 8200"),
    ],
)
def test_conflicts_that_the_notes_number_are_found_by_name(
    shipped: OpenGraph, entity: str, words: str
) -> None:
    found = [
        f"{group.conflict.title} {side.sentence} {side.told.details}"
        for group in shipped.conflicts(entity)
        for side in group.sides
    ]

    assert any(words in text for text in found)


def test_an_entity_sees_a_part_of_all_conflicts(shipped: OpenGraph) -> None:
    whole = by_id(shipped.conflicts())
    part = by_id(shipped.conflicts("i-police"))

    assert part.items() <= whole.items()
    assert 0 < len(part) < len(whole)
    assert Counter(group.conflict.kind for group in part.values())["conflict"] > 0
