"""Clusters grown by running sums are those that a plain reading of the rule gives."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations
from random import Random

import numpy as np
import pytest

from kg.resolve.clusters import Clusters, Marks
from kg.resolve.growing import Balance, connected, grow
from kg.resolve.pairs import Pairs
from kg.resolve.score import Weights

Scored = tuple[int, int, float]
Parts = list[frozenset[int]]


def columns(some: Iterable[Scored]) -> Pairs:
    """Pairs as columns, in order."""
    left, right, score = zip(*sorted(some), strict=True) if some else ((), (), ())
    return Pairs(np.array(left, np.int32), np.array(right, np.int32), np.array(score, np.float32))


@dataclass
class Case:
    """What is grown: scored pairs, what keeps apart, acronyms, and what was joined before."""

    size: int
    pairs: list[Scored]
    marks: list[Marks]
    apart: Mapping[int, frozenset[int]]
    acronyms: frozenset[int]
    before: Sequence[tuple[int, int]]
    by: Weights

    def grown(self) -> tuple[set[frozenset[int]], list[tuple[int, int]]]:
        """The clusters, and which pairs joined, by what is shipped."""
        clusters = Clusters(list(self.marks), self.apart)
        for one, two in self.before:
            clusters.join(one, two)
        is_acronym = np.array([at in self.acronyms for at in range(self.size)], np.bool_)
        edges = list(grow(clusters, columns(self.pairs), self.by, is_acronym))
        parts = {frozenset(clusters.all_of(clusters.of(at))) for at in range(self.size)}
        return parts, [(edge.left, edge.right) for edge in edges]


def plain(case: Case) -> tuple[set[frozenset[int]], list[tuple[int, int]]]:
    """The same as one would write it down: all pairs of two clusters are looked at each time.

    Scores are added up as fractions, so that nothing is rounded.
    """
    score = {(one, two): np.float32(told) for one, two, told in case.pairs}
    parts: Parts = [frozenset([at]) for at in range(case.size)]
    for one, two in case.before:
        parts, _ = joined(parts, one, two, case)
    edges = []
    for (one, two), told in sorted(score.items(), key=lambda pair: (-pair[1], pair[0])):
        if told < case.by.threshold:
            break
        first, second = part_of(parts, one), part_of(parts, two)
        between = [
            Fraction(float(score[pair]))
            for a in first
            for b in second
            if (pair := (min(a, b), max(a, b))) in score and case.acronyms.isdisjoint(pair)
        ]
        if first == second or (between and sum(between) / len(between) < Fraction(case.by.mean)):
            continue
        parts, is_joined = joined(parts, one, two, case)
        if is_joined:
            edges.append((one, two))
    return set(parts), edges


def part_of(parts: Parts, at: int) -> frozenset[int]:
    return next(part for part in parts if at in part)


def joined(parts: Parts, one: int, two: int, case: Case) -> tuple[Parts, bool]:
    """The parts of two joined, unless a mark that both have or a judgement keeps them apart."""
    first, second = part_of(parts, one), part_of(parts, two)
    kinds = {kind for at in first for kind in case.marks[at]}
    for kind in kinds:
        own, other = (
            {value for at in part for value in case.marks[at].get(kind, ())}
            for part in (first, second)
        )
        if own and other and not own & other:
            return parts, False
    if any(case.apart.get(at, frozenset()) & second for at in first):
        return parts, False
    return [part for part in parts if part not in (first, second)] + [first | second], True


def drawn(seed: int, size: int = 40, density: float = 0.15, mean: float = 0.45) -> Case:
    """A random graph with marks, judgements, acronyms and clusters that were there before."""
    draw = Random(seed)
    pairs = [
        (one, two, draw.randrange(1, 200) / 200)
        for one, two in combinations(range(size), 2)
        if draw.random() < density
    ]
    kinds = ("number", "country", "id kbo")
    marks: list[Marks] = [
        {kind: frozenset(draw.choices("123", k=1)) for kind in kinds if draw.random() < 0.12}
        for _ in range(size)
    ]
    apart: dict[int, frozenset[int]] = {}
    for _ in range(size // 8):
        one, two = draw.sample(range(size), 2)
        apart[one] = apart.get(one, frozenset()) | {two}
        apart[two] = apart.get(two, frozenset()) | {one}
    acronyms = frozenset(draw.sample(range(size), size // 10))
    before = [(draw.randrange(size), draw.randrange(size)) for _ in range(size // 10)]
    before = [(one, two) for one, two in before if one != two]
    return Case(size, pairs, marks, apart, acronyms, before, Weights(0.0, 0.5, mean, {}))


@pytest.mark.parametrize("seed", range(40))
def test_clusters_are_those_of_the_plain_reading(seed: int) -> None:
    case = drawn(seed)
    assert case.grown() == plain(case)


@pytest.mark.parametrize("density", [0.0, 0.02, 0.5, 1.0])
@pytest.mark.parametrize("mean", [0.0, 0.159, 0.5, 0.62, 1.0])
def test_so_they_are_of_few_pairs_and_of_many_and_for_any_mean(density: float, mean: float) -> None:
    for seed in range(3):
        case = drawn(100 + seed, 30, density, mean)
        assert case.grown() == plain(case)


@pytest.mark.parametrize("seed", range(6))
def test_equal_scores_and_means_that_are_just_met_are_decided_alike(seed: int) -> None:
    """Scores of quarters, and a mean of a half: many sums are exactly what is asked for."""
    draw = Random(seed)
    case = drawn(seed, mean=0.5)
    case.pairs = [(one, two, draw.choice((0.25, 0.5, 0.75))) for one, two, _ in case.pairs]
    assert case.grown() == plain(case)


def test_a_long_chain_grows_as_it_would_by_hand() -> None:
    size = 200
    pairs = [(at, at + 1, 0.5 + (at * 37 % 100) / 250) for at in range(size - 1)]
    pairs += [(at, at + 2, 0.05) for at in range(0, size - 2, 3)]
    case = Case(size, pairs, [{}] * size, {}, frozenset(), [], Weights(0.0, 0.5, 0.3, {}))
    assert case.grown() == plain(case)


def test_the_order_in_which_pairs_are_given_changes_nothing() -> None:
    case = drawn(7)
    ordered = case.grown()
    clusters = Clusters(list(case.marks), case.apart)
    for one, two in case.before:
        clusters.join(one, two)
    turned = columns(case.pairs)
    order = np.random.default_rng(3).permutation(len(turned))
    turned = Pairs(turned.left[order], turned.right[order], turned.score[order])
    is_acronym = np.array([at in case.acronyms for at in range(case.size)], np.bool_)
    edges = grow(clusters, turned, case.by, is_acronym)
    assert [(edge.left, edge.right) for edge in edges] == ordered[1]


def test_what_was_scored_between_two_clusters_adds_up() -> None:
    head = np.arange(4, dtype=np.int32)
    pairs = columns([(0, 2, 0.75), (1, 2, 0.25), (1, 3, 0.125)])
    for mean, is_enough in ((0.5, True), (0.51, False)):
        balance = Balance(pairs, head, mean)
        assert balance.speaks_for(0, 2)
        assert balance.speaks_for(2, 0)
        assert not balance.speaks_for(1, 2)
        assert balance.speaks_for(0, 3)
        balance.join(0, 1)
        assert balance.speaks_for(0, 2) is balance.speaks_for(2, 0) is is_enough
        assert not balance.speaks_for(0, 3)


def test_a_sum_is_not_rounded_by_how_many_there_are() -> None:
    """Many times a mean that no float has: one pair a hair better or worse decides."""
    size, mean = 100_001, 0.1
    score = np.full(size - 1, np.float32(mean))
    short = float(np.float32(mean)) - mean
    assert short > 0
    right = np.arange(1, size, dtype=np.int32)
    head = np.array([0, *[1] * (size - 1)], np.int32)
    pairs = Pairs(np.zeros(size - 1, np.int32), right, score)
    assert Balance(pairs, head, mean).speaks_for(0, 1)
    score[-1] = np.float32(mean - short * size)
    assert not Balance(pairs, head, mean).speaks_for(0, 1)


@pytest.mark.parametrize("seed", range(8))
def test_what_any_chain_of_pairs_leads_to_is_one_group(seed: int) -> None:
    draw, size = Random(seed), 60
    pairs: list[Scored] = []
    for _ in range(10 + seed * 8):
        one, two = sorted(draw.sample(range(size), 2))
        pairs.append((one, two, 0.5))
    head = np.arange(size, dtype=np.int32)
    head[draw.sample(range(1, size), 6)] = 0
    groups: Parts = [frozenset([at]) for at in range(size)]
    tied = [*pairs, *((0, at, 1.0) for at in np.flatnonzero(head == 0).tolist())]
    for one, two, _ in tied:
        first, second = part_of(groups, one), part_of(groups, two)
        groups = [part for part in groups if part not in (first, second)] + [first | second]
    group = connected(head, columns(pairs)).tolist()
    assert {frozenset(np.flatnonzero(np.array(group) == its).tolist()) for its in group} == {
        *groups
    }


@pytest.mark.parametrize("step", [1, 2, 7])
def test_a_chain_of_thousands_is_one_group(step: int) -> None:
    size = 5_000
    at = np.arange(0, size - step, dtype=np.int32)
    chain = Pairs(at, at + np.int32(step), np.ones(len(at), np.float32))
    group = connected(np.arange(size, dtype=np.int32)[::1], chain)
    assert len(set(group.tolist())) == step


def test_no_pairs_join_nobody() -> None:
    clusters = Clusters([{}] * 3)
    assert list(grow(clusters, columns([]), Weights(0, 0.5, 0.2, {}), np.zeros(3, np.bool_))) == []
    assert clusters.heads() == [0, 1, 2]
