"""JSON and JSON lines: exact values, unchanged text."""

import json
import math
import re
from collections.abc import Iterator
from dataclasses import fields

from kg.answers.answer import Answer, Note, Row
from kg.answers.citations import marks, numbering

_ACTIVE = re.compile("[\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def rows_json(answer: Answer) -> str:
    """A list of rows, keys in the order of the columns."""
    return _dump(list(_rows(answer)), indent=2) + "\n"


def cited_json(answer: Answer) -> str:
    """``{"rows": [...], "notes": [...]}``."""
    notes = [_note(note) for note in answer.notes]
    return _dump({"rows": list(_rows(answer)), "notes": notes}, indent=2) + "\n"


def rows_jsonl(answer: Answer) -> str:
    """One row a line."""
    return "".join(f"{_dump(row)}\n" for row in _rows(answer))


def cited_jsonl(answer: Answer) -> str:
    """One row a line, each with its own notes under ``source_notes``: a line stands alone."""
    numbers = numbering(answer.notes)
    notes = {note.number: _note(note) for note in answer.notes}
    pairs = zip(answer.rows, _rows(answer), strict=True)
    cited = (
        {**plain, "source_notes": [notes[mark] for mark in marks(row, numbers) if mark in notes]}
        for row, plain in pairs
    )
    return "".join(f"{_dump(row)}\n" for row in cited)


def data_json(data: object) -> str:
    """Any other plain value, e.g. a profile."""
    return _dump(data, indent=2) + "\n"


def _rows(answer: Answer) -> Iterator[Row]:
    return ({column: _plain(row.get(column)) for column in answer.columns} for row in answer.rows)


def _note(note: Note) -> dict[str, object]:
    return {field.name: getattr(note, field.name) for field in fields(note)}


def _plain(value: object) -> object:
    """A value as JSON knows it; NaN and infinity, which it doesn't know, are null."""
    if isinstance(value, float) and not math.isfinite(value):
        return None
    if isinstance(value, list | tuple):
        return [_plain(each) for each in value]
    if isinstance(value, dict):
        return {str(key): _plain(each) for key, each in value.items()}
    return value if value is None or isinstance(value, str | int | float) else str(value)


def _dump(value: object, indent: int | None = None) -> str:
    """JSON in readable characters, save those that would act on a terminal or end a line."""
    text = json.dumps(value, ensure_ascii=False, allow_nan=False, indent=indent)
    return _ACTIVE.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
