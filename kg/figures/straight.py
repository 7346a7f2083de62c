"""Small bends taken out: stops and cards that hang on one stroke move to where it runs straight."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from kg.figures.flow import Flow, Port
from kg.figures.rows import Node
from kg.figures.trees import Tree, before, steps

_ROUNDS = 2


@dataclass(frozen=True, slots=True)
class Bounds:
    """Extents of everything across, what lies between two, and the room for all."""

    extents: Mapping[Node, float] = field(hash=False)
    gap: float
    room: float


def straightened(
    flow: Flow, places: Mapping[Node, float], touched: Mapping[Port, float], bounds: Bounds
) -> dict[Node, float]:
    """The places with fewer bends: everything moves only as far as its neighbours leave room."""
    found = dict(places)
    columns = _columns(flow, found)
    for _ in range(_ROUNDS):
        for tree in flow.trees:
            for stop in _stops(flow, tree):
                _move(found, stop, _aims(flow, tree, stop, found, touched), columns, bounds)
        for port in _alone(flow):
            node = before(flow.trees[port.tree], *_way(flow, port))
            there = _touch(flow, port, node, found, touched)
            aim = places[port.card] + there - touched[port]
            if abs(aim - found[port.card]) < bounds.extents[port.card]:
                _move(found, port.card, [aim], columns, bounds)
    return found


def _way(flow: Flow, port: Port) -> tuple[int, int]:
    return flow.columns[port.card], flow.columns[flow.trees[port.tree].hub]


def _columns(flow: Flow, places: Mapping[Node, float]) -> dict[int, list[Node]]:
    found: defaultdict[int, list[Node]] = defaultdict(list)
    for node in sorted(places, key=lambda node: (places[node], str(node))):
        found[flow.columns[node] if isinstance(node, str) else node[1]].append(node)
    return found


def _stops(flow: Flow, tree: Tree) -> list[tuple[int, int]]:
    hub = flow.columns[tree.hub]
    return sorted(
        (stop for stop in flow.stops if stop[0] == tree.number),
        key=lambda stop: abs(stop[1] - hub),
    )


def _alone(flow: Flow) -> list[Port]:
    """The far ends of cards that nothing else touches."""
    count: defaultdict[str, int] = defaultdict(int)
    for port in flow.ports:
        count[port.card] += 1
    return [
        port
        for port in flow.ports
        if port.far and count[port.card] == 1 and len(set(_way(flow, port))) == 2
    ]


def _aims(
    flow: Flow,
    tree: Tree,
    stop: tuple[int, int],
    places: Mapping[Node, float],
    touched: Mapping[Port, float],
) -> list[float]:
    """Where a stop would be straight: with where it comes from, else with where it goes."""
    hub = flow.columns[tree.hub]
    comes = before(tree, stop[1], hub)
    side = 1 if stop[1] > hub else -1
    found = [
        touched[Port(tree.hub, 1 if side > 0 else -1, tree.number)]
        if comes == tree.hub
        else places[comes]
    ]
    for left, right in steps(tree, flow.columns):
        if left == stop:
            ends = [p for p in flow.ports if p.card == right and p.tree == tree.number and p.far]
            found.append(touched[ends[0]] if ends else places[right])
    return found


def _touch(
    flow: Flow,
    port: Port,
    node: Node,
    places: Mapping[Node, float],
    touched: Mapping[Port, float],
) -> float:
    tree = flow.trees[port.tree]
    if node != tree.hub:
        return places[node]
    card, hub = _way(flow, port)
    return touched[Port(tree.hub, 1 if card > hub else -1, tree.number)]


def _move(
    places: dict[Node, float],
    node: Node,
    aims: Sequence[float],
    columns: Mapping[int, Sequence[Node]],
    bounds: Bounds,
) -> None:
    """To the first aim within the free room, else no further than the room goes."""
    column = next(each for each in columns.values() if node in each)
    at, half = column.index(node), bounds.extents[node] / 2
    low, high = half, bounds.room - half
    if at:
        low = places[column[at - 1]] + bounds.extents[column[at - 1]] / 2 + bounds.gap + half
    if at + 1 < len(column):
        high = places[column[at + 1]] - bounds.extents[column[at + 1]] / 2 - bounds.gap - half
    if low > high:
        return
    fitting = [aim for aim in aims if low <= aim <= high]
    places[node] = fitting[0] if fitting else max(low, min(high, aims[0]))
