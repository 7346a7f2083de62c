"""Which long names an acronym may stand for, and whether it is clear which one.

``PMBA`` is Polícia Militar da Bahia, ``BLKA`` Bayerisches Landeskriminalamt. ``LKA`` in a table
with two Landeskriminalämter is unclear: it stands for neither, and not even for another ``LKA``.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from kg.resolve.names import Name
from kg.resolve.record import Record
from kg.resolve.words import LEVELS, vocabulary

SHORTEST, LONGEST = 2, 6
_MOST = 400
"""Long names of a country that begin with one letter; where there are more, only initials count."""
_COMPOUNDS = (("landeskriminalamt", "lka"), ("bundeskriminalamt", "bka"), ("kriminalamt", "ka"))
_WHOLES = frozenset(whole for whole, _ in _COMPOUNDS)

_Ways = tuple[list[str], ...]
_ByFirst = dict[tuple[str, str], list[int]]


@dataclass(frozen=True, slots=True)
class Acronyms:
    """By places in the table of names: what each acronym stands for, and those that are unclear."""

    meant: dict[int, dict[int, float]]
    unclear: frozenset[int]


def acronyms(names: Sequence[Name], owner: Sequence[int], records: Sequence[Record]) -> Acronyms:
    """Find the long names that each acronym may stand for, in its country."""
    asked = {at: name.squeezed for at, name in enumerate(names) if _may_be(name)}
    by_initials, by_first = _long(names, frozenset(asked.values()), owner, records)
    known: dict[tuple[str, str], dict[int, float]] = {}
    meant: dict[int, dict[int, float]] = {}
    unclear: set[int] = set()
    for at, letters in asked.items():
        country = records[owner[at]].country
        if (letters, country) not in known:
            found = {
                long: 1.0
                for long in by_initials.get(letters, ())
                if _same(country, records[owner[long]].country)
            }
            near = by_first.get((letters[0], country), ()) if country else ()
            if not found and len(near) <= _MOST and len(letters) > SHORTEST:
                found = {long: 0.7 for long in near if spells(letters, names[long])}
            known[letters, country] = found
        found = known[letters, country]
        if _are_several(_identity(names[long], records[owner[long]]) for long in found):
            unclear |= {at} if names[at].is_acronym else set()
        elif found:
            meant[at] = found
    return Acronyms(meant, frozenset(unclear))


def _long(
    names: Sequence[Name], asked: frozenset[str], owner: Sequence[int], records: Sequence[Record]
) -> tuple[dict[str, list[int]], _ByFirst]:
    """The long names by those of their initials that are asked for; authorities by their first."""
    by_initials: dict[str, list[int]] = {}
    by_first: _ByFirst = {}
    if not asked:
        return by_initials, by_first
    for at, name in enumerate(names):
        is_compound = not _WHOLES.isdisjoint(name.words)
        if len(name.words) < 2 and not is_compound:
            continue
        if is_compound or name.places or name.domain:
            for some in {name.initials, initials(name), without_places(name)} & asked:
                by_initials.setdefault(some, []).append(at)
        elif name.initials in asked:
            by_initials.setdefault(name.initials, []).append(at)
        if name.domain:
            first = name.words[0][0], records[owner[at]].country
            by_first.setdefault(first, []).append(at)
    return by_initials, by_first


def _are_several(found: Iterable[object]) -> bool:
    """Whether there are two that differ."""
    every = iter(found)
    first = next(every, None)
    return any(other != first for other in every)


def initials(name: Name) -> str:
    """The initials of a name's words, of compounds those of their parts: ``lka``."""
    return "".join([_compound(word) or word[0] for word in name.words])


def without_places(name: Name) -> str:
    """The initials without those of places: ``lka`` for every Landeskriminalamt."""
    places = _place_words()
    return "".join([_compound(word) or word[0] for word in name.words if word not in places])


@cache
def _place_words() -> frozenset[str]:
    """The words that mean a place and nothing else."""
    means = vocabulary().means.items()
    return frozenset(word for word, tokens in means if len(tokens) == 1 and tokens[0][0] == "@")


def spells(acronym: str, name: Name) -> bool:
    """Whether an acronym is made of beginnings of all the words, in order; the last may give more.

    ``pmpb`` is Polícia Militar da Paraíba: the last word gives p and b.
    """
    return _spells_one(acronym, _ways(name.words))


@lru_cache(maxsize=1 << 14)
def _ways(own: tuple[str, ...]) -> _Ways:
    """The words that an acronym is made of: all, or all but the level of government."""
    means = vocabulary().means
    words = [_compound(word) or word for word in own]
    levels = {word for word in own if set(means.get(word, ".")) <= LEVELS}
    telling = [word for word in words if word not in levels]
    return (words, telling) if levels and telling else (words,)


def _spells_one(acronym: str, ways: _Ways) -> bool:
    for words in ways:
        may_be = len(words) <= len(acronym) and words[-1][0] in acronym
        if may_be and words[min(1, len(words) - 1)][0] in acronym and _spells(acronym, words, 0):
            return True
    return False


def _spells(rest: str, words: Sequence[str], at: int) -> bool:
    if at == len(words) - 1:
        return bool(rest) and rest[0] == words[at][0] and _is_within(rest, words[at])
    for size in range(1, len(rest)):
        if not words[at].startswith(rest[:size]):
            return False
        if _spells(rest[size:], words, at + 1):
            return True
    return False


def _is_within(rest: str, word: str) -> bool:
    letters = iter(word)
    return all(letter in letters for letter in rest)


def _may_be(name: Name) -> bool:
    is_short = len(name.words) == 1 and SHORTEST <= len(name.squeezed) <= LONGEST
    return is_short and name.tokens[0][0] != "@"


def _compound(word: str) -> str:
    for whole, short in _COMPOUNDS:
        if word == whole:
            return short
    return ""


def _same(one: str, two: str) -> bool:
    return one == two or not one or not two


def _identity(name: Name, record: Record) -> tuple[object, ...]:
    bare = frozenset(token for token in name.tokens if token[0] != "=")
    return (bare, name.branch) if name.domain else (name.tokens, record.country)
