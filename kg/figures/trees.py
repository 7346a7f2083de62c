"""Trees: connectors of one look that share an end run together and part where they must.

A hub with twelve users is one stroke that branches, not twelve strokes side by side; what lies
columns away is reached through the gaps between cards, at a stop in each column on the way.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from kg.figures.connectors import Connector

Stop = tuple[int, int]
"""Where a tree passes a column: its number and the column."""


@dataclass(frozen=True, slots=True)
class Tree:
    """Connectors that leave the ``hub`` together. ``outward``: the arrows are at the far ends."""

    number: int
    hub: str
    style: str
    outward: bool
    members: tuple[Connector, ...]

    def far(self, connector: Connector) -> str:
        """The end of a member that is not the hub."""
        return connector.end if connector.start == self.hub else connector.start


def trees(drawn: Sequence[Connector]) -> tuple[Tree, ...]:
    """Every connector in one tree: that of the end that more of its kind share."""
    shared = Counter(key for connector in drawn for key in _keys(connector))
    found: defaultdict[tuple[str, str, bool], list[Connector]] = defaultdict(list)
    for connector in drawn:
        start, end = _keys(connector)
        found[start if shared[start] >= shared[end] else end].append(connector)
    return tuple(
        Tree(number, *key, tuple(members))
        for number, (key, members) in enumerate(sorted(found.items()))
    )


def stops(tree: Tree, columns: Mapping[str, int]) -> list[Stop]:
    """The stops of a tree in the columns that it passes, outward from its hub."""
    hub = columns[tree.hub]
    places = [columns[tree.far(member)] for member in tree.members]
    left, right = min([hub, *places]), max([hub, *places])
    passed = [*range(hub - 1, left, -1), *range(hub + 1, right)]
    return [(tree.number, column) for column in passed]


def steps(tree: Tree, columns: Mapping[str, int]) -> Iterator[tuple[str | Stop, str | Stop]]:
    """What follows what on the tree, the hub first; those in the hub's own column come too."""
    hub = columns[tree.hub]
    for stop in stops(tree, columns):
        yield before(tree, stop[1], hub), stop
    for member in tree.members:
        far = tree.far(member)
        yield before(tree, columns[far], hub), far


def before(tree: Tree, column: int, hub: int) -> str | Stop:
    """Where a tree comes from on its way into a column."""
    if abs(column - hub) <= 1:
        return tree.hub
    return (tree.number, column - 1 if column > hub else column + 1)


def _keys(connector: Connector) -> tuple[tuple[str, str, bool], tuple[str, str, bool]]:
    return (
        (connector.start, connector.style, True),
        (connector.end, connector.style, False),
    )
