"""Which long names an acronym may stand for, and whether it is clear which one.

``PMBA`` is Polícia Militar da Bahia, ``BLKA`` Bayerisches Landeskriminalamt. ``LKA`` in a table
with two Landeskriminalämter is unclear: it stands for neither, and not even for another ``LKA``.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from kg.resolve.names import Name
from kg.resolve.record import Record
from kg.resolve.words import LEVELS, vocabulary

SHORTEST, LONGEST = 2, 6
_MOST = 400
"""Long names of a country that begin with one letter; where there are more, only initials count."""
_COMPOUNDS = (("landeskriminalamt", "lka"), ("bundeskriminalamt", "bka"), ("kriminalamt", "ka"))
_WHOLES = frozenset(whole for whole, _ in _COMPOUNDS)


@dataclass(frozen=True, slots=True)
class Acronyms:
    """By places in the table of names: what each acronym stands for, and those that are unclear."""

    meant: dict[int, dict[int, float]]
    unclear: frozenset[int]


def acronyms(names: Sequence[Name], owner: Sequence[int], records: Sequence[Record]) -> Acronyms:
    """Find the long names that each acronym may stand for, in its country."""
    asked = {at: name.squeezed for at, name in enumerate(names) if _may_be(name)}
    by_initials = _by_initials(names, frozenset(asked.values()))
    by_first = _Authorities(names, owner, records) if asked else None
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
            if by_first and not found and country and len(letters) > SHORTEST:
                found = dict.fromkeys(by_first.spelt(letters, country), 0.7)
            known[letters, country] = found
        found = known[letters, country]
        if _are_several(_identity(names[long], records[owner[long]]) for long in found):
            unclear |= {at} if names[at].is_acronym else set()
        elif found:
            meant[at] = found
    return Acronyms(meant, frozenset(unclear))


class _Authorities:
    """Authorities by country and first letter, and how an acronym may spell each."""

    def __init__(
        self, names: Sequence[Name], owner: Sequence[int], records: Sequence[Record]
    ) -> None:
        """Find those that have more than one word."""
        self.names = names
        self.places: dict[tuple[str, str], list[int]] = {}
        self.ways: dict[tuple[str, str], list[_Way]] = {}
        for at, name in enumerate(names):
            if name.domain and _is_long(name):
                first = name.words[0][0], records[owner[at]].country
                self.places.setdefault(first, []).append(at)

    def spelt(self, acronym: str, country: str) -> list[int]:
        """Those that an acronym spells; none where too many begin with its first letter."""
        which = acronym[0], country
        if which not in self.ways:
            places = self.places.get(which, ())
            few = places if len(places) <= _MOST else ()
            self.ways[which] = [way for at in few for way in _ways(at, self.names[at])]
        return list(_spelt(acronym, self.ways[which]))


class _Way(NamedTuple):
    """The words of a name that an acronym is made of, and two letters that it has to have."""

    at: int
    second: str
    last: str
    words: list[str]


def _by_initials(names: Sequence[Name], asked: frozenset[str]) -> dict[str, list[int]]:
    """The long names by those of their initials that are asked for."""
    found: dict[str, list[int]] = {}
    other = _place_words() | _WHOLES
    for at, name in enumerate(names if asked else ()):
        is_told = bool(name.places or name.domain) or not _WHOLES.isdisjoint(name.words)
        if is_told and not other.isdisjoint(name.words):
            every = {name.initials, initials(name), without_places(name)} if _is_long(name) else ()
            for some in asked.intersection(every):
                found.setdefault(some, []).append(at)
        elif name.initials in asked:
            found.setdefault(name.initials, []).append(at)
    return found


def _is_long(name: Name) -> bool:
    return len(name.words) > 1 or not _WHOLES.isdisjoint(name.words)


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
    return any(True for _ in _spelt(acronym, _ways(0, name)))


def _spelt(acronym: str, ways: Iterable[_Way]) -> Iterator[int]:
    most = len(acronym)
    for at, second, last, words in ways:
        may = last in acronym and second in acronym and len(words) <= most
        if may and _spells(acronym, words, 0):
            yield at


def _ways(at: int, name: Name) -> Iterator[_Way]:
    """The words that an acronym is made of: all, or all but the level of government."""
    means = vocabulary().means
    words = [_compound(word) or word for word in name.words]
    levels = {word for word in name.words if set(means.get(word, ".")) <= LEVELS}
    telling = [word for word in words if word not in levels]
    for some in (words, telling) if levels and telling else (words,):
        yield _Way(at, some[min(1, len(some) - 1)][0], some[-1][0], some)


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
