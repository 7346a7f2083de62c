"""Rows added at the end of a table that only grows, in the manner of whoever saved it last."""

import csv
import os
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterable, Mapping, Sequence
from io import StringIO
from pathlib import Path
from shutil import copymode

from kg.tables.faults import fatal
from kg.tables.opening import open_table
from kg.tables.problems import Problem


def add(path: Path, columns: Sequence[str], rows: Iterable[Mapping[str, str]]) -> Problem | None:
    """Add rows with these columns; what is in the file stays as it is, byte for byte.

    The file is made if it is not there. It grows in one step: a reader, and a program that is
    killed at any moment, leave or see either all rows or none. Separator, encoding and the order of
    columns are those that a spreadsheet gave it. Gives back why the file cannot be added to.
    """
    path = path.resolve()
    before = path.read_bytes() if path.exists() else b""
    if not before.strip(b"\xef\xbb\xbf\xff\xfe\x00 \r\n"):
        text, names, delimiter = _line(columns, ","), list(columns), ","
    else:
        table = open_table(path, columns)
        if isinstance(table, Problem):
            return table
        if problem := fatal(table, columns):
            return problem
        text, names, delimiter = "", table.names, table.delimiter
    text += "".join(_line([row.get(name, "") for name in names], delimiter) for row in rows)
    encoding = _encoding(before)
    ended = before.decode(encoding, "replace")[-1:] in ("", "\n", "\r", "\ufeff")
    _replace(path, before + ("" if ended else "\n").encode(encoding) + text.encode(encoding))
    return None


def _line(cells: Sequence[str], delimiter: str) -> str:
    """One row; CR and LF are quoted by any version of the csv module only if both end a row."""
    text = StringIO()
    csv.writer(text, delimiter=delimiter, lineterminator="\r\n").writerow(cells)
    return text.getvalue().removesuffix("\r\n") + "\n"


def _encoding(before: bytes) -> str:
    if before.startswith(BOM_UTF16_LE):
        return "utf-16-le"
    return "utf-16-be" if before.startswith(BOM_UTF16_BE) else "utf-8"


def _replace(path: Path, content: bytes) -> None:
    """Put a file in the place of another, on the disk before anybody is told that it is there."""
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with part.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if path.exists():
            copymode(path, part)
        part.replace(path)
        _settle(path.parent)
    finally:
        part.unlink(missing_ok=True)


def _settle(folder: Path) -> None:
    """Bring the names in a folder to the disk; Windows does so by itself."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
