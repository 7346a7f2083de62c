"""The page that leads to all others, as text and in a browser."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kg.gallery.index import Entry, Image, index
from kg.schema import LANGUAGES
from tests.pages.test_access import AXE

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

HOSTILE = '</style><script>alert(1)</script>" onerror="alert(2)\u202e' + "x" * 10_000
_RULES = "() => axe.run(document).then(({ violations }) => violations.map(({ id }) => id))"


@pytest.fixture
def tab(browser: "Browser") -> Iterator["Page"]:
    """A tab without a network in which nothing may go wrong."""
    context = browser.new_context(offline=True, viewport={"width": 1280, "height": 800})
    page = context.new_page()
    heard: list[str] = []
    page.on("console", lambda message: heard.append(message.text))
    page.on("dialog", lambda dialog: heard.append(dialog.message))
    page.on("request", lambda request: heard.append(request.url) if "//" in request.url else None)
    yield page
    context.close()
    assert [line for line in heard if not line.startswith("file:")] == []


def test_each_entry_is_a_title_a_caption_and_a_figure() -> None:
    image = Image("belgium.png", 1600, 900, "A diagram.")
    text = index([Entry("belgium.html", "Belgium", "From left to right.", (image,))], "en")
    assert '<h2><a href="belgium.html">Belgium</a></h2>' in text
    assert (
        '<img src="belgium.png" width="1600" height="900" loading="lazy" alt="A diagram.">' in text
    )
    assert "<p>From left to right.</p>" in text


def test_parts_of_a_figure_are_all_there_and_one_is_seen() -> None:
    parts = tuple(Image(f"conflicts-{n}.png", 1600, 900, f"Part {n}") for n in (1, 2, 3))
    text = index([Entry("conflicts.html", "Conflicts", "", parts)], "en")
    assert text.count("<img") == 1
    assert [f'href="conflicts-{n}.png"' in text for n in (1, 2, 3)] == [True] * 3


def test_without_a_figure_there_is_the_page_alone() -> None:
    text = index([Entry("orbit.html", "Orbit", "")], "en")
    assert "<img" not in text
    assert "Figure to publish" not in text


@pytest.mark.parametrize("lang", LANGUAGES)
def test_it_says_whose_facts_they_are(lang: str) -> None:
    assert "CC BY 4.0" in index([], lang)


@pytest.mark.parametrize(("wide", "scheme"), [(1280, "light"), (390, "dark"), (320, "light")])
def test_it_can_be_read_by_everybody(tab: "Page", folder: Path, wide: int, scheme: "str") -> None:
    tab.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    tab.set_viewport_size({"width": wide, "height": 800})
    tab.goto((folder / "index.html").as_uri())
    assert tab.evaluate("document.documentElement.scrollWidth") <= wide
    tab.evaluate(AXE)
    assert tab.evaluate(_RULES) == []


def test_its_figures_are_seen_and_its_titles_open_the_pages(tab: "Page", folder: Path) -> None:
    tab.goto((folder / "index.html").as_uri())
    tab.wait_for_function("document.images[0].naturalWidth === 1600")
    title = tab.locator("h2 a").first
    name = title.inner_text()
    title.click()
    tab.wait_for_function("document.querySelector('#tally')?.textContent")
    assert tab.locator("h1").inner_text() == name


def test_hostile_words_stay_words(tab: "Page", tmp_path: Path) -> None:
    image = Image(HOSTILE[:40], 10, 10, HOSTILE)
    path = tmp_path / "index.html"
    path.write_text(index([Entry(HOSTILE[:40], HOSTILE, HOSTILE, (image,))], "en"), "utf-8")
    tab.set_content(index([Entry("a.html", HOSTILE, HOSTILE)], "en"))
    assert "</style><script>alert(1)</script>" in tab.locator("h2").inner_text()
    assert tab.evaluate("document.scripts.length") == 0
    assert 'alt="' in path.read_text("utf-8")
    assert "<script" not in path.read_text("utf-8")
