"""The sheets that figures are made for, and how large text is on each.

Widths and sizes are pixels on screens and points (1/72 inch) on paper. No text is smaller than 22
pixels in social media, where a figure is seen on a phone, nor than 7 points in print.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Literal

from kg.errors import ViewError, did_you_mean


@dataclass(frozen=True, slots=True)
class Paper:
    """One size. A ``height`` of 0 grows with what is drawn, between ``lowest`` and ``tallest``.

    ``names`` are the sizes to try for names on cards, the largest first. ``notes`` are the most
    notes, ``source_lines`` the most lines of sources. ``pages`` is the most parts that a figure is
    split into. ``zoom`` makes a PNG larger than 96 pixels an inch.
    """

    name: str
    unit: Literal["px", "pt"]
    width: float
    height: float
    title: float
    subtitle: float
    names: tuple[float, ...]
    text: float
    small: float
    margins: tuple[float, float, float, float]
    notes: int
    source_lines: int
    pages: int
    zoom: float = 1.0
    lowest: float = 0.0
    tallest: float = 0.0

    @property
    def left(self) -> float:
        """The left margin; the right one is as wide."""
        return self.margins[3]

    @property
    def inside(self) -> float:
        """The width between the margins."""
        return self.width - self.margins[1] - self.margins[3]

    @property
    def least(self) -> float:
        """The size that no text is under."""
        return min(*self.names, self.text, self.small)

    @property
    def is_social(self) -> bool:
        """Whether it is a picture for social media: of one height, in pixels."""
        return self.unit == "px" and self.height > 0

    def turned(self) -> "Paper":
        """The same sheet on its other edge."""
        return replace(self, width=self.height, height=self.width)


_SOCIAL = (30.0, 28.0, 26.0, 24.0, 22.0)
_PAPERS = (
    Paper(
        "article", "px", 1600, 0, 34, 19, (20, 18, 17, 16, 15), 16, 14.5, (40, 44, 30, 44),
        notes=40, source_lines=8, pages=8, lowest=640, tallest=2600,
    ),
    Paper("square", "px", 1080, 1080, 44, 26, _SOCIAL, 22, 22, (40, 44, 36, 44), 6, 2, 12),
    Paper("portrait", "px", 1080, 1350, 46, 26, _SOCIAL, 22, 22, (44, 44, 40, 44), 8, 2, 12),
    Paper("story", "px", 1080, 1920, 50, 28, _SOCIAL, 22, 22, (230, 56, 260, 56), 8, 2, 12),
    Paper("link", "px", 1200, 630, 38, 24, _SOCIAL, 22, 22, (30, 40, 24, 40), 2, 2, 1),
    Paper(
        "a4", "pt", 842, 595, 19, 10.5, (10.5, 9.5, 8.5, 7.5, 7), 8, 7, (30, 34, 24, 34),
        notes=40, source_lines=8, pages=12, zoom=300 / 96,
    ),
    Paper(
        "a3", "pt", 1191, 842, 26, 14, (13, 12, 11, 10, 9, 8, 7), 10, 8.5, (40, 44, 32, 44),
        notes=60, source_lines=10, pages=12, zoom=200 / 96,
    ),
)  # fmt: skip
PAPERS: Mapping[str, Paper] = MappingProxyType({paper.name: paper for paper in _PAPERS})
SIZES = tuple(PAPERS)


def sheets(name: str) -> Sequence[Paper]:
    """The ways to lay a size: print can be turned.

    Raises:
        ViewError: There is no such size.
    """
    if name not in PAPERS:
        raise ViewError(f"no size {name!r}{did_you_mean(name, SIZES)}; one of {', '.join(SIZES)}")
    paper = PAPERS[name]
    return (paper, paper.turned()) if paper.unit == "pt" else (paper,)
