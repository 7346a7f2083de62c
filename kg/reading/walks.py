"""The cheapest ways from one entity to another, over a graph of any size.

What is left to the end is known for every node beforehand (Dijkstra 1959, over the nodes that are
near enough), so that beginnings are tried in the order of what they will cost in the end (A*, Hart,
Nilsson and Raphael 1968): all paths come cheapest first without looking at most of the graph. The
search has a budget of beginnings, not of seconds, so that it finds the same on every machine.
"""

from collections import deque
from collections.abc import Iterator, Mapping
from heapq import heappop, heappush

from kg.errors import QueryError

Ways = Mapping[str, Mapping[str, float]]
"""What it costs to go from each entity to each that it is tied to; the same in both directions."""

BUDGET = 300_000
"""Beginnings of paths that are looked at before giving up on finding more."""


def walks(ways: Ways, start: str, end: str, longest: int) -> Iterator[list[str]]:
    """Simple paths of at most ``longest`` hops, cheapest first.

    None is a mere detour: none goes by everybody whom one before it goes by. Where two cost the
    same, the shorter one comes first, then the one with the lesser ids.

    Raises:
        QueryError: Nothing was found within the budget; that is not to say that there is no path.
    """
    hops = _hops(ways, end, longest)
    if start == end or start not in hops:
        return
    rest = _rest(ways, end, hops)
    heap: list[tuple[float, int, tuple[str, ...]]] = [(rest[start], hops[start], (start,))]
    before: list[set[str]] = []
    left = BUDGET
    while heap and left > 0:
        told, _, path = heappop(heap)
        if any(known.issubset(path) for known in before):
            continue
        here = path[-1]
        if here == end:
            before.append(set(path) - {end})
            yield list(path)
            continue
        gone = told - rest[here]
        for other, cost in ways[here].items():
            whole = len(path) + hops.get(other, longest)
            if other not in path and whole <= longest:
                left -= 1
                heappush(heap, (round(gone + cost + rest[other], 9), whole, (*path, other)))
    if heap and not before:
        raise QueryError(
            f"too many ways lead from {start} to {end} to look at all; ask for fewer hops"
        )


def _hops(ways: Ways, end: str, longest: int) -> dict[str, int]:
    """How many hops it is to the end, for everybody within the longest path."""
    found = {end: 0}
    waiting = deque([end] if end in ways else [])
    while waiting:
        here = waiting.popleft()
        if found[here] < longest:
            for other in ways[here]:
                if other not in found:
                    found[other] = found[here] + 1
                    waiting.append(other)
    return found


def _rest(ways: Ways, end: str, near: Mapping[str, int]) -> dict[str, float]:
    """What the cheapest way to the end costs, over nodes that are near enough."""
    found: dict[str, float] = {}
    heap = [(0.0, end)]
    while heap:
        cost, here = heappop(heap)
        if here in found:
            continue
        found[here] = cost
        for other, step in ways[here].items():
            if other in near and other not in found:
                heappush(heap, (cost + step, other))
    return found
