"""Which lines are one connector, and which connectors are one tree."""

from kg.figures.connectors import Connector, connectors, ends, used_styles
from kg.figures.flow import flow
from kg.figures.trees import before, steps, stops, trees
from kg.views.styles import styles
from tests.figures.samples import star
from tests.views.samples import line, mark, picture


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
