"""Clusters grown by score: the best pair first, as long as all that was scored speaks for it."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from kg.resolve.clusters import Clusters
from kg.resolve.pairs import Pairs
from kg.resolve.score import Weights
from kg.resolve.tiers import Edge

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from kg.resolve.mentions import Bools

    Longs = NDArray[np.int64]


class Likeness:
    """The mean score between clusters, over the pairs that were scored, those against it too."""

    def __init__(self, scored: Pairs, size: int) -> None:
        """Lay out the pairs of each of so many records side by side."""
        import numpy as np

        one = np.concatenate([scored.left, scored.right])
        order = np.argsort(one, kind="stable")
        self.other = np.concatenate([scored.right, scored.left])[order]
        self.score = np.concatenate([scored.score, scored.score])[order]
        self.start = np.zeros(size + 1, np.int64)
        np.cumsum(np.bincount(one, minlength=size), out=self.start[1:])

    def mean(self, clusters: Clusters, one: int, two: int) -> float:
        """The mean score of the clusters with these heads; 1 if no pair of theirs was scored."""
        few, many = clusters.all_of(one), clusters.all_of(two)
        if len(few) > len(many):
            few, many = many, few
        others = frozenset(many)
        found = [score for at in few for other, score in self._of(at) if other in others]
        return sum(found) / len(found) if found else 1.0

    def _of(self, at: int) -> Iterator[tuple[int, float]]:
        here = slice(self.start[at], self.start[at + 1])
        return zip(self.other[here].tolist(), self.score[here].tolist(), strict=True)


def grow(clusters: Clusters, scored: Pairs, by: Weights, acronyms: "Bools") -> Iterator[Edge]:
    """Join by score, the best pair first; give back the edges that joined.

    Two clusters are joined only if all their scored pairs together have the mean that is asked for,
    so that one likeness does not chain what is not alike. Acronyms are like nothing but themselves:
    their pairs join, but do not count for the mean.
    """
    telling = scored.where(~(acronyms[scored.left] | acronyms[scored.right]))
    likeness = Likeness(telling, len(acronyms))
    groups = clusters.members
    likely = scored.where(scored.score >= by.threshold).best_first()
    for left, right, score in likely.rows():
        one, two = clusters.of(left), clusters.of(right)
        if one == two:
            continue
        is_one_of_many = one in groups or two in groups or score < by.mean
        if is_one_of_many and likeness.mean(clusters, one, two) < by.mean:
            continue
        if clusters.join(one, two):
            yield Edge(left, right, "T4", score, "")
