"""Ego placing: what a picture is about in the middle, the rest in rings by how far off it is.

Each mark has a slice of the circle as wide as what hangs on it, so that a branch stays together.
"""

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence

from kg.layout.components import packed
from kg.layout.frames import Placed
from kg.layout.sizes import Point, Sizes
from kg.views.hops import with_hops
from kg.views.picture import Mark, Picture

_GAP = 26.0
_RING = 130.0


def ego(picture: Picture, sizes: Sizes) -> Placed:
    """Rings around the focus; without one, around the mark with the most lines."""
    marks = _measured(picture)
    rings: defaultdict[int, list[str]] = defaultdict(list)
    for mark in marks:
        rings[mark.hops].append(mark.id)
    loose = [{id_: (0.0, 0.0)} for id_ in rings.pop(-1, [])]
    branches = _branches(picture, marks)
    order = _order(rings[0], branches)
    placed: dict[str, Point] = {}
    radius = 0.0
    for hops in sorted(rings):
        ring = sorted(rings[hops], key=order.__getitem__)
        radius = _radius(ring, sizes, radius) if hops else _middle(ring, sizes)
        placed |= _circle(ring, sizes, radius)
    return Placed(packed([placed, *loose], sizes))


def _measured(picture: Picture) -> Sequence[Mark]:
    if any(mark.hops == 0 for mark in picture.marks):
        return picture.marks
    degree = dict.fromkeys((mark.id for mark in picture.marks), 0)
    for line in picture.lines:
        degree[line.start] += 1
        degree[line.end] += 1
    middle = min(degree, key=lambda id_: (-degree[id_], id_))
    return with_hops(picture.marks, picture.lines, (middle,))


def _branches(picture: Picture, marks: Sequence[Mark]) -> Mapping[str, list[str]]:
    """What hangs on each mark: those one step further off, each on one mark only."""
    hops = {mark.id: mark.hops for mark in marks}
    owner: dict[str, str] = {}
    for line in sorted(picture.lines, key=lambda line: (line.start, line.end, line.eid)):
        for near, far in ((line.start, line.end), (line.end, line.start)):
            if hops[far] == hops[near] + 1 and hops[near] >= 0:
                owner[far] = min(owner.get(far, near), near)
    found: defaultdict[str, list[str]] = defaultdict(list)
    for far, near in sorted(owner.items()):
        found[near].append(far)
    return found


def _order(start: Sequence[str], branches: Mapping[str, Sequence[str]]) -> dict[str, int]:
    """The order in which a walk along the branches comes to each mark."""
    order: dict[str, int] = {}
    waiting = sorted(start, reverse=True)
    while waiting:
        id_ = waiting.pop()
        order[id_] = len(order)
        waiting.extend(sorted(branches.get(id_, ()), reverse=True))
    return order


def _reach(id_: str, sizes: Sizes) -> float:
    return math.hypot(*sizes[id_]) + _GAP


def _middle(ring: Sequence[str], sizes: Sizes) -> float:
    return 0.0 if len(ring) == 1 else sum(_reach(id_, sizes) for id_ in ring) / math.tau


def _radius(ring: Sequence[str], sizes: Sizes, inner: float) -> float:
    """Wide enough for all its marks, and clear of the ring inside."""
    around = sum(_reach(id_, sizes) for id_ in ring) / (2 * math.pi)
    thick = max(_reach(id_, sizes) for id_ in ring)
    return max(around * 1.12, inner + max(_RING, thick))


def _circle(ring: Sequence[str], sizes: Sizes, radius: float) -> dict[str, Point]:
    total = sum(_reach(id_, sizes) for id_ in ring)
    found: dict[str, Point] = {}
    passed = 0.0
    for id_ in ring:
        passed += _reach(id_, sizes) / 2
        angle = math.tau * passed / total - math.pi / 2
        found[id_] = (radius * math.cos(angle), radius * math.sin(angle))
        passed += _reach(id_, sizes) / 2
    return found
