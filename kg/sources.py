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
from kg.errors import DataError, did_you_mean
from kg.facts.faults import Fault
from kg.facts.noted import Noted
from kg.facts.rules import label_faults
from kg.facts.values import misfits
from kg.inputs import Input
from kg.statements import Entity, Judgement, Origin, Source, Statement
from kg.tables import Problem

_KEYS = ("title", "description", "order", "minimum", "reads")
_KINDS = ("entities", "sources", "statements", "judgements")


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
    origin: Origin = field(init=False)

    def __post_init__(self) -> None:
        """What is said comes from the family, unless it says from which row of a file."""
        self.origin = Origin(self.family.name)

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
                origin=self.origin,
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
        if not self._refused(value.origin, label_faults(value.label)):
            self.entities.append(value)

    @_keep.register
    def _(self, value: Source) -> None:
        self.sources.append(value)

    @_keep.register
    def _(self, value: Statement) -> None:
        if not self._refused(value.origin, misfits(value)):
            self.statements.append(value)

    @_keep.register
    def _(self, value: Judgement) -> None:
        self.judgements.append(value)

    @_keep.register
    def _(self, value: Noted) -> None:
        self.noted.append(value)

    def _refused(self, origin: Origin, faults: Iterable[Fault]) -> bool:
        path = Path(origin.file) if origin.file else self.family.path.with_suffix(".py")
        found = [Problem(path, origin.row, *fault) for fault in faults]
        self.problems += found
        return bool(found)

    def leave(self, row: Mapping[str, str]) -> None:
        """Report what the adapter did not pop, so that no column is lost unseen."""
        self.unread.update(column for column, value in row.items() if value)

    def counts(self) -> dict[str, int]:
        """How much was said, by kind."""
        return {kind: len(getattr(self, kind)) for kind in _KINDS}

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
    if wrong := next(_wrong(raw), None):
        raise DataError(f"{path.name}: {wrong}")
    order, minimum = raw.get("order", 50), raw.get("minimum", {})
    return Family(path.stem, raw["title"], path, order, minimum, raw.get("reads"))


def _wrong(raw: Mapping[str, Any]) -> Iterator[str]:
    if unknown := sorted(raw.keys() - set(_KEYS)):
        hint = did_you_mean(unknown[0], _KEYS) or f"; known are {', '.join(_KEYS)}"
        yield f"unknown key {unknown[0]!r}{hint}"
    if not (raw.get("title") and isinstance(raw["title"], str)):
        yield 'no title; write title = "what this source is"'
    if not isinstance(raw.get("order", 50), int):
        yield f"order = {raw['order']!r} is no whole number; write e.g. order = 40"
    minimum = raw.get("minimum", {})
    are_counts = isinstance(minimum, dict) and all(
        kind in _KINDS and isinstance(count, int) for kind, count in minimum.items()
    )
    if not are_counts:
        yield f"[minimum] takes whole numbers for {', '.join(_KINDS)}, e.g. entities = 9"


def adapter(family: Family) -> Adapter:
    """Load the module of an adapter.

    Raises:
        DataError: There is none, it cannot be loaded, or it has no function ``ingest``.
    """
    path = family.path.with_suffix(".py")
    if not path.is_file():
        raise DataError(f"{family.path.name}: no {path.name} beside it to read this source")
    name = f"kg_ingest_{family.name}"
    spec = spec_from_file_location(name, path)
    if spec is None or spec.loader is None:
        raise DataError(f"{path.name}: not a Python module")
    module = sys.modules[name] = module_from_spec(spec)
    try:
        spec.loader.exec_module(module)
    except SyntaxError as error:
        raise DataError(f"{path.name}, row {error.lineno}: not Python ({error.msg})") from error
    except ImportError as error:
        raise DataError(f"{path.name}: cannot be loaded ({error})") from error
    if not callable(getattr(module, "ingest", None)):
        raise DataError(f"{path.name}: has no function ingest(context)")
    return cast("Adapter", module)
