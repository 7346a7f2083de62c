"""What is wrong in a file, told so that ten thousand rows with one mistake are a few lines."""

from collections import Counter
from pathlib import Path

from kg.sources import Context
from kg.tables import Problem

MOST = 5
"""How many rows with the same mistake are named one by one."""


class Complaints:
    """The problems of one file."""

    def __init__(self, context: Context, name: str) -> None:
        """Tell them to a context; ``name`` is what the file is called."""
        self._context, self._path = context, Path(name)
        self._own = f"{name}: "
        self._counts: Counter[tuple[str, str]] = Counter()
        self._here: tuple[int, set[tuple[str, str]]] = (0, set())

    def tell(self, row: int, column: str, message: str, kind: str = "") -> None:
        """Tell of one; past ``MOST`` of a kind in a column they are only counted.

        ``row`` is 0 where it is none of one row; then what has no kind is told once.
        """
        message = message.removeprefix(self._own)
        key = (column, kind or message)
        if self._is_told(row, column, message) or not (row or kind or not self._counts[key]):
            return
        self._counts[key] += 1
        if self._counts[key] <= MOST:
            self._context.add(Problem(self._path, row, column, message))

    def _is_told(self, row: int, column: str, message: str) -> bool:
        """Whether it was told of this row already."""
        if row != self._here[0]:
            self._here = (row, set())
        is_told = bool(row) and (column, message) in self._here[1]
        if row:
            self._here[1].add((column, message))
        return is_told

    def close(self) -> None:
        """Tell how many more there were."""
        for (column, kind), count in self._counts.items():
            if count > MOST:
                message = f"and {count - MOST:,} more rows like these ({kind})"
                self._context.add(Problem(self._path, 0, column, message))
        self._counts.clear()
