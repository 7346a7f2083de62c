"""Every format keeps each entity, relationship and claim, and is read by the tool it is for."""

import csv
import io
import json
from typing import TYPE_CHECKING, Any

import pytest

from kg.exchange import FORMATS, Handed, write
from kg.reading.whole import everything

if TYPE_CHECKING:
    from kg.session import OpenGraph

HOSTILE = (
    '=HYPERLINK("x")</script>\u202e\'; MATCH (n) DETACH DELETE n // \\u0041 \U0001f575\x01\n|`'
)


@pytest.fixture(scope="module")
def handed(shipped: "OpenGraph") -> Handed:
    return Handed.of(everything(shipped.store), "surveillance-kg")


@pytest.fixture
def hostile() -> Handed:
    """Two entities with two relationships of one type between them, everything named badly."""
    entities: list[dict[str, Any]] = [
        {"id": "a", "label": "Company", "name": HOSTILE, "aliases": [HOSTILE], "country": ["BE"]},
        {"id": "b", "label": "PoliceForce", "name": HOSTILE, "notes": HOSTILE, "unnamed": True},
    ]
    edges = [
        {"start": "a", "end": "b", "type": "SUPPLIES", "eid": eid, "certainty": "alleged",
         "claims": ["c1"], "cite": HOSTILE, "n_sources": 1, "value": 1.5, "since": "2019",
         "since_lo": "2019-01-01", "walk": 1.0, "topic": "supply", "role": HOSTILE}
        for eid in ("r1", "r2")
    ]  # fmt: skip
    claim = {"id": "c1", "subject": "a", "object": "b", "predicate": "SUPPLIES", "source": "s1"}
    claims = [
        {**claim, "says": HOSTILE, "certainty": "alleged", "said_by": HOSTILE, "locator": HOSTILE}
    ]
    sources = [{"id": "s1", "title": HOSTILE, "publisher": HOSTILE, "url": "https://example.org"}]
    whole = {"entities": entities, "relationships": edges, "claims": claims, "sources": sources}
    return Handed.of(whole, HOSTILE)


def one(format_: str, handed: Handed) -> bytes:
    (content,) = write(format_, handed).values()
    return content


def eids(handed: Handed) -> list[str]:
    return sorted(edge["eid"] for edge in handed.relationships)


@pytest.mark.parametrize("format_", FORMATS)
def test_the_same_graph_gives_the_same_bytes(format_: str, handed: Handed) -> None:
    assert dict(write(format_, handed)) == dict(write(format_, handed))


def test_gexf_is_read_with_every_edge_its_dates_and_its_claims(handed: Handed) -> None:
    import networkx

    graph = networkx.read_gexf(io.BytesIO(one("gexf", handed)), version="1.3")
    assert graph.is_directed()
    assert sorted(graph.nodes) == sorted(entity["id"] for entity in handed.entities)
    found = {data["id"]: (start, end, data) for start, end, data in graph.edges(data=True)}
    assert sorted(found) == eids(handed)
    for edge in handed.relationships:
        start, end, data = found[edge["eid"]]
        assert (start, end) == (edge["start"], edge["end"])
        assert data["claims"] == " | ".join(edge["claims"])
        assert data["evidence"]


def test_graphml_is_read_with_every_parallel_edge(handed: Handed) -> None:
    import networkx

    graph = networkx.read_graphml(io.BytesIO(one("graphml", handed)), force_multigraph=True)
    assert graph.number_of_nodes() == len(handed.entities)
    assert isinstance(graph, networkx.MultiDiGraph)
    assert sorted(key for *_, key in graph.edges(keys=True)) == eids(handed)
    assert all(data["certainty"] for *_, data in graph.edges(data=True))


def test_a_csv_pair_has_the_heads_of_gephi(handed: Handed) -> None:
    found = write("csv", handed)
    nodes = list(csv.DictReader(io.StringIO(found[".nodes.csv"].decode())))
    edges = list(csv.DictReader(io.StringIO(found[".edges.csv"].decode())))
    assert [row["Id"] for row in nodes] == [entity["id"] for entity in handed.entities]
    assert sorted(row["Id"] for row in edges) == eids(handed)
    assert {row["Type"] for row in edges} == {"Directed"}
    assert all(row["evidence"] and row["claims"] for row in edges)


def test_kumu_ties_connections_by_id_and_direction(handed: Handed) -> None:
    found = json.loads(one("kumu", handed))
    ids = {element["id"] for element in found["elements"]}
    assert len(ids) == len(handed.entities)
    assert sorted(connection["id"] for connection in found["connections"]) == eids(handed)
    for connection in found["connections"]:
        assert {connection["from"], connection["to"]} <= ids
        assert connection["direction"] == "directed"
        assert connection["description"]


def test_oligrapher_points_from_the_first_to_the_second(handed: Handed) -> None:
    graph = json.loads(one("oligrapher", handed))["graph"]
    assert len(graph["nodes"]) == len(handed.entities)
    assert sorted(graph["edges"]) == eids(handed)
    assert {edge["arrow"] for edge in graph["edges"].values()} == {"1->2"}
    places = {(node["x"], node["y"]) for node in graph["nodes"].values()}
    assert len(places) == len(handed.entities)


def test_jsonld_has_a_node_for_everything(handed: Handed) -> None:
    nodes = json.loads(one("jsonld", handed))["@graph"]
    ids = [node["@id"] for node in nodes]
    assert len(set(ids)) == len(ids)
    relationships = [node for node in nodes if node["@type"] == "kg:Relationship"]
    assert len(relationships) == len(handed.relationships)
    assert {claim for node in relationships for claim in node["restsOn"]} <= set(ids)
    claims = [node for node in nodes if node["@type"] == "schema:Claim"]
    assert len(claims) == len(handed.claims)
    assert {node["citation"] for node in claims} <= set(ids)


def test_a_workbook_has_every_row_on_its_sheet(handed: Handed) -> None:
    import openpyxl

    book = openpyxl.load_workbook(io.BytesIO(one("xlsx", handed)), read_only=True)
    rows = {sheet.title: sum(1 for _ in sheet.rows) - 1 for sheet in book.worksheets}
    assert rows == {
        "Entities": len(handed.entities),
        "Relationships": len(handed.relationships),
        "Claims": len(handed.claims),
        "Sources": len(handed.sources),
    }


def test_a_cypher_script_makes_the_same_graph_in_a_real_neo4j(
    handed: Handed, neo4j_store: Any
) -> None:
    edges = [edge for edge in handed.relationships if edge["topic"] == "supply"][:150]
    ends = {edge[end] for edge in edges for end in ("start", "end")}
    handed = handed.only(ends, (edge["eid"] for edge in edges))
    with neo4j_store.driver.session() as session:
        for statement in one("cypher", handed).decode().split(";\n"):
            if statement.strip():
                session.run(statement).consume()
    counts = "MATCH (e:Entity) RETURN count(e) AS n"
    assert neo4j_store.read(counts)[1] == [{"n": len(handed.entities)}]
    found = neo4j_store.read(
        "MATCH (a:Entity)-[r]->(b:Entity) RETURN a.id AS a, b.id AS b, type(r) AS type,"
        " r.eid AS eid, r.claims AS claims ORDER BY eid"
    )[1]
    assert found == sorted(
        (
            {
                "a": edge["start"],
                "b": edge["end"],
                "type": edge["type"],
                "eid": edge["eid"],
                "claims": list(edge["claims"]),
            }
            for edge in handed.relationships
        ),
        key=lambda row: row["eid"],
    )
    cites = "MATCH (:Claim)-[r:CITES]->(:Source) RETURN count(r) AS n"
    assert neo4j_store.read(cites)[1] == [{"n": len(handed.claims)}]


def test_hostile_text_is_text_in_a_real_neo4j(hostile: Handed, neo4j_store: Any) -> None:
    with neo4j_store.driver.session() as session:
        for statement in one("cypher", hostile).decode().split(";\n"):
            if statement.strip():
                session.run(statement).consume()
    assert neo4j_store.read("MATCH (e:Entity) RETURN e.name AS name ORDER BY e.id")[1] == [
        {"name": HOSTILE},
        {"name": HOSTILE},
    ]


def test_hostile_text_stays_in_its_place(hostile: Handed) -> None:
    import networkx
    import openpyxl

    graph = networkx.read_gexf(io.BytesIO(one("gexf", hostile)), version="1.3")
    shown = HOSTILE.replace("\x01", "\N{REPLACEMENT CHARACTER}")
    assert [data["label"] for _, data in graph.nodes(data=True)] == [shown, shown]
    assert graph.number_of_edges() == 2
    rows = list(csv.DictReader(io.StringIO(write("csv", hostile)[".nodes.csv"].decode())))
    assert rows[0]["Label"] == f"'{HOSTILE}"
    assert json.loads(one("kumu", hostile))["elements"][0]["label"] == HOSTILE
    book = openpyxl.load_workbook(io.BytesIO(one("xlsx", hostile)))
    assert {cell.data_type for row in book["Entities"].rows for cell in row} <= {"s", "b", "n"}


def test_a_part_has_only_what_it_rests_on(handed: Handed) -> None:
    edge = next(edge for edge in handed.relationships if edge["type"] == "SUBCONTRACTED_ON")
    part = handed.only([edge["start"], edge["end"]], [edge["eid"]])
    assert eids(part) == [edge["eid"]]
    assert sorted(part.claims) == sorted(edge["claims"])
    assert set(part.sources) == {claim["source"] for claim in part.claims.values()}


def test_names_and_words_come_in_the_language_asked_for(shipped: "OpenGraph") -> None:
    handed = Handed.of(everything(shipped.store), "x", "nl")
    nodes = json.loads(one("kumu", handed))["elements"]
    assert "Federale Politie" in {node["label"] for node in nodes}
