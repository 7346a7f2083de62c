"""Who an entity is tied to, by what ties them: counts of all, and the first few of each.

The store counts and cuts, so that a party with ten thousand ties costs no more than one with ten.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from kg.errors import QueryError
from kg.schema import predicates
from kg.store.bolt import Store

FIRST = 20
"""Parties of one kind of tie that are sent at once."""

_OUT = """
MATCH (e:Entity {id: $entity})-[r]->(o:Entity)
WHERE o.id <> $entity AND ($type = '' OR type(r) = $type)
WITH type(r) AS type, o, max(r.n_sources) AS sources, min(r.derived) AS derived
ORDER BY type, sources DESC, o.name, o.id
WITH type, derived, collect([o.id, coalesce(o[$name], o.name), o.label]) AS found
RETURN type, derived, size(found) AS count, found[$start..$end] AS parties
ORDER BY type, derived
"""
_IN = _OUT.replace("-[r]->", "<-[r]-")
_EXISTS = "MATCH (e:Entity {id: $entity}) RETURN e.id AS id"


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
    return sorted(_groups(store, entity, lang, part), key=_order)


def _groups(store: Store, entity: str, lang: str, part: Part) -> Iterator[Group]:
    asked = {
        "entity": entity,
        "type": part.type,
        "name": f"name_{lang}",
        "start": part.start,
        "end": part.start + part.most,
    }
    for text, is_forward in ((_OUT, True), (_IN, False)):
        for row in store.read(text, asked)[1]:
            yield _group(row, lang, is_forward)


def _group(row: Mapping[str, Any], lang: str, is_forward: bool) -> Group:
    predicate = predicates()[str(row["type"])]
    return Group(
        type=predicate.name,
        forward=is_forward,
        derived=bool(row["derived"]),
        words=(predicate.names if is_forward else predicate.inverse)[lang],
        count=int(row["count"]),
        parties=tuple(_party(cells) for cells in row["parties"]),
    )


def _party(cells: Sequence[Any]) -> Party:
    id_, name, label = map(str, cells)
    return Party(id_, name, label)


def _order(group: Group) -> tuple[bool, float, int, bool]:
    """What follows from others last; before that, near ties before far ones."""
    predicate = predicates()[group.type]
    place = list(predicates()).index(group.type)
    return group.derived, predicate.walk, place, not group.forward
