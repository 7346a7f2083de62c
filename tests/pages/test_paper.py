"""On paper: the picture, what its signs mean, and every tie with its sources."""

from kg.pages import page
from tests.pages.conftest import Open
from tests.pages.samples import placed, small


def test_paper_shows_picture_signs_and_ties_and_no_controls(show: Open) -> None:
    tab = show(page(small(), placed()))
    tab.page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    tab.page.emulate_media(media="print")
    seen = tab.page.locator("#paper")
    assert seen.locator("svg text", has_text="Ghent police").count() == 1
    assert "owns or took over" in seen.inner_text()
    assert seen.locator("tbody tr").count() == 8
    assert "The Herald, p. 42" in seen.inner_text()
    for control in ("#tools", "#side", "#picture", "#zoom"):
        assert not tab.page.locator(control).is_visible()
    credit, table = tab.page.locator("#credit").bounding_box(), seen.bounding_box()
    assert credit
    assert table
    assert credit["y"] >= table["y"] + table["height"]
    assert len(tab.page.pdf()) > 20_000


def test_after_printing_the_page_is_as_before(show: Open) -> None:
    tab = show(page(small(), placed()))
    tab.page.evaluate(
        "for (const each of ['beforeprint', 'afterprint']) dispatchEvent(new Event(each))"
    )
    assert tab.page.locator("#paper > *").count() == 0


def test_on_paper_the_signs_are_explained_once(show: Open) -> None:
    tab = show(page(small(), placed()), "node=gent")
    tab.page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    tab.page.emulate_media(media="print")
    headings = tab.page.get_by_text("What the signs mean").all()
    assert [each.is_visible() for each in headings].count(True) == 1
