"""What every layout promises."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from kg.layout import Scene, place, scene
from kg.layout.sizes import Sizes, card, dot, sizes_of
from kg.schema import LANGUAGES
from kg.views.picture import LAYOUTS, Group, Layout, Picture
from tests.layout.boxes import overlapping
from tests.layout.pictures import chain, mesh
from tests.views.samples import HOSTILE, line, mark, picture


def grouped(found: Picture) -> Picture:
    """The picture with one group, as a timeline needs."""
    groups = found.groups or (Group("", dict.fromkeys(LANGUAGES, "all")),)
    return replace(found, groups=groups)


SHAPES: Sequence[Picture] = (
    chain(),
    mesh(60),
    mesh(60, names=40),
    picture(mark("alone")),
    picture(mark("a"), mark("b"), line("a", "b"), line("a", "b", eid="again")),
    picture(mark("self"), line("self", "self")),
    picture(mark(HOSTILE, name=HOSTILE), mark("b", "PoliceForce"), line(HOSTILE, "b")),
    picture(*[mark(f"m{n}", "PoliceForce", country=("BE",)) for n in range(40)]),
)


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("shape", range(len(SHAPES)))
def test_every_mark_has_a_place_inside_and_none_lies_over_another(
    layout: Layout, shape: int
) -> None:
    found = replace(grouped(SHAPES[shape]), layout=layout)
    sizes, drawn = sizes_of(found), scene(found)
    assert set(drawn.points) == {mark.id for mark in found.marks}
    assert list(drawn.points) == sorted(drawn.points)
    assert overlapping(drawn.points, sizes) == []
    assert inside(drawn, sizes)


def inside(drawn: Scene, sizes: Sizes) -> bool:
    """Whether every box lies between 0 and the width and height of the scene."""
    return all(
        x - sizes[id_][0] / 2 >= -0.1
        and y - sizes[id_][1] / 2 >= -0.1
        and x + sizes[id_][0] / 2 <= drawn.width + 0.1
        and y + sizes[id_][1] / 2 <= drawn.height + 0.1
        for id_, (x, y) in drawn.points.items()
    )


@pytest.mark.parametrize("layout", LAYOUTS)
def test_places_are_tenths_of_a_pixel(layout: Layout) -> None:
    drawn = scene(replace(grouped(chain()), layout=layout))
    numbers = [n for point in drawn.points.values() for n in point]
    numbers += [n for f in drawn.frames for n in (f.x, f.y, f.width, f.height)]
    numbers += [n for route in drawn.routes.values() for point in route for n in point]
    assert all(number == round(number, 1) for number in numbers)
    assert "-0.0" not in repr(drawn)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_same_picture_is_placed_the_same(layout: Layout) -> None:
    found = replace(grouped(mesh(50, names=20)), layout=layout)
    assert scene(found) == scene(found)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_room_that_was_measured_is_kept_free(layout: Layout) -> None:
    found = replace(grouped(chain()), layout=layout)
    sizes = {mark.id: (90.0 + 40 * n, 30.0 + 11 * n) for n, mark in enumerate(found.marks)}
    drawn = scene(found, sizes)
    assert overlapping(drawn.points, sizes) == []
    assert inside(drawn, sizes)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_picture_without_marks_has_no_places(layout: Layout) -> None:
    assert place(picture(layout=layout)) == {}
    assert scene(picture(layout=layout)) == Scene({})


def test_place_gives_the_points_of_the_scene() -> None:
    assert place(chain()) == scene(chain()).points


def test_what_is_not_measured_is_estimated() -> None:
    found = chain("force")
    assert sizes_of(found, {"eye": (5.0, 6.0)})["eye"] == (5.0, 6.0)
    assert sizes_of(found)["eye"] == dot(found.by_id["eye"]) == (28.0, 28.0)


def test_a_card_grows_with_its_name_and_its_note() -> None:
    short, long = card(mark("a", name="a" * 5)), card(mark("a", name="a" * 20))
    noted = card(mark("a", name="a" * 5, note="fined by somebody"))
    assert short[0] < long[0] < card(mark("a", name="a" * 1000))[0] == 320.0
    assert short[1] == long[1] < noted[1]
    assert noted[0] > short[0]


def test_a_dot_grows_with_what_it_stands_for() -> None:
    crowd = mark("a", inside=tuple(f"m{n}" for n in range(30)))
    assert dot(mark("a")) < dot(crowd) <= (56.0, 56.0)


def test_a_column_head_of_a_matrix_is_drawn_upwards() -> None:
    found = chain("matrix")
    sizes = sizes_of(found)
    assert sizes["seller"][0] < sizes["seller"][1]
    assert sizes["north"][0] > sizes["north"][1]
