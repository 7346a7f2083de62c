"""What stands behind marks: lanes, years, tiles, columns."""

from dataclasses import dataclass, field
from typing import Literal

from kg.views.picture import Words

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
