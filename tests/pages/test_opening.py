"""A page opens without a network and shows what the picture holds."""

from kg.pages import page
from tests.pages.conftest import Open
from tests.pages.samples import placed, small


def test_a_page_asks_for_nothing_and_draws(show: Open) -> None:
    tab = show(page(small(), placed()))
    assert tab.tally == "7 entities, 8 ties"
    assert tab.inked() > 2000


def test_what_can_be_read_comes_before_what_is_drawn(show: Open) -> None:
    tab = show(page(small(), placed()))
    order = tab.page.evaluate("[...document.querySelector('main').children].map((node) => node.id)")
    assert order == ["side", "panel", "picture", "table"]


def test_nothing_but_our_own_scripts_can_run(show: Open) -> None:
    tab = show(page(small(), placed()))
    tab.page.evaluate(
        "const own = document.createElement('script');"
        "own.text = 'window.ran = 1';"
        "document.body.append(own)"
    )
    assert tab.page.evaluate("window.ran") is None
    assert "Content Security Policy" in tab.errors.pop()


def test_our_code_leaves_no_name_behind(show: Open) -> None:
    tab = show(page(small(), placed()))
    assert (
        tab.page.evaluate("['State', 'Data', 'Scene', 'G'].filter((name) => name in window)") == []
    )
