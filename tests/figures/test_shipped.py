"""Figures of shipped views: whole, with their evidence, and the same each time."""

import json
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree.ElementTree import fromstring

import pytest

from kg.figures import figure
from kg.views.draw import draw
from kg.views.spec import find

if TYPE_CHECKING:
    from kg.session import OpenGraph

VIEWS = ("i-police", "ends-and-bans", "forces-and-techniques", "israeli-vendors")


def files(shipped: "OpenGraph", view: str, name: str, size: str = "article") -> dict[str, bytes]:
    picture = draw(shipped, find(shipped.case, view))
    found = figure(picture, size).files(Path(name))
    return {path.name: content for path, content in found.items()}


@pytest.mark.parametrize("view", VIEWS)
def test_a_figure_is_an_svg_with_its_words_beside_it(shipped: "OpenGraph", view: str) -> None:
    found = files(shipped, view, "x.svg")
    drawn = [content for name, content in found.items() if name.endswith(".svg")]
    assert drawn
    for content in drawn:
        assert fromstring(content.decode()).tag == "{http://www.w3.org/2000/svg}svg"
        assert b"CC BY 4.0" in content
    assert all(content.strip() for content in found.values())
    assert any(name.endswith(".alt.txt") for name in found)


def test_every_line_of_the_data_rests_on_claims(shipped: "OpenGraph") -> None:
    found = files(shipped, "i-police", "x.svg")
    (content,) = [text for name, text in found.items() if name.endswith(".figure.json")]
    lines = [line for part in json.loads(content)["parts"] for line in part["lines"]]
    assert lines
    assert all(line["claims"] for line in lines)


def test_the_same_picture_gives_the_same_bytes(shipped: "OpenGraph") -> None:
    assert files(shipped, "unit-8200", "x.png") == files(shipped, "unit-8200", "x.png")


def test_the_words_of_the_cards_stand_in_the_pdf(shipped: "OpenGraph", tmp_path: Path) -> None:
    import pypdf

    for name, content in files(shipped, "i-police", "x.pdf", "a4").items():
        (tmp_path / name).write_bytes(content)
    pages = [
        page for path in sorted(tmp_path.glob("*.pdf")) for page in pypdf.PdfReader(path).pages
    ]
    text = " ".join(page.extract_text() for page in pages)
    for name in ("TA9", "Sopra Steria", "Interionet"):
        assert name in text
