"""Flows of money: bands from firms through contracts to buyers, as wide as the amounts.

A contract that several firms hold together is drawn as equal bands, as no source gives the shares.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import product

from kg.figures.cards import Card, Style
from kg.figures.connectors import Connector, connectors
from kg.figures.drawing import Drawing
from kg.figures.flow import Flow, flow
from kg.figures.layered import Room
from kg.figures.notes import Notes
from kg.figures.ribbons import GAP, Band, Sheet, inked
from kg.figures.rows import Node, rows
from kg.figures.settle import Settled, settled
from kg.figures.sizing import Extras, in_columns
from kg.figures.trees import Tree
from kg.figures.words import Words
from kg.views.picture import Picture

_THICKEST = 7.0
"""The widest band is so many times as thick as a name is high."""
_THINNEST = 0.1
_BETWEEN = (9.0, 5.0)
"""Columns are so many times as far apart as a name is high; where there is little room, nearer."""


def is_flow(picture: Picture) -> bool:
    """Whether amounts of one currency run from column to next column, so that bands can show it."""
    valued = {mark.id for mark in picture.marks if mark.value}
    currencies = {mark.currency for mark in picture.marks if mark.value}
    drawn = connectors(picture)
    if len(currencies) != 1 or not drawn:
        return False
    found = flow(picture, drawn).columns
    return all(
        len({each.start, each.end} & valued) == 1 and abs(found[each.start] - found[each.end]) == 1
        for each in drawn
    )


def sankey(
    picture: Picture, notes: Notes, words: Words, room: Room, largest: float = 0.0
) -> Drawing | None:
    """The flow with the largest names that fit.

    ``largest`` is the amount that has the thickest band: that of the whole, where this is a part.
    """
    largest = largest or largest_of(picture)
    for lines, between in product((3, 0), _BETWEEN):
        for name in room.names:
            style = Style(name, max(room.aside, name * 0.74), lines)
            if found := _drawn(picture, notes, words, room, _Setting(style, between, largest)):
                return found
    return None


@dataclass(frozen=True, slots=True)
class _Setting:
    """How cards are set, how far apart columns are, and the amount of the thickest band."""

    style: Style
    between: float
    largest: float


def largest_of(picture: Picture) -> float:
    """The largest amount in a picture."""
    return max((mark.value or 0.0 for mark in picture.marks), default=0.0)


def _bands(picture: Picture, drawn: Sequence[Connector], name: float, largest: float) -> list[Band]:
    """Each side of a contract has the thickness of its amount, shared evenly."""
    marks, scale = picture.by_id, name * _THICKEST / (largest or 1.0)
    sides = Counter(_side(picture, each) for each in drawn)
    found = []
    for each in drawn:
        contract, _ = side = _side(picture, each)
        thick = (marks[contract].value or 0.0) * scale / sides[side]
        found.append(Band(each, max(thick, name * _THINNEST), sides[side] > 1))
    return found


def _side(picture: Picture, each: Connector) -> tuple[str, bool]:
    """The contract of a connector, and whether it comes in there."""
    valued = picture.by_id[each.end].value
    return (each.end, True) if valued else (each.start, False)


def _drawn(
    picture: Picture, notes: Notes, words: Words, room: Room, setting: _Setting
) -> Drawing | None:
    style = setting.style
    drawn = connectors(picture, notes.numbers)
    plan = flow(picture, drawn)
    bands = _bands(picture, drawn, style.name, setting.largest)
    under = {m.id: words.amount(m.value, m.currency) for m in picture.marks if m.value}
    extras = Extras(under, {mark.id: mark.name for mark in picture.marks}, picture.focus)
    gaps = style.name * setting.between * (plan.count - 1)
    boxes = in_columns(plan, extras, style, room.width - gaps, _least(bands, style))
    held = _settled(plan, bands, boxes, style, room.height) if boxes else None
    if boxes is None or held is None:
        return None
    wide = [0.0] * plan.count
    for id_, column in plan.columns.items():
        wide[column] = max(wide[column], boxes[id_].width)
    between = (room.width - sum(wide)) / max(1, plan.count - 1)
    starts = [sum(wide[:column]) + between * column for column in range(plan.count)]
    sheet = Sheet(plan.columns, boxes, held.places, tuple(starts), tuple(bands), extras)
    return inked(sheet, style, room.aside, (room.width, held.total))


def _least(bands: Sequence[Band], style: Style) -> Mapping[str, float]:
    """How high a card is for its bands."""
    sums: defaultdict[tuple[str, bool], float] = defaultdict(float)
    for band in bands:
        for side in ((band.connector.start, True), (band.connector.end, False)):
            sums[side] += max(band.thick, style.name * GAP)
    found: dict[str, float] = {}
    for (id_, _), total in sums.items():
        found[id_] = max(found.get(id_, 0.0), total + style.name * 0.5)
    return found


def _settled(
    plan: Flow, bands: Sequence[Band], boxes: Mapping[str, Card], style: Style, limit: float
) -> Settled | None:
    single = tuple(
        Tree(place, band.connector.start, band.connector.style, True, (band.connector,))
        for place, band in enumerate(bands)
    )
    sizes = {id_: card.height for id_, card in boxes.items()}
    extents: dict[Node, float] = dict(sizes.items())
    gap = style.name * 0.7
    found = rows(plan.columns, sizes, single, gap, style.name)
    return settled(replace(plan, trees=single, stops=()), found, extents, gap, limit)
