"""The embedded store: an ArcadeDB database in the case folder, read over Bolt on loopback.

It is derived and immutable: ``build`` fills a new folder, ``kg.store.shelf`` swaps it in. All types
and indexes are made on the empty database, since an index that comes after the data can change
values (1.5 -> 1).
"""

import os
import shutil
import socket
import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterable
from pathlib import Path
from secrets import token_hex
from typing import Any

from kg.errors import StoreError
from kg.graph.model import Edge, Graph, Node, Ref
from kg.store.bolt import Store

DATABASE = "neo4j"
SPACES = ("Entity", "Claim", "Source")
_BOLT = "Bolt:com.arcadedb.bolt.BoltProtocolPlugin"
_BATCH = 20_000


class EmbeddedStore(Store):
    """A store whose server lives in this process and ends with it."""

    def __init__(self, driver: Any, stop: Callable[[], None]) -> None:
        """Take over a running server; ``stop`` ends it."""
        super().__init__("embedded", driver, DATABASE)
        self._stop: Callable[[], None] | None = stop

    def close(self) -> None:
        """End the connections and the server. Safe to call twice."""
        super().close()
        if self._stop is not None:
            self._stop()
            self._stop = None


def build(graph: Graph, folder: Path, case_name: str) -> None:
    """Fill a new, empty folder with a graph."""
    arcadedb = _engine()
    (folder / "databases").mkdir(parents=True)
    _keep_secret(folder / "password", token_hex(24))
    database = arcadedb.create_database(str(folder / "databases" / DATABASE))
    try:
        _declare(database, graph)
        with database.graph_batch(batch_size=_BATCH, commit_every=_BATCH) as batch:
            records = _fill_nodes(batch, graph.nodes, case_name)
            _fill_edges(batch, graph.edges, records)
    finally:
        database.close()


def open_store(folder: Path) -> Store:
    """Open a built folder; while another process has it open, a private copy of it."""
    try:
        return _serve(folder, lambda: None)
    except StoreError as error:
        if "locked by another process" not in str(error):
            raise
    copy = Path(tempfile.mkdtemp(prefix="kg-"))
    shutil.copytree(folder, copy, dirs_exist_ok=True)
    return _serve(copy, lambda: shutil.rmtree(copy, ignore_errors=True))


def _serve(folder: Path, clean: Callable[[], None]) -> Store:
    arcadedb = _engine()
    password = (folder / "password").read_text("ascii")
    port = _free_port()
    server = arcadedb.create_server(
        str(folder), password, {"http_port": 0, "server_plugins": _BOLT, "bolt_port": port}
    )
    try:
        server.start()
    except arcadedb.ArcadeDBError as error:
        clean()
        raise StoreError(f"{folder}: the embedded store does not open ({error})") from error

    def stop() -> None:
        server.stop()
        clean()

    return EmbeddedStore(_driver(port, password), stop)


def _driver(port: int, password: str) -> Any:
    import neo4j

    return neo4j.GraphDatabase.driver(f"bolt://127.0.0.1:{port}", auth=("root", password))


def _engine() -> Any:
    """The engine, told to keep its log off the screen and out of the current folder."""
    os.environ.setdefault("ARCADEDB_LOG_CONSOLE", "0")
    os.environ.setdefault("ARCADEDB_LOG_DIR", tempfile.gettempdir())
    import arcadedb

    return arcadedb


def _keep_secret(path: Path, secret: str) -> None:
    path.touch(0o600)
    path.write_text(secret, "ascii")


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
