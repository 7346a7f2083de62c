"""How large cards are: as wide as their column; side by side where the drawing runs downwards."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from kg.figures.cards import Card, Style, measured, narrowest, natural, shares
from kg.figures.flow import Flow
from kg.views.picture import Mark

_WIDEST = 20.0
"""A card is at most so many times as wide as its name is high, unless a word needs more."""


@dataclass(frozen=True, slots=True)
class Extras:
    """What is told of marks beside their names. ``under`` is small print on cards."""

    under: Mapping[str, str] = field(default_factory=dict, hash=False)
    about: Mapping[str, str] = field(default_factory=dict, hash=False)
    focus: tuple[str, ...] = ()


def members(flow: Flow) -> list[list[Mark]]:
    """The marks of each column."""
    found: list[list[Mark]] = [[] for _ in range(flow.count)]
    for mark in flow.marks:
        found[flow.columns[mark.id]].append(mark)
    return found


def in_columns(
    flow: Flow, extras: Extras, style: Style, room: float, least: Mapping[str, float]
) -> dict[str, Card] | None:
    """Cards for columns that stand side by side in a room, or nothing if words are too long.

    ``least`` is how high the ports of a card make it.
    """
    columns = members(flow)
    wanted = [max(_wanted(mark, extras, style) for mark in marks) for marks in columns]
    narrow = [max(narrowest(mark, style) for mark in marks) for marks in columns]
    widths = shares(wanted, narrow, room)
    if widths is None:
        return None
    return {
        mark.id: _card(mark, extras, style, width, least.get(mark.id, 0.0))
        for marks, width in zip(columns, widths, strict=True)
        for mark in marks
    }


def in_rows(
    flow: Flow, extras: Extras, style: Style, room: float, least: Mapping[str, float], gap: float
) -> dict[str, Card] | None:
    """Cards for rows under each other, each row no wider than the room.

    ``least`` is how wide the ports of a card make it.
    """
    found: dict[str, Card] = {}
    for column, marks in enumerate(members(flow)):
        passing = sum(stop[1] == column for stop in flow.stops)
        spare = room - gap * (len(marks) + passing - 1) - passing * style.name * 0.5
        wanted = [max(_wanted(mark, extras, style), least.get(mark.id, 0.0)) for mark in marks]
        narrow = [max(narrowest(mark, style), least.get(mark.id, 0.0)) for mark in marks]
        widths = shares(wanted, narrow, spare)
        if widths is None:
            return None
        cards = [
            _card(mark, extras, style, width, 0.0)
            for mark, width in zip(marks, widths, strict=True)
        ]
        tall = max(card.height for card in cards)
        found |= {card.mark.id: replace(card, height=tall) for card in cards}
    return found


def _wanted(mark: Mark, extras: Extras, style: Style) -> float:
    return min(natural(mark, style, extras.under.get(mark.id, "")), style.name * _WIDEST)


def _card(mark: Mark, extras: Extras, style: Style, width: float, least: float) -> Card:
    under = extras.under.get(mark.id, "")
    return measured(mark, style, width, least, under, mark.id in extras.focus)
