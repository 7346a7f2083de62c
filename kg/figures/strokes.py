"""Strokes: the way of each connector through the channels, with round corners."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from kg.figures.flow import Flow, Port
from kg.figures.icons import number
from kg.figures.rows import Node
from kg.figures.trees import Tree
from kg.figures.weave import Channel

Point = tuple[float, float]
"""Along and across."""


@dataclass(frozen=True, slots=True)
class Woven:
    """A drawing with every place known. ``starts`` and ``ends`` are the edges of columns along."""

    flow: Flow
    places: Mapping[Node, float] = field(hash=False)
    touched: Mapping[Port, float] = field(hash=False)
    channels: Sequence[Channel] = field(hash=False)
    starts: Sequence[float] = field(hash=False)
    ends: Sequence[float] = field(hash=False)
    pitch: float
    inner: Mapping[str, float] = field(default_factory=dict, hash=False)
    """How much thinner along a card is than its column."""

    def track(self, channel: int, tree: int) -> float:
        """Where along a tree turns in a channel."""
        found = self.channels[channel]
        start = self.ends[channel]
        last = self.starts[channel + 1] if channel + 1 < len(self.starts) else start + found.width
        if tree not in found.tracks:
            return (start + last) / 2
        spare = max(0.0, last - start - found.width)
        step = self.pitch + (spare * 0.5 / found.count if found.count > 1 else 0.0)
        step = min(step, self.pitch * 1.8)
        used = step * (found.count - 1)
        free = last - start - found.left - found.right - used
        return start + found.left + free / 2 + step * found.tracks[tree]


def way(woven: Woven, tree: Tree, far: Port) -> list[Point]:
    """The corners of a stroke from the hub to a far end."""
    flow = woven.flow
    start, end = flow.columns[tree.hub], flow.columns[far.card]
    side = 1 if end >= start else -1
    hub = next(p for p in flow.ports if p.tree == tree.number and not p.far and p.side == side)
    points = [(_edge(woven, hub), woven.touched[hub])]
    step = 1 if end > start else -1
    for column in range(start + step, end, step) if start != end else ():
        across = woven.places[(tree.number, column)]
        channel = min(column, column - step)
        _turn(points, woven.track(channel, tree.number), across)
        points.append((woven.ends[column] if step > 0 else woven.starts[column], across))
    channel = start if start == end else min(end, end - step)
    _turn(points, woven.track(channel, tree.number), woven.touched[far])
    points.append((_edge(woven, far), woven.touched[far]))
    return _simple(points)


def _turn(points: list[Point], along: float, across: float) -> None:
    if abs(points[-1][1] - across) >= 0.5:
        points += [(along, points[-1][1]), (along, across)]


def _edge(woven: Woven, port: Port) -> float:
    column = woven.flow.columns[port.card]
    inner = woven.inner.get(port.card, 0.0)
    return woven.ends[column] - inner if port.side > 0 else woven.starts[column] + inner


def _simple(points: Sequence[Point]) -> list[Point]:
    """The same way without points in the middle of a straight part."""
    found: list[Point] = []
    for point in points:
        if found and _near(found[-1], point):
            continue
        if len(found) > 1 and _in_line(found[-2], found[-1], point):
            found[-1] = point
        else:
            found.append(point)
    return found


def _near(a: Point, b: Point) -> bool:
    return abs(a[0] - b[0]) < 0.01 and abs(a[1] - b[1]) < 0.01


def _in_line(a: Point, b: Point, c: Point) -> bool:
    return (a[0] == b[0] == c[0]) or (a[1] == b[1] == c[1])


def rounded(points: Sequence[Point], radius: float) -> str:
    """The path through corners that are rounded off."""
    first, last = points[0], points[-1]
    parts = [f"M{number(first[0])} {number(first[1])}"]
    for before, corner, after in zip(points, points[1:], points[2:], strict=False):
        r = min(radius, _length(before, corner) / 2, _length(corner, after) / 2)
        start, end = _towards(corner, before, r), _towards(corner, after, r)
        parts.append(f"L{_pair(start)}Q{_pair(corner)} {_pair(end)}")
    return "".join([*parts, f"L{_pair(last)}"])


def shortened(points: Sequence[Point], start: float, end: float) -> list[Point]:
    """The way without its first and last bit."""
    found = list(points)
    found[0] = _towards(found[0], found[1], start)
    found[-1] = _towards(found[-1], found[-2], end)
    return found


def _pair(point: Point) -> str:
    return f"{number(point[0])} {number(point[1])}"


def _length(a: Point, b: Point) -> float:
    return float(abs(a[0] - b[0]) + abs(a[1] - b[1]))


def _towards(a: Point, b: Point, by: float) -> Point:
    length = ((a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2) ** 0.5
    if not length:
        return a
    share = min(1.0, by / length)
    return a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share


def swapped(points: Iterable[Point]) -> list[Point]:
    """Along and across changed, for a drawing that runs downwards."""
    return [(across, along) for along, across in points]
