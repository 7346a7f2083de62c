"""Measures of the graph that no query can work out: brokers between others, and communities.

A saved query with a line ``// computed: brokers`` selects the entities and ties that a measure
works on: rows with ``entity`` and ``tied_to`` (the ids of everybody it is tied to). What the person
sees are the rows of the measure. All is in a fixed order and every choice by chance has a seed: the
same graph gives the same rows on every store.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Literal

from kg.errors import QueryError, did_you_mean
from kg.reading.betweenness import Neighbours, betweenness, parts

if TYPE_CHECKING:
    import networkx

    Ties = networkx.Graph[int]

Row = Mapping[str, object]
Result = tuple[list[str], list[dict[str, object]]]

EXACT_UP_TO = 2_000
"""Entities up to which betweenness is exact; beyond, it is estimated from that many of them."""
SEED = 8200
KINDS: Mapping[str, Mapping[str, Literal["node", "nodes"]]] = {
    "brokers": {"entity": "node"},
    "communities": {"members": "nodes"},
}
"""The columns of a measure that hold entities, also when it has no rows."""
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

    ``betweenness`` is the share of all pairs of others whose shortest paths lead over the entity.
    ``cut_off`` is how many others would lose touch with the main part of their network if the
    entity were not there.
    """
    known, neighbours = _tied(rows)
    shares = _shares(neighbours)
    ranked = sorted(range(len(known)), key=lambda place: (-round(shares[place], 6), place))
    columns = ["entity", "kind", "betweenness", "n_ties", "cut_off"]
    found = [
        (known[place], _kind(known[place]), round(shares[place], 4), len(neighbours[place]),
         _cut_off(neighbours, place))
        for place in ranked[:limit]
        if shares[place] > 0
    ]  # fmt: skip
    return columns, [dict(zip(columns, row, strict=True)) for row in found]


def communities(rows: Sequence[Row], limit: int) -> Result:
    """Groups of entities with more ties among them than to others (Louvain; Blondel et al. 2008).

    The members come with the best connected first, the groups with the largest first.
    """
    import networkx

    known, neighbours = _tied(rows)
    groups = networkx.community.louvain_communities(_graph(neighbours), seed=SEED)
    ranked = sorted((sorted(group) for group in groups), key=lambda group: (-len(group), group))
    columns = ["community", "n_members", "ties_inside", "ties_outside", "members"]
    found = [
        (number, *_size(neighbours, group), [known[place] for place in _best(neighbours, group)])
        for number, group in enumerate(ranked[:limit], 1)
    ]
    return columns, [dict(zip(columns, row, strict=True)) for row in found]


MEASURES: Mapping[str, Callable[[Sequence[Row], int], Result]] = {
    "brokers": brokers,
    "communities": communities,
}


def _tied(rows: Iterable[Row]) -> tuple[list[object], list[list[int]]]:
    """The entities in the order of their ids, and the places in that order of their neighbours."""
    ordered = sorted(rows, key=_id)
    places = {_id(row): place for place, row in enumerate(ordered)}
    near: list[set[int]] = [set() for _ in ordered]
    for place, row in enumerate(ordered):
        for other in _others(row, places):
            near[place].add(other)
            near[other].add(place)
    return [row["entity"] for row in ordered], [sorted(found) for found in near]


def _id(row: Row) -> str:
    entity: Any = row["entity"]
    return str(entity["id"])


def _others(row: Row, places: Mapping[str, int]) -> Iterator[int]:
    tied: Any = row["tied_to"]
    yield from (places[other] for other in tied if other in places and other != _id(row))


def _kind(entity: Any) -> str:
    return str(entity["label"])


def _graph(neighbours: Neighbours) -> "Ties":
    import networkx

    graph: Ties = networkx.Graph()
    graph.add_nodes_from(range(len(neighbours)))
    for place, near in enumerate(neighbours):
        graph.add_edges_from((place, other) for other in near)
    return graph


def _shares(neighbours: Neighbours) -> Sequence[float]:
    if len(neighbours) <= EXACT_UP_TO:
        return betweenness(neighbours)
    import networkx

    shares = networkx.betweenness_centrality(_graph(neighbours), k=EXACT_UP_TO, seed=SEED)
    return [shares[place] for place in range(len(neighbours))]


def _cut_off(neighbours: Neighbours, place: int) -> int:
    """How many others lose touch with the largest rest of the part that the place is in."""
    near = set(neighbours[place])
    rests = [len(rest) for rest in parts(neighbours, without=place) if not near.isdisjoint(rest)]
    return sum(rests) - max(rests, default=0)


def _size(neighbours: Neighbours, group: Sequence[int]) -> tuple[int, int, int]:
    """The members of a group, the ties within it, and those that leave it."""
    inside = sum(map(len, _within(neighbours, group).values())) // 2
    return len(group), inside, sum(len(neighbours[place]) for place in group) - 2 * inside


def _best(neighbours: Neighbours, group: Sequence[int]) -> list[int]:
    within = _within(neighbours, group)
    return sorted(group, key=lambda place: (-len(within[place]), place))


def _within(neighbours: Neighbours, group: Sequence[int]) -> dict[int, list[int]]:
    members = set(group)
    return {place: [other for other in neighbours[place] if other in members] for place in group}
