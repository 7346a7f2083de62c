"""The four acts: merge, split, never, undo. Each is looked at before it is written."""

from collections.abc import Iterator
from dataclasses import dataclass

from kg.errors import DataError
from kg.facts.references import fit_together
from kg.judging.bench import Bench
from kg.judging.moving import Move, between, ones
from kg.ledger.book import Said
from kg.ledger.entry import UNDO, Entry
from kg.statements import Judgement, Verdict


@dataclass(frozen=True, slots=True)
class Act:
    """What would be said, and what that moves; ``remarks`` are what a person should know first."""

    said: tuple[Said, ...]
    move: Move
    remarks: tuple[str, ...] = ()


def merge(bench: Bench, left: str, right: str) -> Act:
    """Two entities become one; the id of the left one stays, the other leads to it.

    Raises:
        QueryError: It is not clear who is meant.
        DataError: They are one already, are judged different, or are of kinds that cannot be one.
    """
    kept, gone = bench.meant.whole(left), bench.meant.whole(right)
    if kept == gone:
        raise DataError(f"{left} and {right} are one already: {kept}")
    if clash := bench.apart(kept, gone):
        raise DataError(f"{kept} and {gone} cannot be the same: {_told(bench, clash)}")
    labels = [bench.dossier.entities[id_].label for id_ in (kept, gone)]
    if not fit_together(*labels):
        what = f"{kept} is a {labels[0]} and {gone} a {labels[1]}"
        raise DataError(f"{what}: they can belong together, but not be the same")
    act = _act(bench, kept, gone, "same")
    return Act(act.said, act.move, tuple(_remarks(bench, kept, gone)))


def split(bench: Bench, left: str, right: str) -> Act:
    """What was one becomes two, and these two are not merged again.

    Raises:
        QueryError: It is not clear who is meant.
        DataError: They are not one.
    """
    one, other = bench.meant.part(left), bench.meant.part(right)
    if one == other:
        raise DataError(f"{left} and {right} are one row, {one}; only what was merged can be split")
    head = bench.dossier.clusters.head
    if head(one) != head(other):
        raise DataError(f"{one} and {other} are two already; kg never keeps them so")
    return _parted(bench, one, other)


def never(bench: Bench, left: str, right: str) -> Act:
    """Two entities are judged different: never to be merged or proposed. It splits what is one.

    Raises:
        QueryError: It is not clear who is meant.
        DataError: They are judged different already.
    """
    one, other = _part_or_whole(bench, left), _part_or_whole(bench, right)
    head = bench.dossier.clusters.head
    if head(one) == head(other):
        return split(bench, left, right)
    if known := bench.apart(one, other):
        raise DataError(f"nothing to do: {_told(bench, known)}")
    return _parted(bench, one, other)


def undo(bench: Bench, act: str = "") -> tuple[Act, tuple[Entry, ...]]:
    """An act is taken back, the last one that stands if none is named; gives its rows too.

    Raises:
        DataError: There is no such act, or it was taken back.
    """
    name = bench.ledger.meant(act)
    said: tuple[Said, ...] = ((name, "", UNDO),)
    _, move = bench.would(said)
    return Act(said, move), tuple(entry for entry in bench.ledger.entries if entry.act == name)


def write(bench: Bench, act: Act, why: str, who: str = "") -> str:
    """Put an act into the ledger; gives back its name.

    Raises:
        DataError: The reason is empty or too long.
        CaseError: The ledger cannot be written.
    """
    if act.said[0][2] == UNDO:
        return bench.ledger.undo(act.said[0][0], why, who)
    return bench.ledger.say(act.said, why, who)


def _part_or_whole(bench: Bench, text: str) -> str:
    """An id as typed; a name may be that of several that are one, and then that one is meant."""
    known = text.strip() in bench.dossier.unmerged
    return text.strip() if known else bench.meant.whole(text)


def _parted(bench: Bench, one: str, other: str) -> Act:
    return _act(bench, one, other, "different")


def _act(bench: Bench, left: str, right: str, verdict: Verdict) -> Act:
    """Suppose a verdict, and see that it holds: whoever judges is told what happens, no less."""
    said = ((left, right, verdict),)
    after, move = bench.would(said)
    if (after.clusters.head(left) == after.clusters.head(right)) != (verdict == "same"):
        met = [problem for problem in after.problems if problem not in bench.dossier.problems]
        why = f": {met[0]}" if met else ""
        raise DataError(f"{left} and {right} cannot be judged {verdict}{why}")
    return Act(said, move)


def _told(bench: Bench, different: Judgement) -> str:
    """A judgement with its reason, where it stands and how it can be taken back."""
    rows = {entry.row: entry.act for entry in bench.ledger.standing()}
    origin, here = different.origin, bench.ledger.path.name
    act = rows.get(origin.row, "") if origin.file == here else ""
    where = f"kg undo {act} takes it back" if act else f"{origin.file}, row {origin.row}"
    pair = f"{different.left} and {different.right} are judged different"
    return f"{pair}, {different.reason.rstrip('.')}; {where}"


def _remarks(bench: Bench, kept: str, gone: str) -> Iterator[str]:
    """What speaks against a merge, or for the other way round."""
    if count := between(bench.dossier, *ones(bench.dossier, kept, gone)):
        claims = "1 claim speaks" if count == 1 else f"{count:,} claims speak"
        yield f"{claims} of both as of two, which speaks against it: kg path {kept} {gone}"
    known = bench.dossier.unmerged
    if known[gone].origin.file and not known[kept].origin.file:
        where = known[gone].origin.file
        yield f"{gone} has a row in {where}, {kept} none: kg merge {gone} {kept} keeps its id"
