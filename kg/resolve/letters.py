"""Texts as columns of bytes, so that a million of them are hashed and weighed at once.

The letters of a text are 62 bits: which of a to z and 0 to 9 it has, and which letters twice. Two
texts that differ by a typo differ by few bits, whatever the order of their words.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Bits = NDArray[np.uint64]
    Bytes = NDArray[np.uint8]
    Ints = NDArray[np.int32]

WIDE = 32
"""Letters of a text that are looked at."""
_PRIME = 0x100000001B3
_ODD = 0x9E3779B97F4A7C15
_SIGNS = b"abcdefghijklmnopqrstuvwxyz0123456789"
_TWICE = 36
"""Bits from here on stand for letters that are there twice."""
_LETTERS = 26


def columns(texts: Sequence[str], wide: int = WIDE) -> "Bytes":
    """The first letters of texts: a row for each place, a column for each text; 0 past its end."""
    import numpy as np

    if not texts:
        return np.zeros((wide, 0), np.uint8)
    try:
        found = np.array(texts, f"S{wide}")
    except UnicodeEncodeError:
        found = np.array([text.encode("ascii", "replace") for text in texts], f"S{wide}")
    return np.ascontiguousarray(found.view(np.uint8).reshape(len(texts), wide).T)


def lengths(letters: "Bytes") -> "Ints":
    """How many letters each text has, at most as many as are looked at."""
    import numpy as np

    result: Ints = (letters != 0).sum(0, dtype=np.int32)
    return result


def signs(letters: "Bytes") -> "Bits":
    """The letters that each text has, and has twice, as bits."""
    import numpy as np

    once = np.zeros(256, np.uint64)
    once[list(_SIGNS)] = np.uint64(1) << np.arange(len(_SIGNS), dtype=np.uint64)
    found = np.zeros(letters.shape[1], np.uint64)
    again = np.zeros_like(found)
    for row in letters:
        bit = once.take(row)
        again |= found & bit
        found |= bit
    again &= np.uint64((1 << _LETTERS) - 1)
    return found | again << np.uint64(_TWICE)


def but_one(bits: "Bits", fewest: int) -> tuple["Bits", "Ints"]:
    """Each text's bits, whole and without one of them, as keys; and whose they are.

    Texts that share one differ by a letter more, less or other, wherever it stands, and by nothing
    but the order of their letters. Texts with fewer bits than asked for have no key.
    """
    import numpy as np

    who = np.flatnonzero(np.bitwise_count(bits) >= fewest).astype(np.int32)
    own = bits.take(who)
    keys, whose = [own], [who]
    for at in range(_TWICE + _LETTERS):
        bit = np.uint64(1 << at)
        having = np.flatnonzero(own & bit)
        keys.append(own.take(having) ^ bit)
        whose.append(who.take(having))
    return mixed(np.concatenate(keys)), np.concatenate(whose)


def hashed(letters: "Bytes") -> "Bits":
    """A number for the text of each column."""
    import numpy as np

    found = np.zeros(letters.shape[1], np.uint64)
    for row in letters:
        found = found * np.uint64(_PRIME) + row
    return mixed(found)


def ends(letters: "Bytes", size: "Ints", count: int) -> "Bytes":
    """The last letters of each text; of a shorter one, all and then the last of them again."""
    import numpy as np

    every = np.arange(letters.shape[1])
    at = [np.clip(size - count + step, 0, None) for step in range(count)]
    return np.stack([letters[row, every] for row in at])


def mixed(numbers: "Bits | Ints") -> "Bits":
    """Numbers spread over 64 bits; 0 stays 0."""
    import numpy as np

    wide = numbers.astype(np.uint64)
    wide = (wide ^ (wide >> np.uint64(32))) * np.uint64(_ODD)
    result: Bits = wide ^ (wide >> np.uint64(29))
    return result


def alphabetical(letters: "Bytes") -> "Ints":
    """The places of texts in the order of the alphabet."""
    import numpy as np

    rows = np.ascontiguousarray(letters.T)
    words = rows.view(">u8").astype(np.uint64)
    result: Ints = np.lexsort(words.T[::-1]).astype(np.int32)
    return result
