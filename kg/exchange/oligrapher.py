"""LittleSis Oligrapher's JSON: nodes with a place, edges with an arrow "1->2"."""

import json
from collections.abc import Mapping
from math import cos, pi, sin

from kg.exchange.graph import DOUBTS, Handed, Props
from kg.schema import labels

_APART = 220


def files(handed: Handed) -> Mapping[str, bytes]:
    """One .json file to import at littlesis.org/oligrapher."""
    found = {
        "title": handed.title,
        "graph": {
            "nodes": {entity["id"]: node for entity, node in _nodes(handed)},
            "edges": {edge["eid"]: _edge(handed, edge) for edge in handed.relationships},
            "captions": {},
        },
    }
    return {".oligrapher.json": (json.dumps(found, ensure_ascii=False, indent=1) + "\n").encode()}


def _nodes(handed: Handed) -> list[tuple[Props, dict[str, object]]]:
    """The entities of a label stand on one ring; Oligrapher has no layout of its own."""
    placed = []
    radius = 0.0
    for label in labels():
        ring = [entity for entity in handed.entities if entity["label"] == label]
        if not ring:
            continue
        radius = max(radius + _APART, len(ring) * _APART / (2 * pi))
        for number, entity in enumerate(ring):
            angle = 2 * pi * number / len(ring)
            at = {"x": round(radius * cos(angle), 1), "y": round(radius * sin(angle), 1)}
            placed.append((entity, _node(handed, entity, at)))
    return placed


def _node(handed: Handed, entity: Props, at: dict[str, float]) -> dict[str, object]:
    kind = labels()[entity["label"]]
    return {
        "id": entity["id"],
        "name": handed.name(entity),
        "description": " ".join([kind.names[handed.lang], *entity.get("country", [])]),
        "scale": 1,
        "status": "normal",
        "type": "person" if entity["label"] == "Person" else "org",
        **at,
    }


def _edge(handed: Handed, edge: Props) -> dict[str, object]:
    urls = [
        handed.sources[handed.claims[claim]["source"]].get("url")
        for claim in edge["claims"]
        if claim in handed.claims
    ]
    return {
        "id": edge["eid"],
        "node1_id": edge["start"],
        "node2_id": edge["end"],
        "label": handed.words(edge),
        "arrow": "1->2",
        "dash": edge["certainty"] in DOUBTS,
        "scale": 1,
        "url": next((url for url in urls if url), None),
        "since": edge.get("since"),
        "until": edge.get("until"),
        "certainty": edge["certainty"],
        "claims": list(edge["claims"]),
        "evidence": handed.evidence(edge),
    }
