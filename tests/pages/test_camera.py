"""The camera follows what is chosen, and goes no further than it has to."""

import pytest

from kg.layout import scene
from kg.pages import page
from kg.pages.room import room
from tests.pages.conftest import Open
from tests.pages.samples import POINTS, mark, placed, small, words
from tests.pages.tab import Tab
from tests.pages.test_edges import chain


def camera(tab: Tab) -> tuple[float, float, float]:
    """The middle of what is seen, and the scale."""
    x, y, scale = map(float, tab.address["at"].split(","))
    return x, y, scale


def test_what_is_in_view_moves_nothing(show: Open) -> None:
    tab = show(page(small(), placed()))
    before = camera(tab)
    for name in ("Acme", "A law", "Watchers", "Lyon police"):
        tab.choose(name)
        assert camera(tab) == before


def test_what_is_at_the_edge_comes_just_inside(show: Open) -> None:
    tab = show(chain(12), "at=1000,0,0.6")
    box = tab.page.locator("#stage").bounding_box()
    assert box
    half = box["width"] / 2 / 0.6
    number = int((1000 + half) // 300)
    tab.choose(f"A firm with a long name firm-{number:02}")
    x, y, scale = camera(tab)
    assert (y, scale) == (0, 0.6)
    assert 0 <= x - 1000 < 300


def test_what_is_outside_comes_into_the_middle(show: Open) -> None:
    tab = show(chain(12))
    tab.choose("A firm with a long name firm-09")
    assert camera(tab)[0] == pytest.approx(2700, abs=1)
    tab.choose("A firm with a long name firm-09")
    tab.choose("A firm with a long name firm-00")
    assert camera(tab)[0] == pytest.approx(0, abs=1)


def test_a_path_is_seen_from_end_to_end(show: Open) -> None:
    tab = show(chain(12))
    scale = camera(tab)[2]
    tab.choose("A firm with a long name firm-01")
    tab.press("Path from here")
    tab.choose("A firm with a long name firm-11")
    x, _, now = camera(tab)
    box = tab.page.locator("#stage").bounding_box()
    assert box
    half = box["width"] / 2 / now
    assert x - half < 300 - 80
    assert x + half > 3300 + 80
    assert now < scale


def test_a_short_path_is_not_blown_up(show: Open) -> None:
    tab = show(page(small(), placed()), "at=5000,5000,0.9")
    tab.choose("Acme")
    tab.press("Path from here")
    tab.choose("Ghent police")
    x, y, scale = camera(tab)
    assert scale <= 0.9
    assert abs(x - POINTS["acme"][0]) < 400
    assert abs(y - (POINTS["acme"][1] + POINTS["gent"][1]) / 2) < 300


@pytest.mark.parametrize("wide", [390, 320])
def test_on_a_phone_a_path_fills_the_picture(show: Open, wide: int) -> None:
    tab = show(chain(12), "from=firm-02&to=firm-04", wide=wide)
    assert camera(tab)[0] == pytest.approx(900, abs=80)
    assert "firm-03" in tab.evidence


def test_without_a_way_the_camera_stays(show: Open) -> None:
    tab = show(page(small(), placed()))
    tab.choose("A law")
    tab.press("Path from here")
    before = camera(tab)
    tab.choose("Acme")
    assert camera(tab) == before


@pytest.mark.parametrize("wide", [1280, 390, 320])
def test_a_timeline_begins_with_the_newest_whole(show: Open, wide: int) -> None:
    years = range(1990, 2026)
    marks = tuple(
        mark(f"law-{year}", "Law", f"Law of {year}", date=str(year), notes=words("struck down"))
        for year in years
    )
    picture = small(layout="timeline", marks=marks, lines=(), claims={}, presets=())
    tab = show(page(picture), wide=wide)
    x, _, scale = camera(tab)
    stage = tab.page.locator("#stage").bounding_box()
    assert stage
    size = room(picture)["law-2025"][0]
    newest = scene(picture, room(picture)).points["law-2025"][0]
    assert x + stage["width"] / 2 / scale >= newest + size / 2 - 1
    assert x - stage["width"] / 2 / scale <= max(newest - size / 2, newest - 100)
