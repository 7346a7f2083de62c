"""Pairs as columns, clusters grown over them, scores in any company; and the same on Spark."""

import gc
from collections.abc import Sequence
from itertools import combinations
from random import Random

import numpy as np
import pytest

from kg.resolve.clusters import Clusters
from kg.resolve.engines import Local
from kg.resolve.features import Comparison
from kg.resolve.growing import grow
from kg.resolve.mentions import mentions
from kg.resolve.pairs import Pairs, likest
from kg.resolve.pausing import no_collection
from kg.resolve.record import Record, record
from kg.resolve.resolving import resolve
from kg.resolve.score import Weights, scores, weights
from kg.resolve.tiers import Edge
from tests.resolve.many import made_up


def names(size: int) -> list[Record]:
    """Made-up names."""
    return [record(str(at), row.name, row.country) for at, row in enumerate(made_up(size))]


def pairs(*some: tuple[int, int, float]) -> Pairs:
    left, right, score = zip(*some, strict=True) if some else ((), (), ())
    return likest(np.array(left, np.int32), np.array(right, np.int32), np.array(score, np.float32))


def test_a_pair_of_many_names_has_the_score_of_the_likest() -> None:
    found = pairs((3, 1, 0.25), (1, 3, 0.75), (0, 2, 0.5))
    assert list(found) == [Edge(0, 2, "T4", 0.5, ""), Edge(1, 3, "T4", 0.75, "")]


def test_pairs_read_like_a_list_of_edges() -> None:
    found = pairs((0, 1, 0.25), (0, 2, 0.75), (1, 2, 0.75))
    assert len(found) == 3
    assert found[1] == found[1:][0] == Edge(0, 2, "T4", 0.75, "")
    assert [edge.right for edge in found.best_first()] == [2, 2, 1]
    assert list(found.where(found.score > 0.5)) == found[1:]
    assert list(pairs()) == []


def reference(size: int, scored: Sequence[Edge], by: Weights) -> list[frozenset[int]]:
    """Growing as one would write it down: all pairs between two clusters are looked up."""
    score = {(edge.left, edge.right): edge.score for edge in scored}
    parts = [frozenset([at]) for at in range(size)]
    for edge in sorted(scored, key=lambda edge: (-edge.score, edge.left, edge.right)):
        if edge.score < by.threshold:
            break
        one = next(part for part in parts if edge.left in part)
        two = next(part for part in parts if edge.right in part)
        between = [score[pair] for pair in combinations(sorted(one | two), 2) if pair in score]
        inside = [
            score[pair]
            for part in (one, two)
            for pair in combinations(sorted(part), 2)
            if pair in score
        ]
        count = len(between) - len(inside)
        if one != two and (sum(between) - sum(inside)) / count >= by.mean:
            parts = [part for part in parts if part not in (one, two)] + [one | two]
    return parts


@pytest.mark.parametrize("seed", range(8))
def test_clusters_grow_as_one_would_write_it_down(seed: int) -> None:
    draw, size = Random(seed), 40
    some = [
        (one, two, draw.randrange(1, 200) / 200)
        for one, two in combinations(range(size), 2)
        if draw.random() < 0.15
    ]
    by = Weights(0.0, 0.5, 0.45, {})
    clusters = Clusters([{} for _ in range(size)])
    joined = list(grow(clusters, pairs(*some), by, np.zeros(size, np.bool_)))
    parts = {frozenset(clusters.all_of(clusters.of(at))) for at in range(size)}
    assert parts == set(reference(size, list(pairs(*some)), by))
    assert len(joined) == size - len(parts)


def test_one_likeness_does_not_chain_what_is_not_alike() -> None:
    by = Weights(0.0, 0.5, 0.45, {})
    chain = pairs((0, 1, 0.9), (1, 2, 0.8), (0, 2, 0.05))
    clusters = Clusters([{} for _ in range(3)])
    assert [edge.left for edge in grow(clusters, chain, by, np.zeros(3, np.bool_))] == [0]
    assert clusters.of(2) == 2


def test_an_acronym_does_not_count_for_the_mean() -> None:
    by = Weights(0.0, 0.5, 0.45, {})
    some = pairs((0, 1, 0.9), (1, 2, 0.8), (0, 2, 0.05))
    clusters = Clusters([{} for _ in range(3)])
    is_acronym = np.array([True, False, False])
    assert len(list(grow(clusters, some, by, is_acronym))) == 2


def test_a_score_is_the_same_alone_and_among_many_pairs() -> None:
    table = mentions(names(1_500))
    found = Local().scored(table, weights(), lambda _: None)
    comparison = Comparison(table)
    for at in range(0, len(found.left), len(found.left) // 60):
        alone = scores(comparison, found.left[at : at + 1], found.right[at : at + 1])
        assert alone[0] == found.score[at]


def test_a_score_is_the_same_whoever_comes_first() -> None:
    table = mentions(names(1_000))
    found = Local().scored(table, weights(), lambda _: None)
    turned = scores(Comparison(table), found.right, found.left)
    assert np.allclose(turned, found.score, atol=1e-5)


def test_no_pairs_have_no_scores() -> None:
    none = np.empty(0, np.int32)
    assert len(scores(Comparison(mentions([record("0", "Bosch")])), none, none)) == 0


def test_twenty_thousand_names_are_resolved_by_firm() -> None:
    made = made_up(20_000)
    found = resolve([record(str(at), row.name, row.country) for at, row in enumerate(made)])
    assert found.pairs < 11 * len(made)
    together = [
        made[at].firm == made[cluster].firm
        for at, cluster in enumerate(found.cluster)
        if cluster != at
    ]
    assert len(together) > 5_000
    assert sum(together) / len(together) > 0.9
    sure = [at for at, tier in enumerate(found.tier) if tier in ("T1", "T2", "T3")]
    assert sure


def test_python_looks_for_cycles_again_afterwards() -> None:
    assert gc.isenabled()
    with no_collection():
        assert not gc.isenabled()
    assert gc.isenabled()
    with pytest.raises(ZeroDivisionError):
        no_collection()(lambda: 1 / 0)()
    assert gc.isenabled()


def test_who_looks_for_no_cycles_is_left_alone() -> None:
    gc.disable()
    try:
        with no_collection():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()
