import numpy as np
import pytest

from kg.resolve.letters import (
    alphabetical,
    but_one,
    columns,
    ends,
    hashed,
    lengths,
    mixed,
    signs,
)


def bits(*texts: str) -> list[int]:
    return [int(found) for found in signs(columns(list(texts)))]


def test_texts_stand_in_columns_and_are_cut_at_the_width() -> None:
    letters = columns(["ab", "", "abcdef"], 4)
    assert letters.shape == (4, 3)
    assert bytes(letters[:, 2]) == b"abcd"
    assert lengths(letters).tolist() == [2, 0, 4]


def test_no_texts_have_no_columns() -> None:
    assert columns([]).shape[1] == 0
    assert len(signs(columns([]))) == 0
    assert len(alphabetical(columns([]))) == 0


@pytest.mark.parametrize("text", ["политика", "警察", "ü", "🚓🚓"])
def test_a_text_in_another_script_costs_no_error(text: str) -> None:
    assert columns([text, "plain"]).shape[1] == 2


@pytest.mark.parametrize(
    ("one", "other"),
    [("drone", "nedro"), ("akzonobel", "nobelakzo"), ("anna", "nana"), ("p3dss", "p3dss")],
)
def test_the_order_of_letters_is_not_in_their_signs(one: str, other: str) -> None:
    assert len(set(bits(one, other))) == 1


@pytest.mark.parametrize(("one", "other"), [("ana", "an"), ("bosch", "bosh"), ("cas", "cos")])
def test_another_letter_is(one: str, other: str) -> None:
    assert len(set(bits(one, other))) == 2


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("milestone", "milstone"),
        ("milestone", "milestoone"),
        ("milestone", "milestane"),
        ("milestone", "imlestone"),
        ("sopra steria", "steria sopra"),
    ],
)
def test_a_typo_leaves_a_key_in_common_wherever_it_stands(one: str, other: str) -> None:
    keys, who = but_one(signs(columns([one, other])), 5)
    assert set(keys[who == 0].tolist()) & set(keys[who == 1].tolist())


def test_what_differs_by_three_letters_has_no_key_in_common() -> None:
    keys, who = but_one(signs(columns(["milestone", "keystone"])), 5)
    assert not set(keys[who == 0].tolist()) & set(keys[who == 1].tolist())


def test_names_of_few_letters_have_no_such_key() -> None:
    keys, _ = but_one(signs(columns(["cas", "lka", ""])), 5)
    assert len(keys) == 0


def test_the_same_letters_have_the_same_number_and_others_another() -> None:
    found = hashed(columns(["bosch", "bosch", "bosh", "boschs", ""]))
    assert found[0] == found[1]
    assert len(set(found.tolist())) == 4
    assert found[4] == 0


def test_the_end_of_a_text_is_its_last_letters() -> None:
    letters = columns(["securitas", "gemalto"])
    last = ends(letters, lengths(letters), 3)
    assert [bytes(last[:, at]).decode() for at in range(2)] == ["tas", "lto"]


def test_mixing_keeps_nothing_and_tells_all_others_apart() -> None:
    found = mixed(np.arange(10_000, dtype=np.int32))
    assert found[0] == 0
    assert len(set(found.tolist())) == 10_000


def test_the_order_of_the_alphabet_is_that_of_the_texts() -> None:
    texts = ["zeta", "alpha", "alphabet", "", "3m", "alpha"]
    assert [texts[at] for at in alphabetical(columns(texts)).tolist()] == sorted(texts)
