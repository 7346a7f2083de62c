"""What an adapter said of some files, kept in lists so that a test can ask for it."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from kg.case import Case
from kg.inputs import inputs
from kg.sources import Context, families, hear
from kg.statements import Entity, Source, Statement
from kg.tables import Problem

Samples = Callable[[str], Path]


class Say(Protocol):
    """The fixture ``said``: an adapter's name, the files, and its options."""

    def __call__(self, format_: str, *paths: Path | str, **options: str) -> "Said":
        """Run the adapter."""


@dataclass(frozen=True, slots=True)
class Said:
    """Everything that left an adapter."""

    entities: list[Entity]
    sources: list[Source]
    statements: list[Statement]
    problems: list[Problem]
    unread: Counter[str]
    skipped: Counter[str]
    records: int

    def entity(self, id_: str) -> Entity:
        """The entity of this id, as it was said first."""
        return next(entity for entity in self.entities if entity.id == id_)

    def of(self, predicate: str, **fields: str) -> list[Statement]:
        """The statements of a predicate; ``fields`` are their own fields or qualifiers."""
        found = (said for said in self.statements if said.predicate == predicate)
        return [said for said in found if all(_has(said, *field) for field in fields.items())]

    def triples(self, *predicates: str) -> set[tuple[str, str, str]]:
        """Each distinct (subject, predicate, object or text), of all predicates or of these."""
        return set(self._triples(predicates))

    def _triples(self, predicates: tuple[str, ...]) -> Iterator[tuple[str, str, str]]:
        for said in self.statements:
            if not predicates or said.predicate in predicates:
                yield said.subject, said.predicate, said.object or said.text


def hear_files(
    case: Case, format_: str, paths: tuple[Path | str, ...], options: dict[str, str]
) -> Said:
    """Run the adapter of a format on files."""
    known = {family.name: family for family in families(case)}
    given = inputs([str(path) for path in paths])
    heard = hear(Context(known[format_], case, given, options))
    return Said(
        entities=heard.entities,
        sources=heard.sources,
        statements=heard.statements,
        problems=heard.problems,
        unread=heard.unread,
        skipped=heard.skipped,
        records=heard.records,
    )


def _has(said: Statement, key: str, value: str) -> bool:
    own = getattr(said, key, None)
    return value == (own if own is not None else said.get(key))
