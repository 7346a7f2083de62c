"""The comparison that a load rests on, without a database."""

import pytest

from kg.graph.model import Edge, Node, Ref, Value
from kg.store.difference import (
    EdgeChanges,
    FoundEdge,
    FoundNode,
    NodeChanges,
    compare_edges,
    compare_nodes,
    words,
)
from tests.store.samples import entity, owns

A, B = entity("a"), entity("b")
ELEMENTS: dict[Ref, str] = {A.ref: "4:0", B.ref: "4:1"}


def there(node: Node, element: str, **props: Value) -> FoundNode:
    return FoundNode(element, node.ref, frozenset(node.labels), {**node.props, **props})


def between(edge: Edge, element: str, **props: Value) -> FoundEdge:
    start, end = ELEMENTS[edge.start], ELEMENTS[edge.end]
    return FoundEdge(element, start, edge.type, end, {**edge.props, **props})


def test_an_empty_database_gets_everything_in_the_graphs_order() -> None:
    assert compare_nodes([], [B, A]) == NodeChanges(create=[B, A])
    assert compare_edges([], [owns("r", "a", "b")], ELEMENTS) == EdgeChanges(
        create=[owns("r", "a", "b")]
    )


def test_what_is_there_already_is_not_written_again() -> None:
    found = [there(A, "4:0"), there(B, "4:1")]

    assert compare_nodes(found, [A, B]) == NodeChanges(elements=ELEMENTS)
    assert compare_edges(
        [between(owns("r", "a", "b"), "5:0")], [owns("r", "a", "b")], ELEMENTS
    ) == (EdgeChanges())


def test_what_the_graph_does_not_have_is_removed() -> None:
    assert compare_nodes([there(A, "4:0")], []) == NodeChanges(remove=["4:0"])
    assert compare_edges([between(owns("r", "a", "b"), "5:0")], [], ELEMENTS) == EdgeChanges(
        remove=["5:0"]
    )


def test_a_node_that_is_there_twice_is_removed_once() -> None:
    changes = compare_nodes([there(A, "4:0"), there(A, "4:7")], [A])

    assert changes == NodeChanges(remove=["4:7"], elements={A.ref: "4:0"})


@pytest.mark.parametrize("other", [1.0, True, "1", ["1"], 2])
def test_a_property_of_another_value_or_type_is_a_change(other: Value) -> None:
    found = there(A, "4:0", rank=other)
    wanted = entity("a", rank=1)

    changes = compare_nodes([found], [wanted])

    assert changes == NodeChanges(change=[(found, wanted)], elements={A.ref: "4:0"})


def test_another_set_of_labels_is_a_change() -> None:
    found = FoundNode("4:0", A.ref, frozenset({"Entity"}), A.props)

    assert compare_nodes([found], [A]).change == [(found, A)]


def test_equal_ids_in_two_spaces_are_two_nodes() -> None:
    claim = Node(("Claim", "a"), ("Claim",), {"id": "a"})

    changes = compare_nodes([there(A, "4:0")], [A, claim])

    assert changes == NodeChanges(create=[claim], elements={A.ref: "4:0"})


def test_equal_parallel_relationships_are_counted() -> None:
    plain = Edge("CITES", A.ref, B.ref, {"locator": "p. 1"})

    assert compare_edges([between(plain, "5:0")], [plain, plain], ELEMENTS) == EdgeChanges(
        create=[plain]
    )
    assert compare_edges(
        [between(plain, "5:0"), between(plain, "5:1"), between(plain, "5:2")],
        [plain, plain],
        ELEMENTS,
    ) == EdgeChanges(remove=["5:2"])


def test_a_relationship_that_differs_is_removed_and_created() -> None:
    edge = owns("r", "a", "b", walk=1.0)
    backwards = owns("r", "b", "a", walk=1.0)

    assert compare_edges([between(edge, "5:0", walk=1)], [edge], ELEMENTS) == EdgeChanges(
        create=[edge], remove=["5:0"]
    )
    assert compare_edges([between(backwards, "5:0")], [edge], ELEMENTS) == EdgeChanges(
        create=[edge], remove=["5:0"]
    )


def test_the_order_of_properties_does_not_matter_and_that_of_a_list_does() -> None:
    assert words({"a": 1, "b": ["x", "y"]}) == words({"b": ["x", "y"], "a": 1})
    assert words({"b": ["x", "y"]}) != words({"b": ["y", "x"]})


@pytest.mark.parametrize(
    ("props", "text"),
    [
        ({}, "{}"),
        ({"b": 1, "a": 1.0}, '{"a": 1.0, "b": 1}'),
        ({"a": True}, '{"a": true}'),
        ({"a": "1"}, '{"a": "1"}'),
        ({"a": ["x", "é"]}, '{"a": ["x", "é"]}'),
        ({"a": {2}}, '{"a": "{2}"}'),
    ],
)
def test_words_tell_types_apart(props: dict[str, object], text: str) -> None:
    assert words(props) == text


@pytest.mark.parametrize("times", [1, 3])
def test_what_is_wanted_several_times_is_created_as_often_where_nothing_is(times: int) -> None:
    edges = [owns("r", "a", "b")] * times

    assert compare_edges(iter(()), iter(edges), ELEMENTS) == EdgeChanges(create=edges)
