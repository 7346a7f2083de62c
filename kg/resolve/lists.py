"""A user's own list of names: read, resolved, and given back with clusters and reasons."""

import csv
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from io import StringIO
from itertools import islice
from pathlib import Path

from kg.errors import DataError, did_you_mean
from kg.resolve.aliases import Aliases
from kg.resolve.engines import Engine
from kg.resolve.explaining import briefs
from kg.resolve.pausing import no_collection
from kg.resolve.record import Record, record
from kg.resolve.resolving import Resolution, resolve
from kg.tables import Problem
from kg.tables.opening import Table, open_table
from kg.tables.records import Torn

ADDED = ("cluster", "tier")
PAIR_COLUMNS = ("left_row", "right_row", "score", "why")
FIRST_ROW = 1
"""Rows are numbered from 1, without the header."""
PIECE = 10_000
"""So many rows are written at once."""


@dataclass(frozen=True, slots=True)
class NameList:
    """The rows of a list as they were, and what is known of each."""

    columns: Sequence[str]
    rows: Sequence[Sequence[str]]
    records: Sequence[Record]

    def resolved(self, engine: Engine | None = None, known: Aliases | None = None) -> Resolution:
        """The clusters of the list; pairs are found and scored by the engine, or here."""
        return resolve(self.records, engine=engine, known=known)


@no_collection()
def read_list(path: Path, column: str, country: str = "") -> NameList:
    """Read a list of names; DataError says which column or row is wrong, and the way out."""
    table = open_table(path, [name for name in (column, country) if name])
    if isinstance(table, Problem):
        raise DataError(str(table))
    at = _column(table, column)
    where = _column(table, country) if country else None
    rows = []
    for found in table.body:
        if isinstance(found, Torn):
            raise DataError(f"{path.name}, row {found.line}: a quote is opened and not closed")
        missing = len(table.names) - len(found.cells)
        rows.append(found.cells + [""] * missing if missing > 0 else found.cells)
    records = [
        record(str(number), cells[at], cells[where] if where is not None else "")
        for number, cells in enumerate(rows, FIRST_ROW)
    ]
    return NameList(table.written, rows, records)


def with_clusters(names: NameList, found: Resolution) -> Iterator[str]:
    """The list as CSV, with the columns ``cluster`` and ``tier``, piece by piece."""
    rows = (
        (*cells, str(cluster + FIRST_ROW), tier or "")
        for cells, cluster, tier in zip(names.rows, found.cluster, found.tier, strict=True)
    )
    return _csv((*names.columns, *ADDED), rows)


def suggestions(names: NameList, found: Resolution) -> Iterator[str]:
    """The pairs for a person to judge as CSV: rows, score, and what the score is made of."""
    told = briefs(names.records, found.suggested)
    rows = (
        (str(edge.left + FIRST_ROW), str(edge.right + FIRST_ROW), f"{edge.score:.4f}", why)
        for edge, why in zip(found.suggested, told, strict=True)
    )
    return _csv(PAIR_COLUMNS, rows)


def summary(found: Resolution) -> dict[str, object]:
    """Rows, pairs and clusters in numbers, and the CPU seconds of each stage."""
    sizes = Counter(found.cluster)
    return {
        "rows": len(found.cluster),
        "pairs": found.pairs,
        "clusters": len(sizes),
        "clusters_of_several": sum(size > 1 for size in sizes.values()),
        "merged": len(found.merged),
        "suggested": len(found.suggested),
        "cpu_seconds": dict(found.seconds),
    }


def _column(table: Table, name: str) -> int:
    if name in table.names:
        return table.names.index(name)
    hint = did_you_mean(name, table.names) or f"; it has {', '.join(table.names)}"
    raise DataError(f"{table.path.name}: no column {name!r}{hint}")


def _csv(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """A table in pieces, so that it is never held whole."""
    text = StringIO()
    out = csv.writer(text, lineterminator="\n")
    out.writerow(columns)
    left = iter(rows)
    out.writerows(islice(left, PIECE))
    while piece := text.getvalue():
        yield piece
        text.seek(0)
        text.truncate()
        out.writerows(islice(left, PIECE))
