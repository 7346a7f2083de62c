"""What only several rows together can show: unknown ids, wrong ends, twins and circles."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TypeVar

from kg.facts.circles import closing
from kg.facts.faults import Fault
from kg.facts.references import References
from kg.statements import Entity, Judgement, Origin, Source, Statement
from kg.tables import Problem

Value = TypeVar("Value", Statement, Judgement)


def cross_check(
    entities: Mapping[str, Entity],
    sources: Mapping[str, Source],
    statements: Sequence[Statement],
    judgements: Sequence[Judgement],
) -> tuple[list[Statement], list[Judgement], list[Problem]]:
    """Keep the rows that fit together; each row that does not is one or more problems."""
    ids = References(entities, sources)
    problems: list[Problem] = []
    said = _sound(statements, ids.of_statement, problems)
    said = _sound(said, _Twins().of, problems)
    circles = {one.id: _circle(one, way) for one, way in closing(said)}
    said = _sound(said, lambda one: iter(circles.get(one.id, ())), problems)
    judged = _sound(judgements, ids.of_judgement, problems)
    judged = _sound(judged, _Pairs().of, problems)
    return said, judged, problems


def _sound(
    values: Iterable[Value],
    faults: Callable[[Value], Iterator[Fault]],
    problems: list[Problem],
) -> list[Value]:
    """The values without a fault; the faults of the others go to the problems."""
    kept: list[Value] = []
    for value in values:
        found = [_problem(value.origin, fault) for fault in faults(value)]
        problems += found
        kept += [] if found else [value]
    return kept


def _problem(origin: Origin, fault: Fault) -> Problem:
    return Problem(Path(origin.file), origin.row, fault.column, fault.message)


def _circle(one: Statement, way: Sequence[str]) -> list[Fault]:
    message = f"{' > '.join(way)} goes in a circle of {one.predicate}; a part cannot be its whole"
    return [Fault("object", message)]


class _Twins:
    """Claims seen so far: a second row with the same words, source and place says nothing."""

    def __init__(self) -> None:
        self.seen: dict[str, Statement] = {}

    def of(self, one: Statement) -> Iterator[Fault]:
        first = self.seen.setdefault(one.id, one)
        if first is not one:
            yield Fault("", f"says the same as {_where(first.origin)}; delete one of them")


class _Pairs:
    """Pairs judged so far, whichever way round."""

    def __init__(self) -> None:
        self.seen: dict[frozenset[str], list[Judgement]] = {}

    def of(self, one: Judgement) -> Iterator[Fault]:
        earlier = self.seen.setdefault(frozenset((one.left, one.right)), [])
        faults = [fault for first in earlier for fault in _second_opinion(first, one)]
        yield from faults[:1]
        earlier += [] if faults else [one]


def _second_opinion(first: Judgement, one: Judgement) -> Iterator[Fault]:
    """Two judgements of one pair agree only as different and related: tied, yet not the same."""
    if first.verdict == one.verdict:
        yield Fault("", f"judges the same pair as {_where(first.origin)}; delete one of them")
    elif {first.verdict, one.verdict} != {"different", "related"}:
        message = f"{one.verdict}, but the pair is judged {first.verdict} in "
        yield Fault("judgement", f"{message}{_where(first.origin)}; keep one")


def _where(origin: Origin) -> str:
    return f"{origin.file}, row {origin.row}"
