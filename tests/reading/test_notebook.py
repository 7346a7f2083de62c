import re

import networkx
import pytest

from kg.reading.notebook import to_pyvis

_LOADS = re.compile(r"<(?:link|script|img|iframe)\b[^>]*(?:href|src)=\"(?!data:)([^\"]+)\"")


@pytest.fixture
def graph() -> "networkx.MultiDiGraph[str]":
    found: networkx.MultiDiGraph[str] = networkx.MultiDiGraph()
    found.add_node("firm", name="Firm <b>", name_nl="Bedrijf", label="Company")
    found.add_node("force", name="Force", label="PoliceForce")
    found.add_node("law", name="Law", label="Law")
    for eid, type_, certainty in (("r1", "SUPPLIES", "stated"), ("r2", "PARTNER_OF", "alleged")):
        found.add_edge(
            "firm", "force", key=eid, type=type_, certainty=certainty, cite="Paper, p. 2"
        )
    return found


def test_the_page_loads_nothing_from_outside(graph: "networkx.MultiDiGraph[str]") -> None:
    page = re.sub("<!--.*?-->", "", to_pyvis(graph).generate_html(notebook=False), flags=re.DOTALL)
    assert _LOADS.findall(page) == []
    assert "new vis.Network(" in page


def test_every_relationship_is_an_edge_of_its_own(graph: "networkx.MultiDiGraph[str]") -> None:
    edges = to_pyvis(graph).edges
    assert [(edge["from"], edge["to"], edge["arrows"]) for edge in edges] == [
        ("firm", "force", "to"),
        ("firm", "force", "to"),
    ]
    assert [edge["title"] for edge in edges] == [
        "supplies [stated] Paper, p. 2",
        "is a partner of [alleged] Paper, p. 2",
    ]


def test_what_is_not_sure_is_dashed(graph: "networkx.MultiDiGraph[str]") -> None:
    assert [edge["dashes"] for edge in to_pyvis(graph).edges] == [False, True]


def test_only_the_entities_named_are_drawn(graph: "networkx.MultiDiGraph[str]") -> None:
    network = to_pyvis(graph, ["law", "firm"])
    assert [node["id"] for node in network.nodes] == ["firm", "law"]
    assert network.edges == []


def test_names_come_in_the_language_asked_for(graph: "networkx.MultiDiGraph[str]") -> None:
    shown = {node["id"]: node["title"] for node in to_pyvis(graph, lang="nl").nodes}
    assert shown["firm"] == "Bedrijf (bedrijf)"
