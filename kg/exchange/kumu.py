"""Kumu's JSON: elements and directed connections, tied by id."""

import json
from collections.abc import Mapping

from kg.exchange.graph import Handed, Props, label_of, texts

_MORE = ("country", "kind", "ids", "public_basis", "claims", "evidence")


def files(handed: Handed) -> Mapping[str, bytes]:
    """One .json file to import at kumu.io."""
    found = {
        "elements": [_element(handed, entity) for entity in handed.entities],
        "connections": [_connection(handed, edge) for edge in handed.relationships],
    }
    return {".kumu.json": (json.dumps(found, ensure_ascii=False, indent=1) + "\n").encode()}


def _element(handed: Handed, entity: Props) -> dict[str, object]:
    node = handed.node(entity)
    return {
        "id": entity["id"],
        "label": handed.name(entity),
        "type": label_of(entity).names[handed.lang],
        "aliases": list(entity.get("aliases", [])),
        "description": entity.get("notes", ""),
        **{key: node[key] for key in _MORE if key in node},
    }


def _connection(handed: Handed, edge: Props) -> dict[str, object]:
    props = {**handed.edge(edge), "description": "\n".join(handed.evidence(edge["claims"]))}
    del props["evidence"], props["eid"]
    return {
        "id": edge["eid"],
        "from": edge["start"],
        "to": edge["end"],
        "direction": "directed",
        "type": handed.words(edge),
        **dict(texts(props, "; ")),
    }
