"""Judgements made in nomenklatura, taken over into the ledger of a case."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from kg.errors import DataError
from kg.facts.references import fit_together
from kg.judging.bench import Bench
from kg.ledger.entry import Entry
from kg.ledger.ijson import Line, is_canonical, lines
from kg.tables import Problem

TOOL = "nomenklatura"
_STRANGE = "of entities that this case does not have"


@dataclass(slots=True)
class Taken:
    """What a file came to: the rows for the ledger, and how many lines say nothing new."""

    rows: list[Entry] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    left_out: Counter[str] = field(default_factory=Counter)


def take_over(bench: Bench, path: Path) -> Taken:
    """Read a file of judgements: what is new in it and speaks of entities of the case.

    Two that lead to one canonical id are the same, whatever that id is; an entity with an id of
    Wikidata is known by it too.

    Raises:
        DataError: The file cannot be read.
    """
    taken = Taken()
    found = []
    for line in lines(path, _text(path)):
        if isinstance(line, Problem):
            taken.problems.append(line)
        elif not line.verdict:
            taken.left_out["suggested only"] += 1
        else:
            found.append(line)
    ties = _Ties(bench, [line for line in found if line.verdict == "same"])
    taken.left_out[_STRANGE] += ties.strangers()
    for line in (*ties.same(), *(line for line in found if line.verdict != "same")):
        _take(bench, path, ties.known(line), taken)
    return taken


def _take(bench: Bench, path: Path, line: Line, taken: Taken) -> None:
    """Keep a line, or count why not."""
    if not line.left or not line.right or line.left == line.right:
        taken.left_out[_STRANGE] += 1
    elif _is_said(bench, line) or _is_said_here(line, taken):
        taken.left_out["known already"] += 1
    elif fault := _fault(bench, line):
        taken.problems.append(Problem(path, line.number, "", fault))
    else:
        why = f"taken over from {path.name}, line {line.number}"
        who = line.who or TOOL
        row = Entry(0, "", line.left, line.right, line.verdict, why, who, line.when, TOOL)
        taken.rows.append(row)


def _text(path: Path) -> str:
    try:
        return path.read_text("utf-8")
    except UnicodeDecodeError:
        raise DataError(f"{path}: is no text in UTF-8") from None
    except OSError as error:
        raise DataError(f"{path}: cannot be read ({error.strerror})") from error


def _is_said(bench: Bench, line: Line) -> bool:
    """Whether the case judges so already, of these two or of what is one with them."""
    head = bench.dossier.clusters.head
    pair = {head(line.left), head(line.right)}
    if line.verdict == "same":
        return len(pair) == 1
    verdicts = {line.verdict} | ({"related"} if line.verdict == "different" else set())
    return any(
        {head(one.left), head(one.right)} == pair and one.verdict in verdicts
        for one in bench.dossier.judgements
    )


def _is_said_here(line: Line, taken: Taken) -> bool:
    pair = frozenset((line.left, line.right))
    return any(row.pair == pair and row.verdict == line.verdict for row in taken.rows)


def _fault(bench: Bench, line: Line) -> str:
    """Why a line is not followed."""
    if line.verdict != "same":
        return ""
    if clash := bench.apart(line.left, line.right):
        pair = f"{clash.left} and {clash.right}"
        return f"{line.left} and {line.right} cannot be the same: {pair} are judged different here"
    labels = [bench.dossier.unmerged[id_].label for id_ in (line.left, line.right)]
    if not fit_together(*labels):
        what = f"{line.left} is a {labels[0]} and {line.right} a {labels[1]}"
        return f"{what}: they cannot be the same"
    return ""


class _Ties:
    """Which of the ids in a file are the same, and who of them is known in the case."""

    def __init__(self, bench: Bench, same: Sequence[Line]) -> None:
        self._own = _own(bench)
        self._members: dict[str, list[str]] = {}
        self._of: dict[str, str] = {}
        self._same = same
        for line in same:
            self._tie(line.left, line.right)

    def same(self) -> Iterator[Line]:
        """A line for each entity of the case that is the same as one before it in the file."""
        first: dict[str, str] = {}
        for line in self._same:
            for own in filter(None, map(self._own.get, (line.left, line.right))):
                one = first.setdefault(self._of[line.left], own)
                if one != own:
                    yield replace(line, left=one, right=own)

    def strangers(self) -> int:
        """How many ids in the file are neither canonical nor those of an entity of the case."""
        return sum(1 for id_ in self._of if id_ not in self._own and not is_canonical(id_))

    def known(self, line: Line) -> Line:
        """A line on the entities of the case that its ids stand for."""
        return replace(line, left=self._stands_for(line.left), right=self._stands_for(line.right))

    def _stands_for(self, id_: str) -> str:
        others = self._members.get(self._of.get(id_, id_), [id_])
        return next((self._own[one] for one in (id_, *others) if one in self._own), "")

    def _tie(self, left: str, right: str) -> None:
        kept, gone = self._of.setdefault(left, left), self._of.setdefault(right, right)
        if kept == gone:
            return
        moved = self._members.pop(gone, [gone])
        self._members.setdefault(kept, [kept]).extend(moved)
        self._of.update(dict.fromkeys(moved, kept))


def _own(bench: Bench) -> dict[str, str]:
    """The ids that mean an entity of the case: its own, and that of Wikidata."""
    found: dict[str, str] = {}
    for id_, entity in bench.dossier.unmerged.items():
        for scheme, _, value in (number.partition(":") for number in entity.ids):
            if scheme.lower() == "wikidata":
                found.setdefault(value, id_)
    return found | {id_: id_ for id_ in bench.dossier.unmerged}
