"""What a reader of a path must not overlook: inferred ties beside it, and statements that differ.

Sources write firms as one ("TA9/Rayzone") or call the same firm a contractor, a subcontractor and a
partner. A path shows one of these; the remark names the others.
"""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

from kg.schema import predicates
from kg.store.bolt import Store

_SIDE_BY_SIDE = ("CONTRACTED_WITH", "WON", "SUBCONTRACTED_ON", "PARTNER_OF", "SUPPLIES")
_PARTNERS = """
MATCH (p:Entity)<-[:INVOLVES {as: 'with'}]-(c:Claim)-[:SUBJECT]->(s:Entity)
WHERE c.id IN $claims AND s.id IN $path
RETURN DISTINCT s.id AS subject, p.id AS partner
ORDER BY subject, partner
"""

Ties = Mapping[frozenset[str], Sequence[Mapping[str, Any]]]


@cache
def words() -> Mapping[str, Mapping[str, str]]:
    """What is said around paths, by language."""
    return tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))


def remarks(
    store: Store, path: Sequence[str], ties: Ties, names: Mapping[str, str], lang: str
) -> tuple[str, ...]:
    """The remarks on one path; ``names`` has the printable name of every entity they mention."""
    return (*_inferred(store, path, ties, names, lang), *_different(path, ties, names, lang))


def _inferred(
    store: Store, path: Sequence[str], ties: Ties, names: Mapping[str, str], lang: str
) -> Iterator[str]:
    """Entities written together with one on the path, whose tie no source puts in words."""
    steps = [frozenset(step) for step in pairwise(path)]
    claims = [claim for step in steps for row in ties[step] for claim in row["claims"]]
    _, rows = store.read(_PARTNERS, {"claims": claims, "path": list(path)})
    pairs = {frozenset((str(row["subject"]), str(row["partner"]))): row for row in rows}
    for pair, row in pairs.items():
        if (found := ties.get(pair)) and all(tie["certainty"] == "inferred" for tie in found):
            left, right = names[str(row["subject"])], names[str(row["partner"])]
            yield words()[lang]["inferred"].format(left=left, right=right)


def _different(
    path: Sequence[str], ties: Ties, names: Mapping[str, str], lang: str
) -> Iterator[str]:
    """Several ways in which one on the path is bound to the others or to their neighbours."""
    around = {entity: _neighbours(entity, ties) for entity in path}
    for entity in path[1:-1]:
        near = set(path).union(*(around[other] for other in path if other != entity))
        said = {
            (row["type"], row["end"]): predicates()[row["type"]].names[lang]
            for pair, rows in ties.items()
            if entity in pair
            for row in rows
            if row["start"] == entity and row["type"] in _SIDE_BY_SIDE and row["end"] in near
        }
        if len({type_ for type_, _ in said}) > 1:
            ways = "; ".join(f"{words} {names[end]}" for (_, end), words in sorted(said.items()))
            yield words()[lang]["different"].format(who=names[entity], ways=ways)


def _neighbours(entity: str, ties: Ties) -> set[str]:
    return {other for pair in ties if entity in pair for other in pair if other != entity}
