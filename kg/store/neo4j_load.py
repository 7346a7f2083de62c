"""Load a graph into a Neo4j that may hold other people's data.

Ours are the nodes labelled Entity, Claim or Source whose ``case_name`` is the case's, and between
two of them the relationships that have an ``eid`` or are evidence. What is there is read and
compared, and only the difference is written: a load that was killed, anywhere, is completed by the
next one, and a second load of the same graph writes nothing.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import TYPE_CHECKING

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
    words,
)
from kg.store.trouble import in_words

if TYPE_CHECKING:
    from neo4j import ManagedTransaction, Record, Session

Progress = Callable[[str, int, int], None]
"""Told what is written (nodes, changed, removed, relationships), how many so far, of how many."""

SPACES = ("Entity", "Claim", "Source")
EVIDENCE = ("SUBJECT", "OBJECT", "INVOLVES", "CITES", "CONFLICTS_WITH")
_ROWS = 5_000
_CHARACTERS = 8_000_000
_PASSES = 3

_INDEXES = (
    "CREATE INDEX kg_{name}_case IF NOT EXISTS FOR (n:{label}) ON (n.case_name, n.id)",
    "CREATE INDEX kg_{name}_id IF NOT EXISTS FOR (n:{label}) ON (n.id)",
)
_FIND_NODES = (
    "MATCH (n:{label}) WHERE n.case_name = $case"
    " RETURN elementId(n) AS element, labels(n) AS labels, properties(n) AS props"
)
_FIND_EDGES = (
    "MATCH (a:{label})-[r]->(b) WHERE a.case_name = $case AND b.case_name = $case"
    " AND (r.eid IS NOT NULL OR type(r) IN $types) RETURN elementId(r) AS element,"
    " elementId(a) AS start, type(r) AS type, elementId(b) AS end, properties(r) AS props"
)
_COUNT = "MATCH (n:{label}) WHERE n.case_name = $case RETURN count(n) AS found"
_CREATE_NODES = (
    "UNWIND $rows AS row CREATE (n:{labels}) SET n = row"
    " RETURN row.id AS id, elementId(n) AS element"
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


@dataclass(frozen=True, slots=True)
class _Target:
    """One case in one database, through one session so that it reads what it wrote."""

    session: "Session"
    case_name: str
    progress: Progress

    def find(self, query: str, **params: object) -> list["Record"]:
        def read(tx: "ManagedTransaction") -> list["Record"]:
            return list(tx.run(query, {"case": self.case_name, **params}))

        return self.session.execute_read(read)

    def write(self, query: str, rows: Sequence[object]) -> list["Record"]:
        def run(tx: "ManagedTransaction") -> list["Record"]:
            return list(tx.run(query, rows=rows))

        return self.session.execute_write(run)

    def write_all(self, what: str, query: str, rows: Sequence[object]) -> None:
        done = 0
        for batch in _batches(rows):
            self.write(query, batch)
            done += len(batch)
            self.progress(what, done, len(rows))


def load(store: Store, graph: Graph, case_name: str, progress: Progress | None = None) -> Loaded:
    """Make the database hold exactly this graph as the case's, and leave all else alone.

    Raises:
        StoreError: The database cannot be reached or this user may not write.
    """
    wanted = _named(graph, case_name)
    with in_words(store.name), store.driver.session(database=store.database) as session:
        target = _Target(session, case_name, progress or _quietly)
        is_indexed = _make_indexes(target)
        created = changed = removed = 0
        for _ in range(_PASSES):
            nodes = _load_nodes(target, wanted)
            edges = _load_edges(target, wanted, nodes)
            created += len(nodes.create) + len(edges.create)
            changed += len(nodes.change)
            removed += len(nodes.remove) + len(edges.remove)
            if _count(target) == len(wanted.nodes):
                return Loaded(
                    len(wanted.nodes), len(wanted.edges), created, changed, removed, is_indexed
                )
    raise StoreError(f"{store.name}: another program loads the same case; try again when it ends")


def index_statements() -> list[str]:
    """The indexes that make lookups by id quick; none is unique, as others may use the ids."""
    return [text.format(name=label.lower(), label=label) for label in SPACES for text in _INDEXES]


def unload(store: Store, case_name: str, progress: Progress | None = None) -> Loaded:
    """Remove all that was loaded for a case. The indexes stay."""
    return load(store, Graph((), ()), case_name, progress)


def _named(graph: Graph, case_name: str) -> Graph:
    nodes = [replace(node, props={**node.props, "case_name": case_name}) for node in graph.nodes]
    return Graph(tuple(nodes), graph.edges)


def _make_indexes(target: _Target) -> bool:
    """Indexes help, and a user who may write nodes may lack the right to make them."""
    from neo4j.exceptions import Forbidden

    try:
        for statement in index_statements():
            target.write(statement, ())
    except Forbidden:
        return False
    return True


def _load_nodes(target: _Target, wanted: Graph) -> NodeChanges:
    """Create and change nodes. The ones to remove wait until their relationships are gone."""
    changes = compare_nodes(_found_nodes(target), wanted.nodes)
    done = 0
    for (space, labels), alike in groupby(sorted(changes.create, key=_kind), key=_kind):
        query = _CREATE_NODES.format(labels=":".join(map(_quoted, labels)))
        for batch in _batches(node.props for node in alike):
            for made in target.write(query, batch):
                changes.elements[space, made["id"]] = made["element"]
            done += len(batch)
            target.progress("nodes", done, len(changes.create))
    changed = [_changed(there, node) for there, node in changes.change]
    target.write_all("changed", _CHANGE_NODES, changed)
    return changes


def _load_edges(target: _Target, wanted: Graph, nodes: NodeChanges) -> EdgeChanges:
    ours = {*nodes.elements.values(), *nodes.remove}
    found = _found_edges(target, wanted, ours)
    changes = compare_edges(found, wanted.edges, nodes.elements)
    rows = [_row(edge, nodes.elements) for edge in changes.create]
    target.write_all("removed", _REMOVE_EDGES, changes.remove)
    target.write_all("relationships", _CREATE_EDGES, rows)
    target.write_all("removed", _REMOVE_NODES, nodes.remove)
    return changes


def _found_nodes(target: _Target) -> Iterator[FoundNode]:
    for space in SPACES:
        for row in target.find(_FIND_NODES.format(label=space)):
            ref = (space, str(row["props"].get("id")))
            yield FoundNode(row["element"], ref, frozenset(row["labels"]), row["props"])


def _found_edges(target: _Target, wanted: Graph, ours: set[str]) -> Iterator[FoundEdge]:
    for space in SPACES:
        types = {e.type for e in wanted.edges if e.start[0] == space and "eid" not in e.props}
        known = sorted(types.union(EVIDENCE if space == "Claim" else ()))
        for row in target.find(_FIND_EDGES.format(label=space), types=known):
            if row["start"] in ours and row["end"] in ours:
                yield FoundEdge(*row.values())


def _count(target: _Target) -> int:
    return sum(row["found"] for s in SPACES for row in target.find(_COUNT.format(label=s)))


def _changed(there: FoundNode, node: Node) -> dict[str, object]:
    gone = sorted(there.labels.difference(node.labels))
    return {
        "element": there.element,
        "props": node.props,
        "gone": gone,
        "labels": list(node.labels),
    }


def _row(edge: Edge, elements: Mapping[Ref, str]) -> dict[str, object]:
    return {
        "start": elements[edge.start],
        "end": elements[edge.end],
        "type": edge.type,
        "props": edge.props,
    }


def _batches(rows: Iterable[object]) -> Iterator[list[object]]:
    """A batch is one transaction and must fit a server's memory: it ends early on long texts."""
    batch: list[object] = []
    size = 0
    for row in rows:
        length = len(words({"row": row}))
        if batch and (len(batch) == _ROWS or size + length > _CHARACTERS):
            yield batch
            batch, size = [], 0
        batch.append(row)
        size += length
    if batch:
        yield batch


def _kind(node: Node) -> tuple[str, tuple[str, ...]]:
    return node.ref[0], node.labels


def _quoted(name: str) -> str:
    return "`" + name.replace("`", "``") + "`"


def _quietly(what: str, done: int, total: int) -> None:
    del what, done, total
