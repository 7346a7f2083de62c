"""Wholes that would be parts of themselves: circles of PART_OF and of LOCATED_IN."""

from collections.abc import Iterator, Mapping, Sequence
from graphlib import CycleError, TopologicalSorter

from kg.statements import Statement

NEVER_CIRCULAR = ("PART_OF", "LOCATED_IN")
"""Owning is not among them: companies do hold each other's shares."""


def closing(statements: Sequence[Statement]) -> Iterator[tuple[Statement, list[str]]]:
    """Each statement that closes a circle with those before it, and the ids on the circle.

    A statement that closes one is not counted for the next, so that taking these out leaves none.
    """
    for predicate in NEVER_CIRCULAR:
        said = [one for one in statements if one.predicate == predicate]
        if not _is_circular(said):
            continue
        wholes: dict[str, list[str]] = {}
        for one in said:
            if way := _way(one.object, one.subject, wholes):
                yield one, [one.subject, *way]
            else:
                wholes.setdefault(one.subject, []).append(one.object)


def _is_circular(statements: Sequence[Statement]) -> bool:
    """Asked first, in one pass, because the answer is nearly always no."""
    sorter: TopologicalSorter[str] = TopologicalSorter()
    for one in statements:
        sorter.add(one.subject, one.object)
    try:
        sorter.prepare()
    except CycleError:
        return True
    return False


def _way(start: str, goal: str, wholes: Mapping[str, Sequence[str]]) -> list[str]:
    """The ids from a part up to one of its wholes, or nothing."""
    came_from = {start: ""}
    todo = [start]
    while todo and goal not in came_from:
        here = todo.pop()
        for whole in wholes.get(here, ()):
            if whole not in came_from:
                came_from[whole] = here
                todo.append(whole)
    way = [goal] if goal in came_from else []
    while way and came_from[way[-1]]:
        way.append(came_from[way[-1]])
    return way[::-1]
