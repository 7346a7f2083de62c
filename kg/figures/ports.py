"""Where on the side of a card each tree touches it."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from kg.figures.flow import Flow, Port, Side
from kg.figures.rows import Node
from kg.figures.spacing import spaced
from kg.figures.trees import before

_ROUNDS = 3
_STRAIGHT = 0.36
"""So much of a card's extent off its middle a stroke may touch it to run straight."""


@dataclass(frozen=True, slots=True)
class Pitch:
    """The room of a port: with a note beside it, and without; and the edge that is kept free."""

    noted: float
    plain: float
    edge: float

    def of(self, port: Port) -> float:
        """The room of one port."""
        return self.noted if port.noted else self.plain


def extent_needed(flow: Flow, pitch: Pitch) -> dict[str, float]:
    """How large each card has to be across for its ports."""
    sums: defaultdict[tuple[str, int], float] = defaultdict(float)
    for port in flow.ports:
        sums[port.card, port.side] += pitch.of(port)
    found: dict[str, float] = {}
    for (card, _), total in sums.items():
        found[card] = max(found.get(card, 0.0), total + 2 * pitch.edge)
    return found


@dataclass(frozen=True, slots=True)
class Touch:
    """Places across of all nodes, and the extents of cards."""

    places: Mapping[Node, float] = field(hash=False)
    extents: Mapping[str, float] = field(hash=False)
    pitch: Pitch


def touched(flow: Flow, touch: Touch) -> dict[Port, float]:
    """The place across of every port: strokes run straight where the cards allow it."""
    where = {port: touch.places[port.card] for port in flow.ports}
    sides: defaultdict[tuple[str, int], list[Port]] = defaultdict(list)
    for port in flow.ports:
        sides[port.card, port.side].append(port)
    for _ in range(_ROUNDS):
        aims = {port: _aim(flow, port, where, touch.places) for port in flow.ports}
        for (card, _side), ports in sorted(sides.items()):
            _set(card, ports, aims, touch, where)
    return where


def _set(
    card: str,
    ports: Sequence[Port],
    aims: Mapping[Port, float],
    touch: Touch,
    where: dict[Port, float],
) -> None:
    middle, extent = touch.places[card], touch.extents[card]
    order = sorted(ports, key=lambda port: (aims[port], port.tree, port.far is None, _name(port)))
    wanted = [
        aims[port] if abs(aims[port] - middle) <= extent * _STRAIGHT else middle for port in order
    ]
    rooms = [touch.pitch.of(port) for port in order]
    low, high = middle - extent / 2 + touch.pitch.edge, middle + extent / 2 - touch.pitch.edge
    for port, place in zip(order, spaced(wanted, rooms, 0.0, low, high), strict=True):
        where[port] = place


def _name(port: Port) -> tuple[str, str, str, int]:
    return (*port.far.key, port.far.note) if port.far else ("", "", "", 0)


def _aim(
    flow: Flow, port: Port, where: Mapping[Port, float], places: Mapping[Node, float]
) -> float:
    """The place of what a port is tied to next; of a hub, the middle of all that it is tied to."""
    tree = flow.trees[port.tree]
    hub = flow.columns[tree.hub]
    if port.far is not None:
        node = before(tree, flow.columns[port.card], hub)
        side = 1 if flow.columns[port.card] >= hub else -1
        return where[Port(tree.hub, _side(side), tree.number)] if node == tree.hub else places[node]
    found = [
        _next(flow, port, other, where, places)
        for other in flow.ports
        if other.tree == port.tree and other.far and _leaves(flow, other, hub) == port.side
    ]
    return sum(found) / len(found)


def _next(
    flow: Flow,
    hub: Port,
    far: Port,
    where: Mapping[Port, float],
    places: Mapping[Node, float],
) -> float:
    """Where a tree goes first on its way from the hub to a far end."""
    start, column = flow.columns[hub.card], flow.columns[far.card]
    if abs(column - start) <= 1:
        return where[far]
    return places[(hub.tree, start + 1 if column > start else start - 1)]


def _leaves(flow: Flow, far: Port, hub: int) -> int:
    return 1 if flow.columns[far.card] >= hub else -1


def _side(side: int) -> Side:
    return 1 if side > 0 else -1
