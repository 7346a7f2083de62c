"""What a ledger comes to: the acts that were not taken back, and the last word on each pair."""

from collections.abc import Iterable, Sequence
from typing import cast

from kg.ledger.entry import UNDO, Entry
from kg.statements import Judgement, Origin, Verdict


def standing(entries: Sequence[Entry]) -> list[Entry]:
    """The rows of the acts that stand; an undo that was itself taken back takes nothing back."""
    taken_back: set[str] = set()
    kept: list[Entry] = []
    for entry in reversed(entries):
        if entry.act in taken_back:
            continue
        if entry.verdict == UNDO:
            taken_back.add(entry.left)
        kept.append(entry)
    return kept[::-1]


def undone_by(entries: Sequence[Entry]) -> dict[str, str]:
    """For each act that was taken back: the act that did it."""
    return {entry.left: entry.act for entry in standing(entries) if entry.verdict == UNDO}


def judgements(entries: Iterable[Entry], file: str) -> list[Judgement]:
    """The last word on each pair, in the order in which it was said.

    "different" stands until it is taken back. What contradicts it later is given too, so that it is
    reported and not silently dropped; "related" may stand beside it. A later one has the lower
    rank: where a chain of pairs contradicts what was judged since, the chain breaks.
    """
    said: dict[frozenset[str], list[Entry]] = {}
    for entry in entries:
        if entry.verdict != UNDO:
            said[entry.pair] = _with(said.pop(entry.pair, []), entry)
    last = sorted((entry for kept in said.values() for entry in kept), key=_number)
    return [_judgement(entry, file) for entry in last]


def _with(before: list[Entry], entry: Entry) -> list[Entry]:
    """What is kept of the words on a pair when another is said."""
    if entry.verdict == "different":
        return [*(one for one in before if one.verdict == "related"), entry]
    return [*(one for one in before if one.verdict == "different"), entry]


def _number(entry: Entry) -> tuple[int, int]:
    return entry.number, entry.row


def _judgement(entry: Entry, file: str) -> Judgement:
    by = ", ".join(word for word in (entry.who, entry.when[:10]) if word)
    reason = f"{entry.why} ({by})" if by else entry.why
    verdict = cast("Verdict", entry.verdict)
    origin = Origin(file, entry.row)
    return Judgement(entry.left, entry.right, verdict, reason.strip(), origin, -entry.number)
