"""Loading into a Neo4j that others use too."""

from dataclasses import replace
from itertools import pairwise

import pytest

from kg.errors import StoreError
from kg.graph.model import Edge, Graph, Node
from kg.store import target
from kg.store.bolt import Store
from kg.store.neo4j_load import Loaded, index_statements, load, unload
from tests.store.samples import (
    CASE,
    FORCE,
    HOSTILE,
    contents,
    entity,
    expected,
    large,
    owns,
    small,
)

FOREIGN = (
    "CREATE (p:Person {name: 'Ann'})-[:KNOWS {since: 2019}]->(q:Person:Friend {name: 'Bob'})"
    " CREATE (p)-[:LIKES]->(e:Entity {id: 'palantir', name: 'A stone'})"
    " CREATE (e)<-[:SUBJECT]-(c:Claim {id: 'c1', text: 'seen'})-[:CITES]->(:Source {id: 's2'})"
    " CREATE (e)-[:OWNS {eid: 'r1'}]->(:Entity {id: 'rayzone', case_name: 'another-case'})"
    " CREATE (:Company {id: 'palantir', case_name: $case})"
)
FOREIGN_NODES = (
    "MATCH (n) WHERE NOT (n:Entity OR n:Claim OR n:Source) OR coalesce(n.case_name, '') <> $case"
)


def run(store: Store, query: str, **params: object) -> list[dict[str, object]]:
    records = store.driver.execute_query(query, params).records
    return [record.data() for record in records]


def foreign(store: Store) -> list[dict[str, object]]:
    """Everything that is not ours, with the relationships between."""
    return run(
        store,
        f"{FOREIGN_NODES} OPTIONAL MATCH (n)-[r]->(m) RETURN elementId(n) AS node, labels(n) AS l,"
        " properties(n) AS p, elementId(r) AS edge, type(r) AS t, properties(r) AS rp,"
        " elementId(m) AS other ORDER BY node, edge",
        case=CASE,
    )


def counts(loaded: Loaded) -> tuple[int, int, int]:
    return loaded.created, loaded.changed, loaded.removed


def test_a_load_says_what_it_came_to(neo4j_store: Store) -> None:
    graph = small()
    size = len(graph.nodes), len(graph.edges)

    loaded = load(neo4j_store, graph, CASE)

    assert loaded == Loaded(*size, created=sum(size), changed=0, removed=0, is_indexed=True)
    assert contents(neo4j_store, CASE) == expected(graph, CASE)


def test_what_it_came_to_is_a_sentence() -> None:
    assert str(Loaded(4490, 12176, 16666, 0, 2, is_indexed=True)) == (
        "4,490 nodes and 12,176 relationships (16,666 created, 0 changed, 2 removed)"
    )
    assert str(Loaded(1, 0, 1, 0, 0, is_indexed=False)) == (
        "1 nodes and 0 relationships (1 created, 0 changed, 0 removed;"
        " without indexes, which this user may not make)"
    )


def test_a_second_load_writes_nothing(neo4j_store: Store) -> None:
    load(neo4j_store, small(), CASE)
    elements = run(neo4j_store, "MATCH (n) RETURN elementId(n) AS e ORDER BY e")

    assert counts(load(neo4j_store, small(), CASE)) == (0, 0, 0)
    assert run(neo4j_store, "MATCH (n) RETURN elementId(n) AS e ORDER BY e") == elements


def test_a_changed_reload_leaves_exactly_the_new_graph(neo4j_store: Store) -> None:
    load(neo4j_store, large(300, 900, seed=1), CASE)
    changed = large(300, 900, seed=2)

    loaded = load(neo4j_store, changed, CASE)

    assert contents(neo4j_store, CASE) == expected(changed, CASE)
    assert all(count > 0 for count in counts(loaded))


@pytest.mark.parametrize(
    "change",
    [
        {"labels": FORCE},
        {"labels": ("Entity",)},
        {"props": {"id": "palantir", "name": "Palantir Technologies"}},
        {"props": {"id": "palantir", "name": "Palantir", "country": ["US"], "count": 1.0}},
        {"props": {"id": "palantir"}},
    ],
)
def test_only_the_entity_that_changed_is_written(
    neo4j_store: Store, change: dict[str, object]
) -> None:
    before = entity("palantir", count=1, country=["US"])
    changed = replace(before, **change)  # type: ignore[arg-type]
    rest, ties = (entity("b"), entity("c")), (owns("r1", "palantir", "b"), owns("r2", "b", "c"))
    load(neo4j_store, Graph((before, *rest), ties), CASE)

    loaded = load(neo4j_store, Graph((changed, *rest), ties), CASE)

    assert counts(loaded) == (0, 1, 0)
    assert contents(neo4j_store, CASE) == expected(Graph((changed, *rest), ties), CASE)


def test_relationships_that_change_are_replaced_one_by_one(neo4j_store: Store) -> None:
    nodes = (entity("a"), entity("b"), Node(("Claim", "c"), ("Claim",), {"id": "c"}))
    cites = [Edge("INVOLVES", ("Claim", "c"), ("Entity", "a"), {"as": word}) for word in ("x", "y")]
    load(neo4j_store, Graph(nodes, (owns("r1", "a", "b"), owns("r2", "a", "b"), *cites)), CASE)
    graph = Graph(nodes, (owns("r1", "a", "b"), owns("r2", "a", "b", walk=2.0), *cites, cites[0]))

    loaded = load(neo4j_store, graph, CASE)

    assert counts(loaded) == (2, 0, 1)
    assert contents(neo4j_store, CASE) == expected(graph, CASE)


def test_other_peoples_data_is_untouched_by_load_reload_and_unload(neo4j_store: Store) -> None:
    run(neo4j_store, FOREIGN, case=CASE)
    before = foreign(neo4j_store)

    load(neo4j_store, small(), CASE)
    load(neo4j_store, large(100, 300, seed=1), CASE)
    load(neo4j_store, small(), CASE)

    assert contents(neo4j_store, CASE)[1] == expected(small(), CASE)[1]
    assert foreign(neo4j_store) == before
    unload(neo4j_store, CASE)
    assert foreign(neo4j_store) == before
    assert len(before) == len(run(neo4j_store, "MATCH (n) OPTIONAL MATCH (n)-[r]->() RETURN n, r"))


def test_other_peoples_ties_to_our_nodes_survive_where_the_node_does(neo4j_store: Store) -> None:
    pair = entity("a"), entity("b"), entity("c")
    load(neo4j_store, Graph(pair, (owns("r1", "a", "b"),)), CASE)
    run(
        neo4j_store,
        "MATCH (a:Entity {id: 'a'}), (b:Entity {id: 'b'}), (c:Entity {id: 'c'})"
        " CREATE (a)-[:SEEN_WITH {by: 'me'}]->(b), (a)-[:OWNS {note: 'mine'}]->(b),"
        " (:Note {text: 'hm'})-[:ABOUT]->(a), (:Note {text: 'gone'})-[:ABOUT]->(c),"
        " (b)-[:CITES]->(a)",
    )

    load(neo4j_store, Graph((entity("a", FORCE, new="yes"), entity("b")), ()), CASE)

    assert run(
        neo4j_store,
        "MATCH (x)-[r]->(y) RETURN coalesce(x.id, x.text) AS x, type(r) AS t, y.id AS y ORDER BY t",
    ) == [
        {"x": "hm", "t": "ABOUT", "y": "a"},
        {"x": "b", "t": "CITES", "y": "a"},
        {"x": "a", "t": "OWNS", "y": "b"},
        {"x": "a", "t": "SEEN_WITH", "y": "b"},
    ]
    assert run(neo4j_store, "MATCH (n:Note {text: 'gone'}) RETURN n.text AS t") == [{"t": "gone"}]


def test_two_cases_live_side_by_side_with_equal_ids(neo4j_store: Store) -> None:
    first, second = large(50, 100, seed=1), large(50, 100, seed=2)
    load(neo4j_store, first, CASE)
    load(neo4j_store, second, "another")

    assert contents(neo4j_store, CASE) == expected(first, CASE)
    unload(neo4j_store, CASE)
    assert contents(neo4j_store, CASE) == ([], [])
    assert contents(neo4j_store, "another") == expected(second, "another")


def test_unloading_what_was_never_loaded_does_nothing(neo4j_store: Store) -> None:
    assert counts(unload(neo4j_store, "never")) == (0, 0, 0)


@pytest.mark.parametrize("name", HOSTILE.values(), ids=HOSTILE)
def test_a_case_may_have_any_name(neo4j_store: Store, name: str) -> None:
    graph = Graph((entity("a"),), ())
    name = name[:200]
    load(neo4j_store, graph, name)

    assert contents(neo4j_store, name) == expected(graph, name)
    assert counts(load(neo4j_store, graph, name)) == (0, 0, 0)


def test_labels_and_types_of_any_spelling_are_names_and_nothing_more(neo4j_store: Store) -> None:
    odd = Node(("Entity", "x"), ("Entity", "a`b) DETACH DELETE n //"), {"id": "x"})
    graph = Graph((odd,), (Edge("T`]->() //", odd.ref, odd.ref, {"eid": "r"}),))

    load(neo4j_store, graph, CASE)

    assert contents(neo4j_store, CASE) == expected(graph, CASE)


def test_a_node_that_a_killed_load_left_twice_is_mended(neo4j_store: Store) -> None:
    load(neo4j_store, small(), CASE)
    run(neo4j_store, "MATCH (n:Entity {id: 'palantir'}) CREATE (m:Entity) SET m = properties(n)")

    load(neo4j_store, small(), CASE)

    assert contents(neo4j_store, CASE) == expected(small(), CASE)


def test_a_node_that_somebody_labelled_as_two_of_ours_is_mended(neo4j_store: Store) -> None:
    load(neo4j_store, small(), CASE)
    run(neo4j_store, "MATCH (n:Entity {id: 'palantir'}) SET n:Claim:Mine")

    load(neo4j_store, small(), CASE)

    assert contents(neo4j_store, CASE) == expected(small(), CASE)


def test_long_texts_are_written_in_batches_that_fit(
    neo4j_store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(target, "_CHARACTERS", 1000)
    told: list[tuple[str, int, int]] = []
    graph = Graph(tuple(entity(f"e{n}", notes="x" * 900) for n in range(4)), ())

    load(neo4j_store, graph, CASE, lambda *news: told.append(news))

    assert told == [("nodes", done, 4) for done in (1, 2, 3, 4)]
    assert contents(neo4j_store, CASE) == expected(graph, CASE)


def test_a_cell_of_ten_megabytes_is_loaded(neo4j_store: Store) -> None:
    graph = Graph((entity("big", notes="é" * 5_000_000), entity("small")), ())

    load(neo4j_store, graph, CASE)

    assert contents(neo4j_store, CASE) == expected(graph, CASE)


def test_progress_tells_how_far_it_is_and_ends_at_the_whole(
    neo4j_store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(target, "_ROWS", 40)
    graph = large(100, 100, seed=1)
    told: list[tuple[str, int, int]] = []
    load(neo4j_store, graph, CASE, lambda *news: told.append(news))

    by_kind = {what: [news for news in told if news[0] == what] for what, *_ in told}

    assert list(by_kind) == ["nodes", "relationships"]
    assert by_kind["nodes"][-1] == ("nodes", len(graph.nodes), len(graph.nodes))
    assert by_kind["relationships"][-1][1:] == (len(graph.edges), len(graph.edges))
    assert all(a[1] < b[1] for news in by_kind.values() for a, b in pairwise(news))


def test_lookups_have_an_index_and_no_constraint_can_clash(neo4j_store: Store) -> None:
    load(neo4j_store, small(), CASE)

    indexes = run(
        neo4j_store,
        "SHOW INDEXES YIELD labelsOrTypes AS l, properties AS p, owningConstraint AS c"
        " WHERE p IS NOT NULL AND l[0] IN ['Entity', 'Claim', 'Source'] RETURN l[0] AS l, p, c",
    )

    assert {(str(row["l"]), str(row["p"])) for row in indexes} == {
        (label, properties)
        for label in ("Entity", "Claim", "Source")
        for properties in ("['case_name', 'id']", "['id']")
    } | {("Claim", "['predicate']")}
    assert [row["c"] for row in indexes] == [None] * len(index_statements())


@pytest.mark.parametrize("moment", ["nodes", "relationships"])
def test_a_program_that_loads_the_same_meanwhile_leaves_no_double(
    neo4j_store: Store, monkeypatch: pytest.MonkeyPatch, moment: str
) -> None:
    monkeypatch.setattr(target, "_ROWS", 40)
    graph = large(100, 200, seed=1)
    others: list[Loaded] = []

    def meanwhile(what: str, *_: int) -> None:
        if what == moment and not others:
            others.append(load(neo4j_store, graph, CASE))

    loaded = load(neo4j_store, graph, CASE, meanwhile)

    assert others[0].created > 0
    assert loaded.removed > 0
    assert contents(neo4j_store, CASE) == expected(graph, CASE)


def test_what_others_tie_to_our_nodes_while_a_first_load_runs_is_let_be(
    neo4j_store: Store,
) -> None:
    graph = small()

    def meanwhile(what: str, done: int, total: int) -> None:
        if (what, done) == ("nodes", total):
            run(neo4j_store, "MATCH (n:Entity {id: 'palantir'}) CREATE (n)-[:SEEN {by: 'me'}]->(n)")

    loaded = load(neo4j_store, graph, CASE, meanwhile)

    assert counts(loaded) == (len(graph.nodes) + len(graph.edges), 0, 0)
    assert run(neo4j_store, "MATCH ()-[r:SEEN]->() DELETE r RETURN 1 AS seen") == [{"seen": 1}]
    assert contents(neo4j_store, CASE) == expected(graph, CASE)


def test_nodes_without_their_relationships_get_them_and_nothing_twice(neo4j_store: Store) -> None:
    graph = small()
    load(neo4j_store, Graph(graph.nodes, ()), CASE)
    some = Graph(graph.nodes, graph.edges[::2])

    assert counts(load(neo4j_store, some, CASE)) == (len(some.edges), 0, 0)
    assert counts(load(neo4j_store, graph, CASE)) == (len(graph.edges) - len(some.edges), 0, 0)
    assert contents(neo4j_store, CASE) == expected(graph, CASE)


def test_quite_another_graph_replaces_all_that_was_there(neo4j_store: Store) -> None:
    load(neo4j_store, Graph((entity("old"),), (owns("r1", "old", "old"),)), CASE)
    graph = Graph((entity("a"), entity("b")), (owns("r1", "a", "b"),))

    assert counts(load(neo4j_store, graph, CASE)) == (3, 0, 2)
    assert contents(neo4j_store, CASE) == expected(graph, CASE)


def test_a_constraint_of_others_that_forbids_a_load_is_one_line(neo4j_store: Store) -> None:
    run(neo4j_store, "CREATE (:Friend {name: 'Palantir'})")
    run(neo4j_store, "CREATE CONSTRAINT only_one FOR (n:Friend) REQUIRE n.name IS UNIQUE")
    friend = Node(("Entity", "palantir"), ("Entity", "Friend"), {"id": "p", "name": "Palantir"})
    try:
        with pytest.raises(StoreError, match="a constraint of this database forbids it") as caught:
            load(neo4j_store, Graph((friend,), ()), CASE)
    finally:
        run(neo4j_store, "DROP CONSTRAINT only_one")

    assert "\n" not in str(caught.value)
