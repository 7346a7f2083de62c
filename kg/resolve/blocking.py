"""Which names to compare at all: those that share a key. Not all with all: that is n times n.

Keys are made of rare words, of two words together, of beginnings and ends, of the whole, of its
letters in any order, and of words one letter apart. A key that more than 30 names share says
little: there each name meets those of its country, if they are no more than that, and else its
neighbours in the order of the alphabet. Names of two countries meet only if their words or letters
are the same but for one letter: what shares less is not one. Acronyms meet the names whose initials
they are, and curated aliases whoever has that name, however many.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.resolve.keys import RARE, Keys, of_spelling, of_words, rarest, spellings
from kg.resolve.letters import alphabetical, signs
from kg.resolve.mentions import Mentions
from kg.resolve.sorting import at_home, sharing_at_home
from kg.resolve.variants import variants

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from kg.resolve.letters import Bits
    from kg.resolve.mentions import Ints

    Pairs = tuple[Ints, Ints]
    Longs = NDArray[np.int64]

CAP = 30
"""A key of more names than this is cut to neighbours."""
MOST = 11
"""So many pairs a name, or fewer, if those of names that are all but alike do not make more."""
EXHAUSTIVE = 800
"""A table of so many names is compared all with all."""
ALIKE = 0.8
"""Names that share but a part must have this share of the letters of the one with fewer."""
NEARLY = 0.95
STEPS = 128
_CROSS = 64
"""Words one letter apart that have more pairs of names than this are not rare enough."""


@dataclass(frozen=True, slots=True)
class Search:
    """What to sort by, and pairs that are found in other ways; ``who`` are places in ``order``.

    ``country`` is that of the name at each place, as a number.
    """

    keys: "list[Keys]"
    order: "Ints"
    country: "Ints"
    bits: "Bits"
    weak: "Longs"
    sure: "Longs"


def candidates(mentions: Mentions, cap: int = CAP) -> "Pairs":
    """The pairs of names to compare, left before right, each once, of different records."""
    import numpy as np

    size = len(mentions.owner)
    if size <= EXHAUSTIVE:
        return apart(mentions.owner, everybody(size))
    search = search_of(mentions, cap)
    found = {True: [search.weak], False: [search.sure]}
    for key in search.keys:
        found[key.is_weak].append(met(key, search.order, search.country))
    sure, weak = (once(np.concatenate(found[is_weak])) for is_weak in (False, True))
    share = shares(weak, search.bits)
    least = least_share(np.bincount(share, minlength=STEPS + 1), MOST * size - len(sure))
    return apart(mentions.owner, once(np.concatenate([sure, weak[share >= least]])))


def everybody(size: int) -> "Longs":
    """All pairs of so few names."""
    import numpy as np

    left, right = np.triu_indices(size, 1)
    return numbered(left.astype(np.int32), right.astype(np.int32), size)


def apart(owner: "Ints", numbers: "Longs") -> "Pairs":
    """The two names of each pair that is of two records."""
    left, right = (numbers // len(owner)).astype("int32"), (numbers % len(owner)).astype("int32")
    are_two = owner.take(left) != owner.take(right)
    return left[are_two], right[are_two]


def search_of(mentions: Mentions, cap: int = CAP) -> Search:
    """How to find who may be one in a table."""
    import numpy as np

    size = len(mentions.owner)
    letters, best = spellings(mentions), rarest(mentions)
    bits = signs(letters)
    order = alphabetical(letters)
    place = np.empty(size, np.int32)
    place[order] = np.arange(size, dtype=np.int32)
    keys = [
        key._replace(who=place.take(key.who), cap=min(cap, key.cap))
        for key in (*of_words(mentions, best), *of_spelling(letters, bits))
    ]
    country = mentions.countries
    left, right = _by_variants(mentions, best)
    is_home = at_home(left, right, country)
    weak = numbered(left[is_home], right[is_home], size)
    sure = [numbered(*found, size) for found in (_acronyms(mentions), _aliases(mentions))]
    return Search(keys, order, country[order], bits, weak, np.concatenate(sure))


def met(key: "Keys", order: "Ints", country: "Ints") -> "Longs":
    """The pairs of names that share a key, as numbers."""
    numbers, who, _, *limits = key
    left, right = sharing_at_home(numbers, who, country, *limits)
    return numbered(order.take(left), order.take(right), len(order))


def shares(numbers: "Longs", bits: "Bits") -> "Longs":
    """How many of the letters of the name with fewer the other has too, in steps of 1/128."""
    import numpy as np

    one, two = bits.take(numbers // len(bits)), bits.take(numbers % len(bits))
    least = np.minimum(np.bitwise_count(one), np.bitwise_count(two)).clip(1).astype(np.int64)
    found: Longs = np.bitwise_count(one & two).astype(np.int64) * STEPS // least
    return found


def least_share(counts: "Longs", room: int) -> int:
    """From which share on a weak pair is worth a comparison, so that there is room for all."""
    import numpy as np

    above = np.cumsum(counts[::-1])[::-1]
    enough = int(np.searchsorted(-above, -room))
    return max(int(ALIKE * STEPS), min(enough, int(NEARLY * STEPS)))


def _by_variants(mentions: Mentions, best: "Ints") -> "Pairs":
    """Names of which one has a rare word that is one letter apart from a rare word of the other."""
    import numpy as np

    word = best[:, :2].ravel()
    who = np.repeat(np.arange(len(best), dtype=np.int32), 2)
    is_rare = (word > 0) & (mentions.count[word] <= RARE)
    word, who = word[is_rare], who[is_rare]
    order = np.argsort(word, kind="stable")
    word, who = word[order], who[order]
    known, first, having = np.unique(word, return_index=True, return_counts=True)
    begin, many = (np.zeros(len(mentions.count), np.int64) for _ in range(2))
    begin[known], many[known] = first, having
    both = np.stack(variants(mentions.spellings, known))
    start, count = begin.take(both), many.take(both)
    product = count[0] * count[1]
    start, count = start[:, product <= _CROSS], count[:, product <= _CROSS]
    product = product[product <= _CROSS]
    within = np.arange(product.sum()) - np.repeat(np.cumsum(product) - product, product)
    second = np.repeat(count[1], product)
    left = who[np.repeat(start[0], product) + within // second]
    return left, who[np.repeat(start[1], product) + within % second]


def _acronyms(mentions: Mentions) -> "Pairs":
    """Acronyms with the names that they may stand for."""
    import numpy as np

    meant = mentions.acronyms.meant
    pairs = [(at, long) for at, found in meant.items() for long in found]
    both = np.array(pairs, np.int32).reshape(-1, 2)
    return both[:, 0], both[:, 1]


def _aliases(mentions: Mentions) -> "Pairs":
    """Curated aliases with every name of the same letters."""
    import numpy as np

    first = np.diff(mentions.owner, prepend=-1) != 0
    aliases = {mentions.squeezed[at] for at in np.flatnonzero(~first).tolist()}
    having: dict[str, list[int]] = {}
    if aliases:
        for at, text in enumerate(mentions.squeezed):
            if text in aliases:
                having.setdefault(text, []).append(at)
    pairs = [
        (at, other)
        for found in having.values()
        for at in found
        if not first[at]
        for other in found
        if other != at
    ]
    both = np.array(pairs, np.int32).reshape(-1, 2)
    return both[:, 0], both[:, 1]


def numbered(left: "Ints", right: "Ints", size: int) -> "Longs":
    """Each pair as one number, the lower name first."""
    import numpy as np

    low, high = np.minimum(left, right), np.maximum(left, right)
    result: Longs = low.astype(np.int64) * size + high
    return result


def once(numbers: "Longs") -> "Longs":
    """Each number once, in order."""
    import numpy as np

    ordered = np.sort(numbers)
    is_new = np.ones(len(ordered), np.bool_)
    np.not_equal(ordered[1:], ordered[:-1], out=is_new[1:])
    result: Longs = ordered[is_new]
    return result
