"""Conflicts that a person has noted in ``conflicts.csv``, with what explains them.

A row picks claims by what they are about, not by their ids, so that it stays true when a claim is
worded anew. Rows with one id add up to one conflict; the first of them carries its title, its kind,
what it is about and the note.
"""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from kg import tables
from kg.errors import did_you_mean
from kg.schema import predicates, qualifiers
from kg.statements import Statement
from kg.tables import Problem, Row, clip

COLUMNS = (
    *("id", "kind", "title", "about"),
    *("subject", "predicate", "object", "where", "source"),
    "note",
)
KINDS = ("conflict", "history", "unclear")
ABOUT = ("value", "date", "status", "outcome", "identity", "role", "scope", "reason", "wording")
FIELDS = ("certainty", "locator", "said_by", "text")
"""What ``where`` may ask for besides the qualifiers."""

_TOLD = ("kind", "title", "about", "note")
_CONDITION = re.compile(r"([a-z_]+)([=~])(.+)")


@dataclass(frozen=True, slots=True)
class Condition:
    """``key=value`` (``a|b``: one of them, ``*``: any) or ``key~part`` (contains, in any case)."""

    key: str
    sign: str
    value: str

    def holds(self, statement: Statement) -> bool:
        """Whether a statement meets it."""
        is_field = self.key in FIELDS
        found = str(getattr(statement, self.key)) if is_field else statement.get(self.key)
        if self.sign == "~":
            return self.value.casefold() in found.casefold()
        if self.value == "*":
            return bool(found)
        return found == self.value or found in self.value.split("|")


@dataclass(frozen=True, slots=True)
class Noted:
    """A row of ``conflicts.csv``: some claims of a conflict, and what is noted on all of it."""

    id: str
    kind: str
    title: str
    about: str
    note: str
    subjects: tuple[str, ...]
    predicates: tuple[str, ...]
    objects: tuple[str, ...]
    where: tuple[Condition, ...]
    sources: tuple[str, ...]
    path: Path
    row: int

    def picks(self, statement: Statement) -> bool:
        """Whether a claim belongs to it. An empty column asks for nothing."""
        return (
            (not self.subjects or statement.subject in self.subjects)
            and (not self.predicates or statement.predicate in self.predicates)
            and (not self.objects or statement.object in self.objects)
            and (not self.sources or statement.source in self.sources)
            and all(condition.holds(statement) for condition in self.where)
        )

    def merged(self, head: Callable[[str], str]) -> "Noted":
        """The same row, asking for what its entities were merged into."""
        subjects, objects = (tuple(map(head, ids)) for ids in (self.subjects, self.objects))
        return replace(self, subjects=subjects, objects=objects)


def read_noted(path: Path) -> Iterator[Noted | Problem]:
    """Read the rows of a ``conflicts.csv``; what cannot be used comes as a Problem instead."""
    firsts: dict[str, Row] = {}
    for row in tables.read(path, COLUMNS):
        if isinstance(row, Problem):
            yield row
            continue
        first = firsts.setdefault(row.cells["id"], row)
        problems = [*(_untold(row) if row is first else _retold(row, first)), *_faults(row)]
        yield from problems
        if not problems and not any(_untold(first)):
            yield _noted(row, first)


def picked(
    known: Iterable[Noted], statements: Collection[Statement]
) -> Iterator[tuple[Noted, list[Statement]]]:
    """Each row with the claims that belong to it."""
    by_subject: dict[str, list[Statement]] = {}
    for statement in statements:
        by_subject.setdefault(statement.subject, []).append(statement)
    for noted in known:
        named = (said for subject in noted.subjects for said in by_subject.get(subject, []))
        at_hand = named if noted.subjects else statements
        yield noted, [statement for statement in at_hand if noted.picks(statement)]


def check_noted(
    known: Sequence[Noted],
    statements: Collection[Statement],
    entities: Collection[str],
) -> Iterator[Problem]:
    """What reads well but finds nothing: unknown ids, rows without claims, conflicts with one."""
    sources = {statement.source for statement in statements}
    found: dict[str, set[str]] = {}
    for noted, claims in picked(known, statements):
        found.setdefault(noted.id, set()).update(claim.id for claim in claims)
        strangers = [
            *_strangers(noted, "subject", noted.subjects, entities, "entities.csv"),
            *_strangers(noted, "object", noted.objects, entities, "entities.csv"),
            *_strangers(noted, "source", noted.sources, sources, "any claim"),
        ]
        yield from strangers
        if not claims and not strangers:
            yield _problem(noted, "where", "no claim is picked by this row; widen or drop it")
    for noted in {noted.id: noted for noted in reversed(known)}.values():
        if len(found[noted.id]) == 1:
            yield _problem(noted, "id", f"{noted.id!r} picks one claim only; a conflict needs two")


def _faults(row: Row) -> Iterator[Problem]:
    cells = row.cells
    for word in _split(cells["predicate"]):
        if word not in predicates():
            hint = did_you_mean(word, predicates())
            yield Problem(row.path, row.number, "predicate", f"no predicate {clip(word)}{hint}")
    for text in filter(None, cells["where"].split(";")):
        yield from _misread(row, text)
    if not (cells["subject"] or cells["object"] or cells["source"]):
        message = "the row names no subject, object or source; name at least one"
        yield Problem(row.path, row.number, "subject", message)


def _retold(row: Row, first: Row) -> Iterator[Problem]:
    for column in _TOLD:
        if row.cells[column] not in ("", first.cells[column]):
            message = f"is told twice for {clip(row.cells['id'])}; keep it in row {first.number}"
            yield Problem(row.path, row.number, column, message)


def _untold(row: Row) -> Iterator[Problem]:
    if not row.cells["id"]:
        yield Problem(row.path, row.number, "id", "is empty; give the conflict a short name")
    for column, words in (("kind", KINDS), ("about", ABOUT)):
        word = row.cells[column]
        if word not in words:
            message = f"{clip(word)} is none of {', '.join(words)}{did_you_mean(word, words)}"
            yield Problem(row.path, row.number, column, message)
    for column in ("title", "note"):
        if not row.cells[column]:
            message = "is empty; the first row of a conflict says it in words"
            yield Problem(row.path, row.number, column, message)


def _misread(row: Row, text: str) -> Iterator[Problem]:
    match = _CONDITION.fullmatch(text.strip())
    if not match:
        message = f"cannot read {clip(text)}; write key=value, key=* or key~part, with ; between"
        yield Problem(row.path, row.number, "where", message)
    elif match[1] not in FIELDS and match[1] not in qualifiers():
        hint = did_you_mean(match[1], (*FIELDS, *qualifiers()))
        yield Problem(row.path, row.number, "where", f"no qualifier {clip(match[1])}{hint}")


def _noted(row: Row, first: Row) -> Noted:
    cells = row.cells
    return Noted(
        id=cells["id"],
        **{column: first.cells[column] for column in _TOLD},
        subjects=_split(cells["subject"]),
        predicates=_split(cells["predicate"]),
        objects=_split(cells["object"]),
        where=tuple(_conditions(cells["where"])),
        sources=_split(cells["source"]),
        path=row.path,
        row=row.number,
    )


def _conditions(text: str) -> Iterator[Condition]:
    for part in filter(None, text.split(";")):
        if match := _CONDITION.fullmatch(part.strip()):
            yield Condition(match[1], match[2], match[3])


def _split(cell: str) -> tuple[str, ...]:
    return tuple(filter(None, (part.strip() for part in cell.split("|"))))


def _strangers(
    noted: Noted, column: str, ids: Iterable[str], known: Collection[str], where: str
) -> Iterator[Problem]:
    for id_ in ids:
        if id_ not in known:
            yield _problem(noted, column, f"no {clip(id_)} in {where}{did_you_mean(id_, known)}")


def _problem(noted: Noted, column: str, message: str) -> Problem:
    return Problem(noted.path, noted.row, column, message)
