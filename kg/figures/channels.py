"""Channels: the room between two columns, where every tree turns on a track of its own.

Tracks are ordered so that few trees cross and none runs on another (Deutsch 1976 calls these nets
and their constraints).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

SAME = 3.0
"""Pixels within which two strokes would be taken for one."""
_OVERLAID = 1000


@dataclass(frozen=True, slots=True)
class Net:
    """A tree in one channel: where it touches the columns on both sides."""

    number: int
    left: tuple[float, ...]
    right: tuple[float, ...]

    @property
    def span(self) -> tuple[float, float]:
        """From where to where it runs across."""
        places = (*self.left, *self.right)
        return min(places), max(places)

    @property
    def is_straight(self) -> bool:
        """Whether it goes through without a turn."""
        low, high = self.span
        return high - low < 0.5 and len(self.left) > 0 and len(self.right) > 0


def tracks(nets: Sequence[Net]) -> dict[int, int]:
    """The track of each net that turns, by its number, from 0 on the left.

    Nets that do not meet share one.
    """
    turning = [net for net in nets if not net.is_straight]
    order = _ordered(turning)
    found: dict[int, int] = {}
    for place, net in enumerate(order):
        before = [other for other in order[:place] if _meet(other, net)]
        found[net.number] = max((found[other.number] + 1 for other in before), default=0)
    return found


@dataclass(frozen=True, slots=True)
class Overlaid:
    """Two nets that run on each other for a while: where the first leaves, the second comes in."""

    leaving: int
    leaves: float
    coming: int
    comes: float


def overlaid(nets: Sequence[Net], found: Mapping[int, int]) -> list[Overlaid]:
    """The nets that cannot be told apart: where two change places, one must run on the other."""
    turning = [net for net in nets if net.number in found]
    return [
        Overlaid(left.number, here, right.number, there)
        for left in turning
        for right in turning
        if found[left.number] < found[right.number]
        for here in left.right
        for there in right.left
        if abs(here - there) < SAME
    ]


def _ordered(nets: Sequence[Net]) -> list[Net]:
    """The nets from left to right: a good start, then each moved to its best place."""
    order = sorted(nets, key=lambda net: (_slant(net), net.span, net.number))
    costs = {(a.number, b.number): _cost(a, b) for a in nets for b in nets if a.number != b.number}
    for _ in range(8):
        before = list(order)
        for net in before:
            order.remove(net)
            order.insert(_best(net, order, costs), net)
        if order == before:
            break
    return order


def _best(net: Net, order: Sequence[Net], costs: Mapping[tuple[int, int], int]) -> int:
    cost = sum(costs[net.number, other.number] for other in order)
    best = (cost, 0)
    for place, other in enumerate(order, start=1):
        cost += costs[other.number, net.number] - costs[net.number, other.number]
        best = min(best, (cost, place))
    return best[1]


def _slant(net: Net) -> float:
    """Nets that rise turn early at the top, those that fall turn early at the bottom."""
    if not net.left or not net.right:
        return 0.0
    left, right = sum(net.left) / len(net.left), sum(net.right) / len(net.right)
    return left if right < left else -left


def _cost(left: Net, right: Net) -> int:
    """How often two nets cross when the first turns left of the other."""
    low, high = left.span
    other_low, other_high = right.span
    crossings = sum(other_low < y < other_high for y in left.right)
    crossings += sum(low < y < high for y in right.left)
    overlaid = sum(abs(a - b) < SAME for a in left.right for b in right.left)
    return crossings + _OVERLAID * overlaid


def _meet(one: Net, other: Net) -> bool:
    low, high = one.span
    other_low, other_high = other.span
    return low < other_high + 6 and other_low < high + 6
