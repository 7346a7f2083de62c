"""A store that answers over Bolt: the embedded one or a Neo4j, through the official driver."""

import logging
import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Self
from urllib.parse import unquote, urlsplit

from kg.errors import StoreError
from kg.store.trouble import explain, in_words

if TYPE_CHECKING:
    from neo4j import Driver

OLDEST = (5, 26)
_SCHEMES = ("bolt", "bolt+s", "bolt+ssc", "neo4j", "neo4j+s", "neo4j+ssc")
_PATIENCE = 15.0
"""Seconds to wait for a server that takes the connection and then says nothing."""


@dataclass(frozen=True, slots=True)
class Address:
    """Where a server is and who asks; the password is never shown."""

    uri: str
    username: str
    password: str
    database: str | None

    @property
    def name(self) -> str:
        """The address as a message may show it: no user, no password."""
        return f"{self.uri}/{self.database}" if self.database else self.uri


class Store:
    """An open store. ``name`` is "embedded" or the address; ``driver`` is the neo4j driver."""

    def __init__(self, name: str, driver: "Driver", database: str | None) -> None:
        """Wrap an open driver; closing the store closes it."""
        self.name = name
        self.driver = driver
        self.database = database

    def read(
        self, cypher: str, params: Mapping[str, object] = {}
    ) -> tuple[list[str], list[dict[str, object]]]:
        """Run one query that only reads; return its columns in order, and its rows.

        Nodes, relationships and paths stay the driver's own objects; dates and times become
        ISO text. What the driver complains of becomes a StoreError.
        """
        with (
            in_words(self.name),
            self.driver.session(database=self.database, default_access_mode="READ") as session,
        ):
            result = session.run(cypher, dict(params))
            columns = list(result.keys())
            rows = [
                dict(zip(columns, map(_plain, record.values()), strict=True)) for record in result
            ]
        return columns, rows

    def own_driver(self) -> "Driver":
        """The driver for somebody's own use, with transactions."""
        return self.driver

    def close(self) -> None:
        """Let the connections go. Safe to call twice."""
        self.driver.close()

    def __enter__(self) -> Self:
        """Use as a context manager: closes at the end."""
        return self

    def __exit__(self, *error: object) -> None:
        """Close."""
        self.close()


def wanted_uri(given: str | None) -> str | None:
    """The store that a person asked for: given, else KG_STORE, else NEO4J_URI, else None.

    The word ``embedded`` asks for the embedded store even where NEO4J_URI is set.
    """
    asked = (given, os.environ.get("KG_STORE"), os.environ.get("NEO4J_URI"))
    uri = next((text.strip() for text in asked if text and text.strip()), None)
    return None if uri == "embedded" else uri


def connect(
    uri: str,
    username: str | None = None,
    password: str | None = None,
    database: str | None = None,
) -> Store:
    """Open a Neo4j of version 5.26 or later, and make sure that it answers.

    User, password and database come from the arguments, else from the address
    (``bolt://user:password@host:7687/database``), else from NEO4J_USERNAME, NEO4J_PASSWORD and
    NEO4J_DATABASE. Raises StoreError, one line, where it cannot be used.
    """
    address = parse(uri)
    address = Address(
        address.uri,
        username or address.username or os.environ.get("NEO4J_USERNAME") or "neo4j",
        password or address.password or os.environ.get("NEO4J_PASSWORD") or "",
        database or address.database or os.environ.get("NEO4J_DATABASE") or None,
    )
    store = Store(address.name, _open_driver(address), address.database)
    try:
        with in_words(store.name):
            _refuse_unless_recent(store)
    except BaseException:
        store.close()
        raise
    return store


def parse(uri: str) -> Address:
    """Take an address apart: server, user, password, database."""
    scheme, mark, rest = uri.partition("://")
    if not mark or scheme not in _SCHEMES:
        hidden = rest.rpartition("@")[2] if mark else uri.rpartition("@")[2]
        raise StoreError(
            f"{hidden!r} is not the address of a Neo4j; write one like bolt://localhost:7687"
            f" (schemes: {', '.join(_SCHEMES)})"
        )
    try:
        parts = urlsplit(uri)
        port = f":{parts.port}" if parts.port else ""
        (parts.hostname or "").encode("idna")
    except ValueError as error:
        raise StoreError(
            f"the address {scheme}://{rest.rpartition('@')[2]} cannot be read; write one like"
            " bolt://localhost:7687 (in a password write / as %2F, # as %23, ? as %3F)"
        ) from error
    host = f"[{parts.hostname}]" if ":" in (parts.hostname or "") else parts.hostname
    if not host:
        raise StoreError(f"the address {scheme}:// names no machine; try {scheme}://localhost:7687")
    return Address(
        uri=f"{scheme}://{host}{port}{'?' + parts.query if parts.query else ''}",
        username=unquote(parts.username or ""),
        password=unquote(parts.password or ""),
        database=unquote(parts.path.strip("/")) or None,
    )


def _open_driver(address: Address) -> "Driver":
    from neo4j import GraphDatabase

    logging.getLogger("neo4j").addHandler(logging.NullHandler())
    auth = (address.username, address.password) if address.password else None
    try:
        with in_words(address.name):
            return GraphDatabase.driver(
                address.uri,
                auth=auth,
                notifications_min_severity="OFF",
                connection_timeout=_PATIENCE,
                connection_acquisition_timeout=_PATIENCE,
                max_transaction_retry_time=_PATIENCE,
            )
    except ValueError as error:
        raise StoreError(f"{address.name}: {explain(error)}") from error


def _refuse_unless_recent(store: Store) -> None:
    with store.driver.session(database=store.database, default_access_mode="READ") as session:
        agent = session.run("RETURN 1 AS one").consume().server.agent
    version = re.match(r"Neo4j/(\d+)\.(\d+)", agent)
    if not version:
        raise StoreError(f"{store.name}: this is {agent}, not a Neo4j; give the address of one")
    if (int(version[1]), int(version[2])) < OLDEST:
        raise StoreError(
            f"{store.name}: this is Neo4j {version[1]}.{version[2]}; Neo4j"
            f" {OLDEST[0]}.{OLDEST[1]} or later is needed: upgrade it, or use another server"
        )


def _plain(value: object) -> object:
    """Dates and times of the driver as ISO text, wherever they are; all else as it is."""
    if value is None or isinstance(value, str | int | float):
        return value
    if isinstance(value, list):
        return [_plain(part) for part in value]
    if isinstance(value, dict):
        return {key: _plain(part) for key, part in value.items()}
    written = getattr(value, "iso_format", None)
    return written() if callable(written) else value
