"""A picture larger than its window says on which sides it goes on."""

from itertools import pairwise

import pytest

from kg.layout import Scene
from kg.pages import page
from tests.pages.conftest import Open
from tests.pages.samples import line, mark, placed, small, words
from tests.pages.tab import Tab


def sides(tab: Tab) -> list[str]:
    """The sides that are marked as going on, sorted."""
    kinds = (tab.page.locator("#stage").get_attribute("class") or "").split()
    return sorted(kind.removeprefix("more-") for kind in kinds if kind.startswith("more-"))


def chain(length: int) -> str:
    """A layered page of one long chain from left to right."""
    ids = [f"firm-{number:02}" for number in range(length)]
    marks = tuple(mark(id_, name=f"A firm with a long name {id_}") for id_ in ids)
    lines = tuple(
        line(f"{a} SUPPLIES {b}", claims=("c-r-acme-MAKES-eye",)) for a, b in pairwise(ids)
    )
    picture = small(layout="layered", marks=marks, lines=lines, focus=("firm-00",), presets=())
    return page(picture, Scene({id_: (300.0 * place, 0.0) for place, id_ in enumerate(ids)}))


def test_a_picture_that_fits_has_no_soft_edge(show: Open) -> None:
    assert sides(show(page(small(), placed()))) == []


def test_a_long_chain_starts_at_its_beginning_and_goes_on_to_the_right(show: Open) -> None:
    tab = show(chain(12))
    assert sides(tab) == ["right"]
    tab.page.get_by_role("button", name="Show the whole picture").click()
    tab.settle()
    assert sides(tab) == []


def test_a_pan_moves_the_soft_edges(show: Open) -> None:
    tab = show(chain(12))
    box = tab.page.locator("#stage").bounding_box()
    assert box
    tab.page.mouse.move(box["x"] + 300, box["y"] + 40)
    tab.page.mouse.down()
    tab.page.mouse.move(box["x"] + 20, box["y"] + 40, steps=5)
    tab.page.mouse.up()
    tab.settle()
    assert sides(tab) == ["left", "right"]


def test_closer_than_the_window_all_sides_go_on(show: Open) -> None:
    tab = show(page(small(), placed()), "at=280,160,4.0")
    assert sides(tab) == ["bottom", "left", "right", "top"]


def test_a_low_picture_stands_in_the_middle_of_its_height(show: Open) -> None:
    tab = show(chain(12), tall=900)
    box = tab.page.locator("#stage").bounding_box()
    assert box
    wide, tall = box["width"], box["height"]
    assert tab.inked((0, tall * 0.4, wide, tall * 0.6)) > 500
    assert tab.inked((0, 0, wide, tall * 0.25)) == 0


def test_a_place_outside_everything_is_no_error(show: Open) -> None:
    tab = show(page(small(), Scene(placed().points)), "at=100000,100000,1.0")
    assert set(sides(tab)) <= {"left", "top", "right", "bottom"}


@pytest.mark.parametrize("length", [2, 3, 4, 12])
def test_the_buttons_cover_no_card_at_the_first_look(show: Open, length: int) -> None:
    tab = show(chain(length))
    box, buttons = (tab.page.locator(id_).bounding_box() for id_ in ("#stage", "#zoom"))
    assert box
    assert buttons
    left, right = buttons["x"] - box["x"], box["width"]
    if "right" not in sides(tab):
        assert tab.inked((left + 12, 0, right - left - 12, box["height"])) == 0


def test_a_first_look_is_never_at_nothing(show: Open) -> None:
    """Columns of which the first begins far below: the upper left corner is empty."""
    ids = [f"firm-{number:02}" for number in range(40)]
    marks = tuple(mark(id_, name=f"A firm with a long name {id_}") for id_ in ids)
    places = {id_: (150.0 * (n % 8), 3000.0 - 60 * n) for n, id_ in enumerate(ids)}
    far = {**places, "firm-00": (0.0, 3000.0), "firm-07": (2600.0, 0.0)}
    picture = small(layout="layered", marks=marks, lines=(), claims={}, presets=())
    tab = show(page(picture, Scene(far)), wide=390)
    assert tab.inked() > 500


def test_a_timeline_begins_at_a_size_at_which_dates_are_read(show: Open) -> None:
    marks = tuple(
        mark(f"law-{year}", "Law", f"Law of {year}", date=str(year), notes=words("ended"))
        for year in range(1990, 2026)
    )
    tab = show(page(small(layout="timeline", marks=marks, lines=(), claims={}, presets=())))
    assert float(tab.address["at"].split(",")[2]) >= 0.8
    assert "left" in sides(tab)
    assert "right" not in sides(tab)
