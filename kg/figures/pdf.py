"""SVG to PDF with typst: text stays text, tagged for screen readers (PDF/UA-1), without a date."""

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from kg.errors import ViewError
from kg.figures.describe import alt
from kg.figures.fonts import files
from kg.figures.page import Page

_PAGE = """
#set document(title: sys.inputs.title, date: none)
#set text(lang: sys.inputs.lang, font: "Source Sans Pro")
#set page(margin: 0pt)
#let parts = json("parts.json")
#for part in parts [
  #set page(width: part.width * 1pt, height: part.height * 1pt)
  #image(part.file, width: part.width * 1pt, height: part.height * 1pt, alt: part.alt)
]
"""


def pdf(pages: Sequence[Page], drawn: Sequence[str]) -> bytes:
    """One PDF with a page for each part; ``drawn`` are their SVGs.

    Raises:
        ViewError: typst is missing, or refuses.
    """
    try:
        import typst
    except ImportError as error:
        message = "PDF needs the package typst: pip install '.[pdf]' in the checkout"
        raise ViewError(message) from error
    import json

    with TemporaryDirectory() as folder:
        root = Path(folder)
        parts = [_part(root, at, page, drawn[at]) for at, page in enumerate(pages)]
        (root / "parts.json").write_text(json.dumps(parts), "utf-8")
        (root / "main.typ").write_text(_PAGE, "utf-8")
        picture = pages[0].picture
        try:
            made = typst.compile(
                root / "main.typ",
                root=root,
                font_paths=_fonts(),
                ignore_system_fonts=True,
                pdf_standards="ua-1",
                sys_inputs={"title": picture.title[:400], "lang": picture.lang},
                timestamp=0,
            )
        except typst.TypstError as error:
            raise ViewError(f"the figure cannot be set as PDF: {error.message}") from error
    if not isinstance(made, bytes):
        raise ViewError("the figure cannot be set as PDF")
    return made


def _part(root: Path, at: int, page: Page, svg: str) -> dict[str, object]:
    """A part as the template reads it, with its drawing in a file beside it."""
    name, scale = f"part-{at + 1}.svg", _scale(page)
    (root / name).write_text(svg, "utf-8")
    return {
        "file": name,
        "alt": alt(page),
        "width": page.drawing.width * scale,
        "height": page.drawing.height * scale,
    }


def _scale(page: Page) -> float:
    """Points a unit: screens have 96 pixels an inch."""
    return 1.0 if page.paper.unit == "pt" else 0.75


@cache
def _fonts() -> Any:
    return sorted({str(path.parent) for path in files()})
