"""What can be wrong with a header, a row or a cell, whatever the table is about."""

import re
from collections.abc import Iterator, Sequence

from kg.errors import did_you_mean
from kg.tables.opening import Table
from kg.tables.problems import Problem, clip
from kg.tables.records import Record, Torn

LONGEST_CELL = 10_000
REMARKS = ("comment", "comments")
"""Columns that anybody may add for themselves: never read, never lost."""

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")


def fatal(table: Table, columns: Sequence[str]) -> Problem | None:
    """Why no row of the table can be read: a column is missing or there twice."""
    names = table.names
    if missing := [column for column in columns if column not in names]:
        near = did_you_mean(missing[0], set(names) - set(columns))
        message = f"the header has no column {', '.join(missing)}{near}; "
        return table.problem(table.line, "", message + f"it must be {','.join(columns)}")
    if twice := [name for name in names if names.count(name) > 1]:
        message = "is in the header twice; delete or rename one"
        return table.problem(table.line, twice[0] or "without a name", message)
    return None


def strangers(table: Table, columns: Sequence[str]) -> Iterator[Problem]:
    """Columns that nobody reads; the others still are."""
    for name in table.names:
        if name not in columns and name.lower() not in REMARKS:
            near = did_you_mean(name, columns)
            message = (
                f"is no column of this file and is not read{near}; delete it, or call it comment"
            )
            yield table.problem(table.line, name or "without a name", message)


def fault(table: Table, record: Record | Torn) -> Problem | None:
    """The first thing that is wrong with a row."""
    names = table.names
    if isinstance(record, Torn):
        column = names[record.cell] if record.cell < len(names) else ""
        message = 'opens a quote and does not close it; close it, or write "" for a quote in a text'
        return table.problem(record.line, column, message)
    if len(record.cells) < len(names) or any(record.cells[len(names) :]):
        message = f"has {len(record.cells)} cells where the header has {len(names)}; "
        message += "a cell that holds a comma or semicolon needs quotes round it"
        return table.problem(record.line, "", message)
    for name, cell in zip(names, record.cells, strict=False):
        if message := _fault_in(cell):
            return table.problem(record.line, name, message)
    return None


def _fault_in(cell: str) -> str:
    if len(cell) > LONGEST_CELL:
        return f"holds {len(cell)} characters; a cell may hold {LONGEST_CELL}"
    if match := _CONTROL.search(cell):
        what = "a NUL" if match[0] == "\0" else f"a control character (U+{ord(match[0]):04X})"
        return f"holds {what} after {clip(cell[: match.start()][-20:])}; delete it"
    return ""
