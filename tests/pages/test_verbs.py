"""A plan, an end or a doubt looks the same whatever it is of: the picture says of what."""

from dataclasses import replace
from typing import Any
from xml.etree import ElementTree

import pytest

from kg.pages import page
from kg.schema import LANGUAGES, predicates, statuses
from tests.pages.conftest import Open
from tests.pages.samples import LINES, line, placed, small
from tests.pages.tab import Tab

SUIT = line("acme SUED watch", style="planned", status="announced", claims=("c-r-acme-MAKES-eye",))


def shown(show: Open, *lines: Any, fragment: str = "", **cells: Any) -> Tab:
    """The small picture with these lines too."""
    whole = tuple(sorted((*LINES, *lines), key=lambda each: each.eid))
    return show(page(small(lines=whole, **cells), placed()), fragment)


def texts(tab: Tab, entry: str = "Picture (SVG)") -> list[str]:
    """What is written in the drawing as it is saved."""
    drawing = ElementTree.fromstring(tab.saved(entry))
    return [each.text or "" for each in drawing.iter("{http://www.w3.org/2000/svg}text")]


def test_an_announced_suit_is_no_announced_delivery(show: Open) -> None:
    tab = shown(show, SUIT)
    assert "took to court (announced)" in texts(tab)


def test_an_announced_delivery_has_the_look_that_the_legend_explains(show: Open) -> None:
    plan = line("bright SUPPLIES gent", style="planned", status="announced")
    found = texts(shown(show, plan))
    assert not [text for text in found if "(" in text]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_it_is_said_in_the_language_of_the_reader(show: Open, lang: str) -> None:
    tab = shown(show, SUIT, fragment=f"lang={lang}")
    verb, status = predicates()["SUED"].names[lang], statuses()["announced"].names[lang]
    entry = tab.page.locator("#save button").nth(1).text_content()
    assert f"{verb} ({status})" in texts(tab, str(entry))


def test_the_heading_of_a_tie_says_how_far_it_has_come(show: Open) -> None:
    tab = shown(show, SUIT, fragment=f"tie={SUIT.eid}")
    assert (
        tab.page.locator("#panel-title").inner_text() == "Acme took to court Watchers (announced)"
    )


@pytest.mark.parametrize("status", ["active", "unknown", ""])
def test_what_holds_needs_no_such_word(show: Open, status: str) -> None:
    held = replace(SUIT, status=status, style="challenge")
    tab = shown(show, held, fragment=f"tie={SUIT.eid}")
    assert tab.page.locator("#panel-title").inner_text() == "Acme took to court Watchers"


def test_where_all_is_of_one_kind_nothing_is_written_on_the_lines(show: Open) -> None:
    plan = line("acme DRAWS_ON eye", style="planned", status="planned")
    held = line("bright DRAWS_ON eye", style="data")
    found = texts(show(page(small(lines=(plan, held)), placed())))
    assert not [text for text in found if "(" in text]


def test_with_something_else_in_view_only_its_own_lines_are_named(show: Open) -> None:
    away = texts(shown(show, SUIT, fragment="node=gent"))
    near = texts(shown(show, SUIT, fragment="node=watch"))
    assert "took to court (announced)" not in away
    assert "took to court (announced)" in near


def test_the_words_cover_no_card(show: Open) -> None:
    tab = shown(show, SUIT, layout="layered")
    drawing = ElementTree.fromstring(tab.saved("Picture (SVG)"))
    words = next(
        each
        for each in drawing.iter("{http://www.w3.org/2000/svg}text")
        if each.text == "took to court (announced)"
    )
    place = str(words.get("transform")).removeprefix("translate(").rstrip(")").split(" ")
    x, y = map(float, place)
    assert all(abs(x - left) > 40 or abs(y - top) > 18 for left, top in placed().points.values())


def test_the_signs_are_explained_below_what_is_read(show: Open) -> None:
    tab = shown(show, SUIT, fragment="node=acme")
    signs = tab.page.locator("#panel details.signs")
    assert signs.locator("ul").first.is_hidden()
    signs.locator("summary").click()
    assert "planned only" in signs.inner_text()


@pytest.mark.parametrize(
    ("style", "said"),
    [
        ("ended", "took to court (ended or suspended)"),
        ("alleged", "took to court (alleged or disputed)"),
        ("vendor", "took to court (said by the vendor only)"),
    ],
)
def test_without_a_status_the_look_is_put_into_words(show: Open, style: str, said: str) -> None:
    assert said in texts(shown(show, replace(SUIT, status="", style=style)))


def test_an_end_is_told_once(show: Open) -> None:
    end = line("watch ENDED eye", style="ended")
    tab = shown(show, end, fragment=f"tie={end.eid}")
    assert tab.page.locator("#panel-title").inner_text() == "Watchers ended Eye"
