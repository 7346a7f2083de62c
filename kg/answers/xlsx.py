"""A workbook: the rows on the first sheet, their sources on the second. Text is never run."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from math import isfinite
from typing import TYPE_CHECKING

from kg.answers.answer import Answer, Row
from kg.answers.cells import one_line, written
from kg.answers.citations import marks, numbering
from kg.answers.csv import NOTE_COLUMNS
from kg.answers.words import words
from kg.errors import QueryError

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

ROWS = 1_048_575
"""Rows that fit below the header of a sheet."""
_TEXT = 32_767
"""UTF-16 units that fit in a cell."""
_EXACT = 2**53
"""Whole numbers above it are not exact in a spreadsheet, and are written as text."""
_CREATED = datetime(2000, 1, 1, tzinfo=UTC)
"""Any fixed date: the same answer gives the same bytes."""


@dataclass(frozen=True, slots=True)
class _Sheet:
    sheet: "Worksheet"
    head: "Format"
    text: "Format"

    def fill(self, columns: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
        """A frozen header with a filter, and the rows below it."""
        for across, column in enumerate(columns):
            self.write(0, across, column, self.head)
            lengths = [len(written(row[across])) for row in rows[:200]]
            self.sheet.set_column(across, across, min(max([len(column) + 4, *lengths]) + 1, 60))
        for down, row in enumerate(rows, start=1):
            for across, value in enumerate(row):
                self.write(down, across, value, self.text)
        self.sheet.freeze_panes(1, 0)
        if columns:
            self.sheet.autofilter(0, 0, len(rows), len(columns) - 1)

    def write(self, down: int, across: int, value: object, form: "Format") -> None:
        """One cell of the type of its value; text as text, whatever it looks like."""
        if value in (None, "", []):
            return
        if isinstance(value, bool):
            self.sheet.write_boolean(down, across, value)
        elif isinstance(value, int | float) and _is_exact(value):
            self.sheet.write_number(down, across, value)
        else:
            self._write_text(down, across, _fitting(written(value)), form)

    def _write_text(self, down: int, across: int, text: str, form: "Format") -> None:
        """Text beginning with ``<r>`` goes in two runs: xlsxwriter takes it for its own XML."""
        if text.startswith("<r>") and text.endswith("</r>"):
            self.sheet.write_rich_string(down, across, text[:1], form, text[1:], form)
        else:
            self.sheet.write_string(down, across, text, form)


def workbook(answer: Answer) -> bytes:
    """The bytes of the workbook."""
    if len(answer.rows) > ROWS:
        raise QueryError(f"{len(answer.rows)} rows: a sheet holds {ROWS}; write .csv instead")
    from xlsxwriter import Workbook

    out = BytesIO()
    with Workbook(out, {"in_memory": True}) as book:
        book.set_properties({"title": one_line(answer.title)[:255], "created": _CREATED})
        word = words(answer.lang)
        _add(book, word.answer).fill(_columns(answer), list(_rows(answer)))
        _add(book, word.sources).fill(NOTE_COLUMNS, list(_notes(answer)))
    return out.getvalue()


def _add(book: "Workbook", name: str) -> _Sheet:
    head = book.add_format({"bold": True, "bottom": 1, "num_format": "@", "valign": "top"})
    text = book.add_format({"num_format": "@", "text_wrap": True, "valign": "top"})
    return _Sheet(book.add_worksheet(name), head, text)


def _columns(answer: Answer) -> tuple[str, ...]:
    """The columns of the answer, and before the claim ids one with the numbers of their notes."""
    sources = words(answer.lang).sources
    pairs = ((sources, name) if name == "claims" else (name,) for name in answer.columns)
    return tuple(name for pair in pairs for name in pair)


def _rows(answer: Answer) -> Iterable[list[object]]:
    numbers = numbering(answer.notes)
    for row in answer.rows:
        cells: list[object] = []
        for column in answer.columns:
            if column == "claims":
                cells.append(_marks(row, numbers))
            cells.append(row.get(column))
        yield cells


def _marks(row: Row, numbers: Mapping[str, int]) -> str:
    found = marks(row, numbers)
    return "".join(f"[{mark}]" for mark in found if isinstance(mark, int))


def _notes(answer: Answer) -> Iterable[list[object]]:
    return ([getattr(note, column) for column in NOTE_COLUMNS] for note in answer.notes)


def _is_exact(value: float) -> bool:
    """Whether a spreadsheet's number can be this one."""
    return isfinite(value) if isinstance(value, float) else abs(value) <= _EXACT


def _fitting(text: str) -> str:
    """Text as a cell can hold it; where it is cut, it says so and where the rest is."""
    sound = text.encode("utf-8", "replace").decode()
    wide = sound.encode("utf-16-le")
    if len(wide) // 2 <= _TEXT:
        return sound
    end = f" [... {len(sound)} characters; the whole text is in .csv and .json]"
    return wide[: 2 * (_TEXT - len(end))].decode("utf-16-le", "ignore") + end
