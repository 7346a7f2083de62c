"""The tables under data/names/, read once."""

import csv
from collections.abc import Iterator
from pathlib import Path

from kg.resources import folder


def rows(name: str) -> Iterator[dict[str, str]]:
    """The rows of data/names/NAME.csv."""
    path: Path = folder("data") / "names" / f"{name}.csv"
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)
