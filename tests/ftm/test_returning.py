"""What we wrote comes back word for word; what others wrote is not taken for ours."""

from typing import Any

import pytest

from kg.ftm.returning import claim_fields, entity_fields, returned, source_fields
from kg.statements import Entity, Origin, Source, Statement

ORIGIN = Origin("a.jsonl", 3)
ENTITY: dict[str, Any] = {
    "id": "acme",
    "label": "Company",
    "name": "Acme",
    "names": ["nl=Acme nv", "fr=Acme = SA"],
    "aliases": ["ACME"],
    "country": ["BE", "FR"],
    "ids": ["be-kbo:0461145522"],
    "kind": "holding",
    "collective": True,
    "notes": "once a bakery",
}
SOURCE: dict[str, Any] = {
    "id": "n1",
    "title": "Notice",
    "publisher": "TED",
    "url": "https://example.org/n1",
    "published": "2024-01-31",
    "language": "nl",
    "kind": "notice",
}
CLAIM: dict[str, Any] = {
    "predicate": "WON",
    "subject": "acme",
    "object": "c1",
    "source": "n1",
    "locator": "p. 3",
    "certainty": "stated",
    "said_by": "europol",
    "says": "Acme won.",
    "qualifiers": ["role=lead", "note=a = b"],
}


def test_an_entity_comes_back_with_all_its_words() -> None:
    found = returned({"entity": entity_fields(ENTITY)}, ORIGIN)
    assert found == Entity(
        id="acme",
        label="Company",
        name="Acme",
        names=(("nl", "Acme nv"), ("fr", "Acme = SA")),
        aliases=("ACME",),
        countries=("BE", "FR"),
        ids=("be-kbo:0461145522",),
        notes="kind=holding; collective=yes; once a bakery",
        origin=ORIGIN,
    )


def test_a_source_comes_back_with_all_its_words() -> None:
    found = returned({"source": source_fields(SOURCE)}, ORIGIN)
    assert found == Source(
        "n1", "https://example.org/n1", "Notice", "TED", "2024-01-31", "nl", "notice", origin=ORIGIN
    )


def test_a_claim_comes_back_with_its_id() -> None:
    found = returned({"claim": claim_fields(CLAIM)}, ORIGIN)
    assert isinstance(found, Statement)
    assert found.qualifiers == (("note", "a = b"), ("role", "lead"))
    same = Statement(
        "acme", "WON", "c1", "", found.qualifiers, "n1", "p. 3", "stated", "europol", "Other words."
    )
    assert found.id == same.id


@pytest.mark.parametrize("key", ["id", "label", "name"])
def test_an_entity_that_lacks_a_word_it_needs_is_none_of_ours(key: str) -> None:
    fields = {name: value for name, value in entity_fields(ENTITY).items() if name != key}
    assert returned({"entity": fields}, ORIGIN) is None


@pytest.mark.parametrize("key", ["subject", "predicate", "source", "certainty"])
def test_a_claim_that_lacks_a_word_it_needs_is_none_of_ours(key: str) -> None:
    fields = {name: value for name, value in claim_fields(CLAIM).items() if name != key}
    assert returned({"claim": fields}, ORIGIN) is None


@pytest.mark.parametrize(
    "held",
    [
        {},
        {"entity": "acme"},
        {"entity": None},
        {"entity": {"id": "a", "label": "b", "name": "c", "names": ["no equals sign"]}},
        {"entity": {"id": "a", "label": "b", "name": "c", "names": 5}},
        {"claim": ["WON"]},
        {"claim": {**CLAIM, "qualifiers": ["role"]}},
        {"source": "n1"},
        {"documentation": {"x": 1}},
    ],
)
def test_what_is_odd_is_none_of_ours_and_stops_nothing(held: dict[str, Any]) -> None:
    assert returned(held, ORIGIN) is None


def test_empty_words_are_not_written() -> None:
    bare = entity_fields({"id": "a", "label": "Company", "name": "A", "aliases": [], "notes": ""})
    assert bare == {"id": "a", "label": "Company", "name": "A"}
    assert source_fields({"id": "s", "url": "", "title": "S"}) == {"id": "s", "title": "S"}


@pytest.mark.parametrize(
    ("marks", "notes"),
    [
        ({"kind": "force"}, "kind=force"),
        ({"unnamed": True}, "unnamed=yes"),
        ({"collective": True, "unnamed": True}, "collective=yes; unnamed=yes"),
        ({"kind": ""}, ""),
        ({"notes": "x"}, "x"),
    ],
)
def test_marks_stand_before_the_notes(marks: dict[str, Any], notes: str) -> None:
    fields = entity_fields({"id": "a", "label": "Company", "name": "A", **marks})
    assert fields.get("notes", "") == notes
