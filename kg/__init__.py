"""The evidence-checked knowledge graph of Europe's police technology and surveillance industry."""

from pathlib import Path
from typing import TYPE_CHECKING

from kg.version import __version__

if TYPE_CHECKING:
    from kg.session import OpenGraph

__all__ = ["__version__", "open"]


def open(  # noqa: A001
    case: str | Path | None = None,
    store: str | None = None,
    lang: str = "en",
    mixed: bool = False,
) -> "OpenGraph":
    """Open the graph of a case, to ask it from Python; use it in a ``with`` block.

    ``case`` is a folder (else KG_CASE, the current folder, or the standing case), ``store`` the
    address of a Neo4j (else KG_STORE or NEO4J_URI, else the embedded store). Nothing built yet: it
    is built first. ``mixed`` reads all of a Neo4j that holds several cases, as if it were one.
    """
    from kg.session import open_graph

    return open_graph(case, store, lang, mixed=mixed)
