"""An act in words and for a program: what it moves, before it is written."""

from collections.abc import Iterator, Sequence
from typing import Any

from kg.answers.cells import one_line
from kg.judging.acts import Act
from kg.judging.moving import One
from kg.ledger.entry import UNDO, Entry

_MOST = 12
"""So many names or ids are listed; the rest is counted."""


def as_text(act: Act) -> str:
    """What an act does, in lines: how many were one and become how many, and who has what then."""
    return "".join(f"{line}\n" for line in _lines(act))


def as_data(act: Act, name: str) -> dict[str, Any]:
    """The same for a program, in the words of ``kg show``; ``act`` is empty after a dry run."""
    return {
        "act": name,
        "said": [
            {"left": left, "right": right, "verdict": verdict} for left, right, verdict in act.said
        ],
        "before": [_data(one) for one in act.move.before],
        "after": [_data(one) for one in act.move.after],
        "remarks": list(act.remarks),
    }


def taken_back(entries: Sequence[Entry]) -> str:
    """Which act an undo takes back."""
    first = entries[0]
    pairs = _listed([f"{entry.left} {entry.verdict} {entry.right}".strip() for entry in entries])
    return f"takes back {first.act}, {pairs}: {first.why} ({first.who}, {first.when[:10]})\n"


def written(act: Act, name: str, file: str, left: str = "") -> str:
    """That an act stands now, the way out, and what is ``left`` to do, if anything."""
    back = "brings it back" if act.said[0][2] == UNDO else "takes it back"
    told = f"written to {file} as {name}; kg undo {name} {back}"
    return f"{told}; {left}" if left else told


def _data(one: One) -> dict[str, Any]:
    return {
        "id": one.id,
        "label": one.label,
        "name": one.name,
        "aliases": list(one.also),
        "redirects": [id_ for id_ in one.ids if id_ != one.id],
        "claims": one.claims,
    }


def _lines(act: Act) -> Iterator[str]:
    before, after = act.move.before, act.move.after
    if not before and not after:
        left, right, verdict = act.said[0]
        yield "nothing moves" + ("" if verdict == UNDO else f": {left} and {right} stay two")
    elif len(before) > len(after):
        yield f"{len(before)} become {len(after)}:"
    elif len(before) < len(after):
        yield f"{len(before)} {'becomes' if len(before) == 1 else 'become'} {len(after)}:"
    else:
        yield "another belongs to another:"
    for one in after:
        yield from _one(one)
    yield from act.remarks


def _one(one: One) -> Iterator[str]:
    claims = "1 claim" if one.claims == 1 else f"{one.claims:,} claims"
    yield f"  {one_line(one.name)} ({one.id}), {one.label}: {claims}"
    if one.ids[1:]:
        yield f"    has the ids {_listed(one.ids)}"
    if one.also:
        yield f"    also called {_listed([one_line(name) for name in one.also])}"


def _listed(words: Sequence[str]) -> str:
    more = len(words) - _MOST
    return ", ".join(words[:_MOST]) + (f" and {more} more" if more > 0 else "")
