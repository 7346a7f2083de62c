"""Graphs to hand on: named as badly as can be, and small enough to count by hand."""

from collections.abc import Iterable
from typing import Any

from kg.exchange import Handed, write

HOSTILE = (
    '=HYPERLINK("x")</script>\u202e\'; MATCH (n) DETACH DELETE n // \\u0041 \U0001f575\x01\n|`'
    ' %%{init: {}}%% #quot; --> ]]> <!-- &amp; {{x}} \\" \t\r'
)


def hostile(text: str = HOSTILE) -> Handed:
    """Two entities, two relationships of one type between them, everything named badly."""
    entities: list[dict[str, Any]] = [
        {"id": "a", "label": "Company", "name": text, "aliases": [text, text], "country": ["BE"],
         "kind": text, "ids": [text], "public_basis": text},
        {"id": "b", "label": "PoliceForce", "name": text, "notes": text, "unnamed": True},
    ]  # fmt: skip
    edges = [
        {"start": "a", "end": "b", "type": "SUPPLIES", "eid": eid, "certainty": "alleged",
         "claims": ["c1"], "cite": text, "n_sources": 1, "value": 1.5, "since": "2019",
         "since_lo": "2019-01-01", "walk": 1.0, "topic": "supply", "role": text, "status": text,
         "title": text, "kind": text, "said_by": [text]}
        for eid in ("r1", "r2")
    ]  # fmt: skip
    said = {"certainty": "alleged", "said_by": text, "locator": text, "source": "s1", "says": text}
    claims = [
        {"id": "c1", "subject": "a", "object": "b", "predicate": "SUPPLIES", **said},
        {"id": "c2", "subject": "a", "text": text, "predicate": "DESCRIBED_AS", **said},
        {"id": "c3", "subject": "a", "text": text, "predicate": "DESCRIBED_AS", **said},
    ]
    sources = [{"id": "s1", "title": text, "publisher": text, "url": "https://example.org"}]
    told = {"title": text, "about": text, "note": text, "kind": "unclear"}
    return Handed.of(
        {
            "entities": entities,
            "relationships": edges,
            "claims": claims,
            "sources": sources,
            "conflicts": [{"id": "x1", "claims": ["c2", "c3"], **told}],
        },
        text,
    )


def one(format_: str, handed: Handed) -> bytes:
    """The only file of a format."""
    (content,) = write(format_, handed).values()
    return content


def eids(handed: Handed) -> list[str]:
    """The ids of all relationships, sorted."""
    return sorted(edge["eid"] for edge in handed.relationships)


def ids(handed: Handed) -> list[str]:
    """The ids of all entities, sorted."""
    return sorted(entity["id"] for entity in handed.entities)


def split(cells: Iterable[str | None], joiner: str = " | ") -> set[str]:
    """Every id of cells that hold several."""
    return {id_ for cell in cells if cell for id_ in cell.split(joiner)}


def one_line(text: str) -> str:
    """A text without its line breaks and double spaces."""
    return " ".join(text.split())
