"""What the words of names stand for: concepts and places, the same in every language.

``Polizei`` and ``policía`` are the concept ``=police``, ``Beieren`` and ``bayerische`` the place
``@de-by``. A word that stands for neither is itself, without a plural's s.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple

from kg.resolve.tables import rows

AUTHORITIES = frozenset(
    [
        "=police",
        "=gendarmerie",
        "=guard",
        "=criminal",
        "=ministry",
        "=municipality",
        "=court",
        "=prison",
        "=customs",
        "=government",
        "=parliament",
        "=authority",
        "=agency",
    ]
)
LEVELS = frozenset(
    ["=federal", "=national", "=state", "=canton", "=province", "=county", "=city", "=municipal"]
)
BRANCHES = frozenset(
    [
        *("=military", "=civil", "=criminal", "=highway", "=customs", "=border", "=coast", "=fire"),
        *("=north", "=south", "=east", "=west", "=central"),
    ]
)
DOMAINS = {token: token for token in AUTHORITIES} | {"=patrol": "=police"}
"""Token -> what kind of authority it speaks of."""
NOTHING = 1
"""The class of words that stand where a name should: unknown, various, self-employed."""
_TELLING = LEVELS | BRANCHES | DOMAINS.keys()
_SAME_LEVEL = {"=municipal": "=city"}


class Place(NamedTuple):
    """A place that a name may speak of, and its country."""

    id: str
    country: str


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words and phrases that are known."""

    means: dict[str, tuple[str, ...]]
    phrases: dict[str, tuple[tuple[str, ...], ...]]
    """First word -> the phrases of several words that begin with it, the longest first."""
    country_of: dict[str, str]
    """Place token -> country."""
    weights: dict[str, int]
    """Word -> how little it tells: 3 nothing at all, 2 little, 1 that there is no name."""
    empty: frozenset[str] = frozenset()
    """Words that tell nothing at all."""
    plain: dict[str, str] = field(default_factory=dict)
    """Word -> token, of words met that are no authority, place, number or part of a phrase."""

    def plain_tokens(self, words: Sequence[str]) -> list[str] | None:
        """The tokens of a name that speaks of no authority, place or number; else None."""
        known, found = self.plain, []
        for word in words:
            token = known.get(word)
            if token is None:
                if word in self.means or word in self.phrases or not word.isalpha():
                    return None
                token = known[word] = _singular(word)
            found.append(token)
        return found

    def tokens(self, words: Sequence[str]) -> list[str]:
        """The words of a name as tokens, without those that tell nothing."""
        found: list[str] = []
        means, phrases, at, size = self.means, self.phrases, 0, len(words)
        while at < size:
            word = words[at]
            if word in phrases and (taken := self._phrase(words, at)):
                found += means[" ".join(words[at : at + taken])]
                at += taken
                continue
            known = means.get(word)
            found += known if known is not None else _itself(word)
            at += 1
        return _counted(found)

    def _phrase(self, words: Sequence[str], at: int) -> int:
        for phrase in self.phrases[words[at]]:
            if tuple(words[at : at + len(phrase)]) == phrase:
                return len(phrase)
        return 0


@cache
def vocabulary() -> Vocabulary:
    """Everything under data/names/ but the legal forms."""
    means: dict[str, tuple[str, ...]] = {}
    weights: dict[str, int] = {}
    country_of: dict[str, str] = {}
    for row in rows("common"):
        weights |= dict.fromkeys(row["words"].split("|"), int(row["weight"]))
    for row in rows("words"):
        means[row["word"]] = tuple(
            word if word.isdecimal() else f"={word}" for word in row["means"].split()
        )
    for row in rows("places"):
        token = f"@{row['place']}"
        means[row["name"]] = (token,)
        country_of[token] = row["country"]
    empty = frozenset(word for word, weight in weights.items() if weight == 3)
    means |= {
        short: means[name]
        for name in tuple(means)
        if " " in (short := " ".join(word for word in name.split() if word not in empty))
    }
    means |= dict.fromkeys(empty, ())
    phrases: dict[str, list[tuple[str, ...]]] = {}
    for name in means:
        if " " in name:
            parts = tuple(name.split())
            phrases.setdefault(parts[0], []).append(parts)
    ordered = {first: tuple(sorted(all_, key=len, reverse=True)) for first, all_ in phrases.items()}
    plain = {
        word: tokens[0]
        for word, tokens in means.items()
        if len(tokens) == 1 and tokens[0] not in _TELLING and tokens[0][0] == "="
        if word not in phrases
    }
    return Vocabulary(means, ordered, country_of, weights, empty, plain)


def level(tokens: Sequence[str]) -> frozenset[str]:
    """The levels of government that the tokens of a name speak of."""
    if LEVELS.isdisjoint(tokens):
        return frozenset()
    return frozenset(_SAME_LEVEL.get(token, token) for token in tokens if token in LEVELS)


def branch(tokens: Sequence[str]) -> frozenset[str]:
    """What a force does, or where, that not every police does: military, highway, north."""
    return BRANCHES.intersection(tokens)


def _counted(tokens: list[str]) -> list[str]:
    """Tens and units that stand side by side as one number: ``40 4`` is 44."""
    for at in range(len(tokens) - 2, -1, -1):
        tens, units = tokens[at], tokens[at + 1]
        if len(tens) == 2 and tens[1] == "0" and units.isdecimal() and len(units) == 1:
            tokens[at : at + 2] = [tens[0] + units]
    return tokens


def _itself(word: str) -> tuple[str, ...]:
    """A word that stands for nothing else; one that looks like a concept or a place is neither."""
    if word[:1] in ("=", "@"):
        return (f"?{word}",)
    return (_singular(word),) if word else ()


def _singular(word: str) -> str:
    if len(word) > 4 and word[-1] == "s" and word[-2] not in "su":
        return word[:-1]
    return word
