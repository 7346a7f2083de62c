"""The words of the graph as values: labels, predicates, qualifiers and graded terms."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

LANGUAGES = ("en", "nl", "fr", "de", "es")
"""Every word people see has a name in each of these."""

PropertyType = Literal["text", "text[]", "date", "number", "bool"]
"""``date`` is an ISO date kept as text, which may stop at the year or the month."""

TextType = Literal["", "text", "number"]
QualifierType = Literal["entity", "date", "number", "word", "choice"]


@dataclass(frozen=True, slots=True)
class Label:
    """A kind of node. ``properties`` are its own ones; the parents' properties are inherited.

    ``ftm`` is the FollowTheMoney schema to export it as, or nothing when none fits. An
    ``abstract`` label is never the most specific one of an entity.
    """

    name: str
    parent: str
    abstract: bool
    names: Mapping[str, str] = field(hash=False)
    plural: Mapping[str, str] = field(hash=False)
    colour: str
    shape: str
    ftm: str
    properties: Mapping[str, PropertyType] = field(hash=False)


@dataclass(frozen=True, slots=True)
class Predicate:
    """What a statement can say of its subject, read from subject to object.

    ``subject`` and ``object`` are the labels allowed (or any label below them); without an
    ``object`` only a literal is. ``text`` says which literal is allowed in place of an entity;
    with ``in_words`` a number may be given as the source words it ("hundreds", "3 to 7").
    ``walk`` is the cost of one such step in a path: 1 for supply, contract, use, ownership and
    role, more for weaker ties. A ``derived`` one is computed, never stated.
    """

    name: str
    names: Mapping[str, str] = field(hash=False)
    inverse: Mapping[str, str] = field(hash=False)
    subject: tuple[str, ...]
    object: tuple[str, ...]
    text: TextType
    walk: float
    topic: str
    in_words: bool = False
    derived: bool = False


@dataclass(frozen=True, slots=True)
class Qualifier:
    """A ``key=value`` that narrows a statement down.

    ``tells_apart`` marks the ones that make two facts of two otherwise equal statements.
    """

    name: str
    type: QualifierType
    choices: tuple[str, ...]
    names: Mapping[str, str] = field(hash=False)
    tells_apart: bool = False
    by_predicate: Mapping[str, tuple[str, ...]] = field(default_factory=dict, hash=False)

    def allowed(self, predicate: str) -> tuple[str, ...]:
        """The values allowed with this predicate; nothing means that any word is."""
        return self.by_predicate.get(predicate, self.choices)


@dataclass(frozen=True, slots=True)
class Term:
    """A word of a fixed list, e.g. a certainty or a kind of source, and what it means."""

    name: str
    names: Mapping[str, str] = field(hash=False)
    meaning: Mapping[str, str] = field(hash=False)
