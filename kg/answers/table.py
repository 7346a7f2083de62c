"""A table for the terminal, with the source notes below it."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest

from kg.answers.answer import Answer, Row
from kg.answers.cells import is_number, one_line, shown, visible, written
from kg.answers.citations import marks, numbering
from kg.answers.terminal import pad, width, wrap
from kg.answers.words import words

GAP = "  "
_NARROWEST = 8
"""A column of text is not squeezed below this many cells, nor below the longest word of its
heading; then each row becomes a list."""


@dataclass(frozen=True, slots=True)
class _Column:
    heading: str
    cells: tuple[str, ...]
    is_numeric: bool

    @property
    def natural(self) -> int:
        """The width at which nothing wraps."""
        lines = (line for text in (self.heading, *self.cells) for line in text.split("\n"))
        return max(width(line) for line in lines)

    @property
    def least(self) -> int:
        """The width below which it is not squeezed: headings are never cut inside a word."""
        words_of_heading = (width(word) for word in self.heading.split())
        return min(self.natural, max(_NARROWEST, *words_of_heading, 0))


def draw(answer: Answer, columns: int = 100) -> str:
    """The title, the rows and the notes, no line wider than ``columns`` cells."""
    limit = max(columns, 20)
    blocks = [_paragraph(one_line(answer.title), limit), _body(answer, limit)]
    blocks.append(_notes(answer, limit))
    return "\n\n".join(block for block in blocks if block) + "\n"


def _body(answer: Answer, limit: int) -> str:
    table = [_column(answer, name) for name in shown(answer.columns)]
    if not answer.rows or not table:
        return _paragraph(words(answer.lang).nothing, limit)
    widths = _widths(table, limit - len(GAP) * (len(table) - 1))
    return _grid(table, widths) if widths else _records(table, limit)


def _column(answer: Answer, name: str) -> _Column:
    if name == "claims":
        numbers = numbering(answer.notes)
        cells = tuple(_marks(row, numbers) for row in answer.rows)
        return _Column(words(answer.lang).sources, cells, is_numeric=False)
    values = [row.get(name) for row in answer.rows]
    cells = tuple(visible(written(value, ", ")) for value in values)
    known = [value for value in values if value is not None]
    return _Column(one_line(name), cells, bool(known) and all(map(is_number, known)))


def _marks(row: Row, numbers: dict[str, int]) -> str:
    """``[1][2]``; a space lets a long run wrap."""
    found = [f"[{one_line(str(mark))}]" for mark in marks(row, numbers)]
    return " ".join("".join(found[at : at + 3]) for at in range(0, len(found), 3))


def _widths(table: Sequence[_Column], space: int) -> list[int]:
    """Share the space: narrow columns keep their width, wide ones get equal parts.

    Nothing when that would squeeze a column below its least width.
    """
    given: dict[int, int] = {}
    for at in sorted(range(len(table)), key=lambda at: table[at].natural):
        share = (space - sum(given.values())) // (len(table) - len(given))
        if share < table[at].least:
            return []
        given[at] = min(table[at].natural, share)
    return [given[at] for at in range(len(table))]


def _grid(table: Sequence[_Column], widths: Sequence[int]) -> str:
    lines = _lines([column.heading for column in table], table, widths)
    lines.append(GAP.join("─" * cells for cells in widths))
    for cells in zip(*(column.cells for column in table), strict=True):
        lines += _lines(cells, table, widths)
    return "\n".join(lines)


def _lines(cells: Sequence[str], table: Sequence[_Column], widths: Sequence[int]) -> list[str]:
    """One row, as many lines as its tallest cell."""
    wrapped = [wrap(cell, cells_wide) for cell, cells_wide in zip(cells, widths, strict=True)]
    return [
        GAP.join(
            pad(part, cells_wide, right=column.is_numeric)
            for part, column, cells_wide in zip(parts, table, widths, strict=True)
        ).rstrip()
        for parts in zip_longest(*wrapped, fillvalue="")
    ]


def _records(table: Sequence[_Column], limit: int) -> str:
    """Each row as a list of ``column: value``, for more columns than fit beside each other."""
    rows = zip(*(column.cells for column in table), strict=True)
    return "\n\n".join(
        "\n".join(
            _paragraph(f"{column.heading}: {cell}", limit, indent="  ")
            for column, cell in zip(table, cells, strict=True)
            if cell
        )
        for cells in rows
    )


def _notes(answer: Answer, limit: int) -> str:
    if not answer.notes:
        return ""
    texts = [note.text(answer.lang) for note in answer.notes]
    lines = [_paragraph(text, limit, indent="    ") for text in texts]
    return "\n".join([words(answer.lang).sources, *lines])


def _paragraph(text: str, limit: int, indent: str = "") -> str:
    """Wrapped text; every line after the first is indented."""
    first, *rest = wrap(text, limit - len(indent), keeps_urls=True)
    return "\n".join([first, *(indent + line for line in rest)])
