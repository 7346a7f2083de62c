"""Lists in columns: headings, and under each names with a symbol and small print."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.figures.cards import title
from kg.figures.drawing import INK, SOFT, Group, Item, Look, Text, block
from kg.figures.icons import icon
from kg.figures.measure import balanced, wrapped
from kg.views.picture import Mark

_MOST_LINES = 5


@dataclass(frozen=True, slots=True)
class Sizes:
    """Sizes of names and of small print, the width of a column and what lies between two."""

    name: float
    aside: float
    wide: float
    gap: float


@dataclass(frozen=True, slots=True)
class Row:
    """A measured row; a ``mark`` of None makes it a heading, which stays with what follows."""

    mark: Mark | None
    lines: tuple[str, ...]
    under: tuple[str, ...]
    height: float


def heading(text: str, sizes: Sizes) -> Row:
    """A heading."""
    lines = wrapped(text, sizes.wide, sizes.name, 700)
    return Row(None, lines, (), sizes.name * 1.2 * len(lines) + sizes.name * 0.35)


def entry(mark: Mark, under: str, sizes: Sizes) -> Row:
    """A name with small print."""
    room = sizes.wide - sizes.name * 1.4
    lines = balanced(title(mark), room, sizes.name, 600)
    small = wrapped(under, room, sizes.aside, 400, _MOST_LINES) if under else ()
    high = sizes.name * 1.2 * len(lines) + sizes.aside * 1.25 * len(small) + sizes.name * 0.4
    return Row(mark, lines, small, high)


def in_columns(rows: Sequence[Row], count: int) -> list[list[Row]]:
    """The rows in order, in columns as even as can be; no heading ends a column."""
    limit = max(sum(row.height for row in rows) / count, max(row.height for row in rows))
    while True:
        found: list[list[Row]] = [[]]
        for row, after in zip(rows, [*rows[1:], None], strict=True):
            need = row.height + (after.height if row.mark is None and after else 0.0)
            if found[-1] and height(found[-1]) + need > limit:
                found.append([])
            found[-1].append(row)
        if len(found) <= count:
            return found
        limit *= 1.02


def height(column: Sequence[Row]) -> float:
    """How high a column is; a heading that is not the first has room above it."""
    above = sum(_above(row) for row in column[1:])
    return sum(row.height for row in column) + above


def drawn(columns: Sequence[Sequence[Row]], x: float, y: float, sizes: Sizes) -> Iterator[Item]:
    """The columns from (x, y) on."""
    for place, column in enumerate(columns):
        left, top = x + place * (sizes.wide + sizes.gap), y
        for number, row in enumerate(column):
            top += _above(row) if number else 0.0
            yield _drawn(row, left, top, sizes)
            top += row.height


def _above(row: Row) -> float:
    return row.height * 0.5 if row.mark is None else 0.0


def _drawn(row: Row, x: float, y: float, sizes: Sizes) -> Item:
    step = sizes.name * 1.2
    if row.mark is None:
        return block(x, y, row.lines, Look(sizes.name, 700, INK), step)[0]
    left = x + sizes.name * 1.4
    text, high = block(left, y, row.lines, Look(sizes.name, 600, INK), step)
    parts: list[Item] = [
        icon(row.mark.label, x + sizes.name * 0.5, y + step / 2, sizes.name * 0.86),
        text,
    ]
    if row.under:
        parts.append(_small(row, left, y + high, sizes))
    return Group(tuple(parts), id=f"mark-{row.mark.id}", about=row.mark.name, kind="entry")


def _small(row: Row, x: float, y: float, sizes: Sizes) -> Text:
    return block(x, y, row.under, Look(sizes.aside, 400, SOFT), sizes.aside * 1.25)[0]
