"""The engine of the embedded store: an ArcadeDB in this process, asked over Bolt on loopback."""

import os
import re
import socket
from collections.abc import Mapping
from contextlib import ExitStack
from pathlib import Path
from secrets import token_hex
from tempfile import TemporaryDirectory, gettempdir
from typing import Any, Literal

from kg.errors import StoreError
from kg.store.bolt import Store

DATABASE = "neo4j"
Mode = Literal["READ_ONLY", "READ_WRITE"]

_BOLT = "Bolt:com.arcadedb.bolt.BoltProtocolPlugin"
_TRIES, _TAKEN = 5, "Unable to listen"
_RAISED = re.compile(r"^(Query failed: )?(com\.arcadedb\.[\w.]+: )?| \(caused by .*$")


def arcadedb() -> Any:
    """The engine, told to keep its log off the screen and out of the current folder."""
    os.environ.setdefault("ARCADEDB_LOG_CONSOLE", "0")
    os.environ.setdefault("ARCADEDB_LOG_DIR", gettempdir())
    import arcadedb

    return arcadedb


def serve(folder: Path, mode: Mode, stack: ExitStack) -> Any:
    """A driver of a server that has the databases of a folder open; ``stack`` ends both.

    A port that was free may be taken by somebody else meanwhile; then another one is tried.

    Raises:
        StoreError: It does not open.
    """
    for _ in range(_TRIES):
        with ExitStack() as tried:
            try:
                driver = _serve(folder, mode, tried)
            except StoreError as error:
                if _TAKEN not in str(error):
                    raise
                continue
            stack.push(tried.pop_all())
            return driver
    raise StoreError(f"{folder}: the embedded store finds no free port; try again")


def fault(cypher: str, params: Mapping[str, object]) -> str:
    """What is wrong with a text that a read-only database took for a write.

    The engine does so with all that it cannot parse; an empty database tells the difference.
    """
    with TemporaryDirectory(prefix="kg-") as folder:
        database = arcadedb().create_database(str(Path(folder) / DATABASE))
        try:
            database.query("opencypher", cypher, dict(params))
        except arcadedb().ArcadeDBError as error:
            message = _RAISED.sub("", str(error).splitlines()[0])
            is_write = "NotIdempotent" in str(error)
            return "this query would write, and queries only read" if is_write else message
        finally:
            database.close()
    return "the embedded store does not answer this; EXPLAIN and PROFILE only a Neo4j does"


def _serve(folder: Path, mode: Mode, stack: ExitStack) -> Any:
    own = stack.enter_context(TemporaryDirectory(prefix="kg-", ignore_cleanup_errors=True))
    password, port = token_hex(24), _free_port()
    settings = {
        "http_port": 0,
        "server_plugins": _BOLT,
        "bolt_port": port,
        "server_databaseDirectory": str(folder.resolve() / "databases"),
        "server_defaultDatabaseMode": mode,
    }
    server = arcadedb().create_server(own, password, settings)
    stack.callback(server.stop)
    try:
        server.start()
    except arcadedb().ArcadeDBError as error:
        raise StoreError(f"{folder}: the embedded store does not open ({error})") from error
    driver = _driver(port, password)
    stack.callback(driver.close)
    Store("embedded", driver, DATABASE).read("MATCH (s:Source) RETURN count(s)")
    return driver


def _driver(port: int, password: str) -> Any:
    import neo4j

    return neo4j.GraphDatabase.driver(f"bolt://127.0.0.1:{port}", auth=("root", password))


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
