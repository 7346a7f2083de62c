"""Firms made up for measuring large tables: perturbed real names, with the truth known.

A firm's name is the beginning of one real name or a coined word (the beginning of a real word and
the end of another), what follows the first word in another real name, and a legal form of its
country. Four in ten firms stand in the table under two to five spellings: a typo, another legal
form or none, words in another order, joined, cut, added or left out, capitals. The real names are
those of the labelled sets and of data/entities.csv. Drawn by a hash, so that every machine makes
the same.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import blake2b
from typing import TypeVar

from benchmarks.resolution.sets import clusters, curated, pairs

T = TypeVar("T")

FORMS = {
    "NL": ("B.V.", "BV", "N.V.", "Besloten Vennootschap"),
    "BE": ("NV", "N.V.", "BVBA", "SPRL"),
    "DE": ("GmbH", "Gesellschaft mit beschränkter Haftung", "AG", "GmbH & Co. KG"),
    "FR": ("SAS", "S.A.S.", "SARL", "S.A."),
    "ES": ("S.L.", "SL", "S.A.", "Sociedad Limitada"),
    "IT": ("S.r.l.", "SRL", "S.p.A.", "SpA"),
    "GB": ("Ltd", "Limited", "Ltd.", "plc"),
}
COUNTRIES = tuple(FORMS)
ADDED = ("Group", "International", "Europe", "Holding")
COPIES = (0, 0, 0, 0, 0, 0, 1, 1, 1, 2, 2, 4)
"""How many more spellings the firms have, one of these each."""


@dataclass(frozen=True, slots=True)
class Row:
    """A name as a table has it, and the firm that it is of."""

    name: str
    country: str
    firm: int


class Draw:
    """Numbers that look like chance and are the same every time."""

    def __init__(self, *key: object) -> None:
        """Begin anew for this key."""
        self.left = int.from_bytes(blake2b(repr(key).encode(), digest_size=60).digest())

    def below(self, bound: int) -> int:
        """The next number from 0 to below the bound."""
        self.left, found = divmod(self.left, bound)
        return found

    def of(self, some: Sequence[T]) -> T:
        """One of some."""
        return some[self.below(len(some))]


@cache
def real_names() -> list[tuple[str, ...]]:
    """The words of the real names, without legal forms."""
    tables = (clusters("patstat_nl"), clusters("nsi_police"), curated())
    records = [record for table in tables for record in table.records]
    records += [pair.left for pair in pairs("nkbench")]
    names = {record.name.words for record in records}
    return sorted(name for name in names if all(word.isalnum() for word in name))


def rows(size: int) -> Iterator[Row]:
    """So many names."""
    made = firm = 0
    known: set[tuple[str, ...]] = set()
    while made < size:
        draw = Draw("firm", firm)
        firm += 1
        words = _words(draw)
        if words in known:
            continue
        known.add(words)
        country = draw.of(COUNTRIES)
        form = draw.of(FORMS[country]) if draw.below(6) else ""
        spellings = [" ".join([*(word.title() for word in words), form]).strip()]
        for copy in range(draw.of(COPIES)):
            spellings.append(_perturbed(words, form, country, Draw("copy", firm, copy)))
        for name in spellings[: size - made]:
            yield Row(name, country, firm)
        made += len(spellings)


def _words(draw: Draw) -> tuple[str, ...]:
    names = real_names()
    tail = draw.of(names)[1:4]
    if draw.below(2) and tail:
        return draw.of(names)[0], *tail
    one, two = draw.of(draw.of(names)), draw.of(draw.of(names))
    return one[: 3 + draw.below(3)] + two[-3 - draw.below(3) :], *tail


def _perturbed(words: tuple[str, ...], form: str, country: str, draw: Draw) -> str:
    """Another spelling of a firm: one thing changed, sometimes two."""
    changed = list(words)
    for _ in range(1 + (draw.below(4) == 0)):
        changed = _changed(changed, draw)
    other = draw.of((form, form, "", draw.of(FORMS[country])))
    spelt = " ".join(word.title() for word in changed)
    return f"{spelt.upper() if draw.below(3) == 0 else spelt} {other}".strip()


def _changed(words: list[str], draw: Draw) -> list[str]:
    """One thing changed: a typo in half of the cases."""
    how, at = draw.below(12), draw.below(len(words))
    before, word, after = words[:at], words[at], words[at + 1 :]
    if how < 6 and len(word) > 4:
        return [*before, _typo(word, how % 3, 1 + draw.below(len(word) - 2)), *after]
    if how == 6 and len(words) > 1:
        return [*words[1:], words[0]]
    if how == 7 and len(words) > 1:
        return [words[0] + words[1], *words[2:]]
    if how == 8 and len(words) > 2:
        return words[:-1]
    if how == 9:
        return [*words, draw.of(ADDED)]
    if how == 10 and len(word) > 7 and len(words) > 1:
        return [*before, word[:5] + ".", *after]
    return words


def _typo(word: str, how: int, at: int) -> str:
    """Two letters swapped, one left out, or one doubled."""
    if how == 0:
        return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    return word[:at] + word[at + 1 :] if how == 1 else word[:at] + word[at] + word[at:]
