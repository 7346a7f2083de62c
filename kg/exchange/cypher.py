"""A Cypher script that makes the graph in an empty Neo4j, for its Browser or cypher-shell.

Values are literals, escaped so that no text of a source is ever read as Cypher. Neo4j is slow at
reading such literals: for a large graph ``kg load`` and the bulk import are the way.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from kg.exchange.graph import Handed, Props
from kg.schema import lineage

_BATCH = 100
_ESCAPES = {"\\": "\\\\", "'": "\\'", "\n": "\\n", "\r": "\\r", "\t": "\\t"}


def files(handed: Handed) -> Mapping[str, bytes]:
    """One .cypher file."""
    text = "\n".join(f"{statement};" for statement in _statements(handed))
    return {".cypher": (text + "\n").encode()}


def _statements(handed: Handed) -> Iterator[str]:
    for space in ("Entity", "Claim", "Source"):
        yield f"CREATE INDEX {space.lower()}_id IF NOT EXISTS FOR (n:{space}) ON (n.id)"
    by_labels: defaultdict[str, list[Props]] = defaultdict(list)
    for entity in handed.entities:
        by_labels[":".join(sorted(lineage(entity["label"])))].append(entity)
    by_labels["Claim"] = list(handed.claims.values())
    by_labels["Source"] = list(handed.sources.values())
    for labels, nodes in by_labels.items():
        yield from _batches(nodes, f"CREATE (n:{labels}) SET n = row")
    by_type: defaultdict[str, list[Props]] = defaultdict(list)
    for edge in handed.relationships:
        by_type[edge["type"]].append(edge)
    for type_, edges in sorted(by_type.items()):
        rows = [{"a": edge["start"], "b": edge["end"], "p": _own(edge)} for edge in edges]
        yield from _batches(rows, _edge("Entity", "Entity", type_))
    claims = handed.claims.values()
    known = {entity["id"] for entity in handed.entities}
    for type_, key in (("SUBJECT", "subject"), ("OBJECT", "object")):
        rows = [
            {"a": claim["id"], "b": claim[key], "p": {}}
            for claim in claims
            if claim.get(key) in known
        ]
        yield from _batches(rows, _edge("Claim", "Entity", type_))
    rows = [
        {"a": claim["id"], "b": claim["source"], "p": {"locator": claim.get("locator", "")}}
        for claim in claims
    ]
    yield from _batches(rows, _edge("Claim", "Source", "CITES"))


def _edge(start: str, end: str, type_: str) -> str:
    return (
        f"MATCH (a:{start} {{id: row.a}}), (b:{end} {{id: row.b}}) "
        f"CREATE (a)-[r:{type_}]->(b) SET r = row.p"
    )


def _own(edge: Props) -> dict[str, Any]:
    return {key: value for key, value in edge.items() if key not in ("start", "end", "type")}


def _batches(rows: Sequence[Mapping[str, Any]], action: str) -> Iterator[str]:
    for start in range(0, len(rows), _BATCH):
        yield f"UNWIND {_literal(list(rows[start : start + _BATCH]))} AS row {action}"


def _literal(value: Any) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int | float):
        return repr(value)
    if isinstance(value, str):
        return f"'{_text(value)}'"
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"`{key}`: {_literal(held)}" for key, held in value.items()) + "}"
    return f"[{', '.join(map(_literal, _listed(value)))}]"


def _listed(value: Any) -> Iterable[Any]:
    return list(value)


def _text(text: str) -> str:
    """Neo4j decodes ``\\uXXXX`` wherever it stands; with its backslash doubled it stays text."""
    return "".join(_ESCAPES.get(char, char) for char in text)
