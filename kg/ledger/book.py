"""The ledger as a file of the case, ``judgements.csv``: read, added to, never rewritten."""

import os
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
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
        if not pairs:
            raise DataError("nothing is judged: no pair was given")
        said = [(left.strip(), right.strip(), verdict) for left, right, verdict in pairs]
        for one in said:
            _check(*one)
        with self._alone():
            return self._append(said, why, who, when)

    def undo(self, act: str = "", why: str = "", who: str = "", when: str = "") -> str:
        """Take an act back, the last one that stands and is no undo itself if none is named.

        The act stays in the file. An undo can be taken back like any other act.

        Raises:
            DataError: There is no such act, it was taken back already, or nothing stands.
            CaseError: The file cannot be added to.
        """
        with self._alone():
            return self._append([(self._meant(act), "", UNDO)], why or "taken back", who, when)

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """Wait until nobody else adds, and read what was added meanwhile."""
        lock = self.path.parent / ".kg" / f"{self.path.name}.lock"
        try:
            lock.parent.mkdir(parents=True, exist_ok=True)
            with turn(lock):
                self._read()
                yield
        except OSError as error:
            reason = error.strerror or str(error)
            raise CaseError(f"{self.path}: cannot be written ({reason})") from error

    def _read(self) -> None:
        self.entries, self.problems = entries(self.path)

    def _append(self, said: Sequence[Said], why: str, who: str, when: str) -> str:
        reason = _reason(why)
        who, when = who or _user(), when or datetime.now(UTC).isoformat(timespec="seconds")
        number = max((entry.number for entry in self.entries), default=0) + 1
        act = self._unused(reason, who, when, *(word for one in said for word in one))
        rows = [
            Entry(number + at, act, *one, reason, who, when, f"kg {__version__}")
            for at, one in enumerate(said)
        ]
        cells = ({column: str(getattr(row, column)) for column in COLUMNS} for row in rows)
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

    def _meant(self, act: str) -> str:
        """The act to take back."""
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


def _check(left: str, right: str, verdict: str) -> None:
    if verdict not in VERDICTS or verdict == UNDO:
        known = [word for word in VERDICTS if word != UNDO]
        raise DataError(f"no verdict {verdict!r}{did_you_mean(verdict, known)}")
    if not left or not right:
        raise DataError(f"{left or right or verdict}: a judgement is on two ids, one is missing")
    if left == right:
        raise DataError(f"{left}: cannot be judged against itself")


def _reason(why: str) -> str:
    """A reason on one line, without what a table cannot hold."""
    text = " ".join(_CONTROL.sub(" ", why).split())
    if not text:
        raise DataError("a judgement needs a reason, for whoever reads it in a year")
    if len(text) > LONGEST_WHY:
        raise DataError(f"the reason has {len(text)} characters; {LONGEST_WHY} are enough")
    return text


def _user() -> str:
    """Who is at work: ``KG_WHO``, else the name of the user."""
    try:
        return os.environ.get("KG_WHO", "").strip() or getuser()
    except (OSError, KeyError):
        return "unknown"
