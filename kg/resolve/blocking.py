"""Which names to compare at all: those that share a key. Not all with all: that is n times n.

Keys are made of rare words (two together, or one), of beginnings and ends (for typos), and of the
whole. A key that more than 30 names share says little: there each name meets only its neighbours in
the order of the alphabet. Acronyms meet the names whose initials they are, however many.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from kg.resolve.acronyms import acronyms
from kg.resolve.mentions import Mentions

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from kg.resolve.mentions import Ints

    Keys = NDArray[np.uint64]

CAP = 30
"""A key of more names than this is cut to neighbours."""
NEIGHBOURS = 3
EXHAUSTIVE = 800
"""A table of so many names is compared all with all."""
_ODD = 0x9E3779B97F4A7C15


def candidates(mentions: Mentions, cap: int = CAP) -> tuple["Ints", "Ints"]:
    """The pairs of names to compare, left before right, each once, of different records."""
    import numpy as np

    if len(mentions.names) <= EXHAUSTIVE:
        return _all(mentions)
    order = _order(mentions)
    found = [_pairs(key, order, cap) for key in keys(mentions)]
    left = np.concatenate([pair[0] for pair in found])
    right = np.concatenate([pair[1] for pair in found])
    acronyms = np.array(list(_acronyms(mentions)), np.int32).reshape(-1, 2)
    left = np.concatenate([left, acronyms[:, 0]])
    right = np.concatenate([right, acronyms[:, 1]])
    low, high = np.minimum(left, right), np.maximum(left, right)
    apart = mentions.owner[low] != mentions.owner[high]
    size = np.int64(len(mentions.names))
    once = np.unique(low[apart].astype(np.int64) * size + high[apart])
    return (once // size).astype(np.int32), (once % size).astype(np.int32)


def _all(mentions: Mentions) -> tuple["Ints", "Ints"]:
    import numpy as np

    left, right = np.triu_indices(len(mentions.names), 1)
    apart = mentions.owner[left] != mentions.owner[right]
    return left[apart].astype(np.int32), right[apart].astype(np.int32)


def keys(mentions: Mentions) -> Iterator["Keys"]:
    """One key a name in each; 0 is none."""
    import numpy as np

    tokens = mentions.tokens
    rarity = np.where(tokens > 0, mentions.weight[tokens], -1)
    best = np.argsort(-rarity, axis=1, kind="stable")[:, :3]
    first, second, third = (_mixed(np.take_along_axis(tokens, best, 1)[:, at]) for at in range(3))
    yield first
    yield np.where((first > 0) & (second > 0), first + second, 0)
    yield np.where((first > 0) & (third > 0), first + third * np.uint64(3), 0)
    yield np.where((second > 0) & (third > 0), second + third * np.uint64(5), 0)
    yield _mixed(tokens).sum(1, dtype=np.uint64)
    texts = mentions.squeezed
    yield _mixed(mentions.codes(texts))
    yield _mixed(mentions.codes([text[:6] if len(text) > 4 else "" for text in texts]))
    yield _mixed(mentions.codes([text[:3] + text[-4:] if len(text) > 6 else "" for text in texts]))
    yield _mixed(mentions.codes([text[-8:] if len(text) > 8 else "" for text in texts]))


def _order(mentions: Mentions) -> "Ints":
    """Each name's place in the order of the alphabet."""
    import numpy as np

    order = np.empty(len(mentions.names), np.int32)
    ranked = sorted(range(len(order)), key=mentions.squeezed.__getitem__)
    order[ranked] = np.arange(len(order), dtype=np.int32)
    return order


def _pairs(key: "Keys", order: "Ints", cap: int) -> tuple["Ints", "Ints"]:
    import numpy as np

    rows = np.flatnonzero(key).astype(np.int32)
    rows = rows[np.lexsort((order[rows], key[rows]))]
    sorted_key = key[rows]
    starts = np.flatnonzero(np.concatenate([[True], sorted_key[1:] != sorted_key[:-1]]))
    sizes = np.diff(np.append(starts, len(rows)))
    size = np.repeat(sizes, sizes)
    left, right = [], []
    for step in range(1, cap):
        near = size[step:] if step <= NEIGHBOURS else np.where(size[step:] <= cap, 1, 0)
        same = (sorted_key[step:] == sorted_key[:-step]) & (near > 0)
        if not same.any():
            break
        left.append(rows[:-step][same])
        right.append(rows[step:][same])
    none = np.empty(0, np.int32)
    return np.concatenate([none, *left]), np.concatenate([none, *right])


def _acronyms(mentions: Mentions) -> Iterator[tuple[int, int]]:
    """Acronyms with the names that they may stand for."""
    found = acronyms(mentions.names, mentions.owner.tolist(), mentions.records)
    for at, meant in found.meant.items():
        yield from ((at, long) for long in meant)


def _mixed(numbers: "Ints") -> "Keys":
    """Numbers spread over 64 bits; 0 stays 0."""
    import numpy as np

    wide = numbers.astype(np.uint64) * np.uint64(_ODD)
    result: Keys = wide ^ (wide >> np.uint64(29))
    return result
