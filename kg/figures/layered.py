"""The layered drawing: cards in columns from seller to police, strokes in the channels between.

The largest names that fit the room win. Where a drawing is too wide for its room it may run
downwards instead.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kg.figures.cards import Card, Style
from kg.figures.drawing import Drawing
from kg.figures.flow import Flow, Port
from kg.figures.ink import Pen, inked
from kg.figures.nudge import apart
from kg.figures.ports import Pitch, Touch, extent_needed, touched
from kg.figures.rows import Node, rows
from kg.figures.settle import Settled, settled, spread
from kg.figures.sizing import Extras, in_columns, in_rows, members
from kg.figures.spacing import needed
from kg.figures.straight import Bounds, straightened
from kg.figures.strokes import Woven
from kg.figures.weave import Channel, Measures, channels

_TRIES = 4


@dataclass(frozen=True, slots=True)
class Room:
    """What a drawing may take. ``names`` are the sizes to try, ``aside`` is the least of others.

    ``may_turn``: whether it may run downwards. ``is_fixed``: whether to make use of all height.
    """

    width: float
    height: float
    names: tuple[float, ...]
    aside: float
    may_turn: bool = False
    is_fixed: bool = False


def layered(flow: Flow, extras: Extras, room: Room) -> Drawing | None:
    """The drawing of a flow in a room, or nothing if it does not fit."""
    for lines in (3, 0):
        for name in room.names:
            for is_down in (False, True) if room.may_turn else (False,):
                setting = Setting(name, is_down, lines)
                if (found := _Attempt(flow, extras, room, setting).drawn()) is not None:
                    return found
    return None


@dataclass(frozen=True, slots=True)
class Setting:
    """A size of names, a direction, the most lines of a name (0: as many as it takes)."""

    name: float
    is_down: bool
    lines: int


class _Attempt:
    """One attempt at a setting."""

    def __init__(self, flow: Flow, extras: Extras, room: Room, setting: Setting) -> None:
        name, is_down = setting.name, setting.is_down
        badge = max(room.aside * 1.36, name * 1.1)
        self.flow, self.extras, self.is_down = flow, extras, is_down
        self.style = Style(name, max(room.aside, name * 0.74), setting.lines)
        self.pitch = Pitch(badge * 1.08, name * 0.5, name * 0.3)
        self.measures = Measures(name * 0.62, badge, name * 0.46, name * 2.4, name * 0.5)
        self.gap = name * 0.62
        self.aside, self.is_fixed = room.aside, room.is_fixed
        self.least = extent_needed(flow, self.pitch)
        self.along, self.across = room.width, room.height
        if is_down:
            self.along, self.across = room.height, room.width

    def drawn(self) -> Drawing | None:
        """Cards depend on channels, channels on where cards are: a few rounds settle both.

        Once all fits, what the channels left over goes to the cards.
        """
        widths = [self.measures.least] * max(0, self.flow.count - 1) + [0.0]
        best: _Plan | None = None
        for _ in range(_TRIES):
            plan = self._plan(self.along - sum(widths))
            if plan is None or (best and plan.used > self.along + 0.5):
                break
            if plan.used > self.along + 0.5:
                widths = [max(pair) for pair in zip(widths, plan.widths, strict=True)]
                continue
            spare = sum(widths) - sum(plan.widths)
            best, widths = plan, plan.widths
            if self.is_down or spare < self.style.name:
                break
        return self._inked(best) if best else None

    def _plan(self, room: float) -> "_Plan | None":
        cards = self._cards(room)
        held = self._settled(cards) if cards and self._may_fit(cards) else None
        if cards is None or held is None:
            return None
        places, ports = self._straight(cards, held)
        found = channels(self.flow, ports, places, self.measures)
        sizes = {id_: self._extent(card) for id_, card in cards.items()}
        if better := apart(self.flow, ports, Touch(places, sizes, self.pitch), found):
            ports = better
            found = channels(self.flow, ports, places, self.measures)
        return _Plan(cards, held.total, places, ports, found, self._thick(cards))

    def _straight(
        self, cards: Mapping[str, Card], held: Settled
    ) -> tuple[dict[Node, float], dict[Port, float]]:
        """Places and ports, each moved once more to where strokes run straight."""
        sizes = {id_: self._extent(card) for id_, card in cards.items()}
        extents: dict[Node, float] = dict(sizes.items())
        extents |= dict.fromkeys(self.flow.stops, self.pitch.plain)
        bounds = Bounds(extents, self.gap * 0.6, held.total)
        ports = touched(self.flow, Touch(held.places, sizes, self.pitch))
        places = straightened(self.flow, held.places, ports, bounds)
        return places, touched(self.flow, Touch(places, sizes, self.pitch))

    def _cards(self, room: float) -> dict[str, Card] | None:
        if self.is_down:
            return in_rows(self.flow, self.extras, self.style, self.across, self.least, self.gap)
        return in_columns(self.flow, self.extras, self.style, room, self.least)

    def _may_fit(self, cards: Mapping[str, Card]) -> bool:
        """Whether each column has the room that its cards and stops need."""
        return all(
            needed(
                [self._extent(cards[mark.id]) for mark in marks]
                + [self.pitch.plain for stop in self.flow.stops if stop[1] == column],
                self.gap,
            )
            <= self.across + 0.5
            for column, marks in enumerate(members(self.flow))
        )

    def _extent(self, card: Card) -> float:
        return card.width if self.is_down else card.height

    def _settled(self, cards: Mapping[str, Card]) -> Settled | None:
        extents: dict[Node, float] = {id_: self._extent(card) for id_, card in cards.items()}
        passing = self.pitch.plain
        found = rows(
            self.flow.columns,
            {id_: self._extent(card) for id_, card in cards.items()},
            self.flow.trees,
            self.gap,
            passing,
        )
        extents |= dict.fromkeys(self.flow.stops, passing)
        held = settled(self.flow, found, extents, self.gap, self.across)
        return spread(held, self.across) if held and self.is_fixed and not self.is_down else held

    def _thick(self, cards: Mapping[str, Card]) -> list[float]:
        """How much each column takes along."""
        found = [0.0] * self.flow.count
        for id_, card in cards.items():
            size = card.height if self.is_down else card.width
            column = self.flow.columns[id_]
            found[column] = max(found[column], size)
        return found

    def _edges(
        self, thick: Sequence[float], found: Sequence[Channel]
    ) -> tuple[list[float], list[float]]:
        """Where columns start and end; what room is left widens the channels."""
        used = sum(channel.width for channel in found) + sum(thick)
        most = self.style.name * (4.0 if self.is_down else 7.0)
        between = max(1, self.flow.count - 1)
        more = min(most, max(0.0, (self.along - used) / between))
        starts, ends, at = [], [], 0.0
        for size, channel in zip(thick, found, strict=True):
            starts.append(at)
            ends.append(at + size)
            at += size + channel.width + more
        return starts, ends

    def _inked(self, plan: "_Plan") -> Drawing:
        starts, ends = self._edges(plan.thick, plan.channels)
        pitch = self.measures.pitch
        woven = Woven(self.flow, plan.places, plan.ports, plan.channels, starts, ends, pitch)
        long = ends[-1] + plan.channels[-1].width
        size = (plan.total, long) if self.is_down else (long, plan.total)
        pen = Pen(plan.cards, self.extras, self.measures, self.aside, self.is_down)
        return inked(woven, pen, size)


@dataclass(frozen=True, slots=True)
class _Plan:
    """Everything in its place across, and how much it takes along."""

    cards: Mapping[str, Card]
    total: float
    places: Mapping[Node, float]
    ports: Mapping[Port, float]
    channels: Sequence[Channel]
    thick: Sequence[float]

    @property
    def widths(self) -> list[float]:
        """What the channels need."""
        return [channel.width for channel in self.channels]

    @property
    def used(self) -> float:
        """What all needs."""
        return sum(self.widths) + sum(self.thick)
