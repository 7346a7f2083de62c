"""The rows of Graphviz brought into the room that there is, none nearer than they may be."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from kg.figures.flow import Flow
from kg.figures.rows import Node
from kg.figures.spacing import needed, spaced
from kg.figures.trees import steps

_SWEEPS = 6
_WIDER = 1.3
"""So much further apart things stand at most where there is room."""


@dataclass(frozen=True, slots=True)
class Settled:
    """Where everything is across, and how much it takes."""

    places: Mapping[Node, float] = field(hash=False)
    total: float


def settled(
    flow: Flow,
    places: Mapping[Node, float],
    extents: Mapping[Node, float],
    gap: float,
    limit: float,
) -> Settled | None:
    """The places from 0 on, within a limit; nothing if a column needs more."""
    top = min(places[node] - extents[node] / 2 for node in places)
    total = max(places[node] + extents[node] / 2 for node in places) - top
    held = {node: place - top for node, place in places.items()}
    columns = _columns(flow, held)
    need = max(needed([extents[node] for node in column], gap) for column in columns)
    if need > limit + 0.5:
        return None
    room = min(limit, max(need, total))
    if total > room:
        held = {node: place * room / total for node, place in held.items()}
        for _ in range(_SWEEPS):
            held = _pulled(flow, held, columns, extents, gap, room)
    return Settled(held, room)


def spread(found: Settled, limit: float) -> Settled:
    """The same, further apart where there is room to spare."""
    share = min(_WIDER, limit / found.total) if found.total else 1.0
    places = {node: place * share for node, place in found.places.items()}
    return Settled(places, found.total * share)


def _columns(flow: Flow, places: Mapping[Node, float]) -> list[list[Node]]:
    found: defaultdict[int, list[Node]] = defaultdict(list)
    for node in places:
        found[flow.columns[node] if isinstance(node, str) else node[1]].append(node)
    return [sorted(found[at], key=lambda n: (places[n], str(n))) for at in sorted(found)]


def _pulled(
    flow: Flow,
    places: Mapping[Node, float],
    columns: Sequence[Sequence[Node]],
    extents: Mapping[Node, float],
    gap: float,
    room: float,
) -> dict[Node, float]:
    """Everything drawn towards what it is tied to, in its order."""
    aims: defaultdict[Node, list[float]] = defaultdict(list)
    for tree in flow.trees:
        for left, right in steps(tree, flow.columns):
            aims[left].append(places[right])
            aims[right].append(places[left])
    found: dict[Node, float] = {}
    for column in columns:
        wanted = [
            (places[node] + sum(aims[node]) / len(aims[node])) / 2 if aims[node] else places[node]
            for node in column
        ]
        rooms = [extents[node] for node in column]
        found |= dict(zip(column, spaced(wanted, rooms, gap, 0.0, room), strict=True))
    return found
