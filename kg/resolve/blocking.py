"""Which names to compare at all: those that share a key. Not all with all: that is n times n.

Keys are made of rare words, of two words together, of beginnings and ends, of the whole, of its
letters in any order, and of words one letter apart. A key that more than 30 names share says
little: there each name meets only its neighbours in the order of the alphabet. Acronyms meet the
names whose initials they are, and curated aliases whoever has that name, however many.
"""

from typing import TYPE_CHECKING

from kg.resolve.keys import RARE, of_spelling, of_words, rarest, spellings
from kg.resolve.letters import alphabetical, signs
from kg.resolve.mentions import Mentions
from kg.resolve.sorting import sharing
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
MOST = 9
"""So many pairs a name, or fewer, if those of names that are all but alike do not make more."""
EXHAUSTIVE = 800
"""A table of so many names is compared all with all."""
ALIKE = 0.8
"""Names that share but a part must have this share of the letters of the one with fewer."""
NEARLY = 0.95
_STEPS = 128
_CROSS = 64
"""Words one letter apart that have more pairs of names than this are not rare enough."""


def candidates(mentions: Mentions, cap: int = CAP) -> "Pairs":
    """The pairs of names to compare, left before right, each once, of different records."""
    import numpy as np

    if len(mentions.names) <= EXHAUSTIVE:
        left, right = np.triu_indices(len(mentions.names), 1)
        return _apart(mentions, left.astype(np.int32), right.astype(np.int32))
    found = [_by_keys(mentions, cap), _acronyms(mentions), _aliases(mentions)]
    size = len(mentions.names)
    once = _once(np.concatenate([_numbered(*pairs, size) for pairs in found]))
    return _apart(mentions, *_split(once, size))


def _apart(mentions: Mentions, left: "Ints", right: "Ints") -> "Pairs":
    """Those pairs that are of two records."""
    are_two = mentions.owner[left] != mentions.owner[right]
    return left[are_two], right[are_two]


def _by_keys(mentions: Mentions, cap: int) -> "Pairs":
    import numpy as np

    size = len(mentions.names)
    letters = spellings(mentions)
    by_alphabet = alphabetical(letters)
    place = np.empty(size, np.int32)
    place[by_alphabet] = np.arange(size, dtype=np.int32)
    best = rarest(mentions)
    sure: list[Pairs] = []
    weak = [_by_variants(mentions, best)]
    for key in (*of_words(mentions, best), *of_spelling(letters)):
        left, right = sharing(key.numbers, place[key.who], size, min(cap, key.cap), key.neighbours)
        (weak if key.is_weak else sure).append((by_alphabet[left], by_alphabet[right]))
    once = [_once(_numbered(*_all(some), size)) for some in (sure, weak)]
    return _split(np.concatenate([once[0], _alike(once[1], signs(letters), once[0])]), size)


def _alike(weak: "Longs", bits: "Bits", sure: "Longs") -> "Longs":
    """The pairs of names of which one has most of the letters of the other.

    Where there are many pairs, the most alike: so many that there are not more than MOST a name.
    """
    import numpy as np

    left, right = _split(weak, len(bits))
    one, two = bits[left], bits[right]
    least = np.minimum(np.bitwise_count(one), np.bitwise_count(two)).clip(1)
    share = np.bitwise_count(one & two) * np.float32(_STEPS) // least
    room = MOST * len(bits) - len(sure)
    above = np.cumsum(np.bincount(share.astype(np.int64), minlength=_STEPS + 1)[::-1])[::-1]
    enough = np.searchsorted(-above, -room)
    kept: Longs = weak[share >= max(ALIKE * _STEPS, min(enough, NEARLY * _STEPS))]
    return kept


def _split(numbers: "Longs", size: int) -> "Pairs":
    """The two names of pairs that are one number each."""
    import numpy as np

    return (numbers // size).astype(np.int32), (numbers % size).astype(np.int32)


def _by_variants(mentions: Mentions, best: "Ints") -> "Pairs":
    """Names of which one has a rare word that is one letter apart from a rare word of the other."""
    import numpy as np

    word = best[:, :2].ravel()
    who = np.repeat(np.arange(len(best), dtype=np.int32), 2)
    is_rare = (word > 0) & (mentions.count[word] <= RARE)
    word, who = word[is_rare], who[is_rare]
    order = np.argsort(word, kind="stable")
    word, who = word[order], who[order]
    one, two = variants(mentions.spellings, np.unique(word))
    start, end = np.searchsorted(word, [one, two]), np.searchsorted(word, [one, two], "right")
    count = end - start
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


def _all(found: list["Pairs"]) -> "Pairs":
    import numpy as np

    return np.concatenate([left for left, _ in found]), np.concatenate([one for _, one in found])


def _numbered(left: "Ints", right: "Ints", size: int) -> "Longs":
    """A pair as one number, the lower first."""
    import numpy as np

    low, high = np.minimum(left, right), np.maximum(left, right)
    result: Longs = low.astype(np.int64) * size + high
    return result


def _once(numbers: "Longs") -> "Longs":
    import numpy as np

    ordered = np.sort(numbers)
    if not len(ordered):
        return ordered
    result: Longs = ordered[np.concatenate([[True], ordered[1:] != ordered[:-1]])]
    return result
