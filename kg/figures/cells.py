"""What stands in a cell of a matrix: a sign for each style of line, told apart by its shape."""

import math

from kg.figures.drawing import PAPER, Group, Item, Path
from kg.figures.icons import disc, number
from kg.views.styles import styles

_OVER = ("ended", "former")
_TOLD = ("alleged", "vendor")


def cell(style: str, x: float, y: float, size: float) -> Item:
    """The sign of a style with its middle at (x, y)."""
    colour, r = styles()[style].colour, size / 2
    line = size * 0.13
    if style == "unlawful":
        return Group((Path(disc(x, y, r), fill=colour), Path(_cross(x, y, r * 0.45), stroke=PAPER,
                      line=line * 1.2)))  # fmt: skip
    ring = Path(disc(x, y, r - line / 2), fill=PAPER, stroke=colour, line=line)
    if style == "trial":
        return Group((ring, Path(_half(x, y, r * 0.62), fill=colour)))
    if style == "planned":
        return ring
    if style in _OVER:
        return Group((ring, Path(_cross(x, y, r * 0.42), stroke=colour, line=line)))
    if style in _TOLD:
        gap = round(math.pi * size * 0.87 / 16, 2)
        dotted = Path(disc(x, y, r - line / 2), fill=PAPER, stroke=colour, line=line,
                      dash=(gap, gap))  # fmt: skip
        return Group((dotted, Path(disc(x, y, r * 0.3), fill=colour)))
    return Path(disc(x, y, r), fill=colour)


def _cross(x: float, y: float, r: float) -> str:
    left, right, up, down = (number(each) for each in (x - r, x + r, y - r, y + r))
    return f"M{left} {up}L{right} {down}M{left} {down}L{right} {up}"


def _half(x: float, y: float, r: float) -> str:
    """The left half of a disc."""
    top, low, size = number(y - r), number(y + r), number(r)
    return f"M{number(x)} {top}A{size} {size} 0 0 0 {number(x)} {low}Z"
