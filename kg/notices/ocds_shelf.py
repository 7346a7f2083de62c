"""Releases laid aside on disk until all of one process are there: memory does not grow with them.

A file may give the releases of a contracting process in any order, with years of others between.
"""

import pickle
import sqlite3
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Self

_TABLES = (
    "CREATE TABLE given (n INTEGER PRIMARY KEY, ocid TEXT, file TEXT, document INTEGER, path TEXT,"
    " is_compiled INTEGER, value BLOB)",
    "CREATE TABLE head (file TEXT, document INTEGER, publisher TEXT, published TEXT, uri TEXT,"
    " PRIMARY KEY (file, document))",
)
_ALL = (
    "SELECT ocid, given.file, given.document, path, is_compiled, value, publisher, published, uri"
    " FROM given LEFT JOIN head ON head.file = given.file AND head.document = given.document"
    " ORDER BY ocid, n"
)
_WAYS = ("page_size=16384", "journal_mode=OFF", "synchronous=OFF", "temp_store=FILE")


@dataclass(frozen=True, slots=True)
class Head:
    """What a package says of itself, and what of it nobody reads."""

    file: str
    document: int
    publisher: str = ""
    published: str = ""
    uri: str = ""
    unread: Counter[str] = field(default_factory=Counter)


@dataclass(frozen=True, slots=True)
class Given:
    """A release as a file gives it. ``path``: ``records[3].compiledRelease``, empty at the top."""

    ocid: str
    file: str
    document: int
    path: str
    is_compiled: bool
    value: dict[str, Any]
    head: Head | None = None


class Shelf:
    """The releases of a run; the files in which they lie go away with it."""

    def __init__(self, folder: Path | None = None) -> None:
        """Lay them aside in a new folder below ``folder``."""
        self._folder = TemporaryDirectory(prefix="releases-", dir=folder)
        self._table = sqlite3.connect(Path(self._folder.name) / "releases", isolation_level=None)
        for way in _WAYS:
            self._table.execute(f"PRAGMA {way}")
        for table in _TABLES:
            self._table.execute(table)
        self._table.execute("BEGIN")

    def lay(self, given: Given) -> None:
        """Lay a release aside."""
        row = (given.ocid, given.file, given.document, given.path, given.is_compiled)
        value = pickle.dumps(given.value, pickle.HIGHEST_PROTOCOL)
        self._table.execute("INSERT INTO given VALUES (NULL, ?, ?, ?, ?, ?, ?)", (*row, value))

    def head(self, head: Head) -> None:
        """Keep what a package says of itself; of two heads of one package the first counts."""
        row = (head.file, head.document, head.publisher, head.published, head.uri)
        self._table.execute("INSERT OR IGNORE INTO head VALUES (?, ?, ?, ?, ?)", row)

    def processes(self) -> Iterator[tuple[str, list[Given]]]:
        """All that was given of each process, in the order in which it was given."""
        self._table.execute("COMMIT")
        self._table.execute("CREATE INDEX by_ocid ON given (ocid, n)")
        with closing(self._table.execute(_ALL)) as found:
            for ocid, rows in groupby(found, key=lambda row: str(row[0])):
                yield ocid, [_given(row) for row in rows]

    def __enter__(self) -> Self:
        """Lay aside inside a with block."""
        return self

    def __exit__(self, *error: object) -> None:
        """Throw all of it away."""
        self._table.close()
        self._folder.cleanup()


def _given(row: tuple[Any, ...]) -> Given:
    """A row again. What is unpickled was pickled by this very run, in a folder of its own."""
    ocid, file, document, path, is_compiled, value, *told = row
    head = Head(file, document, *told) if told[0] is not None else None
    return Given(ocid, file, document, path, bool(is_compiled), pickle.loads(value), head)
