"""The whole graph read out of a store: for networkx, and for files to hand on."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from kg.store.bolt import Store

if TYPE_CHECKING:
    import networkx

_ENTITIES = "MATCH (e:Entity) RETURN e ORDER BY e.id"
_CLAIMS = "MATCH (c:Claim) RETURN c ORDER BY c.id"
_SOURCES = "MATCH (s:Source) RETURN s ORDER BY s.id"
_RELATIONSHIPS = """
MATCH (a:Entity)-[r]->(b:Entity)
RETURN a.id AS start, type(r) AS type, b.id AS end, properties(r) AS props
ORDER BY props.eid
"""
_CONFLICTS = """
MATCH (a:Claim)-[x:CONFLICTS_WITH]->(b:Claim)
RETURN x.id AS id, x.title AS title, x.about AS about, x.kind AS kind, x.note AS note,
       a.id AS left, b.id AS right
ORDER BY id, left, right
"""
_OURS = ("case_name",)

Props = dict[str, Any]


def entities(store: Store) -> list[Props]:
    """Every entity with its properties, by id."""
    return _nodes(store, _ENTITIES, "e")


def claims(store: Store) -> list[Props]:
    """Every claim with its properties, by id."""
    return _nodes(store, _CLAIMS, "c")


def sources(store: Store) -> list[Props]:
    """Every source with its properties, by id."""
    return _nodes(store, _SOURCES, "s")


def relationships(store: Store) -> list[Props]:
    """Every relationship between entities: start, type, end and its properties, by eid."""
    _, rows = store.read(_RELATIONSHIPS)
    return [
        {"start": row["start"], "type": row["type"], "end": row["end"], **_shown(row["props"])}
        for row in rows
    ]


def everything(store: Store) -> dict[str, list[Props]]:
    """``{entities, relationships, claims, sources, conflicts}``, each in a fixed order."""
    return {
        "entities": entities(store),
        "relationships": relationships(store),
        "claims": claims(store),
        "sources": sources(store),
        "conflicts": _conflicts(store),
    }


def to_networkx(store: Store) -> "networkx.MultiDiGraph[str]":
    """Entities as nodes and relationships as edges, keyed by eid, each with its evidence."""
    import networkx

    graph: networkx.MultiDiGraph[str] = networkx.MultiDiGraph()
    for entity in entities(store):
        graph.add_node(entity["id"], **entity)
    for found in relationships(store):
        start, end = found.pop("start"), found.pop("end")
        graph.add_edge(start, end, key=found["eid"], **found)
    return graph


def _nodes(store: Store, cypher: str, column: str) -> list[Props]:
    _, rows = store.read(cypher)
    return [_shown(row[column]) for row in rows]


def _shown(held: Any) -> Props:
    """The properties of a node, or a map of properties, without those that are ours."""
    found = dict(held.items())
    return {key: found[key] for key in sorted(found) if key not in _OURS}


def _conflicts(store: Store) -> list[Props]:
    _, rows = store.read(_CONFLICTS)
    groups: dict[str, Props] = {}
    for row in rows:
        words = {key: row[key] for key in ("id", "title", "about", "kind", "note")}
        group = groups.setdefault(str(row["id"]), {**words, "claims": []})
        group["claims"] = _with(group["claims"], (row["left"], row["right"]))
    return list(groups.values())


def _with(known: list[Any], more: Iterable[object]) -> list[Any]:
    return sorted({*known, *more})
