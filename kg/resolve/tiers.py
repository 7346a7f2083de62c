"""What may be merged without a person, and on what grounds.

T1: an identifier agrees. T2: the same exact key: squeezed name, legal form that fits, same country,
and a name that says enough. T3: a curated alias is the other's name. Only these merge. T4, the
score, suggests. Acronyms and names of nothing but common words never merge by their letters.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, NamedTuple

from kg.resolve.names import Name
from kg.resolve.record import Record
from kg.resolve.words import vocabulary

Tier = Literal["T1", "T2", "T3", "T4"]
_TELLING = 2
"""A name of so many common words and a legal form says enough."""


class Edge(NamedTuple):
    """Two records, by their places in the table, that are or may be one."""

    left: int
    right: int
    tier: Tier
    score: float
    why: str


def certain(records: Sequence[Record]) -> Iterator[Edge]:
    """The edges of T1, T2 and T3, in this order."""
    yield from _by_identifier(records)
    unclear = _unclear(records)
    yield from _by_key(records, unclear)
    yield from _by_alias(records, unclear)


def says_enough(name: Name, country: str) -> bool:
    """Whether the same letters are one thing: no acronym, no number, no police of nowhere."""
    if name.is_acronym or name.says_nothing or name.squeezed.isdecimal():
        return False
    if name.domain:
        return bool(country or name.places) and (len(name.tokens) > 1 or len(name.words) > 1)
    common = vocabulary().weights
    if all(word in common for word in name.words):
        return bool(name.form) and len(name.words) >= _TELLING
    return True


def key(name: Name, record: Record) -> tuple[str, str, str]:
    """What is the same for the same name in the same country, but for the legal form."""
    return name.squeezed, record.country, record.kind


def _by_identifier(records: Sequence[Record]) -> Iterator[Edge]:
    first: dict[str, int] = {}
    for at, record in enumerate(records):
        for number in record.telling_ids:
            other = first.setdefault(number, at)
            if other != at:
                yield Edge(other, at, "T1", 1.0, f"same identifier {number}")


def _by_key(records: Sequence[Record], unclear: frozenset[tuple[str, str]]) -> Iterator[Edge]:
    groups: dict[tuple[str, str, str], list[int]] = {}
    for at, record in enumerate(records):
        groups.setdefault(key(record.name, record), []).append(at)
    for group in groups.values():
        if len(group) > 1:
            yield from _same_form(records, [at for at in group if _tells(records[at], unclear)])


def _tells(record: Record, unclear: frozenset[tuple[str, str]]) -> bool:
    return says_enough(record.name, record.country) and not _is_unclear(record, unclear)


def _same_form(records: Sequence[Record], group: list[int]) -> Iterator[Edge]:
    """Records of one key whose forms fit; one without a form only where there is one form."""
    kinds: list[list[int]] = []
    bare = []
    for at in group:
        form = records[at].name.form
        if not form:
            bare.append(at)
            continue
        for known in kinds:
            if all(records[other].name.form.fits(form) for other in known):
                known.append(at)
                break
        else:
            kinds.append([at])
    together = [sorted(kinds[0] + bare)] if len(kinds) == 1 else [*kinds, bare]
    for members in together:
        for at in members[1:]:
            yield Edge(members[0], at, "T2", 1.0, "same name, country and legal form")


def _by_alias(records: Sequence[Record], unclear: frozenset[tuple[str, str]]) -> Iterator[Edge]:
    """Where a curated alias of one record is a name of exactly one other."""
    aliases = {key(name, record) for record in records for name in record.aliases}
    if not aliases:
        return
    owners: dict[tuple[str, str, str], dict[int, bool]] = {}
    for at, record in enumerate(records):
        for number, name in enumerate(record.all_names()):
            its = key(name, record)
            if its not in aliases:
                continue
            if says_enough(name, record.country) and not _is_unclear(record, unclear):
                known = owners.setdefault(its, {})
                known[at] = known.get(at, False) or number == 0
    for (squeezed, _, _), found in sorted(owners.items()):
        if len(found) == 2 and not all(found.values()):
            one, two = sorted(found)
            yield Edge(one, two, "T3", 1.0, f"alias {squeezed!r} of one is a name of the other")


def _unclear(records: Iterable[Record]) -> frozenset[tuple[str, str]]:
    """Tokens and country of authorities of a place that has two of them, on two levels.

    Where there are a police of the city and one of the county of Chiayi, nobody knows which one
    ``Chiayi police`` is.
    """
    levels: dict[tuple[str, str], set[frozenset[str]]] = {}
    for record in records:
        name = record.name
        if name.domain and name.level:
            levels.setdefault((_bare(name), record.country), set()).add(name.level)
    return frozenset(found for found, known in levels.items() if len(known) > 1)


def _is_unclear(record: Record, unclear: frozenset[tuple[str, str]]) -> bool:
    name = record.name
    return bool(name.domain) and not name.level and (_bare(name), record.country) in unclear


def _bare(name: Name) -> str:
    """What an authority is called besides its kind and level: the place."""
    return " ".join(sorted(token for token in name.tokens if token[0] != "="))
