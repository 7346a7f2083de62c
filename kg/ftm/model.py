"""The schemata of FollowTheMoney: which there are, what they extend, which properties they have."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from kg.errors import DataError, did_you_mean


@dataclass(frozen=True, slots=True)
class Property:
    """A property; ``range`` is the schema of what it names, where it names another entity."""

    name: str
    type: str
    range: str = ""


@dataclass(frozen=True, slots=True)
class Schema:
    """A schema with all that it inherits.

    ``lineage`` holds its own name, and those of all that it extends. ``edge`` names the two
    properties that a link runs between, from its source to its target. ``required`` is its own:
    unlike properties, it is not inherited.
    """

    name: str
    lineage: frozenset[str]
    properties: Mapping[str, Property]
    required: tuple[str, ...] = ()
    edge: tuple[str, str] | None = None
    is_abstract: bool = False

    def is_a(self, name: str) -> bool:
        """Whether it is another schema, or a kind of it."""
        return name in self.lineage

    def property(self, name: str) -> Property:
        """One of its properties.

        Raises:
            DataError: It has none of this name.
        """
        if name not in self.properties:
            hint = did_you_mean(name, self.properties) or _some(self.properties)
            raise DataError(f"{self.name} has no property {name!r}{hint}")
        return self.properties[name]


@cache
def schemata() -> Mapping[str, Schema]:
    """Every schema by name."""
    raw = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))
    return {name: _schema(name, raw) for name in sorted(raw)}


def schema(name: str) -> Schema:
    """The schema of this name.

    Raises:
        DataError: There is none.
    """
    if name not in schemata():
        raise DataError(f"{name!r} is no schema of FollowTheMoney{did_you_mean(name, schemata())}")
    return schemata()[name]


@lru_cache(maxsize=1 << 12)
def narrower(left: str, right: str) -> str:
    """Which of two schemata says more, if one is a kind of the other; else nothing."""
    if left == right or schemata()[left].is_a(right):
        return left
    return right if schemata()[right].is_a(left) else ""


def _schema(name: str, raw: Mapping[str, Any]) -> Schema:
    line = list(dict.fromkeys(_lineage(name, raw)))
    properties: dict[str, Property] = {}
    for ancestor in reversed(line):
        for text in raw[ancestor].get("properties", "").split():
            found = _property(text)
            properties[found.name] = found
    own = raw[name]
    return Schema(
        name,
        frozenset(line),
        properties,
        tuple(own.get("required", ())),
        tuple(own["edge"]) if "edge" in own else None,
        bool(own.get("abstract")),
    )


def _lineage(name: str, raw: Mapping[str, Any]) -> Iterator[str]:
    yield name
    for above in raw[name].get("extends", ()):
        yield from _lineage(above, raw)


def _property(text: str) -> Property:
    name, _, type_ = text.partition(":")
    return Property(name, "entity", type_) if type_[:1].isupper() else Property(name, type_)


def _some(properties: Mapping[str, Property]) -> str:
    return f"; it has {', '.join(sorted(properties)[:8])} and others"
