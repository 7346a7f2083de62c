"""GraphML for yEd, Cytoscape, igraph and networkx: directed, each edge with its id."""

from collections.abc import Mapping
from typing import Any
from xml.etree.ElementTree import Element, SubElement

from kg.exchange.graph import EDGE_COLUMNS, FLAGS, NODE_COLUMNS, Handed, texts
from kg.exchange.xml import document, legal

_TYPES = {"value": "double", "n_sources": "int"}


def files(handed: Handed) -> Mapping[str, bytes]:
    """One .graphml file."""
    root = Element("graphml", {"xmlns": "http://graphml.graphdrawing.org/xmlns"})
    _keys(root, "node", ("label", *NODE_COLUMNS))
    _keys(root, "edge", ("label", *EDGE_COLUMNS))
    graph = SubElement(root, "graph", {"id": "G", "edgedefault": "directed"})
    for entity in handed.entities:
        node = SubElement(graph, "node", {"id": legal(entity["id"])})
        _data(node, "node", {"label": handed.name(entity), **handed.node(entity)})
    for edge in handed.relationships:
        ends = {"source": legal(edge["start"]), "target": legal(edge["end"])}
        props = {"label": handed.words(edge), **handed.edge(edge)}
        _data(SubElement(graph, "edge", {"id": edge["eid"], **ends}), "edge", props)
    return {".graphml": document(root)}


def _keys(root: Element, kind: str, columns: tuple[str, ...]) -> None:
    for column in columns:
        type_ = "boolean" if column in FLAGS else _TYPES.get(column, "string")
        key = {"id": f"{kind}-{column}", "for": kind, "attr.name": column, "attr.type": type_}
        SubElement(root, "key", key)


def _data(parent: Element, kind: str, props: Mapping[str, Any]) -> None:
    for key, value in texts(props):
        written = str(value).lower() if isinstance(value, bool) else legal(str(value))
        SubElement(parent, "data", {"key": f"{kind}-{key}"}).text = written
