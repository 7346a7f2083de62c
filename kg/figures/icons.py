"""The symbol of each kind of thing: a shape of its own, so that colour is never the only sign."""

import math
from collections.abc import Callable, Mapping, Sequence

from kg.figures.drawing import PAPER, Box, Item, Path
from kg.schema import labels

Shape = Callable[[float, float, float, str], Item]


def icon(label: str, x: float, y: float, size: float) -> Item:
    """The symbol of a label, with its middle at (x, y); ``size`` is its height."""
    kind = labels()[label]
    shape = _SHAPES.get(kind.shape, _circle)
    return shape(x, y, size / 2, kind.colour)


def tint(colour: str, share: float = 0.11) -> str:
    """A colour made so light that text stands well on it."""
    parts = [int(colour[at : at + 2], 16) for at in (1, 3, 5)]
    return "#" + "".join(f"{round(255 - (255 - part) * share):02X}" for part in parts)


def number(value: float) -> str:
    """A length as it is written: two decimals at most, no -0."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


def polygon(points: Sequence[tuple[float, float]]) -> str:
    """The outline through points."""
    return "M" + "L".join(f"{number(x)} {number(y)}" for x, y in points) + "Z"


def disc(x: float, y: float, r: float) -> str:
    """The outline of a circle."""
    size = number(r)
    turn = f"A{size} {size} 0 1 1"
    return (
        f"M{number(x - r)} {number(y)}{turn} {number(x + r)} {number(y)}"
        f"{turn} {number(x - r)} {number(y)}Z"
    )


def _circle(x: float, y: float, r: float, colour: str) -> Item:
    return Path(disc(x, y, r * 0.94), fill=colour)


def _ring(x: float, y: float, r: float, colour: str) -> Item:
    return Path(disc(x, y, r * 0.72), fill=PAPER, stroke=colour, line=r * 0.44)


def _regular(corners: int, start: float, stretch: float) -> Shape:
    def draw(x: float, y: float, r: float, colour: str) -> Item:
        turns = [start + math.tau * corner / corners for corner in range(corners)]
        points = [
            (x + r * stretch * math.cos(turn), y + r * stretch * math.sin(turn)) for turn in turns
        ]
        return Path(polygon(points), fill=colour)

    return draw


def _triangle(x: float, y: float, r: float, colour: str) -> Item:
    points = [(x, y - r), (x + r * 1.08, y + r * 0.86), (x - r * 1.08, y + r * 0.86)]
    return Path(polygon(points), fill=colour)


def _square(x: float, y: float, r: float, colour: str) -> Item:
    side = r * 1.7
    return Box(x - side / 2, y - side / 2, side, side, fill=colour, radius=r * 0.2)


def _shield(x: float, y: float, r: float, colour: str) -> Item:
    points = [(-0.92, -0.92), (0.92, -0.92), (0.92, 0.3), (0.0, 1.02), (-0.92, 0.3)]
    return Path(polygon([(x + r * a, y + r * b) for a, b in points]), fill=colour)


def _sheet(x: float, y: float, r: float, colour: str) -> Item:
    """A sheet with its upper right corner folded."""
    outer = [(-0.78, -1.0), (0.26, -1.0), (0.78, -0.46), (0.78, 1.0), (-0.78, 1.0)]
    fold = [(0.26, -1.0), (0.26, -0.46), (0.78, -0.46)]
    sheet = polygon([(x + r * a, y + r * b) for a, b in outer])
    corner = polygon([(x + r * a, y + r * b) for a, b in fold])
    return Path(sheet + corner, fill=colour, stroke=PAPER, line=r * 0.1)


def _cylinder(x: float, y: float, r: float, colour: str) -> Item:
    wide, tall, flat = r * 0.86, r * 0.74, r * 0.3
    left, right, arc = number(x - wide), number(x + wide), f"{number(wide)} {number(flat)}"
    up, down = number(y - tall), number(y + tall)
    body = f"M{left} {up}V{down}A{arc} 0 0 0 {right} {down}V{up}A{arc} 0 0 0 {left} {up}Z"
    rim = f"M{left} {up}A{arc} 0 0 0 {right} {up}"
    return Path(body + rim, fill=colour, stroke=PAPER, line=r * 0.14)


def _star(x: float, y: float, r: float, colour: str) -> Item:
    turns = [(-math.pi / 2 + math.pi * k / 5, r * (1.06 if k % 2 == 0 else 0.5)) for k in range(10)]
    points = [(x + length * math.cos(turn), y + length * math.sin(turn)) for turn, length in turns]
    return Path(polygon(points), fill=colour)


def _pin(x: float, y: float, r: float, colour: str) -> Item:
    top, side = y - r * 0.3, r * 0.68
    around = f"A{number(side)} {number(side)} 0 1 1"
    drop = (
        f"M{number(x)} {number(y + r)}L{number(x - side * 0.84)} {number(top + side * 0.54)}"
        f"{around} {number(x + side * 0.84)} {number(top + side * 0.54)}Z"
    )
    return Path(drop + _hole(x, top, r * 0.26), fill=colour)


def _hole(x: float, y: float, r: float) -> str:
    """A circle run the other way, so that it is left out of what lies around it."""
    turn = f"A{number(r)} {number(r)} 0 1 0"
    return (
        f"M{number(x - r)} {number(y)}{turn} {number(x + r)} {number(y)}"
        f"{turn} {number(x - r)} {number(y)}Z"
    )


_SHAPES: Mapping[str, Shape] = {
    "circle": _circle,
    "dot": _circle,
    "ring": _ring,
    "hexagon": _regular(6, 0.0, 1.08),
    "pentagon": _regular(5, -math.pi / 2, 1.04),
    "diamond": _regular(4, 0.0, 1.1),
    "triangle": _triangle,
    "square": _square,
    "shield": _shield,
    "sheet": _sheet,
    "cylinder": _cylinder,
    "star": _star,
    "pin": _pin,
}
