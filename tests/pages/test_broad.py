"""A drawing in columns is seen from its first to its last: names in two lines, evidence below."""

from itertools import pairwise
from xml.etree import ElementTree

import pytest

from kg.pages import page
from tests.pages.conftest import Open
from tests.pages.samples import line, mark, small
from tests.pages.tab import Tab
from tests.pages.test_access import broken, scrolls_sideways
from tests.pages.test_edges import chain, sides

LONG = "Directorate General of the Interior, Balearic Islands"


def columns(names: tuple[str, ...]) -> str:
    """A page of a chain of products with these names, placed by the layout itself."""
    ids = [f"product-{number}" for number in range(len(names))]
    marks = tuple(
        mark(id_, "Product", name, country=("ES",), role="system")
        for id_, name in zip(ids, names, strict=True)
    )
    lines = tuple(line(f"{a} BUILT_ON {b}") for a, b in pairwise(ids))
    picture = small(layout="layered", marks=marks, lines=lines, claims={}, presets=(), focus=())
    return page(picture)


def wide_chain() -> str:
    """Five columns of the widest cards."""
    return columns((LONG,) * 5)


def is_below(tab: Tab) -> bool:
    """Whether the evidence stands below the picture, and not beside it."""
    picture, panel = (tab.page.locator(id_).bounding_box() for id_ in ("#picture", "#panel"))
    assert picture
    assert panel
    return panel["y"] >= picture["y"] + picture["height"] - 1


def scale(tab: Tab) -> float:
    """The scale in the address."""
    return float(tab.address["at"].split(",")[2])


def test_a_wide_picture_is_seen_in_its_whole_width_at_a_size_to_read(show: Open) -> None:
    tab = show(wide_chain())
    assert is_below(tab)
    assert not {"left", "right"} & set(sides(tab))
    assert scale(tab) >= 0.56


@pytest.mark.parametrize("names", [("Acme", "Eye"), (LONG, LONG, LONG)])
def test_few_columns_leave_the_evidence_beside_them(show: Open, names: tuple[str, ...]) -> None:
    tab = show(columns(names))
    assert not is_below(tab)
    assert sides(tab) == []


def test_a_wide_window_has_room_for_both(show: Open) -> None:
    assert not is_below(show(wide_chain(), wide=1920))


def test_what_is_broad_follows_the_window(show: Open) -> None:
    tab = show(wide_chain(), wide=1920)
    tab.page.set_viewport_size({"width": 1280, "height": 800})
    tab.settle()
    assert is_below(tab)
    assert not {"left", "right"} & set(sides(tab))
    tab.page.set_viewport_size({"width": 1920, "height": 800})
    tab.settle()
    assert not is_below(tab)


def test_another_window_leaves_letters_as_large_as_they_were(show: Open) -> None:
    tab = show(wide_chain(), "at=300,0,1.5")
    tab.page.set_viewport_size({"width": 1500, "height": 500})
    tab.settle()
    tab.page.mouse.move(700, 200)
    assert scale(tab) == 1.5


def test_a_picture_of_dots_keeps_its_evidence_beside_it(show: Open) -> None:
    assert not is_below(show(page(small())))


def test_the_evidence_below_opens_and_the_table_has_all_the_room(show: Open) -> None:
    tab = show(chain(12), "node=firm-03")
    assert is_below(tab)
    assert tab.page.locator("#panel-title").inner_text() == "A firm with a long name firm-03"
    tab.page.get_by_role("button", name="Close").click()
    tab.page.get_by_role("button", name="Table").click()
    tab.settle()
    box = tab.page.locator("#table").bounding_box()
    assert box
    assert box["width"] > 1000
    assert box["height"] > 500
    assert tab.page.locator("#panel").bounding_box() is None


@pytest.mark.parametrize("wide", [1280, 1101, 390])
def test_nobody_is_kept_out_and_nothing_scrolls_sideways(show: Open, wide: int) -> None:
    tab = show(wide_chain(), wide=wide)
    assert broken(tab) == []
    assert not scrolls_sideways(tab)


def words(tab: Tab) -> list[str]:
    """The lines of text in the drawing as it is saved, in order."""
    drawing = ElementTree.fromstring(tab.saved("Picture (SVG)"))
    return [each.text or "" for each in drawing.iter("{http://www.w3.org/2000/svg}text")]


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        (LONG, ["Directorate General of the", "Interior, Balearic Islands"]),
        ("Wetteren-Laarne-Wichelen police zone", ["Wetteren-Laarne-", "Wichelen police zone"]),
        ("Belgian Federal Police", ["Belgian Federal", "Police"]),
        ("Eye", ["Eye"]),
    ],
)
def test_a_name_stands_in_its_card_in_full(show: Open, name: str, lines: list[str]) -> None:
    found = words(show(columns((name, "Eye"))))
    at = found.index(lines[0])
    assert found[at : at + len(lines)] == lines


@pytest.mark.parametrize(
    "name",
    ["long " * 4000, "W" * 10_000, "<script>alert(1)</script> " * 9, "   ", "- - -", "a-" * 90],
)
def test_no_name_breaks_a_card(show: Open, name: str) -> None:
    tab = show(columns((name, "Eye", LONG)))
    assert "Eye" in words(tab)
    assert all(len(each) < 60 for each in words(tab)[2:-1])


def test_the_same_picture_gives_the_same_page() -> None:
    assert wide_chain() == wide_chain()
