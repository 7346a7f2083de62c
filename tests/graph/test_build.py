"""The whole graph, as a store gets it: compared with the rows of data/, field by field."""

import csv
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from kg import resources
from kg.case import Case
from kg.dossier import Dossier, gather
from kg.facts.noted import COLUMNS as CONFLICT_COLUMNS
from kg.facts.rows import statements as read_statements
from kg.graph.build import Built, build_graph
from kg.graph.model import Edge, Graph, Node
from kg.schema import certainties, edge_properties, node_properties, qualifiers
from kg.tables import Problem
from tests.cases import claim, judged, made, source

DATA = resources.folder("data")


@pytest.fixture(scope="module")
def dossier(tmp_path_factory: pytest.TempPathFactory) -> Dossier:
    return gather(Case(tmp_path_factory.mktemp("nothing-own")))


@pytest.fixture(scope="module")
def built(dossier: Dossier) -> Built:
    return build_graph(dossier)


@pytest.fixture(scope="module")
def graph(built: Built) -> Graph:
    return built.graph


def facts_of(graph: Graph) -> list[Edge]:
    return [edge for edge in graph.edges if "eid" in edge.props]


def stated(graph: Graph) -> list[Edge]:
    return [edge for edge in facts_of(graph) if not edge.props.get("derived")]


def the(graph: Graph, type_: str, start: str, end: str, **apart: str) -> dict[str, Any]:
    """The properties of the one relationship of this kind."""
    (found,) = [
        edge.props
        for edge in graph.edges
        if (edge.type, edge.start[1], edge.end[1]) == (type_, start, end)
        and all(edge.props.get(key) == value for key, value in apart.items())
        and ("place" in edge.props) == ("place" in apart)
    ]
    return dict(found)


# Nothing of a row is lost


@pytest.mark.parametrize(("file", "rows"), [("report.csv", 968), ("press.csv", 1985)])
def test_every_cell_of_every_claim_is_in_its_node(graph: Graph, file: str, rows: int) -> None:
    path = DATA / "claims" / file
    with path.open(encoding="utf-8", newline="") as lines:
        cells = list(csv.DictReader(lines))
    read = [one for one in read_statements(path) if not isinstance(one, Problem)]
    nodes = {node.ref[1]: node.props for node in graph.space("Claim")}
    assert len(cells) == len(read) == rows
    lost = [
        row for row, said in zip(cells, read, strict=True) if _row(nodes[said.id]) != _tidy(row)
    ]
    assert lost == []


def _tidy(row: dict[str, str]) -> dict[str, str]:
    pairs = sorted(part.strip() for part in row["qualifiers"].split(";"))
    return {**row, "qualifiers": ";".join(pairs)}


def _row(props: dict[str, Any]) -> dict[str, str]:
    """A row of claims.csv, written back from a node."""
    plain = ("subject", "predicate", "object", "text", "source", "locator", "certainty")
    row = {column: str(props.get(column, "")) for column in (*plain, "said_by", "says")}
    return {**row, "qualifiers": ";".join(props.get("qualifiers", []))}


def test_every_qualifier_is_a_property_under_its_own_name(graph: Graph) -> None:
    types = {key: one.type for key, one in qualifiers().items()}
    for node in graph.space("Claim"):
        for pair in node.props.get("qualifiers", []):  # type: ignore[union-attr]
            key, _, value = pair.partition("=")
            stored: dict[str, object] = {
                "entity": value.split("|"),
                "number": float(value) if types[key] == "number" else None,
            }
            assert node.props[key] == stored.get(types[key], value)


def test_every_tie_between_names_is_a_claim_too(dossier: Dossier, graph: Graph) -> None:
    ties = [pair for pair in dossier.judgements if pair.verdict in ("related", "unsure")]
    editors = [node for node in graph.space("Claim") if node.props["source"] == "judgements"]
    assert len(editors) == len(ties) == 186 + 43
    assert len(graph.space("Claim")) == 968 + 1985 + len(ties)


@pytest.mark.parametrize(
    ("space", "file", "column"),
    [("Entity", "entities.csv", "id"), ("Source", "sources.csv", "source_id")],
)
def test_every_entity_and_source_is_there(graph: Graph, space: str, file: str, column: str) -> None:
    with (DATA / file).open(encoding="utf-8", newline="") as lines:
        ids = {row[column] for row in csv.DictReader(lines)}
    assert {node.ref[1] for node in graph.space(space)} - {"judgements"} == ids


# The graph fits together


def test_ids_are_unique_in_their_space(graph: Graph) -> None:
    refs = Counter(node.ref for node in graph.nodes)
    assert [ref for ref, count in refs.items() if count > 1] == []
    assert [node for node in graph.nodes if node.props["id"] != node.ref[1]] == []


def test_eids_are_unique(graph: Graph) -> None:
    eids = Counter(str(edge.props["eid"]) for edge in facts_of(graph))
    assert [eid for eid, count in eids.items() if count > 1] == []


def test_every_edge_ends_at_nodes_that_exist(graph: Graph) -> None:
    refs = {node.ref for node in graph.nodes}
    assert [edge for edge in graph.edges if not {edge.start, edge.end} <= refs] == []


def test_nothing_is_written_that_is_empty(graph: Graph) -> None:
    things: list[Node | Edge] = [*graph.nodes, *graph.edges]
    assert [one for one in things if any(v in ("", [], None) for v in one.props.values())] == []


def test_every_property_is_in_the_schema(graph: Graph) -> None:
    on_nodes = {
        (label, key) for node in graph.nodes for key in node.props for label in [_label(node)]
    }
    assert {pair for pair in on_nodes if pair[1] not in node_properties(pair[0])} == set()
    on_edges = {(edge.type, key) for edge in graph.edges for key in edge.props}
    assert {pair for pair in on_edges if pair[1] not in edge_properties(pair[0])} == set()


def _label(node: Node) -> str:
    return str(node.props.get("label", node.labels[0]))


def test_every_stated_relationship_has_claims_that_say_it_and_a_place_to_look(
    graph: Graph,
) -> None:
    claims = {node.ref[1]: node.props for node in graph.space("Claim")}
    for edge in stated(graph):
        said = [claims[id_] for id_ in edge.props["claims"]]  # type: ignore[union-attr]
        assert said
        assert edge.props["cite"]
        for one in said:
            ends = (one["subject"], one["predicate"], one["object"])
            assert ends == (edge.start[1], edge.type, edge.end[1])


def test_every_claim_on_two_entities_is_in_a_relationship(graph: Graph) -> None:
    told = {claim for edge in stated(graph) for claim in edge.props["claims"]}  # type: ignore[union-attr]
    both = {node.ref[1] for node in graph.space("Claim") if "object" in node.props}
    assert told == both


def test_every_derived_relationship_rests_on_stated_ones_and_is_no_surer(graph: Graph) -> None:
    below = {edge.props["eid"]: edge for edge in stated(graph)}
    order = certainties()
    derived = [edge for edge in facts_of(graph) if edge.props.get("derived")]
    assert len(derived) > 150
    for edge in derived:
        rests_on = [below[eid] for eid in edge.props["rests_on"]]  # type: ignore[union-attr]
        weakest = max(order.index(str(one.props["certainty"])) for one in rests_on)
        assert order.index(str(edge.props["certainty"])) >= weakest
        claims = {id_ for one in rests_on for id_ in one.props["claims"]}  # type: ignore[union-attr]
        assert set(edge.props["claims"]) <= claims  # type: ignore[arg-type]
        assert edge.props["cite"]


def test_spans_are_bounds_of_what_is_written(graph: Graph) -> None:
    for edge in stated(graph):
        props = edge.props
        assert str(props.get("since_lo", "")).startswith(str(props.get("since", "")))
        assert str(props.get("until_hi", "")).startswith(str(props.get("until", "")))


def test_each_word_that_tells_facts_apart_is_one_id(graph: Graph) -> None:
    entities = {node.ref[1] for node in graph.space("Entity")}
    for edge in stated(graph):
        named = {
            str(edge.props[key])
            for key in ("place", "system", "contract", "product")
            if key in edge.props
        }
        assert named <= entities


def test_contested_claims_mark_their_relationships(built: Built) -> None:
    contested = {
        claim
        for conflict in built.conflicts
        if conflict.kind == "conflict"
        for claim in conflict.claims
    }
    for edge in stated(built.graph):
        marked = bool(contested & set(edge.props["claims"]))  # type: ignore[arg-type]
        assert edge.props.get("conflict", False) is marked


def test_each_side_of_a_conflict_is_tied_to_the_other(built: Built) -> None:
    pairs = {
        (edge.props["id"], edge.start[1], edge.end[1])
        for edge in built.graph.edges
        if edge.type == "CONFLICTS_WITH"
    }
    for conflict in built.conflicts:
        sides = [side for id_, *side in pairs if id_ == conflict.id]
        assert {claim for side in sides for claim in side} == set(conflict.claims)
        assert len(sides) == len(conflict.claims) * (len(conflict.claims) - 1) // 2


# Facts of the set that a reader would look up


def test_i_police_is_in_use_by_the_report_and_its_contract_ended_by_the_press(
    graph: Graph,
) -> None:
    assert the(graph, "USES", "belgian-federal-police", "i-police")["status"] == "active"
    ended = the(graph, "ENDED", "bernard-quintin", "i-police-contract")
    assert "2025-12" in str(ended["date"])
    assert ended["conflict"] is True


@pytest.mark.parametrize("tool", ["predvol", "paved"])
def test_tools_of_the_gendarmerie_are_ended(graph: Graph, tool: str) -> None:
    assert the(graph, "USES", "gendarmerie-nationale", tool)["status"] == "ended"


def test_paved_was_a_trial_then_suspended_then_ended(graph: Graph) -> None:
    found = the(graph, "USES", "gendarmerie-nationale", "paved")
    assert found["statuses"] == ["pilot", "suspended", "ended"]
    assert found["since_lo"] == "2018-01-01"


def test_veripol_ended_and_its_end_is_contested(graph: Graph) -> None:
    found = the(graph, "USES", "spanish-national-police", "veripol")
    assert (found["status"], found["until"], found["conflict"]) == ("ended", "2024-10-21", True)
    assert (found["since"], found["until_hi"]) == ("2017", "2024-10-21")


def test_sopra_steria_subcontracts_to_ta9_on_i_police(graph: Graph) -> None:
    found = the(graph, "SUBCONTRACTS_TO", "sopra-steria", "ta9")
    assert (found["contract"], found["derived"]) == ("i-police-contract", True)
    assert "p. 42" in found["cite"]


def test_no_client_rests_on_a_mere_plan(graph: Graph) -> None:
    plans = {
        edge.props["eid"] for edge in stated(graph) if edge.props.get("statuses") == ["planned"]
    }
    clients = [edge for edge in graph.edges if edge.type == "CLIENT_OF"]
    assert len(plans) > 10
    assert [edge for edge in clients if plans & set(edge.props["rests_on"])] == []  # type: ignore[arg-type]


# Merged entities


def test_a_merge_moves_every_edge_and_keeps_every_claim(tmp_path: Path, graph: Graph) -> None:
    case = made(
        tmp_path,
        sources=[source()],
        claims=[
            claim(
                "orbit-gt SUPPLIES belgian-local-police",
                said_by="orbit-gt",
                qualifiers="via=orbit-gt|ta9",
            )
        ],
        same_or_not=[judged("orbit", "same", "orbit-gt")],
    )
    merged = build_graph(gather(case)).graph
    refs = {node.ref for node in merged.nodes}
    assert ("Entity", "orbit-gt") not in refs
    assert {ref for edge in merged.edges for ref in (edge.start, edge.end)} <= refs
    before = {node.ref[1] for node in graph.space("Claim")}
    gone = before - {node.ref[1] for node in merged.space("Claim")}
    assert len(gone) == 1
    (orbit,) = [node.props for node in merged.nodes if node.ref == ("Entity", "orbit")]
    assert orbit["redirects"] == ["orbit-gt"]
    (own,) = [node.props for node in merged.space("Claim") if node.props["source"] == "my-notes"]
    assert (own["subject"], own["said_by"], own["via"]) == ("orbit", "orbit", ["orbit", "ta9"])


def test_an_own_conflict_stands_beside_the_shipped_ones(tmp_path: Path, built: Built) -> None:
    noted = dict.fromkeys(CONFLICT_COLUMNS, "") | {
        "id": "my-conflict",
        "kind": "conflict",
        "title": "Who owns TA9?",
        "about": "identity",
        "subject": "orbit|rayzone",
        "predicate": "OWNS",
        "object": "ta9",
        "note": "Two registers differ.",
    }
    case = made(
        tmp_path,
        sources=[source()],
        claims=[claim("orbit OWNS ta9"), claim("rayzone OWNS ta9")],
        conflicts=[noted],
    )
    own = build_graph(gather(case))
    assert len(own.conflicts) == len(built.conflicts) + 1
    (found,) = [edge for edge in own.graph.edges if edge.props.get("id") == "my-conflict"]
    assert found.props["title"] == "Who owns TA9?"
    assert the(own.graph, "OWNS", "orbit", "ta9")["conflict"] is True
