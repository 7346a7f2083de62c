"""How two entities are tied: cited paths, those that mean something first.

Every relationship has a walking cost (``walk`` in kg/schema/predicates.toml: supply, contract, use,
ownership and roles are near, a shared country, law or critic is far), to which weak evidence adds.
Two parties with several relationships are one hop that shows them all.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import islice, pairwise
from typing import Any

from kg.reading.cited import called, cited
from kg.reading.remarks import remarks
from kg.reading.ties import Ties, cost, ties
from kg.reading.walks import Ways, walks
from kg.schema import predicates
from kg.store.bolt import Store

_FAR = {"Place": 6.0, "Law": 4.0, "Technology": 3.0, "Finding": 3.0, "Institution": 0.5}
_RELATIONSHIPS = """
MATCH (a:Entity)-[r]->(b:Entity)
WHERE r.derived IS NULL AND a.id <> b.id
RETURN collect([a.id, b.id, r.walk, r.certainty, r.n_sources]) AS found
"""
_LABELS = "MATCH (e:Entity) WHERE e.label IN $labels RETURN e.id AS id, e.label AS label"


@dataclass(frozen=True, slots=True)
class Tie:
    """One relationship of a hop, with the claims it rests on."""

    type: str
    words: str
    forward: bool
    certainty: str
    details: Mapping[str, object]
    claims: tuple[Mapping[str, object], ...]


@dataclass(frozen=True, slots=True)
class Hop:
    """From one entity to the next, by every relationship between them, best evidence first."""

    start: str
    start_name: str
    end: str
    end_name: str
    ties: tuple[Tie, ...]

    @property
    def is_inferred(self) -> bool:
        """Whether no source says this in words."""
        return all(tie.certainty == "inferred" for tie in self.ties)


@dataclass(frozen=True, slots=True)
class Path:
    """A chain of hops; the lower the cost, the more it means."""

    hops: tuple[Hop, ...]
    cost: float
    remarks: tuple[str, ...] = ()

    @property
    def names(self) -> list[str]:
        """The entities along the way."""
        return [self.hops[0].start_name, *(hop.end_name for hop in self.hops)]


def paths(
    store: Store,
    start: str,
    end: str,
    *,
    longest: int = 6,
    most: int = 3,
    lang: str = "en",
    known: Ways | None = None,
) -> list[Path]:
    """At most ``most`` paths of at most ``longest`` hops, the most telling first.

    Who asks again and again reads the ``ways`` once, and gives them as ``known``.
    """
    graph = ways(store) if known is None else known
    found = list(islice(walks(graph, start, end, longest), most))
    if not found:
        return []
    steps = {frozenset(step) for path in found for step in pairwise(path)}
    tied = ties(store, steps)
    claims = cited(
        store, (claim for rows in tied.values() for row in rows for claim in row["claims"]), lang
    )
    names = called(store, (entity for path in found for entity in path), lang)
    return [
        Path(
            tuple(_hop(a, b, tied, claims, names, lang) for a, b in pairwise(path)),
            round(sum(graph[a][b] for a, b in pairwise(path)), 2),
            remarks(store, path, graph, lang),
        )
        for path in found
    ]


def ways(store: Store) -> Ways:
    """Every pair of entities that is tied, with the cost of the nearest tie."""
    _, entities = store.read(_LABELS, {"labels": sorted(_FAR)})
    far = {str(row["id"]): _FAR[str(row["label"])] / 2 for row in entities}
    graph: dict[str, dict[str, float]] = {}
    for a, b, *evidence in _rows(store):
        step = cost(*evidence) + far.get(a, 0.0) + far.get(b, 0.0)
        step = min(step, graph.setdefault(a, {}).get(b, step))
        graph[a][b] = graph.setdefault(b, {})[a] = step
    return graph


def _rows(store: Store) -> list[Any]:
    """All relationships as one list: a store sends one long row faster than many short ones."""
    found = store.read(_RELATIONSHIPS)[1][0]["found"]
    return found if isinstance(found, list) else []


def _hop(
    a: str,
    b: str,
    tied: Ties,
    claims: Mapping[str, Mapping[str, object]],
    names: Mapping[str, str],
    lang: str,
) -> Hop:
    rows = tied[frozenset((a, b))]
    return Hop(a, names[a], b, names[b], tuple(_tie(row, a, claims, lang) for row in rows))


def _tie(
    row: Mapping[str, Any], a: str, claims: Mapping[str, Mapping[str, object]], lang: str
) -> Tie:
    shown = ("eid", "status", "role", "title", "former", "since", "until", "conflict")
    return Tie(
        type=row["type"],
        words=predicates()[row["type"]].names[lang],
        forward=row["start"] == a,
        certainty=row["certainty"],
        details={key: row[key] for key in shown if row[key] is not None},
        claims=tuple(claims[claim] for claim in row["claims"]),
    )
