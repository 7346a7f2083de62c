"""What a reader of a path must not overlook: inferred ties beside it, and statements that differ.

Sources write firms as one ("TA9/Rayzone") or call the same firm a contractor, a subcontractor and a
partner. A path shows one of these; the remark names the others.
"""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise
from pathlib import Path

from kg.reading.cited import called
from kg.reading.ties import ties
from kg.reading.walks import Ways
from kg.schema import predicates
from kg.store.bolt import Store

_SIDE_BY_SIDE = ("CONTRACTED_WITH", "WON", "SUBCONTRACTED_ON", "PARTNER_OF", "SUPPLIES")
_PARTNERS = """
MATCH (p:Entity)<-[:INVOLVES {as: 'with'}]-(c:Claim)-[:SUBJECT]->(s:Entity)
WHERE c.id IN $claims AND s.id IN $path
RETURN DISTINCT s.id AS subject, p.id AS partner
ORDER BY subject, partner
"""


@cache
def words() -> Mapping[str, Mapping[str, str]]:
    """What is said around paths, by language."""
    return tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))


def remarks(store: Store, path: Sequence[str], ways: Ways, lang: str) -> tuple[str, ...]:
    """The remarks on one path."""
    return (*_inferred(store, path, lang), *_different(store, path, ways, lang))


def _inferred(store: Store, path: Sequence[str], lang: str) -> Iterator[str]:
    """Entities written together with one on the path, whose tie no source puts in words."""
    steps = ties(store, map(frozenset, pairwise(path)))
    claims = [claim for rows in steps.values() for row in rows for claim in row["claims"]]
    _, rows = store.read(_PARTNERS, {"claims": claims, "path": list(path)})
    pairs = {frozenset((str(row["subject"]), str(row["partner"]))): row for row in rows}
    tied = ties(store, pairs)
    names = called(store, (id_ for pair in tied for id_ in pair), lang)
    for pair, row in pairs.items():
        if (found := tied.get(pair)) and all(tie["certainty"] == "inferred" for tie in found):
            left, right = names[str(row["subject"])], names[str(row["partner"])]
            yield words()[lang]["inferred"].format(left=left, right=right)


def _different(store: Store, path: Sequence[str], ways: Ways, lang: str) -> Iterator[str]:
    """Several ways in which one on the path is bound to the others or to their neighbours."""
    for entity in path[1:-1]:
        around = (other for other in ways[entity] if _is_near(other, entity, path, ways))
        tied = ties(store, (frozenset((entity, other)) for other in around))
        said = {
            (str(row["type"]), str(row["end"]))
            for rows in tied.values()
            for row in rows
            if row["start"] == entity and row["type"] in _SIDE_BY_SIDE
        }
        if len({type_ for type_, _ in said}) > 1:
            names = called(store, (entity, *(end for _, end in said)), lang)
            listed = "; ".join(
                f"{predicates()[type_].names[lang]} {names[end]}" for type_, end in sorted(said)
            )
            yield words()[lang]["different"].format(who=names[entity], ways=listed)


def _is_near(other: str, entity: str, path: Sequence[str], ways: Ways) -> bool:
    """Whether somebody is on the path, or tied to another who is."""
    return other in path or any(other in ways[each] for each in path if each != entity)
