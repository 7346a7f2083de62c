"""A Cypher script that makes the graph in an empty Neo4j, for its Browser or cypher-shell.

Values are literals, escaped so that no text of a source is ever read as Cypher. Neo4j is slow at
reading such literals: for a large graph ``kg load`` and the bulk import are the way.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import combinations
from typing import Any

from kg.exchange.graph import Handed, Props
from kg.schema import lineage, qualifiers

Row = Mapping[str, Any]

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
    by_type: defaultdict[str, list[Row]] = defaultdict(list)
    for edge in handed.relationships:
        by_type[edge["type"]].append(_row(edge["start"], edge["end"], _own(edge)))
    for type_, rows in sorted(by_type.items()):
        yield from _batches(rows, _edge("Entity", "Entity", type_))
    yield from _evidence(handed)


def _evidence(handed: Handed) -> Iterator[str]:
    """From claims to entities, to sources, and to claims that say otherwise."""
    known = {entity["id"] for entity in handed.entities}
    claims = handed.claims.values()
    for type_, key in (("SUBJECT", "subject"), ("OBJECT", "object")):
        rows = [_row(each["id"], each[key], {}) for each in claims if each.get(key) in known]
        yield from _batches(rows, _edge("Claim", "Entity", type_))
    rows = [row for claim in claims for row in _involved(claim, known)]
    yield from _batches(rows, _edge("Claim", "Entity", "INVOLVES"))
    rows = [_row(each["id"], each["source"], _some(each, "locator")) for each in claims]
    yield from _batches(rows, _edge("Claim", "Source", "CITES"))
    rows = [row for conflict in handed.conflicts for row in _contradictions(conflict)]
    yield from _batches(rows, _edge("Claim", "Claim", "CONFLICTS_WITH"))


def _involved(claim: Props, known: Collection[str]) -> Iterator[Row]:
    """The further parties of a claim, and who says it where that is an entity."""
    for key, qualifier in qualifiers().items():
        held = claim.get(key, []) if qualifier.type == "entity" else []
        yield from (_row(claim["id"], id_, {"as": key}) for id_ in dict.fromkeys(held))
    if claim.get("said_by") in known:
        yield _row(claim["id"], claim["said_by"], {"as": "said_by"})


def _contradictions(conflict: Props) -> Iterator[Row]:
    told = _some(conflict, "id", "title", "about", "kind", "note")
    for left, right in combinations(conflict["claims"], 2):
        yield _row(left, right, told)


def _row(start: str, end: str, props: Props) -> Row:
    return {"a": start, "b": end, "p": props}


def _some(props: Props, *keys: str) -> dict[str, Any]:
    return {key: props[key] for key in keys if props.get(key)}


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
    return f"[{', '.join(map(_literal, value))}]"


def _text(text: str) -> str:
    """Neo4j decodes ``\\uXXXX`` wherever it stands; with its backslash doubled it stays text."""
    return "".join(_ESCAPES.get(char, char) for char in text)
