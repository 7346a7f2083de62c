"""How two entities are tied: cited paths, those that mean something first.

Every relationship has a walking cost (``walk`` in kg/schema/predicates.toml: supply, contract, use,
ownership and roles are near, a shared country, law or critic is far), to which weak evidence adds.
Paths are the cheapest simple ones (Yen 1971, as networkx has it); two parties with several
relationships are one hop that shows them all.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice, pairwise
from typing import TYPE_CHECKING, Any, TypeAlias

from kg.reading.cited import cited
from kg.reading.remarks import Ties, remarks
from kg.schema import predicates
from kg.store.bolt import Store

if TYPE_CHECKING:
    import networkx

Ways: TypeAlias = "tuple[networkx.Graph[str], dict[frozenset[str], list[dict[str, Any]]]]"
"""Every pair of entities that is tied, with its cost, and all the ties of each pair."""

_DOUBT = {"stated": 0.0, "reported": 0.1, "inferred": 0.6, "alleged": 0.6, "disputed": 0.9}
_FAR = {"Place": 6.0, "Law": 4.0, "Technology": 3.0, "Finding": 3.0, "Institution": 0.5}
_PATIENCE = 200
"""How many paths are looked at before giving up on finding more that are short enough."""
_RELATIONSHIPS = """
MATCH (a:Entity)-[r]->(b:Entity)
WHERE r.derived IS NULL AND a.id <> b.id
RETURN a.id AS start, b.id AS end, type(r) AS type, r.eid AS eid, r.walk AS walk,
       r.certainty AS certainty, r.status AS status, r.role AS role, r.title AS title,
       r.former AS former, r.since AS since, r.until AS until, r.conflict AS conflict,
       r.n_sources AS n_sources, r.claims AS claims
ORDER BY eid
"""
_LABELS = "MATCH (e:Entity) RETURN e.id AS id, e.label AS label ORDER BY id"
_NAMES = """
MATCH (e:Entity)
RETURN e.id AS id, e.name AS name, e.name_en AS en, e.name_nl AS nl, e.name_fr AS fr,
       e.name_de AS de, e.name_es AS es
ORDER BY id
"""


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
    known: "Ways | None" = None,
) -> list[Path]:
    """At most ``most`` paths of at most ``longest`` hops, the most telling first.

    Who asks again and again reads the ``ways`` once, and gives them as ``known``.
    """
    graph, ties = known or ways(store)
    if start == end or start not in graph or end not in graph:
        return []
    found = list(islice(_short(graph, start, end, longest), most))
    steps = {frozenset(step) for path in found for step in pairwise(path)}
    claims = cited(
        store, (claim for step in steps for row in ties[step] for claim in row["claims"]), lang
    )
    names = _names(store, lang)
    return [
        Path(
            tuple(_hop(a, b, ties, claims, names, lang) for a, b in pairwise(path)),
            round(sum(graph[a][b]["cost"] for a, b in pairwise(path)), 2),
            remarks(store, path, ties, names, lang),
        )
        for path in found
    ]


def ways(store: Store) -> Ways:
    """Every pair of entities that is tied, with the cost of the nearest tie."""
    import networkx

    graph: networkx.Graph[str] = networkx.Graph()
    ties: dict[frozenset[str], list[dict[str, Any]]] = {}
    _, entities = store.read(_LABELS)
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


def _short(graph: "networkx.Graph[str]", start: str, end: str, longest: int) -> Iterator[list[str]]:
    """Simple paths, cheapest first, without mere detours of one that came before."""
    import networkx

    before: list[set[str]] = []
    try:
        found = networkx.shortest_simple_paths(graph, start, end, weight="cost")
        for path in islice(found, _PATIENCE):
            if len(path) <= longest + 1 and not any(known <= set(path) for known in before):
                before.append(set(path))
                yield path
    except networkx.NetworkXNoPath:
        return


def _names(store: Store, lang: str) -> dict[str, str]:
    _, rows = store.read(_NAMES)
    return {str(row["id"]): str(row[lang] or row["name"]) for row in rows}


def _hop(
    a: str,
    b: str,
    ties: Ties,
    claims: Mapping[str, Mapping[str, object]],
    names: Mapping[str, str],
    lang: str,
) -> Hop:
    rows = ties[frozenset((a, b))]
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
