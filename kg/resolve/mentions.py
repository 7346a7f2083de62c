"""The names of all records as columns of numbers, so that pairs are compared all at once."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from kg.resolve.acronyms import Acronyms, acronyms
from kg.resolve.names import Name
from kg.resolve.record import Record
from kg.resolve.words import vocabulary

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Ints = NDArray[np.int32]
    Floats = NDArray[np.float32]
    Bools = NDArray[np.bool_]

WIDTH = 8
"""Tokens of a name that are looked at: the first ones."""
_BACKGROUND = 100_000
"""How many names the world has besides the table, for the rarity of words."""
_TRADES = ("fabriek", "fabrieken", "fabrik", "fabriken", "werke", "werken", "gesellschaft")
"""Ends of compounds that name a trade, not a firm."""
_COMMON, _PLACE, _CONCEPT = 1_000, 500, 800
"""How many of those hold a common word, a place, a concept."""


@dataclass(frozen=True)
class Mentions:
    """Every name of every record: its owner, its tokens by number (0 is none), its texts."""

    records: Sequence[Record]
    names: list[Name]
    owner: "Ints"
    spellings: Sequence[str]
    """Token number -> the token."""
    tokens: "Ints"
    count: "Ints"
    """Token number -> how many names have it."""
    weight: "Floats"
    """Token number -> how much it tells, from 0 to 1: its inverse document frequency."""
    letters: "Ints"
    """Token number -> its letters."""
    is_concept: "Bools"
    """Token number -> whether it is a concept, which says what an authority is but not which."""

    @cached_property
    def acronyms(self) -> Acronyms:
        """What the acronyms among the names stand for."""
        return acronyms(self.names, self.owner.tolist(), self.records)

    @cached_property
    def is_acronym(self) -> "Bools":
        """Which names are acronyms."""
        import numpy as np

        return np.array([len(name.words) == 1 and name.is_acronym for name in self.names], np.bool_)

    @cached_property
    def squeezed(self) -> list[str]:
        """The words as one text."""
        return [name.squeezed for name in self.names]

    @cached_property
    def spelt(self) -> list[str]:
        """The words as one text, small ones too."""
        return [name.spelt for name in self.names]

    @cached_property
    def countries(self) -> "Ints":
        """The country of each name as a number; 0 is none."""
        return self.codes([self.records[at].country for at in self.owner.tolist()])

    def codes(self, values: Sequence[object]) -> "Ints":
        """Values as numbers; the empty one is 0."""
        import numpy as np

        known: dict[object, int] = {}
        return np.array(
            [known.setdefault(value, len(known) + 1) if value else 0 for value in values],
            np.int32,
        )


def mentions(records: Sequence[Record]) -> Mentions:
    """Put the names of records in columns."""
    import numpy as np

    names: list[Name] = []
    for record in records:
        names.append(record.name)
        names += record.aliases
    each = np.array([1 + len(record.aliases) for record in records], np.int32)
    owner = np.repeat(np.arange(len(records), dtype=np.int32), each)
    seen = [name.tokens[:WIDTH] for name in names]
    every = [token for tokens in seen for token in tokens]
    spellings = ["", *dict.fromkeys(every)]
    number = {token: at for at, token in enumerate(spellings)}
    tokens = np.zeros((len(names), WIDTH), np.int32)
    size = np.fromiter(map(len, seen), np.int32, len(names))
    place = np.arange(WIDTH) < size[:, None]
    tokens[place] = np.fromiter(map(number.__getitem__, every), np.int32, len(every))
    count = np.bincount(tokens.ravel(), minlength=len(spellings)).astype(np.int32)
    return Mentions(
        records,
        names,
        owner,
        spellings,
        tokens,
        count,
        _weights(spellings, count, len(names)),
        np.array([len(token) for token in spellings], np.int32),
        np.array([token[:1] == "=" for token in spellings], np.bool_),
    )


def _weights(known: Sequence[str], count: "Ints", names: int) -> "Floats":
    """Inverse document frequency against the table and the world together; the padding is 0."""
    import numpy as np

    common = vocabulary().weights
    usual = {"=": _CONCEPT, "@": _PLACE}
    world = np.array(
        [
            usual.get(token[:1], _COMMON if token in common or token.endswith(_TRADES) else 1)
            for token in known
        ],
        np.float32,
    )
    total = _BACKGROUND + names
    weight = np.log(total / (world + count)) / np.log(total)
    weight[0] = 0
    result: Floats = weight.clip(0.05).astype(np.float32)
    result[0] = 0
    return result
