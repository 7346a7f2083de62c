"""The round number of a note."""

from kg.figures.drawing import PAPER, Group, Item, Look, Path, Text
from kg.figures.icons import disc
from kg.views.styles import Style


def badge(number: int, x: float, y: float, size: float, text: float, style: Style) -> Item:
    """A number in a circle with its middle at (x, y), in the colour of the line that it is on."""
    line = size * 0.06
    ring = Path(disc(x, y, size / 2 - line), fill=PAPER, stroke=style.colour, line=line)
    small = text * (0.86 if number > 99 else 1.0)
    look = Look(small, 600, style.colour, "middle")
    return Group((ring, Text(x, y + small * 0.33, (str(number),), look)), kind="note")
