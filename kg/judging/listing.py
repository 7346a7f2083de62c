"""The ledger as a person and a program read it."""

from collections.abc import Iterator
from typing import Any

from kg.answers import Answer, render
from kg.ledger import Ledger
from kg.ledger.entry import COLUMNS
from kg.ledger.standing import undone_by

_SHOWN = ("act", "when", "who", "left", "verdict", "right", "why", "undone_by")


def as_data(ledger: Ledger) -> list[dict[str, Any]]:
    """Every row in order, with ``undone_by``: the act that took it back, or an empty text."""
    undone = undone_by(ledger.entries)
    return [
        {column: getattr(entry, column) for column in COLUMNS}
        | {"undone_by": undone.get(entry.act, "")}
        for entry in ledger.entries
    ]


def as_text(ledger: Ledger, width: int, lang: str = "en") -> str:
    """A table, the last act below: what was taken back is shown with the act that did it."""
    rows = tuple(_rows(ledger))
    if not rows:
        return "nobody has judged anything in this case yet: kg merge, kg never, kg review\n"
    found = render(Answer("", _SHOWN, rows, (), lang), "table", False, width)
    assert isinstance(found, str), "a table is text"
    return found


def _rows(ledger: Ledger) -> Iterator[dict[str, object]]:
    for row in as_data(ledger):
        shown = {column: row[column] for column in _SHOWN}
        yield shown | {"when": row["when"][:10]}
