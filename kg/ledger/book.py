"""The ledger as a file of the case, ``judgements.csv``: read, added to, never rewritten."""

import os
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from getpass import getuser
from pathlib import Path

from kg.errors import CaseError, DataError, did_you_mean
from kg.ledger.entry import COLUMNS, UNDO, VERDICTS, Entry, entries
from kg.ledger.standing import judgements, standing, undone_by
from kg.statements import Judgement, digest
from kg.tables import Problem, add
from kg.turn import turn
from kg.version import __version__

FILE = "judgements.csv"
LONGEST_WHY = 2_000
_LETTERS = str.maketrans("0123456789abcdef", "klmnopqrstuvwxyz")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")

Said = tuple[str, str, str]
"""What is said of a pair: left, right, verdict."""


@dataclass(slots=True)
class Ledger:
    """The judgements of one case. ``problems`` are rows that do not count, or not as they stand."""

    path: Path
    entries: list[Entry] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    @classmethod
    def open(cls, path: Path) -> "Ledger":
        """Read a ledger; one that is not there yet is empty."""
        ledger = cls(path)
        ledger._read()
        return ledger

    def standing(self) -> list[Entry]:
        """The rows that were not taken back, undos among them."""
        return standing(self.entries)

    def judgements(self) -> list[Judgement]:
        """What stands on each pair: the first book of a dossier."""
        return judgements(self.standing(), self.path.name)

    def say(self, pairs: Sequence[Said], why: str, who: str = "", when: str = "") -> str:
        """Add what somebody judges, as one act, and give back its name.

        ``who`` is else ``KG_WHO`` or the name of the user, ``when`` else now.

        Raises:
            DataError: A verdict is unknown, an id is missing, a reason is empty or too long.
            CaseError: The file cannot be added to.
        """
        rows = _rows(pairs, why, who, when)
        for row in rows:
            _check(row)
        return self.take_over(rows)

    def take_over(self, rows: Sequence[Entry]) -> str:
        """Add rows that were judged elsewhere as one act; who, when and tool stay.

        Raises:
            DataError: There are none.
            CaseError: The file cannot be added to.
        """
        if not rows:
            raise DataError("nothing is judged: no pair was given")
        with self._alone():
            return self._append(rows)

    def undo(self, act: str = "", why: str = "", who: str = "", when: str = "") -> str:
        """Take an act back, the last one that stands and is no undo itself if none is named.

        The act stays in the file. An undo can be taken back like any other act.

        Raises:
            DataError: There is no such act, it was taken back already, or nothing stands.
            CaseError: The file cannot be added to.
        """
        with self._alone():
            taken_back = [(self.meant(act), "", UNDO)]
            return self._append(_rows(taken_back, why or "taken back", who, when))

    def meant(self, act: str = "") -> str:
        """The act that an undo takes back.

        Raises:
            DataError: There is no such act, it was taken back already, or nothing stands.
        """
        if not act:
            acts = [entry.act for entry in self.standing() if entry.verdict != UNDO]
            if not acts:
                raise DataError(f"{self.path.name}: nothing stands that could be taken back")
            return acts[-1]
        if act not in {entry.act for entry in self.entries}:
            raise DataError(f"{self.path.name}: no act is called {act!r}; kg judgements lists them")
        if by := undone_by(self.entries).get(act):
            raise DataError(f"{act} is taken back already; kg undo {by} brings it back")
        return act

    def supposing(self, said: Sequence[Said]) -> "Ledger":
        """The ledger as it would be with one act more; nothing is written."""
        number = self._next()
        rows = [Entry(number + at, "", *one, "", "", "", "") for at, one in enumerate(said)]
        return Ledger(self.path, [*self.entries, *rows], self.problems)

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """Wait until nobody else adds, and read what was added meanwhile."""
        lock = self.path.parent / ".kg" / f"{self.path.name}.lock"
        try:
            lock.parent.mkdir(parents=True, exist_ok=True)
            with turn(lock):
                for half_written in self.path.parent.glob(f".{self.path.name}.*.part"):
                    half_written.unlink()
                self._read()
                yield
        except OSError as error:
            reason = error.strerror or str(error)
            raise CaseError(f"{self.path}: cannot be written ({reason})") from error

    def _read(self) -> None:
        self.entries, self.problems = entries(self.path)

    def _next(self) -> int:
        return max((entry.number for entry in self.entries), default=0) + 1

    def _append(self, rows: Sequence[Entry]) -> str:
        words = (str(getattr(row, column)) for row in rows for column in COLUMNS[2:])
        act, number = self._unused(*words), self._next()
        named = [replace(row, number=number + at, act=act) for at, row in enumerate(rows)]
        cells = ({column: _line(str(getattr(row, column))) for column in COLUMNS} for row in named)
        if problem := add(self.path, COLUMNS, cells):
            raise DataError(f"{problem}; nothing was written")
        self._read()
        return act

    def _unused(self, *words: str) -> str:
        """A name for an act: letters only, which no spreadsheet takes for a number."""
        known = {entry.act for entry in self.entries}
        salts = (digest(str(count), *words) for count in range(len(known) + 1))
        names = (salt.translate(_LETTERS)[:6] for salt in salts)
        return next(name for name in names if name not in known)


def _rows(said: Sequence[Said], why: str, who: str, when: str) -> list[Entry]:
    """What is said now, with who says it; the number and the act come when it is written."""
    reason = _reason(why)
    by = _line(who) or _user()
    at = _line(when) or datetime.now(UTC).isoformat(timespec="seconds")
    pairs = [(_line(left), _line(right), verdict) for left, right, verdict in said]
    return [Entry(0, "", *pair, reason, by, at, f"kg {__version__}") for pair in pairs]


def _check(row: Entry) -> None:
    if row.verdict not in VERDICTS or row.verdict == UNDO:
        known = [word for word in VERDICTS if word != UNDO]
        raise DataError(f"no verdict {row.verdict!r}{did_you_mean(row.verdict, known)}")
    if not row.left or not row.right:
        given = row.left or row.right or row.verdict
        raise DataError(f"{given}: a judgement is on two ids, one is missing")
    if row.left == row.right:
        raise DataError(f"{row.left}: cannot be judged against itself")


def _reason(why: str) -> str:
    text = _line(why)
    if not text:
        raise DataError("a judgement needs a reason, for whoever reads it in a year")
    if len(text) > LONGEST_WHY:
        raise DataError(f"the reason has {len(text)} characters; {LONGEST_WHY} are enough")
    return text


def _line(text: str) -> str:
    """One line, without what a table cannot hold."""
    return " ".join(_CONTROL.sub(" ", text).split())


def _user() -> str:
    """Who is at work: ``KG_WHO``, else the name of the user."""
    try:
        return _line(os.environ.get("KG_WHO", "")) or getuser()
    except (OSError, KeyError):
        return "unknown"
