"""One case in one Neo4j: reading what is there of it, and writing in batches."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.store.difference import FoundEdge, FoundNode

if TYPE_CHECKING:
    from neo4j import ManagedTransaction, Record, Session

Progress = Callable[[str, int, int], None]
"""Told what is written (nodes, changed, removed, relationships), how many so far, of how many."""

SPACES = ("Entity", "Claim", "Source")
EVIDENCE = ("SUBJECT", "OBJECT", "INVOLVES", "CITES", "CONFLICTS_WITH")
_ROWS = 5_000
_CHARACTERS = 8_000_000

_NODES = "MATCH (n:{label}) WHERE n.case_name = $case "
_EDGES = (
    "MATCH (a:{label})-[r]->(b) WHERE a.case_name = $case AND b.case_name = $case"
    " AND (b:Entity OR b:Claim OR b:Source) AND (r.eid IS NOT NULL OR type(r) IN $types) "
)
_THE_NODES = "RETURN elementId(n) AS element, labels(n) AS labels, properties(n) AS props"
_SIZES = "RETURN count(n) AS nodes, sum(COUNT { (n)-->() }) AS ties"
_THE_EDGES = (
    "RETURN elementId(r) AS element, elementId(a) AS start, type(r) AS type,"
    " elementId(b) AS end, properties(r) AS props"
)


@dataclass(frozen=True, slots=True)
class Target:
    """A case in a database, through one session, so that it reads what it wrote.

    ``types`` are, by the space they start in, the relationship types without an ``eid``.
    """

    session: "Session"
    case_name: str
    types: dict[str, list[str]]
    progress: Progress

    def nodes(self) -> Iterator[FoundNode]:
        """Our nodes in the database."""
        for space in SPACES:
            for row in self._find(space, _NODES + _THE_NODES):
                ref = (space, str(row["props"].get("id")))
                yield FoundNode(row["element"], ref, frozenset(row["labels"]), row["props"])

    def edges(self) -> Iterator[FoundEdge]:
        """Our relationships in the database."""
        for space in SPACES:
            for row in self._find(space, _EDGES + _THE_EDGES):
                yield FoundEdge(*row.values())

    def counts(self) -> tuple[int, int]:
        """How many nodes and relationships of ours the database holds."""
        nodes = (row for s in SPACES for row in self._find(s, _NODES + "RETURN count(n) AS found"))
        edges = (row for s in SPACES for row in self._find(s, _EDGES + "RETURN count(r) AS found"))
        return sum(row["found"] for row in nodes), sum(row["found"] for row in edges)

    def sizes(self) -> tuple[int, int]:
        """How many nodes of ours there are, and how many relationships leave them, whosever.

        Quick, as no relationship is read; the same as ``counts`` while nobody else has tied
        anything to our nodes.
        """
        found = [row for space in SPACES for row in self._find(space, _NODES + _SIZES)]
        return sum(row["nodes"] for row in found), sum(row["ties"] for row in found)

    def write(self, query: str, rows: Sequence[object] = ()) -> list["Record"]:
        """Run one writing query on some rows, in one transaction."""

        def run(tx: "ManagedTransaction") -> list["Record"]:
            return list(tx.run(query, rows=rows))

        return self.session.execute_write(run)

    def write_all(self, what: str, query: str, rows: Iterable[object], total: int) -> None:
        """Run one writing query on all rows, batch by batch, and tell how far it is."""
        done = 0
        for batch in batches(rows):
            self.write(query, batch)
            done += len(batch)
            self.progress(what, done, total)

    def _find(self, space: str, query: str) -> list["Record"]:
        params = {"case": self.case_name, "types": self.types.get(space, [])}

        def read(tx: "ManagedTransaction") -> list["Record"]:
            return list(tx.run(query.replace("{label}", space), params))

        return self.session.execute_read(read)


def batches(rows: Iterable[object]) -> Iterator[list[object]]:
    """A batch is one transaction and must fit a server's memory: it ends early on long texts."""
    batch: list[object] = []
    size = 0
    for row in rows:
        length = len(repr(row))
        if batch and (len(batch) == _ROWS or size + length > _CHARACTERS):
            yield batch
            batch, size = [], 0
        batch.append(row)
        size += length
    if batch:
        yield batch
