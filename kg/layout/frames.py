"""What a layout gives: positions, the frames behind marks, and the ways of lines."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from kg.layout.sizes import Point, Points
from kg.views.picture import Words

__all__ = ["Frame", "Kind", "Placed", "Points", "Route"]

Route = tuple[Point, ...]
"""The Bézier points of a line: one, then three for each piece."""

Kind = Literal["lane", "year", "tile", "column", "row"]


@dataclass(frozen=True, slots=True)
class Frame:
    """A box with a name. ``x``, ``y`` are its upper left corner, in pixels.

    A year is a line from top to bottom: its ``width`` is 0. ``is_empty`` tiles hold no mark.
    """

    kind: Kind
    id: str
    names: Words = field(hash=False)
    x: float
    y: float
    width: float
    height: float
    is_empty: bool = False

    def moved(self, right: float, down: float) -> "Frame":
        """The same frame elsewhere, rounded to a tenth of a pixel."""
        return Frame(
            self.kind,
            self.id,
            self.names,
            round(self.x + right, 1) + 0.0,
            round(self.y + down, 1) + 0.0,
            round(self.width, 1),
            round(self.height, 1),
            self.is_empty,
        )


@dataclass(frozen=True, slots=True)
class Placed:
    """What a layout makes of a picture; without a route a line goes straight."""

    points: Points = field(hash=False)
    frames: tuple[Frame, ...] = ()
    routes: Mapping[str, Route] = field(default_factory=dict, hash=False)
