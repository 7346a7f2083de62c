"""A table as a mapping sees it: columns, and rows that come one by one."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

Row = tuple[int, Sequence[str]]
"""The number that a person finds it under, and a cell for every column."""

Tell = Callable[[int, str, str, str], None]
"""Takes the row, column, message and kind of what is wrong."""

LONGEST = 1_000_000
"""Characters that a cell may have."""


@dataclass(frozen=True, slots=True)
class Table:
    """``name`` is what messages call it: ``deals.csv``, ``deals.xlsx, sheet 2021``.

    The rows of a sheet can be read again; those of a stream come once. The last ``borrowed``
    columns are those of another sheet. ``unread`` counts what rows hold that is in no column.
    """

    name: str
    columns: tuple[str, ...]
    rows: Iterable[Row]
    sheet: str = ""
    borrowed: int = 0
    unread: dict[str, int] = field(default_factory=dict)


_NAMELESS = "column "


def is_nameless(column: str) -> bool:
    """Whether a column has a number for a name."""
    return column.startswith(_NAMELESS) and column.removeprefix(_NAMELESS).isdecimal()


def column_names(cells: Sequence[str]) -> tuple[str, ...]:
    """The names in a header: without outer blanks; nameless columns and twins get a number."""
    found: dict[str, None] = {}
    for number, cell in enumerate(cells, 1):
        name = " ".join(cell.replace("\ufeff", "").split())
        if not name:
            name = f"{_NAMELESS}{number}"
        if name in found:
            name = f"{name} ({number})"
        found[name] = None
    return tuple(found)
