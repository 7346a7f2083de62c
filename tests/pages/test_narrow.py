"""On a phone: the list first, and of what is chosen a picture that can be read."""

import pytest

from kg.pages import page
from tests.pages.conftest import Open
from tests.pages.samples import placed, small


@pytest.mark.parametrize("wide", [390, 320])
def test_the_list_comes_first_and_then_one_with_its_ties(show: Open, wide: int) -> None:
    tab = show(page(small(), placed()), wide=wide, tall=800)
    tops = [tab.page.locator(id_).bounding_box() for id_ in ("#side", "#picture", "#panel")]
    heights = [box["y"] for box in tops if box]
    assert len(heights) == 3
    assert heights == sorted(heights)
    tab.choose("Eye")
    tab.page.wait_for_timeout(150)
    stage = tab.page.locator("#stage").bounding_box()
    assert stage
    assert 5 * 40 < stage["height"] < 5 * 60
    assert stage["width"] <= wide
    assert "Eye" in tab.evidence


def test_fingers_have_room(show: Open) -> None:
    tab = show(page(small(), placed()), "node=eye", wide=390, tall=800)
    pressed = tab.page.locator("button:visible, select:visible, summary:visible").all()
    boxes = [box for each in pressed if (box := each.bounding_box())]
    assert min(min(box["width"], box["height"]) for box in boxes) >= 24
