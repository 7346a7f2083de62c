"""More than can be read: crowds that open, or everything drawn; all of it in the list."""

import pytest

from kg.pages import page
from tests.pages.conftest import Open
from tests.pages.samples import many, small

LARGE = page(*many(700))


def test_many_are_drawn_as_crowds_that_open(show: Open) -> None:
    tab = show(LARGE)
    assert tab.tally == "700 entities, 699 ties"
    assert "drawn together" in tab.page.locator("#gathered").inner_text()
    before = tab.saved("Picture (SVG)").count(b"<path")
    assert before < 3000
    crowd = show(LARGE, "node=:0")
    title = crowd.page.locator("#panel-title").inner_text()
    count = int(title.split()[0])
    assert crowd.page.locator("#panel .ties .mark").count() == count
    crowd.press("Show them one by one")
    assert crowd.address["groups"] == "0"


def test_a_member_of_a_crowd_is_found_and_shown_by_itself(show: Open) -> None:
    tab = show(LARGE)
    assert tab.search("n00699") == ["Firm n00699"]
    tab.choose("Firm n00699")
    assert "Firm n00690" in tab.evidence
    texts = tab.saved("Picture (SVG)").decode()
    assert "Firm n00699" in texts


def test_a_filter_that_leaves_few_shows_each(show: Open) -> None:
    picture, scene = many(700)
    tab = show(page(picture, scene), "only=n00000,n00001,n00002,n00003")
    assert tab.tally == "4 entities of 700, 3 ties"
    texts = tab.saved("Picture (SVG)").decode()
    assert all(f"Firm n0000{n}" in texts for n in range(4))


@pytest.mark.parametrize("count", [700, 4000])
def test_everything_can_be_drawn(show: Open, count: int) -> None:
    tab = show(LARGE if count == 700 else page(*many(count)))
    tab.page.locator("#gathered button").click()
    tab.page.wait_for_timeout(300)
    assert tab.address["all"] == "yes"
    assert tab.inked() > 5000
    tab.page.get_by_role("button", name="Draw groups").click()
    assert "all" not in tab.address


def test_few_stand_each_alone(show: Open) -> None:
    tab = show(page(small()))
    assert tab.page.locator("#gathered").is_hidden()
