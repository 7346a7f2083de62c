"""Two CSV files, nodes and edges, with the heads that Gephi, Cytoscape and Flourish look for."""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from kg.answers.csv import inert
from kg.exchange.graph import EDGE_COLUMNS, NODE_COLUMNS, Handed, texts

_HEADS = ("Source", "Target", "Type", "Id", "Label", "Kind")
"""What Gephi knows; it keeps edges of one pair apart by their kind."""


def files(handed: Handed) -> Mapping[str, bytes]:
    """``NAME.nodes.csv`` and ``NAME.edges.csv``."""
    nodes = (
        {"Id": entity["id"], "Label": handed.name(entity), **handed.node(entity)}
        for entity in handed.entities
    )
    edges = (
        {
            "Source": edge["start"],
            "Target": edge["end"],
            "Type": "Directed",
            "Id": edge["eid"],
            "Label": handed.words(edge),
            "Kind": edge["type"],
            **handed.edge(edge),
        }
        for edge in handed.relationships
    )
    return {
        ".nodes.csv": _table(("Id", "Label", *NODE_COLUMNS[1:]), nodes),
        ".edges.csv": _table((*_HEADS, *EDGE_COLUMNS[1:]), edges),
    }


def _table(columns: Sequence[str], rows: Iterable[Mapping[str, Any]]) -> bytes:
    out = io.StringIO()
    table = csv.DictWriter(out, columns, extrasaction="ignore")
    table.writeheader()
    for row in rows:
        table.writerow({key: _cell(value) for key, value in texts(row)})
    return out.getvalue().encode()


def _cell(value: Any) -> str:
    return inert(value) if isinstance(value, str) else str(value)
