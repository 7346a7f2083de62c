"""Files of a figure: one for each part, and what lies beside them."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from kg.errors import ViewError, did_you_mean
from kg.figures import sidecar
from kg.figures.carousel import pages
from kg.figures.describe import alt, long
from kg.figures.document import document
from kg.figures.page import Page
from kg.figures.paper import SIZES
from kg.figures.pdf import pdf
from kg.figures.png import png
from kg.views.picture import Picture

FORMATS = ("svg", "png", "pdf")
__all__ = ["FORMATS", "SIZES", "Figure", "figure"]


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure set for one size, in one part or several."""

    pages: tuple[Page, ...]
    outline: bool = False

    def svg(self, part: int = 1) -> str:
        """The SVG of a part, its fonts inside."""
        return document(self.pages[part - 1], outline=self.outline)

    def png(self, part: int = 1) -> bytes:
        """The PNG of a part."""
        page = self.pages[part - 1]
        return png(document(page, embed=False, outline=self.outline), page.paper.zoom)

    def pdf(self) -> bytes:
        """The PDF of all parts, a page each."""
        drawn = [document(page, embed=False, outline=self.outline) for page in self.pages]
        return pdf(self.pages, drawn)

    def files(self, path: Path) -> dict[Path, bytes]:
        """Every file to write: the figure, its data, its words.

        Several parts are called ``name-1.png``, ``name-2.png``; a PDF has them as pages.

        Raises:
            ViewError: The ending of the path is none that figures have.
        """
        ending = path.suffix.lower().removeprefix(".")
        if ending not in FORMATS:
            hint = did_you_mean(ending, FORMATS)
            raise ViewError(f"{path}: no figure {ending!r}{hint}; one of {', '.join(FORMATS)}")
        found = self._drawn(path, ending)
        stem = path.with_suffix("")
        names = [each.name for each in found]
        names = names if len(names) == len(self.pages) else names * len(self.pages)
        beside = {
            ".figure.json": sidecar.as_json(self.pages, names),
            ".figure.csv": sidecar.as_csv(self.pages),
            ".alt.txt": "".join(f"{alt(page)}\n" for page in self.pages),
            ".description.txt": "\n".join(f"{long(page)}\n" for page in self.pages),
        }
        texts = {
            stem.with_name(stem.name + end): text.encode("utf-8", "replace")
            for end, text in beside.items()
        }
        return {**found, **texts}

    def _drawn(self, path: Path, ending: str) -> dict[Path, bytes]:
        if ending == "pdf":
            return {path: self.pdf()}
        numbers = range(1, len(self.pages) + 1)
        paths = [path] if len(self.pages) == 1 else [_numbered(path, n) for n in numbers]
        return {
            each: self.svg(n).encode() if ending == "svg" else self.png(n)
            for each, n in zip(paths, numbers, strict=True)
        }


def figure(picture: Picture, size: str = "article", outline: bool = False) -> Figure:
    """Set a picture for a size; ``outline`` turns its text into paths.

    Raises:
        ViewError: There is nothing to draw, or too much for the size, or a letter that no font has.
    """
    found: Sequence[Page] = pages(picture, size)
    return Figure(tuple(found), outline)


def _numbered(path: Path, number: int) -> Path:
    return path.with_name(f"{path.stem}-{number}{path.suffix}")
