"""Parties as files name them, and what becomes of them."""

from collections.abc import Iterable, Mapping

from kg.resolve.joining import Joined, join
from kg.statements import Entity


def entity(id_: str, name: str, country: str = "ES", label: str = "Company", **more: str) -> Entity:
    """An entity; ``ids``, ``aliases`` and ``also`` (names in other languages) as written in CSV."""

    def listed(key: str) -> tuple[str, ...]:
        return tuple(part for part in more.get(key, "").split("|") if part)

    return Entity(
        id=id_,
        label=label,
        name=name,
        names=tuple((part[:2], part[3:]) for part in listed("also")),
        aliases=listed("aliases"),
        countries=tuple(country.split("|")) if country else (),
        ids=listed("ids"),
        notes=more.get("notes", ""),
    )


def joined(
    *free: Entity,
    shipped: Iterable[Entity] = (),
    own: Iterable[Entity] = (),
    apart: Iterable[tuple[str, str]] = (),
) -> Joined:
    """Files that name ``free``, beside a table that is shipped and one that the user wrote."""
    tables = [list(own), list(shipped)]
    known = {one.id: one for table in (*tables, free) for one in table}
    return join(known, apart, [[one.id for one in table] for table in tables])


def pairs(found: Joined) -> set[tuple[str, str, str]]:
    return {(one.into, one.id, one.tier) for one in found.same}


def suggested(found: Joined) -> Mapping[frozenset[str], str]:
    return {frozenset((one.left, one.right)): one.why for one in found.suggestions}
