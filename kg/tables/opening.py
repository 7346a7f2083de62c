"""Where a table begins: its encoding, its separator and its header."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from kg.tables.decoding import text_of
from kg.tables.problems import Problem
from kg.tables.records import Record, Torn, records

_SEPARATOR = re.compile(r"\"?sep=(.)\"?,*\n", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Table:
    """An open table: ``names`` are its columns in its own order, ``line`` is where they stand.

    Columns that were asked for have the name that they were asked by; ``written`` is the first line
    as it was written.
    """

    path: Path
    line: int
    names: list[str]
    body: Iterator[Record | Torn]
    delimiter: str = ","
    written: Sequence[str] = ()

    def problem(self, row: int, column: str, message: str) -> Problem:
        """Something to mend in this table."""
        return Problem(self.path, row, column, message)


def open_table(path: Path, columns: Sequence[str]) -> Table | Problem:
    """Open a file that should have these columns; whether it has them is not asked here."""
    text = text_of(path)
    if isinstance(text, Problem):
        return text
    mark = _SEPARATOR.match(text)
    body = text[mark.end() :] if mark else text
    delimiter = _delimiter(body, columns, mark[1] if mark else ",")
    found = records(body, delimiter, 2 if mark else 1)
    first = next(found, None)
    if first is None:
        return Problem(path, 0, "", f"is empty; its first line must be {','.join(columns)}")
    if isinstance(first, Torn):
        return Problem(path, first.line, "", "the header opens a quote and does not close it")
    names = _names(first.cells, columns)
    written = [cell.strip() for cell in first.cells[: len(names)]]
    return Table(path, first.line, names, found, delimiter, written)


def _delimiter(text: str, columns: Sequence[str], first_guess: str) -> str:
    """The separator that splits the first line into most of the columns."""
    line = next((line for line in text.split("\n", 50)[:50] if line.strip()), "")
    known = {_squeeze(column) for column in columns}

    def fit(delimiter: str) -> int:
        return len(known & {_squeeze(cell.strip(' "')) for cell in line.split(delimiter)})

    return max((first_guess, ",", ";", "\t"), key=fit)


def _names(cells: Sequence[str], columns: Sequence[str]) -> list[str]:
    ours = {_squeeze(column): column for column in columns}
    names = [ours.get(_squeeze(cell), cell.strip()) for cell in cells]
    while names and not names[-1]:
        names.pop()
    return names


def _squeeze(name: str) -> str:
    return re.sub(r"[\s_\ufeff]+", "", name).lower()
