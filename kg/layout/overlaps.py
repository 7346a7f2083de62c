"""Boxes that lie over each other are pushed apart, as little as will do.

Each round finds the pairs that overlap with a grid of cells and moves both by half of the shorter
way out. What is still left after many rounds is put into the nearest free place.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Array = NDArray[np.float64]
    Index = NDArray[np.int64]

_ROUNDS = 80
_WIDER = 1.12
_WIDER_EVERY = 10


def without_overlaps(points: "Array", sizes: "Array", gap: float = 8.0) -> "Array":
    """The same points, moved so that no two boxes touch; ``sizes`` are widths and heights."""
    import numpy as np

    if len(points) < 2:
        return points
    room = sizes + gap
    found = points.copy()
    for number in range(1, _ROUNDS + 1):
        left, right = _overlapping(found, room)
        if not len(left):
            return found
        found = _pushed(found, room, left, right)
        if number % _WIDER_EVERY == 0:
            found *= _WIDER
    left, right = _overlapping(found, room)
    return _settled(found, room, np.unique(right)) if len(left) else found


def _overlapping(points: "Array", room: "Array") -> "tuple[Index, Index]":
    """Pairs of boxes that overlap: indices, the lower one left."""
    import numpy as np

    near = [pair for pair in _neighbours(points, room) if len(pair[0])]
    if not near:
        empty = np.zeros(0, dtype=np.int64)
        return empty, empty
    left = np.concatenate([pair[0] for pair in near])
    right = np.concatenate([pair[1] for pair in near])
    apart = np.abs(points[left] - points[right])
    hit = np.all(apart < (room[left] + room[right]) / 2 - 1e-9, axis=1)
    left, right = left[hit], right[hit]
    first, second = np.minimum(left, right), np.maximum(left, right)
    order = np.lexsort((second, first))
    return first[order], second[order]


def _neighbours(points: "Array", room: "Array") -> "Iterator[tuple[Index, Index]]":
    """Every pair in the same cell, or in one of the four that come after it."""
    import numpy as np

    cells = np.floor(points / room.max(axis=0)).astype(np.int64)
    cells -= cells.min(axis=0) - 1
    wide = int(cells[:, 0].max()) + 2
    keys = cells[:, 1] * wide + cells[:, 0]
    order = np.argsort(keys, kind="stable")
    ranked = keys[order]
    yield _pairs_within(order, ranked)
    for step in (1, wide - 1, wide, wide + 1):
        first = np.searchsorted(ranked, ranked + step, side="left")
        last = np.searchsorted(ranked, ranked + step, side="right")
        yield _pairs(order, first, last)


def _pairs_within(order: "Index", ranked: "Index") -> "tuple[Index, Index]":
    import numpy as np

    here = np.arange(len(order))
    return _pairs(order, here + 1, np.searchsorted(ranked, ranked, side="right"))


def _pairs(order: "Index", first: "Index", last: "Index") -> "tuple[Index, Index]":
    """Each box with those that stand at first..last in the order."""
    import numpy as np

    counts = np.maximum(last - first, 0)
    left = np.repeat(np.arange(len(order)), counts)
    start = np.repeat(np.cumsum(counts) - counts, counts)
    right = np.arange(len(left)) - start + np.repeat(first, counts)
    return order[left], order[right]


def _pushed(points: "Array", room: "Array", left: "Index", right: "Index") -> "Array":
    import numpy as np

    apart = points[right] - points[left]
    over = (room[left] + room[right]) / 2 - np.abs(apart)
    along_x = over[:, 0] <= over[:, 1]
    sign = np.where(apart >= 0, 1.0, -1.0)
    push = np.where(np.stack([along_x, ~along_x], axis=1), sign * (over / 2 + 0.05), 0.0)
    moved = np.zeros_like(points)
    np.add.at(moved, left, -push)
    np.add.at(moved, right, push)
    hits = np.ones((len(points), 1))
    np.add.at(hits, left, 0.25)
    np.add.at(hits, right, 0.25)
    moved = moved / np.sqrt(hits)
    return np.asarray(points + moved, dtype=np.float64)


def _settled(points: "Array", room: "Array", loose: "Index") -> "Array":
    """Put the loose boxes, one by one, into the nearest cell of a grid that nothing touches."""
    import numpy as np

    found, widest = points.copy(), room.max(axis=0)
    fixed = np.ones(len(points), dtype=bool)
    fixed[loose] = False
    for index in loose:
        for step in _spiral():
            spot = points[index] + np.array(step) * widest
            apart = np.abs(found[fixed] - spot)
            if not np.any(np.all(apart < (room[fixed] + room[index]) / 2, axis=1)):
                found[index] = spot
                break
        fixed[index] = True
    return found


def _spiral() -> Iterator[tuple[int, int]]:
    """Whole steps around a place, ring by ring, without end."""
    yield 0, 0
    ring = 1
    while True:
        for x in range(-ring, ring + 1):
            for y in range(-ring, ring + 1):
                if max(abs(x), abs(y)) == ring:
                    yield x, y
        ring += 1
