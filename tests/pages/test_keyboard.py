"""Everything can be reached and read without a pointer."""

from kg.pages import page
from tests.pages.conftest import Open
from tests.pages.samples import placed, small

_FOCUS = "document.activeElement.id || document.activeElement.textContent"


def test_a_walk_with_keys_alone_from_the_top_to_the_evidence_and_on(show: Open) -> None:
    tab = show(page(small(), placed()))
    tab.keys("Tab")
    assert tab.page.evaluate(_FOCUS) == "skip"
    tab.keys("Enter")
    assert tab.page.evaluate(_FOCUS) == "list"
    tab.keys("ArrowDown", "ArrowDown", "ArrowDown", "Enter")
    assert tab.page.evaluate(_FOCUS) == "panel"
    assert tab.page.locator("#panel-title").inner_text() == "Eye"
    while tab.page.evaluate("!document.activeElement.matches('.mark')"):
        tab.keys("Tab")
    tab.keys("Enter")
    assert tab.page.locator("#panel-title").inner_text() != "Eye"


def test_every_entity_and_its_evidence_is_reached_by_keys(show: Open) -> None:
    tab = show(page(small(), placed()))
    tab.page.locator("#list").focus()
    read = []
    for _ in tab.names:
        tab.keys("Enter")
        read.append(tab.page.locator("#panel-title").inner_text())
        tab.page.locator("#list").focus()
        tab.keys("ArrowDown")
    assert read == tab.names


def test_arrows_in_the_picture_go_from_one_to_the_next(show: Open) -> None:
    tab = show(page(small(), placed()), "node=acme")
    tab.page.locator("#stage").focus()
    tab.keys("ArrowRight")
    assert tab.page.locator("#panel-title").inner_text() == "Brïght Cam"
    tab.keys("ArrowDown")
    assert tab.page.locator("#panel-title").inner_text() == "Lyon police"
    tab.keys("Enter")
    assert tab.page.evaluate(_FOCUS) == "panel"


def test_keys_move_the_picture(show: Open) -> None:
    tab = show(page(small(), placed()))
    tab.page.locator("#stage").focus()
    before = tab.address["at"]
    tab.keys("+", "Shift+ArrowLeft")
    after = tab.address["at"]
    assert float(after.split(",")[2]) > float(before.split(",")[2])
    assert float(after.split(",")[0]) < float(before.split(",")[0])
    tab.keys("0")
    assert tab.address["at"] == before


def test_search_leads_into_the_list_and_slash_into_search(show: Open) -> None:
    tab = show(page(small(), placed()))
    tab.keys("/")
    assert tab.page.evaluate(_FOCUS) == "search"
    tab.page.keyboard.type("lyon")
    tab.page.wait_for_timeout(200)
    tab.keys("Enter")
    assert tab.page.locator("#panel-title").inner_text() == "Lyon police"
    assert tab.page.evaluate(_FOCUS) == "list"


def test_focus_is_visible(show: Open) -> None:
    tab = show(page(small(), placed()))
    tab.keys("Tab", "Tab")
    style = tab.page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert style == "solid"
