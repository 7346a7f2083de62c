"""JSON-LD: entities and sources in schema.org's words, each relationship and claim a node.

A relationship is reified (RDF 1.1 has no properties on a triple): ``kg:Relationship`` with subject,
predicate, object and the claims it rests on; a claim is a ``schema:Claim`` that cites its source.
"""

import json
from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

from kg.exchange.graph import Handed, Props

_CONTEXT = {
    "schema": "https://schema.org/",
    "kg": "urn:surveillance-kg:",
    "name": "schema:name",
    "alternateName": "schema:alternateName",
    "description": "schema:description",
    "url": {"@id": "schema:url", "@type": "@id"},
    "citation": {"@id": "schema:citation", "@type": "@id"},
    "subject": {"@id": "kg:subject", "@type": "@id"},
    "object": {"@id": "kg:object", "@type": "@id"},
    "restsOn": {"@id": "kg:restsOn", "@type": "@id"},
    "@vocab": "urn:surveillance-kg:property:",
}
_TYPES = {
    "Company": "schema:Corporation",
    "Person": "schema:Person",
    "Place": "schema:Place",
    "Product": "schema:Product",
    "Law": "schema:Legislation",
    "Project": "schema:Project",
    "Database": "schema:Dataset",
}
_OWN = ("id", "name", "aliases", "label", "notes", "names", "redirects")


def files(handed: Handed) -> Mapping[str, bytes]:
    """One .jsonld file."""
    nodes = [
        *(_entity(handed, entity) for entity in handed.entities),
        *(_relationship(handed, edge) for edge in handed.relationships),
        *(_claim(claim) for claim in handed.claims.values()),
        *(_source(source) for source in handed.sources.values()),
    ]
    found = {"@context": _CONTEXT, "@graph": nodes}
    return {".jsonld": (json.dumps(found, ensure_ascii=False, indent=1) + "\n").encode()}


def _iri(space: str, id_: str) -> str:
    return f"urn:surveillance-kg:{space}:{quote(id_, safe='-_.')}"


def _entity(handed: Handed, entity: Props) -> dict[str, Any]:
    label = entity["label"]
    return {
        "@id": _iri("entity", entity["id"]),
        "@type": [f"kg:{label}", _TYPES.get(label, "schema:Thing")],
        "name": handed.name(entity),
        "alternateName": list(entity.get("aliases", [])),
        "description": entity.get("notes", ""),
        **{key: value for key, value in entity.items() if key not in _OWN},
    }


def _relationship(handed: Handed, edge: Props) -> dict[str, Any]:
    skipped = ("start", "end", "eid", "claims", "type", "walk")
    return {
        "@id": _iri("relationship", edge["eid"]),
        "@type": "kg:Relationship",
        "predicate": edge["type"],
        "words": handed.words(edge),
        "subject": _iri("entity", edge["start"]),
        "object": _iri("entity", edge["end"]),
        "restsOn": [_iri("claim", claim) for claim in edge["claims"]],
        **{key: value for key, value in edge.items() if key not in skipped},
    }


def _claim(claim: Props) -> dict[str, Any]:
    skipped = ("id", "subject", "object", "source", "says")
    return {
        "@id": _iri("claim", claim["id"]),
        "@type": "schema:Claim",
        "schema:text": claim.get("says", ""),
        "subject": _iri("entity", claim["subject"]),
        **({"object": _iri("entity", claim["object"])} if claim.get("object") else {}),
        "citation": _iri("source", claim["source"]),
        **{key: value for key, value in claim.items() if key not in skipped},
    }


def _source(source: Props) -> dict[str, Any]:
    return {
        "@id": _iri("source", source["id"]),
        "@type": "schema:CreativeWork",
        "name": source.get("title", ""),
        **({"url": source["url"]} if source.get("url") else {}),
        **{key: value for key, value in source.items() if key not in ("id", "title", "url")},
    }
