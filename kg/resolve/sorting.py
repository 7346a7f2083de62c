"""Who shares a key with whom, found by sorting numbers."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.resolve.letters import Bits, Ints


def sharing(
    keys: "Bits", who: "Ints", size: int, cap: int, neighbours: int
) -> tuple["Ints", "Ints"]:
    """The pairs, lower first, that share a key; ``who`` are numbers below ``size``, 0 is no key.

    Where more than ``cap`` share one, each is paired with its next ``neighbours`` only. A pair
    comes once for each key that it shares. Key and number are sorted as one number: a key keeps as
    many bits as the numbers leave, at least 32.
    """
    import numpy as np

    bits = np.uint64(max(1, int(size).bit_length()))
    has = keys != 0
    packed = np.sort((keys[has] << bits) | who[has].astype(np.uint64))
    if len(packed):
        packed = packed[np.concatenate([[True], packed[1:] != packed[:-1]])]
    key = packed >> bits
    people = (packed & np.uint64((1 << int(bits)) - 1)).astype(np.int32)
    is_few = _sizes(key) <= cap
    left, right = [np.empty(0, np.int32)], [np.empty(0, np.int32)]
    at = np.arange(len(key))
    for step in range(1, max(cap, neighbours + 1)):
        at = at[at + step < len(key)]
        at = at[key[at + step] == key[at]]
        if step > neighbours:
            at = at[is_few[at]]
        if not len(at):
            break
        left.append(people[at])
        right.append(people[at + step])
    return np.concatenate(left), np.concatenate(right)


def _sizes(key: "Bits") -> "Ints":
    """For each place in the sorted keys, how many there are of its key."""
    import numpy as np

    if not len(key):
        return np.empty(0, np.int32)
    starts = np.flatnonzero(np.concatenate([[True], key[1:] != key[:-1]]))
    sizes = np.diff(np.append(starts, len(key))).astype(np.int32)
    result: Ints = np.repeat(sizes, sizes)
    return result
