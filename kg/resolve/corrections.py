"""Contracts that a later notice repeats because it corrects or changes the earlier one: the same.

Such a notice names the one whose place it takes, often by the id that its sender gave it before it
had a number. Both call the contract by that id and its place there, and so no name is compared.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping

from kg.resolve.joining import Join
from kg.statements import Entity

SCHEME = "in_notice:"
_WHY = "a notice that corrects or changes the one of the other names it"


def repeated(
    entities: Mapping[str, Entity], apart: Collection[tuple[str, str]] = ()
) -> Iterator[Join]:
    """Each contract that is another one once more; ``apart`` are pairs that were judged to be two.

    The one that stays is the one that names no earlier notice.
    """
    named = {one.id: _places(one) for one in entities.values() if one.label == "Contract"}
    for group in _groups(named):
        if any(left in group and right in group for left, right in apart):
            continue
        first, *others = sorted(group, key=lambda id_: (len(named[id_]), id_))
        yield from (Join(one, first, entities[one].name, "T1", _WHY) for one in others)


def _places(entity: Entity) -> tuple[str, ...]:
    return tuple(number for number in entity.ids if number.startswith(SCHEME))


def _groups(named: Mapping[str, Iterable[str]]) -> list[set[str]]:
    """Those that share a place in a notice, also over others: a correction may be corrected."""
    by_place: dict[str, set[str]] = {}
    for id_ in sorted(named):
        group = {id_}
        for place in named[id_]:
            group |= by_place.get(place, set())
        for one in group:
            by_place.update(dict.fromkeys(named[one], group))
    found = {min(group): group for group in by_place.values() if len(group) > 1}
    return [found[first] for first in sorted(found)]
