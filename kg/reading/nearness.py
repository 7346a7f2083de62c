"""Which names come near a text: words in any order, parts of words, typos.

Each word of the text is looked up among all words of all names: as it is, as a part of a longer
word (``hesse`` in ``hessendata``), and with a few typos. Rare words weigh more (inverse document
frequency, Spärck Jones 1972). Words of up to four letters, and digits, are never taken for others:
CAS is not CNAS, Top400 is not Top600.
"""

from collections.abc import Iterator, Sequence
from functools import cached_property
from math import log

_SHORTEST_TYPO = 5
_SHORTEST_PART = 4
_BEGINS, _CONTAINS = 0.85, 0.7
_TYPO = 0.1
"""What each typo takes off the likeness of two words."""
_LEAST = 0.3
"""Likeness below which nobody sees a resemblance."""
_MOST_WORDS = 12


class Nearness:
    """An index of names by their words. Names are numbered in the order in which they came."""

    def __init__(self) -> None:
        """Start without any name."""
        self._lengths: list[int] = []
        self._where: dict[str, list[int]] = {}

    def add(self, words: Sequence[str], length: int) -> None:
        """Take in the next name: its words, and how many letters they have together."""
        position = len(self._lengths)
        self._lengths.append(length)
        for word in words:
            known = self._where.get(word)
            if known is None:
                self._where[word] = [position]
            elif known[-1] != position:
                known.append(position)

    def near(self, text: Sequence[str]) -> dict[int, float]:
        """The likeness, below 1, of every name that resembles the words of a text."""
        told: dict[int, float] = {}
        covered: dict[int, int] = {}
        whole = 0.0
        for word in list(dict.fromkeys(text))[:_MOST_WORDS]:
            alike = self._alike(word)
            weight = self._weight(alike)
            whole += weight
            for position, (likeness, length) in self._best(alike).items():
                told[position] = told.get(position, 0.0) + likeness * weight
                covered[position] = covered.get(position, 0) + length
        found = {
            position: likeness / whole * self._share(position, covered[position])
            for position, likeness in told.items()
            if likeness >= _LEAST * whole
        }
        return {position: likeness for position, likeness in found.items() if likeness >= _LEAST}

    def _best(self, alike: dict[str, float]) -> dict[int, tuple[float, int]]:
        """For each name its likest word, and how many letters of the name that is."""
        best: dict[int, tuple[float, int]] = {}
        for word, likeness in sorted(alike.items(), key=lambda pair: (pair[1], pair[0])):
            best.update(dict.fromkeys(self._where[word], (likeness, len(word))))
        return best

    def _share(self, position: int, covered: int) -> float:
        """A name that the text covers whole comes before a longer one that only contains it."""
        return 0.6 + 0.39 * min(1.0, covered / self._lengths[position])

    def _weight(self, alike: dict[str, float]) -> float:
        """A word that few names have tells more; one that no name has tells the most."""
        count = sum(len(self._where[word]) for word in alike) or 0.5
        return 0.2 + log(1 + len(self._lengths) / count)

    def _alike(self, word: str) -> dict[str, float]:
        """The words of names that a word may stand for, each with its likeness."""
        alike = {} if word in self._where else self._with_typos(word)
        if len(word) >= _SHORTEST_PART:
            for other in self._with_part(word):
                alike[other] = _BEGINS if other.startswith(word) else _CONTAINS
        if word in self._where:
            alike[word] = 1.0
        return alike

    def _with_part(self, part: str) -> Iterator[str]:
        """Every word that the part occurs in; one search in one text, since there are many."""
        at = self._listed.find(part)
        while at >= 0:
            end = self._listed.index("\n", at)
            yield self._listed[self._listed.rindex("\n", 0, at) + 1 : end]
            at = self._listed.find(part, end)

    def _with_typos(self, word: str) -> dict[str, float]:
        """Words one to three typos away, by length; digits must agree.

        Two letters that changed places are one typo (optimal string alignment). Levenshtein's
        distance, which counts them twice, is several times as fast and goes first.
        """
        if len(word) < _SHORTEST_TYPO:
            return {}
        from rapidfuzz import process
        from rapidfuzz.distance import OSA, Levenshtein

        most = 1 if len(word) < 8 else 2 if len(word) < 12 else 3
        found: dict[str, float] = {}
        for length in range(max(len(word) - most, _SHORTEST_TYPO - 1), len(word) + most + 1):
            near = process.extract(
                word,
                self._by_length.get(length, ()),
                scorer=Levenshtein.distance,
                score_cutoff=most + 1,
                limit=None,
            )
            for other, _, _ in near:
                typos = OSA.distance(word, other)
                if typos <= most and _digits(other) == _digits(word):
                    found[other] = 1 - _TYPO * typos
        return found

    @cached_property
    def _listed(self) -> str:
        return "\n".join(["", *sorted(self._where), ""])

    @cached_property
    def _by_length(self) -> dict[int, list[str]]:
        found: dict[int, list[str]] = {}
        for word in sorted(self._where):
            found.setdefault(len(word), []).append(word)
        return found


def _digits(word: str) -> str:
    return "".join(filter(str.isdigit, word))
