"""LittleSis Oligrapher's JSON: nodes with a place, edges with an arrow "1->2".

What its editor reads is in its own code (app/graph/node.ts, edge.ts, curve.ts): nodes list their
edges, edges repeat the places of their ends, and those of one pair are bent apart.
"""

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from math import cos, pi, sin

from kg.exchange.graph import DOUBTS, Handed, Props
from kg.schema import labels

_APART = 220
_BENT = 0.5
"""How far an edge is bent, as a share of half the way between its ends."""

Place = tuple[float, float]


def files(handed: Handed) -> Mapping[str, bytes]:
    """One .json file to import at littlesis.org/oligrapher."""
    places = _places(handed.entities)
    bends = _bends(handed.relationships)
    touching: defaultdict[str, list[str]] = defaultdict(list)
    for edge in handed.relationships:
        for end in dict.fromkeys((edge["start"], edge["end"])):
            touching[end].append(edge["eid"])
    found = {
        "title": handed.title,
        "graph": {
            "nodes": {
                entity["id"]: _node(handed, entity, places[entity["id"]], touching[entity["id"]])
                for entity in handed.entities
            },
            "edges": {
                edge["eid"]: {
                    **_edge(handed, edge),
                    **_way(places[edge["start"]], places[edge["end"]], bends.get(edge["eid"])),
                }
                for edge in handed.relationships
            },
            "captions": {},
        },
    }
    return {".oligrapher.json": (json.dumps(found, ensure_ascii=False, indent=1) + "\n").encode()}


def _places(entities: Sequence[Props]) -> dict[str, Place]:
    """The entities of a label stand on one ring; Oligrapher has no layout of its own."""
    placed: dict[str, Place] = {}
    radius = 0.0
    for label in labels():
        ring = [entity["id"] for entity in entities if entity["label"] == label]
        if not ring:
            continue
        radius = max(radius + _APART, len(ring) * _APART / (2 * pi))
        for number, id_ in enumerate(ring):
            angle = 2 * pi * number / len(ring)
            placed[id_] = (round(radius * cos(angle), 1), round(radius * sin(angle), 1))
    return placed


def _bends(edges: Sequence[Props]) -> dict[str, float]:
    """How much each of several edges of one pair is bent, so that all of them are seen."""
    pairs: defaultdict[frozenset[str], list[str]] = defaultdict(list)
    for edge in edges:
        pairs[frozenset((edge["start"], edge["end"]))].append(edge["eid"])
    return {
        eid: _BENT * (2 * number / (len(several) - 1) - 1)
        for several in pairs.values()
        if len(several) > 1
        for number, eid in enumerate(several)
    }


def _node(handed: Handed, entity: Props, at: Place, edges: Sequence[str]) -> dict[str, object]:
    kind = labels()[entity["label"]]
    own = handed.own.get(entity["id"], ())
    return {
        "id": entity["id"],
        "name": handed.name(entity),
        "description": " ".join([kind.names[handed.lang], *entity.get("country", [])]),
        "color": kind.colour,
        "scale": 1,
        "status": "normal",
        "type": "person" if entity["label"] == "Person" else "org",
        "edgeIds": list(edges),
        "x": at[0],
        "y": at[1],
        **({"claims": list(own), "evidence": handed.evidence(own)} if own else {}),
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
        "status": "normal",
        "url": next((url for url in urls if url), None),
        "since": edge.get("since"),
        "until": edge.get("until"),
        "certainty": edge["certainty"],
        "claims": list(edge["claims"]),
        "evidence": handed.evidence(edge["claims"]),
    }


def _way(start: Place, end: Place, bend: float | None) -> dict[str, float]:
    """Both ends, and the point to bend towards as Oligrapher counts it: from the middle.

    Edges of both directions are bent as seen from the same end, or two would lie on each other.
    """
    ends = {"x1": start[0], "y1": start[1], "x2": end[0], "y2": end[1], "s1": 1, "s2": 1}
    if bend is None:
        return ends
    (xa, ya), (xb, yb) = sorted((start, end))
    return {
        **ends,
        "cx": round((yb - ya) / 2 * bend, 1),
        "cy": round((xa - xb) / 2 * bend, 1),
    }
