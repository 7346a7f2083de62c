"""Measures of the graph that no query can work out: brokers between others, and communities.

A saved query with a line ``// computed: brokers`` selects the entities and ties that a measure
works on: rows with ``entity`` and ``tied_to`` (the ids of everybody it is tied to). What the person
sees are the rows of the measure. All is in a fixed order and every choice by chance has a seed: the
same graph gives the same rows on every store.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from kg.errors import QueryError, did_you_mean

if TYPE_CHECKING:
    import networkx

    Ties = networkx.Graph[int]

Row = Mapping[str, object]
Result = tuple[list[str], list[dict[str, object]]]

EXACT_UP_TO = 2_000
"""Entities up to which betweenness is exact; beyond, it is estimated from that many of them."""
SEED = 8200
_NEEDED = ("entity", "tied_to")


def compute(name: str, rows: Sequence[Row], params: Mapping[str, object]) -> Result:
    """The columns and rows of a measure over the rows of its query.

    Raises:
        QueryError: There is no measure of that name, or the query does not give what it needs.
    """
    measure = MEASURES.get(name)
    if measure is None:
        hint = did_you_mean(name, MEASURES) or f"; there are {', '.join(MEASURES)}"
        raise QueryError(f"computed: no measure {name!r}{hint}")
    limit = params.get("limit")
    if not isinstance(limit, int):
        raise QueryError(f"computed: {name} needs a line '// param limit: int = 20 | ...'")
    for row in rows:
        if missing := [column for column in _NEEDED if column not in row]:
            raise QueryError(f"computed: {name} needs a query that returns {missing[0]}")
    return measure(rows, limit)


def brokers(rows: Sequence[Row], limit: int) -> Result:
    """Entities on most of the shortest paths between others (betweenness; Freeman 1977).

    ``betweenness`` is the share of all pairs of others whose shortest paths lead over the entity,
    by Brandes (2001) as networkx has it. ``cut_off`` is how many others would lose touch with the
    main part of their network if the entity were not there.
    """
    import networkx

    known, graph = _graph(rows)
    sampled = EXACT_UP_TO if len(known) > EXACT_UP_TO else None
    shares = networkx.betweenness_centrality(graph, k=sampled, seed=SEED)
    ranked = sorted(graph, key=lambda node: (-round(shares[node], 6), node))
    columns = ["entity", "kind", "betweenness", "n_ties", "cut_off"]
    found = [
        (known[node], _kind(known[node]), round(shares[node], 4), graph.degree[node],
         _cut_off(graph, node))
        for node in ranked[:limit]
        if shares[node] > 0
    ]  # fmt: skip
    return columns, [dict(zip(columns, row, strict=True)) for row in found]


def communities(rows: Sequence[Row], limit: int) -> Result:
    """Groups of entities with more ties among them than to others (Louvain; Blondel et al. 2008).

    The members come with the best connected first, the groups with the largest first.
    """
    import networkx

    known, graph = _graph(rows)
    groups = networkx.community.louvain_communities(graph, seed=SEED)
    ranked = sorted((sorted(group) for group in groups), key=lambda group: (-len(group), group))
    columns = ["community", "n_members", "ties_inside", "ties_outside", "members"]
    found = [
        (number, len(group), *_ties(graph, group), [known[node] for node in _best(graph, group)])
        for number, group in enumerate(ranked[:limit], 1)
    ]
    return columns, [dict(zip(columns, row, strict=True)) for row in found]


MEASURES: Mapping[str, Callable[[Sequence[Row], int], Result]] = {
    "brokers": brokers,
    "communities": communities,
}


def _graph(rows: Iterable[Row]) -> tuple[list[object], "Ties"]:
    """The entities in the order of their ids, and a graph of their places in that order."""
    import networkx

    ordered = sorted(rows, key=_id)
    places = {_id(row): place for place, row in enumerate(ordered)}
    graph: Ties = networkx.Graph()
    graph.add_nodes_from(range(len(ordered)))
    for place, row in enumerate(ordered):
        graph.add_edges_from((place, places[other]) for other in sorted(_others(row, places)))
    return [row["entity"] for row in ordered], graph


def _id(row: Row) -> str:
    entity: Any = row["entity"]
    return str(entity["id"])


def _others(row: Row, known: Mapping[str, int]) -> Iterator[str]:
    tied: Any = row["tied_to"]
    yield from {str(other) for other in tied if other in known and other != _id(row)}


def _kind(entity: Any) -> str:
    return str(entity["label"])


def _cut_off(graph: "Ties", node: int) -> int:
    """How many others lose touch with the largest rest of the part that the node is in."""
    import networkx

    part = set(networkx.node_connected_component(graph, node)) - {node}
    rests = [len(rest) for rest in networkx.connected_components(graph.subgraph(part))]
    return sum(rests) - max(rests, default=0)


def _ties(graph: "Ties", group: Sequence[int]) -> tuple[int, int]:
    """The ties within a group, and those that leave it."""
    inside = graph.subgraph(group).number_of_edges()
    return inside, sum(graph.degree[node] for node in group) - 2 * inside


def _best(graph: "Ties", group: Sequence[int]) -> list[int]:
    within = graph.subgraph(group)
    return sorted(group, key=lambda node: (-within.degree[node], node))
