"""By what names are found that may be one: rare words, pairs of words, spellings, letters.

A key is a number of 64 bits; 0 is none.
"""

from collections.abc import Iterator
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from kg.resolve.letters import but_one, columns, ends, hashed, lengths, mixed

if TYPE_CHECKING:
    from kg.resolve.letters import Bits, Bytes, Ints
    from kg.resolve.mentions import Mentions

NEIGHBOURS = 3
"""Names of a key that too many share are paired with so many next ones in the alphabet."""
BEST = 3
"""So many of a name's rarest words make keys."""
FEWEST = 5
"""A name of fewer letters has too many neighbours that are other names."""
CAP_OF_LETTERS = 10
ABROAD = 5
"""Names of two countries that are one but for a letter meet if no more than so many are."""
EVERYBODY = 1 << 31
RARE = 30
"""A word of at most so many names is a key of its own; of others, only each name's rarest."""


class Keys(NamedTuple):
    """Keys of one kind, and whose they are; shared by more than ``cap``, they say little.

    Those who share a weak one may be quite unlike. Those of two countries are paired if no more
    than ``abroad`` share it.
    """

    numbers: "Bits"
    who: "Ints"
    is_weak: bool = False
    cap: int = RARE
    neighbours: int = NEIGHBOURS
    abroad: int = 0


def rarest(mentions: "Mentions") -> "Ints":
    """The numbers of each name's rarest words, the rarest first; 0 for none."""
    import numpy as np

    tokens = mentions.tokens
    rarity = np.where(tokens > 0, mentions.weight.take(tokens), -1)
    best = np.argsort(-rarity, axis=1, kind="stable")[:, :BEST]
    result: Ints = np.take_along_axis(tokens, best, 1)
    return result


def of_words(mentions: "Mentions", best: "Ints") -> Iterator[Keys]:
    """Rare words, two words whichever comes first, and all words in any order."""
    import numpy as np

    who = np.arange(len(best), dtype=np.int32)
    code = mixed(np.arange(len(mentions.count), dtype=np.int32))
    every = [code.take(best[:, at]) for at in range(BEST)]
    rare = np.where(mentions.count <= RARE, code, 0)
    single = [every[0], *(rare.take(best[:, at]) for at in range(1, BEST))]
    yield Keys(np.concatenate(single), np.tile(who, BEST), is_weak=True)
    double = [
        np.where((best[:, one] > 0) & (best[:, two] > 0), mixed(every[one] + every[two]), 0)
        for one, two in combinations(range(BEST), 2)
    ]
    yield Keys(np.concatenate(double), np.tile(who, len(double)))
    whole = np.zeros(len(best), np.uint64)
    for column in mentions.tokens.T:
        whole += code.take(column)
    yield Keys(mixed(whole), who, abroad=EVERYBODY)


def of_spelling(letters: "Bytes", bits: "Bits") -> Iterator[Keys]:
    """The whole, the letters in any order but for one, the beginning, both ends, the end."""
    import numpy as np

    size, who = lengths(letters), np.arange(letters.shape[1], dtype=np.int32)
    yield Keys(hashed(letters), who, abroad=EVERYBODY)
    yield Keys(*but_one(bits, FEWEST), False, CAP_OF_LETTERS, 0, ABROAD)
    yield Keys(np.where(size > 4, hashed(letters[:6]), 0), who, is_weak=True)
    both = hashed(np.concatenate([letters[:3], ends(letters, size, 4)]))
    yield Keys(np.where(size > 6, both, 0), who, is_weak=True)
    yield Keys(np.where(size > 8, hashed(ends(letters, size, 8)), 0), who, is_weak=True)


def spellings(mentions: "Mentions") -> "Bytes":
    """The letters of the names."""
    return columns(mentions.squeezed)
