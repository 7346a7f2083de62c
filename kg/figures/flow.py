"""A layered drawing before anything has a place: cards in columns, and the trees between them.

Along is the way from seller to police, across is the other one; whether along runs to the right or
downwards is decided when it is drawn.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from kg.figures.connectors import Connector
from kg.figures.trees import Stop, Tree, stops, trees
from kg.layout.columns import columns
from kg.views.picture import Mark, Picture

Side = Literal[-1, 1]
"""The side of a card towards the sellers, or towards the police."""


@dataclass(frozen=True, slots=True)
class Port:
    """Where a tree touches a card. ``far`` is the connector that ends here; the hub has none."""

    card: str
    side: Side
    tree: int
    far: Connector | None = None

    @property
    def noted(self) -> bool:
        """Whether the number of a note stands here."""
        return self.far is not None and self.far.note > 0


@dataclass(frozen=True, slots=True)
class Flow:
    """Cards by column, trees, and every port of theirs."""

    marks: tuple[Mark, ...]
    columns: Mapping[str, int] = field(hash=False)
    connectors: tuple[Connector, ...]
    trees: tuple[Tree, ...]
    ports: tuple[Port, ...]
    stops: tuple[Stop, ...]

    @property
    def count(self) -> int:
        """How many columns there are."""
        return max(self.columns.values(), default=-1) + 1


def flow(picture: Picture, drawn: Sequence[Connector]) -> Flow:
    """The flow of a picture and its connectors."""
    places = columns(picture)
    found = trees(drawn)
    ports = [port for tree in found for port in _ports(tree, places)]
    passed = [stop for tree in found for stop in stops(tree, places)]
    return Flow(picture.marks, places, tuple(drawn), found, tuple(ports), tuple(passed))


def _ports(tree: Tree, places: Mapping[str, int]) -> list[Port]:
    hub = places[tree.hub]
    sides: dict[Side, None] = {}
    found = []
    for member in tree.members:
        far = tree.far(member)
        leaves: Side = 1 if places[far] >= hub else -1
        enters: Side = 1 if places[far] <= hub else -1
        sides[leaves] = None
        found.append(Port(far, enters, tree.number, member))
    return [*(Port(tree.hub, side, tree.number) for side in sorted(sides)), *found]
