"""Adapters: ingest/<name>.toml says what a source is, ingest/<name>.py turns it into statements.

An adapter is one function, ``ingest(context)``. What it has to say leaves it through the context,
and what it could not read is reported there, so that nothing is lost unseen.
"""

import sys
import tomllib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import singledispatchmethod
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import Any, Protocol, cast

from kg.case import Case
from kg.errors import DataError
from kg.facts.noted import Noted
from kg.inputs import Input
from kg.statements import Entity, Judgement, Origin, Source, Statement
from kg.tables import Problem

_KEYS = {"title", "description", "order", "minimum", "reads"}


@dataclass(frozen=True, slots=True)
class Family:
    """What ingest/<name>.toml says of a family of sources.

    ``minimum`` declares how many values of each kind ("entities", "sources", "statements",
    "judgements") it yields at least: fewer means that it broke silently. ``reads`` is there for the
    adapters of file formats: how such a file is told from others.
    """

    name: str
    title: str
    path: Path
    order: int = 50
    minimum: Mapping[str, int] = field(default_factory=dict)
    reads: Mapping[str, Any] | None = None

    @property
    def is_format(self) -> bool:
        """Whether it reads files that a person gives, and not a source of its own."""
        return self.reads is not None


@dataclass(slots=True)
class Context:
    """What an adapter is handed: the case to read from, and the one way out for what it says.

    An adapter of files a person gives reads ``inputs``; what it says goes to ``sink``, one value at
    a time, so that memory does not grow with the file. Without a sink values are kept in lists.
    """

    family: Family
    case: Case
    inputs: Iterable[Input] = ()
    options: Mapping[str, str] = field(default_factory=dict)
    sink: Callable[[object], None] | None = None
    entities: list[Entity] = field(default_factory=list)
    sources: list[Source] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)
    judgements: list[Judgement] = field(default_factory=list)
    noted: list[Noted] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    unread: Counter[str] = field(default_factory=Counter)
    skipped: Counter[str] = field(default_factory=Counter)
    records: int = 0

    def add(self, value: object) -> None:
        """Hand on an entity, a source, a statement, a judgement, a conflict, or a problem met."""
        if isinstance(value, Problem):
            self.problems.append(value)
        elif self.sink is not None:
            self.sink(value)
        else:
            self._keep(value)

    def say(
        self,
        subject: str,
        predicate: str,
        object_: str = "",
        *,
        text: str = "",
        source: str,
        locator: str,
        says: str,
        certainty: str = "stated",
        said_by: str = "",
        **qualifiers: str | None,
    ) -> None:
        """Say one thing of a subject; qualifiers without a value say nothing."""
        given = tuple(sorted((key, value) for key, value in qualifiers.items() if value))
        self.add(
            Statement(
                subject=subject,
                predicate=predicate,
                object=object_,
                text=text,
                qualifiers=given,
                source=source,
                locator=locator,
                certainty=certainty,
                said_by=said_by,
                says=says,
                origin=Origin(self.family.name),
            )
        )

    def skip(self, reason: str) -> None:
        """Count a record that says nothing of use, by the reason."""
        self.skipped[reason] += 1

    @singledispatchmethod
    def _keep(self, value: object) -> None:
        raise TypeError(f"an adapter cannot say {value!r}")

    @_keep.register
    def _(self, value: Entity) -> None:
        self.entities.append(value)

    @_keep.register
    def _(self, value: Source) -> None:
        self.sources.append(value)

    @_keep.register
    def _(self, value: Statement) -> None:
        self.statements.append(value)

    @_keep.register
    def _(self, value: Judgement) -> None:
        self.judgements.append(value)

    @_keep.register
    def _(self, value: Noted) -> None:
        self.noted.append(value)

    def leave(self, row: Mapping[str, str]) -> None:
        """Report what the adapter did not pop, so that no column is lost unseen."""
        self.unread.update(column for column, value in row.items() if value)

    def counts(self) -> dict[str, int]:
        """How much was said, by kind."""
        return {
            "entities": len(self.entities),
            "sources": len(self.sources),
            "statements": len(self.statements),
            "judgements": len(self.judgements),
        }

    def shortfalls(self) -> Iterator[Problem]:
        """What this family yields less of than it declares."""
        counts = self.counts()
        for kind, least in self.family.minimum.items():
            if counts[kind] < least:
                message = f"only {counts[kind]} {kind} came, at least {least} were expected"
                yield Problem(self.family.path, 0, kind, message)


class Adapter(Protocol):
    """The one function of an ingest/<name>.py."""

    def ingest(self, context: Context) -> None:
        """Say everything that the source says."""


def families(case: Case) -> list[Family]:
    """Every family that the case's and the shipped ingest/ declare, in their declared order.

    Raises:
        DataError: A TOML file is wrong.
    """
    found: dict[str, Family] = {}
    for folder in case.folders("ingest"):
        for path in sorted(folder.glob("*.toml")):
            found.setdefault(path.stem, _family(path))
    return sorted(found.values(), key=lambda family: (family.order, family.name))


def run(family: Family, case: Case) -> Context:
    """Run one adapter on a case."""
    return hear(Context(family, case))


def hear(context: Context) -> Context:
    """Have the adapter of the context's family say what it has to say."""
    adapter(context.family).ingest(context)
    return context


def _family(path: Path) -> Family:
    try:
        raw = tomllib.loads(path.read_text("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise DataError(f"{path.name}: not a TOML file ({error})") from error
    if unknown := sorted(raw.keys() - _KEYS):
        raise DataError(f"{path.name}: unknown key {unknown[0]!r}; known are {sorted(_KEYS)}")
    if "title" not in raw:
        raise DataError(f'{path.name}: no title; write title = "what this source is"')
    order, minimum = int(raw.get("order", 50)), dict(raw.get("minimum", {}))
    return Family(path.stem, raw["title"], path, order, minimum, raw.get("reads"))


def adapter(family: Family) -> Adapter:
    """Load the module of an adapter.

    Raises:
        DataError: There is none, or it has no function ``ingest``.
    """
    path = family.path.with_suffix(".py")
    if not path.is_file():
        raise DataError(f"{family.path.name}: no {path.name} beside it to read this source")
    name = f"kg_ingest_{family.name}"
    spec = spec_from_file_location(name, path)
    if spec is None or spec.loader is None:
        raise DataError(f"{path.name}: not a Python module")
    module = sys.modules[name] = module_from_spec(spec)
    spec.loader.exec_module(module)
    if not hasattr(module, "ingest"):
        raise DataError(f"{path.name}: has no function ingest(context)")
    return cast("Adapter", module)
