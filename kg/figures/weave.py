"""The channels of a drawing: which trees turn in each, on which tracks, and how wide it is."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from kg.figures.channels import Net, tracks
from kg.figures.flow import Flow, Port
from kg.figures.rows import Node


@dataclass(frozen=True, slots=True)
class Measures:
    """Lengths of a drawing: an arrow head, a note's circle, from track to track, the least gap."""

    head: float
    badge: float
    pitch: float
    least: float
    stub: float


@dataclass(frozen=True, slots=True)
class Channel:
    """One channel: the track of each tree, and the room on both sides of the tracks."""

    nets: tuple[Net, ...]
    tracks: Mapping[int, int] = field(hash=False)
    left: float
    right: float
    width: float

    @property
    def count(self) -> int:
        """How many tracks it has."""
        return max(self.tracks.values(), default=-1) + 1


def channels(
    flow: Flow, touched: Mapping[Port, float], places: Mapping[Node, float], measures: Measures
) -> list[Channel]:
    """The channel after each column; that after the last is for ties within the last column."""
    left: defaultdict[tuple[int, int], list[float]] = defaultdict(list)
    right: defaultdict[tuple[int, int], list[float]] = defaultdict(list)
    for port in flow.ports:
        column = flow.columns[port.card]
        if port.side > 0:
            left[column, port.tree].append(touched[port])
        else:
            right[column - 1, port.tree].append(touched[port])
    for stop in flow.stops:
        left[stop[1], stop[0]].append(places[stop])
        right[stop[1] - 1, stop[0]].append(places[stop])
    found = []
    for column in range(flow.count):
        numbers = sorted({number for at, number in (*left, *right) if at == column})
        nets = [
            Net(number, tuple(left[column, number]), tuple(right[column, number]))
            for number in numbers
        ]
        found.append(_channel(flow, column, nets, measures))
    return found


def _channel(flow: Flow, column: int, nets: Sequence[Net], measures: Measures) -> Channel:
    found = tracks(nets)
    count = max(found.values(), default=-1) + 1
    left = _zone(flow, [p for p in flow.ports if p.side > 0 and _at(flow, p) == column], measures)
    right = _zone(
        flow, [p for p in flow.ports if p.side < 0 and _at(flow, p) == column + 1], measures
    )
    if not nets:
        return Channel((), found, 0.0, 0.0, 0.0 if column == flow.count - 1 else measures.least)
    if column == flow.count - 1:
        return Channel(tuple(nets), found, left, 0.0, left + (count - 1) * measures.pitch)
    width = left + max(0, count - 1) * measures.pitch + right
    return Channel(tuple(nets), found, left, right, max(width, measures.least))


def _at(flow: Flow, port: Port) -> int:
    return flow.columns[port.card]


def _zone(flow: Flow, ports: Sequence[Port], measures: Measures) -> float:
    """The room for arrow heads and notes at one side of a channel."""
    found = measures.stub
    for port in ports:
        outward = flow.trees[port.tree].outward
        has_head = outward if port.far else not outward
        room = measures.stub + (measures.head if has_head else 0.0)
        found = max(found, room + (measures.badge * 1.15 if port.noted else 0.0))
    return found
