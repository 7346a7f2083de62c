import math
import random
import time

import numpy as np
import pytest

from kg.layout import scene
from kg.layout.components import components, packed
from kg.layout.overlaps import without_overlaps
from kg.layout.sizes import sizes_of
from tests.layout.boxes import overlapping
from tests.layout.pictures import mesh, turned
from tests.views.samples import line, mark, picture


def test_what_is_tied_lies_closer_than_what_is_not() -> None:
    hubs = [mark(f"hub{n}") for n in range(2)]
    leaves = [mark(f"leaf{n}-{m}") for n in range(2) for m in range(8)]
    ties = [line(f"hub{n}", f"leaf{n}-{m}") for n in range(2) for m in range(8)]
    points = scene(picture(*hubs, *leaves, *ties, line("hub0", "hub1"))).points
    for leaf in leaves:
        own = leaf.id[4]
        near = math.dist(points[leaf.id], points[f"hub{own}"])
        assert near < math.dist(points[leaf.id], points[f"hub{1 - int(own)}"])


def test_parts_that_do_not_hang_together_lie_side_by_side() -> None:
    found = picture(
        mark("a"), mark("b"), mark("c"), mark("d"), line("a", "b"), line("c", "d")
    )  # fmt: skip
    points = scene(found).points
    first = {points["a"], points["b"]}
    second = {points["c"], points["d"]}
    apart = min(math.dist(p, q) for p in first for q in second)
    assert apart > 20


def test_the_order_of_what_is_given_changes_nothing() -> None:
    assert scene(turned(mesh(80))).points == scene(mesh(80)).points


@pytest.mark.parametrize("size", [300, 1500])
def test_no_two_of_many_overlap(size: int) -> None:
    found = mesh(size, names=30)
    sizes = {mark.id: (40.0 + 9 * len(mark.name), 36.0) for mark in found.marks}
    assert overlapping(scene(found, sizes).points, sizes) == []


def test_twenty_thousand_marks_are_placed_within_20_seconds() -> None:
    found = mesh(20_000)
    start = time.process_time()
    points = scene(found).points
    assert time.process_time() - start < 20
    assert overlapping(points, sizes_of(found)) == []


def test_the_largest_part_comes_first_and_each_in_its_order() -> None:
    ties = [("d", "b"), ("x", "y")]
    assert components("dbxyza", ties) == [["b", "d"], ["x", "y"], ["a"], ["z"]]


def test_packed_parts_keep_their_shape() -> None:
    sizes = dict.fromkeys("abcde", (10.0, 10.0))
    parts = [{"a": (0.0, 0.0), "b": (50.0, 20.0)}, {"c": (0.0, 0.0)}, {"d": (5.0, 5.0)}, {}]
    found = packed(parts, sizes)
    assert found["b"][0] - found["a"][0] == 50.0
    assert found["b"][1] - found["a"][1] == 20.0
    assert overlapping(found, sizes) == []
    assert set(found) == set("abcd")


def boxes(count: int, seed: int) -> tuple[np.ndarray, np.ndarray]:
    chance = random.Random(seed)
    points = np.array([[chance.random() * 90, chance.random() * 90] for _ in range(count)])
    sizes = np.array([[10 + chance.random() * 200, 20.0] for _ in range(count)])
    return points, sizes


@pytest.mark.parametrize("seed", range(5))
def test_a_heap_is_spread_until_nothing_overlaps(seed: int) -> None:
    points, sizes = boxes(120, seed)
    found = without_overlaps(points, sizes)
    named = {str(n): (float(x), float(y)) for n, (x, y) in enumerate(found)}
    assert (
        overlapping(named, {str(n): (float(w), float(h)) for n, (w, h) in enumerate(sizes)}) == []
    )


def test_boxes_in_one_point_are_told_apart() -> None:
    points, sizes = np.zeros((30, 2)), np.full((30, 2), 20.0)
    found = without_overlaps(points, sizes)
    named = {str(n): (float(x), float(y)) for n, (x, y) in enumerate(found)}
    assert overlapping(named, dict.fromkeys(named, (20.0, 20.0))) == []


def test_what_does_not_overlap_stays_where_it_is() -> None:
    points = np.array([[0.0, 0.0], [100.0, 0.0], [0.0, 100.0]])
    assert (without_overlaps(points, np.full((3, 2), 20.0)) == points).all()


def test_one_box_stays_where_it_is() -> None:
    assert without_overlaps(np.zeros((1, 2)), np.ones((1, 2))).tolist() == [[0.0, 0.0]]
