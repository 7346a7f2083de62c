"""Opening a table of any kind: CSV, TSV, JSON, JSON lines, or the sheets of a workbook."""

import csv
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from kg.errors import DataError
from kg.inputs import Input, inputs
from kg.mapping.delimited import delimited
from kg.mapping.json_lines import is_json, json_table
from kg.mapping.spec import Manner
from kg.mapping.table import Table, Tell
from kg.mapping.workbook import MAGIC, sheets

_HEAD = 1 << 12


@contextmanager
def opened(
    file: Input, manner: Manner, tell: Tell, wanted: Sequence[str] = (), header: Sequence[str] = ()
) -> Iterator[list[Table]]:
    """The tables in a file: one, or each sheet of a workbook.

    ``wanted`` are the columns that a mapping reads, for records that have no header; ``header``
    the columns of a file that lacks them.

    Raises:
        DataError: It is empty, damaged, or no table.
    """
    with file.open() as stream:
        head = stream.peek(_HEAD)
        if not head.strip(b"\xef\xbb\xbf \t\r\n\x00"):
            raise DataError(f"{file.name}: is empty")
        if head.startswith(MAGIC):
            yield sheets(stream, file.name, manner, tell)
        elif is_json(head):
            yield [json_table(stream, file.name, manner, tell, wanted)]
        else:
            yield [delimited(stream, file.name, manner, tell, header)]


def header_from(path: Path) -> tuple[str, ...]:
    """The columns that another file names: its first row, or its last column if it is a list.

    ``fy13.csv`` has them in its first row; a dictionary has a row each, as ``A,award_id_piid``.

    Raises:
        DataError: There is no such file, or it names none.
    """
    (file,) = inputs([str(path)])
    with file.open() as stream:
        text = stream.read(1 << 22).decode("utf-8-sig", "replace")
    rows = [row for row in csv.reader(text.splitlines()) if any(row)]
    if not rows:
        raise DataError(f"{path.name}: is empty; it should name the columns")
    if len(rows[0]) > 2 or len(rows) == 1:
        return tuple(rows[0])
    return tuple(row[-1] for row in rows)
