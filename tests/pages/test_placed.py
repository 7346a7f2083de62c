"""Places: each mark by itself, or the few that stand alone and the many that stand together."""

from typing import Any

from kg.layout import Scene
from kg.pages.numbers import Numbers
from kg.pages.placed import placed as places
from kg.views.aggregate import LIMIT
from kg.views.picture import Picture
from tests.pages.samples import POINTS, many, placed, small


def _placed(picture: Picture, scene: Scene | None = None) -> Any:
    return places(picture, scene, Numbers(picture))


def test_few_marks_stand_where_the_layout_puts_them() -> None:
    found = _placed(small(), placed())
    at = dict(zip(sorted(POINTS), zip(found["x"], found["y"], strict=True), strict=True))
    assert at == POINTS
    assert "crowds" not in found


def test_a_layered_picture_has_ways_for_its_lines() -> None:
    picture = small(layout="layered")
    found = _placed(picture)
    assert set(found["routes"]) == {str(n) for n in range(len(picture.lines))}
    assert all(len(points) % 6 == 2 for points in found["routes"].values())


def test_a_timeline_has_frames() -> None:
    found = _placed(small(layout="timeline"))
    assert {frame["kind"] for frame in found["frames"]} >= {"lane", "year"}


def test_of_many_marks_each_stands_alone_or_in_a_crowd() -> None:
    picture, scene = many(700)
    crowds = _placed(picture, scene)["crowds"]
    inside = crowds["inside"]
    held = {
        n for n in range(700) if (inside[n] if isinstance(inside, list) else inside.get(str(n)))
    }
    alone = {number for number in crowds["drawn"] if number < 700}
    assert held | alone == set(range(700))
    assert not held & alone
    assert [n for n in crowds["drawn"] if n >= 700] == [
        700 + n for n in range(len(crowds["labels"]))
    ]
    assert len(crowds["drawn"]) == len(crowds["x"]) <= LIMIT


def test_given_places_are_kept_for_everything_drawn() -> None:
    picture, scene = many(700)
    found = _placed(picture, scene)
    assert (found["x"][13], found["y"][13]) == scene.points[picture.marks[13].id]
    assert len(found["x"]) == 700
