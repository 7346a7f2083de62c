"""CSV and TSV as a stream of rows, so that one broken row costs one row."""

import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import IO

from kg.errors import DataError
from kg.mapping.lines import Lines
from kg.mapping.spec import Manner
from kg.mapping.table import LONGEST, Row, Table, Tell, column_names, is_nameless

_SEPARATOR = re.compile(r'"?sep=(.)"?[,;\t]*\n', re.IGNORECASE)
_DELIMITERS = (",", ";", "\t", "|")
_SIGNS = {"comma": ",", "semicolon": ";", "tab": "\t", "pipe": "|"}
_MOST_LINES = 2_000
"""Lines that one record may have; more means that a quote was not closed."""

_NO_TABLE = re.compile(r"\s*<(?:!doctype|html|\?xml|[a-z]+[ >])", re.IGNORECASE)
_OPEN = "opens a quote and does not close it; this row is left out"


def delimited(
    stream: IO[bytes], name: str, manner: Manner, tell: Tell, header: Sequence[str] = ()
) -> Table:
    """Read a text table. ``header`` is that of a file without one.

    Raises:
        DataError: It is empty, no table, or has an encoding or delimiter that cannot be.
    """
    lines = Lines(stream, manner.encoding)
    first = _first(lines, name)
    mark = _SEPARATOR.fullmatch(first)
    delimiter = _SIGNS.get(manner.delimiter, manner.delimiter) or (mark[1] if mark else "")
    if mark:
        first = _first(lines, name)
    delimiter = delimiter or likely_delimiter(first)
    if len(delimiter) != 1:
        words = ", ".join(_SIGNS)
        raise DataError(f"{name}: no delimiter {delimiter!r}; write one sign, or {words}")
    lines.back()
    records = _Records(lines, delimiter, tell)
    found = iter(records)
    columns = column_names(header or next(found, (0, [""]))[1])
    if all(map(is_nameless, columns)):
        raise DataError(f"{name}: its first line names no column; give header_from if it has none")
    records.columns = columns
    rows = _fitted(found, columns, tell, is_lax=manner.short_rows == "allowed")
    return Table(name, columns, _with_encoding(rows, lines, tell))


def likely_delimiter(line: str) -> str:
    """The sign that splits a line into most cells, outside of quotes."""
    bare = re.sub(r'"[^"]*"', "", line)
    return max(_DELIMITERS, key=bare.count)


def _first(lines: Lines, name: str) -> str:
    """The first line with something in it; those before it are passed over."""
    for line in lines:
        if line.strip("\ufeff \t\n,;|"):
            if _NO_TABLE.match(line):
                raise DataError(f"{name}: is a web page or XML, not a table; download it again")
            lines.back(lines.read_since() - 1)
            return next(lines)
        lines.mark()
    raise DataError(f"{name}: is empty")


class _TornError(Exception):
    """A record has swallowed its neighbours."""


class _Records:
    """Every record, with the line that it begins on."""

    def __init__(self, lines: Lines, delimiter: str, tell: Tell) -> None:
        self.columns: Sequence[str] = ()
        self._lines, self._delimiter, self._tell = lines, delimiter, tell
        self._width = 0
        csv.field_size_limit(100_000_000)

    def __iter__(self) -> Iterator[tuple[int, list[str]]]:
        lines = self._lines
        while True:
            lines.mark()
            try:
                yield from self._until_torn()
            except (_TornError, csv.Error):
                self._tell(lines.number - lines.read_since() + 1, "", _OPEN, _OPEN)
                lines.back(1)
            else:
                return

    def _until_torn(self) -> Iterator[tuple[int, list[str]]]:
        lines = self._lines
        watched = _Watched(lines)
        for cells in csv.reader(watched, delimiter=self._delimiter, skipinitialspace=True):
            count = lines.read_since()
            if count > 1 and self._width and len(cells) != self._width:
                raise _TornError
            self._width = self._width or len(cells)
            number = lines.number - count + 1
            if lines.size_since() > LONGEST:
                self._shorten(number, cells)
            lines.mark()
            yield number, cells

    def _shorten(self, number: int, cells: list[str]) -> None:
        """Leave out cells that are too long to be one."""
        for place, cell in enumerate(cells):
            if len(cell) > LONGEST:
                column = self.columns[place] if place < len(self.columns) else ""
                message = f"holds {len(cell):,} characters; a cell may hold {LONGEST:,}"
                self._tell(number, column, f"{message}, so it is left out", "long cell")
                cells[place] = ""


class _Watched:
    """Lines for the csv module, up to where a record is too long to be one."""

    def __init__(self, lines: Lines) -> None:
        self._lines = lines

    def __iter__(self) -> "_Watched":
        return self

    def __next__(self) -> str:
        if self._lines.read_since() >= _MOST_LINES:
            raise _TornError
        return next(self._lines)


def _fitted(
    records: Iterable[tuple[int, list[str]]], columns: Sequence[str], tell: Tell, is_lax: bool
) -> Iterator[Row]:
    """Rows with a cell for every column; those with too few or too many cells are left out.

    A header that ends in a delimiter has a last column without a name: rows may lack it.
    """
    width = len(columns)
    least = 0 if is_lax else max(at for at, name in enumerate(columns, 1) if not is_nameless(name))
    for number, cells in records:
        count = len(cells)
        if count == width:
            if any(cells):
                yield number, cells
        elif any(cells[width:]) or (count < least and any(cells)):
            message = f"has {count} cells where the header has {width}; it is left out"
            tell(number, "", message, "ragged row")
        elif any(cells):
            yield number, (cells + [""] * (width - count))[:width]


def _with_encoding(rows: Iterator[Row], lines: Lines, tell: Tell) -> Iterator[Row]:
    yield from rows
    if lines.is_mixed:
        message = (
            "is not all UTF-8; what is not was read as Windows-1252"
            " (if it looks wrong, name the encoding: -x encoding=iso-8859-15)"
        )
        tell(0, "", message, "encoding")
