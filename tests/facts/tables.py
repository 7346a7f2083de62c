"""What the tests of this room share: a table with one good row, and what is wrong with a change."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from kg.facts import CLAIM_COLUMNS, ENTITY_COLUMNS, JUDGEMENT_COLUMNS, SOURCE_COLUMNS
from kg.statements import Entity, Judgement, Source, Statement
from kg.tables import Problem, write

Cells = Mapping[str, str]
Value = Entity | Source | Statement | Judgement
Reader = Callable[[Path], Iterator[Value | Problem]]

ENTITY = {
    "id": "ta9",
    "label": "Company",
    "name": "TA9",
    "names": "en=TA9|fr=TÉA-9",
    "aliases": "T.A.9 | TA-9",
    "country": "IL",
    "ids": "tender_ref:LISA/2019/RP/05",
    "public_basis": "",
    "notes": "kind=software vendor",
}
SOURCE = {
    "source_id": "report",
    "url": "https://example.org/report?page=1",
    "title": "A report",
    "publisher": "A group",
    "published": "2025",
    "language": "nl",
    "kind": "ngo_report",
    "read": "2026-11-25",
    "reread": "yes",
}
CLAIM = {
    "subject": "ta9",
    "predicate": "SUPPLIES",
    "object": "belgian-federal-police",
    "text": "",
    "qualifiers": "since=2021-12;role=subcontractor;contract=i-police-contract",
    "source": "report",
    "locator": "p. 42, l. 1334-1336",
    "certainty": "stated",
    "said_by": "",
    "says": "TA9 is named as a subcontractor for i-Police.",
}
JUDGEMENT = {
    "left": "ta9",
    "right": "rayzone",
    "judgement": "unsure",
    "reason": "Written with a slash; no page says more",
}
COLUMNS = {
    "entities.csv": ENTITY_COLUMNS,
    "sources.csv": SOURCE_COLUMNS,
    "claims.csv": CLAIM_COLUMNS,
    "same_or_not.csv": JUDGEMENT_COLUMNS,
}


def saved(folder: Path, name: str, *rows: Cells) -> Path:
    """A table with these rows."""
    path = folder / name
    path.parent.mkdir(exist_ok=True)
    write(path, COLUMNS[path.name], rows)
    return path


def lines(found: Iterator[Value | Problem]) -> list[str]:
    """The problems, as a person sees them."""
    return [str(one) for one in found if isinstance(one, Problem)]


def values(found: Iterator[Value | Problem]) -> list[Value]:
    """What came besides the problems."""
    return [one for one in found if not isinstance(one, Problem)]
