"""Shares of shortest chains: by hand where branches are folded, and as networkx has them."""

import networkx
import pytest

from kg.reading.betweenness import betweenness, parts


def neighbours(*ties: tuple[int, int], places: int) -> list[list[int]]:
    return [
        sorted({other for tie in ties if place in tie for other in tie if other != place})
        for place in range(places)
    ]


def test_all_chains_of_a_star_run_over_its_middle() -> None:
    assert betweenness(neighbours((0, 1), (0, 2), (0, 3), places=4)) == [1, 0, 0, 0]


def test_in_a_row_who_stands_further_in_has_more() -> None:
    row = neighbours((0, 1), (1, 2), (2, 3), (3, 4), places=5)
    assert betweenness(row) == [0, 3 / 6, 4 / 6, 3 / 6, 0]


def test_a_branch_counts_with_all_that_hangs_on_it() -> None:
    ring_with_a_branch = neighbours((0, 1), (1, 2), (2, 3), (3, 0), (3, 4), (4, 5), places=6)
    shares = betweenness(ring_with_a_branch)
    assert shares[4] == 4 / 10
    assert shares[3] == pytest.approx((2 * 3 + 0.5) / 10)
    assert shares[1] == pytest.approx(0.5 / 10)


def test_two_shortest_chains_count_half_each() -> None:
    ring = neighbours((0, 1), (1, 2), (2, 3), (3, 0), places=4)
    assert betweenness(ring) == pytest.approx([1 / 6] * 4)


@pytest.mark.parametrize("places", [0, 1, 2])
def test_fewer_than_three_stand_between_nobody(places: int) -> None:
    ties = [(0, 1)] if places == 2 else []
    assert betweenness(neighbours(*ties, places=places)) == [0] * places


@pytest.mark.parametrize("seed", range(60))
def test_any_network_has_the_shares_that_networkx_finds(seed: int) -> None:
    """Sparse ones mostly: trees, several parts, places without a tie."""
    places = 3 + seed % 30
    graph = networkx.gnm_random_graph(places, places * (seed % 4 + 1) // 2, seed=seed)
    expected = networkx.betweenness_centrality(graph)
    found = betweenness([sorted(graph[place]) for place in range(places)])
    assert found == pytest.approx([expected[place] for place in range(places)])


def test_parts_hang_together_and_come_in_order() -> None:
    two = neighbours((0, 3), (3, 1), (2, 4), places=6)
    assert list(parts(two)) == [[0, 3, 1], [2, 4], [5]]


def test_without_a_place_its_part_falls_apart() -> None:
    star = neighbours((0, 1), (0, 2), (2, 3), places=4)
    assert list(parts(star, without=0)) == [[1], [2, 3]]
