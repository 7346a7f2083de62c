"""From a row of a table to an entity, source, statement or judgement, or to what is wrong."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TypeVar, cast

from kg.facts.cells import pairs, parts
from kg.facts.claims import claim_faults
from kg.facts.faults import Fault
from kg.facts.files import CLAIM_COLUMNS, ENTITY_COLUMNS, JUDGEMENT_COLUMNS, SOURCE_COLUMNS
from kg.facts.rules import entity_faults, judgement_faults, source_faults
from kg.schema import qualifiers
from kg.statements import Entity, Judgement, Origin, Source, Statement, Verdict
from kg.tables import Problem, read, short_name

Cells = dict[str, str]
Named = TypeVar("Named", Entity, Source)
Value = TypeVar("Value", Entity, Source, Statement, Judgement)


def entities(path: Path) -> Iterator[Entity | Problem]:
    """The entities of a table; of two rows with one id, the first counts."""
    return _once(path, "id", _values(path, ENTITY_COLUMNS, entity_faults, _entity))


def sources(path: Path) -> Iterator[Source | Problem]:
    """The sources of a table; of two rows with one id, the first counts."""
    return _once(path, "source_id", _values(path, SOURCE_COLUMNS, source_faults, _source))


def statements(path: Path) -> Iterator[Statement | Problem]:
    """The claims of a table; of two rows that say the same, the first counts.

    Whether the ids in them exist is asked by ``cross_check``.
    """
    seen: dict[str, int] = {}
    for value in _values(path, CLAIM_COLUMNS, claim_faults, _statement):
        if isinstance(value, Problem) or value.id not in seen:
            yield value
        else:
            message = f"says the same as row {seen[value.id]}; delete one of them"
            yield Problem(path, value.origin.row, "", message)
        if isinstance(value, Statement):
            seen.setdefault(value.id, value.origin.row)


def judgements(path: Path) -> Iterator[Judgement | Problem]:
    """The judged pairs of a table. Whether the ids exist is asked by ``cross_check``."""
    return _values(path, JUDGEMENT_COLUMNS, judgement_faults, _judgement)


def _values(
    path: Path,
    columns: Sequence[str],
    faults: Callable[[Cells], Iterator[Fault]],
    build: Callable[[Cells, Origin], Value],
) -> Iterator[Value | Problem]:
    name = short_name(path)
    for row in read(path, columns):
        if isinstance(row, Problem):
            yield row
        elif found := list(faults(row.cells)):
            yield from (Problem(path, row.number, *fault) for fault in found)
        else:
            yield build(row.cells, Origin(name, row.number))


def _once(path: Path, column: str, values: Iterator[Named | Problem]) -> Iterator[Named | Problem]:
    seen: dict[str, int] = {}
    for value in values:
        if isinstance(value, Problem):
            yield value
        elif value.id in seen:
            message = f"{value.id!r} is already in row {seen[value.id]}; give this one another id"
            yield Problem(path, value.origin.row, column, message)
        else:
            seen[value.id] = value.origin.row
            yield value


def _entity(cells: Cells, origin: Origin) -> Entity:
    return Entity(
        id=cells["id"],
        label=cells["label"],
        name=cells["name"],
        names=tuple(pairs(cells["names"], "|")[0]),
        aliases=parts(cells["aliases"]),
        countries=parts(cells["country"]),
        ids=parts(cells["ids"]),
        public_basis=cells["public_basis"],
        notes=cells["notes"],
        origin=origin,
    )


def _source(cells: Cells, origin: Origin) -> Source:
    return Source(
        id=cells["source_id"],
        url=cells["url"],
        title=cells["title"],
        publisher=cells["publisher"],
        published=cells["published"],
        language=cells["language"],
        kind=cells["kind"],
        read=cells["read"],
        reread=cells["reread"],
        origin=origin,
    )


def _statement(cells: Cells, origin: Origin) -> Statement:
    return Statement(
        subject=cells["subject"],
        predicate=cells["predicate"],
        object=cells["object"],
        text=cells["text"],
        qualifiers=tuple(sorted(_tidy(*pair) for pair in pairs(cells["qualifiers"], ";")[0])),
        source=cells["source"],
        locator=cells["locator"],
        certainty=cells["certainty"],
        said_by=cells["said_by"],
        says=cells["says"],
        origin=origin,
    )


def _tidy(key: str, value: str) -> tuple[str, str]:
    return key, "|".join(parts(value)) if qualifiers()[key].type == "entity" else value


def _judgement(cells: Cells, origin: Origin) -> Judgement:
    verdict = cast("Verdict", cells["judgement"])
    return Judgement(cells["left"], cells["right"], verdict, cells["reason"], origin)
