"""Judgements in the file format of nomenklatura's resolver: one JSON list a line.

``[target, source, judgement, score, user, timestamp]``, where a judgement is ``positive``,
``negative``, ``unsure`` or ``no_judgement`` (a suggestion that nobody has judged). There, two that
are the same both lead to a canonical id, ``NK-...`` or one of Wikidata; ours is ``NK-`` and the id
that stays. "related" is written as ``negative``: tied, and yet two.
"""

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from kg.judgements import cluster
from kg.ledger.book import Ledger
from kg.ledger.entry import Entry
from kg.tables import Problem

CANONICAL = "NK-"
JUDGEMENTS = {"positive": "same", "negative": "different", "unsure": "unsure", "no_judgement": ""}
_WIKIDATA = re.compile("Q[0-9]+")
_WRITTEN = {"different": "negative", "related": "negative", "unsure": "unsure"}


@dataclass(frozen=True, slots=True)
class Line:
    """A line of such a file. ``verdict`` is ours, empty where nobody judged yet."""

    number: int
    left: str
    right: str
    verdict: str
    who: str = ""
    when: str = ""


def lines(path: Path, text: str) -> Iterator[Line | Problem]:
    """The lines of a file; one that cannot be read is one Problem."""
    for number, line in enumerate(text.removeprefix("\ufeff").split("\n"), start=1):
        if line.strip():
            yield _line(path, number, line)


def render(ledger: Ledger) -> str:
    """What stands in a ledger, for nomenklatura."""
    rows = (json.dumps(row, ensure_ascii=False) for row in _rows(ledger))
    return "".join(f"{row}\n" for row in rows)


def is_canonical(id_: str) -> bool:
    """Whether an id was made to stand for several, or is one of Wikidata: no entity by itself."""
    return id_.startswith(CANONICAL) or bool(_WIKIDATA.fullmatch(id_))


def _line(path: Path, number: int, text: str) -> Line | Problem:
    try:
        cells = json.loads(text)
    except (ValueError, RecursionError):
        return Problem(path, number, "", "is no JSON")
    if not isinstance(cells, list) or len(cells) < 3 or not _are_texts(cells[:3]):
        message = "is no list of two ids and a judgement: " + '["a", "b", "positive", null, "", ""]'
        return Problem(path, number, "", message)
    left, right, judgement = (cell.strip() for cell in cells[:3])
    if judgement.lower() not in JUDGEMENTS:
        known = ", ".join(JUDGEMENTS)
        return Problem(path, number, "judgement", f"{judgement[:40]!r} is none of {known}")
    if not left or not right or left == right:
        return Problem(path, number, "", "judges one id against itself, or against nothing")
    who, when = (str(cell or "") for cell in (*cells[4:6], "", "")[:2])
    return Line(number, left, right, JUDGEMENTS[judgement.lower()], who, when)


def _are_texts(cells: Sequence[object]) -> bool:
    return all(isinstance(cell, str) for cell in cells)


def _rows(ledger: Ledger) -> Iterator[list[str | None]]:
    judged = ledger.judgements()
    clusters, _ = cluster(judged)
    said = {entry.row: entry for entry in ledger.standing()}
    by = _last_words(said[judgement.origin.row] for judgement in judged)
    for head, members in sorted(clusters.members().items()):
        for id_ in (head, *members):
            yield [CANONICAL + head, id_, "positive", None, by[id_].who, by[id_].when]
    apart: dict[frozenset[str], list[str | None]] = {}
    for judgement in judged:
        entry = said[judgement.origin.row]
        two = clusters.head(judgement.left) != clusters.head(judgement.right)
        written = _WRITTEN.get(judgement.verdict, "") if two else ""
        if written == "negative" or (written and entry.pair not in apart):
            row = [judgement.left, judgement.right, written, None, entry.who, entry.when]
            apart[entry.pair] = row
    yield from apart.values()


def _last_words(entries: Iterable[Entry]) -> dict[str, Entry]:
    """For each id: who last judged that it is the same as another."""
    found: dict[str, Entry] = {}
    for entry in entries:
        if entry.verdict == "same":
            found |= {entry.left: entry, entry.right: entry}
    return found
