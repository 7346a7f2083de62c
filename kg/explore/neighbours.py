"""Who an entity is tied to, by what ties them: counts of all, and the first few of each.

The store counts first, and cuts what is long, so that a party with ten thousand ties is asked about
in the time of one with ten. The entity stands alone in front of each pattern: a store that plans
from left to right would else look at every relationship that there is.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from kg.errors import QueryError
from kg.schema import predicates
from kg.store.bolt import Store

FIRST = 20
"""Parties of one kind of tie that are sent at once."""

_SHORT = 200
"""Ties of a kind up to which all are read in one go with those of other kinds."""

_EXISTS = "MATCH (e:Entity {id: $entity}) RETURN e.id AS id"
_CLAIMS = """
MATCH (e:Entity {id: $entity})
WITH e
MATCH (e)<-[:SUBJECT|OBJECT|INVOLVES]-(c:Claim)
RETURN count(DISTINCT c.id) AS count
"""
_OUT, _IN = "(e)-[r]->(o:Entity)", "(e)<-[r]-(o:Entity)"
_COUNTS = """
MATCH (e:Entity {id: $entity})
WITH e
MATCH PATTERN
WHERE o.id <> $entity AND ($type = '' OR type(r) = $type)
RETURN type(r) AS type, r.derived AS derived, count(DISTINCT o.id) AS count
ORDER BY type, derived
"""
_PARTIES = """
MATCH (e:Entity {id: $entity})
WITH e
MATCH PATTERN
WHERE o.id <> $entity AND type(r) IN $types
WITH type(r) AS type, o, max(r.n_sources) AS sources
ORDER BY type, sources DESC, o.name, o.id
SKIP $start LIMIT $most
RETURN type, o.id AS id, coalesce(o[$name], o.name) AS name, o.label AS label
"""


@dataclass(frozen=True, slots=True)
class Party:
    """The entity at the other end."""

    id: str
    name: str
    label: str


@dataclass(frozen=True, slots=True)
class Group:
    """All that one kind of tie leads to: ``count`` parties, and some of them.

    ``words`` is the verb, read from the entity; ``forward`` tells whether it is the subject.
    """

    type: str
    forward: bool
    derived: bool
    words: str
    count: int
    parties: tuple[Party, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """Which ties to list, and which of their parties: ``type`` "" is every kind of tie."""

    type: str = ""
    start: int = 0
    most: int = FIRST


def neighbours(store: Store, entity: str, lang: str, part: Part = Part()) -> list[Group]:
    """The ties of an entity, those that tell most first.

    Raises:
        QueryError: There is no such entity, or no such tie.
    """
    if part.type and part.type not in predicates():
        raise QueryError(f"no relationship {part.type!r}")
    if not store.read(_EXISTS, {"entity": entity})[1]:
        raise QueryError(f"no entity {entity!r}")
    asked = {"entity": entity, "name": f"name_{lang}"}
    found = [
        group
        for is_forward in (True, False)
        for group in _groups(store, asked, lang, part, is_forward=is_forward)
    ]
    return sorted(found, key=_order)


def claims_around(store: Store, entity: str) -> int:
    """How many claims have an entity in them."""
    return int(str(store.read(_CLAIMS, {"entity": entity})[1][0]["count"]))


def _groups(
    store: Store, asked: Mapping[str, object], lang: str, part: Part, *, is_forward: bool
) -> Iterator[Group]:
    counts = _COUNTS.replace("PATTERN", _OUT if is_forward else _IN)
    counted = store.read(counts, {**asked, "type": part.type})[1]
    text = _PARTIES.replace("PATTERN", _OUT if is_forward else _IN)
    parties = _parties(store, text, asked, part, counted)
    for row in counted:
        predicate = predicates()[str(row["type"])]
        yield Group(
            type=predicate.name,
            forward=is_forward,
            derived=bool(row["derived"]),
            words=(predicate.names if is_forward else predicate.inverse)[lang],
            count=int(str(row["count"])),
            parties=parties[predicate.name],
        )


def _parties(
    store: Store,
    text: str,
    asked: Mapping[str, object],
    part: Part,
    counted: Sequence[Mapping[str, Any]],
) -> dict[str, tuple[Party, ...]]:
    """The wanted parties by type: of short lists all at once, of each long one its own part."""
    long = [str(row["type"]) for row in counted if row["count"] > _SHORT]
    short = [str(row["type"]) for row in counted if row["count"] <= _SHORT]
    found: dict[str, list[Party]] = {type_: [] for type_ in (*short, *long)}
    for types, start, most in (
        *([(short, 0, _SHORT * len(short))] if short else []),
        *(([type_], part.start, part.most) for type_ in long),
    ):
        rows = store.read(text, {**asked, "types": types, "start": start, "most": most})[1]
        for row in rows:
            party = Party(str(row["id"]), str(row["name"]), str(row["label"]))
            found[str(row["type"])].append(party)
    cut = slice(part.start, part.start + part.most)
    return {type_: tuple(each if type_ in long else each[cut]) for type_, each in found.items()}


def _order(group: Group) -> tuple[bool, float, int, bool]:
    """What follows from others last; before that, near ties before far ones."""
    predicate = predicates()[group.type]
    place = list(predicates()).index(group.type)
    return group.derived, predicate.walk, place, not group.forward
