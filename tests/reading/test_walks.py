"""Walks: the cheapest simple paths, as a search of all paths finds them, and within a budget."""

from collections.abc import Iterator, Mapping
from itertools import islice, pairwise
from random import Random
from typing import TYPE_CHECKING

import networkx
import pytest

from kg.errors import QueryError
from kg.reading import walks as walking
from kg.reading.paths import ways
from kg.reading.walks import Ways, walks

if TYPE_CHECKING:
    from kg.session import OpenGraph

Costs = Mapping[tuple[str, str], float]


def tied(costs: Costs) -> Ways:
    found: dict[str, dict[str, float]] = {}
    for (a, b), cost in costs.items():
        found.setdefault(a, {})[b] = cost
        found.setdefault(b, {})[a] = cost
    return found


def chance(seed: int, size: int = 9, edges: int = 16) -> Ways:
    """A small graph with costs that are all different, so that there is one right order."""
    dice = Random(seed)
    names = [f"n{number}" for number in range(size)]
    pairs = {tuple(sorted(dice.sample(names, 2))) for _ in range(edges)}
    return tied({(a, b): 1 + dice.random() for a, b in sorted(pairs)})


def cost(ways: Ways, path: list[str]) -> float:
    return sum(ways[a][b] for a, b in pairwise(path))


def by_trying_all(ways: Ways, start: str, end: str, longest: int) -> list[list[str]]:
    """Every simple path, cheapest first, without detours of those before."""
    graph = networkx.Graph((a, b) for a, others in ways.items() for b in others)
    if start not in graph or end not in graph:
        return []
    found: list[list[str]] = []
    paths = networkx.all_simple_paths(graph, start, end, cutoff=longest)
    for path in sorted(paths, key=lambda path: (round(cost(ways, path), 9), len(path), path)):
        if not any(set(known) <= set(path) for known in found):
            found.append(path)
    return found


@pytest.mark.parametrize("seed", range(40))
def test_it_finds_what_trying_all_finds(seed: int) -> None:
    ways = chance(seed)
    assert list(walks(ways, "n0", "n8", 5)) == by_trying_all(ways, "n0", "n8", 5)


@pytest.mark.parametrize("longest", [1, 2, 3, 4, 8])
def test_no_walk_is_longer_than_asked(longest: int) -> None:
    for seed in range(10):
        ways = chance(seed, edges=20)
        found = list(walks(ways, "n0", "n1", longest))
        assert found == by_trying_all(ways, "n0", "n1", longest)
        assert all(len(path) <= longest + 1 for path in found)


def test_where_two_cost_the_same_the_lesser_ids_come_first() -> None:
    ways = tied({("a", "c"): 1, ("c", "z"): 1, ("a", "b"): 1, ("b", "z"): 1})
    assert list(walks(ways, "a", "z", 6)) == [["a", "b", "z"], ["a", "c", "z"]]


def test_where_two_cost_the_same_the_shorter_comes_first() -> None:
    ways = tied({("a", "m"): 2, ("m", "z"): 1, ("a", "b"): 1, ("b", "m"): 1})
    assert list(walks(ways, "a", "z", 6)) == [["a", "m", "z"]]


def test_a_detour_of_a_walk_before_is_left_out() -> None:
    ways = tied({("a", "b"): 1, ("b", "z"): 1, ("a", "c"): 1, ("c", "b"): 1})
    assert list(walks(ways, "a", "z", 6)) == [["a", "b", "z"]]


def test_a_cheap_long_way_that_is_too_long_gives_way_to_a_dear_short_one() -> None:
    costs: dict[tuple[str, str], float] = {("a", "z"): 50}
    steps = ["a", "b", "c", "d", "e", "z"]
    costs |= dict.fromkeys(pairwise(steps), 1)
    assert list(walks(tied(costs), "a", "z", 3)) == [["a", "z"]]
    assert list(walks(tied(costs), "a", "z", 5)) == [steps, ["a", "z"]]


@pytest.mark.parametrize(
    ("start", "end"), [("a", "a"), ("a", "nobody"), ("nobody", "a"), ("a", "x"), ("x", "a")]
)
def test_without_a_way_there_is_no_walk(start: str, end: str) -> None:
    ways = tied({("a", "b"): 1, ("x", "y"): 1})
    assert list(walks(ways, start, end, 6)) == []


def test_a_party_with_thousands_of_ties_is_passed_quickly(monkeypatch: pytest.MonkeyPatch) -> None:
    costs = {("hub", f"p{number}"): 1.0 for number in range(5000)}
    ways = tied(costs)
    monkeypatch.setattr(walking, "BUDGET", 5001)
    assert list(walks(ways, "p1", "p2", 6)) == [["p1", "hub", "p2"]]


def everybody_knows_everybody(size: int) -> Ways:
    dice = Random(1)
    pairs = [(f"a{n}", f"a{m}") for n in range(size) for m in range(n)]
    return tied({pair: 1 + dice.random() for pair in pairs if pair != (f"a{size - 1}", "a0")})


def test_what_is_found_within_the_budget_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    ways = everybody_knows_everybody(30)
    whole = list(walks(ways, "a0", "a29", 4))
    monkeypatch.setattr(walking, "BUDGET", 200)
    found = list(walks(ways, "a0", "a29", 4))
    assert 0 < len(found) < len(whole)
    assert found == whole[: len(found)]


def test_a_search_that_gives_up_does_not_say_that_there_is_no_path(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(walking, "BUDGET", 1)
    with pytest.raises(QueryError, match="too many ways lead from a0 to a29 to look at all; ask"):
        list(walks(everybody_knows_everybody(30), "a0", "a29", 6))


def by_yen(ways: Ways, start: str, end: str, longest: int) -> Iterator[list[str]]:
    """The same by another method: Yen's paths in their order, those that are too long left out."""
    graph: networkx.Graph[str] = networkx.Graph()
    for a, others in ways.items():
        for b, step in others.items():
            graph.add_edge(a, b, cost=step)
    before: list[set[str]] = []
    paths = networkx.shortest_simple_paths(graph, start, end, weight="cost")
    for path in islice(paths, 60):
        if len(path) <= longest + 1 and not any(known <= set(path) for known in before):
            before.append(set(path))
            yield path


PAIRS = [
    ("unit-8200", "belgian-federal-police"),
    ("palantir", "hesse-police"),
    ("briefcam", "police-nationale-fr"),
    ("edicia", "briefcam"),
    ("orbit", "palantir"),
    ("ta9", "guardia-civil"),
]


@pytest.fixture(scope="module")
def shipped_ways(shipped: "OpenGraph") -> Ways:
    return ways(shipped.store)


@pytest.mark.parametrize(("start", "end"), PAIRS)
def test_on_the_shipped_graph_it_costs_what_yen_s_paths_cost(
    shipped_ways: Ways, start: str, end: str
) -> None:
    if start not in shipped_ways or end not in shipped_ways:
        pytest.fail(f"{start} or {end} is gone: name others")
    wanted = list(islice(by_yen(shipped_ways, start, end, 6), 3))
    found = list(islice(walks(shipped_ways, start, end, 6), len(wanted)))
    assert wanted
    for mine, theirs in zip(found, wanted, strict=True):
        assert cost(shipped_ways, mine) == pytest.approx(cost(shipped_ways, theirs))


def test_ways_are_the_same_in_both_directions(shipped_ways: Ways) -> None:
    for a, others in shipped_ways.items():
        assert a not in others
        for b, step in others.items():
            assert shipped_ways[b][a] == step > 0


def test_ways_have_every_pair_that_is_tied(shipped_ways: Ways, shipped: "OpenGraph") -> None:
    rows = shipped.store.read(
        "MATCH (a:Entity)-[r]->(b:Entity) WHERE r.derived IS NULL AND a.id <> b.id"
        " RETURN DISTINCT a.id AS a, b.id AS b ORDER BY a, b"
    )[1]
    assert {frozenset((row["a"], row["b"])) for row in rows} == {
        frozenset((a, b)) for a, others in shipped_ways.items() for b in others
    }
