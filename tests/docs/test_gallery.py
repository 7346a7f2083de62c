"""The gallery: every shipped view is in it, with words for those who do not see it."""

import re
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path

import pytest
from PIL import Image

from docs.generator import gallery
from docs.generator.pages import ROOT
from kg.case import Case
from kg.pages import page
from kg.session import OpenGraph
from kg.views.draw import draw
from kg.views.spec import load

FOLDER = ROOT / "docs" / "gallery"
README = (FOLDER / "README.md").read_text("utf-8")
VIEWS = load(Case(ROOT))[0]
_IMAGE = re.compile(r"!\[([^\]]+)\]\(([^)]+)\)")
_LINK = re.compile(r"(?<!!)\[[^\]]+\]\(([^)]+)\)")


@pytest.mark.parametrize("name", VIEWS)
def test_every_shipped_view_is_shown_with_its_finding(name: str) -> None:
    section = README.split(f"\n## {name}\n")[1].split("\n## ")[0]
    assert VIEWS[name].titles["en"] in section
    assert VIEWS[name].captions["en"] in section
    (image,) = _IMAGE.findall(section)
    assert image[0].startswith(VIEWS[name].titles["en"])
    assert image[1] in (f"{name}.png", f"{name}-1.png")


def test_just_what_is_shown_or_linked_lies_in_the_folder() -> None:
    named = {"README.md", *(name for _, name in _IMAGE.findall(README)), *_LINK.findall(README)}
    assert named == {path.name for path in FOLDER.iterdir()}


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.png")), ids=lambda path: path.stem)
def test_a_figure_is_as_wide_as_an_article_and_not_empty(path: Path) -> None:
    with Image.open(path) as image:
        assert image.width == 1600
        assert len(image.convert("L").resize((160, 160)).getcolors() or []) > 10


def test_the_page_of_every_view_is_the_one_whose_sum_is_given(shipped: OpenGraph) -> None:
    lines = (FOLDER / gallery.SUMS).read_text("utf-8").splitlines()
    built = {name: page(draw(shipped, view)) for name, view in VIEWS.items()}
    assert lines == [
        f"{sha256(text.encode()).hexdigest()}  {name}.html" for name, text in built.items()
    ]
    for text in built.values():
        Tags().feed(text)


class Tags(HTMLParser):
    """No tag of a page asks for anything outside."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        assert not (tag in ("script", "img", "link", "iframe") and {"src", "href"} & set(given))


def test_nothing_of_others_is_kept() -> None:
    assert {path.suffix for path in FOLDER.iterdir()} == {".md", ".png", ".sha256"}


def test_the_gallery_stays_small() -> None:
    assert sum(path.stat().st_size for path in FOLDER.iterdir()) < 12_000_000
