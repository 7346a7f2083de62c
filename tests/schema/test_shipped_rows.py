"""Every row of the shipped fact set fits the vocabulary."""

import csv
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from kg import schema
from kg.resources import folder
from kg.schema import Predicate

Cells = dict[str, str]


def rows(path: Path) -> list[Cells]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@cache
def claims() -> list[tuple[str, Cells]]:
    """Each claim with the place where it stands."""
    files = sorted((folder("data") / "claims").glob("*.csv"))
    found = [(path.name, number, row) for path in files for number, row in enumerate(rows(path), 2)]
    return [(f"{name}, row {number}", row) for name, number, row in found]


@cache
def label_of() -> dict[str, str]:
    return {row["id"]: row["label"] for row in rows(folder("data") / "entities.csv")}


def qualified() -> Iterator[tuple[str, str, str, str]]:
    """Each qualifier of each claim: where, predicate, key, value."""
    for where, row in claims():
        for pair in filter(None, row["qualifiers"].split(";")):
            key, _, value = pair.partition("=")
            yield where, row["predicate"], key, value


def is_number(text: str) -> bool:
    return text.removeprefix("-").replace(".", "", 1).isdecimal()


def allows_text(predicate: Predicate, text: str) -> bool:
    if predicate.text == "number":
        return predicate.in_words or is_number(text)
    return predicate.text == "text"


def test_the_fact_set_is_there() -> None:
    assert len(claims()) > 2900
    assert len(label_of()) > 870


def test_every_shipped_label_is_a_concrete_one() -> None:
    concrete = {name for name, label in schema.labels().items() if not label.abstract}
    assert set(label_of().values()) <= concrete - {"Claim", "Source"}


def test_every_shipped_predicate_is_known_and_none_is_derived() -> None:
    stated = {name for name, predicate in schema.predicates().items() if not predicate.derived}
    assert {row["predicate"] for _, row in claims()} <= stated


def test_every_shipped_subject_may_stand_there() -> None:
    wrong = [
        (where, row["predicate"], label_of()[row["subject"]])
        for where, row in claims()
        if not schema.fits(
            label_of()[row["subject"]], schema.predicates()[row["predicate"]].subject
        )
    ]
    assert wrong == []


def test_every_shipped_object_may_stand_there() -> None:
    wrong = [
        (where, row["predicate"], label_of()[row["object"]])
        for where, row in claims()
        if row["object"]
        and not schema.fits(label_of()[row["object"]], schema.predicates()[row["predicate"]].object)
    ]
    assert wrong == []


def test_every_shipped_literal_may_stand_there() -> None:
    wrong = [
        (where, row["predicate"], row["text"])
        for where, row in claims()
        if row["text"] and not allows_text(schema.predicates()[row["predicate"]], row["text"])
    ]
    assert wrong == []


def test_every_shipped_qualifier_is_known_and_its_word_allowed() -> None:
    wrong = [
        (where, key, value)
        for where, predicate, key, value in qualified()
        if (allowed := schema.qualifiers()[key].allowed(predicate)) and value not in allowed
    ]
    assert wrong == []


def test_every_shipped_qualifier_has_the_type_that_the_vocabulary_says() -> None:
    types = {key: qualifier.type for key, qualifier in schema.qualifiers().items()}
    wrong = [
        (where, key, value)
        for where, _, key, value in qualified()
        if (types[key] == "entity" and not set(value.split("|")) <= label_of().keys())
        or (types[key] == "number" and not is_number(value))
        or (types[key] == "date" and not value[:4].isdecimal())
    ]
    assert wrong == []


def test_every_shipped_certainty_and_kind_of_source_is_known() -> None:
    assert {row["certainty"] for _, row in claims()} <= set(schema.certainties())
    kinds = {row["kind"] for row in rows(folder("data") / "sources.csv")}
    assert kinds <= set(schema.source_kinds())
