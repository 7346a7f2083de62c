"""From a view and an open graph to a picture."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from types import MappingProxyType

from kg.case import Case
from kg.dates import bounds, is_date, wrong
from kg.errors import ViewError
from kg.queries import saved
from kg.schema import LANGUAGES
from kg.version import __version__
from kg.views.ends import derived_line, ended_mark
from kg.views.evidence import claim_of, source_of
from kg.views.found import Related, Told
from kg.views.groups import grouped
from kg.views.hops import with_hops
from kg.views.lines import line_of
from kg.views.picture import Group, Line, Mark, Picture, Source, Words
from kg.views.rows import amounts, events, row_lines
from kg.views.seen import OpenGraph, Seen, see, with_rows
from kg.views.spec import View
from kg.views.times import Span, held

__all__ = ["OpenGraph", "draw"]

Shown = tuple[list[Mark], tuple[Group, ...], list[Line]]


def draw(
    graph: OpenGraph,
    view: View,
    params: Mapping[str, object] | None = None,
    lang: str = "en",
    as_of: str = "",
) -> Picture:
    """The picture of a view: its query's entities, and what ties them.

    ``params`` replace those of the view; ``as_of`` (2019-03) keeps what held then or has no date.

    Raises:
        ViewError, QueryError: The language, the date or a parameter is none.
    """
    when = _when(lang, as_of)
    given = {key: value for key, value in (params or {}).items() if value is not None}
    asked = {**view.params, **given}
    view = _led(graph, view, given)
    seen = see(graph, view, graph.query(view.query, **asked), lang)
    marks, groups, lines = _shown(seen, view, lang, when)
    claims = _used(seen.told, marks, lines)
    return Picture(
        name=view.name,
        titles=_titles(graph.case, view, given, as_of),
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


def _when(lang: str, as_of: str) -> Span | None:
    """The day or days asked for, if the language is one too."""
    if lang not in LANGUAGES:
        raise ViewError(f"no language {lang!r}; one of {', '.join(LANGUAGES)}")
    if not as_of:
        return None
    if not is_date(as_of):
        raise ViewError(wrong(as_of))
    return bounds(as_of)


def _shown(seen: Seen, view: View, lang: str, when: Span | None) -> Shown:
    """What is drawn: as of a day, what held then; each mark with its rows, distance and group."""
    marks, lines = _drawn(seen, view, lang, when)
    if when:
        marks, lines = held(marks, lines, seen.told, when)
    marks = with_hops(with_rows(marks, lines, seen, view), lines, view.focus)
    return *grouped(marks, view.grouping, lang), lines


def _drawn(seen: Seen, view: View, lang: str, when: Span | None) -> tuple[list[Mark], list[Line]]:
    last = when[1] if when else "9999"
    marks = {
        id_: ended_mark(mark, seen.ends, seen.told, lang, last) for id_, mark in seen.marks.items()
    }
    if view.event:
        return events(seen.answer, view.event, marks, lang), []
    if view.amount:
        marks = amounts(seen.answer, view.amount, marks, lang)
    if view.line:
        return list(marks.values()), row_lines(seen.answer, view.line, marks, seen.told)
    return list(marks.values()), [_line(each, seen, marks) for each in seen.related]


def _line(each: Related, seen: Seen, marks: Mapping[str, Mark]) -> Line:
    line = line_of(each, marks, seen.told, seen.names)
    return derived_line(line, each, seen.ends, seen.told) if line.derived else line


def _used(
    told: Mapping[str, Told], marks: Iterable[Mark], lines: Iterable[Line]
) -> dict[str, Told]:
    wanted = {claim for mark in marks for claim in mark.claims}
    wanted |= {claim for line in lines for claim in line.claims}
    return {id_: each for id_, each in sorted(told.items()) if id_ in wanted}


def _sources(told: Iterable[Told]) -> dict[str, Source]:
    found = {str(each.source["id"]): source_of(each.source) for each in told}
    return dict(sorted(found.items()))


def _led(graph: OpenGraph, view: View, given: Mapping[str, object]) -> View:
    """The view with the ids that its own lead to now."""
    without = tuple(map(graph.names.led, view.without))
    return replace(view, focus=_focus(graph, view, given), without=without)


def _focus(graph: OpenGraph, view: View, given: Mapping[str, object]) -> tuple[str, ...]:
    """What the picture is about: who is given in the place of a focus takes its place.

    An id that was merged into another leads there, as everywhere.
    """
    found = []
    for id_ in view.focus:
        keys = [key for key, value in view.params.items() if value == id_ and key in given]
        found.append(graph.names.one(str(given[keys[0]])) if keys else graph.names.led(id_))
    return tuple(dict.fromkeys(found))


def _titles(case: Case, view: View, given: Mapping[str, object], as_of: str) -> Words:
    """The view's own title; its finding holds for its own parameters only, and for today."""
    others = {key: value for key, value in given.items() if view.params.get(key) != str(value)}
    if not others and not as_of:
        return view.titles
    named = [f"{key} {value}" for key, value in sorted(given.items())] if others else []
    shown = ", ".join([*named, *filter(None, [as_of])])
    question = saved.find(case, view.query).title
    neutral = view.neutral or dict.fromkeys(LANGUAGES, question)
    return MappingProxyType({lang: f"{text} ({shown})" for lang, text in neutral.items()})
