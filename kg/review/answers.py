"""A table of answers, as the page saves it or a colleague types it, taken into the ledger."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from kg.answers.csv import bare
from kg.errors import DataError, did_you_mean
from kg.ledger import Entry, Ledger
from kg.review.desk import VERDICTS
from kg.review.queue import Ends
from kg.review.words import word
from kg.store.bolt import Store
from kg.tables import Problem, Row, clip, read

COLUMNS = ("left", "right", "verdict", "why")
_IDS = "MATCH (e:Entity) RETURN e.id AS id ORDER BY id"
_GUESSED = 20
"""For so many unknown ids a likely one is named; a table full of them is another table."""


@dataclass(frozen=True, slots=True)
class Taken:
    """What came of a table: answers written, answers that stood already, rows that say nothing."""

    written: int
    known: int
    problems: tuple[Problem, ...]


def take(path: Path, store: Store, ledger: Ledger, who: str = "", lang: str = "en") -> Taken:
    """Write the answers of a table to the ledger, one act each, so that each can be taken back.

    A row without a verdict is no answer. A pair that has the same verdict already stays as it is,
    so that a second import changes nothing; one that was decided otherwise is not overruled.

    Raises:
        CaseError: The ledger cannot be written.
    """
    rows = list(read(path, COLUMNS))
    problems = [row for row in rows if isinstance(row, Problem)]
    answers = [_Answer.of(row) for row in rows if isinstance(row, Row)]
    answers = [answer for answer in answers if answer.verdict]
    known = _Known(store, answers)
    written = stood = 0
    for answer in answers:
        fault = next(_faults(answer, known), None)
        standing = [entry for entry in ledger.standing() if entry.pair == answer.pair]
        if not fault and any(entry.verdict == answer.verdict for entry in standing):
            stood += 1
            continue
        fault = fault or _decided(answer, standing) or _say(answer, ledger, who, lang)
        problems += [fault] if fault else []
        written += not fault
    return Taken(written, stood, tuple(sorted(problems, key=lambda problem: problem.row)))


@dataclass(frozen=True, slots=True)
class _Answer:
    row: Row
    left: str
    right: str
    verdict: str
    why: str

    @classmethod
    def of(cls, row: Row) -> "_Answer":
        left, right, verdict, why = (bare(row.cells[column]) for column in COLUMNS)
        return cls(row, left, right, verdict.casefold(), why)

    @property
    def pair(self) -> frozenset[str]:
        return frozenset((self.left, self.right))

    def problem(self, column: str, message: str) -> Problem:
        return Problem(self.row.path, self.row.number, column, message)


class _Known:
    """The ids of a store that a table names, and likely ones for those that it does not have."""

    def __init__(self, store: Store, answers: Iterable[_Answer]) -> None:
        self._store = store
        self._ids = Ends(store, {id_ for answer in answers for id_ in answer.pair}).heads
        self._all: list[str] | None = None
        self._guessed = 0

    def __contains__(self, id_: str) -> bool:
        return id_ in self._ids

    def hint(self, id_: str) -> str:
        """``" (did you mean 'palantir'?)"``, or nothing."""
        self._guessed += 1
        if self._guessed > _GUESSED:
            return ""
        if self._all is None:
            self._all = [str(row["id"]) for row in self._store.read(_IDS)[1]]
        return did_you_mean(id_, self._all)


def _faults(answer: _Answer, known: _Known) -> Iterator[Problem]:
    """Why a row says nothing."""
    if answer.verdict not in VERDICTS:
        shown, near = clip(answer.verdict), did_you_mean(answer.verdict, VERDICTS)
        yield answer.problem("verdict", f"{shown} is none of {', '.join(VERDICTS)}{near}")
    for column, id_ in (("left", answer.left), ("right", answer.right)):
        if not id_:
            yield answer.problem(column, "is empty; a judgement is on two ids")
        elif id_ not in known:
            yield answer.problem(column, f"no entity {clip(id_)} in the graph{known.hint(id_)}")
    if answer.left == answer.right:
        yield answer.problem("right", f"{clip(answer.right)} cannot be judged against itself")


def _decided(answer: _Answer, standing: Iterable[Entry]) -> Problem | None:
    """What stands on a pair and is not overruled by a table; "unsure" waits for a better word."""
    entry = next((entry for entry in standing if entry.verdict != "unsure"), None)
    if entry is None:
        return None
    message = (
        f"{answer.left} and {answer.right} are judged {entry.verdict} by {entry.who} "
        f"on {entry.when[:10]}; take that back first (kg undo {entry.act})"
    )
    return answer.problem("verdict", message)


def _say(answer: _Answer, ledger: Ledger, who: str, lang: str) -> Problem | None:
    why = answer.why or word(f"why_{answer.verdict}", lang)
    try:
        ledger.say([(answer.left, answer.right, answer.verdict)], why, who)
    except DataError as error:
        return answer.problem("", str(error))
    return None
