"""Matrix: a row for every force, a column for everything else; lines are its cells."""

from collections import Counter
from collections.abc import Mapping, Sequence

from kg.layout.frames import Frame, Placed
from kg.layout.sizes import Sizes
from kg.views.picture import Mark, Picture

_GAP = 6.0
_SMALLEST = 36.0


def matrix(picture: Picture, sizes: Sizes) -> Placed:
    """Forces down the left side by group, columns along the top, the fullest first.

    The middle of the cell of a line is the x of its column's mark and the y of its row's mark. The
    heads of columns are expected to be drawn upwards: their sizes are those of the turned text.
    """
    rows, heads = _rows(picture), _heads(picture)
    left = max((sizes[mark.id][0] for mark in rows), default=0.0)
    top = max((sizes[mark.id][1] for mark in heads), default=0.0)
    tall = max([_SMALLEST, *(sizes[mark.id][1] + _GAP for mark in rows)])
    wide = max([_SMALLEST, *(sizes[mark.id][0] + _GAP for mark in heads)])
    points = {
        mark.id: (left - sizes[mark.id][0] / 2, top + _GAP + tall * (place + 0.5))
        for place, mark in enumerate(rows)
    } | {
        mark.id: (left + _GAP + wide * (place + 0.5), top - sizes[mark.id][1] / 2)
        for place, mark in enumerate(heads)
    }
    width, height = left + _GAP + wide * len(heads), top + _GAP + tall * len(rows)
    bands = [
        Frame("row", m.id, m.names, 0.0, points[m.id][1] - tall / 2, width, tall) for m in rows
    ]
    columns = [
        Frame("column", m.id, m.names, points[m.id][0] - wide / 2, 0.0, wide, height) for m in heads
    ]
    return Placed(points, (*bands, *columns))


def _rows(picture: Picture) -> Sequence[Mark]:
    order = {group.id: place for place, group in enumerate(picture.groups)}
    filled = _filled(picture)
    forces = [mark for mark in picture.marks if mark.role == "force"]
    return sorted(
        forces, key=lambda m: (order.get(m.group, 0), -filled[m.id], m.name.casefold(), m.id)
    )


def _heads(picture: Picture) -> Sequence[Mark]:
    filled = _filled(picture)
    others = [mark for mark in picture.marks if mark.role != "force"]
    return sorted(others, key=lambda m: (-filled[m.id], m.name.casefold(), m.id))


def _filled(picture: Picture) -> Mapping[str, int]:
    return Counter(end for line in picture.lines for end in (line.start, line.end))
