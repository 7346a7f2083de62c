"""What a judgement moves: which ids, names and claims are one before and after it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from kg.dossier import EDITORS, Dossier
from kg.schema import qualifiers
from kg.statements import Statement


@dataclass(frozen=True, slots=True)
class One:
    """An entity: the ids that lead to it, its names, and how many claims speak of it."""

    id: str
    label: str
    name: str
    also: tuple[str, ...]
    ids: tuple[str, ...]
    claims: int


@dataclass(frozen=True, slots=True)
class Move:
    """The entities that a judgement concerns, as they were and as they are then."""

    before: tuple[One, ...]
    after: tuple[One, ...]


def move(before: Dossier, after: Dossier) -> Move:
    """Compare two dossiers of the same files that differ in who is who."""
    was, becomes = _clusters(before), _clusters(after)
    moved = {id_ for id_ in was.keys() | becomes.keys() if was.get(id_) != becomes.get(id_)}
    concerned = sorted({id_ for one in moved for id_ in was.get(one, (one,))} | moved)
    return Move(_ones(before, concerned), _ones(after, concerned))


def ones(dossier: Dossier, *ids: str) -> tuple[One, ...]:
    """The entities that some ids lead to."""
    return _ones(dossier, ids)


def between(dossier: Dossier, one: One, other: One) -> int:
    """How many claims speak of both: of an entity that is one with another they would go astray."""
    some, others = set(one.ids), set(other.ids)
    found = (set(_spoken_of(said)) for said in _claims(dossier))
    return sum(1 for ids in found if ids & some and ids & others)


def _clusters(dossier: Dossier) -> dict[str, tuple[str, ...]]:
    """For each id that is one with another: all that are one with it."""
    found: dict[str, tuple[str, ...]] = {}
    for head, members in dossier.clusters.members().items():
        whole = (head, *members)
        found.update(dict.fromkeys(whole, whole))
    return found


def _ones(dossier: Dossier, ids: Iterable[str]) -> tuple[One, ...]:
    known = _clusters(dossier)
    heads = dict.fromkeys(dossier.clusters.head(id_) for id_ in ids)
    wholes = {head: known.get(head, (head,)) for head in heads if head in dossier.entities}
    counts = _counted(dossier, wholes)
    return tuple(_one(dossier, head, whole, counts[head]) for head, whole in wholes.items())


def _one(dossier: Dossier, head: str, ids: tuple[str, ...], claims: int) -> One:
    entity = dossier.entities[head]
    others = (*(name for _, name in entity.names), *entity.aliases)
    also = tuple(name for name in dict.fromkeys(others) if name != entity.name)
    return One(head, entity.label, entity.name, also, ids, claims)


def _counted(dossier: Dossier, wholes: Mapping[str, tuple[str, ...]]) -> dict[str, int]:
    """How many claims speak of each; one that speaks of two counts for both."""
    owner = {id_: head for head, ids in wholes.items() for id_ in ids}
    counts = dict.fromkeys(wholes, 0)
    for said in _claims(dossier):
        for head in {owner[id_] for id_ in _spoken_of(said) if id_ in owner}:
            counts[head] += 1
    return counts


def _claims(dossier: Dossier) -> Iterator[Statement]:
    return (said for said in dossier.statements if said.source != EDITORS.id)


def _spoken_of(said: Statement) -> Iterator[str]:
    yield from (said.subject, said.object, said.said_by)
    for key, _ in said.qualifiers:
        if qualifiers()[key].type == "entity":
            yield from said.entities(key)
