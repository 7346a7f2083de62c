"""Words that are one letter apart: one more, one less, another, or two swapped.

Such words have a part in common that is the word without one letter (SymSpell; Bocek et al. 2007),
so that they are found by sorting, not by comparing each with each.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from kg.resolve.letters import columns, lengths, mixed
from kg.resolve.sorting import sharing

if TYPE_CHECKING:
    from kg.resolve.letters import Bits, Ints

SHORTEST = 4
"""Shorter words have too many neighbours that are other words."""
_WIDE = 24
_ODD = 0x9E3779B97F4A7C15
CAP = 30


def variants(words: Sequence[str], numbers: "Ints") -> tuple["Ints", "Ints"]:
    """The pairs, by number, of the words with these numbers that are one letter apart."""
    import numpy as np

    asked = [(at, words[at]) for at in numbers.tolist()]
    asked = [pair for pair in asked if SHORTEST <= len(pair[1]) <= _WIDE and pair[1].isalpha()]
    kept = [at for at, _ in asked]
    letters = columns([word for _, word in asked], _WIDE)
    keys, who = _without_one(letters.astype(np.uint64), lengths(letters))
    one, two = sharing(keys, who, len(kept), CAP, 0)
    number = np.array(kept, np.int32)
    return number[one], number[two]


def _without_one(letters: "Bits", size: "Ints") -> tuple["Bits", "Ints"]:
    """The hashes of each word, whole and without each of its letters; and whose they are."""
    import numpy as np

    wide, count = letters.shape
    odd, back = np.uint64(_ODD), np.uint64(pow(_ODD, -1, 1 << 64))
    power = np.cumprod(np.full((wide, 1), odd, np.uint64), axis=0)
    before = np.zeros((wide + 1, count), np.uint64)
    np.cumsum(letters * power, axis=0, out=before[1:])
    whole = before[-1]
    keys, who = [whole], [np.arange(count, dtype=np.int32)]
    for at in range(int(size.max(initial=0))):
        long = np.flatnonzero(size > at).astype(np.int32)
        rest = (whole[long] - before[at + 1, long]) * back
        keys.append(before[at, long] + rest)
        who.append(long)
    return mixed(np.concatenate(keys)), np.concatenate(who)
