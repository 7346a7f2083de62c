"""What stands under ``kg`` in a line that we wrote: an entity, source or claim, word for word."""

from collections.abc import Mapping
from typing import Any

from kg.statements import Entity, Origin, Source, Statement

Props = Mapping[str, Any]

_MARKS = ("kind", "collective", "unnamed")
_SOURCE = ("url", "title", "publisher", "published", "language", "kind", "read", "reread")
_CLAIM = ("predicate", "subject", "object", "text", "source", "locator", "certainty", "said_by")


def entity_fields(one: Props) -> dict[str, Any]:
    """The words of an entity that a graph holds."""
    marks = [f"{key}={'yes' if one[key] is True else one[key]}" for key in _MARKS if one.get(key)]
    notes = "; ".join([*marks, *filter(None, [one.get("notes")])])
    found = {
        "id": one["id"],
        "label": one["label"],
        "name": one["name"],
        "names": list(one.get("names", ())),
        "aliases": list(one.get("aliases", ())),
        "countries": list(one.get("country", ())),
        "ids": list(one.get("ids", ())),
        "public_basis": one.get("public_basis", ""),
        "notes": notes,
    }
    return {key: value for key, value in found.items() if value}


def source_fields(one: Props) -> dict[str, str]:
    """The words of a source that a graph holds."""
    return {key: one[key] for key in ("id", *_SOURCE) if one.get(key)}


def claim_fields(one: Props) -> dict[str, Any]:
    """The words of a claim that a graph holds."""
    found = {key: one[key] for key in (*_CLAIM, "says") if one.get(key)}
    return found | {"qualifiers": list(one.get("qualifiers", ()))}


def returned(held: Props, origin: Origin) -> Entity | Source | Statement | None:
    """The value that stands under ``kg``; None if it is none, or was written by something else."""
    try:
        if isinstance(one := held.get("entity"), Mapping):
            return _entity(one, origin)
        if isinstance(one := held.get("source"), Mapping):
            own = {key: str(one.get(key, "")) for key in ("id", *_SOURCE)}
            return Source(**own, origin=origin)
        if isinstance(one := held.get("claim"), Mapping):
            return _claim(one, origin)
    except (KeyError, TypeError, ValueError):
        return None
    return None


def _entity(one: Props, origin: Origin) -> Entity:
    return Entity(
        id=str(one["id"]),
        label=str(one["label"]),
        name=str(one["name"]),
        names=tuple(_pair(text) for text in one.get("names", ())),
        aliases=tuple(map(str, one.get("aliases", ()))),
        countries=tuple(map(str, one.get("countries", ()))),
        ids=tuple(map(str, one.get("ids", ()))),
        public_basis=str(one.get("public_basis", "")),
        notes=str(one.get("notes", "")),
        origin=origin,
    )


def _claim(one: Props, origin: Origin) -> Statement:
    return Statement(
        subject=str(one["subject"]),
        predicate=str(one["predicate"]),
        object=str(one.get("object", "")),
        text=str(one.get("text", "")),
        qualifiers=tuple(sorted(_pair(text) for text in one.get("qualifiers", ()))),
        source=str(one["source"]),
        locator=str(one.get("locator", "")),
        certainty=str(one["certainty"]),
        said_by=str(one.get("said_by", "")),
        says=str(one.get("says", "")),
        origin=origin,
    )


def _pair(text: str) -> tuple[str, str]:
    key, equals, value = text.partition("=")
    if not equals:
        raise ValueError(text)
    return key, value
