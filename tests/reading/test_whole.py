import json

from kg.reading.whole import everything, to_networkx
from kg.session import OpenGraph
from kg.store.bolt import Store
from tests.reading.samples import ALMOST, MORE, STATEMENTS, VIA, WON


def test_everything_is_there_in_a_fixed_order(small: Store) -> None:
    found = everything(small)
    assert list(found) == ["entities", "relationships", "claims", "sources", "conflicts"]
    for room in ("entities", "claims", "sources"):
        ids = [one["id"] for one in found[room]]
        assert ids == sorted(set(ids))
    eids = [one["eid"] for one in found["relationships"]]
    assert eids == sorted(set(eids))
    assert [one["id"] for one in found["claims"]] == sorted(one.id for one in STATEMENTS)


def test_properties_keep_their_types_and_ours_are_not_shown(small: Store) -> None:
    found = everything(small)
    (orbit,) = [one for one in found["entities"] if one["id"] == "orbit"]
    assert orbit == {
        "aliases": ["Orbit NV"],
        "id": "orbit",
        "kind": "vendor",
        "label": "Company",
        "name": "Orbit",
        "notes": "as written",
    }
    (won,) = [one for one in found["claims"] if one["id"] == WON.id]
    assert (won["value"], won["qualifiers"][0]) == (1250000.5, "currency=EUR")
    assert "case_name" not in json.dumps(found)


def test_a_relationship_has_its_ends_its_type_and_its_evidence(small: Store) -> None:
    (supply,) = [
        one
        for one in everything(small)["relationships"]
        if one["claims"] == [VIA.id] and one["type"] == "SUPPLIES"
    ]
    assert (supply["start"], supply["end"], supply["system"]) == (
        "orbit-gt",
        "be-local",
        "orbit-gis",
    )
    assert supply["cite"] == "Le Soir, para 3"


def test_a_conflict_lists_its_claims(small: Store) -> None:
    (conflict,) = everything(small)["conflicts"]
    assert conflict == {
        "id": "zones",
        "title": "How many zones?",
        "about": "value",
        "kind": "conflict",
        "note": "Nobody counted.",
        "claims": sorted([ALMOST.id, MORE.id]),
    }


def test_networkx_gets_each_relationship_as_an_edge_of_its_own(shipped: OpenGraph) -> None:
    graph = shipped.to_networkx()
    relationships = everything(shipped.store)["relationships"]
    assert graph.is_directed()
    assert graph.is_multigraph()
    assert graph.number_of_edges() == len(relationships)
    assert {key for _, _, key in graph.edges(keys=True)} == {one["eid"] for one in relationships}
    between = graph.get_edge_data("sopra-steria", "ta9")
    assert between is not None
    assert {props["type"] for props in between.values()} >= {"SUBCONTRACTS_TO"}


def test_networkx_keeps_the_evidence_on_every_edge_and_the_name_on_every_node(
    shipped: OpenGraph,
) -> None:
    graph = shipped.to_networkx()
    bare = [
        ends
        for *ends, props in graph.edges(data=True)
        if not (props["claims"] and props["cite"] and props["certainty"])
    ]
    assert bare == []
    assert [node for node, props in graph.nodes(data=True) if not props.get("name")] == []


def test_networkx_has_entities_only(small: Store) -> None:
    graph = to_networkx(small)
    assert set(graph.nodes) == {one["id"] for one in everything(small)["entities"]}
    assert graph.nodes["nobody"]["name"] == "Nobody's tool"
    assert graph.degree("nobody") == 0
