"""Ego, timeline, tiles and matrix: what each shows by where things stand."""

import math
from dataclasses import replace
from itertools import pairwise

import pytest

from kg.layout import Frame, Scene, scene
from kg.layout.sizes import sizes_of
from kg.layout.tiles import tiles
from kg.schema import LANGUAGES
from kg.views.hops import with_hops
from kg.views.picture import Group, Mark, Picture
from kg.views.words import words
from tests.layout.pictures import chain
from tests.views.samples import line, mark, picture


def around(found: Picture, middle: str) -> Picture:
    marks = with_hops(found.marks, found.lines, (middle,))
    return replace(found, layout="ego", marks=tuple(marks), focus=(middle,))


def distances(found: Picture, middle: str) -> dict[str, float]:
    points = scene(found).points
    return {id_: math.dist(points[middle], point) for id_, point in points.items()}


def test_each_ring_holds_what_is_as_many_ties_away() -> None:
    found = around(chain(), "seller")
    away = distances(found, "seller")
    for left in found.marks:
        for right in found.marks:
            if 0 <= left.hops < right.hops:
                assert away[left.id] < away[right.id]
            if left.hops == right.hops:
                assert away[left.id] == pytest.approx(away[right.id], abs=0.2)


def test_what_hangs_on_the_same_stands_together() -> None:
    hubs = [mark(f"h{n}") for n in range(4)]
    leaves = [mark(f"l{n}-{m}") for n in range(4) for m in range(5)]
    ties = [line("middle", hub.id) for hub in hubs]
    ties += [line(leaf.id, f"h{leaf.id[1]}") for leaf in leaves]
    found = around(picture(mark("middle"), *hubs, *leaves, *ties), "middle")
    points = scene(found).points
    x, y = points["middle"]
    ring = sorted(
        leaves, key=lambda leaf: math.atan2(points[leaf.id][1] - y, points[leaf.id][0] - x)
    )
    owners = [leaf.id[1] for leaf in ring]
    changes = sum(
        left != right for left, right in zip(owners, owners[1:] + owners[:1], strict=True)
    )
    assert changes == 4


def test_without_a_focus_the_best_connected_stands_in_the_middle() -> None:
    found = picture(
        *[mark(id_) for id_ in "abcd"], line("a", "b"), line("b", "c"), line("b", "d"), layout="ego"
    )
    away = distances(found, "b")
    assert {round(away[id_]) for id_ in "acd"} == {round(away["a"])}


def test_what_has_no_way_to_the_focus_stands_aside() -> None:
    found = around(picture(mark("a"), mark("b"), mark("far"), line("a", "b")), "a")
    assert scene(found).points["far"] not in (scene(found).points["a"], scene(found).points["b"])


GROUPS = tuple(Group(code, words()["country"][code]) for code in ("BE", "FR"))


def dated(**dates: str) -> Picture:
    marks = [
        mark(id_, group=("BE", "FR")[n % 2], date=date)
        for n, (id_, date) in enumerate(dates.items())
    ]
    return picture(*marks, layout="timeline", groups=GROUPS)


def left_edges(found: Picture) -> dict[str, float]:
    sizes = sizes_of(found)
    return {id_: x - sizes[id_][0] / 2 for id_, (x, _) in scene(found).points.items()}


def test_time_runs_to_the_right_and_a_card_begins_at_its_date() -> None:
    found = dated(a="2018", b="2019-07", c="2019-08-15", d="2021-01-01")
    edges = left_edges(found)
    assert edges["a"] < edges["b"] < edges["c"] < edges["d"]
    years = {frame.id: frame.x for frame in scene(found).frames if frame.kind == "year"}
    assert edges["a"] == pytest.approx(years["2018"], abs=0.2)
    assert edges["d"] == pytest.approx(years["2021"], abs=0.6)
    assert years["2019"] < edges["b"] < years["2020"]


def test_years_are_equally_wide() -> None:
    years = [frame.x for frame in scene(dated(a="2015", b="2024")).frames if frame.kind == "year"]
    steps = {round(right - left) for left, right in pairwise(years)}
    assert len(years) == 11
    assert len(steps) <= 2


def test_each_group_has_a_lane_of_its_own() -> None:
    found = dated(a="2019", b="2019", c="2019", d="2019")
    drawn = scene(found)
    lanes = {frame.id: frame for frame in drawn.frames if frame.kind == "lane"}
    assert list(lanes) == ["BE", "FR"]
    for each in found.marks:
        lane = lanes[each.group]
        assert lane.y < drawn.points[each.id][1] < lane.y + lane.height
    assert lanes["BE"].y + lanes["BE"].height <= lanes["FR"].y
    assert lanes["FR"].names["nl"] == "Frankrijk"


def test_what_has_no_date_stands_before_the_first_year() -> None:
    drawn = scene(dated(a="2019", b="", c="2020"))
    first = min(frame.x for frame in drawn.frames if frame.kind == "year")
    (column,) = [frame for frame in drawn.frames if frame.kind == "column"]
    assert drawn.points["b"][0] < first
    assert column.names["fr"] == "sans date connue"
    assert column.x <= drawn.points["b"][0] <= column.x + column.width


def test_with_every_date_known_there_is_no_column_for_the_others() -> None:
    assert not [f for f in scene(dated(a="2019", b="2020")).frames if f.kind == "column"]


def test_a_mark_without_a_date_takes_that_of_its_lines() -> None:
    found = picture(
        mark("a", group="BE"), mark("b", group="BE", date="2022"),
        line("a", "b", since="2019", date="2020; 2021"), layout="timeline", groups=GROUPS,
    )  # fmt: skip
    edges = left_edges(found)
    assert edges["a"] < edges["b"]


def test_a_timeline_without_any_date_is_drawn() -> None:
    assert len(scene(dated(a="", b="")).points) == 2


def tile(drawn: Scene, code: str) -> Frame:
    (found,) = [frame for frame in drawn.frames if frame.id == code]
    return found


def holds(frame: Frame, point: tuple[float, float]) -> bool:
    return (
        frame.x <= point[0] <= frame.x + frame.width
        and frame.y <= point[1] <= frame.y + frame.height
    )


def test_every_mark_stands_in_the_tile_of_its_country() -> None:
    found = chain("map")
    drawn = scene(found)
    for each in found.marks:
        code = each.country[0] if each.country else ""
        assert holds(tile(drawn, code), drawn.points[each.id]), each.id


def test_tiles_lie_as_the_countries_do() -> None:
    drawn = scene(chain("map"))
    belgium, france, israel = (tile(drawn, code) for code in ("BE", "FR", "IL"))
    spain, norway, states = (tile(drawn, code) for code in ("ES", "NO", "US"))
    assert belgium.y < france.y < spain.y
    assert norway.y < belgium.y
    assert states.x < spain.x < france.x < israel.x


def test_europe_is_there_even_where_nothing_is_known() -> None:
    drawn = scene(chain("map"))
    assert tile(drawn, "PT").is_empty
    assert not tile(drawn, "BE").is_empty
    assert "JP" not in {frame.id for frame in drawn.frames}


def test_no_two_countries_share_a_tile_and_each_has_its_name() -> None:
    assert len(set(tiles().values())) == len(tiles())
    for code in tiles():
        assert set(words()["country"][code]) == set(LANGUAGES), code


def test_a_country_without_a_tile_gets_one_below() -> None:
    drawn = scene(picture(mark("a", country=("ZZ",)), mark("b"), layout="map"))
    lowest = max(frame.y for frame in drawn.frames if frame.is_empty)
    assert tile(drawn, "ZZ").y > lowest
    assert tile(drawn, "").names["en"] == "not known"
    assert holds(tile(drawn, ""), drawn.points["b"])


def table() -> Picture:
    """Three forces and two techniques; AI is known at two of them."""
    marks: list[Mark] = [mark(id_, "PoliceForce", group="BE") for id_ in ("one", "two", "three")]
    marks += [mark("ai", "Technology"), mark("maps", "Technology")]
    ties = [line("one", "ai", "USES"), line("two", "ai", "USES"), line("two", "maps", "USES")]
    return picture(*marks, *ties, layout="matrix", groups=GROUPS[:1])


def test_forces_are_rows_and_the_rest_columns_the_fullest_first() -> None:
    points = scene(table()).points
    assert points["two"][1] < points["one"][1] < points["three"][1]
    assert points["ai"][0] < points["maps"][0]
    assert max(points[row][0] for row in ("one", "two", "three")) < points["ai"][0]
    assert max(points[head][1] for head in ("ai", "maps")) < points["two"][1]


def test_the_cell_of_a_line_lies_in_its_row_and_its_column() -> None:
    drawn = scene(table())
    for tie in table().lines:
        cell = drawn.points[tie.end][0], drawn.points[tie.start][1]
        assert holds(tile(drawn, tie.start), cell)
        assert holds(tile(drawn, tie.end), cell)


def test_rows_stand_by_group() -> None:
    found = table()
    marks = tuple(replace(m, group="FR") if m.id == "two" else m for m in found.marks)
    points = scene(replace(found, marks=marks, groups=GROUPS)).points
    assert points["one"][1] < points["three"][1] < points["two"][1]
