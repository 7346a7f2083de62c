from collections import defaultdict
from itertools import combinations

import numpy as np
import pytest

from kg.resolve.sorting import sharing
from kg.resolve.variants import variants


def found(keys: list[int], cap: int = 30, neighbours: int = 0) -> set[tuple[int, int]]:
    numbers = np.array(keys, np.uint64)
    left, right = sharing(numbers, np.arange(len(keys), dtype=np.int32), len(keys), cap, neighbours)
    return set(zip(left.tolist(), right.tolist(), strict=True))


def test_all_who_share_a_key_are_paired() -> None:
    keys = [int(at) for at in np.random.default_rng(7).integers(1, 60, 200)]
    groups: dict[int, list[int]] = defaultdict(list)
    for at, key in enumerate(keys):
        groups[key].append(at)
    assert found(keys) == {pair for group in groups.values() for pair in combinations(group, 2)}


def test_nobody_shares_the_key_of_nothing() -> None:
    assert found([0, 0, 0, 5, 0]) == set()


def test_no_keys_make_no_pairs() -> None:
    assert found([]) == set()


@pytest.mark.parametrize("cap", [2, 5, 30])
def test_up_to_the_cap_all_are_paired_and_above_it_neighbours_only(cap: int) -> None:
    assert len(found([9] * cap, cap)) == cap * (cap - 1) // 2
    assert found([9] * (cap + 1), cap) == set()
    assert found([9] * (cap + 1), cap, 1) == {(at, at + 1) for at in range(cap)}


def test_a_key_said_twice_of_one_name_pairs_it_not_with_itself() -> None:
    who = np.array([0, 0, 1], np.int32)
    left, right = sharing(np.array([4, 4, 4], np.uint64), who, 2, 30, 3)
    assert (left.tolist(), right.tolist()) == ([0], [1])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("palantir", "palentir"),
        ("palantir", "palantr"),
        ("palantir", "palanntir"),
        ("palantir", "aplantir"),
        ("palantir", "palantirs"),
        ("palantir", "xpalantir"),
    ],
)
def test_words_one_letter_apart_are_found(one: str, other: str) -> None:
    left, right = variants([one, "securitas", other], np.arange(3, dtype=np.int32))
    assert set(zip(left.tolist(), right.tolist(), strict=True)) == {(0, 2)}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("palantir", "palintor"),
        ("cas", "coc"),
        ("top400", "top600"),
        ("2024", "2025"),
        ("=police", "=policy"),
        ("@de-by", "@de-be"),
        ("predpol", "geolitica"),
        ("a" * 30, "a" * 29),
    ],
)
def test_other_words_numbers_short_words_and_concepts_are_not(one: str, other: str) -> None:
    left, _ = variants([one, other], np.arange(2, dtype=np.int32))
    assert len(left) == 0


def test_only_the_words_that_are_asked_for_are_looked_at() -> None:
    left, _ = variants(["palantir", "palentir"], np.array([1], np.int32))
    assert len(left) == 0
    left, _ = variants([], np.empty(0, np.int32))
    assert len(left) == 0
