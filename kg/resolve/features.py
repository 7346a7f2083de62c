"""What speaks for and against two names being one: a dozen and a half numbers from 0 to 1.

All are symmetric. They are worked out for many pairs at once, on columns.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from kg.resolve.acronyms import Acronyms
from kg.resolve.mentions import Mentions
from kg.resolve.names import Name

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from kg.resolve.mentions import Bools, Floats, Ints

FEATURES = (
    *("same_words", "shared_words", "rare_word", "first_word", "typo", "other_words"),
    *("more_words", "whole_alike", "short", "form_same", "form_differs", "place_differs"),
    *("place_more", "number_differs", "number_more", "country_differs"),
    *(
        "kind_differs",
        "level_differs",
        "branch_differs",
        "same_authority",
        "own_differs",
        "own_more",
    ),
    *("acronym", "vetoed"),
)
_CHUNK = 1 << 17
_SHORT = 5
_REGION = 0.25
"""Own words of two authorities that differ by more than this are two regions."""
_CHANCE = 0.4
"""So much of the letters of two unlike words agree anyway."""


class Comparison:
    """Compares pairs of the names of one table."""

    def __init__(self, mentions: Mentions) -> None:
        """Put what the features need in columns, each once."""
        import numpy as np

        self.mentions = mentions
        names = mentions.names
        self.total = mentions.weight[mentions.tokens].sum(1)
        self.size = mentions.letters[mentions.tokens].sum(1)
        self.form, self.form_fits = _fitting(names)
        self.place = mentions.codes([name.places for name in names])
        self.number = mentions.codes([name.numbers for name in names])
        self.level = mentions.codes([name.level for name in names])
        self.branch = mentions.codes([name.branch for name in names])
        self.domain = mentions.codes([name.domain for name in names])
        own = np.where(mentions.is_concept[mentions.tokens], 0, mentions.weight[mentions.tokens])
        self.own_total = own.sum(1)
        self.acronym = np.array(
            [name.is_acronym and len(name.squeezed) <= _SHORT for name in names], np.bool_
        )
        self.authority = mentions.codes([_authority(name) for name in names])
        countries = [mentions.records[at].country for at in mentions.owner.tolist()]
        self.country = mentions.codes(countries)
        self._letters = _lengths(mentions.squeezed)
        found = mentions.acronyms
        self.unclear = np.zeros(len(names), np.bool_)
        self.unclear[sorted(found.unclear)] = True
        self._meant, self._quality = _coded(found, len(names))

    def features(self, left: "Ints", right: "Ints") -> "Floats":
        """One row a pair, one column a feature."""
        import numpy as np

        parts = [
            self._chunk(left[at : at + _CHUNK], right[at : at + _CHUNK])
            for at in range(0, len(left), _CHUNK)
        ]
        empty = np.empty((0, len(FEATURES)), np.float32)
        result: Floats = np.concatenate([empty, *parts])
        return result

    def _chunk(self, left: "Ints", right: "Ints") -> "Floats":
        import numpy as np

        values = self._of_words(left, right) | self._of_texts(left, right)
        values |= self._of_codes(left, right)
        values["typo"] = values["both"] * values["alike"]
        values["own_differs"] = values["own_apart"] * (1 - values["alike"])
        values["vetoed"] = self._vetoed(left, right, values).astype(np.float32)
        values["other_words"] = values["both"] * (1 - values["alike"])
        return np.stack([values[name].astype(np.float32) for name in FEATURES], axis=1)

    def _vetoed(self, left: "Ints", right: "Ints", values: dict[str, "Floats"]) -> "Bools":
        """Two authorities of two kinds, branches or regions; or an acronym of nobody knows whom."""
        one, two = self.domain[left], self.domain[right]
        differs = (one != two) | (self.branch[left] != self.branch[right])
        differs |= (values["own_differs"] > _REGION) | (values["country_differs"] > 0)
        differs |= values["place_differs"] > 0
        kinds = ((one > 0) != (two > 0)) | ((one > 0) & (two > 0) & differs)
        letters = (self.acronym[left] | self.acronym[right]) & (values["same_words"] == 0)
        vetoed: Bools = (kinds | letters) & (values["acronym"] == 0)
        return vetoed | self.unclear[left] | self.unclear[right]

    def _of_words(self, left: "Ints", right: "Ints") -> dict[str, "Floats"]:
        import numpy as np

        table = self.mentions
        one, two = table.tokens[left], table.tokens[right]
        same = ((one[:, :, None] == two[:, None, :]) & (one[:, :, None] > 0)).any(2)
        weights = table.weight[one] * same
        shared = weights.sum(1)
        all_one, all_two = self.total[left], self.total[right]
        rest_one, rest_two = all_one - shared, all_two - shared
        least = np.minimum(rest_one, rest_two).clip(0)
        most = np.maximum(rest_one, rest_two).clip(0)
        is_both = least > 0.01
        letters = (table.letters[one] * same).sum(1)
        own = np.where(table.is_concept[one], 0, weights).sum(1)
        own_one, own_two = self.own_total[left], self.own_total[right]
        both_public = (self.domain[left] > 0) & (self.domain[right] > 0)
        both_own = (own_one > 0) & (own_two > 0)
        self._rest = np.maximum(self.size[left], self.size[right]) - letters
        return {
            "same_words": most <= 0.01,
            "shared_words": 2 * shared / (all_one + all_two).clip(0.01),
            "rare_word": weights.max(1),
            "first_word": (one[:, 0] == two[:, 0]) & (one[:, 0] > 0),
            "own_apart": both_public & both_own & (own <= 0.01),
            "own_more": both_public & ((own_one > 0) != (own_two > 0)),
            "both": np.where(is_both, least / np.minimum(all_one, all_two).clip(0.01), 0),
            "more_words": np.where(is_both, 0, most / np.maximum(all_one, all_two).clip(0.01)),
        }

    def _of_texts(self, left: "Ints", right: "Ints") -> dict[str, "Floats"]:
        import numpy as np

        table = self.mentions
        distance = np.minimum(
            _distances(table.canonical, left, right), _distances(table.ordered, left, right)
        )
        whole = _distances(table.squeezed, left, right)
        least = np.minimum(distance, whole)
        one, two = self._letters[left], self._letters[right]
        return {
            "alike": ((1 - least / self._rest.clip(1) - _CHANCE) / (1 - _CHANCE)).clip(0, 1),
            "whole_alike": 1 - whole / np.maximum(one, two).clip(1),
            "short": (np.minimum(one, two) <= _SHORT) & (whole > 0),
        }

    def _of_codes(self, left: "Ints", right: "Ints") -> dict[str, "Floats"]:
        import numpy as np

        form_one, form_two = self.form[left], self.form[right]
        both_forms = (form_one > 0) & (form_two > 0)
        fits = self.form_fits[form_one, form_two]
        country_one, country_two = self.country[left], self.country[right]
        both_countries = (country_one > 0) & (country_two > 0)
        domain_one, domain_two = self.domain[left], self.domain[right]
        found = {
            "form_same": both_forms & fits,
            "form_differs": both_forms & ~fits,
            "place_differs": _both_differ(self.place, left, right),
            "place_more": _one_has(self.place, left, right),
            "number_differs": _both_differ(self.number, left, right),
            "number_more": _one_has(self.number, left, right),
            "country_differs": both_countries & (country_one != country_two),
            "kind_differs": domain_one != domain_two,
            "level_differs": _both_differ(self.level, left, right),
            "branch_differs": self.branch[left] != self.branch[right],
            "same_authority": _both_same(self.authority, left, right),
            "acronym": self._acronym(left, right),
        }
        return {name: value.astype(np.float32) for name, value in found.items()}

    def _acronym(self, left: "Ints", right: "Ints") -> "Floats":
        """How well one name is the acronym of the other."""
        import numpy as np

        if not len(self._meant):
            return np.zeros(len(left), np.float32)
        size = np.int64(len(self.mentions.names))
        pair = np.minimum(left, right).astype(np.int64) * size + np.maximum(left, right)
        at = np.searchsorted(self._meant, pair).clip(max=len(self._meant) - 1)
        result: Floats = np.where(self._meant[at] == pair, self._quality[at], np.float32(0))
        return result


def _authority(name: Name) -> object:
    """What an authority is, in any language: its place or other own words, level and branch."""
    own = frozenset(token for token in name.tokens if token[0] != "=")
    return (own, name.branch) if name.domain and own else None


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

    forms = {name.form: None for name in names if name.form}
    code = {form: at for at, form in enumerate(forms, 1)}
    fits = np.zeros((len(forms) + 1, len(forms) + 1), np.bool_)
    for one, at in code.items():
        for two, other in code.items():
            fits[at, other] = one.fits(two)
    return np.array([code.get(name.form, 0) for name in names], np.int32), fits


def _both_differ(codes: "Ints", left: "Ints", right: "Ints") -> "Bools":
    one, two = codes[left], codes[right]
    result: Bools = (one > 0) & (two > 0) & (one != two)
    return result


def _both_same(codes: "Ints", left: "Ints", right: "Ints") -> "Bools":
    result: Bools = (codes[left] > 0) & (codes[left] == codes[right])
    return result


def _one_has(codes: "Ints", left: "Ints", right: "Ints") -> "Bools":
    result: Bools = (codes[left] > 0) != (codes[right] > 0)
    return result


def _distances(texts: Sequence[str], left: "Ints", right: "Ints") -> "Floats":
    import numpy as np
    from rapidfuzz.distance import Levenshtein
    from rapidfuzz.process import cpdist

    one = [texts[at] for at in left.tolist()]
    two = [texts[at] for at in right.tolist()]
    found: Floats = cpdist(one, two, scorer=Levenshtein.distance, dtype=np.int32).astype(np.float32)
    return found


def _lengths(texts: Sequence[str]) -> "Ints":
    import numpy as np

    return np.array([len(text) for text in texts], np.int32)
