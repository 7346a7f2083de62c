"""How far each mark stands from what a picture is about."""

from collections import defaultdict, deque
from collections.abc import Iterable, Sequence
from dataclasses import replace

from kg.views.picture import Line, Mark


def with_hops(marks: Sequence[Mark], lines: Iterable[Line], focus: Iterable[str]) -> list[Mark]:
    """The marks with their distance, in lines, from the nearest focus."""
    beside: defaultdict[str, list[str]] = defaultdict(list)
    for line in lines:
        beside[line.start].append(line.end)
        beside[line.end].append(line.start)
    known = {mark.id for mark in marks}
    hops = {id_: 0 for id_ in focus if id_ in known}
    waiting = deque(hops)
    while waiting:
        here = waiting.popleft()
        for there in beside[here]:
            if there not in hops:
                hops[there] = hops[here] + 1
                waiting.append(there)
    return [replace(mark, hops=hops.get(mark.id, -1)) for mark in marks]
