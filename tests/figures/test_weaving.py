"""The layered drawing from trees to strokes: each step with its own small cases."""

from itertools import pairwise

import pytest

from kg.figures.channels import Net, overlaid, tracks
from kg.figures.connectors import Connector, connectors, ends, used_styles
from kg.figures.drawing import PAPER, Group, Path
from kg.figures.flow import flow
from kg.figures.layered import Room, layered
from kg.figures.nudge import apart
from kg.figures.ports import Pitch, Touch, extent_needed, touched
from kg.figures.rows import Node, rows
from kg.figures.settle import settled, spread
from kg.figures.sizing import Extras
from kg.figures.spacing import needed, spaced
from kg.figures.straight import Bounds, straightened
from kg.figures.strokes import rounded, shortened, swapped
from kg.figures.trees import before, steps, stops, trees
from kg.figures.weave import Measures, channels
from kg.views.picture import Picture
from kg.views.styles import styles
from tests.figures.boxes import overlaps
from tests.figures.conftest import build
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


def test_lines_that_would_look_the_same_are_one_connector() -> None:
    ties = [line("a", "b", eid="e1"), line("a", "b", eid="e2"), line("b", "a", eid="e3"),
            line("a", "b", eid="e4", style="used")]  # fmt: skip
    found = connectors(picture(mark("a"), mark("b"), *ties))
    assert [(each.key, [x.eid for x in each.lines]) for each in found] == [
        (("a", "b", "supplies"), ["e1", "e2"]),
        (("a", "b", "used"), ["e4"]),
        (("b", "a", "supplies"), ["e3"]),
    ]


def test_lines_with_different_notes_are_apart_and_a_tie_to_itself_is_none() -> None:
    ties = [line("a", "b", eid="e1"), line("a", "b", eid="e2"), line("a", "a", eid="e3")]
    found = connectors(picture(mark("a"), mark("b"), *ties), {"e2": 4})
    assert [(each.note, len(each.lines)) for each in found] == [(0, 1), (4, 1)]


def test_a_backward_line_is_drawn_from_its_end() -> None:
    assert ends(line("force", "tool", backward=True)) == ("tool", "force")
    assert ends(line("seller", "tool")) == ("seller", "tool")


def test_styles_come_in_the_order_of_the_legend() -> None:
    drawn = [line("a", "b", style=name) for name in reversed(list(styles()))]
    assert used_styles(drawn) == tuple(styles())
    assert used_styles([]) == ()


def star(count: int = 4) -> Picture:
    """A seller of a system that many use."""
    forces = [mark(f"p{n}", "PoliceForce") for n in range(count)]
    uses = [line("tool", f"p{n}", "USED_IN", style="used") for n in range(count)]
    return picture(mark("seller"), mark("tool", "Product"), *forces, line("seller", "tool"), *uses,
                   layout="layered")  # fmt: skip


def test_connectors_that_share_an_end_and_a_look_are_one_tree() -> None:
    found = trees(connectors(star()))
    assert [(tree.hub, tree.outward, len(tree.members)) for tree in found] == [
        ("seller", True, 1), ("tool", True, 4),
    ]  # fmt: skip
    assert {tree.far(each) for tree in found for each in tree.members} == {
        "tool", "p0", "p1", "p2", "p3",
    }  # fmt: skip


def test_each_connector_is_in_just_one_tree() -> None:
    ties = [line(a, b) for a in "abc" for b in "xyz"]
    marks = [mark(name) for name in "abcxyz"]
    drawn = connectors(picture(*marks, *ties))
    held = [each for tree in trees(drawn) for each in tree.members]
    assert sorted(each.key for each in held) == sorted(each.key for each in drawn)


def test_a_tree_stops_in_every_column_that_it_passes() -> None:
    (tree,) = trees([connector("a", "d"), connector("a", "b")])
    columns = {"a": 0, "b": 1, "c": 2, "d": 3}
    assert stops(tree, columns) == [(0, 1), (0, 2)]
    assert list(steps(tree, columns)) == [
        ("a", (0, 1)), ((0, 1), (0, 2)), ((0, 2), "d"), ("a", "b"),
    ]  # fmt: skip
    assert before(tree, 1, 0) == "a"
    assert before(tree, 3, 0) == (0, 2)


def connector(start: str, end: str, note: int = 0, style: str = "supplies") -> Connector:
    return Connector(start, end, style, (line(start, end),), note)


def test_a_flow_has_a_port_at_both_ends_of_all_connectors() -> None:
    found = flow(star(), connectors(star()))
    assert found.count == 3
    assert [found.columns[id_] for id_ in ("seller", "tool", "p0")] == [0, 1, 2]
    hubs = [port for port in found.ports if port.far is None]
    far = [port for port in found.ports if port.far]
    assert {(port.card, port.side) for port in hubs} == {("seller", 1), ("tool", 1)}
    assert {(port.card, port.side) for port in far} == {
        ("tool", -1), ("p0", -1), ("p1", -1), ("p2", -1), ("p3", -1),
    }  # fmt: skip


PITCH = Pitch(noted=30.0, plain=10.0, edge=4.0)


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


def test_nets_that_do_not_meet_share_a_track() -> None:
    assert tracks([Net(1, (0,), (10,)), Net(2, (50,), (60,))]) == {1: 0, 2: 0}
    found = tracks([Net(1, (0,), (10,)), Net(2, (50,), (60,)), Net(3, (5,), (55,))])
    assert found[3] not in (found[1], found[2])


def test_a_straight_net_needs_no_track() -> None:
    assert tracks([Net(1, (10.0,), (10.2,))]) == {}
    assert Net(1, (10.0,), (10.2,)).is_straight
    assert not Net(1, (10.0,), (12.0,)).is_straight
    assert not Net(1, (10.0, 10.1), ()).is_straight, "it has nowhere to go straight to"
    assert tracks([]) == {}


def test_tracks_are_ordered_so_that_nets_do_not_cross() -> None:
    falling = [Net(n, (10.0 * n,), (10.0 * n + 45,)) for n in range(4)]
    found = tracks(falling)
    assert [found[n] for n in range(4)] == sorted((found[n] for n in range(4)), reverse=True)
    rising = [Net(n, (10.0 * n + 45,), (10.0 * n,)) for n in range(4)]
    found = tracks(rising)
    assert [found[n] for n in range(4)] == sorted(found[n] for n in range(4))


def test_two_that_change_places_are_told_to_run_on_each_other() -> None:
    nets = [Net(1, (0.0,), (50.0,)), Net(2, (50.0,), (0.0,))]
    found = tracks(nets)
    told = overlaid(nets, found)
    assert len(told) == 1
    assert {told[0].leaving, told[0].coming} == {1, 2}
    assert abs(told[0].leaves - told[0].comes) < 3


def test_nets_side_by_side_are_not_overlaid() -> None:
    nets = [Net(1, (0.0,), (50.0,)), Net(2, (10.0,), (60.0,))]
    assert overlaid(nets, tracks(nets)) == []


MEASURES = Measures(head=12.0, badge=22.0, pitch=9.0, least=40.0, stub=8.0)


def test_strokes_that_change_places_are_moved_apart_by_a_hair() -> None:
    marks = [mark("a"), mark("b"), mark("x", "PoliceForce"), mark("y", "PoliceForce")]
    ties = [line("a", "y"), line("b", "x")]
    drawn = picture(*marks, *ties, layout="layered")
    found = flow(drawn, connectors(drawn))
    places: dict[Node, float] = {"a": 0.0, "b": 50.0, "x": 0.0, "y": 50.0}
    touch = Touch(places, dict.fromkeys("abxy", 40.0), PITCH)
    ports = dict(touched(found, touch))
    for port in ports:
        ports[port] = places[port.card]
    made = channels(found, ports, places, MEASURES)
    assert overlaid(made[0].nets, made[0].tracks)
    better = apart(found, ports, touch, made)
    assert better is not None
    again = channels(found, better, places, MEASURES)
    assert overlaid(again[0].nets, again[0].tracks) == []
    moves = [abs(better[port] - ports[port]) for port in ports]
    assert 0 < max(moves) < 6
    assert ports[next(iter(ports))] == places[next(iter(ports)).card], "what is given stays"


def test_nothing_is_moved_where_nothing_has_to_be() -> None:
    found = flow(star(), connectors(star()))
    places = rows(found.columns, dict.fromkeys(found.columns, 30.0), found.trees, 12.0, 10.0)
    touch = Touch(places, dict.fromkeys(found.columns, 30.0), PITCH)
    ports = touched(found, touch)
    assert apart(found, ports, touch, channels(found, ports, places, MEASURES)) is None


def test_a_channel_is_as_wide_as_its_heads_notes_and_tracks() -> None:
    drawn = connectors(star(4), {"tool-USED_IN-p1": 1})
    found = flow(star(4), drawn)
    places: dict[Node, float] = {
        "seller": 60.0,
        "tool": 60.0,
        "p0": 0.0,
        "p1": 40.0,
        "p2": 80.0,
        "p3": 120.0,
    }
    ports = touched(found, Touch(places, dict.fromkeys(found.columns, 30.0), PITCH))
    first, second, last = channels(found, ports, places, MEASURES)
    assert first.width >= MEASURES.least
    assert second.right >= MEASURES.stub + MEASURES.head + MEASURES.badge
    assert second.width >= second.left + second.right
    assert (last.nets, last.width) == ((), 0.0)


def test_corners_are_rounded_no_more_than_there_is_room() -> None:
    assert rounded([(0, 0), (10, 0)], 5) == "M0 0L10 0"
    assert rounded([(0, 0), (10, 0), (10, 20)], 4) == "M0 0L6 0Q10 0 10 4L10 20"
    assert rounded([(0, 0), (4, 0), (4, 20)], 9) == "M0 0L2 0Q4 0 4 2L4 20"


def test_a_way_is_shortened_at_both_ends() -> None:
    assert shortened([(0, 0), (10, 0)], 2, 3) == [(2, 0), (7, 0)]
    assert shortened([(0, 0), (10, 0), (10, 10)], 0, 4) == [(0, 0), (10, 0), (10, 6)]
    assert shortened([(0, 0), (1, 0)], 5, 0) == [(1, 0), (1, 0)]
    assert swapped([(1, 2), (3, 4)]) == [(2, 1), (4, 3)]


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
