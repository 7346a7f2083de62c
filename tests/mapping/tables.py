"""Small tables and mappings for tests, and what is told while they are read."""

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from textwrap import dedent, indent

from kg.mapping.delimited import delimited
from kg.mapping.spec import Manner
from kg.mapping.table import Table


class Told:
    """What a table told of: row, column, message."""

    def __init__(self) -> None:
        self.all: list[tuple[int, str, str]] = []

    def __call__(self, row: int, column: str, message: str, kind: str = "") -> None:
        assert kind or message
        self.all.append((row, column, message))


def read(
    data: str | bytes, manner: Manner | None = None, header: Sequence[str] = ()
) -> tuple[Table, list[tuple[int, list[str]]], Told]:
    """A delimited text, read to its end."""
    told = Told()
    raw = data.encode() if isinstance(data, str) else data
    table = delimited(BytesIO(raw), "t.csv", manner or Manner(), told, header)
    return table, [(number, list(cells)) for number, cells in table.rows], told


def mapping(folder: Path, entities: str, x: str = "", more: str = "", name: str = "m.yml") -> Path:
    """A mapping file of one query for t.csv; ``x`` is what stands under x: of its query."""
    body = f"csv_url: t.csv\n{dedent(more)}"
    if x:
        body += f"x:\n{indent(dedent(x), '  ').rstrip()}\n"
    body += f"entities:\n{indent(dedent(entities), '  ')}"
    path = folder / name
    path.write_text("d:\n  queries:\n    -\n" + indent(body, "      "), "utf-8")
    return path


def table(folder: Path, text: str | bytes, name: str = "t.csv") -> Path:
    """A table in a file."""
    path = folder / name
    path.write_bytes(dedent(text).encode() if isinstance(text, str) else text)
    return path
