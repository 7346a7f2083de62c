"""A Cypher script, as a real Neo4j runs it: the graph that comes out is the one that went in."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from operator import itemgetter
from typing import TYPE_CHECKING, Any

import pytest

from kg.exchange import Handed
from kg.exchange.cypher import _literal
from kg.reading.whole import everything
from kg.session import OpenGraph
from kg.store.bolt import connect
from tests.exchange.conftest import Part
from tests.exchange.samples import HOSTILE, one
from tests.store.samples import empty

if TYPE_CHECKING:
    from kg.store.bolt import Store

VIEW = "briefcam-courts"
"""A view with contradictions; the whole graph takes Neo4j a minute of reading literals."""
INVOLVED = """
MATCH (c:Claim)-[r:INVOLVES]->(e:Entity)
WHERE c.id IN $claims AND e.id IN $entities
RETURN c.id AS claim, r.as AS how, e.id AS entity
ORDER BY claim, how, entity
"""
TIED = """
MATCH (c:Claim)-[r:SUBJECT|OBJECT]->(e:Entity)
WHERE c.id IN $claims AND e.id IN $entities
RETURN c.id AS claim, type(r) AS how, e.id AS entity
ORDER BY claim, how, entity
"""
CITED = """
MATCH (c:Claim)-[r:CITES]->(s:Source)
WHERE c.id IN $claims
RETURN c.id AS claim, r.locator AS locator, s.id AS source
ORDER BY claim
"""
AGAINST = """
MATCH (a:Claim)-[r:CONFLICTS_WITH]-(b:Claim)
WHERE a.id IN $claims AND b.id IN $claims AND a.id < b.id
RETURN a.id AS a, b.id AS b, r.id AS id, r.title AS title, r.kind AS kind, r.note AS note
ORDER BY a, b, id
"""
LABELS = (
    "MATCH (e:Entity) WHERE e.id IN $entities RETURN e.id AS id, labels(e) AS labels ORDER BY id"
)


def run(store: Any, handed: Handed) -> None:
    """Run every statement, as the Browser does with a script."""
    with store.driver.session() as session:
        for statement in one("cypher", handed).decode().split(";\n"):
            if statement.strip():
                session.run(statement).consume()


@pytest.fixture(scope="module")
def scripted(neo4j_uri: str, part: Part) -> "Iterator[Store]":
    """A Neo4j that holds what the script of a view makes."""
    with connect(neo4j_uri) as store:
        empty(store)
        run(store, part(VIEW))
        yield store
        empty(store)


def test_everything_is_there_to_the_last_property(scripted: "Store", part: Part) -> None:
    found, handed = everything(scripted), part(VIEW)
    assert found["entities"] == sorted(handed.entities, key=itemgetter("id"))
    assert found["relationships"] == sorted(handed.relationships, key=itemgetter("eid"))
    assert found["claims"] == sorted(handed.claims.values(), key=itemgetter("id"))
    assert found["sources"] == sorted(handed.sources.values(), key=itemgetter("id"))
    assert {each["id"]: set(each["claims"]) for each in found["conflicts"]} == {
        each["id"]: set(each["claims"]) for each in handed.conflicts
    }


@pytest.mark.parametrize("question", [INVOLVED, TIED, CITED, AGAINST])
def test_evidence_is_tied_as_in_the_graph_itself(
    scripted: "Store", shipped: OpenGraph, part: Part, question: str
) -> None:
    handed = part(VIEW)
    asked = {"claims": list(handed.claims), "entities": [each["id"] for each in handed.entities]}
    found = scripted.read(question, asked)
    assert found == shipped.store.read(question, asked)
    assert found[1]


def test_entities_have_the_labels_of_their_kind_and_those_above(
    scripted: "Store", shipped: OpenGraph, part: Part
) -> None:
    asked = {"entities": [each["id"] for each in part(VIEW).entities]}

    def told(store: Any) -> Mapping[str, set[str]]:
        return {row["id"]: set(row["labels"]) for row in store.read(LABELS, asked)[1]}

    assert told(scripted) == told(shipped.store)


def test_what_was_scripted_is_opened_and_asked_as_any_graph(
    scripted: "Store", shipped: OpenGraph
) -> None:
    there = OpenGraph(shipped.case, scripted)
    assert there.conflicts()
    assert there.query("conflicts").rows
    assert there.search("briefcam")


def test_rows_that_are_drawn_as_lines_come_as_relationships(neo4j_store: Any, part: Part) -> None:
    handed = part("forces-and-techniques")
    drawn = handed.relationships[:9]
    run(neo4j_store, replace(handed, relationships=drawn, claims={}, sources={}))
    counts = "MATCH (:Entity)-[r:USES {derived: true}]->(:Entity) RETURN count(r) AS n"
    assert neo4j_store.read(counts)[1] == [{"n": len(drawn)}]


def test_hostile_text_is_text(neo4j_store: Any, hostile: Handed) -> None:
    run(neo4j_store, hostile)
    found = everything(neo4j_store)
    assert [entity["name"] for entity in found["entities"]] == [HOSTILE, HOSTILE]
    assert [edge["role"] for edge in found["relationships"]] == [HOSTILE, HOSTILE]
    assert {claim["says"] for claim in found["claims"]} == {HOSTILE}
    assert [source["title"] for source in found["sources"]] == [HOSTILE]
    assert [conflict["note"] for conflict in found["conflicts"]] == [HOSTILE]


@pytest.mark.parametrize(
    ("value", "literal"),
    [
        (True, "true"),
        (False, "false"),
        (0, "0"),
        (1.5, "1.5"),
        (1e21, "1e+21"),
        ("it's", "'it\\'s'"),
        ("\\u0041", "'\\\\u0041'"),
        ("a\nb\tc\r", "'a\\nb\\tc\\r'"),
        ([], "[]"),
        (["a", 1], "['a', 1]"),
        ({"k": ["v"]}, "{`k`: ['v']}"),
    ],
)
def test_values_are_literals(value: object, literal: str) -> None:
    assert _literal(value) == literal


@pytest.mark.parametrize(
    "value",
    ["\\u0027", "\\", "'", "\\'", "''", "`", "${x}", "$x", "\u2028", "\x00", "\U0001f575", "\r\n"],
)
def test_neo4j_reads_a_text_back_as_it_was(neo4j_uri: str, value: str) -> None:
    with connect(neo4j_uri) as store:
        assert store.read(f"RETURN {_literal(value)} AS value")[1] == [{"value": value}]
