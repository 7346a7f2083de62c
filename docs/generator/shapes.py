"""The signs of the labels as SVG, each about a centre, with the colour that the schema gives."""

from collections.abc import Callable, Sequence
from math import cos, pi, sin

from kg.schema import Label

Point = tuple[float, float]


def sign(label: Label, x: float, y: float, size: float = 8) -> str:
    """The sign of a label, ``size`` being half its width."""
    return _DRAWN[label.shape](x, y, size, label.colour)


def number(value: float) -> str:
    """A coordinate with at most one decimal."""
    return f"{value:.1f}".removesuffix(".0")


def _polygon(points: Sequence[Point], colour: str) -> str:
    corners = " ".join(f"{number(x)},{number(y)}" for x, y in points)
    return f'<polygon points="{corners}" fill="{colour}"/>'


def _regular(corners: int, x: float, y: float, size: float, colour: str, turn: float = 0) -> str:
    angles = [turn + 2 * pi * corner / corners - pi / 2 for corner in range(corners)]
    return _polygon([(x + size * cos(angle), y + size * sin(angle)) for angle in angles], colour)


def _circle(x: float, y: float, size: float, colour: str) -> str:
    return f'<circle cx="{number(x)}" cy="{number(y)}" r="{number(size)}" fill="{colour}"/>'


def _dot(x: float, y: float, size: float, colour: str) -> str:
    return _circle(x, y, size * 0.6, colour)


def _ring(x: float, y: float, size: float, colour: str) -> str:
    return (
        f'<circle cx="{number(x)}" cy="{number(y)}" r="{number(size - 1.5)}" fill="none" '
        f'stroke="{colour}" stroke-width="3"/>'
    )


def _square(x: float, y: float, size: float, colour: str) -> str:
    side = size * 0.85
    corners = [(x - side, y - side), (x + side, y - side), (x + side, y + side)]
    return _polygon([*corners, (x - side, y + side)], colour)


def _diamond(x: float, y: float, size: float, colour: str) -> str:
    return _regular(4, x, y, size, colour)


def _triangle(x: float, y: float, size: float, colour: str) -> str:
    return _regular(3, x, y + size * 0.2, size * 1.1, colour)


def _hexagon(x: float, y: float, size: float, colour: str) -> str:
    return _regular(6, x, y, size, colour, turn=pi / 6)


def _pentagon(x: float, y: float, size: float, colour: str) -> str:
    return _regular(5, x, y, size, colour)


def _star(x: float, y: float, size: float, colour: str) -> str:
    points = []
    for corner in range(10):
        angle, reach = pi * corner / 5 - pi / 2, size * (1.1 if corner % 2 == 0 else 0.48)
        points.append((x + reach * cos(angle), y + reach * sin(angle)))
    return _polygon(points, colour)


def _shield(x: float, y: float, size: float, colour: str) -> str:
    left, right, top = number(x - size * 0.85), number(x + size * 0.85), number(y - size)
    middle, low, tip = number(y + size * 0.1), number(y + size * 0.7), number(y + size * 1.1)
    return (
        f'<path d="M{left} {top}H{right}V{middle}Q{right} {low} {number(x)} {tip}'
        f'Q{left} {low} {left} {middle}Z" fill="{colour}"/>'
    )


def _sheet(x: float, y: float, size: float, colour: str) -> str:
    left, right, top, low = x - size * 0.75, x + size * 0.75, y - size, y + size
    fold = size * 0.6
    folded = [(left, top), (right - fold, top), (right, top + fold), (right, low), (left, low)]
    return _polygon(folded, colour)


def _cylinder(x: float, y: float, size: float, colour: str) -> str:
    left, right, top, low = x - size * 0.8, x + size * 0.8, y - size * 0.7, y + size * 0.7
    arc = f"A{number(size * 0.8)} {number(size * 0.35)} 0 0"
    return (
        f'<path d="M{number(left)} {number(top)}{arc} 1 {number(right)} {number(top)}'
        f'V{number(low)}{arc} 1 {number(left)} {number(low)}Z" fill="{colour}"/>'
        f'<path d="M{number(left)} {number(top)}{arc} 0 {number(right)} {number(top)}" '
        'fill="none" stroke="#FFFFFF"/>'
    )


def _pin(x: float, y: float, size: float, colour: str) -> str:
    half, tip = number(size * 0.7), number(y + size * 1.1)
    left, right, top = number(x - size * 0.7), number(x + size * 0.7), number(y - size * 0.3)
    return (
        f'<path d="M{left} {top}A{half} {half} 0 0 1 {right} {top}Q{right} {number(y + size * 0.2)}'
        f' {number(x)} {tip}Q{left} {number(y + size * 0.2)} {left} {top}Z" fill="{colour}"/>'
        f'<circle cx="{number(x)}" cy="{top}" r="{number(size * 0.25)}" fill="#FFFFFF"/>'
    )


_DRAWN: dict[str, Callable[[float, float, float, str], str]] = {
    "circle": _circle,
    "cylinder": _cylinder,
    "diamond": _diamond,
    "dot": _dot,
    "hexagon": _hexagon,
    "pentagon": _pentagon,
    "pin": _pin,
    "ring": _ring,
    "sheet": _sheet,
    "shield": _shield,
    "square": _square,
    "star": _star,
    "triangle": _triangle,
}
