"""Tables as people and spreadsheets write them, and what comes out of them."""

from collections.abc import Iterable
from pathlib import Path

from kg.tables import Problem, Row, read

COLUMNS = ("id", "name", "notes")


def saved(folder: Path, content: str | bytes, name: str = "entities.csv") -> Path:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def cells(found: Iterable[Row | Problem]) -> list[tuple[str, ...]]:
    return [tuple(row.cells.values()) for row in found if isinstance(row, Row)]


def problems(found: Iterable[Row | Problem]) -> list[str]:
    return [str(problem) for problem in found if isinstance(problem, Problem)]


def rows_of(folder: Path, content: str | bytes) -> list[tuple[str, ...]]:
    found = list(read(saved(folder, content), COLUMNS))
    assert problems(found) == []
    return cells(found)
