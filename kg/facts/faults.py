"""A fault: the column it is in and what to do. Small questions that every table asks."""

from collections.abc import Collection, Iterator, Mapping
from typing import NamedTuple

from kg.dates import is_date, wrong
from kg.errors import did_you_mean


class Fault(NamedTuple):
    """One wrong cell, before it is known which file and row it is in."""

    column: str
    message: str


def empty(cells: Mapping[str, str], columns: Collection[str]) -> Iterator[Fault]:
    """Cells that every row needs."""
    for column in columns:
        if not cells[column]:
            yield Fault(column, "is empty, but every row needs it")


def unlisted(column: str, word: str, known: Collection[str], what: str) -> Iterator[Fault]:
    """A word from a fixed list, e.g. a label."""
    if word and word not in known:
        hint = did_you_mean(word, known)
        few = "; write one of " + ", ".join(known) if len(known) <= 12 and not hint else ""
        yield Fault(column, f"{word[:60]!r} is no {what}{hint}{few}")


def undated(column: str, text: str) -> Iterator[Fault]:
    """A date, where there is one."""
    if text and not is_date(text):
        yield Fault(column, wrong(text))
