"""A sheet with the columns of another beside its own: the buyer of a contract stands elsewhere."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.errors import DataError, did_you_mean
from kg.mapping.spec import Join
from kg.mapping.table import Row, Table


def joined(table: Table, join: Join, tables: Sequence[Table]) -> Table:
    """The table with the columns of the sheet that a mapping joins to it.

    A row finds the first row there that has the same in the column joined on. Columns of one name
    are the table's own.

    Raises:
        DataError: There is no such sheet or column.
    """
    other = next((one for one in tables if one.sheet == join.sheet), None)
    if other is None:
        hint = did_you_mean(join.sheet, [one.sheet for one in tables])
        raise DataError(f"{table.name}: no sheet {join.sheet!r} to join{hint}")
    for one in (table, other):
        if join.on not in one.columns:
            hint = did_you_mean(join.on, one.columns)
            raise DataError(f"{one.name}: no column {join.on!r} to join on{hint}")
    own = set(table.columns)
    more = [at for at, name in enumerate(other.columns) if name not in own]
    key, mine = other.columns.index(join.on), table.columns.index(join.on)
    known: dict[str, list[str]] = {}
    for _, cells in other.rows:
        known.setdefault(cells[key], [cells[at] for at in more])
    columns = (*table.columns, *(other.columns[at] for at in more))
    rows = _rows(table, known, mine, [""] * len(more))
    return replace(table, columns=columns, rows=rows, borrowed=len(more))


def _rows(table: Table, known: dict[str, list[str]], key: int, nothing: list[str]) -> Iterator[Row]:
    for number, cells in table.rows:
        yield number, [*cells, *known.get(cells[key], nothing)]
