"""What a row of claims must be, by itself: the words of the schema, numbers, dates and texts."""

import re
from collections.abc import Iterator, Mapping

from kg.dates import bounds, is_date, wrong
from kg.facts.cells import id_fault, pairs, parts
from kg.facts.faults import Fault, empty, unlisted
from kg.facts.numbers import amount_fault, number_fault
from kg.schema import certainties, predicates, qualifiers

MOST_WORDS = 30
UNSURE = ("alleged", "disputed")

_REQUIRED = ("subject", "predicate", "source", "locator", "certainty", "says")


def claim_faults(cells: Mapping[str, str]) -> Iterator[Fault]:
    """What is wrong with a row of claims."""
    yield from empty(cells, _REQUIRED)
    for column in ("subject", "object", "source"):
        if cells[column] and (message := id_fault(cells[column])):
            yield Fault(column, message)
    yield from _predicate(cells["predicate"])
    yield from _object_or_text(cells)
    yield from _qualifiers(cells["qualifiers"], cells["predicate"])
    yield from unlisted("certainty", cells["certainty"], certainties(), "certainty")
    if cells["certainty"] in UNSURE and not cells["said_by"]:
        message = f"is empty, but this is {cells['certainty']}; name who says it"
        yield Fault("said_by", message)
    if (words := len(cells["says"].split())) > MOST_WORDS:
        yield Fault("says", f"has {words} words; {MOST_WORDS} are the most, so make it shorter")


def _predicate(name: str) -> Iterator[Fault]:
    found = predicates().get(name)
    if found and found.derived:
        yield Fault("predicate", f"{name} is worked out from other claims; state those instead")
    elif not found:
        yield from unlisted("predicate", name, predicates(), "predicate")


def _object_or_text(cells: Mapping[str, str]) -> Iterator[Fault]:
    thing, text = cells["object"], cells["text"]
    predicate = predicates().get(cells["predicate"])
    if thing and text:
        yield Fault("text", "is filled beside object; keep one of the two")
    elif not thing and not text:
        yield Fault("object", "is empty, and so is text; every claim needs one of the two")
    elif predicate and thing and not predicate.object:
        literal = "a number" if predicate.text == "number" else "words"
        yield Fault("object", f"is filled, but {predicate.name} takes {literal} in the column text")
    elif predicate and text and not predicate.text:
        message = f"is filled, but {predicate.name} takes the id of an entity in the column object"
        yield Fault("text", message)
    elif predicate and text and predicate.text == "number" and (message := amount_fault(text)):
        yield Fault("text", message)


def _qualifiers(cell: str, predicate: str) -> Iterator[Fault]:
    found, faults = pairs(cell, ";")
    messages = [*faults]
    for key, value in found:
        messages += _qualifier(key, value, predicate)
    yield from (Fault("qualifiers", message) for message in messages or _order(dict(found)))


def _qualifier(key: str, value: str, predicate: str) -> Iterator[str]:
    known = qualifiers().get(key)
    if not known:
        yield from (fault.message for fault in unlisted("", key, qualifiers(), "qualifier"))
        return
    fault = ""
    if known.type == "date" and not is_date(value):
        fault = wrong(value)
    elif known.type == "number":
        fault = number_fault(value)
    elif known.type == "entity":
        fault = next(filter(None, map(id_fault, parts(value))), "")
    elif (allowed := known.allowed(predicate)) and value not in allowed:
        fault = next(unlisted("", value, allowed, f"{key} of {predicate}")).message
    elif swallowed := _swallowed(value):
        fault = f"{value[:60]!r} holds '{swallowed}='; put a semicolon before it"
    if fault:
        yield f"{key}: {fault}"


def _swallowed(value: str) -> str:
    """A key that stands inside a value because the ``;`` before it was forgotten."""
    keys = re.findall(r"[\s,]([a-z_]+)=", value)
    return next((key for key in keys if key in qualifiers()), "")


def _order(found: Mapping[str, str]) -> Iterator[str]:
    since, until = found.get("since"), found.get("until")
    if since and until and bounds(since)[0] > bounds(until)[1]:
        yield f"until={until} lies before since={since}"
    low, high = found.get("min"), found.get("max")
    if low and high and float(low) > float(high):
        yield f"min={low} is more than max={high}"
