"""How two entities are tied: cited paths, those that mean something first.

Every relationship has a walking cost (``walk`` in kg/schema/predicates.toml: supply, contract, use,
ownership and roles are near, a shared country, law or critic is far), to which weak evidence adds.
Paths are the cheapest simple ones (Yen 1971, as networkx has it); two parties with several
relationships are one hop that shows them all.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Any

from kg.reading.cited import cited, name_of
from kg.schema import predicates
from kg.store.bolt import Store

if TYPE_CHECKING:
    import networkx

_DOUBT = {"stated": 0.0, "reported": 0.1, "inferred": 0.6, "alleged": 0.6, "disputed": 0.9}
_FAR = {"Place": 6.0, "Law": 4.0, "Technology": 3.0, "Finding": 3.0, "Institution": 0.5}
_RELATIONSHIPS = """
MATCH (a:Entity)-[r]->(b:Entity)
WHERE r.derived IS NULL AND a.id <> b.id
RETURN a.id AS start, b.id AS end, type(r) AS type, r.eid AS eid, r.walk AS walk,
       r.certainty AS certainty, r.status AS status, r.role AS role, r.title AS title,
       r.former AS former, r.since AS since, r.until AS until, r.conflict AS conflict,
       r.n_sources AS n_sources, r.claims AS claims
ORDER BY eid
"""
_ENTITIES = "MATCH (e:Entity) RETURN e.id AS id, e.label AS label ORDER BY id"
_ON_PATH = "MATCH (e:Entity) WHERE e.id IN $ids RETURN e ORDER BY e.id"


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

    @property
    def names(self) -> list[str]:
        """The entities along the way."""
        return [self.hops[0].start_name, *(hop.end_name for hop in self.hops)]


def paths(
    store: Store, start: str, end: str, *, longest: int = 6, most: int = 3, lang: str = "en"
) -> list[Path]:
    """At most ``most`` paths of at most ``longest`` hops, the most telling first."""
    graph, ties = _map(store)
    if start == end or start not in graph or end not in graph:
        return []
    found = list(islice(_short(graph, start, end, longest), most))
    between = {pair for path in found for pair in _steps(path)}
    claims = cited(
        store,
        (claim for pair in between for row in ties[frozenset(pair)] for claim in row["claims"]),
        lang,
    )
    names = _names(store, {entity for path in found for entity in path}, lang)
    return [
        Path(
            tuple(_hop(a, b, ties[frozenset((a, b))], claims, names, lang) for a, b in _steps(path)),
            round(sum(graph[a][b]["cost"] for a, b in _steps(path)), 2),
        )
        for path in found
    ]


def _map(store: Store) -> tuple["networkx.Graph[str]", dict[frozenset[str], list[dict[str, Any]]]]:
    """Every pair of entities that is tied, with the cost of the nearest tie."""
    import networkx

    graph: networkx.Graph[str] = networkx.Graph()
    ties: dict[frozenset[str], list[dict[str, Any]]] = {}
    _, entities = store.read(_ENTITIES)
    far = {str(row["id"]): _FAR.get(str(row["label"]), 0.0) for row in entities}
    _, rows = store.read(_RELATIONSHIPS)
    for row in rows:
        ties.setdefault(frozenset((str(row["start"]), str(row["end"]))), []).append(row)
    for pair, found in ties.items():
        a, b = sorted(pair)
        found.sort(key=_cost)
        cost = _cost(found[0]) + (far.get(a, 0.0) + far.get(b, 0.0)) / 2
        graph.add_edge(a, b, cost=cost)
    return graph, ties


def _cost(row: Mapping[str, Any]) -> float:
    """The walk of the relationship, what doubt adds, and a little off for a second source."""
    support = 0.1 if (row["n_sources"] or 1) > 1 else 0.0
    return float(row["walk"] or 6.0) + _DOUBT.get(row["certainty"], 0.5) - support


def _short(
    graph: "networkx.Graph[str]", start: str, end: str, longest: int
) -> Iterable[list[str]]:
    import networkx

    tried = 0
    try:
        for path in networkx.shortest_simple_paths(graph, start, end, weight="cost"):
            tried += 1
            if len(path) <= longest + 1:
                yield path
            if tried >= 200:
                return
    except networkx.NetworkXNoPath:
        return


def _steps(path: list[str]) -> list[tuple[str, str]]:
    return list(zip(path, path[1:], strict=False))


def _names(store: Store, ids: set[str], lang: str) -> dict[str, str]:
    _, rows = store.read(_ON_PATH, {"ids": sorted(ids)})
    return {node["id"]: name_of(node, lang) for row in rows if (node := _props(row["e"]))}


def _props(node: Any) -> dict[str, Any]:
    return dict(node.items())


def _hop(
    a: str,
    b: str,
    rows: list[dict[str, Any]],
    claims: Mapping[str, Mapping[str, object]],
    names: Mapping[str, str],
    lang: str,
) -> Hop:
    return Hop(a, names[a], b, names[b], tuple(_tie(row, a, claims, lang) for row in rows))


def _tie(
    row: Mapping[str, Any], a: str, claims: Mapping[str, Mapping[str, object]], lang: str
) -> Tie:
    predicate = predicates()[row["type"]]
    forward = row["start"] == a
    words = predicate.names if forward else predicate.inverse
    shown = ("eid", "status", "role", "title", "former", "since", "until", "conflict")
    return Tie(
        type=row["type"],
        words=words[lang],
        forward=forward,
        certainty=row["certainty"],
        details={key: row[key] for key in shown if row[key] is not None},
        claims=tuple(claims[claim] for claim in row["claims"]),
    )
