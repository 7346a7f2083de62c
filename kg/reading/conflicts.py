"""What sources contradict each other on, side by side. Nothing here picks a winner."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from kg.reading.cited import cited
from kg.reading.claims import Claim, Party, parties, these
from kg.reading.facts import Told, told
from kg.reading.phrases import sentence
from kg.store.bolt import Store

KINDS = ("conflict", "unclear", "history")
"""Both cannot hold; it is left open whether they can; it changed over time."""

_HEADS = """
MATCH (:Claim)-[r:CONFLICTS_WITH]->(:Claim)
WHERE $all OR r.id IN $ids
RETURN DISTINCT r.id AS id, r.title AS title, r.about AS about, r.kind AS kind, r.note AS note
ORDER BY id
"""
_CLAIMS = """
MATCH (c:Claim)-[r:CONFLICTS_WITH]-(:Claim)
WHERE $all OR r.id IN $ids
RETURN DISTINCT r.id AS id, c.id AS claim
ORDER BY id, claim
"""
_OF = """
UNWIND $claims AS claim
MATCH (c:Claim {id: claim})
WITH c
MATCH (c)-[r:CONFLICTS_WITH]-(:Claim)
RETURN DISTINCT r.id AS id
ORDER BY id
"""
_ABOUT = """
MATCH (c:Claim)-[:SUBJECT|OBJECT|INVOLVES]->(e:Entity {id: $entity})
RETURN DISTINCT c.id AS id
ORDER BY id
"""


@dataclass(frozen=True, slots=True)
class Conflict:
    """Claims that do not agree: what about (a value, date, status, outcome ...), and of what kind.

    ``note`` says what is known of the matter, empty if nothing is.
    """

    id: str
    title: str
    about: str
    kind: str
    note: str
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Side:
    """One claim of a conflict: its sentence, what narrows it down, and where it stands."""

    sentence: str
    told: Told
    cited: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Group:
    """A conflict with its claims side by side, best evidence first."""

    conflict: Conflict
    sides: tuple[Side, ...]


def conflicts(store: Store, entity: str | None = None, lang: str = "en") -> list[Group]:
    """Every conflict, or those that an entity is in; contradictions before what is explained."""
    if entity is None:
        found = contradictions(store)
    else:
        _, rows = store.read(_ABOUT, {"entity": entity})
        found = contradictions(store, [str(row["id"]) for row in rows])
    ids = {claim for conflict in found for claim in conflict.claims}
    claims = these(store, ids)
    names = parties(store, claims.values(), lang)
    evidence = cited(store, ids, lang)
    return [_group(conflict, claims, names, evidence, lang) for conflict in found]


def contradictions(store: Store, claims: Iterable[str] | None = None) -> list[Conflict]:
    """Every conflict, or those that some claims are in, by kind and title."""
    asked: dict[str, object] = {"all": claims is None, "ids": []}
    if claims is not None:
        _, rows = store.read(_OF, {"claims": sorted(claims)})
        if not rows:
            return []
        asked["ids"] = [row["id"] for row in rows]
    sides: dict[str, list[str]] = {}
    for row in store.read(_CLAIMS, asked)[1]:
        sides.setdefault(str(row["id"]), []).append(str(row["claim"]))
    found = [_conflict(row, sides[str(row["id"])]) for row in store.read(_HEADS, asked)[1]]
    return sorted(found, key=lambda each: (KINDS.index(each.kind), each.title, each.id))


def by_claim(found: Iterable[Conflict]) -> dict[str, list[str]]:
    """The ids of the conflicts that each claim is in."""
    ids: dict[str, list[str]] = {}
    for conflict in found:
        for claim in conflict.claims:
            ids.setdefault(claim, []).append(conflict.id)
    return ids


def _conflict(row: Mapping[str, object], claims: Sequence[str]) -> Conflict:
    texts = {key: str(row[key] or "") for key in ("id", "title", "about", "kind", "note")}
    return Conflict(**texts, claims=tuple(claims))


def _group(
    conflict: Conflict,
    claims: Mapping[str, Claim],
    names: Mapping[str, Party],
    evidence: Mapping[str, Mapping[str, object]],
    lang: str,
) -> Group:
    sides = told((claims[id_] for id_ in conflict.claims), names, lang)
    return Group(
        conflict,
        tuple(
            Side(sentence(side.claim, names, lang), side, evidence[side.claim.id]) for side in sides
        ),
    )
