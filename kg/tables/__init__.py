"""Tables as people keep them: CSV read whatever a spreadsheet did to it, written one exact way.

A row that cannot be read is one Problem; the rows around it still come.
"""

import os
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from csv import DictWriter
from dataclasses import dataclass
from io import StringIO
from itertools import chain
from pathlib import Path

from kg.tables.adding import add
from kg.tables.faults import REMARKS, fatal, fault, strangers
from kg.tables.opening import open_table
from kg.tables.problems import Problem, clip, short_name
from kg.tables.records import Torn

__all__ = [
    "REMARKS",
    "Problem",
    "Row",
    "add",
    "clip",
    "header",
    "read",
    "render",
    "short_name",
    "write",
]

_QUOTED_DATE = re.compile(r"'([0-9]{4}(?:-[0-9]{2}){0,2})|=\"([0-9]{4}(?:-[0-9]{2}){0,2})\"")


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of one row; ``number`` is the line of the file where it starts (header: 1)."""

    path: Path
    number: int
    cells: dict[str, str]


def read(path: Path, columns: Sequence[str]) -> Iterator[Row | Problem]:
    """Read the rows of a table that has these columns, in any order.

    Takes UTF-8 and UTF-16, Windows-1252, comma, semicolon or tab, a first line ``sep=;``, CRLF,
    blank lines, and header names in another case or spacing. A cell comes back unchanged but for
    outer white space and the apostrophe that keeps a spreadsheet off a date.
    """
    table = open_table(path, columns)
    if isinstance(table, Problem):
        yield table
        return
    if problem := fatal(table, columns):
        yield problem
        return
    yield from strangers(table, columns)
    for record in table.body:
        problem = fault(table, record)
        if problem or isinstance(record, Torn):
            yield from [problem] if problem else []
            continue
        cells = dict(zip(table.names, map(_bare, record.cells), strict=False))
        if any(cells.values()):
            yield Row(path, record.line, {column: cells[column] for column in columns})


def header(path: Path, columns: Sequence[str]) -> list[str]:
    """The columns that a file has, in its own order: these under our names, others as written."""
    table = open_table(path, columns)
    return [] if isinstance(table, Problem) else table.names


def render(columns: Sequence[str], rows: Iterable[Mapping[str, str]]) -> str:
    """A table as text: comma, LF, quotes only where needed."""
    heading = dict(zip(columns, columns, strict=True))
    return "".join(f"{_line(columns, row)}\n" for row in chain([heading], rows))


def _line(columns: Sequence[str], row: Mapping[str, str]) -> str:
    """One row. A cell with a lone CR is quoted only if CR could also end a row (before 3.13)."""
    text = StringIO()
    DictWriter(text, columns, lineterminator="\r\n").writerow(row)
    return text.getvalue().removesuffix("\r\n")


def write(path: Path, columns: Sequence[str], rows: Iterable[Mapping[str, str]]) -> None:
    """Write a table as UTF-8.

    It takes the place of the old file in one step, so that a reader never sees half a table.
    """
    path = path.resolve()
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        part.write_text(render(columns, rows), encoding="utf-8", newline="")
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def _bare(cell: str) -> str:
    cell = cell.strip()
    match = _QUOTED_DATE.fullmatch(cell)
    return (match[1] or match[2]) if match else cell
