"""Nodes and edges as a store takes them: labels or a type, and flat properties."""

from dataclasses import dataclass, field

Value = str | int | float | bool | list[str]
Ref = tuple[str, str]
"""A node's address: its space ("Entity", "Claim" or "Source") and its id, unique in that space."""


@dataclass(frozen=True, slots=True)
class Node:
    """A node with its full set of labels, sorted. Unknown properties are absent, never empty."""

    ref: Ref
    labels: tuple[str, ...]
    props: dict[str, Value] = field(hash=False)


@dataclass(frozen=True, slots=True)
class Edge:
    """A directed edge between two nodes."""

    type: str
    start: Ref
    end: Ref
    props: dict[str, Value] = field(hash=False)


@dataclass(frozen=True, slots=True)
class Graph:
    """Everything that a store holds, in a fixed order."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]

    def space(self, name: str) -> list[Node]:
        """The nodes of one space, e.g. ``space("Entity")``."""
        return [node for node in self.nodes if node.ref[0] == name]
