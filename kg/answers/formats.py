"""From an answer to text or bytes: one name a format, one ending a file."""

from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType

from kg.answers import csv, html, json, markdown, table, xlsx
from kg.answers.answer import Answer
from kg.errors import QueryError, did_you_mean

Writer = Callable[[Answer], str | bytes]

_PLAIN: Mapping[str, Writer] = MappingProxyType(
    {
        "table": table.draw,
        "csv": csv.rows_csv,
        "json": json.rows_json,
        "jsonl": json.rows_jsonl,
        "md": markdown.page,
        "html": html.page,
        "xlsx": xlsx.workbook,
    }
)
_CITED: Mapping[str, Writer] = MappingProxyType(
    {
        **_PLAIN,
        "csv": csv.cited_csv,
        "json": json.cited_json,
        "jsonl": json.cited_jsonl,
    }
)
_ENDINGS: Mapping[str, str] = MappingProxyType(
    {
        ".txt": "table",
        ".csv": "csv",
        ".json": "json",
        ".jsonl": "jsonl",
        ".ndjson": "jsonl",
        ".md": "md",
        ".markdown": "md",
        ".html": "html",
        ".htm": "html",
        ".xlsx": "xlsx",
    }
)
FORMATS: tuple[str, ...] = tuple(_PLAIN)


def render(answer: Answer, format: str, notes: bool = False, width: int = 100) -> str | bytes:  # noqa: A002
    """The answer in a format of ``FORMATS``: bytes for xlsx, text for the others.

    table, md, html and xlsx always carry the notes; csv, json and jsonl carry claim ids, and the
    notes too with ``notes``. Only a table has a ``width``, in cells of the terminal. Text is for
    writing without newline translation: csv lines end in CR LF.
    """
    if format not in _PLAIN:
        hint = did_you_mean(format, FORMATS)
        raise QueryError(f"no format {format!r}{hint}: use one of {', '.join(FORMATS)}")
    if format == "table":
        return table.draw(answer, width)
    return (_CITED if notes else _PLAIN)[format](answer)


def format_of(path: Path) -> str:
    """The format that the ending of a file name asks for."""
    ending = path.suffix.lower()
    if ending not in _ENDINGS:
        hint = did_you_mean(ending, _ENDINGS)
        known = ", ".join(_ENDINGS)
        raise QueryError(f"{path.name}: no format for the ending {ending!r}{hint}: use {known}")
    return _ENDINGS[ending]


def files(answer: Answer, path: Path, format: str = "", notes: bool = False) -> dict[Path, bytes]:  # noqa: A002
    """The file or files to write for ``-o path``, and what goes into each.

    The ending tells the format unless ``format`` does. With ``notes``, a csv has its notes beside
    it: ``police.csv``, ``police.notes.csv``.
    """
    chosen = format or format_of(path)
    found = {path: _encoded(render(answer, chosen, notes))}
    if chosen == "csv" and notes:
        beside = path.with_name(f"{path.stem}.notes{path.suffix}")
        found[beside] = _encoded(csv.notes_csv(answer))
    return found


def _encoded(content: str | bytes) -> bytes:
    return content if isinstance(content, bytes) else content.encode("utf-8", "replace")
