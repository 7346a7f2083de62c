"""What the rows of a query point at, read out of the store: entities, relationships, claims."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from kg.answers import Answer
from kg.reading.cited import name_of
from kg.store.bolt import Store

Props = Mapping[str, Any]
Titles = Mapping[tuple[str, str], Mapping[str, str]]
"""What sources contradict each other on, by claim and kind."""

_ENTITIES = "UNWIND $ids AS id MATCH (e:Entity {id: id}) RETURN e ORDER BY e.id"
_RELATIONSHIPS = """
UNWIND $ids AS id
MATCH (a:Entity {id: id})
WITH a
MATCH (a)-[r]->(b:Entity)
WHERE b.id IN $ids
RETURN a.id AS start, type(r) AS type, b.id AS end, properties(r) AS props
ORDER BY props.eid
"""
_CLAIMS = """
UNWIND $ids AS id
MATCH (c:Claim {id: id})
WITH c
MATCH (c)-[:CITES]->(s:Source)
OPTIONAL MATCH (c)-[:INVOLVES {as: 'said_by'}]->(who:Entity)
OPTIONAL MATCH (c)-[:SUBJECT|OBJECT]->(firm:Company)
WHERE s.publisher CONTAINS firm.name
WITH c, s, who, count(firm) AS firms
RETURN c, s, who, firms
ORDER BY c.id
"""
_CONFLICTS = """
UNWIND $ids AS id
MATCH (c:Claim {id: id})
WITH c
MATCH (c)-[x:CONFLICTS_WITH]-(:Claim)
WHERE x.kind <> 'history'
RETURN DISTINCT c.id AS claim, x.title AS title, x.kind AS kind, x.about AS about
ORDER BY title, claim, kind, about
"""


@dataclass(frozen=True, slots=True)
class Related:
    """A relationship as it lies in the store."""

    eid: str
    type: str
    start: str
    end: str
    props: Props = field(hash=False)

    @property
    def claims(self) -> tuple[str, ...]:
        """The claims that it rests on, best first."""
        return tuple(self.props.get("claims", ()))


@dataclass(frozen=True, slots=True)
class Told:
    """A claim and its source as they lie in the store, and who says it."""

    claim: Props = field(hash=False)
    source: Props = field(hash=False)
    said_by: str
    is_firm: bool
    """Whether a company says it: by name, on its own site, or in its own press release."""
    conflicts: tuple[str, ...] = ()
    unclear: tuple[str, ...] = ()
    about: Mapping[str, str] = field(default_factory=dict, hash=False)
    """What each of these is about: a date, a value, a role ..."""


def entity_columns(answer: Answer, wanted: Iterable[str] = ()) -> tuple[str, ...]:
    """The columns that hold entities, or those of them that are wanted."""
    named = {
        column: beside
        for column in answer.columns
        if (beside := ids_beside(answer, column)) and beside != column
    }
    asked = set(wanted) or named.keys()
    return tuple(column for column in named if column in asked)


def ids_beside(answer: Answer, column: str) -> str:
    """The column with the ids of a column of entities, or nothing."""
    pair = (f"{column}_id", f"{column}_ids")
    return next((name for name in pair if name in answer.columns), "")


def ids_in(answer: Answer, row: Mapping[str, object], column: str) -> tuple[str, ...]:
    """The ids of the entities in one cell."""
    value = row.get(ids_beside(answer, column))
    held = value if isinstance(value, list) else [value]
    return tuple(str(each) for each in held if each)


def entities(store: Store, ids: Iterable[str]) -> dict[str, Props]:
    """The entities of these ids, sorted."""
    _, rows = store.read(_ENTITIES, {"ids": sorted(set(ids))})
    found: list[Any] = [row["e"] for row in rows]
    return {str(node["id"]): dict(node.items()) for node in found}


def related(store: Store, ids: Iterable[str]) -> list[Related]:
    """Every relationship among these entities, by eid."""
    _, rows = store.read(_RELATIONSHIPS, {"ids": sorted(set(ids))})
    return [related_in(row) for row in rows]


def told(store: Store, ids: Iterable[str], lang: str) -> dict[str, Told]:
    """The claims of these ids, sorted, with their sources and what (perhaps) contradicts them."""
    wanted = {"ids": sorted(set(ids))}
    titles: dict[tuple[str, str], dict[str, str]] = {}
    for row in store.read(_CONFLICTS, wanted)[1]:
        kind = "unclear" if row["kind"] == "unclear" else "conflict"
        titles.setdefault((str(row["claim"]), kind), {})[str(row["title"])] = str(
            row["about"] or ""
        )
    _, rows = store.read(_CLAIMS, wanted)
    found = (_told(row, titles, lang) for row in rows)
    return {str(each.claim["id"]): each for each in found}


def related_in(row: Mapping[str, Any]) -> Related:
    """The relationship of a row with start, type, end and props."""
    props = dict(row["props"])
    return Related(str(props["eid"]), str(row["type"]), str(row["start"]), str(row["end"]), props)


def _told(row: Mapping[str, Any], titles: Titles, lang: str) -> Told:
    claim, source, who = dict(row["c"].items()), dict(row["s"].items()), row["who"]
    said_by = name_of(dict(who.items()), lang) if who is not None else claim.get("said_by", "")
    is_own = source.get("kind") == "vendor_site" or (_is_release(source) and row["firms"])
    is_firm = "Company" in who.labels if who is not None else not said_by and bool(is_own)
    conflicts, unclear = (
        titles.get((str(claim["id"]), kind), {}) for kind in ("conflict", "unclear")
    )
    about = {**unclear, **conflicts}
    return Told(claim, source, str(said_by), is_firm, tuple(conflicts), tuple(unclear), about)


def _is_release(source: Props) -> bool:
    return source.get("kind") == "press_release"
