"""What every store promises. Each test runs on a real embedded store and on a real Neo4j."""

import pytest

from kg.errors import StoreError
from kg.graph.model import Graph
from tests.store.samples import (
    CASE,
    COMPANY,
    FORCE,
    HOSTILE,
    Fill,
    contents,
    entity,
    expected,
    large,
    owns,
    small,
)


def test_what_you_put_in_comes_back_unchanged_and_nothing_else(fill: Fill) -> None:
    graph = small()

    store = fill(graph)

    assert contents(store, CASE) == expected(graph, CASE)
    assert store.read("MATCH (n) RETURN count(n) AS n")[1] == [{"n": len(graph.nodes)}]
    assert store.read("MATCH ()-[r]->() RETURN count(r) AS n")[1] == [{"n": len(graph.edges)}]


def test_a_thousand_entities_come_back_unchanged(fill: Fill) -> None:
    graph = large(1000, 3000, seed=1)

    store = fill(graph)

    assert contents(store, CASE) == expected(graph, CASE)


def test_hostile_text_is_found_again_as_a_parameter(fill: Fill) -> None:
    store = fill(Graph(tuple(entity(key, name=text) for key, text in HOSTILE.items()), ()))

    found = {
        key: store.read("MATCH (n:Entity) WHERE n.name = $text RETURN n.id AS id", {"text": text})
        for key, text in HOSTILE.items()
    }

    assert found == {key: (["id"], [{"id": key}]) for key in HOSTILE}


def test_an_entity_is_found_by_each_label_of_its_tree(fill: Fill) -> None:
    store = fill(Graph((entity("palantir", COMPANY), entity("be-police", FORCE)), ()))

    def found(label: str) -> list[object]:
        _, rows = store.read(f"MATCH (n:{label}) RETURN n.id AS id ORDER BY id")
        return [row["id"] for row in rows]

    assert found("Entity") == found("Organization") == ["be-police", "palantir"]
    assert found("Company") == ["palantir"]
    assert found("PublicBody") == found("PoliceForce:PublicBody") == ["be-police"]


def test_whole_floats_stay_floats_and_whole_numbers_stay_whole(fill: Fill) -> None:
    store = fill(Graph((entity("e", count=3, share=3.0, tiny=1e-300, large=2**53 + 1),), ()))

    _, rows = store.read("MATCH (n) RETURN n.count, n.share, n.tiny, n.large")

    assert repr(list(rows[0].values())) == repr([3, 3.0, 1e-300, 2**53 + 1])


def test_parallel_relationships_of_one_type_stay_apart(fill: Fill) -> None:
    pair = (entity("a"), entity("b"))
    store = fill(Graph(pair, (owns("r1", "a", "b"), owns("r2", "a", "b"), owns("r3", "b", "a"))))

    _, rows = store.read("MATCH (:Entity {id: 'a'})-[r:OWNS]->() RETURN r.eid AS eid ORDER BY eid")

    assert [row["eid"] for row in rows] == ["r1", "r2"]


def test_columns_come_in_the_order_of_the_query(fill: Fill) -> None:
    store = fill(small())

    columns, rows = store.read("MATCH (n:Claim) RETURN n.z AS z, n.a AS a, n.id AS m ORDER BY m")

    assert columns == ["z", "a", "m"]
    assert rows == [{"z": None, "a": None, "m": "c1"}, {"z": None, "a": None, "m": "c2"}]


def test_without_rows_there_are_no_others_columns(fill: Fill) -> None:
    store = fill(small())

    columns, rows = store.read("MATCH (n:Nobody) RETURN n.z AS z, n.a AS a")

    assert rows == []
    assert columns in ([], ["z", "a"])  # the embedded engine does not tell them without a row


def test_a_read_refuses_to_write(fill: Fill) -> None:
    store = fill(small())
    before = contents(store, CASE)

    for query in (
        "CREATE (n:Entity {id: 'new', case_name: $case})",
        "MATCH (n) DETACH DELETE n",
        "MATCH (n:Entity {id: 'palantir'}) SET n.name = 'Sauron' RETURN n",
    ):
        with pytest.raises(StoreError):
            store.read(query, {"case": CASE})

    assert contents(store, CASE) == before


def test_nodes_relationships_and_paths_stay_objects_of_the_driver(fill: Fill) -> None:
    from neo4j.graph import Node, Path, Relationship

    store = fill(small())

    _, rows = store.read(
        "MATCH p = (a:Entity {id: 'palantir'})-[r:OWNS {eid: 'r1'}]->(b) RETURN a, r, p"
    )

    a, r, p = rows[0].values()
    assert isinstance(a, Node)
    assert isinstance(r, Relationship)
    assert isinstance(p, Path)
    assert set(a.labels) == set(COMPANY)
    assert r["walk"] == 1.0
    assert [node["id"] for node in p.nodes] == ["palantir", "rayzone"]


def test_dates_come_back_as_iso_text(fill: Fill) -> None:
    store = fill(small())

    _, rows = store.read("RETURN date('2019-03-31') AS day, [date('2020-02-29')] AS days")

    assert rows == [{"day": "2019-03-31", "days": ["2020-02-29"]}]


def test_a_query_that_cannot_be_read_is_one_line(fill: Fill) -> None:
    store = fill(small())

    with pytest.raises(StoreError) as caught:
        store.read("MATCH (n RETURN n")

    assert str(caught.value).startswith(store.name)
    assert "\n" not in str(caught.value)


def test_a_missing_parameter_is_one_line_that_names_it(fill: Fill) -> None:
    store = fill(small())

    with pytest.raises(StoreError, match="force"):
        store.read("MATCH (n:Entity) WHERE n.id = $force RETURN n")


def test_a_store_reads_on_after_an_error(fill: Fill) -> None:
    store = fill(small())

    with pytest.raises(StoreError):
        store.read("RETURN 1 / 0 AS oops, $missing AS missing")

    assert store.read("RETURN 1 AS one") == (["one"], [{"one": 1}])


def test_closing_twice_does_no_harm(fill: Fill) -> None:
    store = fill(small())

    store.close()
    store.close()
