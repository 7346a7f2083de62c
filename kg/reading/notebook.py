"""A pyvis network for a notebook: directed, every relationship its own edge, nothing from outside.

pyvis adds a second edge between the same two nodes only in a directed network. Its own template
asks a server for styles even where the scripts are in the page, and runs markup in a hover text
that holds a link; ours does neither, whatever a source wrote.
"""

import json
from collections.abc import Iterable
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.reading.cited import name_of
from kg.schema import labels, predicates

if TYPE_CHECKING:
    import networkx
    from pyvis.network import Network

_TEMPLATE = Path(__file__).with_suffix(".html")
_HEIGHT = "700px"
_SHAPES = {
    "circle": "dot",
    "hexagon": "hexagon",
    "shield": "triangleDown",
    "sheet": "square",
    "ring": "dot",
    "triangle": "triangle",
    "diamond": "diamond",
}
_UNSURE = ("inferred", "alleged", "disputed")
_OPTIONS = {
    "edges": {"smooth": False},
    "interaction": {"hideEdgesOnDrag": True, "hideEdgesOnZoom": True},
    "layout": {"improvedLayout": False, "randomSeed": 1},
    "physics": {"stabilization": {"iterations": 200}},
}


def to_pyvis(
    graph: "networkx.MultiDiGraph[str]", only: Iterable[str] | None = None, lang: str = "en"
) -> "Network":
    """The relationships among some entities (all, if none are named) as a notebook object."""
    from pyvis.network import Network

    network = Network(directed=True, notebook=True, cdn_resources="in_line", height=_HEIGHT)
    _dress(network)
    chosen = graph if only is None else graph.subgraph(sorted(set(only)))
    for entity in sorted(chosen.nodes):
        network.add_node(entity, **_drawn(chosen.nodes[entity], lang))
    for start, end, eid in sorted(chosen.edges(keys=True)):
        network.add_edge(start, end, id=eid, **_line(chosen.edges[start, end, eid], lang))
    return network


def _dress(network: "Network") -> None:
    """Give it our template, also where a notebook shows the object itself."""
    from jinja2 import Environment, FileSystemLoader

    folders = [str(_TEMPLATE.parent), network.template_dir]
    network.templateEnv = Environment(loader=FileSystemLoader(folders), autoescape=True)
    network.path = _TEMPLATE.name
    network.template = network.templateEnv.get_template(network.path)
    network.set_options(json.dumps(_OPTIONS))
    network._repr_html_ = lambda: _framed(network.generate_html())


def _framed(page: str) -> str:
    style = f"width: 100%; height: {_HEIGHT}; border: 0"
    return f'<iframe sandbox="allow-scripts" style="{style}" srcdoc="{escape(page)}"></iframe>'


def _drawn(props: dict[str, Any], lang: str) -> dict[str, Any]:
    label = labels()[props["label"]]
    return {
        "label": name_of(props, lang),
        "title": f"{name_of(props, lang)} ({label.names[lang]})",
        "color": label.colour,
        "shape": _SHAPES.get(label.shape, "dot"),
    }


def _line(props: dict[str, Any], lang: str) -> dict[str, Any]:
    words = predicates()[props["type"]].names[lang]
    return {
        "title": f"{words} [{props['certainty']}] {props.get('cite', '')}".strip(),
        "dashes": props["certainty"] in _UNSURE,
        "arrows": "to",
    }
