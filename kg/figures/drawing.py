"""What a figure is made of: boxes, paths, text and groups of them, in the order of drawing."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal, TypeAlias

from kg.figures.fonts import Weight
from kg.figures.measure import width

INK = "#1A1A1A"
SOFT = "#4A4A4A"
FAINT = "#C9C9C9"
PAPER = "#FFFFFF"

Anchor = Literal["start", "middle", "end"]


@dataclass(frozen=True, slots=True)
class Look:
    """How text is set."""

    size: float
    weight: Weight = 400
    colour: str = INK
    anchor: Anchor = "start"


@dataclass(frozen=True, slots=True)
class Text:
    """Lines of text; ``x``, ``y`` is where the first line stands, ``leading`` the way to the next.

    ``turned`` text runs upwards from there.
    """

    x: float
    y: float
    lines: tuple[str, ...]
    look: Look
    leading: float = 0.0
    turned: bool = False


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle with round corners."""

    x: float
    y: float
    width: float
    height: float
    fill: str = "none"
    stroke: str = "none"
    line: float = 1.0
    radius: float = 0.0
    id: str = ""


@dataclass(frozen=True, slots=True)
class Path:
    """A line or an outline; ``d`` as SVG writes it."""

    d: str
    fill: str = "none"
    stroke: str = "none"
    line: float = 1.0
    dash: tuple[float, ...] = ()
    arrow: str = ""
    """The id of the head at its end, with ``-back`` for one at its start."""
    between: tuple[str, str] = ("", "")
    """The ids of the cards that it ties."""
    id: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """Items that belong together. ``about`` is what a reader is told who points at it."""

    items: tuple["Item", ...]
    id: str = ""
    about: str = ""
    kind: str = ""
    at: tuple[float, float] = (0.0, 0.0)


Item: TypeAlias = Text | Box | Path | Group


@dataclass(frozen=True, slots=True)
class Head:
    """An arrow head of a style of line."""

    id: str
    colour: str
    is_hollow: bool
    size: float


@dataclass(frozen=True, slots=True)
class Drawing:
    """A part of a figure: its size, its items from (0, 0), the heads that its lines need."""

    width: float
    height: float
    items: tuple[Item, ...] = field(hash=False)
    heads: tuple[Head, ...] = ()
    order: tuple[int, ...] = ()
    """The numbers of its notes, as the eye meets them."""


def moved(items: Iterable[Item], right: float, down: float, kind: str = "") -> Group:
    """The items elsewhere."""
    return Group(tuple(items), at=(right, down), kind=kind)


def leading(size: float) -> float:
    """The way from line to line."""
    return round(size * 1.27, 2)


def ascent(size: float) -> float:
    """How far letters stand above the line that they stand on."""
    return size * 0.74


def centred(lines: Sequence[str], middle: float, size: float) -> float:
    """Where the first line stands so that all together are centred at a height."""
    return middle + size * 0.33 - (len(lines) - 1) * leading(size) / 2


def block(
    x: float, top: float, lines: Sequence[str], look: Look, step: float = 0.0
) -> tuple[Text, float]:
    """Lines under each other from a height down, and how high they are."""
    step = step or leading(look.size)
    first = top + ascent(look.size) + (step - look.size) / 2
    return Text(x, first, tuple(lines), look, step), step * len(lines)


def walk(items: Iterable[Item], x: float = 0.0, y: float = 0.0) -> Iterator[Item]:
    """Every text, box and path, at its place on the page; groups come before what is in them."""
    for item in items:
        if isinstance(item, Group):
            yield item
            yield from walk(item.items, x + item.at[0], y + item.at[1])
        elif isinstance(item, Path):
            yield item
        else:
            yield replace(item, x=item.x + x, y=item.y + y)


def texts(items: Iterable[Item]) -> Iterator[Text]:
    """Every text at its place."""
    return (item for item in walk(items) if isinstance(item, Text))


def extent(text: Text) -> tuple[float, float, float, float]:
    """The box around a text: left, top, right, bottom."""
    look = text.look
    wide = max((width(line, look.size, look.weight) for line in text.lines), default=0.0)
    back = {"start": 0.0, "middle": wide / 2, "end": wide}[look.anchor]
    tall = ascent(look.size) + text.leading * (len(text.lines) - 1)
    low = look.size * 0.24
    if text.turned:
        last = text.x + text.leading * (len(text.lines) - 1) + low
        return (text.x - ascent(look.size), text.y - wide + back, last, text.y + back)
    left = text.x - back
    return (left, text.y - ascent(look.size), left + wide, text.y - ascent(look.size) + tall + low)
