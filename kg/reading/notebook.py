"""A pyvis network for a notebook: directed, every relationship its own edge, nothing from outside.

pyvis adds a second edge between the same two nodes only in a directed network, and loads its
scripts from the installed package with ``cdn_resources="in_line"``. Texts reach the page through a
template that does not escape them, so they are escaped here.
"""

from collections.abc import Iterable
from html import escape
from typing import TYPE_CHECKING, Any

from kg.reading.cited import name_of
from kg.schema import labels, predicates

if TYPE_CHECKING:
    import networkx
    from pyvis.network import Network

_SHAPES = {
    "circle": "dot",
    "hexagon": "hexagon",
    "shield": "triangleDown",
    "sheet": "square",
    "ring": "dot",
    "triangle": "triangle",
    "diamond": "diamond",
}


def to_pyvis(
    graph: "networkx.MultiDiGraph[str]", only: Iterable[str] | None = None, lang: str = "en"
) -> "Network":
    """The relationships among some entities (all, if none are named) as a notebook object."""
    from pyvis.network import Network

    network = Network(directed=True, notebook=True, cdn_resources="in_line", height="700px")
    chosen = graph if only is None else graph.subgraph(sorted(set(only)))
    for entity in sorted(chosen.nodes):
        network.add_node(entity, **_drawn(chosen.nodes[entity], lang))
    for start, end, eid in sorted(chosen.edges(keys=True)):
        network.add_edge(start, end, **_line(chosen.edges[start, end, eid], lang))
    return network


def _drawn(props: dict[str, Any], lang: str) -> dict[str, Any]:
    label = labels()[props["label"]]
    kind = label.names[lang]
    return {
        "label": escape(name_of(props, lang)),
        "title": escape(f"{name_of(props, lang)} ({kind})"),
        "color": label.colour,
        "shape": _SHAPES.get(label.shape, "dot"),
    }


def _line(props: dict[str, Any], lang: str) -> dict[str, Any]:
    words = predicates()[props["type"]].names[lang]
    return {
        "title": escape(f"{words} [{props['certainty']}] {props.get('cite', '')}"),
        "dashes": props["certainty"] in ("inferred", "alleged", "disputed"),
        "arrows": "to",
    }
