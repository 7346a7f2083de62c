"""From text to records (RFC 4180), so that one broken row costs one row.

The csv module reads on to the end of the file when a quote is not closed; here the record is torn
off and the reading goes on at the next line.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple


class Record(NamedTuple):
    """The cells of one record, and the line where it starts."""

    line: int
    cells: list[str]


@dataclass(frozen=True, slots=True)
class Torn:
    """A record that opens a quote and does not close it, in the cell with this index."""

    line: int
    cell: int


def records(text: str, delimiter: str, line: int = 1) -> Iterator[Record | Torn]:
    """Split a text into records; the first one, the header, says how many cells there are.

    Blank records are left out. A record of several lines with another number of cells than the
    header has swallowed its neighbours: it counts as torn, too.
    """
    field = _field(delimiter)
    width, at = 0, 0
    while at < len(text):
        end = _next_line(text, at)
        found: Record | Torn
        if '"' in (plain := text[at:end]):
            found, end = _quoted(text, at, line, field, width)
        else:
            found = Record(line, plain.rstrip("\n").split(delimiter))
        if isinstance(found, Torn):
            yield found
        elif any(map(str.strip, found.cells)):
            yield found
            width = width or len(found.cells)
        line += text.count("\n", at, end)
        at = end


def _field(delimiter: str) -> re.Pattern[str]:
    ends = re.escape(delimiter) + r"\n"
    quoted = rf' *+"([^"]*+(?:""[^"]*+)*+)" *+(?=[{ends}]|\Z)'
    return re.compile(rf"{quoted}|([^{ends}]*+)")


def _quoted(
    text: str, at: int, line: int, field: re.Pattern[str], width: int
) -> tuple[Record | Torn, int]:
    """A record with quotes in its first line, and where the next one begins."""
    found, end = _record(text, at, line, field)
    if isinstance(found, Record) and width and _swallows(found, text[at:end], width):
        found = Torn(line, _first_long(found.cells))
    return found, _next_line(text, at) if isinstance(found, Torn) else end


def _record(text: str, at: int, line: int, field: re.Pattern[str]) -> tuple[Record | Torn, int]:
    cells: list[str] = []
    while True:
        match = field.match(text, at)
        if match is None or (match[1] is None and text.startswith('"', at)):
            return Torn(line, len(cells)), at
        quoted = match[1]
        cells.append(match[2] if quoted is None else quoted.replace('""', '"'))
        at = match.end()
        if at >= len(text) or text[at] == "\n":
            return Record(line, cells), at + 1
        at += 1


def _swallows(record: Record, text: str, width: int) -> bool:
    wrong = len(record.cells) < width or any(record.cells[width:])
    return wrong and "\n" in text.rstrip("\n")


def _first_long(cells: list[str]) -> int:
    return next(index for index, cell in enumerate(cells) if "\n" in cell)


def _next_line(text: str, at: int) -> int:
    end = text.find("\n", at)
    return len(text) if end < 0 else end + 1
