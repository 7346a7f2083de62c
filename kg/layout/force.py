"""Force-directed placing: what is tied lies close, nothing lies over anything.

ForceAtlas2 (Jacomy, Venturini, Heymann, Bastian 2014) for each part that hangs together, from a
start that depends on the ids alone; then overlaps are removed and the parts packed side by side.
"""

import math
from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from kg.layout.components import components, packed
from kg.layout.frames import Placed
from kg.layout.overlaps import without_overlaps
from kg.layout.sizes import Point, Sizes
from kg.views.picture import Picture

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Array = NDArray[np.float64]

Pair = tuple[str, str]

_GOLDEN = math.pi * (3 - math.sqrt(5))
_COARSE = 1.2
"""How far off a crowd counts as one; 20,000 marks take 5 s with it, and 17 s with half of it."""
_SPACE = 5.0
"""How many times the room of its boxes a part takes."""


def force(picture: Picture, sizes: Sizes) -> Placed:
    """Where marks stand when ties pull and everything pushes."""
    ties = Counter(
        (min(line.start, line.end), max(line.start, line.end))
        for line in picture.lines
        if line.start != line.end
    )
    parts = components((mark.id for mark in picture.marks), ties)
    where = {id_: number for number, part in enumerate(parts) for id_ in part}
    own: list[list[Pair]] = [[] for _ in parts]
    for pair in sorted(ties):
        own[where[pair[0]]].append(pair)
    placed = [_part(part, pairs, sizes) for part, pairs in zip(parts, own, strict=True)]
    return Placed(packed(placed, sizes))


def _part(ids: Sequence[str], pairs: Sequence[Pair], sizes: Sizes) -> dict[str, Point]:
    import numpy as np

    if len(ids) == 1:
        return {ids[0]: (0.0, 0.0)}
    room = np.array([sizes[id_] for id_ in ids], dtype=np.float64)
    points = _spread(_pulled(ids, pairs), room)
    found = without_overlaps(points, room)
    return {id_: (float(x), float(y)) for id_, (x, y) in zip(ids, found, strict=True)}


def _pulled(ids: Sequence[str], pairs: Sequence[Pair]) -> "Array":
    import numpy as np
    from crategraph_forceatlas2 import infer_settings, layout

    index = {id_: number for number, id_ in enumerate(ids)}
    edges = [(index[left], index[right]) for left, right in pairs]
    settings: dict[str, Any] = infer_settings(len(ids))
    start = np.array([_start(number) for number in range(len(ids))])
    settings["barnesHutTheta"] = _COARSE
    rounds = 400 if len(ids) <= 2000 else 100
    found = layout(len(ids), edges, init=start, iterations=rounds, threads=1, **settings)
    return np.asarray(found, dtype=np.float64)


def _start(number: int) -> Point:
    """The seeds of a sunflower: every start is another, and spread evenly."""
    radius, angle = 10 * math.sqrt(number + 0.5), number * _GOLDEN
    return radius * math.cos(angle), radius * math.sin(angle)


def _spread(points: "Array", room: "Array") -> "Array":
    """Scale to the room that the boxes need, and a little wider than high."""
    import numpy as np

    points = points - points.mean(axis=0)
    extent = np.maximum(np.percentile(np.abs(points), 90, axis=0) * 2, 1e-6)
    area = float((room + 8).prod(axis=1).sum()) * _SPACE
    scale = math.sqrt(area / float(extent[0] * extent[1]))
    return np.asarray(points * scale, dtype=np.float64)
