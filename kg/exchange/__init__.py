"""Files to hand on: the graph in the formats of other tools, each edge with its evidence."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from kg.exchange import (
    cypher,
    dot,
    gexf,
    graphml,
    jsonld,
    kumu,
    mermaid,
    oligrapher,
    pair,
    workbook,
)
from kg.exchange.graph import Handed

__all__ = ["FORMATS", "Handed", "write"]

Files = Mapping[str, bytes]
"""What goes into each file, by what is added to the name that a person gives."""

FORMATS: Mapping[str, Callable[[Handed], Files]] = MappingProxyType(
    {
        "csv": pair.files,
        "cypher": cypher.files,
        "dot": dot.files,
        "gexf": gexf.files,
        "graphml": graphml.files,
        "jsonld": jsonld.files,
        "kumu": kumu.files,
        "mermaid": mermaid.files,
        "oligrapher": oligrapher.files,
        "xlsx": workbook.files,
    }
)


def write(format_: str, handed: Handed) -> Files:
    """The files of a format of ``FORMATS``: most have one, a csv pair two."""
    return FORMATS[format_](handed)
