"""GEXF 1.3 for Gephi and its kin: directed, dynamic by the dates that are known.

Written here and not by networkx, whose writer stops at lists and writes today's date.
"""

from collections.abc import Mapping
from typing import Any
from xml.etree.ElementTree import Element, SubElement

from kg.exchange.graph import EDGE_COLUMNS, FLAGS, NODE_COLUMNS, Handed, Props, label_of, texts
from kg.exchange.xml import document, legal

_NODE_COLUMNS = tuple(column for column in NODE_COLUMNS if column != "id")
"""Gephi and graphology have an id of their own."""
_NUMBERS = {"value": "double", "n_sources": "integer"}


def files(handed: Handed) -> Mapping[str, bytes]:
    """One .gexf file."""
    root = Element(
        "gexf",
        {
            "xmlns": "http://gexf.net/1.3",
            "xmlns:viz": "http://gexf.net/1.3/viz",
            "version": "1.3",
        },
    )
    meta = SubElement(root, "meta")
    SubElement(meta, "creator").text = "surveillance-kg"
    SubElement(meta, "description").text = legal(handed.title)
    graph = SubElement(
        root, "graph", {"mode": "dynamic", "defaultedgetype": "directed", "timeformat": "date"}
    )
    _attributes(graph, "node", _NODE_COLUMNS)
    _attributes(graph, "edge", EDGE_COLUMNS)
    nodes, edges = SubElement(graph, "nodes"), SubElement(graph, "edges")
    for entity in handed.entities:
        _node(nodes, handed, entity)
    for relationship in handed.relationships:
        _edge(edges, handed, relationship)
    return {".gexf": document(root)}


def _attributes(graph: Element, kind: str, columns: tuple[str, ...]) -> None:
    parent = SubElement(graph, "attributes", {"class": kind, "mode": "static"})
    for column in columns:
        type_ = "boolean" if column in FLAGS else _NUMBERS.get(column, "string")
        SubElement(parent, "attribute", {"id": column, "title": column, "type": type_})


def _node(nodes: Element, handed: Handed, entity: Props) -> None:
    node = SubElement(
        nodes, "node", {"id": legal(entity["id"]), "label": legal(handed.name(entity))}
    )
    props = handed.node(entity)
    _values(node, {key: props[key] for key in _NODE_COLUMNS if key in props})
    colour = label_of(entity).colour.lstrip("#")
    red, green, blue = (str(int(colour[at : at + 2], 16)) for at in (0, 2, 4))
    SubElement(node, "viz:color", {"r": red, "g": green, "b": blue})


def _edge(edges: Element, handed: Handed, edge: Props) -> None:
    attributes = {
        "id": edge["eid"],
        "source": legal(edge["start"]),
        "target": legal(edge["end"]),
        "kind": edge["type"],
        "label": legal(handed.words(edge)),
    }
    spell = {"start": edge.get("since_lo"), "end": edge.get("until_hi")}
    known = {key: value for key, value in spell.items() if value}
    if known.get("start", "") <= known.get("end", "9"):
        attributes |= known
    _values(SubElement(edges, "edge", attributes), handed.edge(edge))


def _values(parent: Element, props: Mapping[str, Any]) -> None:
    values = SubElement(parent, "attvalues")
    for key, value in texts(props):
        written = str(value).lower() if isinstance(value, bool) else legal(str(value))
        SubElement(values, "attvalue", {"for": key, "value": written})
