"""What has to be written so that a database holds exactly a graph: new, changed and gone."""

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from hashlib import blake2b

from kg.graph.model import Edge, Node, Ref

_AS_TEXT = json.JSONEncoder(sort_keys=True, ensure_ascii=False, default=repr).encode


@dataclass(frozen=True, slots=True)
class FoundNode:
    """A node of ours in the database; ``element`` is the database's own id for it."""

    element: str
    ref: Ref
    labels: frozenset[str]
    props: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class FoundEdge:
    """A relationship of ours in the database, between two elements."""

    element: str
    start: str
    type: str
    end: str
    props: Mapping[str, object]


@dataclass(slots=True)
class NodeChanges:
    """Nodes to create, to change and to remove; ``elements`` are the ones that stay."""

    create: list[Node] = field(default_factory=list)
    change: list[tuple[FoundNode, Node]] = field(default_factory=list)
    remove: list[str] = field(default_factory=list)
    elements: dict[Ref, str] = field(default_factory=dict)


@dataclass(slots=True)
class EdgeChanges:
    """Relationships to create and to remove. One that differs is removed and created."""

    create: list[Edge] = field(default_factory=list)
    remove: list[str] = field(default_factory=list)


def compare_nodes(found: Iterable[FoundNode], wanted: Iterable[Node]) -> NodeChanges:
    """Compare by id; labels and properties must be the same. A double is removed."""
    by_ref = {node.ref: node for node in wanted}
    changes = NodeChanges()
    for there in found:
        node = by_ref.get(there.ref)
        if node is None or there.ref in changes.elements:
            changes.remove.append(there.element)
            continue
        changes.elements[there.ref] = there.element
        if there.labels != frozenset(node.labels) or words(there.props) != words(node.props):
            changes.change.append((there, node))
    changes.create = [node for ref, node in by_ref.items() if ref not in changes.elements]
    return changes


def compare_edges(
    found: Iterable[FoundEdge], wanted: Iterable[Edge], elements: Mapping[Ref, str]
) -> EdgeChanges:
    """Compare by ends, type and all properties, so that equal parallel ones are counted."""
    found, wanted = list(found), list(wanted)
    if not found:
        return EdgeChanges(create=wanted)
    keys = [_key(elements[e.start], e.type, elements[e.end], e.props) for e in wanted]
    missing = Counter(keys)
    changes = EdgeChanges()
    for there in found:
        key = _key(there.start, there.type, there.end, there.props)
        if missing[key] > 0:
            missing[key] -= 1
        else:
            changes.remove.append(there.element)
    for key, edge in zip(keys, wanted, strict=True):
        if missing[key] > 0:
            missing[key] -= 1
            changes.create.append(edge)
    return changes


def words(props: Mapping[str, object]) -> str:
    """Properties as text that tells 1 from 1.0 and true, in a fixed order."""
    return _AS_TEXT(props)


def _key(start: str, type_: str, end: str, props: Mapping[str, object]) -> bytes:
    text = "\0".join((start, type_, end, words(props)))
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).digest()
