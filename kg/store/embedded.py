"""The embedded store: an ArcadeDB database in the case folder, read over Bolt on loopback.

It is derived and immutable: ``build`` fills a new folder, ``kg.store.shelf`` swaps it in. All types
and indexes are made on the empty database, since an index that comes after the data can change
values (1.5 -> 1). It is opened read-only, so that any number of processes read it at once, also in
a folder that cannot be written; what the server keeps for itself lies in a folder of its own.
"""

import os
import re
import socket
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from contextlib import ExitStack
from pathlib import Path
from secrets import token_hex
from tempfile import TemporaryDirectory, gettempdir
from typing import Any

from kg.errors import StoreError
from kg.graph.model import Edge, Graph, Node, Ref
from kg.store.bolt import Store

DATABASE = "neo4j"
SPACES = ("Entity", "Claim", "Source")
_BOLT = "Bolt:com.arcadedb.bolt.BoltProtocolPlugin"
_BATCH = 20_000
_REFUSED = "Cannot execute command on a read only database"
_RAISED = re.compile(r"^(Query failed: )?(com\.arcadedb\.[\w.]+: )?| \(caused by .*$")
_TRIES, _TAKEN = 5, "Unable to listen"


class EmbeddedStore(Store):
    """A store whose server lives in this process and ends with it."""

    def __init__(self, driver: Any, stop: Callable[[], None]) -> None:
        """Take over a running server; ``stop`` ends it."""
        super().__init__("embedded", driver, DATABASE)
        self._stop: Callable[[], None] | None = stop

    def read(
        self, cypher: str, params: Mapping[str, object] = {}
    ) -> tuple[list[str], list[dict[str, object]]]:
        """Run one query, as every store does.

        A text that it cannot parse the engine takes for a write, which a read-only database
        refuses; then an empty database that may be written is asked what is wrong.
        """
        try:
            return super().read(cypher, params)
        except StoreError as error:
            if _REFUSED not in str(error):
                raise
            raise StoreError(f"embedded: {_fault(cypher, params)}") from error

    def close(self) -> None:
        """End the connections and the server. Safe to call twice."""
        super().close()
        if self._stop is not None:
            self._stop()
            self._stop = None


def build(graph: Graph, folder: Path, case_name: str) -> None:
    """Fill a new, empty folder with a graph.

    Raises:
        StoreError: The engine cannot write it, e.g. because the disk is full.
    """
    arcadedb = _engine()
    (folder / "databases").mkdir(parents=True)
    try:
        with arcadedb.create_database(str(folder / "databases" / DATABASE)) as database:
            _declare(database, graph)
            with database.graph_batch(batch_size=_BATCH, commit_every=_BATCH) as batch:
                records = _fill_nodes(batch, graph.nodes, case_name)
                _fill_edges(batch, graph.edges, records)
    except arcadedb.ArcadeDBError as error:
        raise StoreError(f"{folder}: the embedded store cannot be filled ({error})") from error


def open_store(folder: Path) -> Store:
    """Open a built folder to be read.

    Raises:
        StoreError: It does not open, or it was moved away while it was being opened; what it would
            answer then cannot be relied on.
    """
    _refuse_unless_whole(folder)
    with ExitStack() as stack:
        driver = _serve_somewhere(folder, stack)
        _refuse_unless_whole(folder)
        return EmbeddedStore(driver, stack.pop_all().close)


def _refuse_unless_whole(folder: Path) -> None:
    """A folder that is being removed is first moved away, so that no part of it is read."""
    if not (folder / "databases" / DATABASE).is_dir():
        raise StoreError(f"{folder}: there is no store any more; kg build makes one")


def _serve_somewhere(folder: Path, stack: ExitStack) -> Any:
    """Try again where a port that was free has been taken by somebody else meanwhile."""
    for _ in range(_TRIES):
        try:
            return _serve(folder, stack)
        except StoreError as error:
            stack.close()
            if _TAKEN not in str(error):
                raise
    raise StoreError(f"{folder}: the embedded store finds no free port; try again")


def _serve(folder: Path, stack: ExitStack) -> Any:
    """A driver of a server that has the folder open; ``stack`` ends both."""
    arcadedb = _engine()
    own = stack.enter_context(TemporaryDirectory(prefix="kg-", ignore_cleanup_errors=True))
    password, port = token_hex(24), _free_port()
    server = arcadedb.create_server(own, password, _settings(folder, port))
    stack.callback(server.stop)
    try:
        server.start()
    except arcadedb.ArcadeDBError as error:
        raise StoreError(f"{folder}: the embedded store does not open ({error})") from error
    driver = _driver(port, password)
    stack.callback(driver.close)
    Store("embedded", driver, DATABASE).read("MATCH (s:Source) RETURN count(s)")
    return driver


def _settings(folder: Path, port: int) -> dict[str, Any]:
    return {
        "http_port": 0,
        "server_plugins": _BOLT,
        "bolt_port": port,
        "server_databaseDirectory": str(folder.resolve() / "databases"),
        "server_defaultDatabaseMode": "READ_ONLY",
    }


def _driver(port: int, password: str) -> Any:
    import neo4j

    return neo4j.GraphDatabase.driver(f"bolt://127.0.0.1:{port}", auth=("root", password))


def _fault(cypher: str, params: Mapping[str, object]) -> str:
    arcadedb = _engine()
    with TemporaryDirectory(prefix="kg-") as folder:
        database = arcadedb.create_database(str(Path(folder) / DATABASE))
        try:
            database.query("opencypher", cypher, dict(params))
        except arcadedb.ArcadeDBError as error:
            message = _RAISED.sub("", str(error).splitlines()[0])
            is_write = "NotIdempotent" in str(error)
            return "this query would write, and queries only read" if is_write else message
        finally:
            database.close()
    return "the embedded store does not answer this; EXPLAIN and PROFILE only a Neo4j does"


def _engine() -> Any:
    """The engine, told to keep its log off the screen and out of the current folder."""
    os.environ.setdefault("ARCADEDB_LOG_CONSOLE", "0")
    os.environ.setdefault("ARCADEDB_LOG_DIR", gettempdir())
    import arcadedb

    return arcadedb


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _declare(database: Any, graph: Graph) -> None:
    """Make every label set, relationship type and index while the database is empty."""
    for labels in sorted({node.labels for node in graph.nodes}):
        database.command("opencypher", f"CREATE (n:{':'.join(labels)})")
    for type_ in sorted({edge.type for edge in graph.edges}):
        database.command("opencypher", f"CREATE (:Entity)-[:{type_}]->(:Entity)")
    database.command("opencypher", "MATCH (n) DETACH DELETE n")
    for space in SPACES:
        if any(node.ref[0] == space for node in graph.nodes):
            index = f"CREATE INDEX {space.lower()}_id IF NOT EXISTS FOR (n:{space}) ON (n.id)"
            database.command("opencypher", index)


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
