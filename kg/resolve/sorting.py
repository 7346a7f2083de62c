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
    left, right = _paired(*_shared(key), cap, neighbours)
    return people.take(left), people.take(right)


def sharing_at_home(
    keys: "Bits", who: "Ints", country: "Ints", cap: int, neighbours: int, abroad: int = 0
) -> tuple["Ints", "Ints"]:
    """The same, but for pairs of two countries, unless no more than ``abroad`` share the key.

    ``country`` is that of each number, 0 not known. Where more than ``cap`` share a key, those of
    one country may be fewer, and are paired.
    """
    import numpy as np

    key, people = _sorted(keys, who, len(country))
    first, size = _shared(key)
    near, far = size <= abroad, size > abroad
    parts = [_paired(first[some], size[some], cap, neighbours) for some in (near, far)]
    (left, right), (one, two) = ((people.take(a), people.take(b)) for a, b in parts)
    is_kept = at_home(one, two, country)
    at = _spread(first[size > cap], size[size > cap])
    at = at[country.take(people.take(at)) > 0]
    many = people.take(at)
    own = mixed(key.take(at) + mixed(country.take(many)))
    more = sharing(own, many, len(country), cap, neighbours)
    left = np.concatenate([left, one[is_kept], more[0]])
    return left, np.concatenate([right, two[is_kept], more[1]])


def at_home(left: "Ints", right: "Ints", country: "Ints") -> "Bools":
    """Which pairs are of one country, as far as is known; 0 is not known."""
    one, two = country.take(left), country.take(right)
    result: Bools = (one == two) | (one == 0) | (two == 0)
    return result


def _sorted(keys: "Bits", who: "Ints", size: int) -> tuple["Bits", "Ints"]:
    """Each key with each of its people once, in order; they are sorted as one number.

    A key keeps as many bits as the numbers of people leave, at least 32.
    """
    import numpy as np

    bits = np.uint64(max(1, int(size).bit_length()))
    has = keys != 0
    packed = (keys[has] << bits) | who[has].astype(np.uint64)
    packed.sort()
    is_new = _begins(packed)
    packed = packed if is_new.all() else packed[is_new]
    return packed >> bits, (packed & np.uint64((1 << int(bits)) - 1)).astype(np.int32)


def _shared(key: "Bits") -> tuple["Longs", "Longs"]:
    """Where each sorted key that several have begins, and how many have it."""
    import numpy as np

    first = np.flatnonzero(_begins(key))
    size = np.diff(first, append=len(key))
    is_shared = size > 1
    return first[is_shared], size[is_shared]


def _begins(key: "Bits") -> "Bools":
    """Which sorted numbers are not the same as the one before."""
    import numpy as np

    found = np.ones(len(key), np.bool_)
    np.not_equal(key[1:], key[:-1], out=found[1:])
    return found


def _paired(first: "Longs", size: "Longs", cap: int, neighbours: int) -> tuple["Longs", "Longs"]:
    """Places of sorted keys: few with all others of their key, many with their next neighbours."""
    import numpy as np

    at = _spread(first, size)
    rest = np.repeat(first + size - 1, size) - at
    count = np.minimum(rest, np.repeat(np.where(size <= cap, size, neighbours), size))
    return np.repeat(at, count), _spread(at + 1, count)


def _spread(first: "Longs", count: "Longs") -> "Longs":
    """So many numbers from each first one on."""
    import numpy as np

    every = np.arange(count.sum())
    result: Longs = every + np.repeat(first - np.cumsum(count) + count, count)
    return result
