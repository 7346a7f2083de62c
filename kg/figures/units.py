"""What a figure that is too dense for its paper is split between."""

from collections import Counter
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, field, replace

from kg.figures.connectors import Connector, connectors
from kg.figures.flow import flow
from kg.figures.matrix import rows_of
from kg.figures.rows import Node, rows
from kg.layout.columns import columns
from kg.layout.components import components
from kg.views.picture import Line, Mark, Picture

Unit = str | tuple["Unit", ...]
"""An id, or units that tell one story: they stay on one part where they fit on it."""


def ids_of(unit: Unit) -> tuple[str, ...]:
    """All ids in a unit, in order."""
    if isinstance(unit, str):
        return (unit,)
    return tuple(id_ for inner in unit for id_ in ids_of(inner))


def units_of_lines(picture: Picture) -> Sequence[Unit]:
    """The ids of all lines by what hangs together, and in that by what they are about.

    The largest part first; what no drawn line touches comes last.
    """
    drawn = connectors(picture)
    return [*_stories(picture, drawn), *_alone(picture, drawn)]


def lines_by_hub(picture: Picture) -> Sequence[str]:
    """The ids of all lines, those that leave a hub together after each other; then what is alone.

    In this order they may take fewer parts than as stories, and are harder to follow.
    """
    drawn = connectors(picture)
    found = sorted(
        (each.part, each.hub, each.tree, each.far, each.tie.key, each)
        for each in _placed(picture, drawn)
    )
    lines = [line.eid for *_, each in found for line in each.tie.lines]
    return [*lines, *_alone(picture, drawn)]


@dataclass(frozen=True, slots=True)
class _Placed:
    """A connector: in which part that hangs together, where its hub stands and its far end."""

    part: int
    hub: float
    tree: int
    far: float
    tie: Connector
    places: Mapping[Node, float] = field(compare=False)


def _placed(picture: Picture, drawn: Sequence[Connector]) -> list[_Placed]:
    if not drawn:
        return []
    found = flow(picture, drawn)
    places = rows(found.columns, dict.fromkeys(found.columns, 40.0), found.trees, 12.0, 10.0)
    pairs = [(each.start, each.end) for each in drawn]
    parts = components((mark.id for mark in picture.marks), pairs)
    where = {id_: number for number, part in enumerate(parts) for id_ in part}
    return [
        _Placed(where[tree.hub], places[tree.hub], tree.number, places[tree.far(tie)], tie, places)
        for tree in found.trees
        for tie in tree.members
    ]


def _stories(picture: Picture, drawn: Sequence[Connector]) -> list[Unit]:
    """What hangs together; in it every system or contract with all its ties, as rows place them."""
    about = _about(picture, drawn)
    stories: dict[int, dict[str, dict[int, list[str]]]] = {}
    ordered = sorted(
        (each.part, each.places[about[each.tie.key]], about[each.tie.key], each.tree, each.far,
         each.tie.key, each)
        for each in _placed(picture, drawn)
    )  # fmt: skip
    for part, _, star, tree, *_, each in ordered:
        held = stories.setdefault(part, {}).setdefault(star, {}).setdefault(tree, [])
        held += [line.eid for line in each.tie.lines]
    return [
        tuple(tuple(map(tuple, star.values())) for star in part.values())
        for part in stories.values()
    ]


def _about(picture: Picture, drawn: Sequence[Connector]) -> dict[tuple[str, str, str], str]:
    """The end that each connector is told with: a system or contract with more ties, or a hub."""
    ties = Counter(id_ for each in drawn for id_ in {each.start, each.end})
    middle = {mark.id for mark in picture.marks if mark.role in ("system", "contract")}

    def weight(id_: str) -> tuple[bool, int]:
        return (id_ in middle and ties[id_] > 1, ties[id_])

    return {each.key: max(each.start, each.end, key=weight) for each in drawn}


def _alone(picture: Picture, drawn: Sequence[Connector]) -> list[str]:
    """The ids of marks that no drawn line touches, sellers before police."""
    touched = {id_ for each in drawn for id_ in (each.start, each.end)}
    alone = [mark for mark in picture.marks if mark.id not in touched]
    places = columns(picture)
    alone.sort(key=lambda mark: (places[mark.id], mark.label, mark.name.casefold(), mark.id))
    return [mark.id for mark in alone]


def part_of_lines(picture: Picture, units: Set[str]) -> Picture:
    """The picture of some lines and their ends, and of some marks that stand alone.

    A line from a mark to itself is nowhere drawn; it goes with its mark.
    """
    lines = tuple(line for line in picture.lines if units & {line.eid, *_itself(line)})
    ends = {id_ for line in lines for id_ in (line.start, line.end)} | set(units)
    marks = tuple(mark for mark in picture.marks if mark.id in ends)
    return replace(picture, lines=lines, marks=marks)


def _itself(line: Line) -> tuple[str, ...]:
    return (line.start,) if line.start == line.end else ()


def units_of_contracts(picture: Picture) -> Sequence[str]:
    """The ids of what has an amount, the largest first; then what no line touches."""
    valued = [mark for mark in picture.marks if mark.value]
    ordered = sorted(valued, key=lambda mark: (-(mark.value or 0.0), mark.name.casefold(), mark.id))
    ids = [mark.id for mark in ordered]
    return [*ids, *(id_ for id_ in _alone(picture, connectors(picture)) if id_ not in ids)]


def part_of_contracts(picture: Picture, units: Set[str]) -> Picture:
    """The picture of some contracts, of who holds them and who pays."""
    lines = {line.eid for line in picture.lines if units & {line.start, line.end}}
    return part_of_lines(picture, lines | units)


def units_of_marks(picture: Picture) -> Sequence[str]:
    """The ids of all marks by date, then by name."""
    ordered = sorted(
        picture.marks,
        key=lambda mark: (not mark.date, mark.date, mark.name.casefold(), mark.id),
    )
    return [mark.id for mark in ordered]


def units_of_countries(picture: Picture) -> Sequence[str]:
    """The ids of all marks, country by country, the one with most first."""
    count = Counter(next(iter(mark.country), "") for mark in picture.marks)

    def key(mark: Mark) -> tuple[bool, int, str, str, str, str]:
        code = next(iter(mark.country), "")
        return (not code, -count[code], code, mark.role, mark.name.casefold(), mark.id)

    return [mark.id for mark in sorted(picture.marks, key=key)]


def units_of_rows(picture: Picture) -> Sequence[str]:
    """The ids of the rows of a matrix."""
    return [mark.id for mark in rows_of(picture)]


def part_of_rows(picture: Picture, units: Set[str]) -> Picture:
    """The picture of some rows, and of the columns that they fill."""
    lines = tuple(line for line in picture.lines if units & {line.start, line.end})
    ends = {id_ for line in lines for id_ in (line.start, line.end)} | set(units)
    marks = tuple(mark for mark in picture.marks if mark.id in ends)
    return replace(picture, lines=lines, marks=marks)


def part_of_marks(picture: Picture, units: Set[str]) -> Picture:
    """The picture of some marks and what ties them."""
    marks = tuple(mark for mark in picture.marks if mark.id in units)
    lines = tuple(line for line in picture.lines if line.start in units and line.end in units)
    used = {mark.group for mark in marks}
    groups = tuple(group for group in picture.groups if group.id in used)
    return replace(picture, marks=marks, lines=lines, groups=groups)
