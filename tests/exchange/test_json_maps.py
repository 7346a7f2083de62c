"""Kumu's blueprints and Oligrapher's maps, by what their makers document or read."""

import json
from collections import defaultdict
from itertools import combinations
from typing import Any

import pytest

from kg.exchange import Handed
from kg.exchange.graph import DOUBTS
from tests.exchange.conftest import Part
from tests.exchange.samples import HOSTILE, eids, ids, one, split

VIEWS = ["", "belgium", "forces-and-techniques", "ends-and-bans"]


def kumu(handed: Handed) -> Any:
    return json.loads(one("kumu", handed))


def oligrapher(handed: Handed) -> Any:
    return json.loads(one("oligrapher", handed))["graph"]


@pytest.fixture(params=VIEWS, ids=lambda view: view or "whole")
def found(request: pytest.FixtureRequest, handed: Handed, part: Part) -> Handed:
    return part(request.param) if request.param else handed


# Kumu (docs.kumu.io, "JSON / Blueprints"): elements have a label, connections from and to; ids are
# unique across both and tie them; direction is directed, undirected or mutual.


def test_kumu_ties_connections_by_id(found: Handed) -> None:
    blueprint = kumu(found)
    assert sorted(blueprint) == ["connections", "elements"]
    assert sorted(element["id"] for element in blueprint["elements"]) == ids(found)
    assert sorted(each["id"] for each in blueprint["connections"]) == eids(found)
    ends = {edge["eid"]: (edge["start"], edge["end"]) for edge in found.relationships}
    for connection in blueprint["connections"]:
        assert (connection["from"], connection["to"]) == ends[connection["id"]]
        assert connection["direction"] == "directed"


def test_kumu_s_ids_are_unique_across_elements_and_connections(found: Handed) -> None:
    blueprint = kumu(found)
    all_ids = [each["id"] for each in (*blueprint["elements"], *blueprint["connections"])]
    assert len(set(all_ids)) == len(all_ids)


def test_kumu_s_fields_have_the_types_that_it_reads(found: Handed) -> None:
    blueprint = kumu(found)
    for each in (*blueprint["elements"], *blueprint["connections"]):
        assert isinstance(each["type"], str)
        assert isinstance(each["description"], str)
        assert isinstance(each.get("tags", []), list)
    for element in blueprint["elements"]:
        assert element["label"]


def test_kumu_gets_every_claim_and_its_evidence(found: Handed) -> None:
    blueprint = kumu(found)
    own = {claim for element in blueprint["elements"] for claim in element.get("claims", [])}
    tied = split((each["claims"] for each in blueprint["connections"]), "; ")
    assert own | tied == set(found.claims)
    for connection in blueprint["connections"]:
        lines = connection["description"].split("\n")
        assert len(lines) >= len(split([connection["claims"]], "; "))


def test_kumu_keeps_dates_certainty_and_type(found: Handed) -> None:
    by_id = {connection["id"]: connection for connection in kumu(found)["connections"]}
    for edge in found.relationships:
        connection = by_id[edge["eid"]]
        assert connection["relationship"] == edge["type"]
        assert connection["type"] == found.words(edge)
        for key in ("certainty", "since", "until", "since_lo", "until_hi", "value"):
            assert connection.get(key) == edge.get(key)


def test_kumu_gets_hostile_text_as_it_is(hostile: Handed) -> None:
    blueprint = kumu(hostile)
    assert [element["label"] for element in blueprint["elements"]] == [HOSTILE, HOSTILE]
    assert {each["role"] for each in blueprint["connections"]} == {HOSTILE}
    assert len(blueprint["connections"]) == 2


# Oligrapher (app/graph/node.ts, edge.ts, graph.ts): a node lists its edges; an edge has text ids,
# a label, an arrow "1->2" and the places of its ends; a control point bends those of one pair apart


def test_oligrapher_points_from_the_first_to_the_second(found: Handed) -> None:
    graph = oligrapher(found)
    assert sorted(graph) == ["captions", "edges", "nodes"]
    assert sorted(graph["nodes"]) == ids(found)
    assert sorted(graph["edges"]) == eids(found)
    for edge in found.relationships:
        held = graph["edges"][edge["eid"]]
        assert (held["node1_id"], held["node2_id"]) == (edge["start"], edge["end"])
        assert held["arrow"] == "1->2"
        assert held["dash"] is (edge["certainty"] in DOUBTS)


def test_oligrapher_s_required_fields_have_their_types(found: Handed) -> None:
    graph = oligrapher(found)
    for id_, node in graph["nodes"].items():
        assert node["id"] == id_
        for key in ("name", "description", "color", "status"):
            assert isinstance(node[key], str)
        for key in ("x", "y", "scale"):
            assert isinstance(node[key], int | float)
    for id_, edge in graph["edges"].items():
        assert edge["id"] == id_
        for key in ("node1_id", "node2_id", "label", "arrow", "status"):
            assert isinstance(edge[key], str)
        for key in ("x1", "y1", "x2", "y2", "s1", "s2", "scale"):
            assert isinstance(edge[key], int | float)
        assert edge["url"] is None or edge["url"].startswith("http")


def test_nodes_list_their_edges_and_edges_repeat_their_places(found: Handed) -> None:
    graph = oligrapher(found)
    touching: defaultdict[str, list[str]] = defaultdict(list)
    for id_, edge in graph["edges"].items():
        start, end = graph["nodes"][edge["node1_id"]], graph["nodes"][edge["node2_id"]]
        assert (edge["x1"], edge["y1"]) == (start["x"], start["y"])
        assert (edge["x2"], edge["y2"]) == (end["x"], end["y"])
        touching[edge["node1_id"]].append(id_)
        touching[edge["node2_id"]].append(id_)
    for id_, node in graph["nodes"].items():
        assert sorted(node["edgeIds"]) == sorted(touching[id_])


def test_no_two_nodes_stand_in_one_place(found: Handed) -> None:
    nodes = oligrapher(found)["nodes"].values()
    assert len({(node["x"], node["y"]) for node in nodes}) == len(found.entities)


def test_edges_of_one_pair_are_bent_apart(handed: Handed) -> None:
    edges = oligrapher(handed)["edges"].values()
    pairs: defaultdict[frozenset[str], list[dict[str, Any]]] = defaultdict(list)
    for edge in edges:
        pairs[frozenset((edge["node1_id"], edge["node2_id"]))].append(edge)
    several = [found for found in pairs.values() if len(found) > 1]
    assert several
    for found in several:
        for one_edge, other in combinations(found, 2):
            assert (one_edge["cx"], one_edge["cy"]) != (other["cx"], other["cy"])
    assert all("cx" not in found[0] for found in pairs.values() if len(found) == 1)


def test_oligrapher_gets_every_claim_and_its_evidence(found: Handed) -> None:
    graph = oligrapher(found)
    held = [*graph["nodes"].values(), *graph["edges"].values()]
    assert {claim for each in held for claim in each.get("claims", [])} == set(found.claims)
    for each in held:
        assert len(each.get("evidence", [])) == len(each.get("claims", []))


def test_oligrapher_keeps_dates_and_certainty(found: Handed) -> None:
    edges = oligrapher(found)["edges"]
    for edge in found.relationships:
        held = edges[edge["eid"]]
        assert held["certainty"] == edge["certainty"]
        assert held["since"] == edge.get("since")
        assert held["until"] == edge.get("until")


def test_oligrapher_gets_hostile_text_as_it_is(hostile: Handed) -> None:
    graph = oligrapher(hostile)
    assert {node["name"] for node in graph["nodes"].values()} == {HOSTILE}
    assert sorted(graph["edges"]) == ["r1", "r2"]
    assert json.loads(one("oligrapher", hostile))["title"] == HOSTILE
