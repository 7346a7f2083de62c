"""From pairs to clusters: the best edge first, and never together what cannot be one."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from kg.resolve.record import Record

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

    def heads(self) -> list[int]:
        """The head of every record's cluster: its first record."""
        heads = list(self.head)
        for at, above in enumerate(heads):
            heads[at] = heads[above]
        return heads

    def all_of(self, head: int) -> list[int]:
        """The members of the cluster of a head."""
        return self.members.get(head) or [head]

    def join(self, left: int, right: int) -> bool:
        """Join the clusters of two records; False where they cannot be one."""
        one, two = self.of(left), self.of(right)
        if one == two:
            return True
        if one > two:
            one, two = two, one
        own, other = self.marks[one], self.marks[two]
        if (own and other and clash(own, other)) or (self.apart and self._judged(one, two)):
            return False
        self.head[two] = one
        self.members.setdefault(one, [one]).extend(self.members.pop(two, (two,)))
        if other:
            self.marks[one] = _together(own, other) if own else other
        return True

    def _judged(self, one: int, two: int) -> bool:
        others = frozenset(self.all_of(two))
        return any(self.apart.get(at, frozenset()) & others for at in self.all_of(one))


def marks(record: Record) -> Marks:
    """What tells a record from others for certain."""
    name = record.name
    if not (record.ids or record.label or name.numbers or name.domain):
        return {}
    found: dict[str, frozenset[str]] = {}
    for number in record.telling_ids:
        scheme = number.partition(":")[0]
        found[f"id {scheme}"] = found.get(f"id {scheme}", frozenset()) | {number}
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
