"""JSON-LD, as a JSON-LD processor reads it: no network, and a node for everything."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from pyld import jsonld

from kg.exchange import Handed
from tests.exchange.conftest import Part
from tests.exchange.samples import HOSTILE, hostile, one

KG = "urn:surveillance-kg:"
SCHEMA = "https://schema.org/"


def no_network(url: str, options: object) -> Any:
    raise AssertionError(f"asked for {url}")


def expanded(handed: Handed) -> list[dict[str, Any]]:
    """Every node with full names, as the algorithm of JSON-LD 1.1 gives it."""
    found: list[dict[str, Any]] = jsonld.expand(
        json.loads(one("jsonld", handed)), {"documentLoader": no_network}
    )
    return found


def of_type(nodes: list[dict[str, Any]], type_: str) -> dict[str, dict[str, Any]]:
    return {node["@id"]: node for node in nodes if type_ in node["@type"]}


def value(node: dict[str, Any], key: str) -> Any:
    (held,) = node[key]
    return held.get("@value", held.get("@id"))


@pytest.fixture(scope="module")
def nodes(handed: Handed) -> list[dict[str, Any]]:
    return expanded(handed)


@pytest.fixture
def told(nodes: list[dict[str, Any]]) -> Callable[[str], dict[str, dict[str, Any]]]:
    return lambda type_: of_type(nodes, type_)


def test_there_is_a_node_for_everything(
    handed: Handed, nodes: list[dict[str, Any]], told: Any
) -> None:
    assert len({node["@id"] for node in nodes}) == len(nodes)
    assert len(told(f"{KG}Relationship")) == len(handed.relationships)
    assert len(told(f"{SCHEMA}Claim")) == len(handed.claims)
    assert len(told(f"{SCHEMA}CreativeWork")) == len(handed.sources)
    entities = [node for node in nodes if node["@id"].startswith(f"{KG}entity:")]
    assert len(entities) == len(handed.entities)


def test_relationships_point_at_entities_and_rest_on_claims(handed: Handed, told: Any) -> None:
    found = told(f"{KG}Relationship")
    claims = told(f"{SCHEMA}Claim")
    for edge in handed.relationships:
        node = found[f"{KG}relationship:{edge['eid']}"]
        assert value(node, f"{KG}subject") == f"{KG}entity:{edge['start']}"
        assert value(node, f"{KG}object") == f"{KG}entity:{edge['end']}"
        assert value(node, f"{KG}property:predicate") == edge["type"]
        rests_on = [each["@id"] for each in node[f"{KG}restsOn"]]
        assert rests_on == [f"{KG}claim:{claim}" for claim in edge["claims"]]
        assert set(rests_on) <= set(claims)


def test_claims_say_what_where_and_how_surely(handed: Handed, told: Any) -> None:
    found, sources = told(f"{SCHEMA}Claim"), told(f"{SCHEMA}CreativeWork")
    for id_, claim in handed.claims.items():
        node = found[f"{KG}claim:{id_}"]
        assert value(node, f"{KG}subject") == f"{KG}entity:{claim['subject']}"
        assert value(node, f"{SCHEMA}citation") in sources
        assert value(node, f"{KG}property:certainty") == claim["certainty"]
        if claim.get("locator"):
            assert value(node, f"{KG}property:locator") == claim["locator"]
        if claim.get("says"):
            assert value(node, f"{SCHEMA}text") == claim["says"]


def test_every_property_of_a_relationship_is_kept(handed: Handed, told: Any) -> None:
    found = told(f"{KG}Relationship")
    ours = {"start", "end", "eid", "type", "claims", "walk"}
    for edge in handed.relationships:
        node = found[f"{KG}relationship:{edge['eid']}"]
        for key in set(edge) - ours:
            assert f"{KG}property:{key}" in node, key


def test_every_property_of_a_claim_is_kept(handed: Handed, told: Any) -> None:
    found = told(f"{SCHEMA}Claim")
    ours = {"id", "subject", "object", "source", "says"}
    for id_, claim in handed.claims.items():
        node = found[f"{KG}claim:{id_}"]
        for key in set(claim) - ours:
            assert f"{KG}property:{key}" in node, key


def test_every_property_of_an_entity_and_a_source_is_kept(
    handed: Handed, nodes: list[dict[str, Any]]
) -> None:
    by_id = {node["@id"]: node for node in nodes}
    for entity in handed.entities:
        node = by_id[f"{KG}entity:{entity['id']}"]
        assert value(node, f"{SCHEMA}name") == handed.name(entity)
        held = {each["@value"] for each in node.get(f"{SCHEMA}alternateName", [])}
        assert held == set(entity.get("aliases", []))
        for key in set(entity) - {"id", "name", "aliases", "label", "notes", "names"}:
            assert f"{KG}property:{key}" in node, key
    for id_, source in handed.sources.items():
        node = by_id[f"{KG}source:{id_}"]
        assert value(node, f"{SCHEMA}name") == source["title"]
        for key in set(source) - {"id", "title", "url"}:
            assert f"{KG}property:{key}" in node, key


def test_types_are_ours_and_schema_org_s(told: Any) -> None:
    firms = told(f"{SCHEMA}Corporation")
    assert firms
    assert all(f"{KG}Company" in node["@type"] for node in firms.values())
    assert told(f"{KG}PoliceForce")


def test_it_becomes_triples_and_none_is_lost(part: Part) -> None:
    handed = part("edicia")
    document = json.loads(one("jsonld", handed))
    quads = jsonld.to_rdf(document, {"documentLoader": no_network})["@default"]
    subjects = {quad["subject"]["value"] for quad in quads}
    assert subjects == {node["@id"] for node in expanded(handed)}
    points = {
        quad["object"]["value"] for quad in quads if quad["predicate"]["value"] == f"{KG}restsOn"
    }
    tied = {claim for edge in handed.relationships for claim in edge["claims"]}
    assert points == {f"{KG}claim:{claim}" for claim in tied}


def test_hostile_text_is_a_value(hostile: Handed) -> None:
    nodes = {node["@id"]: node for node in expanded(hostile)}
    assert value(nodes[f"{KG}entity:a"], f"{SCHEMA}name") == HOSTILE
    assert value(nodes[f"{KG}relationship:r1"], f"{KG}property:role") == HOSTILE
    assert value(nodes[f"{KG}source:s1"], f"{SCHEMA}name") == HOSTILE
    assert len(nodes) == 2 + 2 + 3 + 1


@pytest.mark.parametrize("id_", ["a b", "a:b", "../x", "é", "a#b", "<x>", '"', "%41", "@id"])
def test_ids_become_addresses_that_stay_apart(id_: str) -> None:
    from dataclasses import replace

    handed = hostile("x")
    entities = ({**handed.entities[0], "id": id_}, handed.entities[1])
    nodes = expanded(replace(handed, entities=entities))
    named = [node["@id"] for node in nodes if node["@id"].startswith(f"{KG}entity:")]
    assert len(set(named)) == 2
    assert all(set(name).isdisjoint(' <>"#@/') for name in named)
