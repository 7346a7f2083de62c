"""Claims as they lie in a store, with the names of everybody in them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kg.reading.cited import name_of
from kg.schema import qualifiers
from kg.store.bolt import Store

_AROUND = """
MATCH (c:Claim)-[tie:SUBJECT|OBJECT|INVOLVES]->(e:Entity {id: $entity})
RETURN c, type(tie) AS tie, tie.as AS as
ORDER BY c.id, tie, as
"""
_THESE = "UNWIND $ids AS id MATCH (c:Claim {id: id}) RETURN c ORDER BY c.id"
_OF_SOURCE = "MATCH (c:Claim {source: $source}) RETURN c ORDER BY c.id"
_PARTIES = "UNWIND $ids AS id MATCH (e:Entity {id: id}) RETURN e ORDER BY e.id"


@dataclass(frozen=True, slots=True)
class Claim:
    """One claim. ``qualifiers`` are (key, value) pairs as written; ids of entities stay ids."""

    id: str
    predicate: str
    subject: str
    object: str
    text: str
    qualifiers: tuple[tuple[str, str], ...]
    certainty: str
    said_by: str
    source: str
    locator: str
    says: str
    date_lo: str
    date_hi: str

    def get(self, key: str) -> str:
        """A qualifier's value, or an empty text."""
        return next((value for name, value in self.qualifiers if name == key), "")

    def entities(self) -> set[str]:
        """Every entity id in it. ``said_by`` may be one, or plain words."""
        types = qualifiers()
        named = {
            part
            for key, value in self.qualifiers
            if key in types and types[key].type == "entity"
            for part in value.split("|")
        }
        return {self.subject, self.object, self.said_by, *named} - {""}


@dataclass(frozen=True, slots=True)
class Party:
    """An entity by its id, with its name in the reader's language and its label."""

    id: str
    name: str
    label: str


def around(
    store: Store, entity: str, most: int | None = None
) -> list[tuple[tuple[str, ...], Claim]]:
    """Every claim with an entity in it, and as what: ``subject``, ``object``, ``via`` ...

    With ``most``, only the first so many of its ties to claims.
    """
    text = _AROUND if most is None else f"{_AROUND}LIMIT {most:d}"
    _, rows = store.read(text, {"entity": entity})
    roles: dict[str, list[str]] = {}
    found: dict[str, Claim] = {}
    for row in rows:
        claim = _claim(row["c"])
        found[claim.id] = claim
        roles.setdefault(claim.id, []).append(str(row["as"] or str(row["tie"]).lower()))
    return [(tuple(roles[id_]), claim) for id_, claim in found.items()]


def these(store: Store, ids: Iterable[str]) -> dict[str, Claim]:
    """Claims by their ids."""
    _, rows = store.read(_THESE, {"ids": sorted(set(ids))})
    return {claim.id: claim for claim in (_claim(row["c"]) for row in rows)}


def of_source(store: Store, source: str) -> list[Claim]:
    """Every claim that cites a source, sorted by id."""
    _, rows = store.read(_OF_SOURCE, {"source": source})
    return [_claim(row["c"]) for row in rows]


def parties(store: Store, claims: Iterable[Claim], lang: str) -> dict[str, Party]:
    """Everybody in some claims, by id."""
    ids = {id_ for claim in claims for id_ in claim.entities()}
    return named(store, ids, lang)


def named(store: Store, ids: Iterable[str], lang: str) -> dict[str, Party]:
    """Entities by id; an id that is none is left out."""
    _, rows = store.read(_PARTIES, {"ids": sorted(set(ids))})
    nodes = [props(row["e"]) for row in rows]
    return {
        str(node["id"]): Party(str(node["id"]), name_of(node, lang), str(node["label"]))
        for node in nodes
    }


def props(node: object) -> dict[str, object]:
    """The properties of a node as a store returns it."""
    assert isinstance(node, Mapping)
    return dict(node)


def _claim(node: object) -> Claim:
    known = props(node)
    pairs = known.get("qualifiers") or []
    assert isinstance(pairs, list)
    return Claim(
        qualifiers=tuple((key, value) for key, _, value in (str(p).partition("=") for p in pairs)),
        **{key: str(known.get(key) or "") for key in _TEXTS},
    )


_TEXTS = tuple(name for name in Claim.__dataclass_fields__ if name != "qualifiers")
