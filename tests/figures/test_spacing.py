"""Where cards and ports of the layered drawing stand: as near to their wish as there is room."""

from itertools import pairwise

import pytest

from kg.figures.connectors import connectors
from kg.figures.flow import flow
from kg.figures.ports import Touch, extent_needed, touched
from kg.figures.rows import Node, rows
from kg.figures.settle import settled, spread
from kg.figures.spacing import needed, spaced
from kg.figures.straight import Bounds, straightened
from kg.views.styles import styles
from tests.figures.samples import PITCH, star
from tests.views.samples import line, mark, picture

WANTED = [
    ([5.0, 15.0], [10.0, 10.0], [5.0, 15.0]),
    ([10.0, 10.0], [10.0, 10.0], [5.0, 15.0]),
    ([0.0, 0.0], [10.0, 10.0], [5.0, 15.0]),
    ([100.0, 100.0], [10.0, 10.0], [85.0, 95.0]),
    ([50.0], [10.0], [50.0]),
    ([], [], []),
    ([30.0, 20.0, 10.0], [10.0, 10.0, 10.0], [10.0, 20.0, 30.0]),
]


@pytest.mark.parametrize(("wanted", "extents", "places"), WANTED)
def test_things_stand_as_near_to_their_wish_as_can_be(
    wanted: list[float], extents: list[float], places: list[float]
) -> None:
    assert spaced(wanted, extents, 0.0, 0.0, 100.0) == pytest.approx(places)


@pytest.mark.parametrize("seed", range(8))
def test_spaced_things_keep_their_order_gap_and_room(seed: int) -> None:
    wanted = [float((seed * 37 + n * 53) % 200) for n in range(9)]
    extents = [8.0 + (seed + n) % 5 for n in range(9)]
    found = spaced(wanted, extents, 3.0, 0.0, 200.0)
    for (a, wide), (b, other) in pairwise(zip(found, extents, strict=True)):
        assert b - a >= (wide + other) / 2 + 3.0 - 1e-9
    assert found[0] >= extents[0] / 2 - 1e-9
    assert found[-1] <= 200 - extents[-1] / 2 + 1e-9


def test_where_there_is_no_room_for_all_they_start_at_the_low_end() -> None:
    found = spaced([50.0, 50.0, 50.0], [40.0, 40.0, 40.0], 0.0, 0.0, 100.0)
    assert found[0] == 20.0
    assert found == sorted(found)
    assert needed([40.0, 40.0, 40.0], 5.0) == 130.0
    assert needed([], 5.0) == 0.0


def test_a_card_is_as_large_as_its_ports_need() -> None:
    plain = flow(star(6), connectors(star(6)))
    assert extent_needed(plain, PITCH) == dict.fromkeys(
        ["seller", "tool", *(f"p{n}" for n in range(6))], 18.0
    )
    noted = connectors(star(), {"tool-USED_IN-p1": 1})
    assert extent_needed(flow(star(), noted), PITCH)["p1"] == 38.0


def test_strokes_run_straight_where_cards_allow_it() -> None:
    drawn = connectors(star(1))
    found = flow(star(1), drawn)
    places: dict[Node, float] = {"seller": 50.0, "tool": 50.0, "p0": 55.0}
    ports = touched(found, Touch(places, dict.fromkeys(found.columns, 40.0), PITCH))
    assert len(set(ports.values())) == 2
    assert ports[next(p for p in found.ports if p.card == "seller")] == 50.0
    (hub,) = [p for p in found.ports if p.card == "tool" and not p.far]
    (far,) = [p for p in found.ports if p.card == "p0"]
    assert abs(ports[hub] - ports[far]) < 5.1


@pytest.mark.parametrize("count", [2, 5, 9])
def test_ports_of_one_side_are_as_far_apart_as_they_need(count: int) -> None:
    marks = [mark("hub", "PoliceForce"), *(mark(f"f{n}") for n in range(count))]
    looks = list(styles())
    ties = [line(f"f{n}", "hub", style=looks[n]) for n in range(count)]
    found = flow(picture(*marks, *ties), connectors(picture(*marks, *ties)))
    places: dict[Node, float] = {"hub": 100.0, **{f"f{n}": 30.0 * n for n in range(count)}}
    sizes = {"hub": 10.0 * count + 8.0, **{f"f{n}": 20.0 for n in range(count)}}
    ports = touched(found, Touch(places, sizes, PITCH))
    held = sorted(ports[p] for p in found.ports if p.card == "hub")
    assert len(held) == count
    assert all(b - a >= 10.0 - 1e-6 for a, b in pairwise(held))
    assert held[0] >= 100 - sizes["hub"] / 2
    assert held[-1] <= 100 + sizes["hub"] / 2


def test_graphviz_sets_cards_of_a_column_apart() -> None:
    drawn = connectors(star(5))
    found = flow(star(5), drawn)
    places = rows(found.columns, dict.fromkeys(found.columns, 30.0), found.trees, 12.0, 10.0)
    held = sorted(places[f"p{n}"] for n in range(5))
    assert all(b - a >= 42.0 - 0.5 for a, b in pairwise(held))
    assert held[0] < places["tool"] < held[-1]


def test_rows_that_need_more_than_the_room_do_not_fit() -> None:
    found = flow(star(5), connectors(star(5)))
    sizes = dict.fromkeys(found.columns, 30.0)
    extents: dict[Node, float] = dict(sizes.items())
    places = rows(found.columns, sizes, found.trees, 12.0, 10.0)
    assert settled(found, places, extents, 12.0, 5 * 30 + 4 * 12 - 1) is None
    held = settled(found, places, extents, 12.0, 5 * 30 + 4 * 12)
    assert held is not None
    assert held.total == pytest.approx(198, abs=0.6)
    low = min(held.places[node] - 15 for node in extents)
    assert low >= -0.01


def test_room_to_spare_sets_things_apart_but_not_too_far() -> None:
    found = flow(star(3), connectors(star(3)))
    sizes = dict.fromkeys(found.columns, 20.0)
    extents: dict[Node, float] = dict(sizes.items())
    places = rows(found.columns, sizes, found.trees, 10.0, 10.0)
    held = settled(found, places, extents, 10.0, 500.0)
    assert held is not None
    assert spread(held, 10_000.0).total == pytest.approx(held.total * 1.3)
    assert spread(held, held.total * 1.1).total == pytest.approx(held.total * 1.1)


def test_a_card_on_one_stroke_moves_to_where_it_runs_straight() -> None:
    found = flow(star(1), connectors(star(1)))
    places: dict[Node, float] = {"seller": 40.0, "tool": 50.0, "p0": 60.0}
    extents: dict[Node, float] = dict.fromkeys(places, 20.0)
    sizes = dict.fromkeys(found.columns, 20.0)
    ports = touched(found, Touch(places, sizes, PITCH))
    moved = straightened(found, places, ports, Bounds(extents, 5.0, 200.0))
    (hub,) = [p for p in found.ports if p.card == "tool" and p.far is None]
    assert moved["p0"] == pytest.approx(ports[hub])
    assert places == {"seller": 40.0, "tool": 50.0, "p0": 60.0}, "what is given stays"
