"""The claims that rows rest on, with everything a source note prints.

Each list comes back as one row: a store sends and the driver unpacks one long row several times
faster than hundreds of short ones. Ids are looked up one by one in the index: the embedded store
would compare ``IN $ids`` with every node.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from kg.schema import LANGUAGES
from kg.store.bolt import Store

_CLAIMS = """
UNWIND $ids AS id
MATCH (c:Claim {id: id})
WITH c ORDER BY c.id
RETURN collect([c.id, c.says, c.certainty, c.said_by, c.locator, c.source]) AS found
"""
_SOURCES = """
UNWIND $ids AS id
MATCH (s:Source {id: id})
WITH s ORDER BY s.id
RETURN collect([s.id, s.title, s.publisher, s.published, s.read, s.url]) AS found
"""
_NAMES = """
UNWIND $ids AS id
MATCH (e:Entity {id: id})
WITH e ORDER BY e.id
RETURN collect([e.id, e.name, e.name_en, e.name_nl, e.name_fr, e.name_de, e.name_es]) AS found
"""
_SAID = ("id", "says", "certainty", "said_by", "locator", "source")
_PRINTED = ("title", "publisher", "published", "read", "url")
_NAMED = ("name", *(f"name_{language}" for language in LANGUAGES))


def cited(store: Store, ids: Iterable[str], lang: str = "en") -> dict[str, dict[str, object]]:
    """What to print of each claim, by id; ``said_by_name`` is the asserter's printable name."""
    claims = [dict(zip(_SAID, row, strict=True)) for row in _found(store, _CLAIMS, ids)]
    sources = _found(store, _SOURCES, (claim["source"] for claim in claims))
    printed = {row[0]: dict(zip(_PRINTED, row[1:], strict=True)) for row in sources}
    names = called(store, (claim["said_by"] for claim in claims if claim["said_by"]), lang)
    return {
        claim["id"]: {
            **claim,
            **printed[claim["source"]],
            "said_by_name": names.get(claim["said_by"], claim["said_by"] or ""),
        }
        for claim in claims
    }


def called(store: Store, ids: Iterable[str], lang: str) -> dict[str, str]:
    """What these entities are called in a language; what is no entity is left out."""
    return {
        row[0]: name_of(dict(zip(_NAMED, row[1:], strict=True)), lang)
        for row in _found(store, _NAMES, ids)
    }


def name_of(props: Mapping[str, object], lang: str) -> str:
    """What a node is called: in a language, or as it calls itself; a source by its title."""
    for key in (f"name_{lang}", "name", "title", "id"):
        if props.get(key):
            return str(props[key])
    return ""


def _found(store: Store, cypher: str, ids: Iterable[str]) -> list[list[Any]]:
    wanted = sorted(set(ids))
    if not wanted:
        return []
    _, rows = store.read(cypher, {"ids": wanted})
    found = rows[0]["found"] if rows else []
    return found if isinstance(found, list) else []
