"""Over whom the shortest chains between others run (Freeman 1977), exactly and fast.

Most entities hang on a network by one tie. Such branches are folded into what they hang on, which
from then on counts for all of them; the chains over whoever holds branches follow from their sizes.
The algorithm of Brandes (2001) does the rest, on what is left.
"""

from collections.abc import Iterator, MutableSequence, Sequence

Neighbours = Sequence[Sequence[int]]
"""Of each place the places that it is tied to: without itself, each once, in a fixed order."""


def betweenness(neighbours: Neighbours) -> list[float]:
    """For each place the share of all pairs of others whose shortest chains lead over it.

    A pair with several shortest chains counts for each in part.
    """
    counts, branches, core = _fold(neighbours)
    chains = [0.0] * len(neighbours)
    for part in parts(neighbours):
        for at in part:
            chains[at] += _over_branches(branches[at], len(part))
            if counts[at]:
                _walk(at, core, counts, chains)
    pairs = (len(neighbours) - 1) * (len(neighbours) - 2) / 2
    return [found / pairs if pairs > 0 else 0.0 for found in chains]


def parts(neighbours: Neighbours, without: int | None = None) -> Iterator[list[int]]:
    """The places that hang together, part by part; ``without`` leaves one out."""
    seen = {without}
    for start in range(len(neighbours)):
        if start in seen:
            continue
        seen.add(start)
        part = [start]
        for at in part:
            fresh = [other for other in neighbours[at] if other not in seen]
            seen.update(fresh)
            part += fresh
        yield part


def _fold(neighbours: Neighbours) -> tuple[list[int], list[list[int]], list[list[int]]]:
    """How many each place counts for, the sizes of its branches, and the ties that are left.

    A place that was folded into another counts for none.
    """
    left = [list(near) for near in neighbours]
    counts = [1] * len(left)
    branches: list[list[int]] = [[] for _ in left]
    tips = [at for at, near in enumerate(left) if len(near) == 1]
    while tips:
        tip = tips.pop()
        if not left[tip]:
            continue
        stem = left[tip].pop()
        left[stem].remove(tip)
        branches[stem].append(counts[tip])
        counts[stem] += counts[tip]
        counts[tip] = 0
        if len(left[stem]) == 1:
            tips.append(stem)
    return counts, branches, left


def _over_branches(sizes: Sequence[int], whole: int) -> float:
    """Pairs with at least one end in a branch, and the other neither in it nor the holder."""
    inside = sum(sizes)
    between = (inside**2 - sum(size**2 for size in sizes)) / 2
    return between + inside * (whole - 1 - inside)


def _walk(
    source: int, near: Neighbours, counts: Sequence[int], chains: MutableSequence[float]
) -> None:
    """Add to ``chains`` those that begin in a place; each is met from both its ends."""
    steps, ways = {source: 0}, {source: 1}
    before: dict[int, list[int]] = {source: []}
    order = [source]
    for at in order:
        for other in near[at]:
            if other not in steps:
                steps[other], ways[other], before[other] = steps[at] + 1, 0, []
                order.append(other)
            if steps[other] > steps[at]:
                ways[other] += ways[at]
                before[other].append(at)
    share = dict.fromkeys(order, 0.0)
    for at in reversed(order[1:]):
        part = (counts[at] + share[at]) / ways[at]
        for earlier in before[at]:
            share[earlier] += ways[earlier] * part
        chains[at] += counts[source] * share[at] / 2
