"""Sheets of XLSX, XLS and ODS workbooks as tables. A compression bomb is refused unopened."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from io import BytesIO
from itertools import islice
from typing import IO, TYPE_CHECKING

from kg.errors import DataError
from kg.mapping.spec import Manner
from kg.mapping.table import LONGEST, Row, Table, Tell, column_names
from kg.mapping.unpacking import look_through

if TYPE_CHECKING:
    from python_calamine import CalamineSheet

MAGIC = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
"""How a workbook begins: a zip of XML, or the older kind."""

_ERRORS = ("#N/A", "#REF!", "#NAME?", "#VALUE!", "#DIV/0!", "#NULL!", "#NUM!", "#GETTING_DATA")


def sheets(stream: IO[bytes], name: str, manner: Manner, tell: Tell) -> list[Table]:
    """Every sheet with a header, or the one that the mapping names.

    Raises:
        DataError: It is no workbook, is locked, damaged or a bomb, or has no such sheet.
    """
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError

    data = stream.read()
    if data.startswith(MAGIC[0]):
        look_through(data, name, tell)
    try:
        book = CalamineWorkbook.from_filelike(BytesIO(data))
        names = [manner.sheet] if manner.sheet else book.sheet_names
        if unknown := [one for one in names if one not in book.sheet_names]:
            known = ", ".join(book.sheet_names)
            raise DataError(f"{name}: no sheet {unknown[0]!r}; it has {known}")
        found = (_sheet(book.get_sheet_by_name(one), name, one, tell) for one in names)
        return [table for table in found if table]
    except PasswordError as error:
        raise DataError(f"{name}: is locked with a password; save it without one") from error
    except (CalamineError, OSError) as error:
        reason = str(error).splitlines()[0] if str(error) else type(error).__name__
        raise DataError(f"{name}: is no workbook that can be read ({reason})") from error


def _sheet(sheet: "CalamineSheet", book: str, name: str, tell: Tell) -> Table | None:
    """A sheet below its header: the first row with anything in it."""
    for number, cells in enumerate(sheet.iter_rows(), 1):
        if any(cell != "" for cell in cells):
            columns = column_names([text(cell) for cell in cells])
            rows = _Rows(sheet, number, columns, tell)
            return Table(f"{book}, sheet {name}", columns, rows, name)
    return None


@dataclass(frozen=True, slots=True)
class _Rows:
    """The rows of a sheet; they can be read again."""

    sheet: "CalamineSheet"
    header: int
    columns: Sequence[str]
    tell: Tell

    def __iter__(self) -> Iterator[Row]:
        for number, cells in islice(enumerate(self.sheet.iter_rows(), 1), self.header, None):
            texts = [cell if type(cell) is str else text(cell) for cell in cells]
            if any(texts):
                self._leave_out(number, texts)
                yield number, texts

    def _leave_out(self, number: int, texts: list[str]) -> None:
        """Leave out what is too long for a cell, and formulas that failed."""
        for place, cell in enumerate(texts):
            if len(cell) > LONGEST:
                message = f"holds {len(cell):,} characters; a cell may hold {LONGEST:,}"
                self.tell(number, self.columns[place], f"{message}, so it is left out", "long cell")
                texts[place] = ""
            elif cell.startswith("#") and cell in _ERRORS:
                message = f"its formula gives {cell}; it is left out"
                self.tell(number, self.columns[place], message, "formula without a value")
                texts[place] = ""


def text(cell: object) -> str:
    """A cell as text: numbers in plain digits, dates as 2019-03-31."""
    if isinstance(cell, str):
        return cell
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() and abs(cell) < 1e15 else _digits(cell)
    if isinstance(cell, datetime):
        is_day = cell.time() == time(0)
        return cell.date().isoformat() if is_day else cell.isoformat(" ", "seconds")
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, time | timedelta):
        return "" if cell == time(0) else str(cell)
    return "" if cell is None else str(cell)


def _digits(number: float) -> str:
    return f"{Decimal(repr(number)):f}"
