"""All that ties two entities: read for the pairs on a path only, however large the graph is."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from kg.store.bolt import Store

Pair = frozenset[str]
Ties = Mapping[Pair, Sequence[Mapping[str, Any]]]
"""The relationships of each pair, best evidence first."""

_DOUBT = {"stated": 0.0, "reported": 0.1, "inferred": 0.6, "alleged": 0.6, "disputed": 0.9}
_TIES = """
UNWIND $pairs AS pair
MATCH (a:Entity {id: pair[0]})
WITH a, pair
MATCH (a)-[r]-(b:Entity)
WHERE b.id = pair[1] AND r.derived IS NULL
RETURN startNode(r).id AS start, endNode(r).id AS end, type(r) AS type, r.eid AS eid,
       r.walk AS walk, r.certainty AS certainty, r.status AS status, r.role AS role,
       r.title AS title, r.former AS former, r.since AS since, r.until AS until,
       r.conflict AS conflict, r.n_sources AS n_sources, r.claims AS claims
ORDER BY eid
"""


def ties(store: Store, pairs: Iterable[Pair]) -> Ties:
    """The relationships of these pairs; a pair without any is left out."""
    wanted = sorted({tuple(sorted(pair)) for pair in pairs if len(pair) == 2})
    found: dict[Pair, list[Mapping[str, Any]]] = {}
    if wanted:
        for row in store.read(_TIES, {"pairs": [list(pair) for pair in wanted]})[1]:
            found.setdefault(frozenset((str(row["start"]), str(row["end"]))), []).append(row)
    for rows in found.values():
        rows.sort(key=lambda row: cost(row["walk"], row["certainty"], row["n_sources"]))
    return found


def cost(walk: float | None, certainty: str, n_sources: int | None) -> float:
    """The walk of a relationship, what doubt adds, and a little off for a second source."""
    support = 0.1 if (n_sources or 1) > 1 else 0.0
    return float(walk or 6.0) + _DOUBT.get(certainty, 0.5) - support
