"""A row of the ledger, and what a row must have to count."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import get_args

from kg.errors import did_you_mean
from kg.statements import Verdict
from kg.tables import Problem, Row, read

COLUMNS = ("number", "act", "left", "right", "verdict", "why", "who", "when", "tool")
UNDO = "undo"
VERDICTS: tuple[str, ...] = (*get_args(Verdict), UNDO)


@dataclass(frozen=True, slots=True)
class Entry:
    """One row. Those with one ``act`` were said together; an undo names its act in ``left``.

    ``number`` is the place in the ledger, so that a table sorted otherwise can be read; ``when`` is
    ISO 8601 in UTC, ``tool`` the program and its version, ``row`` the line of the file.
    """

    number: int
    act: str
    left: str
    right: str
    verdict: str
    why: str
    who: str
    when: str
    tool: str
    row: int = field(default=0, compare=False)

    @property
    def pair(self) -> frozenset[str]:
        """The two that are judged, whichever way round."""
        return frozenset((self.left, self.right))


def entries(path: Path) -> tuple[list[Entry], list[Problem]]:
    """The rows of a ledger that count, in the order of their numbers, and what is wrong in it."""
    found: list[Entry] = []
    problems: list[Problem] = []
    for row in read(path, COLUMNS) if path.exists() else ():
        if isinstance(row, Problem):
            problems.append(row)
        elif fault := next(_faults(row), None):
            problems.append(fault)
        else:
            found.append(_entry(row, found[-1].number if found else 0, problems))
    found.sort(key=lambda entry: entry.number)
    return found, problems + list(_lost(found, path))


def _faults(row: Row) -> Iterator[Problem]:
    """Why a row says nothing."""
    cells = row.cells
    needed = ("act", "left") if cells["verdict"] == UNDO else ("act", "left", "right")
    if cells["verdict"] not in VERDICTS:
        near = did_you_mean(cells["verdict"], VERDICTS)
        message = f"{cells['verdict']!r} is none of {', '.join(VERDICTS)}{near}"
        yield Problem(row.path, row.number, "verdict", message)
    for column in needed:
        if not cells[column]:
            yield Problem(row.path, row.number, column, "is empty")
    if cells["left"] == cells["right"]:
        yield Problem(row.path, row.number, "right", f"{cells['left']!r} is judged against itself")


def _entry(row: Row, before: int, problems: list[Problem]) -> Entry:
    """A row that counts. If its number is spoilt it stays where it stands: it still says a lot."""
    text, words = row.cells["number"], {column: row.cells[column] for column in COLUMNS[1:]}
    number = int(text) if text.isascii() and text.isdigit() and len(text) < 16 else before
    if number == before and text != str(before):
        message = f"{text!r} is no number; the row is taken to follow the one above it"
        problems.append(Problem(row.path, row.number, "number", message))
    return Entry(number, **words, row=row.number)


def _lost(found: list[Entry], path: Path) -> Iterator[Problem]:
    """What takes back an act that is not there, or that comes later."""
    acts: set[str] = set()
    for entry in found:
        if entry.verdict == UNDO and entry.left not in acts:
            message = f"takes back {entry.left!r}, and no act before it is called so"
            yield Problem(path, entry.row, "left", message)
        acts.add(entry.act)
