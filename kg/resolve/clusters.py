"""From pairs to clusters: the best edge first, and never together what cannot be one."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from kg.resolve.record import Record
from kg.resolve.score import Weights
from kg.resolve.tiers import Edge

Marks = dict[str, frozenset[str]]


@dataclass(slots=True)
class Clusters:
    """Records by place, joined one edge at a time.

    ``marks`` are what all members of a cluster must share with another's, if both have it: the
    identifier of a scheme, the label, a number; for an authority its country, place and level.
    """

    marks: list[Marks]
    apart: Mapping[int, frozenset[int]] = field(default_factory=dict)
    head: list[int] = field(default_factory=list)
    members: dict[int, list[int]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Begin with every record alone."""
        self.head = list(range(len(self.marks)))

    def of(self, at: int) -> int:
        """The head of a record's cluster."""
        while self.head[at] != at:
            self.head[at] = self.head[self.head[at]]
            at = self.head[at]
        return at

    def all_of(self, head: int) -> list[int]:
        """The members of the cluster of a head."""
        return self.members.get(head) or [head]

    def join(self, left: int, right: int) -> bool:
        """Join the clusters of two records; False where they cannot be one."""
        one, two = self.of(left), self.of(right)
        if one == two:
            return True
        if clash(self.marks[one], self.marks[two]) or self._judged(one, two):
            return False
        one, two = min(one, two), max(one, two)
        self.head[two] = one
        self.members[one] = self.all_of(one) + self.members.pop(two, [two])
        self.marks[one] = _together(self.marks[one], self.marks[two])
        return True

    def _judged(self, one: int, two: int) -> bool:
        if not self.apart:
            return False
        others = frozenset(self.all_of(two))
        return any(self.apart.get(at, frozenset()) & others for at in self.all_of(one))


def marks(record: Record) -> Marks:
    """What tells a record from others for certain."""
    found: dict[str, frozenset[str]] = {}
    for number in record.ids:
        scheme = number.partition(":")[0]
        found[f"id {scheme}"] = found.get(f"id {scheme}", frozenset()) | {number}
    name = record.name
    if record.kind:
        found["label"] = frozenset([record.kind])
    if name.numbers:
        found["number"] = name.numbers
    if name.domain or record.label in ("PoliceForce", "PublicBody"):
        for what, values in (
            *(("place", name.places), ("level", name.level), ("branch", name.branch)),
            ("country", frozenset([record.country]) - {""}),
        ):
            if values:
                found[what] = values
    return found


def clash(one: Marks, two: Marks) -> str:
    """What two clusters both have and do not share; empty if nothing keeps them apart."""
    for what in one.keys() & two.keys():
        if one[what].isdisjoint(two[what]):
            return what
    return ""


def _together(one: Marks, two: Marks) -> Marks:
    return {
        what: one.get(what, frozenset()) | two.get(what, frozenset())
        for what in sorted(one.keys() | two.keys())
    }


class Likeness:
    """The mean score between clusters, over the pairs that were scored."""

    def __init__(self, edges: Iterable[Edge]) -> None:
        """Take in the scored pairs, those that speak against too."""
        self.sums: dict[int, dict[int, tuple[float, int]]] = {}
        for edge in edges:
            self._add(edge.left, edge.right, (edge.score, 1))

    def mean(self, one: int, two: int) -> float:
        """The mean score of two clusters; 1 if no pair of theirs speaks against."""
        total, count = self.sums.get(one, {}).get(two, (1.0, 1))
        return total / count

    def merge(self, kept: int, gone: int) -> None:
        """Let one cluster have what another had."""
        for other, found in self.sums.pop(gone, {}).items():
            del self.sums[other][gone]
            if other != kept:
                self._add(kept, other, found)

    def _add(self, one: int, two: int, found: tuple[float, int]) -> None:
        for left, right in ((one, two), (two, one)):
            known = self.sums.setdefault(left, {})
            total, count = known.get(right, (0.0, 0))
            known[right] = total + found[0], count + found[1]


def grow(
    clusters: Clusters, scored: Sequence[Edge], by: Weights, acronyms: frozenset[int]
) -> Iterator[Edge]:
    """Join by score, the best pair first; give back the edges that joined.

    Two clusters are joined only if all their scored pairs together have the mean that is asked for,
    so that one likeness does not chain what is not alike. Acronyms are like nothing but themselves:
    their pairs join, but do not count for the mean.
    """
    headed = [
        edge._replace(left=one, right=two)
        for edge in scored
        if (one := clusters.of(edge.left)) != (two := clusters.of(edge.right))
        and edge.left not in acronyms
        and edge.right not in acronyms
    ]
    likeness = Likeness(headed)
    for edge in sorted(scored, key=lambda edge: (-edge.score, edge.left, edge.right)):
        if edge.score < by.threshold:
            break
        one, two = clusters.of(edge.left), clusters.of(edge.right)
        if one == two or likeness.mean(one, two) < by.mean or not clusters.join(one, two):
            continue
        kept = clusters.of(one)
        likeness.merge(kept, two if kept == one else one)
        yield edge
