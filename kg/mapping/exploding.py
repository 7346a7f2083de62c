"""Rows that hold several of a kind in one cell, made into one row each: ``A---B`` won together."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import product

from kg.mapping.spec import Explode
from kg.mapping.table import Row, Table


def exploded(table: Table, groups: Sequence[Explode]) -> Table:
    """The table with a row for every part of the cells that a mapping takes apart.

    The columns of one group go together: the second name has the second number. A column with
    another number of parts than the first of its group stays whole.
    """
    tied = [
        ([table.columns.index(name) for name in group.columns if name in table.columns], group.at)
        for group in groups
    ]
    return replace(table, rows=_rows(table, [pair for pair in tied if pair[0]]))


def _rows(table: Table, groups: Sequence[tuple[list[int], str]]) -> Iterator[Row]:
    for number, cells in table.rows:
        if not any(sign in cells[places[0]] for places, sign in groups):
            yield number, cells
            continue
        for parts in product(*(_parts(cells, places, sign) for places, sign in groups)):
            row = list(cells)
            for changes in parts:
                for place, cell in changes:
                    row[place] = cell
            yield number, row


def _parts(cells: Sequence[str], places: list[int], sign: str) -> list[list[tuple[int, str]]]:
    """What each part puts into the cells of a group."""
    split = [cells[place].split(sign) for place in places]
    count = len(split[0])
    return [
        [
            (place, parts[at].strip())
            for place, parts in zip(places, split, strict=True)
            if len(parts) == count
        ]
        for at in range(count)
    ]
