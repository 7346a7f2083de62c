"""Places along a line, as near as can be to where they are wanted and no nearer to each other."""

from collections.abc import Sequence


def spaced(
    wanted: Sequence[float], extents: Sequence[float], gap: float, low: float, high: float
) -> list[float]:
    """The middles of things in their order, ``gap`` apart, between ``low`` and ``high``.

    Least squares by pooling neighbours that want the same room (isotonic regression). If there is
    not room for all, they start at ``low`` and end where they must.
    """
    offsets = _offsets(extents, gap)
    if not offsets:
        return []
    last = high - extents[-1] / 2 - offsets[-1]
    first = low + extents[0] / 2
    pooled = _rising([want - offset for want, offset in zip(wanted, offsets, strict=True)])
    held = [max(first, min(last, place)) for place in pooled]
    return [place + offset for place, offset in zip(held, offsets, strict=True)]


def needed(extents: Sequence[float], gap: float) -> float:
    """The room that things take, one after the other."""
    return sum(extents) + gap * max(0, len(extents) - 1)


def _offsets(extents: Sequence[float], gap: float) -> list[float]:
    found: list[float] = []
    for number, extent in enumerate(extents):
        found.append(found[-1] + (extents[number - 1] + extent) / 2 + gap if found else 0.0)
    return found


def _rising(values: Sequence[float]) -> list[float]:
    """The nearest values that never fall (pool adjacent violators)."""
    pools: list[tuple[float, int]] = []
    for value in values:
        total, count = value, 1
        while pools and pools[-1][0] / pools[-1][1] > total / count:
            before = pools.pop()
            total, count = total + before[0], count + before[1]
        pools.append((total, count))
    return [total / count for total, count in pools for _ in range(count)]
