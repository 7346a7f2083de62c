"""Everything that fragments say, by thing: in memory while it is little, else on disk.

A file of any size is read in one pass, and only then is it known what each thing is and how it is
called. Past ``LARGEST`` things the fragments go to a file that lasts as long as this does.
"""

import marshal
import sqlite3
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import groupby
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Self

from kg.ftm.fragment import Fragment

LARGEST = 50_000
"""How many things are held in memory."""

_ORDERED = (
    "SELECT id, schema, at, held FROM fragment JOIN"
    " (SELECT id AS thing, min(rowid) AS first FROM fragment GROUP BY id)"
    " ON thing = id ORDER BY first, fragment.rowid"
)
_ONE = "SELECT id, schema, at, held FROM fragment WHERE id = ? ORDER BY rowid"
_WAYS = ("page_size=16384", "journal_mode=OFF", "synchronous=OFF", "temp_store=FILE")
_Row = tuple[str, str, str, bytes]


class Gathered:
    """The things, in the order in which each was met first."""

    def __init__(self, largest: int = LARGEST) -> None:
        """Hold at most ``largest`` things in memory."""
        self._largest = largest
        self._held: dict[str, Fragment] = {}
        self._disk: _Disk | None = None
        self.get = lru_cache(maxsize=4096)(self._get)

    def add(self, fragment: Fragment) -> None:
        """Lay a fragment to those of the same thing."""
        known = self._held.get(fragment.id)
        if known is None:
            self._held[fragment.id] = fragment
            if len(self._held) > self._largest:
                self._spill()
        else:
            known.merge(fragment)

    def __iter__(self) -> Iterator[Fragment]:
        """Every thing, whole."""
        if self._disk is None:
            yield from self._held.values()
            return
        self._spill()
        for _, same in groupby(self._disk.all(), key=lambda part: part.id):
            yield _whole(same)

    def _get(self, id_: str) -> Fragment | None:
        """The thing of this id; asked when all fragments are in."""
        if self._disk is None:
            return self._held.get(id_)
        self._spill()
        parts = self._disk.of(id_)
        return _whole(iter(parts)) if parts else None

    def _spill(self) -> None:
        if self._held:
            self._disk = self._disk or _Disk()
            self._disk.lay(self._held.values())
            self._held = {}

    def __enter__(self) -> Self:
        """Use inside a with block, so that the file on disk goes at once."""
        return self

    def __exit__(self, *error: object) -> None:
        """Drop everything."""
        if self._disk is not None:
            self._disk.close()


class _Disk:
    """Fragments in a file of their own. The index is made when all are in: that is linear."""

    def __init__(self) -> None:
        self._folder = TemporaryDirectory(prefix="fragments-")
        self._table = sqlite3.connect(Path(self._folder.name) / "table", isolation_level=None)
        for way in _WAYS:
            self._table.execute(f"PRAGMA {way}")
        self._table.execute("CREATE TABLE fragment (id TEXT, schema TEXT, at TEXT, held BLOB)")
        self._table.execute("BEGIN")
        self._is_indexed = False

    def lay(self, fragments: Iterable[Fragment]) -> None:
        rows = ((one.id, one.schema, one.at, marshal.dumps(one.values)) for one in fragments)
        self._table.executemany("INSERT INTO fragment VALUES (?, ?, ?, ?)", rows)

    def all(self) -> Iterator[Fragment]:
        self._index()
        yield from map(_fragment, self._table.execute(_ORDERED))

    def of(self, id_: str) -> list[Fragment]:
        self._index()
        return [*map(_fragment, self._table.execute(_ONE, (id_,)))]

    def close(self) -> None:
        self._table.close()
        self._folder.cleanup()

    def _index(self) -> None:
        if not self._is_indexed:
            self._table.execute("CREATE INDEX of_id ON fragment (id)")
            self._is_indexed = True


def _whole(parts: Iterator[Fragment]) -> Fragment:
    whole = next(parts)
    for part in parts:
        whole.merge(part)
    return whole


def _fragment(row: _Row) -> Fragment:
    id_, schema, at, held = row
    return Fragment(id_, schema, at, marshal.loads(held))
