"""Comma separated values (RFC 4180) that a spreadsheet opens as text, never as a formula."""

import csv
import io
import re
from collections.abc import Iterable, Mapping, Sequence

from kg.answers.answer import Answer
from kg.answers.cells import is_number, written
from kg.answers.citations import marks, numbering

NOTE_COLUMNS = (
    "number",
    "said_by",
    "title",
    "publisher",
    "locator",
    "published",
    "read",
    "url",
    "certainty",
    "source",
    "claims",
    "says",
)
_NUMBER = re.compile(r"[+-]?[0-9]+(\.[0-9]+)?([eE][+-]?[0-9]+)?")
_FORMULA = re.compile(r"'*[\s\u200b\ufeff]*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]")


def rows_csv(answer: Answer) -> str:
    """The rows with their claim ids, one line a row, lists joined by ``|``."""
    return _write(answer.columns, answer.rows)


def cited_csv(answer: Answer) -> str:
    """The rows, each with the text of its notes in one more column, ``source_notes``."""
    numbers = numbering(answer.notes)
    texts = {note.number: note.text(answer.lang) for note in answer.notes}
    rows = (
        {**row, "source_notes": [texts[mark] for mark in marks(row, numbers) if mark in texts]}
        for row in answer.rows
    )
    return _write((*answer.columns, "source_notes"), rows)


def notes_csv(answer: Answer) -> str:
    """The notes, one line a note; ``claims`` says which rows of the answer rest on it."""
    rows = ({column: getattr(note, column) for column in NOTE_COLUMNS} for note in answer.notes)
    return _write(NOTE_COLUMNS, rows)


def inert(text: str) -> str:
    """Text that a spreadsheet takes for text: an apostrophe before what it would run.

    Numbers stay. Text that already has apostrophes there gets one more, so that taking one away
    gives back the text (OWASP, "CSV Injection").
    """
    return f"'{text}" if _FORMULA.match(text) and not _NUMBER.fullmatch(text) else text


def bare(text: str) -> str:
    """The text that ``inert`` was given: without the apostrophe that it put before it."""
    return text[1:] if text.startswith("'") and _FORMULA.match(text[1:]) else text


def _write(columns: Sequence[str], rows: Iterable[Mapping[str, object]]) -> str:
    out = io.StringIO()
    table = csv.writer(out)
    table.writerow([inert(column) for column in columns])
    table.writerows([_cell(row.get(column)) for column in columns] for row in rows)
    return out.getvalue()


def _cell(value: object) -> str:
    text = written(value)
    return text if is_number(value) else inert(text)
