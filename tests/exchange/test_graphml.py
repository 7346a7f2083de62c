"""GraphML, as networkx reads it: parallel edges by id, names as labels, every claim."""

import io
from typing import Any

import networkx
import pytest

from kg.exchange import Handed
from kg.exchange.xml import legal
from tests.exchange.conftest import Part
from tests.exchange.samples import HOSTILE, ids, one, split


def read(handed: Handed) -> Any:
    return networkx.read_graphml(io.BytesIO(one("graphml", handed)), force_multigraph=True)


def test_every_parallel_edge_is_there_with_its_ends(handed: Handed) -> None:
    graph = read(handed)
    assert isinstance(graph, networkx.MultiDiGraph)
    assert sorted(graph.nodes) == ids(handed)
    found = {key: (start, end) for start, end, key in graph.edges(keys=True)}
    assert found == {edge["eid"]: (edge["start"], edge["end"]) for edge in handed.relationships}
    pairs = [(start, end) for start, end, _ in graph.edges(keys=True)]
    assert len(set(pairs)) < len(pairs)


def test_edges_keep_dates_certainty_and_evidence(handed: Handed) -> None:
    graph = read(handed)
    found = {key: data for *_, key, data in graph.edges(keys=True, data=True)}
    for edge in handed.relationships:
        data = found[edge["eid"]]
        assert data["relationship"] == edge["type"]
        assert data["label"] == data["words"] == handed.words(edge)
        for key in ("certainty", "since", "until", "since_lo", "until_hi", "value", "derived"):
            assert data.get(key) == edge.get(key)
        assert data["evidence"] == " | ".join(handed.evidence(edge["claims"]))


def test_nodes_are_labelled_with_their_names(handed: Handed) -> None:
    found = dict(read(handed).nodes(data=True))
    for entity in handed.entities:
        assert found[entity["id"]]["label"] == handed.name(entity)
        assert found[entity["id"]]["entity_type"] == entity["label"]


@pytest.mark.parametrize("view", ["", "spain", "contracts-by-value", "owners"])
def test_every_claim_is_there(handed: Handed, part: Part, view: str) -> None:
    found = part(view) if view else handed
    graph = read(found)
    held = [data for _, data in graph.nodes(data=True)]
    held += [data for *_, data in graph.edges(data=True)]
    assert split(data.get("claims") for data in held) == set(found.claims)


def test_hostile_text_is_text(hostile: Handed) -> None:
    graph = read(hostile)
    assert graph.number_of_edges() == 2
    for _, data in graph.nodes(data=True):
        assert data["label"].split() == legal(HOSTILE).split()
    for *_, data in graph.edges(data=True):
        assert data["role"].split() == legal(HOSTILE).split()
        assert data["value"] == 1.5


@pytest.mark.parametrize("char", ["\x00", "\x0b", "\x1f", "\ufffe", "\ud800"])
def test_what_xml_forbids_is_shown_as_lost(char: str) -> None:
    assert legal(f"a{char}b") == "a\N{REPLACEMENT CHARACTER}b"


@pytest.mark.parametrize("char", ["\t", "\n", "\u202e", "\U0001f575", "é", "<", "&", "]"])
def test_what_xml_allows_stays(char: str) -> None:
    assert legal(char) == char
