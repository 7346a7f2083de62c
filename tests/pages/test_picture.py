"""The drawing: what can be pressed, dragged and zoomed in it, and what it shows."""

import math
import re
import xml.etree.ElementTree as ET
from io import BytesIO

import pytest

from kg.pages import page
from tests.pages.conftest import Open
from tests.pages.samples import POINTS, placed, small
from tests.pages.tab import Tab

_SVG = "{http://www.w3.org/2000/svg}"
Spot = tuple[float, float]


@pytest.fixture
def tab(show: Open) -> Tab:
    return show(page(small(), placed()))


def spot(tab: Tab, x: float, y: float) -> Spot:
    """Where a place of the picture is on the screen."""
    middle_x, middle_y, scale = map(float, tab.address["at"].split(","))
    box = tab.page.locator("#stage").bounding_box()
    assert box is not None
    left, top = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    return left + (x - middle_x) * scale, top + (y - middle_y) * scale


def test_a_mark_and_a_line_can_be_pressed(tab: Tab) -> None:
    tab.page.mouse.click(*spot(tab, *POINTS["eye"]))
    tab.page.wait_for_timeout(400)
    assert tab.page.locator("#panel-title").inner_text() == "Eye"
    (left, top), (right, bottom) = POINTS["watch"], POINTS["eye"]
    tab.page.mouse.click(*spot(tab, (left + right) / 2, (top + bottom) / 2))
    tab.page.wait_for_timeout(400)
    assert tab.page.locator("#panel-title").inner_text() == "Watchers criticises Eye"
    tab.page.mouse.click(*spot(tab, 700, -60))
    tab.page.wait_for_timeout(400)
    assert "Choose a name" in tab.evidence


def test_what_lies_under_the_pointer_is_told(tab: Tab) -> None:
    tab.page.mouse.move(*spot(tab, *POINTS["gent"]))
    assert tab.page.locator("#tip").inner_text().split("\n")[0] == "Ghent police"


def test_a_dragged_mark_stays_and_can_be_put_back(tab: Tab) -> None:
    start, end = spot(tab, *POINTS["watch"]), spot(tab, 620, 60)
    tab.page.mouse.move(*start)
    tab.page.mouse.down()
    tab.page.mouse.move(*((a + b) / 2 for a, b in zip(start, end, strict=True)))
    tab.page.mouse.move(*end)
    tab.page.mouse.up()
    tab.settle()
    id_, x, y = tab.address["moved"].split(",")
    assert id_ == "watch"
    assert math.dist((float(x), float(y)), (620, 60)) < 12
    tab.choose("Watchers")
    tab.press("Put back in place")
    assert "moved" not in tab.address


def test_the_picture_pans_and_zooms_and_comes_back(tab: Tab) -> None:
    before = tab.address["at"]
    tab.page.mouse.move(*spot(tab, 450, 20))
    tab.page.mouse.wheel(0, -300)
    tab.page.wait_for_timeout(300)
    near = tab.address["at"]
    assert float(near.split(",")[2]) > float(before.split(",")[2])
    tab.page.get_by_role("button", name="Show the whole picture").click()
    assert tab.address["at"] == before


def _drawing(tab: Tab) -> ET.Element:
    return ET.fromstring(tab.saved("Picture (SVG)"))


def test_the_svg_holds_title_names_every_line_and_the_credit(tab: Tab) -> None:
    drawing = _drawing(tab)
    texts = [text.text for text in drawing.iter(f"{_SVG}text")]
    assert texts[0] is not None
    assert "Who sells to whom" in texts
    assert {"Acme", "Eye", "Ghent police", "Watchers", "A law"} <= set(texts)
    assert any("data version 1.2.3, CC BY 4.0" in (text or "") for text in texts)
    strokes = [each for each in drawing.iter(f"{_SVG}path") if "C" in (each.get("d") or "")]
    curves = {each.get("d") for each in strokes if each.get("fill") == "none"}
    assert len(curves) == 8


def test_two_lines_between_the_same_two_run_apart_and_look_apart(tab: Tab) -> None:
    tab.tick("kinds", "Company", "PoliceForce")
    tab.choose("Ghent police")
    tab.press("Only this and its ties")
    strokes = [
        each
        for each in _drawing(tab).iter(f"{_SVG}path")
        if each.get("fill") == "none" and "C" in (each.get("d") or "")
    ]
    middles = [list(map(float, re.findall(r"-?[\d.]+", str(each.get("d"))))) for each in strokes]
    assert len(strokes) == 2
    assert abs(middles[0][2] - middles[1][2]) > 10
    assert {each.get("stroke-dasharray") for each in strokes} == {None, "2 4"}


def test_an_arrow_points_the_way_the_words_run(tab: Tab) -> None:
    tab.tick("statuses", "ended")
    head = next(
        each
        for each in _drawing(tab).iter(f"{_SVG}path")
        if each.get("fill") == each.get("stroke") == "#2B2B2B"
    )
    tip = list(map(float, re.findall(r"-?[\d.]+", str(head.get("d")))))[:2]
    lyon, bright = POINTS["lyon"], POINTS["bright"]
    assert math.dist(tip, lyon) < math.dist(tip, bright)


def test_the_png_is_an_image_twice_as_fine_as_the_screen(tab: Tab) -> None:
    data = tab.saved("Picture (PNG)")
    assert data.startswith(b"\x89PNG")
    wide = int.from_bytes(BytesIO(data[16:20]).read(), "big")
    box = tab.page.locator("#stage").bounding_box()
    assert box is not None
    assert wide == 2 * round(box["width"])


def test_dark_and_light_can_be_chosen(tab: Tab) -> None:
    light = tab.page.evaluate("getComputedStyle(document.body).backgroundColor")
    tab.page.get_by_role("button", name="Light or dark").click()
    dark = tab.page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert (light, dark) == ("rgb(255, 255, 255)", "rgb(22, 24, 28)")
    assert tab.address["theme"] == "dark"
