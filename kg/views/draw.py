"""From a view and an open graph to a picture."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Protocol

from kg.answers import Answer
from kg.case import Case
from kg.dates import bounds, is_date, wrong
from kg.errors import ViewError, did_you_mean
from kg.queries import saved
from kg.reading.cited import name_of
from kg.schema import LANGUAGES
from kg.store.bolt import Store
from kg.version import __version__
from kg.views import found as store_
from kg.views.evidence import claim_of, source_of
from kg.views.found import Related, Told, entity_columns, ids_in
from kg.views.groups import grouped
from kg.views.hops import with_hops
from kg.views.lines import at_time, line_of, named_in
from kg.views.marks import mark_of
from kg.views.picture import Line, Mark, Picture, Words
from kg.views.rows import amounts, events, row_lines
from kg.views.spec import View


class OpenGraph(Protocol):
    """What is asked of an open graph; kg.session.OpenGraph is one."""

    @property
    def case(self) -> Case:
        """The case that it was built from."""

    @property
    def store(self) -> Store:
        """Where it lies."""

    def query(self, name: str, /, **params: object) -> Answer:
        """Run a saved query."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What one answer points at."""

    answer: Answer
    marks: Mapping[str, Mark]
    related: Sequence[Related]
    told: Mapping[str, Told]
    names: Mapping[str, str]


def draw(
    graph: OpenGraph,
    view: View,
    params: Mapping[str, object] | None = None,
    lang: str = "en",
    as_of: str = "",
) -> Picture:
    """The picture of a view: its query's entities, and what ties them.

    ``params`` replace those of the view; ``as_of`` (2019, 2019-03 or 2019-03-31) keeps what held
    then, and what has no known dates.

    Raises:
        ViewError: The language or the date is none, or a focus is not in the graph.
        QueryError: A parameter is unknown or of another type.
    """
    when = _when(as_of)
    if lang not in LANGUAGES:
        raise ViewError(f"no language {lang!r}; one of {', '.join(LANGUAGES)}")
    given = {key: value for key, value in (params or {}).items() if value is not None}
    asked = {**view.params, **given}
    seen = _see(graph, view, graph.query(view.query, **asked), lang)
    marks, lines = _drawn(seen, view, lang)
    if when:
        marks, lines = _then(marks, lines, seen.told, when)
    marks = with_hops(marks, lines, view.focus)
    marks, groups = grouped(marks, view.grouping, lang)
    claims = _used(seen.told, marks, lines)
    return Picture(
        name=view.name,
        titles=_titles(graph.case, view, given),
        captions=view.captions,
        layout=view.layout,
        grouping=view.grouping,
        groups=groups,
        marks=tuple(sorted(marks, key=lambda mark: mark.id)),
        lines=tuple(sorted(lines, key=lambda line: line.eid)),
        claims=MappingProxyType({id_: claim_of(each) for id_, each in claims.items()}),
        sources=MappingProxyType(_sources(claims.values())),
        focus=tuple(id_ for id_ in view.focus if id_ in seen.marks),
        presets=view.presets,
        query=view.query,
        params=MappingProxyType({key: str(value) for key, value in sorted(asked.items())}),
        as_of=as_of,
        lang=lang,
        data_version=__version__,
    )


def _when(as_of: str) -> tuple[str, str] | None:
    if not as_of:
        return None
    if not is_date(as_of):
        raise ViewError(wrong(as_of))
    return bounds(as_of)


def _see(graph: OpenGraph, view: View, answer: Answer, lang: str) -> Seen:
    columns = entity_columns(answer, view.columns)
    if view.columns and (lost := [each for each in view.columns if each not in columns]):
        hint = did_you_mean(lost[0], entity_columns(answer))
        message = f"column {lost[0]!r} of {view.query} holds no entities{hint}"
        raise ViewError(f"visualizations/{view.name}.toml, columns: {message}")
    ids = {id_ for row in answer.rows for column in columns for id_ in ids_in(answer, row, column)}
    held = store_.entities(graph.store, ids | set(view.focus))
    marks = {id_: mark_of(props, lang) for id_, props in held.items() if id_ not in view.without}
    rests_on = {claim for row in answer.rows for claim in _claims(row)}
    related = [
        each
        for each in store_.related(graph.store, marks)
        if _is_wanted(each, view) and (view.between or rests_on.intersection(each.claims))
    ]
    told = store_.told(
        graph.store, rests_on | {claim for each in related for claim in each.claims}, lang
    )
    named = store_.entities(graph.store, named_in(related))
    names = {id_: name_of(props, lang) for id_, props in named.items()}
    return Seen(answer, marks, related, told, names)


def _is_wanted(found: Related, view: View) -> bool:
    if view.types:
        return found.type in view.types
    return view.derived or not found.props.get("derived")


def _claims(row: Mapping[str, Any]) -> list[str]:
    value = row.get("claims")
    return value if isinstance(value, list) else []


def _drawn(seen: Seen, view: View, lang: str) -> tuple[list[Mark], list[Line]]:
    marks = dict(seen.marks)
    if view.event:
        return events(seen.answer, view.event, marks, lang), []
    if view.amount:
        marks = amounts(seen.answer, view.amount, marks, lang)
    if view.line:
        return list(marks.values()), row_lines(seen.answer, view.line, marks, seen.told)
    lines = [line_of(each, marks, seen.told, seen.names) for each in seen.related]
    return list(marks.values()), lines


def _then(
    marks: Sequence[Mark], lines: Sequence[Line], told: Mapping[str, Told], when: tuple[str, str]
) -> tuple[list[Mark], list[Line]]:
    """What held at a time; a mark that only later lines would touch goes with them."""
    held = [line for each in lines if (line := at_time(each, told, when))]
    before = {end for line in lines for end in (line.start, line.end)}
    after = {end for line in held for end in (line.start, line.end)}
    kept = [
        mark
        for mark in marks
        if (mark.id in after or mark.id not in before) and not (mark.date and mark.date > when[1])
    ]
    return kept, held


def _used(
    told: Mapping[str, Told], marks: Iterable[Mark], lines: Iterable[Line]
) -> dict[str, Told]:
    wanted = {claim for mark in marks for claim in mark.claims}
    wanted |= {claim for line in lines for claim in line.claims}
    return {id_: each for id_, each in sorted(told.items()) if id_ in wanted}


def _sources(told: Iterable[Told]) -> dict[str, Any]:
    found = {str(each.source["id"]): source_of(each.source) for each in told}
    return dict(sorted(found.items()))


def _titles(case: Case, view: View, given: Mapping[str, object]) -> Words:
    """The view's own title; its finding holds for its own parameters only."""
    if all(view.params.get(key) == str(value) for key, value in given.items()):
        return view.titles
    shown = ", ".join(f"{key} {value}" for key, value in sorted(given.items()))
    question = saved.find(case, view.query).title
    neutral = view.neutral or dict.fromkeys(LANGUAGES, question)
    return MappingProxyType({lang: f"{text} ({shown})" for lang, text in neutral.items()})
