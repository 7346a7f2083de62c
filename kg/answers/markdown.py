"""A Markdown page (GitHub's flavour): a table, and the sources as a numbered list."""

import re
from collections.abc import Iterable, Mapping

from kg.answers.answer import Answer, Note, Row
from kg.answers.cells import is_number, one_line, shown, visible, written
from kg.answers.citations import marks, numbering
from kg.answers.links import is_link
from kg.answers.words import words

_MARKUP = re.compile(r"([\\`*_\[\]|~$#])")
_ENTITIES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "@": "&#64;"})
_BLOCK = re.compile(r"^(\d*)([+\-=.)])")


def page(answer: Answer) -> str:
    """The title, the table and the numbered sources."""
    blocks = [f"# {escape(one_line(answer.title))}", _table(answer), _sources(answer)]
    return "\n\n".join(block for block in blocks if block) + "\n"


def escape(text: str) -> str:
    """Text in which nothing is markup any more; line breaks become ``<br>``."""
    plain = _MARKUP.sub(r"\\\1", visible(text))
    return plain.translate(_ENTITIES).replace("\n", "<br>")


def _table(answer: Answer) -> str:
    columns = shown(answer.columns)
    if not answer.rows or not columns:
        return escape(words(answer.lang).nothing)
    heads = [_heading(column, answer.lang) for column in columns]
    rules = ["---:" if _is_numeric(column, answer.rows) else "---" for column in columns]
    numbers = numbering(answer.notes)
    rows = ([_cell(row, column, numbers) for column in columns] for row in answer.rows)
    return "\n".join(map(_line, [heads, rules, *rows]))


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _heading(column: str, lang: str) -> str:
    return words(lang).sources if column == "claims" else escape(one_line(column))


def _is_numeric(column: str, rows: Iterable[Row]) -> bool:
    known = [row[column] for row in rows if row.get(column) is not None]
    return bool(known) and all(map(is_number, known))


def _cell(row: Row, column: str, numbers: Mapping[str, int]) -> str:
    if column == "claims":
        return "".join(escape(f"[{mark}]") for mark in marks(row, numbers))
    return escape(written(row.get(column), ", "))


def _sources(answer: Answer) -> str:
    if not answer.notes:
        return ""
    lines = [f"{note.number}. {_note(note, answer.lang)}" for note in answer.notes]
    return "\n".join([f"## {words(answer.lang).sources}", "", *lines])


def _note(note: Note, lang: str) -> str:
    """One note on one line, which no text of a source can turn into a heading or a list."""
    link = f"<{note.url}>" if is_link(note.url) else _inline(note.url)
    parts = [*map(_inline, note.passage(lang)), link, _inline(note.assertion(lang))]
    return _BLOCK.sub(r"\1\\\2", ", ".join(filter(None, parts)))


def _inline(text: str) -> str:
    return escape(one_line(text))
