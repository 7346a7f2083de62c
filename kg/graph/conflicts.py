"""Claims that contradict each other: noted by a person, or found by comparing them.

Both sides stay, both with their source; nothing here picks a winner. A status that changed over
time is history, not a conflict.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from kg.facts.noted import Noted, picked, read_noted
from kg.graph.claims import own_time
from kg.graph.compare import Reading, contradict, is_certain, readings
from kg.schema import predicates
from kg.statements import Source, Statement, digest

__all__ = ["Conflict", "Noted", "find_conflicts", "read_noted"]

NOTES = {
    "value": "The figures differ; no source read so far settles which one holds.",
    "date": "The dates do not meet; no source read so far settles which one holds.",
    "status": "The statuses do not fit together; no source read so far settles which one holds.",
    "outcome": "The outcomes are opposite; no source read so far settles which one holds.",
}
_OPEN = {
    "value": " One of them gives no date, so that the figure may also have changed over time.",
    "status": " It may have been taken up again in between.",
}


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two or more claims that cannot all hold, or that need a word to be read together.

    ``kind``: ``conflict`` (both stay, side by side), ``history`` (it changed over time) or
    ``unclear`` (the sources leave open whether they contradict). ``noted``: by a person.
    """

    id: str
    title: str
    about: str
    kind: str
    note: str
    claims: tuple[str, ...]
    noted: bool


def find_conflicts(
    statements: Sequence[Statement],
    known: Sequence[Noted],
    sources: Mapping[str, Source] | None = None,
    names: Mapping[str, str] | None = None,
) -> list[Conflict]:
    """The noted conflicts, then what comparing finds beyond them; each sorted by its id.

    ``sources`` date the claims that give no date of their own; without them such claims are of
    unknown time. ``names`` of entities make the titles of found conflicts readable.
    """
    told = sorted(_told(statements, known), key=lambda conflict: conflict.id)
    explained = [frozenset(conflict.claims) for conflict in told]
    found = (
        conflict
        for conflict in _found(statements, sources or {}, names or {})
        if not any(explained_by.issuperset(conflict.claims) for explained_by in explained)
    )
    return [*told, *sorted(found, key=lambda conflict: conflict.id)]


def _told(statements: Sequence[Statement], known: Sequence[Noted]) -> Iterator[Conflict]:
    firsts: dict[str, Noted] = {}
    claims: dict[str, set[str]] = defaultdict(set)
    for noted, said in picked(known, statements):
        firsts.setdefault(noted.id, noted)
        claims[noted.id].update(statement.id for statement in said)
    for id_, first in firsts.items():
        if len(claims[id_]) > 1:
            yield Conflict(
                id_,
                first.title,
                first.about,
                first.kind,
                first.note,
                tuple(sorted(claims[id_])),
                True,
            )


def _found(
    statements: Sequence[Statement], sources: Mapping[str, Source], names: Mapping[str, str]
) -> Iterator[Conflict]:
    by_id = {statement.id: statement for statement in statements}
    for group in _clashes(statements, sources):
        claims = {reading.claim for pair in group for reading in pair}
        first, about = group[0][0], group[0][0].about
        is_settled = any(is_certain(*pair) for pair in group)
        note = NOTES[about] + ("" if is_settled else _OPEN.get(about, ""))
        yield Conflict(
            "x" + digest(about, first.aspect, *sorted(claims)),
            _title(by_id[first.claim], group, names),
            about,
            "conflict" if is_settled else "unclear",
            note,
            tuple(sorted(claims)),
            False,
        )


def _clashes(
    statements: Sequence[Statement], sources: Mapping[str, Source]
) -> Iterator[list[tuple[Reading, Reading]]]:
    facts: dict[tuple[str, ...], list[Reading]] = defaultdict(list)
    for statement in sorted(statements, key=lambda said: said.id):
        source = sources.get(statement.source) or Source(statement.source, "", "", "")
        for reading in readings(statement, own_time(statement, source)):
            facts[(reading.about, *reading.fact)].append(reading)
    for _, group in sorted(facts.items()):
        if pairs := [pair for pair in combinations(group, 2) if contradict(*pair)]:
            yield pairs


def _title(
    statement: Statement, group: Sequence[tuple[Reading, Reading]], names: Mapping[str, str]
) -> str:
    words = sorted({reading.words for pair in group for reading in pair})
    if statement.predicate in ("HAS_AMOUNT", "HAS_METRIC"):
        fact = statement.get("measure") or statement.get("kind") or "amount"
        subject = names.get(statement.subject, statement.subject)
        return f"{subject}, {fact}: {' or '.join(words)}"
    verb = predicates()[statement.predicate].names["en"]
    ends = (statement.subject, statement.object)
    subject, thing = (names.get(end, end) for end in ends)
    return f"{subject} {verb} {thing or statement.text}: {' or '.join(words)}"
