from collections import defaultdict
from itertools import combinations

import numpy as np
import pytest

from kg.resolve.sorting import at_home, sharing, sharing_at_home
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


@pytest.mark.parametrize("neighbours", [0, 1, 3, 40])
@pytest.mark.parametrize("cap", [1, 2, 5, 30])
def test_pairs_are_those_that_one_would_count_out(cap: int, neighbours: int) -> None:
    keys = [int(at) for at in np.random.default_rng(cap).integers(0, 25, 120)]
    groups: dict[int, list[int]] = defaultdict(list)
    for at, key in enumerate(keys):
        groups[key].append(at)
    expected = {
        (one, two)
        for key, group in groups.items()
        for (i, one), (j, two) in combinations(enumerate(group), 2)
        if key and (len(group) <= cap or j - i <= neighbours)
    }
    assert found(keys, cap, neighbours) == expected


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


def at_home_found(
    keys: list[int], country: list[int], cap: int = 30, neighbours: int = 0, abroad: int = 0
) -> set[tuple[int, int]]:
    who = np.arange(len(keys), dtype=np.int32)
    where = np.array(country, np.int32)
    left, right = sharing_at_home(np.array(keys, np.uint64), who, where, cap, neighbours, abroad)
    return set(zip(left.tolist(), right.tolist(), strict=True))


def test_two_countries_are_not_paired_and_one_that_is_not_known_is_with_all() -> None:
    assert at_home_found([7, 7, 7, 7], [1, 2, 0, 1]) == {(0, 2), (0, 3), (1, 2), (2, 3)}


@pytest.mark.parametrize("abroad", [0, 2, 3, 30])
def test_two_countries_are_paired_if_few_share_the_key(abroad: int) -> None:
    few, more = {(0, 1)} if abroad >= 2 else set(), {(2, 4), (3, 4)} if abroad >= 3 else set()
    assert at_home_found([5, 5, 7, 7, 7], [1, 2, 1, 1, 3], abroad=abroad) == few | more | {(2, 3)}


def test_neighbours_of_two_countries_are_kept_if_everybody_may_meet() -> None:
    assert at_home_found([9] * 4, [1, 2, 1, 2], 3, 1, 1 << 31) == {
        *((0, 1), (1, 2), (2, 3)),
        *((0, 2), (1, 3)),
    }


def test_those_of_one_country_may_be_few_where_all_are_many() -> None:
    country = [1, 2, 3, 4, 1, 2, 3, 4]
    assert found([9] * 8, 4) == set()
    assert at_home_found([9] * 8, country, 4) == {(0, 4), (1, 5), (2, 6), (3, 7)}


def test_many_of_one_country_meet_their_neighbours_there() -> None:
    country = [1, 2] * 5
    assert at_home_found([9] * 10, country, 4, 1) == {(at, at + 2) for at in range(8)}


def test_many_of_no_known_country_meet_neighbours_of_any() -> None:
    assert at_home_found([9] * 6, [0] * 6, 4, 1) == {(at, at + 1) for at in range(5)}
    assert at_home_found([9] * 5, [1, 2, 0, 2, 1], 4, 1) == {(0, 4), (1, 3), (1, 2), (2, 3)}


@pytest.mark.parametrize("cap", [2, 10, 30])
def test_at_home_are_all_pairs_of_one_country_that_share_a_key(cap: int) -> None:
    draw = np.random.default_rng(11)
    keys = [int(at) for at in draw.integers(0, 40, 300)]
    country = [int(at) for at in draw.integers(0, 6, 300)]
    paired = at_home_found(keys, country, cap, 2)
    for one, two in paired:
        assert one < two
        assert keys[one] == keys[two] != 0
        assert country[one] == country[two] or 0 in (country[one], country[two])
    own: dict[tuple[int, int], list[int]] = defaultdict(list)
    for at in range(300):
        if keys[at] and country[at]:
            own[keys[at], country[at]].append(at)
    few = [group for group in own.values() if len(group) <= cap]
    assert {pair for group in few for pair in combinations(group, 2)} <= paired


def test_with_one_country_or_none_the_pairs_are_those_of_the_key() -> None:
    keys = [int(at) for at in np.random.default_rng(5).integers(0, 9, 200)]
    for country in (0, 3):
        assert at_home_found(keys, [country] * 200, 12, 3) == found(keys, 12, 3)


def test_nobody_at_home_costs_no_error() -> None:
    assert at_home_found([], []) == set()
    assert at_home_found([0, 0], [1, 1]) == set()


def test_countries_that_are_known_and_differ_are_two() -> None:
    left, right = np.array([0, 0, 1, 2], np.int32), np.array([1, 2, 2, 3], np.int32)
    told = at_home(left, right, np.array([1, 2, 0, 0], np.int32))
    assert told.tolist() == [False, True, True, True]


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
