"""GEXF 1.3, as networkx and graphology read it: every node and edge, its spell and its evidence."""

import io
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import networkx
import pytest

from kg.exchange import Handed
from kg.exchange.xml import legal
from tests.exchange.conftest import Part
from tests.exchange.javascript import graphology
from tests.exchange.samples import HOSTILE, eids, ids, one, split

NS = {"g": "http://gexf.net/1.3", "viz": "http://gexf.net/1.3/viz"}


def by_networkx(handed: Handed) -> Any:
    return networkx.read_gexf(io.BytesIO(one("gexf", handed)), version="1.3")


def by_graphology(javascript: Path, handed: Handed, folder: Path) -> Any:
    file = folder / "graph.gexf"
    file.write_bytes(one("gexf", handed))
    return graphology(javascript, file)


def root(handed: Handed) -> ElementTree.Element:
    return ElementTree.fromstring(one("gexf", handed))


def test_networkx_finds_every_edge_with_its_ends_and_claims(handed: Handed) -> None:
    graph = by_networkx(handed)
    assert isinstance(graph, networkx.MultiDiGraph)
    assert sorted(graph.nodes) == ids(handed)
    found = {data["id"]: (start, end, data) for start, end, data in graph.edges(data=True)}
    assert sorted(found) == eids(handed)
    for edge in handed.relationships:
        start, end, data = found[edge["eid"]]
        assert (start, end) == (edge["start"], edge["end"])
        assert data["relationship"] == edge["type"]
        assert data["certainty"] == edge["certainty"]
        assert split([data["claims"]]) == set(edge["claims"])
        assert data["evidence"]


def test_networkx_finds_every_claim(handed: Handed) -> None:
    graph = by_networkx(handed)
    nodes = [data.get("claims") for _, data in graph.nodes(data=True)]
    edges = [data["claims"] for *_, data in graph.edges(data=True)]
    assert split([*nodes, *edges]) == set(handed.claims)


def test_graphology_finds_the_same(handed: Handed, javascript: Path, tmp_path: Path) -> None:
    found = by_graphology(javascript, handed, tmp_path)
    assert found["type"] == "directed"
    assert sorted(id_ for id_, _ in found["nodes"]) == ids(handed)
    by_id = {edge["eid"]: edge for edge in handed.relationships}
    assert sorted(id_ for id_, *_ in found["edges"]) == sorted(by_id)
    for id_, start, end, held in found["edges"]:
        edge = by_id[id_]
        assert (start, end) == (edge["start"], edge["end"])
        assert held["kind"] == held["relationship"] == edge["type"]
        assert held["label"] == handed.words(edge)
        assert split([held["claims"]]) == set(edge["claims"])
    nodes = [held.get("claims") for _, held in found["nodes"]]
    assert split([*nodes, *(held["claims"] for *_, held in found["edges"])]) == set(handed.claims)


def test_graphology_shows_names_and_colours(
    handed: Handed, javascript: Path, tmp_path: Path
) -> None:
    found = dict(by_graphology(javascript, handed, tmp_path)["nodes"])
    for entity in handed.entities:
        held = found[entity["id"]]
        assert held["label"] == handed.name(entity)
        assert held["entity_type"] == entity["label"]
        assert held["color"].startswith("rgb(")


def test_values_keep_their_types(handed: Handed) -> None:
    graph = by_networkx(handed)
    found = {data["id"]: data for *_, data in graph.edges(data=True)}
    for edge in handed.relationships:
        data = found[edge["eid"]]
        for key in ("value", "n_sources", "former", "conflict", "derived"):
            assert data.get(key) == edge.get(key)
    assert any("value" in data for data in found.values())
    assert any(data.get("conflict") is True for data in found.values())


def test_the_dates_of_an_edge_are_its_spell(handed: Handed) -> None:
    found = {edge.get("id"): edge for edge in root(handed).iterfind(".//g:edge", NS)}
    spelled = 0
    for edge in handed.relationships:
        start, end = edge.get("since_lo", ""), edge.get("until_hi", "")
        written = found[edge["eid"]]
        if start and end and start > end:
            assert "start" not in written.attrib
            continue
        assert written.get("start", "") == start
        assert written.get("end", "") == end
        spelled += bool(start or end)
    assert spelled > 100


def test_a_spell_that_ends_before_it_begins_is_left_out() -> None:
    from dataclasses import replace

    from tests.exchange.samples import hostile

    handed = hostile()
    edges = tuple({**edge, "until_hi": "2018-12-31"} for edge in handed.relationships)
    graph = root(replace(handed, relationships=edges))
    for edge in graph.iterfind(".//g:edge", NS):
        assert not {"start", "end"} & set(edge.attrib)
    assert graph.find(".//g:attvalue[@for='since_lo']", NS) is not None


def test_the_head_says_1_3_dynamic_and_no_day(handed: Handed) -> None:
    head = root(handed)
    graph = head.find("g:graph", NS)
    assert head.get("version") == "1.3"
    assert graph is not None
    assert (graph.get("mode"), graph.get("defaultedgetype")) == ("dynamic", "directed")
    assert graph.get("timeformat") == "date"
    assert "lastmodifieddate" not in one("gexf", handed)[:500].decode()


def test_no_attribute_is_called_as_what_tools_have_themselves(handed: Handed) -> None:
    taken = {"id", "label", "source", "target", "kind", "type", "weight"}
    titles = {each.get("title") for each in root(handed).iterfind(".//g:attribute", NS)}
    assert titles.isdisjoint(taken - {"kind"})
    edges = root(handed).iterfind(".//g:attributes[@class='edge']/g:attribute", NS)
    assert "kind" not in {each.get("title") for each in edges}


def test_every_value_has_a_declared_attribute(handed: Handed) -> None:
    graph = root(handed)
    for kind, element in (("node", "node"), ("edge", "edge")):
        known = graph.iterfind(f".//g:attributes[@class='{kind}']/g:attribute", NS)
        declared = {each.get("id") for each in known}
        used = {each.get("for") for each in graph.iterfind(f".//g:{element}//g:attvalue", NS)}
        assert used
        assert used <= declared


def test_hostile_text_is_text_for_both(hostile: Handed, javascript: Path, tmp_path: Path) -> None:
    shown = legal(HOSTILE)
    graph = by_networkx(hostile)
    assert graph.number_of_edges() == 2
    names = [data["label"] for _, data in graph.nodes(data=True)]
    assert [name.split() for name in names] == [shown.split()] * 2
    found = by_graphology(javascript, hostile, tmp_path)
    assert len(found["edges"]) == 2
    assert [held["label"].split() for _, held in found["nodes"]] == [shown.split()] * 2
    for *_, held in found["edges"]:
        assert held["role"].split() == shown.split()


@pytest.mark.parametrize("view", ["belgium", "forces-and-techniques", "ends-and-bans"])
def test_a_view_is_read_whole(part: Part, javascript: Path, tmp_path: Path, view: str) -> None:
    handed = part(view)
    found = by_graphology(javascript, handed, tmp_path)
    assert sorted(id_ for id_, _ in found["nodes"]) == ids(handed)
    assert sorted(id_ for id_, *_ in found["edges"]) == eids(handed)
    cells = [held.get("claims") for *_, held in (*found["nodes"], *found["edges"])]
    assert split(cells) == set(handed.claims)
