"""What the answer of a saved query points at: entities, relationships and claims, read once."""

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, replace
from typing import Any, Protocol

from kg.answers import Answer
from kg.case import Case
from kg.errors import ViewError, did_you_mean
from kg.reading.cited import name_of
from kg.reading.names import Names
from kg.store.bolt import Store
from kg.views import found
from kg.views.ends import Ends, ends
from kg.views.found import Related, Told, entity_columns, ids_in
from kg.views.lines import named_in
from kg.views.marks import mark_of, with_parts
from kg.views.picture import Line, Mark
from kg.views.spec import View


class OpenGraph(Protocol):
    """What is asked of an open graph; kg.session.OpenGraph is one."""

    case: Case
    store: Store

    @property
    def names(self) -> Names:
        """The table of all names."""

    def query(self, name: str, /, **params: object) -> Answer:
        """Run a saved query."""


@dataclass(frozen=True, slots=True)
class Seen:
    """Marks and relationships by what the rows say; ``rows`` are the claims of each mark's rows."""

    answer: Answer
    marks: Mapping[str, Mark]
    related: Sequence[Related]
    told: Mapping[str, Told]
    names: Mapping[str, str]
    ends: Ends
    rows: Mapping[str, tuple[str, ...]]


def see(graph: OpenGraph, view: View, answer: Answer, lang: str) -> Seen:
    """Read everything that a picture of this answer needs.

    Raises:
        ViewError: A column that the view names holds no entities.
    """
    rows = _rows(answer, _columns(view, answer))
    held = found.entities(graph.store, {*rows, *view.focus})
    marks = {id_: mark_of(props, lang) for id_, props in held.items() if id_ not in view.without}
    rests_on = {claim for row in answer.rows for claim in _claims(row)}
    related = [
        each
        for each in found.related(graph.store, marks)
        if _is_wanted(each, view) and (view.between or rests_on.intersection(each.claims))
    ]
    marks = with_parts(marks, related)
    ended = ends(graph.store, marks.values(), related)
    claims = rests_on | ended.claims | {claim for each in related for claim in each.claims}
    claims |= {claim for fact in ended.facts.values() for claim in fact.claims}
    named = found.entities(graph.store, named_in(related))
    return Seen(
        answer=answer,
        marks=marks,
        related=related,
        told=found.told(graph.store, claims, lang),
        names={id_: name_of(props, lang) for id_, props in named.items()},
        ends=ended,
        rows=rows,
    )


def with_rows(marks: Sequence[Mark], lines: Sequence[Line], seen: Seen, view: View) -> list[Mark]:
    """The marks to show; one that no line touches rests on the rows that named it.

    It is only shown if the view wants such marks, is about it, or knows an event or amount of it.
    Where the view wants them, what its rows tell of others beside their lines is kept too.
    """
    touched = {end for line in lines for end in (line.start, line.end)}
    on_lines = {claim for line in lines for claim in line.claims}
    kept = (
        mark
        for mark in marks
        if mark.id in touched
        or view.lone
        or view.event
        or mark.value is not None
        or mark.id in view.focus
    )
    if view.lone:
        return [replace(mark, claims=_beside(mark, on_lines, seen)) for mark in kept]
    return [
        mark
        if mark.claims or mark.id in touched
        else replace(mark, claims=seen.rows.get(mark.id, ()))
        for mark in kept
    ]


def _beside(mark: Mark, on_lines: Set[str], seen: Seen) -> tuple[str, ...]:
    """What a mark rests on already, and what its rows tell of it beside any line."""
    told = (id_ for id_ in seen.rows.get(mark.id, ()) if id_ not in on_lines)
    return tuple(dict.fromkeys((*mark.claims, *told)))


def _columns(view: View, answer: Answer) -> tuple[str, ...]:
    columns = entity_columns(answer, view.columns)
    if view.columns and (lost := [each for each in view.columns if each not in columns]):
        hint = did_you_mean(lost[0], entity_columns(answer))
        message = f"column {lost[0]!r} of {view.query} holds no entities{hint}"
        raise ViewError(f"visualizations/{view.name}.toml, columns: {message}")
    return columns


def _rows(answer: Answer, columns: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """The claims of the rows that name each entity."""
    named: dict[str, dict[str, None]] = {}
    for row in answer.rows:
        for column in columns:
            for id_ in ids_in(answer, row, column):
                named.setdefault(id_, {}).update(dict.fromkeys(_claims(row)))
    return {id_: tuple(claims) for id_, claims in sorted(named.items())}


def _is_wanted(each: Related, view: View) -> bool:
    if view.types:
        return each.type in view.types
    return view.derived or not each.props.get("derived")


def _claims(row: Mapping[str, Any]) -> list[str]:
    value = row.get("claims")
    return value if isinstance(value, list) else []
