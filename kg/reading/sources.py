"""What each source carries: how many claims, entities and facts rest on it, and which."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kg.errors import QueryError, did_you_mean
from kg.reading.claims import Party, named, of_source, parties, props
from kg.reading.facts import Told, told
from kg.reading.phrases import sentence
from kg.store.bolt import Store

_SOURCES = "MATCH (s:Source) RETURN s ORDER BY s.id"
_CLAIMS = "MATCH (c:Claim) RETURN c.source AS source, count(c) AS count ORDER BY source"
_ENTITIES = """
MATCH (c:Claim)-[:SUBJECT|OBJECT|INVOLVES]->(e:Entity)
RETURN c.source AS source, count(DISTINCT e.id) AS count
ORDER BY source
"""
_ALONE = """
MATCH (:Entity)-[r]->(:Entity)
WHERE r.n_sources = 1 AND r.derived IS NULL
RETURN r.eid AS eid, r.claims[0] AS claim
ORDER BY eid
"""
_WHOSE = "MATCH (c:Claim) RETURN c.id AS id, c.source AS source ORDER BY id"
_WHO = """
MATCH (c:Claim {source: $source})-[:SUBJECT|OBJECT|INVOLVES]->(e:Entity)
RETURN DISTINCT e.id AS id
ORDER BY id
"""


@dataclass(frozen=True, slots=True)
class Cited:
    """A source, and how much rests on it.

    ``claims`` cite it, ``entities`` are named in them; ``alone`` counts the relationships that no
    other source supports.
    """

    id: str
    title: str
    publisher: str
    url: str
    published: str
    language: str
    kind: str
    read: str
    reread: str
    claims: int
    entities: int
    alone: int


@dataclass(frozen=True, slots=True)
class Passage:
    """A claim of a source in words; ``alone`` if no other source supports its relationship."""

    sentence: str
    told: Told
    alone: bool


@dataclass(frozen=True, slots=True)
class Holdings:
    """A source with all that rests on it: passages in their order, entities by name."""

    source: Cited
    passages: tuple[Passage, ...]
    entities: tuple[Party, ...]


def sources(store: Store) -> list[Cited]:
    """Every source, the one that carries most first."""
    claims, entities = _counts(store, _CLAIMS), _counts(store, _ENTITIES)
    alone = Counter(_lonely(store).values())
    found = [_cited(props(row["s"]), claims, entities, alone) for row in store.read(_SOURCES)[1]]
    return sorted(found, key=lambda source: (-source.claims, source.id))


def holdings(store: Store, source_id: str, lang: str = "en") -> Holdings:
    """One source, by its id or address, and all that rests on it.

    Raises:
        QueryError: There is no such source.
    """
    source = _one(sources(store), source_id.strip())
    claims = of_source(store, source.id)
    names = parties(store, claims, lang)
    alone = {claim for claim, whose in _lonely(store).items() if whose == source.id}
    passages = [
        Passage(sentence(each.claim, names, lang), each, each.claim.id in alone)
        for each in told(claims, names, lang)
    ]
    _, rows = store.read(_WHO, {"source": source.id})
    who = named(store, (str(row["id"]) for row in rows), lang).values()
    return Holdings(
        source,
        tuple(sorted(passages, key=_place)),
        tuple(sorted(who, key=lambda party: (party.name, party.id))),
    )


def _one(found: Iterable[Cited], asked: str) -> Cited:
    known = {source.id: source for source in found}
    by_url = {source.url: source for source in known.values() if source.url}
    if asked in known:
        return known[asked]
    if asked in by_url:
        return by_url[asked]
    hint = did_you_mean(asked, known)
    raise QueryError(f"no source {asked[:80]!r}{hint or '; kg sources lists them'}")


def _counts(store: Store, text: str) -> dict[str, int]:
    return {str(row["source"]): int(str(row["count"])) for row in store.read(text)[1]}


def _lonely(store: Store) -> dict[str, str]:
    """Relationships that rest on one source: a claim of each, and that source."""
    whose = {str(row["id"]): str(row["source"]) for row in store.read(_WHOSE)[1]}
    _, rows = store.read(_ALONE)
    return {str(row["claim"]): whose[str(row["claim"])] for row in rows}


def _cited(
    node: Mapping[str, object],
    claims: Mapping[str, int],
    entities: Mapping[str, int],
    alone: Mapping[str, int],
) -> Cited:
    id_ = str(node["id"])
    texts = ("title", "publisher", "url", "published", "language", "kind", "read", "reread")
    return Cited(
        id=id_,
        **{key: str(node.get(key) or "") for key in texts},
        claims=claims.get(id_, 0),
        entities=entities.get(id_, 0),
        alone=alone.get(id_, 0),
    )


def _place(passage: Passage) -> tuple[list[tuple[int, str]], str]:
    """Page 9 before page 10."""
    claim = passage.told.claim
    return [_number(part) for part in claim.locator.replace(",", " ").split()], claim.id


def _number(part: str) -> tuple[int, str]:
    digits = part.partition("-")[0]
    return (int(digits), part) if digits.isdecimal() and len(digits) < 9 else (0, part)
