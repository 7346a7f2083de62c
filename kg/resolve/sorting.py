"""Who shares a key with whom, found by sorting numbers."""

from typing import TYPE_CHECKING

from kg.resolve.letters import mixed

if TYPE_CHECKING:
    from kg.resolve.letters import Bits, Ints
    from kg.resolve.mentions import Bools
    from kg.resolve.pairs import Longs


def sharing(
    keys: "Bits", who: "Ints", size: int, cap: int, neighbours: int
) -> tuple["Ints", "Ints"]:
    """The pairs, lower first, that share a key; ``who`` are numbers below ``size``, 0 is no key.

    Where more than ``cap`` share one, each is paired with its next ``neighbours`` only. A pair
    comes once for each key that it shares.
    """
    key, people = _sorted(keys, who, size)
    left, right = _paired(key, _sizes(key) <= cap, cap, neighbours)
    return people[left], people[right]


def sharing_at_home(
    keys: "Bits", who: "Ints", country: "Ints", cap: int, neighbours: int, abroad: int = 0
) -> tuple["Ints", "Ints"]:
    """The same, but for pairs of two countries, unless no more than ``abroad`` share the key.

    ``country`` is that of each number, 0 not known. Where more than ``cap`` share a key, those of
    one country may be fewer, and are paired.
    """
    import numpy as np

    key, people = _sorted(keys, who, len(country))
    sizes = _sizes(key)
    one, two = _paired(key, sizes <= cap, cap, neighbours)
    left, right = people[one], people[two]
    is_kept = (sizes[one] <= abroad) | at_home(left, right, country)
    is_many = (sizes > cap) & (country[people] > 0)
    many = people[is_many]
    parts = mixed(key[is_many] + mixed(country[many]))
    more = sharing(parts, many, len(country), cap, neighbours)
    return np.append(left[is_kept], more[0]), np.append(right[is_kept], more[1])


def at_home(left: "Ints", right: "Ints", country: "Ints") -> "Bools":
    """Which pairs are of one country, as far as is known; 0 is not known."""
    one, two = country[left], country[right]
    result: Bools = (one == two) | (one == 0) | (two == 0)
    return result


def _sorted(keys: "Bits", who: "Ints", size: int) -> tuple["Bits", "Ints"]:
    """Each key with each of its people once, in order; they are sorted as one number.

    A key keeps as many bits as the numbers of people leave, at least 32.
    """
    import numpy as np

    bits = np.uint64(max(1, int(size).bit_length()))
    has = keys != 0
    packed = np.sort((keys[has] << bits) | who[has].astype(np.uint64))
    if len(packed):
        packed = packed[np.concatenate([[True], packed[1:] != packed[:-1]])]
    key = packed >> bits
    people = (packed & np.uint64((1 << int(bits)) - 1)).astype(np.int32)
    return key, people


def _paired(key: "Bits", is_few: "Bools", cap: int, neighbours: int) -> tuple["Longs", "Longs"]:
    """Places of sorted keys: few with all others of their key, many with their next neighbours."""
    import numpy as np

    left, right = [np.empty(0, np.int64)], [np.empty(0, np.int64)]
    at = np.arange(len(key))
    for step in range(1, max(cap, neighbours + 1)):
        at = at[at + step < len(key)]
        at = at[key[at + step] == key[at]]
        if step > neighbours:
            at = at[is_few[at]]
        if not len(at):
            break
        left.append(at)
        right.append(at + step)
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
