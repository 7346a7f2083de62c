"""The kinds of figure, and which one a picture is drawn as."""

from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from functools import partial

from kg.figures.connectors import connectors, used_styles
from kg.figures.disputes import by_title, is_disputed
from kg.figures.drawing import Drawing
from kg.figures.flow import flow
from kg.figures.layered import Room, layered
from kg.figures.legend import Entry, entries
from kg.figures.matrix import matrix
from kg.figures.measure import checked
from kg.figures.notes import Notes, contested, line_notes
from kg.figures.questions import named, part_of_disputes, questions, told, units_of_disputes
from kg.figures.sankey import is_flow, largest_of, sankey
from kg.figures.sizing import Extras
from kg.figures.summary import summary
from kg.figures.tiles import part_of_countries, tiles
from kg.figures.timeline import timeline
from kg.figures.units import (
    Unit,
    lines_by_hub,
    part_of_contracts,
    part_of_lines,
    part_of_marks,
    part_of_rows,
    units_of_contracts,
    units_of_countries,
    units_of_lines,
    units_of_marks,
    units_of_rows,
)
from kg.figures.words import Words
from kg.views.picture import Picture
from kg.views.styles import styles


@dataclass(frozen=True, slots=True)
class Kind:
    """How one kind of figure is made: its notes, its legend, its drawing in a room."""

    name: str
    notes: Callable[[Picture, Words, int], Notes]
    entries: Callable[[Picture, Words], Sequence[Entry]]
    draw: Callable[[Picture, Notes, Words, Room], Drawing | None]
    units: Callable[[Picture], Sequence[Unit]]
    """What a figure is split between, in the order of parts: ids of lines or of marks."""
    part: Callable[[Picture, Set[str]], Picture]
    """The picture of some units."""
    alt: str = "alt"
    """The sentence that describes it, in words.toml."""
    counts: Callable[[Picture, Notes], Mapping[str, object]] = lambda picture, notes: {
        "marks": len(picture.marks),
        "lines": len(connectors(picture, notes.numbers)),
    }
    """What that sentence counts."""
    is_loose: bool = False
    """Whether units that do not follow each other may share a part."""
    singly: Callable[[Picture], Sequence[str]] | None = None
    """The ids alone, in an order that may take fewer parts."""
    brief: "Kind | None" = None
    """How to draw it with less on each part, where it takes too many."""
    told: Callable[[Picture, Words], Iterable[str]] = lambda picture, words: ()
    """What it says beyond names and ties, line by line."""


def kind_of(picture: Picture) -> Kind:
    """The kind that a picture is drawn as."""
    if picture.layout == "layered" and is_flow(picture):
        return replace(_SANKEY, draw=partial(sankey, largest=largest_of(picture)))
    if picture.layout == "force" and is_disputed(picture):
        return _QUESTIONS
    return _KINDS.get(picture.layout, _LAYERED)


def _layered(picture: Picture, notes: Notes, words: Words, room: Room) -> Drawing | None:
    drawn = connectors(picture, notes.numbers)
    extras = Extras(_under(picture, words), _about(picture, words), picture.focus)
    return layered(flow(picture, drawn), extras, room)


def _under(picture: Picture, words: Words) -> Mapping[str, str]:
    """The amount of a mark; of one that no line tells of, over what sources disagree."""
    touched = {id_ for line in picture.lines for id_ in (line.start, line.end)}
    found = {}
    for mark in picture.marks:
        if mark.value is not None:
            found[mark.id] = words.amount(mark.value, mark.currency)
        elif mark.id not in touched and (told := contested(mark, picture, words)):
            found[mark.id] = told
    return found


def _about(picture: Picture, words: Words) -> Mapping[str, str]:
    """What is told of each mark and line that is pointed at."""
    names = {mark.id: mark.name for mark in picture.marks}
    lines = {
        line.eid: f"{names[line.start]} {line.words[words.lang]} {names[line.end]}: {line.cite}"
        for line in picture.lines
    }
    return {**names, **lines}


def _entries(picture: Picture, words: Words) -> Sequence[Entry]:
    return entries(picture.marks, used_styles(picture.lines), words.lang)


def _signs(picture: Picture, words: Words) -> Sequence[Entry]:
    """A legend of symbols alone: its figure has no lines."""
    return entries(picture.marks, (), words.lang)


def _cells(picture: Picture, words: Words) -> Sequence[Entry]:
    """A legend of cells in place of lines."""
    found = entries(picture.marks, used_styles(picture.lines), words.lang)
    return [Entry(each.text, each.label, "", each.style) for each in found]


def _bands(picture: Picture, words: Words) -> Sequence[Entry]:
    """A legend of symbols, of what dashes in a band mean, and of a band's measure."""
    drawn = [name for name in used_styles(picture.lines) if styles()[name].dash]
    found = list(entries(picture.marks, drawn, words.lang))
    return [*found, Entry(checked(words.say("shared")), style="", band="shared")]


def _contracts(picture: Picture, notes: Notes) -> Mapping[str, object]:
    return {"marks": sum(mark.value is not None for mark in picture.marks)}


def _entities(picture: Picture, notes: Notes) -> Mapping[str, object]:
    found = {mark.entity or mark.id for mark in picture.marks}
    return {"marks": len(found), "lines": len(picture.lines)}


def _disputes(picture: Picture, notes: Notes) -> Mapping[str, object]:
    found = by_title(picture)
    sources = {claim.source for claims in found.values() for claim in claims}
    return {"marks": len(found), "sources": len(sources)}


def _no_notes(picture: Picture, words: Words, most: int) -> Notes:
    """The figure says beside each name what there is to say."""
    return Notes({}, {})


def _years(picture: Picture, notes: Notes) -> Mapping[str, object]:
    years = sorted(mark.date[:4] for mark in picture.marks if mark.date) or ["?"]
    return {"marks": len(picture.marks), "first": years[0], "last": years[-1]}


def _countries(picture: Picture, notes: Notes) -> Mapping[str, object]:
    codes = {code for mark in picture.marks for code in mark.country[:1]}
    return {"marks": len(picture.marks), "countries": len(codes)}


def _table(picture: Picture, notes: Notes) -> Mapping[str, object]:
    rows = sum(mark.role == "force" for mark in picture.marks)
    cells = len({(line.start, line.end) for line in picture.lines})
    return {"rows": rows, "columns": len(picture.marks) - rows, "lines": cells}


_LAYERED = Kind(
    "layered", line_notes, _entries, _layered, units_of_lines, part_of_lines, is_loose=True,
    singly=lines_by_hub,
)  # fmt: skip
_SANKEY = Kind(
    "sankey", line_notes, _bands, sankey, units_of_contracts, part_of_contracts,
    "alt_sankey", _contracts,
)  # fmt: skip
_QUESTIONS = Kind(
    "questions", _no_notes, lambda picture, words: (), questions, units_of_disputes,
    part_of_disputes, "alt_questions", _disputes, is_loose=True, told=told,
)  # fmt: skip
_QUESTIONS = replace(_QUESTIONS, brief=replace(_QUESTIONS, name="named", draw=named))
SUMMARY = Kind(
    "summary", _no_notes, lambda picture, words: (), summary, lambda picture: (), part_of_lines,
    "alt_summary", _entities,
)  # fmt: skip
"""What a picture is drawn as where it has no room, not even in parts."""
_KINDS: Mapping[str, Kind] = {
    "timeline": Kind(
        "timeline", _no_notes, _signs, timeline, units_of_marks, part_of_marks,
        "alt_timeline", _years,
    ),
    "map": Kind(
        "map", _no_notes, _signs, tiles, units_of_countries, part_of_countries, "alt_map",
        _countries,
    ),
    "matrix": Kind(
        "matrix", line_notes, _cells, matrix, units_of_rows, part_of_rows, "alt_matrix", _table
    ),
}  # fmt: skip
