"""The matrix: a row for every force, a column for everything else, a sign where they meet."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from kg.figures.cards import countries, title
from kg.figures.cells import cell
from kg.figures.connectors import Connector, connectors
from kg.figures.drawing import FAINT, INK, SOFT, Box, Drawing, Group, Item, Look, Path, Text
from kg.figures.icons import icon, number
from kg.figures.layered import Room
from kg.figures.measure import longest_word, width, wrapped
from kg.figures.notes import Notes
from kg.figures.words import Words
from kg.views.picture import Mark, Picture

_BAND = "#F4F4F2"
_WIDEST = 6.0
"""A column is at most so many times as wide as a name is high."""


@dataclass(frozen=True, slots=True)
class Grid:
    """A measured matrix."""

    rows: tuple[Mark, ...]
    heads: tuple[Mark, ...]
    cells: Mapping[tuple[str, str], tuple[Connector, ...]] = field(hash=False)
    titles: Mapping[str, tuple[str, ...]] = field(hash=False)
    name: float
    aside: float
    left: float
    top: float
    wide: float
    tall: float

    @property
    def width(self) -> float:
        """All of it."""
        return self.left + self.wide * len(self.heads)

    @property
    def height(self) -> float:
        """All of it."""
        return self.top + self.tall * len(self.rows)


def matrix(picture: Picture, notes: Notes, words: Words, room: Room) -> Drawing | None:
    """The matrix with the largest names that fit."""
    for name in room.names:
        found = _grid(picture, notes, room, name)
        if found and found.width <= room.width + 0.5 and found.height <= room.height:
            groups = {mark.id: mark.group for mark in picture.marks}
            items = (*_frame(found, groups), *_rows(found), *_heads(found), *_signs(found))
            order = [each.note for row in found.rows for head in found.heads
                     for each in found.cells.get((row.id, head.id), ()) if each.note]  # fmt: skip
            return Drawing(found.width, found.height, items, (), tuple(dict.fromkeys(order)))
    return None


def rows_of(picture: Picture) -> list[Mark]:
    """The forces: by group, then the fullest first."""
    place = {group.id: number for number, group in enumerate(picture.groups)}
    filled = _filled(picture)
    forces = [mark for mark in picture.marks if mark.role == "force"]
    return sorted(
        forces, key=lambda m: (place.get(m.group, 0), -filled[m.id], m.name.casefold(), m.id)
    )


def _filled(picture: Picture) -> Mapping[str, int]:
    return Counter(id_ for line in picture.lines for id_ in (line.start, line.end))


def _grid(picture: Picture, notes: Notes, room: Room, name: float) -> Grid | None:
    filled = _filled(picture)
    rows = rows_of(picture)
    heads = [mark for mark in picture.marks if mark.role != "force" and filled[mark.id]]
    heads.sort(key=lambda mark: (-filled[mark.id], mark.name.casefold(), mark.id))
    if not rows or not heads:
        return None
    aside = max(room.aside, name * 0.74)
    code = max(width(countries(mark), aside) for mark in rows)
    around = name * 1.6 + code + name * 1.4
    longest = max(width(title(mark), name, 400) for mark in rows)
    left = around + min(longest, room.width * 0.34)
    wide = min(name * _WIDEST, (room.width - left) / len(heads))
    if wide < name * 1.9:
        return None
    titles = {mark.id: wrapped(title(mark), left - around, name, 400) for mark in rows}
    tall = max(1, *(len(lines) for lines in titles.values())) * name * 1.22 + name * 0.5
    across = wide * 0.92
    most = max(1, int(across / (name * 1.2)))
    titles |= {mark.id: _head(mark, name, most) for mark in heads}
    top = max(width(line, name, 600) for mark in heads for line in titles[mark.id]) + name * 2.4
    return Grid(
        tuple(rows), tuple(heads), _cells(picture, notes), titles, name, aside, left, top, wide,
        tall,
    )  # fmt: skip


def _head(mark: Mark, name: float, most: int) -> tuple[str, ...]:
    """A head in as few letters as it can be, in at most so many lines."""
    room = max(name * 9, min(longest_word(title(mark), name, 600), name * 18))
    while len(lines := wrapped(title(mark), room, name, 600)) > most:
        room += name
    return lines


def _cells(picture: Picture, notes: Notes) -> Mapping[tuple[str, str], tuple[Connector, ...]]:
    found: defaultdict[tuple[str, str], list[Connector]] = defaultdict(list)
    roles = {mark.id: mark.role for mark in picture.marks}
    for each in connectors(picture, notes.numbers):
        pair = (each.start, each.end) if roles[each.start] == "force" else (each.end, each.start)
        found[pair].append(each)
    return {pair: tuple(each) for pair, each in found.items()}


def _frame(grid: Grid, groups: Mapping[str, str]) -> Iterator[Item]:
    """Bands behind every other row, a line between groups."""
    before = None
    for place, mark in enumerate(grid.rows):
        y = grid.top + place * grid.tall
        if place % 2 == 0:
            yield Box(0.0, y, grid.width, grid.tall, fill=_BAND)
        if groups[mark.id] != before:
            heavy = SOFT if before is None else "#9A9A9A"
            yield Path(f"M0 {number(y)}H{number(grid.width)}", stroke=heavy, line=grid.name / 16)
            before = groups[mark.id]
    yield Path(f"M0 {number(grid.height)}H{number(grid.width)}", stroke=SOFT, line=grid.name / 16)
    for place in range(len(grid.heads)):
        x = number(grid.left + place * grid.wide)
        d = f"M{x} {number(grid.top)}V{number(grid.height)}"
        yield Path(d, stroke=FAINT, line=grid.name / 24)


def _rows(grid: Grid) -> Iterator[Item]:
    step = grid.name * 1.22
    for place, mark in enumerate(grid.rows):
        middle = grid.top + (place + 0.5) * grid.tall
        lines = grid.titles[mark.id]
        first = middle + grid.name * 0.34 - (len(lines) - 1) * step / 2
        items: list[Item] = [
            icon(mark.label, grid.name * 0.6, middle, grid.name * 0.9),
            Text(grid.name * 1.6, first, lines, Look(grid.name, 400, INK), step),
        ]
        if code := countries(mark):
            at = grid.left - grid.name * 0.7
            look = Look(grid.aside, 400, SOFT, "end")
            items.append(Text(at, middle + grid.aside * 0.34, (code,), look))
        yield Group(tuple(items), id=f"mark-{mark.id}", about=mark.name, kind="row")


def _heads(grid: Grid) -> Iterator[Item]:
    step = grid.name * 1.2
    for place, mark in enumerate(grid.heads):
        middle = grid.left + (place + 0.5) * grid.wide
        lines = grid.titles[mark.id]
        first = middle + grid.name * 0.34 - (len(lines) - 1) * step / 2
        y = grid.top - grid.name * 1.8
        items = (
            icon(mark.label, middle, grid.top - grid.name * 0.9, grid.name * 0.9),
            Text(first, y, lines, Look(grid.name, 600, INK), step, turned=True),
        )
        yield Group(items, id=f"mark-{mark.id}", about=mark.name, kind="head")


def _signs(grid: Grid) -> Iterator[Item]:
    for row, mark in enumerate(grid.rows):
        for column, head in enumerate(grid.heads):
            found = grid.cells.get((mark.id, head.id), ())
            x = grid.left + (column + 0.5) * grid.wide
            y = grid.top + (row + 0.5) * grid.tall
            yield from _in_cell(grid, found, x, y)


def _in_cell(grid: Grid, found: Sequence[Connector], x: float, y: float) -> Iterator[Item]:
    """One sign in the middle; with a note, or beside others, they share the cell."""
    size = grid.name * 0.92
    widths = [size + (width(str(each.note), grid.aside) * 1.15 if each.note else 0.0)
              for each in found]  # fmt: skip
    gap = grid.name * 0.3
    at = x - (sum(widths) + gap * (len(found) - 1)) / 2
    for each, wide in zip(found, widths, strict=True):
        yield cell(each.style, at + size / 2, y, size)
        if each.note:
            look = Look(grid.aside, 600, INK)
            yield Text(at + size * 1.1, y + grid.aside * 0.34, (str(each.note),), look)
        at += wide + gap
