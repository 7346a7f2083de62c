"""What is saved explains itself: below the picture stands what its signs mean."""

from xml.etree import ElementTree

import pytest

from kg.pages import page
from tests.pages.conftest import Open
from tests.pages.samples import many, placed, small
from tests.pages.tab import Tab

_SVG = "{http://www.w3.org/2000/svg}"


def texts(tab: Tab, entry: str = "Picture (SVG)") -> list[tuple[str, float, float]]:
    """Each text below the picture with its place, top to bottom."""
    sheet = ElementTree.fromstring(tab.saved(entry))
    found = []
    for node in sheet.findall(f"{_SVG}g/{_SVG}text"):
        place = str(node.get("transform")).removeprefix("translate(").rstrip(")").split()
        found.append((node.text or "", float(place[0]), float(place[1])))
    return found


def words(tab: Tab, entry: str = "Picture (SVG)") -> list[str]:
    return [text for text, _, _ in texts(tab, entry)]


def test_every_sign_that_is_drawn_is_explained(show: Open) -> None:
    found = words(show(page(small(), placed())))
    for said in ("company", "police force", "supplies", "owns or took over", "Sources disagree"):
        assert said in found
    assert found[0] == "Who sells to whom"
    assert "CC BY 4.0" in found[-1]


def test_what_is_not_drawn_is_not_explained(show: Open) -> None:
    tab = show(page(small(), placed()), "kind=Company")
    found = words(tab)
    assert "company" in found
    assert "owns or took over" in found
    assert not {"police force", "law", "used by", "Sources disagree"} & set(found)


def test_it_is_said_in_the_language_of_the_page(show: Open) -> None:
    found = words(show(page(small(), placed()), "lang=nl"), "Beeld (SVG)")
    assert "bedrijf" in found
    assert "levert" in found


@pytest.mark.parametrize("wide", [1280, 390, 320])
def test_rows_stay_inside_the_sheet_and_apart(show: Open, wide: int) -> None:
    tab = show(page(small(), placed()), "at=280,160,0.5", wide=wide)
    sheet = ElementTree.fromstring(tab.saved("Picture (SVG)"))
    right, bottom = float(str(sheet.get("width"))), float(str(sheet.get("height")))
    places = texts(tab)
    assert all(0 <= x < right and 0 < y < bottom for _, x, y in places)
    spots = [(x, y) for _, x, y in places]
    assert len(set(spots)) == len(spots)


def test_the_png_has_them_too(show: Open) -> None:
    tab = show(page(small(), placed()))
    with_signs = int.from_bytes(tab.saved("Picture (PNG)")[20:24], "big")
    stage = tab.page.locator("#stage").bounding_box()
    assert stage
    assert with_signs > 2 * (stage["height"] + 24 + 26 + 14 + 15 + 21)


def test_a_crowded_picture_explains_all_its_lines(show: Open) -> None:
    found = words(show(page(*many(4000)), "all=yes"))
    assert "supplies" in found
    assert "company" in found
