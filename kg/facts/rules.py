"""What a row of entities.csv, sources.csv and same_or_not.csv must be, by itself."""

import re
from collections.abc import Iterator, Mapping
from typing import get_args

from kg.facts.cells import id_fault, pairs, parts
from kg.facts.codes import country_fault, language_fault
from kg.facts.faults import Fault, empty, undated, unlisted
from kg.schema import labels, lineage, source_kinds
from kg.statements import Verdict

_SCHEME = re.compile(r"[a-z][a-z0-9_]*:\S.*")
_URL = re.compile(r"https?://[^\s/]+(?:/\S*)?")
REREAD = ("yes", "no", "twin")


def entity_faults(cells: Mapping[str, str]) -> Iterator[Fault]:
    """What is wrong with a row of entities.csv."""
    yield from empty(cells, ("id", "label", "name"))
    if cells["id"] and (message := id_fault(cells["id"])):
        yield Fault("id", message)
    yield from label_faults(cells["label"])
    yield from _names(cells["names"])
    for code in parts(cells["country"]):
        if message := country_fault(code):
            yield Fault("country", message)
    for text in parts(cells["ids"]):
        if not _SCHEME.fullmatch(text):
            yield Fault("ids", f"{text[:60]!r} is no scheme:value; write e.g. case_no:2105328")
    if cells["label"] == "Person" and not cells["public_basis"]:
        message = "is empty; say in which public role this person matters, or leave them out"
        yield Fault("public_basis", message)


def source_faults(cells: Mapping[str, str]) -> Iterator[Fault]:
    """What is wrong with a row of sources.csv."""
    yield from empty(cells, ("source_id", "title", "publisher", "language", "kind", "read"))
    if cells["source_id"] and (message := id_fault(cells["source_id"])):
        yield Fault("source_id", message)
    if cells["url"] and not _URL.fullmatch(cells["url"]):
        yield Fault("url", f"{cells['url'][:60]!r} is no web address; it starts with https://")
    if cells["language"] and (message := language_fault(cells["language"])):
        yield Fault("language", message)
    yield from undated("published", cells["published"])
    yield from undated("read", cells["read"])
    yield from unlisted("kind", cells["kind"], source_kinds(), "kind of source")
    yield from unlisted("reread", cells["reread"], REREAD, "answer")


def judgement_faults(cells: Mapping[str, str]) -> Iterator[Fault]:
    """What is wrong with a row of same_or_not.csv."""
    yield from empty(cells, ("left", "right", "judgement", "reason"))
    yield from unlisted("judgement", cells["judgement"], get_args(Verdict), "judgement")
    if cells["left"] and cells["left"] == cells["right"]:
        yield Fault("right", f"{cells['right']!r} is judged against itself; name two entities")


def label_faults(label: str) -> Iterator[Fault]:
    """What is wrong with the label of an entity."""
    concrete = {name for name, found in labels().items() if _stands_alone(name, found.abstract)}
    if label in labels() and label not in concrete:
        kinds = sorted(name for name in concrete if label in lineage(name))
        way_out = f"write one of {', '.join(kinds)}" if kinds else "it is made, not written"
        yield Fault("label", f"{label} cannot be the label of an entity; {way_out}")
    else:
        yield from unlisted("label", label, concrete, "label")


def _stands_alone(label: str, abstract: bool) -> bool:
    return not abstract and "Entity" in lineage(label)


def _names(cell: str) -> Iterator[Fault]:
    found, faults = pairs(cell, "|")
    yield from (Fault("names", message) for message in faults)
    for language, _ in found:
        if message := language_fault(language):
            yield Fault("names", message)
