"""One way to write the files of data/, so that a diff shows only what somebody changed."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from kg.errors import DataError
from kg.facts.cells import Pair, pairs
from kg.facts.files import CLAIM_COLUMNS, files
from kg.facts.noted import COLUMNS as CONFLICT_COLUMNS
from kg.schema import LANGUAGES, qualifiers
from kg.tables import Problem, header, read, render, write

Cells = dict[str, str]


def fmt(folder: Path) -> list[Path]:
    """Rewrite the tables of a data/ folder in order, and return those that changed.

    Rows are sorted, the pairs inside a cell too; no row is left out, nor a column that somebody
    added. Safe to call twice: the second call changes nothing.

    Raises:
        DataError: A file holds rows that cannot be read. No file is changed then.
    """
    tables = [(path, *_table(path, columns)) for path, columns in _files(folder)]
    changed = [
        (path, columns, rows)
        for path, columns, rows in tables
        if path.read_bytes() != render(columns, rows).encode()
    ]
    for path, columns, rows in changed:
        write(path, columns, rows)
    return [path for path, _, _ in changed]


def _files(folder: Path) -> Iterator[tuple[Path, tuple[str, ...]]]:
    yield from files(folder).tables()
    if (noted := folder / "conflicts.csv").exists():
        yield noted, CONFLICT_COLUMNS


def _table(path: Path, columns: Sequence[str]) -> tuple[list[str], list[Cells]]:
    """The columns and the rows of a file, as they are to be written."""
    own = [name for name in header(path, columns) if name not in columns]
    rows: list[Cells] = []
    problems: list[Problem] = []
    for row in read(path, [*columns, *own]):
        if isinstance(row, Problem):
            problems.append(row)
        else:
            rows.append(_tidied(row.cells))
    if problems:
        more = f" (and {len(problems) - 1} more)" if len(problems) > 1 else ""
        raise DataError(f"{problems[0]}{more}; nothing was changed, mend it first")
    return [*columns, *own], sorted(rows, key=lambda cells: _place(cells, columns))


def _place(cells: Cells, columns: Sequence[str]) -> list[object]:
    """Where a row belongs: claims by source and place in it, everything else by its first cells.

    The rows of a noted conflict stay as they are, because the first of them tells what it is.
    """
    if tuple(columns) == CONFLICT_COLUMNS:
        return []
    first = ("source", "locator") if tuple(columns) == CLAIM_COLUMNS else ()
    return [_natural(cells[column]) for column in (*first, *columns, *sorted(cells))]


def _natural(text: str) -> list[tuple[int, int, str]]:
    """A sort key by which ``p. 9`` comes before ``p. 10``."""
    pieces = re.findall(r"[0-9]+|[^0-9]+", text)
    return [(0, int(one), one) if one.isdecimal() else (1, 0, one) for one in pieces]


def _tidied(cells: Cells) -> Cells:
    """The row with the pairs in its cells in order; a cell with a mistake is left as it is."""
    tidy = dict(cells)
    if "qualifiers" in cells:
        tidy["qualifiers"] = _in_order(cells["qualifiers"], ";", list(qualifiers()))
    if "names" in cells:
        tidy["names"] = _in_order(cells["names"], "|", list(LANGUAGES))
    return tidy


def _in_order(cell: str, separator: str, order: Sequence[str]) -> str:
    found, faults = pairs(cell, separator)
    if faults:
        return cell

    def place(pair: Pair) -> tuple[int, str]:
        return (order.index(pair[0]) if pair[0] in order else len(order), pair[0])

    return separator.join(f"{key}={value}" for key, value in sorted(found, key=place))
