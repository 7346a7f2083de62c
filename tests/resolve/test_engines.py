"""Pairs as columns, and scores that are the same in any company."""

import gc

import numpy as np
import pytest

from kg.resolve.engines import Local
from kg.resolve.features import Comparison
from kg.resolve.mentions import mentions
from kg.resolve.pairs import Pairs, likest
from kg.resolve.pausing import no_collection
from kg.resolve.record import Record, record
from kg.resolve.resolving import resolve
from kg.resolve.score import scores, weights
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
