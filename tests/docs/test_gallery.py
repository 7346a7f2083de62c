"""The gallery: every shipped view is in it, with words for those who do not see it."""

import re
from html.parser import HTMLParser

import pytest
from lxml import etree

from docs.generator import gallery
from docs.generator.pages import ROOT
from kg.case import Case
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
    assert image[1] in (f"{name}.svg", f"{name}-1.svg")


def test_just_what_is_shown_or_linked_lies_in_the_folder() -> None:
    named = {"README.md", *(name for _, name in _IMAGE.findall(README)), *_LINK.findall(README)}
    assert named == {path.name for path in FOLDER.iterdir()}


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.svg")), ids=lambda path: path.stem)
def test_a_figure_is_sound_and_says_its_licence(path: object) -> None:
    root = etree.parse(str(path)).getroot()
    assert root.tag == "{http://www.w3.org/2000/svg}svg"
    assert "CC BY 4.0" in "".join(map(str, root.itertext()))


@pytest.mark.parametrize("name", VIEWS)
def test_a_page_asks_for_nothing_outside(name: str) -> None:
    class Tags(HTMLParser):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            given = dict(attrs)
            assert not (tag in ("script", "img", "link", "iframe") and {"src", "href"} & set(given))

    Tags().feed((FOLDER / f"{name}.html").read_text("utf-8"))


def test_the_gallery_stays_small() -> None:
    assert max(path.stat().st_size for path in FOLDER.iterdir()) < 1_000_000
    assert sum(path.stat().st_size for path in FOLDER.iterdir()) < 20_000_000


def test_how_a_font_is_packed_is_no_difference_all_else_is() -> None:
    one = "<style>src:url(data:font/ttf;base64,AAEC+/=) format('truetype')</style><text>a</text>"
    assert gallery.is_same(one, one.replace("AAEC", "ZZZZ99"))
    assert not gallery.is_same(one, one.replace(">a<", ">b<"))
