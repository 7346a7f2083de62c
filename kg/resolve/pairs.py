"""Millions of scored pairs as three columns of numbers; each is an edge only when asked for."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, overload

from kg.resolve.tiers import Edge

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from kg.resolve.mentions import Bools, Floats, Ints

    Longs = NDArray[np.int64]


@dataclass(frozen=True)
class Pairs(Sequence[Edge]):
    """Pairs of records by place, and how likely each is one."""

    left: "Ints"
    right: "Ints"
    score: "Floats"

    def __len__(self) -> int:
        """How many pairs there are."""
        return len(self.left)

    @overload
    def __getitem__(self, at: int) -> Edge: ...
    @overload
    def __getitem__(self, at: slice) -> list[Edge]: ...
    def __getitem__(self, at: int | slice) -> Edge | list[Edge]:
        """A pair as a suggestion."""
        if isinstance(at, slice):
            return [self[place] for place in range(*at.indices(len(self)))]
        left, right = int(self.left[at]), int(self.right[at])
        return Edge(left, right, "T4", float(self.score[at]), "")

    def __iter__(self) -> Iterator[Edge]:
        """Each pair as a suggestion."""
        for left, right, score in self.rows():
            yield Edge(left, right, "T4", score, "")

    def rows(self) -> Iterator[tuple[int, int, float]]:
        """Each pair and its score."""
        columns = (self.left.tolist(), self.right.tolist(), self.score.tolist())
        return zip(*columns, strict=True)

    def where(self, kept: "Bools") -> "Pairs":
        """Some of the pairs."""
        return Pairs(self.left[kept], self.right[kept], self.score[kept])

    def best_first(self) -> "Pairs":
        """The same pairs, the likeliest first, then by place."""
        import numpy as np

        order = np.lexsort((self.right, self.left, -self.score))
        return Pairs(self.left[order], self.right[order], self.score[order])


def likest(left: "Ints", right: "Ints", score: "Floats") -> Pairs:
    """Each pair of records once, lower place first, with the score of its likest names."""
    import numpy as np

    low, high = np.minimum(left, right), np.maximum(left, right)
    pair = (low.astype(np.int64) << 32) | high
    if not (pair[1:] > pair[:-1]).all():
        order = np.lexsort((-score, pair))
        first = np.diff(pair[order], prepend=-1) != 0
        pair, score = pair[order][first], score[order][first]
    low, high = (pair >> 32).astype(np.int32), (pair & 0xFFFFFFFF).astype(np.int32)
    return Pairs(low, high, score)
