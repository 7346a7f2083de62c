"""Ribbons: bands with a thickness, from the right side of a card to the left side of another."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from kg.figures import cards
from kg.figures.badges import badge
from kg.figures.cards import Card, Style
from kg.figures.connectors import Connector
from kg.figures.drawing import Drawing, Group, Item, Path
from kg.figures.icons import number, tint
from kg.figures.ink import dashes, order
from kg.figures.rows import Node
from kg.figures.sizing import Extras
from kg.schema import labels
from kg.views.styles import styles

GAP = 0.5
"""A thin band takes so much of a name's height at a card, so that two are told apart."""


@dataclass(frozen=True, slots=True)
class Band:
    """One connector with its thickness. ``is_shared``: others carry the same amount with it."""

    connector: Connector
    thick: float
    is_shared: bool


@dataclass(frozen=True, slots=True)
class Sheet:
    """Everything with its place; ``starts`` are the left edges of columns."""

    columns: Mapping[str, int] = field(hash=False)
    boxes: Mapping[str, Card] = field(hash=False)
    places: Mapping[Node, float] = field(hash=False)
    starts: tuple[float, ...]
    bands: tuple[Band, ...]
    extras: Extras

    def left(self, id_: str) -> float:
        """The left edge of a card."""
        return self.starts[self.columns[id_]]


def inked(sheet: Sheet, style: Style, aside: float, size: tuple[float, float]) -> Drawing:
    """Bands, cards over them, numbers of notes on top."""
    touch = _touch(sheet, style)
    bands = [item for band in sheet.bands for item in _band(sheet, band, touch, style)]
    boxes = [
        cards.draw(card, sheet.left(id_), sheet.places[id_] - card.height / 2,
                   sheet.extras.about.get(id_, ""))
        for id_, card in sorted(
            sheet.boxes.items(), key=lambda p: (sheet.columns[p[0]], sheet.places[p[0]], p[0])
        )
    ]  # fmt: skip
    numbers = Group(tuple(_badges(sheet, touch, style, aside)), id="notes")
    items = (Group(tuple(bands), id="lines"), Group(tuple(boxes), id="cards"), numbers)
    return Drawing(*size, items, (), order(numbers.items))


Touch = Mapping[tuple[int, bool], float]
"""Where the middle of a band touches its right-hand (True) and left-hand card."""


def _touch(sheet: Sheet, style: Style) -> Touch:
    """Bands stacked at each side of a card, in the order of the cards that they go to."""
    sides: defaultdict[tuple[str, bool], list[int]] = defaultdict(list)
    for place, band in enumerate(sheet.bands):
        left, right = _ends(sheet, band)
        sides[left, False].append(place)
        sides[right, True].append(place)
    found: dict[tuple[int, bool], float] = {}
    for (id_, is_right), members in sides.items():
        members.sort(key=lambda p: (_other(sheet, sheet.bands[p], id_), p))
        rooms = [max(sheet.bands[p].thick, style.name * GAP) for p in members]
        top = sheet.places[id_] - sum(rooms) / 2
        for place, room in zip(members, rooms, strict=True):
            found[place, is_right] = top + room / 2
            top += room
    return found


def _ends(sheet: Sheet, band: Band) -> tuple[str, str]:
    start, end = band.connector.start, band.connector.end
    is_forward = sheet.columns[start] < sheet.columns[end]
    return (start, end) if is_forward else (end, start)


def _other(sheet: Sheet, band: Band, id_: str) -> float:
    left, right = _ends(sheet, band)
    return sheet.places[right if id_ == left else left]


def _band(sheet: Sheet, band: Band, touch: Touch, style: Style) -> Iterator[Item]:
    """The band; a thin line along its middle has the dashes of its style if it has any."""
    place = sheet.bands.index(band)
    left, right = _ends(sheet, band)
    x, end = sheet.left(left) + sheet.boxes[left].width, sheet.left(right)
    y, low, half = touch[place, False], touch[place, True], band.thick / 2
    middle = (x + end) / 2
    colour = labels()[sheet.boxes[left].mark.label].colour
    d = (
        f"M{_pair(x, y - half)}C{_pair(middle, y - half)} {_pair(middle, low - half)} "
        f"{_pair(end, low - half)}L{_pair(end, low + half)}C{_pair(middle, low + half)} "
        f"{_pair(middle, y + half)} {_pair(x, y + half)}Z"
    )
    fill = tint(colour, 0.22 if band.is_shared else 0.38)
    about = "; ".join(sheet.extras.about.get(line.eid, "") for line in band.connector.lines)
    parts: list[Item] = [Path(d, fill=fill, id=f"line-{place + 1}")]
    look = styles()[band.connector.style]
    if look.dash or band.is_shared:
        line = f"M{_pair(x, y)}C{_pair(middle, y)} {_pair(middle, low)} {_pair(end, low)}"
        scale = style.name / 20
        parts.append(Path(line, stroke=look.colour, line=scale, dash=dashes(look, scale)))
    yield Group(tuple(parts), about=about, kind="line")


def _badges(sheet: Sheet, touch: Touch, style: Style, aside: float) -> Iterator[Item]:
    size = max(aside * 1.36, style.name * 1.1)
    taken: list[tuple[float, float]] = []
    for place, band in enumerate(sheet.bands):
        if not band.connector.note:
            continue
        left, right = _ends(sheet, band)
        is_side = not sheet.boxes[left].mark.value
        x = sheet.left(left) + sheet.boxes[left].width + size * 0.7
        if not is_side:
            x = sheet.left(right) - size * 0.7
        y = touch[place, not is_side]
        while any(abs(x - a) < size * 1.05 and abs(y - b) < size * 1.05 for a, b in taken):
            x += size * 1.1 * (1 if is_side else -1)
        taken.append((x, y))
        yield badge(band.connector.note, x, y, size, aside, styles()[band.connector.style])


def _pair(x: float, y: float) -> str:
    return f"{number(x)} {number(y)}"
