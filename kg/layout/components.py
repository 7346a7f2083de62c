"""The parts of a picture that hang together, and how to lay them side by side."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from kg.layout.sizes import Point, Sizes

_ASPECT = 1.6
_APART = 30.0


def components(ids: Iterable[str], pairs: Iterable[tuple[str, str]]) -> list[list[str]]:
    """Ids that are tied, directly or not, together; the largest group first."""
    beside: defaultdict[str, list[str]] = defaultdict(list)
    for left, right in pairs:
        beside[left].append(right)
        beside[right].append(left)
    seen: set[str] = set()
    found: list[list[str]] = []
    for id_ in sorted(ids):
        if id_ not in seen:
            seen.add(id_)
            found.append(_reached(id_, beside, seen))
    return sorted(found, key=lambda part: (-len(part), part[0]))


def packed(parts: Sequence[Mapping[str, Point]], sizes: Sizes) -> dict[str, Point]:
    """The parts in rows, the largest first, none over another."""
    boxes = [(_box(part, sizes), part) for part in parts if part]
    boxes.sort(key=lambda pair: (-_height(pair[0]), -_width(pair[0]), min(pair[1])))
    area = sum((_width(box) + _APART) * (_height(box) + _APART) for box, _ in boxes)
    widest = max([(area * _ASPECT) ** 0.5, *(_width(box) for box, _ in boxes)], default=0.0)
    placed: dict[str, Point] = {}
    x = y = row = 0.0
    for box, part in boxes:
        if x and x + _width(box) > widest:
            x, y, row = 0.0, y + row + _APART, 0.0
        for id_, (left, top) in part.items():
            placed[id_] = (left - box[0] + x, top - box[1] + y)
        x += _width(box) + _APART
        row = max(row, _height(box))
    return placed


def _reached(start: str, beside: Mapping[str, Sequence[str]], seen: set[str]) -> list[str]:
    reached, waiting = [start], [start]
    while waiting:
        for there in beside.get(waiting.pop(), ()):
            if there not in seen:
                seen.add(there)
                reached.append(there)
                waiting.append(there)
    return sorted(reached)


Box = tuple[float, float, float, float]


def _box(part: Mapping[str, Point], sizes: Sizes) -> Box:
    return (
        min(x - sizes[id_][0] / 2 for id_, (x, _) in part.items()),
        min(y - sizes[id_][1] / 2 for id_, (_, y) in part.items()),
        max(x + sizes[id_][0] / 2 for id_, (x, _) in part.items()),
        max(y + sizes[id_][1] / 2 for id_, (_, y) in part.items()),
    )


def _width(box: Box) -> float:
    return box[2] - box[0]


def _height(box: Box) -> float:
    return box[3] - box[1]
