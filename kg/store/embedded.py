"""The embedded store: an ArcadeDB database in the case folder, read over Bolt on loopback.

It is derived and immutable: ``build`` fills a new folder, ``kg.store.shelf`` swaps it in. All types
and indexes are made on the empty database, since an index that comes after the data can change
values (1.5 -> 1). It is opened read-only, so that any number of processes read it at once, also in
a folder that cannot be written; what the server keeps for itself lies in a folder of its own.
"""

import shutil
from collections import defaultdict
from collections.abc import Iterable, Mapping
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from kg.errors import StoreError
from kg.graph.model import Edge, Graph, Node, Ref
from kg.store.bolt import Store
from kg.store.engine import DATABASE, arcadedb, fault, serve

SPACES = ("Entity", "Claim", "Source")
_BATCH = 20_000
_REFUSED = "Cannot execute command on a read only database"


class EmbeddedStore(Store):
    """A store whose server lives in this process and ends with it."""

    def __init__(self, folder: Path, driver: Any, opened: ExitStack) -> None:
        """Take over a running server; ``opened`` ends it."""
        super().__init__("embedded", driver, DATABASE)
        self._folder = folder
        self._opened = opened
        self._own: Any = None

    def read(
        self, cypher: str, params: Mapping[str, object] = {}
    ) -> tuple[list[str], list[dict[str, object]]]:
        """Run one query, as every store does, and say what is wrong with one that is refused."""
        try:
            return super().read(cypher, params)
        except StoreError as error:
            if _REFUSED not in str(error):
                raise
            raise StoreError(f"embedded: {fault(cypher, params)}") from error

    def own_driver(self) -> Any:
        """A driver with transactions, which need a database that may be written: a copy of ours.

        What is written to it is gone when the store is closed.
        """
        if self._own is None:
            copy = self._opened.enter_context(TemporaryDirectory(prefix="kg-"))
            _refuse_unless_whole(self._folder)
            shutil.copytree(self._folder, copy, dirs_exist_ok=True)
            self._own = serve(Path(copy), "READ_WRITE", self._opened)
        return self._own

    def close(self) -> None:
        """End the connections and the server. Safe to call twice."""
        super().close()
        self._opened.close()


def build(graph: Graph, folder: Path, case_name: str) -> None:
    """Fill a new, empty folder with a graph.

    Raises:
        StoreError: The engine cannot write it, e.g. because the disk is full.
    """
    (folder / "databases").mkdir(parents=True)
    try:
        with arcadedb().create_database(str(folder / "databases" / DATABASE)) as database:
            _declare(database, graph)
            with database.graph_batch(batch_size=_BATCH, commit_every=_BATCH) as batch:
                records = _fill_nodes(batch, graph.nodes, case_name)
                _fill_edges(batch, graph.edges, records)
    except arcadedb().ArcadeDBError as error:
        raise StoreError(f"{folder}: the embedded store cannot be filled ({error})") from error


def open_store(folder: Path) -> Store:
    """Open a built folder to be read.

    Raises:
        StoreError: It does not open, or it was moved away while it was being opened; what it would
            answer then cannot be relied on.
    """
    _refuse_unless_whole(folder)
    with ExitStack() as stack:
        driver = serve(folder, "READ_ONLY", stack)
        _refuse_unless_whole(folder)
        return EmbeddedStore(folder, driver, stack.pop_all())


def _refuse_unless_whole(folder: Path) -> None:
    """A folder that is being removed is first moved away, so that no part of it is read."""
    if not (folder / "databases" / DATABASE).is_dir():
        raise StoreError(f"{folder}: there is no store any more; kg build makes one")


def _declare(database: Any, graph: Graph) -> None:
    """Make every label set, relationship type and index while the database is empty."""
    for labels in sorted({node.labels for node in graph.nodes}):
        database.command("opencypher", f"CREATE (n:{':'.join(labels)})")
    for type_ in sorted({edge.type for edge in graph.edges}):
        database.command("opencypher", f"CREATE (:Entity)-[:{type_}]->(:Entity)")
    database.command("opencypher", "MATCH (n) DETACH DELETE n")
    for space in SPACES:
        if any(node.ref[0] == space for node in graph.nodes):
            _index(database, space, "id")
    if any(node.ref[0] == "Claim" for node in graph.nodes):
        _index(database, "Claim", "predicate")


def _index(database: Any, label: str, key: str) -> None:
    statement = f"CREATE INDEX {label.lower()}_{key} IF NOT EXISTS FOR (n:{label}) ON (n.{key})"
    database.command("opencypher", statement)


def _fill_nodes(batch: Any, nodes: Iterable[Node], case_name: str) -> dict[Ref, str]:
    by_type: defaultdict[str, list[Node]] = defaultdict(list)
    for node in nodes:
        by_type["~".join(node.labels)].append(node)
    records: dict[Ref, str] = {}
    for type_, found in sorted(by_type.items()):
        rows = [{**node.props, "case_name": case_name} for node in found]
        made = batch.create_vertices(type_, rows)
        records.update(zip((node.ref for node in found), made, strict=True))
    return records


def _fill_edges(batch: Any, edges: Iterable[Edge], records: dict[Ref, str]) -> None:
    by_type: defaultdict[str, list[Edge]] = defaultdict(list)
    for edge in edges:
        by_type[edge.type].append(edge)
    for type_, found in sorted(by_type.items()):
        batch.new_edges(
            [records[edge.start] for edge in found],
            type_,
            [records[edge.end] for edge in found],
            [dict(edge.props) for edge in found],
        )
