"""What speaks for and against two names being one: a dozen and a half numbers from 0 to 1.

All are symmetric. They are worked out for many pairs at once, on columns.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from kg.resolve.acronyms import Acronyms
from kg.resolve.aligning import Aligned, Lacking, Texts, Words, lacking, summed
from kg.resolve.mentions import Mentions
from kg.resolve.names import Name

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from kg.resolve.mentions import Bools, Floats, Ints

    Values = dict[str, Floats]

FEATURES = (
    *("same_words", "shared_words", "typo", "shortened", "other_words", "contained"),
    *("more_words", "more", "form_differs", "place_differs", "number_more", "country_differs"),
    *("level_differs", "same_authority", "own_more", "acronym", "vetoed"),
)
CHUNK = 1 << 17
_SHORT = 5
_NOTHING = 0.01
"""A weight below this is none."""


class Comparison:
    """Compares pairs of the names of one table."""

    def __init__(self, mentions: Mentions) -> None:
        """Put what the features need in columns, each once."""
        import numpy as np

        self.mentions = mentions
        names = mentions.names
        self.total = mentions.weight.take(mentions.tokens).sum(1)
        self.words = Words(mentions.spellings, mentions.weight)
        self.form, self.form_fits = _fitting(names)
        telling = [at for at, name in enumerate(names) if _tells_more(name)]
        more = [names[at] for at in telling]
        self.place = _codes(mentions, telling, [name.places for name in more])
        self.number = _codes(mentions, telling, [name.numbers for name in more])
        self.level = _codes(mentions, telling, [name.level for name in more])
        self.branch = _codes(mentions, telling, [name.branch for name in more])
        self.domain = _codes(mentions, telling, [name.domain for name in more])
        own = [name.domain and _authority(name) for name in more]
        self.authority = _codes(mentions, telling, own)
        self.own_weight = np.where(mentions.is_concept, np.float32(0), mentions.weight)
        self.own_total = self.own_weight.take(mentions.tokens).sum(1)
        self.acronym = mentions.is_acronym.copy()
        for at in np.flatnonzero(self.acronym).tolist():
            self.acronym[at] = len(names[at].squeezed) <= _SHORT
        self.country = mentions.countries
        self.texts = Texts(mentions.spelt)
        found = mentions.acronyms
        self.unclear = np.array([name.says_nothing for name in names], np.bool_)
        self.unclear[sorted(found.unclear)] = True
        self._meant, self._quality = _coded(found, len(names))

    def features(self, left: "Ints", right: "Ints") -> "Floats":
        """One row a pair, one column a feature."""
        import numpy as np

        parts = [
            self._chunk(left[at : at + CHUNK], right[at : at + CHUNK])
            for at in range(0, len(left), CHUNK)
        ]
        empty = np.empty((0, len(FEATURES)), np.float32)
        result: Floats = np.concatenate([empty, *parts])
        return result

    def _chunk(self, left: "Ints", right: "Ints") -> "Floats":
        import numpy as np

        values = self._of_words(left, right) | self._of_codes(left, right)
        values["vetoed"] = self._vetoed(left, right, values)
        return np.stack([values[name].astype(np.float32) for name in FEATURES], axis=1)

    def _vetoed(self, left: "Ints", right: "Ints", values: "Values") -> "Floats":
        """Two authorities of two kinds, branches or regions; or an acronym of nobody knows whom."""
        one, two = self.domain.take(left), self.domain.take(right)
        differs = (one != two) | (self.branch.take(left) != self.branch.take(right))
        for name in ("own_differs", "country_differs", "place_differs"):
            differs |= values[name] > 0
        kinds = ((one > 0) != (two > 0)) | ((one > 0) & (two > 0) & differs)
        letters = (self.acronym.take(left) | self.acronym.take(right)) & (values["same_words"] == 0)
        vetoed: Bools = (kinds | letters) & (values["acronym"] == 0)
        return _numbers(vetoed | self.unclear.take(left) | self.unclear.take(right))

    def _of_words(self, left: "Ints", right: "Ints") -> "Values":
        """What the names share: words, words with a typo or cut short, and all letters."""
        import numpy as np

        weight, tokens = self.mentions.weight, self.mentions.tokens
        own = self.own_weight
        one, two = lacking(tokens.take(left, 0), tokens.take(right, 0), weight, own)
        all_one, all_two = self.total.take(left), self.total.take(right)
        total = (all_one + all_two).clip(_NOTHING)
        shared = 1 - (one.weight + two.weight) / total
        glued = self._glued(left, right, one, two)
        is_apart = glued == 0
        found = self._aligned(one, two, is_apart)
        typo = np.where(is_apart, found.typo / total, np.where(glued < 1, glued * (1 - shared), 0))
        short = np.where(shared > _NOTHING, found.short / total, 0)
        rest_one = (one.weight - found.left) * is_apart / all_one.clip(_NOTHING)
        rest_two = (two.weight - found.right) * is_apart / all_two.clip(_NOTHING)
        is_likely = (typo + short > 0) | ~is_apart
        return (
            {"shared_words": shared, "typo": typo, "shortened": short}
            | _of_rest(rest_one, rest_two, typo + short > 0)
            | self._of_own(left, right, one.own, is_likely)
        )

    def _aligned(self, one: Lacking, two: Lacking, is_apart: "Bools") -> Aligned:
        """The words aligned where both names have words that the other lacks; else nothing."""
        import numpy as np

        at = np.flatnonzero((one.words[:, 0] > 0) & (two.words[:, 0] > 0) & is_apart)
        parts = self.words.align(one.words[at], two.words[at])
        columns = np.zeros((4, len(is_apart)), np.float32)
        columns[:, at] = np.stack(parts)
        return Aligned(*columns)

    def _glued(self, left: "Ints", right: "Ints", one: Lacking, two: Lacking) -> "Floats":
        """How well the names are one without spaces, where a word of either lacks in the other."""
        import numpy as np

        result = np.zeros(len(left), np.float32)
        at = np.flatnonzero((one.words[:, 0] > 0) | (two.words[:, 0] > 0))
        letters = self.mentions.letters.astype(np.float32)
        most = np.maximum(summed(letters, one.words[at]), summed(letters, two.words[at]))
        result[at] = self.texts.alike(left[at], right[at], most)
        return result

    def _of_own(self, left: "Ints", right: "Ints", lacks: "Floats", is_likely: "Bools") -> "Values":
        """Whether two authorities have names of their own that have nothing in common."""
        own_one, own_two = self.own_total.take(left), self.own_total.take(right)
        both_public = (self.domain.take(left) > 0) & (self.domain.take(right) > 0)
        both_own = (own_one > 0) & (own_two > 0)
        nothing = own_one - lacks <= _NOTHING
        return {
            "own_differs": _numbers(both_public & both_own & nothing & ~is_likely),
            "own_more": _numbers(both_public & ((own_one > 0) != (own_two > 0))),
        }

    def _of_codes(self, left: "Ints", right: "Ints") -> "Values":
        import numpy as np

        form_one, form_two = self.form.take(left), self.form.take(right)
        both_forms = (form_one > 0) & (form_two > 0)
        fits = self.form_fits[form_one, form_two]
        country_one, country_two = self.country.take(left), self.country.take(right)
        both_countries = (country_one > 0) & (country_two > 0)
        found = {
            "form_differs": both_forms & ~fits,
            "place_differs": _both_differ(self.place, left, right),
            "number_more": _one_has(self.number, left, right),
            "country_differs": both_countries & (country_one != country_two),
            "level_differs": _both_differ(self.level, left, right),
            "same_authority": _both_same(self.authority, left, right),
            "acronym": self._acronym(left, right),
        }
        return {name: value.astype(np.float32) for name, value in found.items()}

    def _acronym(self, left: "Ints", right: "Ints") -> "Floats":
        """How well one name is the acronym of the other."""
        import numpy as np

        if not len(self._meant):
            return np.zeros(len(left), np.float32)
        size = np.int64(len(self.mentions.owner))
        pair = np.minimum(left, right).astype(np.int64) * size + np.maximum(left, right)
        at = np.searchsorted(self._meant, pair).clip(max=len(self._meant) - 1)
        result: Floats = np.where(self._meant[at] == pair, self._quality[at], np.float32(0))
        return result


def _tells_more(name: Name) -> bool:
    """Whether a name speaks of more than its own words."""
    return bool(name.domain or name.places or name.numbers or name.level or name.branch)


def _codes(mentions: Mentions, places: Sequence[int], values: Sequence[object]) -> "Ints":
    """Values at these places as numbers; what has none is 0, as are all other places."""
    import numpy as np

    found = np.zeros(len(mentions.owner), np.int32)
    found[places] = mentions.codes(values)
    return found


def _authority(name: Name) -> object:
    """What an authority is, in any language: its place or other own words, level and branch."""
    own = frozenset(token for token in name.tokens if token[0] != "=")
    return (own, name.branch) if own else None


def _coded(found: Acronyms, size: int) -> tuple["NDArray[np.int64]", "Floats"]:
    """Acronyms and what they stand for, as sorted numbers of pairs; and how well each fits."""
    import numpy as np

    pairs = sorted(
        (min(at, long) * size + max(at, long), quality)
        for at, meant in found.meant.items()
        for long, quality in meant.items()
    )
    numbers = np.array([pair for pair, _ in pairs], np.int64)
    return numbers, np.array([quality for _, quality in pairs], np.float32)


def _fitting(names: Sequence[Name]) -> tuple["Ints", "Bools"]:
    """Forms as numbers, and which of them may be one."""
    import numpy as np

    met = {id(name.form): name.form for name in names}
    forms = dict.fromkeys(form for form in met.values() if form)
    code = {form: at for at, form in enumerate(forms, 1)}
    fits = np.zeros((len(forms) + 1, len(forms) + 1), np.bool_)
    for one, at in code.items():
        for two, other in code.items():
            fits[at, other] = one.fits(two)
    number = {which: code.get(form, 0) for which, form in met.items()}
    return np.array([number[id(name.form)] for name in names], np.int32), fits


def _both_differ(codes: "Ints", left: "Ints", right: "Ints") -> "Bools":
    one, two = codes.take(left), codes.take(right)
    result: Bools = (one > 0) & (two > 0) & (one != two)
    return result


def _both_same(codes: "Ints", left: "Ints", right: "Ints") -> "Bools":
    result: Bools = (codes.take(left) > 0) & (codes.take(left) == codes.take(right))
    return result


def _one_has(codes: "Ints", left: "Ints", right: "Ints") -> "Bools":
    result: Bools = (codes.take(left) > 0) != (codes.take(right) > 0)
    return result


def _of_rest(one: "Floats", two: "Floats", is_near: "Bools") -> "Values":
    """What is left over of two names, as the share of each that the other lacks."""
    import numpy as np

    is_both = np.minimum(one, two) > _NOTHING
    most = np.where(is_both, 0, np.maximum(one, two))
    is_same = ~is_both & (most <= _NOTHING) & ~is_near
    return {
        "same_words": _numbers(is_same),
        "contained": _numbers(~is_both & ~is_same),
        "other_words": np.where(is_both, np.maximum(one, two), 0),
        "more_words": most,
        "more": _numbers(most > _NOTHING),
    }


def _numbers(found: "Bools") -> "Floats":
    import numpy as np

    return found.astype(np.float32)
