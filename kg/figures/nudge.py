"""Strokes that would run on each other are moved apart by a hair at their cards."""

from collections.abc import Mapping, Sequence

from kg.figures.channels import SAME, overlaid
from kg.figures.flow import Flow, Port
from kg.figures.ports import Touch
from kg.figures.weave import Channel


def apart(
    flow: Flow, ports: Mapping[Port, float], touch: Touch, channels: Sequence[Channel]
) -> dict[Port, float] | None:
    """The ports with those moved that have to be; nothing if none has."""
    found = dict(ports)
    moved = False
    for column, channel in enumerate(channels):
        for pair in overlaid(channel.nets, channel.tracks):
            coming = _at(flow, found, (pair.coming, column, 1), pair.comes)
            leaving = _at(flow, found, (pair.leaving, column + 1, -1), pair.leaves)
            moved |= any(_nudge(flow, port, found, touch) for port in (*coming, *leaving))
    return found if moved else None


def _at(
    flow: Flow, places: Mapping[Port, float], wanted: tuple[int, int, int], place: float
) -> list[Port]:
    """The ports of a tree on one side of a column that are at a place."""
    return [
        port
        for port in flow.ports
        if (port.tree, flow.columns[port.card], port.side) == wanted
        and abs(places[port] - place) < 0.01
    ]


def _nudge(flow: Flow, port: Port, places: dict[Port, float], touch: Touch) -> bool:
    """Move a port up or down, whichever leaves more room to its neighbours and the card's edge."""
    middle, half = touch.places[port.card], touch.extents[port.card] / 2 - touch.pitch.edge
    taken = [middle - half, middle + half]
    taken += [
        places[other]
        for other in flow.ports
        if other.card == port.card and other.side == port.side and other != port
    ]
    step = SAME * 1.4
    room = {way: min(abs(places[port] + way - other) for other in taken) for way in (step, -step)}
    way = max(room, key=lambda way: (room[way], way))
    if abs(places[port] + way - middle) > half:
        return False
    places[port] += way
    return True
