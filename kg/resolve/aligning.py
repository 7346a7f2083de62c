"""Which words of two names are one word, misspelt or cut short: many pairs of names at once.

Only words that the other name lacks are compared, and of those only what may pass: the letters of
a word are bits of a number, so that a typo changes few bits.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from kg.resolve.letters import columns, signs

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from kg.resolve.mentions import Bools, Floats, Ints

    Pairs = tuple[Ints, Ints]

_MOST = 4
"""Words that a name has and another lacks: so many are compared, the first ones."""
_SHORTEST = 4
"""A word that is cut short keeps so many letters."""
_CUT = 2
"""No more than so many times what it keeps is cut off it."""
EDITS = (5, 9, 14)
"""From so many letters on one, two, three edits are a typo: ``McKenton`` is not McKesson."""


class Lacking(NamedTuple):
    """What names have and others lack: its weight, that of words of their own, the first words."""

    weight: "Floats"
    own: "Floats"
    words: "Ints"


class Aligned(NamedTuple):
    """The weight of the words of two names that are one but for a typo, or cut short.

    ``left`` and ``right`` is what of either name is used up by that.
    """

    typo: "Floats"
    short: "Floats"
    left: "Floats"
    right: "Floats"


def lacking(one: "Ints", two: "Ints", weight: "Floats", own: "Floats") -> tuple[Lacking, Lacking]:
    """What of each row of words is not in the same row of the other, and the other way round.

    Column by column, each put side by side in memory: that is several times as quick as by row.
    """
    import numpy as np

    left, right = np.ascontiguousarray(one.T), np.ascontiguousarray(two.T)
    is_left, is_right = np.ones(left.shape, np.bool_), np.ones(right.shape, np.bool_)
    for column, is_kept in zip(left, is_left, strict=True):
        for other, is_other_kept in zip(right, is_right, strict=True):
            differ = column != other
            is_kept &= differ
            is_other_kept &= differ
    left *= is_left
    right *= is_right
    return _lacking(left, weight, own), _lacking(right, weight, own)


def _lacking(columns: "Ints", weight: "Floats", own: "Floats") -> Lacking:
    """The weights of columns of words, and the first words of each row without the gaps."""
    import numpy as np

    size = columns.shape[1]
    words, known = np.zeros((_MOST, size), np.int32), np.zeros(size, np.int32)
    for column in columns:
        at = np.flatnonzero((column > 0) & (known < _MOST))
        place = known.take(at)
        words[place, at] = column.take(at)
        known[at] = place + 1
    return Lacking(summed(weight, columns.T), summed(own, columns.T), words.T)


def summed(weight: "Floats", words: "Ints") -> "Floats":
    """The weights of each row of words together, column by column, which is quicker than by row."""
    import numpy as np

    total = np.zeros(len(words), np.float32)
    for column in words.T:
        total += weight.take(column)
    return total


class Words:
    """The words of a table, made ready to be compared."""

    def __init__(self, words: Sequence[str], weight: "Floats") -> None:
        """Concepts, places and numbers are only themselves."""
        import numpy as np

        self.words = words
        self.weight = weight
        self.is_open = np.array(
            [word[:1] > "9" and word[0] not in "=@?" for word in words], np.bool_
        )
        self.bits = signs(columns(words))
        self.size = np.array([len(word) for word in words], np.int32)
        self.first = np.array([ord(word[0]) if word else 0 for word in words], np.int32)

    def align(self, left: "Ints", right: "Ints") -> Aligned:
        """Align words that names lack of each other."""
        import numpy as np

        first, second = left.T, right.T
        may = self.is_open.take(first)[:, None, :] & self.is_open.take(second)[None, :, :]
        i, j, at = np.nonzero(may)
        one, two = first[i, at], second[j, at]
        typo = self._typo(one, two)
        short = self._is_short(one, two) & (typo == 0)
        hit = np.flatnonzero((typo > 0) | short)
        i, j = i[hit], j[hit]
        rows, place = np.unique(at[hit], return_inverse=True)
        dense = np.zeros((2, len(rows), len(first), len(second)), np.float32)
        dense[0, place, i, j], dense[1, place, i, j] = typo[hit], short[hit]
        result = np.zeros((4, len(left)), np.float32)
        result[:, rows] = self._weighed(dense, left[rows], right[rows])
        return Aligned(*result)

    def _weighed(self, likeness: "Floats", left: "Ints", right: "Ints") -> "Floats":
        """Typos and words cut short by the weight of the words, and what they use up."""
        import numpy as np

        first, second = self.weight[left], self.weight[right]
        by_row, by_column = likeness.max(3), likeness.max(2)
        told = (first * by_row).sum(2) + (second * by_column).sum(2)
        left_used = (first * (by_row.max(0) > 0)).sum(1)
        right_used = (second * (by_column.max(0) > 0)).sum(1)
        return np.stack([*told, left_used, right_used])

    def _typo(self, one: "Ints", two: "Ints") -> "Floats":
        """How well each pair of words is one with a typo: 0 not at all."""
        import numpy as np

        size, bits = self.size, self.bits
        differ = np.bitwise_count(bits.take(one) ^ bits.take(two))
        size_one, size_two = size.take(one), size.take(two)
        least = np.minimum(size_one, size_two)
        gap = abs(size_one - size_two)
        is_turned = (least == EDITS[0] - 1) & (differ == 0) & (gap == 0)
        room = np.where(is_turned, 1, edits(least))
        at = np.flatnonzero((room > 0) & (differ <= 2 * room) & (gap <= room))
        (first, second), where = self._distinct(one[at], two[at])
        found = np.zeros(len(one), np.float32)
        found[at] = closeness(_distances(first, second)[where], room[at])
        return found

    def _is_short(self, one: "Ints", two: "Ints") -> "Bools":
        """Which pairs of words are one that is cut short."""
        import numpy as np

        size, bits = self.size, self.bits
        size_one, size_two = size.take(one), size.take(two)
        least = np.minimum(size_one, size_two)
        gap = abs(size_one - size_two)
        may = (gap > 0) & (gap <= _CUT * least) & (least >= _SHORTEST)
        may &= self.first.take(one) == self.first.take(two)
        at = np.flatnonzero(may)
        bits_one, bits_two = bits.take(one.take(at)), bits.take(two.take(at))
        shorter = np.where((size_one < size_two).take(at), bits_one, bits_two)
        at = at[bits_one & bits_two == shorter]
        (first, second), where = self._distinct(one[at], two[at])
        starts = [a.startswith(b) or b.startswith(a) for a, b in zip(first, second, strict=True)]
        found = np.zeros(len(one), np.bool_)
        found[at] = np.array(starts, np.bool_)[where]
        return found

    def _distinct(
        self, one: "Ints", two: "Ints"
    ) -> tuple[tuple[list[str], list[str]], "NDArray[np.intp]"]:
        """Each pair of words once, as texts, and where it stands."""
        import numpy as np

        size = np.int64(len(self.words))
        code = np.minimum(one, two).astype(np.int64) * size + np.maximum(one, two)
        once, where = np.unique(code, return_inverse=True)
        words = self.words
        low = [words[at] for at in (once // size).tolist()]
        return (low, [words[at] for at in (once % size).tolist()]), where


class Texts:
    """Whole names without spaces: what is joined or split, ``van der Bilt``, is the same there."""

    def __init__(self, texts: Sequence[str]) -> None:
        """Count their letters."""
        import numpy as np

        self.texts = texts
        self.bits = signs(columns(texts))
        self.size = np.array([len(text) for text in texts], np.int32)

    def alike(self, left: "Ints", right: "Ints", differing: "Ints") -> "Floats":
        """How well names are one: 1 to the letter, less by typos, of which few letters have few."""
        import numpy as np

        room = edits(differing)
        near = np.bitwise_count(self.bits.take(left) ^ self.bits.take(right)) <= 2 * room
        near &= abs(self.size.take(left) - self.size.take(right)) <= room
        at = np.flatnonzero(near)
        one = [self.texts[row] for row in left[at].tolist()]
        two = [self.texts[row] for row in right[at].tolist()]
        result = np.zeros(len(left), np.float32)
        result[at] = closeness(_distances(one, two), room[at])
        return result


def edits(letters: "Ints") -> "Ints":
    """How many edits so many letters may have and still be a typo."""
    import numpy as np

    found = np.zeros(len(letters), np.int32)
    for least in EDITS:
        found += letters >= least
    return found


def closeness(distance: "Ints", room: "Ints") -> "Floats":
    """1 for the same, less for each edit, 0 for more of them than there is room for."""
    import numpy as np

    found: Floats = np.where(distance <= room, 1 - distance / (room + 1), 0).astype(np.float32)
    return found


def _distances(one: Sequence[str], two: Sequence[str]) -> "Ints":
    """The optimal string alignment distance, place by place: two letters turned are one edit."""
    import numpy as np
    from rapidfuzz.distance import OSA
    from rapidfuzz.process import cpdist

    found: Ints = cpdist(one, two, scorer=OSA.distance, dtype=np.int32)
    return found
