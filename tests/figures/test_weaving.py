"""The layered drawing as a whole: in its room, and no two strokes taken for one."""

from itertools import pairwise

import pytest

from kg.figures.connectors import connectors
from kg.figures.drawing import PAPER, Group, Path
from kg.figures.flow import flow
from kg.figures.layered import Room, layered
from kg.figures.sizing import Extras
from kg.views.picture import Picture
from tests.figures.boxes import overlaps
from tests.figures.conftest import build
from tests.figures.samples import star
from tests.views.samples import line, mark, picture

ROOM = Room(1200.0, 900.0, (20.0, 18.0, 16.0), 14.5)


@pytest.mark.parametrize("is_fixed", [True, False])
@pytest.mark.parametrize("count", [1, 4, 12])
def test_a_drawing_stays_in_its_room(count: int, is_fixed: bool) -> None:
    whole = star(count)
    room = Room(ROOM.width, ROOM.height, ROOM.names, ROOM.aside, is_fixed=is_fixed)
    found = layered(flow(whole, connectors(whole)), Extras(), room)
    assert found is not None
    assert found.width <= ROOM.width + 0.5
    assert found.height <= ROOM.height + 0.5


def test_what_needs_more_than_its_room_is_not_drawn() -> None:
    whole = star(40)
    found = flow(whole, connectors(whole))
    assert layered(found, Extras(), ROOM) is None
    narrow = Room(150.0, 5000.0, (20.0,), 14.5)
    assert layered(flow(star(2), connectors(star(2))), Extras(), narrow) is None


def test_a_tall_sheet_lets_a_wide_drawing_run_downwards() -> None:
    parts = [mark(f"m{n}", name=f"A company with a long name {n}") for n in range(5)]
    ties = [line(f"m{n}", f"m{n + 1}", "OWNS", style="owns") for n in range(4)]
    made = build(picture(*parts, *ties, layout="layered"), "story")
    (found,) = made.seen
    tops = sorted((card.top, card.what) for card in found.cards)
    assert [what for _, what in tops] == [f"m{n}" for n in range(5)]
    assert overlaps(found.cards) == []


def stroked(found: Picture) -> list[tuple[str, list[Path]]]:
    """What is drawn of lines, from the bottom up: what it is, its paths."""
    drawn = layered(flow(found, connectors(found)), Extras(), Room(1400.0, 900.0, (18.0,), 14.0))
    assert drawn is not None
    (lines,) = [item for item in drawn.items if isinstance(item, Group) and item.id == "lines"]
    groups = [item for item in lines.items if isinstance(item, Group)]
    return [(group.kind, [x for x in group.items if isinstance(x, Path)]) for group in groups]


def crossing() -> Picture:
    """Two firms that sell to each other's neighbours, in two looks."""
    marks = [mark("a"), mark("b"), mark("p", "PoliceForce"), mark("q", "PoliceForce")]
    ties = [line("a", "p"), line("a", "q"), line("b", "p", style="used"), line("b", "q")]
    return picture(*marks, *ties, layout="layered")


def test_each_tree_lies_over_a_pale_edge_so_that_crossings_are_no_joints() -> None:
    found = stroked(crossing())
    kinds = [kind for kind, _ in found]
    assert kinds[0] == "edge"
    assert kinds.count("line") == 4
    assert sum(len(paths) for kind, paths in found if kind == "edge") == 4
    for (kind, paths), (after, strokes) in pairwise(found):
        if kind == "edge":
            assert after == "line", "an edge lies under its own strokes alone"
            assert all(path.stroke == PAPER for path in paths)
            assert min(path.line for path in paths) > strokes[0].line


def test_an_edge_is_no_connector_and_has_no_head_and_no_dashes() -> None:
    for kind, paths in stroked(crossing()):
        for path in paths:
            assert any(path.between) == (kind == "line")
            if kind == "edge":
                assert (path.arrow, path.id, tuple(path.dash)) == ("", "", ())


def test_strokes_of_one_tree_do_not_cut_each_other() -> None:
    hub = picture(
        mark("a"), *(mark(f"p{n}", "PoliceForce") for n in range(4)),
        *(line("a", f"p{n}") for n in range(4)), layout="layered",
    )  # fmt: skip
    assert [kind for kind, _ in stroked(hub)] == ["edge", "line", "line", "line", "line"]


def test_numbers_of_strokes_are_those_of_their_ports() -> None:
    ids = [path.id for kind, paths in stroked(crossing()) if kind == "line" for path in paths]
    assert sorted(ids) == [f"line-{n}" for n in range(1, 5)]
