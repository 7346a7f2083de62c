"""Load a graph into a Neo4j that may hold other people's data.

Ours are the nodes labelled Entity, Claim or Source whose ``case_name`` is the case's, and between
two of them the relationships that have an ``eid`` or are evidence. What is there is read and
compared, and only the difference is written: a load that was killed, anywhere, is completed by the
next one, and a second load of the same graph writes nothing.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby

from kg.errors import StoreError
from kg.graph.model import Edge, Graph, Node, Ref
from kg.store.bolt import Store
from kg.store.difference import (
    EdgeChanges,
    FoundEdge,
    FoundNode,
    NodeChanges,
    compare_edges,
    compare_nodes,
)
from kg.store.target import EVIDENCE, SPACES, Progress, Target, batches
from kg.store.trouble import in_words

_PASSES = 3
_INDEXES = (
    "CREATE INDEX kg_{name}_case IF NOT EXISTS FOR (n:{label}) ON (n.case_name, n.id)",
    "CREATE INDEX kg_{name}_id IF NOT EXISTS FOR (n:{label}) ON (n.id)",
)
_CLAIMS_INDEX = "CREATE INDEX kg_claim_predicate IF NOT EXISTS FOR (n:Claim) ON (n.predicate)"
_CREATE_NODES = (
    "UNWIND $rows AS row CREATE (n:{labels}) SET n = row"
    " RETURN collect([row.id, elementId(n)]) AS made"
)
_CHANGE_NODES = (
    "UNWIND $rows AS row MATCH (n) WHERE elementId(n) = row.element"
    " SET n = row.props REMOVE n:$(row.gone) SET n:$(row.labels)"
)
_REMOVE_NODES = "UNWIND $rows AS element MATCH (n) WHERE elementId(n) = element DETACH DELETE n"
_CREATE_EDGES = (
    "UNWIND $rows AS row MATCH (a) WHERE elementId(a) = row.start"
    " MATCH (b) WHERE elementId(b) = row.end CREATE (a)-[r:$(row.type)]->(b) SET r = row.props"
)
_REMOVE_EDGES = "UNWIND $rows AS element MATCH ()-[r]->() WHERE elementId(r) = element DELETE r"


@dataclass(frozen=True, slots=True)
class Loaded:
    """The size of the graph, how much had to be written, and whether indexes could be made."""

    nodes: int
    relationships: int
    created: int
    changed: int
    removed: int
    is_indexed: bool

    def __str__(self) -> str:
        """The load in words, for a person."""
        size = f"{self.nodes:,} nodes and {self.relationships:,} relationships"
        written = f"{self.created:,} created, {self.changed:,} changed, {self.removed:,} removed"
        slow = "" if self.is_indexed else "; without indexes, which this user may not make"
        return f"{size} ({written}{slow})"


def load(store: Store, graph: Graph, case_name: str, progress: Progress | None = None) -> Loaded:
    """Make the database hold exactly this graph as the case's, and leave all else alone.

    Raises:
        StoreError: The database cannot be reached, or this user may not write there.
    """
    wanted = _named(graph, case_name)
    size = len(wanted.nodes), len(wanted.edges)
    created = changed = removed = 0
    with in_words(store.name), store.driver.session(database=store.database) as session:
        target = Target(session, case_name, _types(graph), progress or _quietly)
        is_indexed = _make_indexes(target)
        for _ in range(_PASSES):
            nodes = compare_nodes(target.nodes(), wanted.nodes)
            is_first = not (nodes.elements or nodes.remove)
            _load_nodes(target, nodes)
            edges = _load_edges(target, wanted, nodes, () if is_first else target.edges())
            created += len(nodes.create) + len(edges.create)
            changed += len(nodes.change)
            removed += len(nodes.remove) + len(edges.remove)
            if (target.sizes() if is_first else target.counts()) == size:
                return Loaded(*size, created, changed, removed, is_indexed)
    raise StoreError(
        f"{store.name}: another program is writing the case {case_name!r}; try again when it ends"
    )


def unload(store: Store, case_name: str, progress: Progress | None = None) -> Loaded:
    """Remove all that was loaded for a case. The indexes stay."""
    return load(store, Graph((), ()), case_name, progress)


def index_statements() -> list[str]:
    """The indexes that make lookups quick; none is unique, as others may use the ids."""
    by_id = [text.format(name=label.lower(), label=label) for label in SPACES for text in _INDEXES]
    return [*by_id, _CLAIMS_INDEX]


def _named(graph: Graph, case_name: str) -> Graph:
    named = {"case_name": case_name}
    nodes = [Node(node.ref, node.labels, node.props | named) for node in graph.nodes]
    return Graph(tuple(nodes), graph.edges)


def _types(graph: Graph) -> dict[str, list[str]]:
    """The types by which our relationships are known that have no ``eid``."""
    types = {space: set(EVIDENCE if space == "Claim" else ()) for space in SPACES}
    for edge in graph.edges:
        if "eid" not in edge.props:
            types[edge.start[0]].add(edge.type)
    return {space: sorted(known) for space, known in types.items()}


def _make_indexes(target: Target) -> bool:
    """Indexes help, and a user who may write nodes may lack the right to make them."""
    from neo4j.exceptions import Forbidden

    try:
        for statement in index_statements():
            target.write(statement)
    except Forbidden:
        return False
    return True


def _load_nodes(target: Target, changes: NodeChanges) -> None:
    """Create and change nodes. The ones to remove wait until their relationships are gone."""
    done = 0
    for (space, labels), alike in groupby(sorted(changes.create, key=_kind), key=_kind):
        query = _CREATE_NODES.format(labels=":".join(map(_quoted, labels)))
        for batch in batches(node.props for node in alike):
            for id_, element in target.write(query, batch)[0]["made"]:
                changes.elements[space, id_] = element
            done += len(batch)
            target.progress("nodes", done, len(changes.create))
    changed = (_changed(*pair) for pair in changes.change)
    target.write_all("changed", _CHANGE_NODES, changed, len(changes.change))


def _load_edges(
    target: Target, wanted: Graph, nodes: NodeChanges, found: Iterable[FoundEdge]
) -> EdgeChanges:
    changes = compare_edges(found, wanted.edges, nodes.elements)
    rows = (_row(edge, nodes.elements) for edge in changes.create)
    target.write_all("removed", _REMOVE_EDGES, changes.remove, len(changes.remove))
    target.write_all("relationships", _CREATE_EDGES, rows, len(changes.create))
    target.write_all("removed", _REMOVE_NODES, nodes.remove, len(nodes.remove))
    return changes


def _changed(there: FoundNode, node: Node) -> dict[str, object]:
    return {
        "element": there.element,
        "props": node.props,
        "gone": sorted(there.labels.difference(node.labels)),
        "labels": list(node.labels),
    }


def _row(edge: Edge, elements: Mapping[Ref, str]) -> dict[str, object]:
    return {
        "start": elements[edge.start],
        "end": elements[edge.end],
        "type": edge.type,
        "props": edge.props,
    }


def _kind(node: Node) -> tuple[str, tuple[str, ...]]:
    return node.ref[0], node.labels


def _quoted(name: str) -> str:
    return "`" + name.replace("`", "``") + "`"


def _quietly(what: str, done: int, total: int) -> None:
    del what, done, total
