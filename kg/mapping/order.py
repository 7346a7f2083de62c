"""In which order the entities of a query can be made: those that others name come first."""

from collections.abc import Mapping
from graphlib import CycleError, TopologicalSorter

from kg.mapping.spec import Thing
from kg.mapping.yaml_text import Part


def in_order(things: Mapping[str, Thing], query: Part) -> tuple[Thing, ...]:
    """The entities of a query in that order.

    Raises:
        DataError: They name each other in a circle.
    """
    sorter: TopologicalSorter[str] = TopologicalSorter()
    for name, thing in things.items():
        sorter.add(name, *thing.needs)
    try:
        return tuple(things[name] for name in sorter.static_order())
    except CycleError as error:
        way = " -> ".join(reversed(error.args[1]))
        raise query.wrong(f"its entities name each other in a circle: {way}") from error
