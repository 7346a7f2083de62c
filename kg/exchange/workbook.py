"""A workbook with a sheet each for entities, relationships, claims, sources and conflicts."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from io import BytesIO
from typing import TYPE_CHECKING, Any

from kg.exchange.graph import EDGE_COLUMNS, NODE_COLUMNS, Handed, texts

if TYPE_CHECKING:
    from xlsxwriter.workbook import Workbook

_CREATED = datetime(2000, 1, 1, tzinfo=UTC)
_MOST = 32_767
"""Characters that a cell may hold."""
_CUT = " [...]"
_CLAIM = (
    *("id", "subject", "predicate", "object", "text", "qualifiers", "certainty", "said_by"),
    *("says", "source", "locator"),
)
_SOURCE = ("id", "title", "publisher", "published", "url", "language", "kind", "read")

_CONFLICT = ("id", "kind", "title", "about", "note", "claims")


def files(handed: Handed) -> Mapping[str, bytes]:
    """One .xlsx file; text is never taken for a formula."""
    from xlsxwriter import Workbook

    out = BytesIO()
    with Workbook(out, {"in_memory": True, "strings_to_formulas": False}) as book:
        book.set_properties({"title": handed.title[:255], "created": _CREATED})
        _sheet(book, "Entities", NODE_COLUMNS, map(handed.node, handed.entities))
        edges = (
            {"start": edge["start"], "end": edge["end"], **handed.edge(edge)}
            for edge in handed.relationships
        )
        _sheet(book, "Relationships", ("start", "end", *EDGE_COLUMNS), edges)
        _sheet(book, "Claims", _CLAIM, handed.claims.values())
        _sheet(book, "Sources", _SOURCE, handed.sources.values())
        _sheet(book, "Conflicts", _CONFLICT, handed.conflicts)
    return {".xlsx": out.getvalue()}


def _sheet(
    book: "Workbook", name: str, columns: Sequence[str], rows: Iterable[Mapping[str, Any]]
) -> None:
    sheet = book.add_worksheet(name)
    bold = book.add_format({"bold": True})
    sheet.freeze_panes(1, 0)
    for across, column in enumerate(columns):
        sheet.write_string(0, across, column, bold)
    for down, row in enumerate(rows, start=1):
        for key, value in texts(row):
            if key in columns:
                _cell(sheet, down, columns.index(key), value)


def _cell(sheet: Any, down: int, across: int, value: Any) -> None:
    if isinstance(value, bool):
        sheet.write_boolean(down, across, value)
    elif isinstance(value, int | float):
        sheet.write_number(down, across, value)
    else:
        sheet.write_string(down, across, _fitting(str(value)))


def _fitting(text: str) -> str:
    """A text as long as a cell may hold; where it is cut, it says so."""
    return text if len(text) <= _MOST else text[: _MOST - len(_CUT)] + _CUT
