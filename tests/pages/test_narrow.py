"""On a phone: the list first, and of what is chosen a picture that can be read."""

from typing import Any

import pytest

from kg.pages import page
from tests.pages.conftest import Open
from tests.pages.samples import line, mark, placed, small
from tests.pages.tab import Tab


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
    assert 5 * 40 < stage["height"] < 6 * 60
    assert stage["width"] <= wide
    assert "Eye" in tab.evidence


def test_fingers_have_room(show: Open) -> None:
    tab = show(page(small(), placed()), "node=eye", wide=390, tall=800)
    pressed = tab.page.locator("button:visible, select:visible, summary:visible").all()
    boxes = [box for each in pressed if (box := each.bounding_box())]
    assert min(min(box["width"], box["height"]) for box in boxes) >= 24


def on_a_phone(show: Open, fragment: str = "", **cells: Any) -> Tab:
    """The small picture on a phone."""
    return show(page(small(**cells), placed()), fragment, wide=390, tall=844)


@pytest.mark.parametrize(
    ("focus", "first"), [((), "Acme"), (("watch",), "Watchers"), (("lonely",), "Acme")]
)
def test_a_phone_begins_with_the_one_whom_it_is_about(
    show: Open, focus: tuple[str, ...], first: str
) -> None:
    tab = on_a_phone(show, focus=focus)
    assert tab.page.locator("#panel-title").inner_text() == first
    assert tab.page.locator("#list [aria-selected=true] .name").inner_text() == first


@pytest.mark.parametrize("fragment", ["node=gent", "q=acme", "status=ended", "at=0,0,1"])
def test_a_link_says_itself_what_comes_first(show: Open, fragment: str) -> None:
    tab = on_a_phone(show, fragment)
    assert tab.page.locator("#panel-title").inner_text() in ("Ghent police", "Evidence")


def test_without_ties_a_phone_begins_with_all(show: Open) -> None:
    assert "Choose a name or a line" in on_a_phone(show, lines=(), claims={}).evidence


def test_who_is_closed_leaves_the_whole_picture(show: Open) -> None:
    tab = on_a_phone(show)
    tab.page.get_by_role("button", name="Close").click()
    tab.settle()
    assert "Choose a name or a line" in tab.evidence
    assert tab.inked() > 1000


def test_each_branch_says_what_it_is(show: Open) -> None:
    tab = on_a_phone(show, "node=eye")
    drawing = tab.saved("Picture (SVG)").decode()
    for said in ("makes", "uses", "criticises"):
        assert f">{said}<" in drawing
    tab = on_a_phone(show, "node=lyon")
    assert ">supplies (ended)<" in tab.saved("Picture (SVG)").decode()


def test_the_first_of_many_branches_is_in_sight(show: Open) -> None:
    many = [mark(f"force-{n}", "PoliceForce", f"Force {n}") for n in range(10)]
    lines = tuple(line(f"acme SUPPLIES {each.id}") for each in many)
    picture = small(marks=(mark("acme", name="Acme"), *many), lines=lines, claims={}, presets=())
    tab = show(page(picture), wide=390, tall=844)
    tab.page.locator("#picture").scroll_into_view_if_needed()
    box = tab.page.locator("#stage").bounding_box()
    assert box
    tab.page.mouse.move(box["x"] + 150, box["y"] + 40)
    tab.settle()
    assert tab.page.locator("#tip strong").inner_text() == "Acme"


def test_whoever_is_chosen_next_is_as_large(show: Open) -> None:
    tab = on_a_phone(show, "node=eye")
    for name in ("Lyon police", "Acme", "Watchers"):
        tab.choose(name)
        tab.page.wait_for_timeout(150)
        assert float(tab.address["at"].split(",")[2]) > 0.85
