"""The graph that the project ships is the same in both stores."""

from kg.building import assemble
from kg.session import OpenGraph
from kg.store.neo4j_load import load
from kg.store.target import EVIDENCE
from tests.store.samples import contents, expected


def test_both_stores_hold_the_shipped_graph_to_the_last_property(
    shipped: OpenGraph, shipped_neo4j: OpenGraph
) -> None:
    graph, name = assemble(shipped.case)[1].graph, shipped.case.name

    assert contents(shipped.store, name) == expected(graph, name)
    assert contents(shipped_neo4j.store, name) == expected(graph, name)


def test_loading_it_again_writes_nothing(shipped_neo4j: OpenGraph) -> None:
    graph = assemble(shipped_neo4j.case)[1].graph

    loaded = load(shipped_neo4j.store, graph, shipped_neo4j.case.name)

    assert (loaded.created, loaded.changed, loaded.removed) == (0, 0, 0)


def test_what_has_no_eid_is_evidence_so_that_a_reload_knows_its_own(shipped: OpenGraph) -> None:
    graph = assemble(shipped.case)[1].graph

    unnamed = {(edge.start[0], edge.type) for edge in graph.edges if "eid" not in edge.props}

    assert unnamed == {("Claim", type_) for type_ in EVIDENCE}
