"""Clusters grown by score: the best pair first, as long as all that was scored speaks for it."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from kg.resolve.clusters import Clusters
from kg.resolve.pairs import Pairs
from kg.resolve.score import Weights
from kg.resolve.tiers import Edge

if TYPE_CHECKING:
    from kg.resolve.mentions import Bools, Ints

_FINE = float(1 << 60)
"""Scores are added up in whole numbers of this fineness, so that no order changes a sum."""
_NONE: Mapping[int, int] = MappingProxyType({})


class Balance:
    """What was scored between clusters: by how much each pair is above the mean that is asked for.

    It adds up to less than nothing where the mean of all pairs of two clusters is less than that.
    Where clusters are joined their sums are added, those of the one that has fewer, so that no
    pair is looked at twice.
    """

    def __init__(self, scored: Pairs, head: "Ints", mean: float) -> None:
        """Add up the pairs by the clusters of their records, which have these heads."""
        import numpy as np

        fine = np.rint(scored.score.astype(np.float64) * _FINE).astype(np.int64)
        above = (fine - round(mean * _FINE)).tolist()
        left, right = head[scored.left].tolist(), head[scored.right].tolist()
        self.between: dict[int, dict[int, int]] = {at: {} for at in {*left, *right}}
        self.place: dict[int, int] = {}
        """Head of a cluster that was joined -> where its sums are."""
        between = self.between
        for one, two, adds in zip(left, right, above, strict=True):
            if one != two:
                its, other = between[one], between[two]
                its[two] = other[one] = its.get(two, 0) + adds

    def speaks_for(self, one: int, two: int) -> bool:
        """Whether the mean between the clusters of two heads is enough, or nothing was scored."""
        place = self.place
        sums = self.between.get(place.get(one, one), _NONE)
        return sums.get(place.get(two, two), 0) >= 0

    def join(self, one: int, two: int) -> None:
        """Add up what was scored of two clusters with others; the lower head is that of both."""
        place, between = self.place, self.between
        kept, gone = place.pop(one, one), place.pop(two, two)
        if len(between.get(kept, _NONE)) < len(between.get(gone, _NONE)):
            kept, gone = gone, kept
        place[min(one, two)] = kept
        own = between.get(kept, {})
        own.pop(gone, None)
        for other, adds in between.pop(gone, _NONE).items():
            if other != kept:
                its = between[other]
                del its[gone]
                own[other] = its[kept] = own.get(other, 0) + adds


def grow(clusters: Clusters, scored: Pairs, by: Weights, acronyms: "Bools") -> Iterator[Edge]:
    """Join by score, the best pair first; give back the edges that joined.

    Two clusters are joined only if all their scored pairs together have the mean that is asked for,
    so that one likeness does not chain what is not alike. Acronyms are like nothing but themselves:
    their pairs join, but do not count for the mean.
    """
    import numpy as np

    head = np.array(clusters.heads(), np.int32)
    likely = scored.where(scored.score >= by.threshold)
    group = connected(head, likely)
    is_telling = group[scored.left] == group[scored.right]
    is_telling &= ~(acronyms[scored.left] | acronyms[scored.right])
    balance = Balance(scored.where(is_telling), head, by.mean)
    of = clusters.of
    for left, right, score in likely.best_first().rows():
        one, two = of(left), of(right)
        if one != two and balance.speaks_for(one, two) and clusters.join(one, two):
            balance.join(one, two)
            yield Edge(left, right, "T4", score, "")


def connected(head: "Ints", pairs: Pairs) -> "Ints":
    """A number for each record, the same for all that any chain of pairs or a head leads to.

    Heads are hooked to the lowest one that they are paired with, and chains cut short, until no
    pair has two (Shiloach and Vishkin 1982).
    """
    import numpy as np

    group, one, two = head.copy(), pairs.left, pairs.right
    while len(one):
        at, other = group[one], group[two]
        differ = at != other
        one, two, at, other = one[differ], two[differ], at[differ], other[differ]
        np.minimum.at(group, np.maximum(at, other), np.minimum(at, other))
        while not np.array_equal(group, above := group[group]):
            group = above
    return group
