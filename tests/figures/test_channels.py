"""Strokes between two columns: tracks, hair's breadths apart, the width of a channel, corners."""

from kg.figures.channels import Net, overlaid, tracks
from kg.figures.connectors import connectors
from kg.figures.flow import flow
from kg.figures.nudge import apart
from kg.figures.ports import Touch, touched
from kg.figures.rows import Node, rows
from kg.figures.strokes import rounded, shortened, swapped
from kg.figures.weave import Measures, channels
from tests.figures.samples import PITCH, star
from tests.views.samples import line, mark, picture


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
