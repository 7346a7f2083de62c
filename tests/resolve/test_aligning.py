"""Which words are one word with a typo, which are cut short, and which are two words."""

from random import Random

import numpy as np
import pytest
from rapidfuzz.distance import OSA

from kg.resolve.aligning import EDITS, Texts, Words, closeness, edits, lacking, summed


def likeness(one: str, other: str) -> tuple[float, bool]:
    """How well two words are one with a typo, and whether one is the other cut short."""
    words = Words(["", one, other], np.ones(3, np.float32))
    found = words.align(np.array([[1]], np.int32), np.array([[2]], np.int32))
    return float(found.typo[0]), bool(found.short[0])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("nutricia", "nutrica"),
        ("nutricia", "nutricai"),
        ("nutricia", "nutriccia"),
        ("nutricia", "nutrisia"),
        ("azko", "akzo"),
        ("philips", "phillips"),
        ("gloeilampenfabrieken", "gloeilampenfabriken"),
        ("gloeilampenfabrieken", "gloellampenfabrleken"),
        ("microelectronics", "microelectroncis"),
        ("volkswagen", "volkswagan"),
        ("schlumberger", "schlumbergre"),
        ("siemens", "seimens"),
        ("thales", "tahles"),
    ],
)
def test_a_slip_of_the_pen_is_a_typo(one: str, other: str) -> None:
    assert likeness(one, other)[0] > 0
    assert likeness(one, other) == likeness(other, one)


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        ("mckenton", "mckesson", "two letters of eight"),
        ("halloway", "hathaway", "two letters of eight"),
        ("sigma", "cigna", "two letters of five"),
        ("bae", "bwi", "three letters are all that there is"),
        ("gas", "oil", "nothing in common"),
        ("bank", "bark", "four letters: any one makes another word"),
        ("predpol", "prodpal", "two letters of seven"),
        ("volkswerk", "volkswagen", "the end is another"),
        ("2007", "2008", "a number is only itself"),
        ("=police", "=polite", "a concept is only itself"),
        ("@de-by", "@de-bw", "a place is only itself"),
        ("9mile", "9nile", "what begins with a digit is only itself"),
    ],
)
def test_another_word_is_no_typo(one: str, other: str, why: str) -> None:
    assert likeness(one, other) == (0, False), why


@pytest.mark.parametrize(
    ("long", "short"),
    [
        ("technology", "tech"),
        ("internationale", "internat"),
        ("maatschappij", "maatsch"),
        ("laboratories", "labor"),
        ("manufacturing", "manufact"),
        ("pharmaceutical", "pharma"),
    ],
)
def test_a_word_may_be_cut_short(long: str, short: str) -> None:
    assert likeness(long, short) == (0, True)
    assert likeness(short, long) == (0, True)


@pytest.mark.parametrize(
    ("long", "short", "why"),
    [
        ("baykal", "bay", "three letters are too few"),
        ("jorgegonzalezmelero", "jorge", "most of it is gone"),
        ("technology", "logy", "it is the beginning that stays"),
        ("technology", "tecno", "not a beginning"),
        ("technology", "techx", "not a beginning"),
    ],
)
def test_not_every_beginning_is_an_abbreviation(long: str, short: str, why: str) -> None:
    assert not likeness(long, short)[1], why


def test_fewer_edits_are_closer() -> None:
    one, two, three = (
        likeness("gloeilampenfabrieken", other)[0]
        for other in ("gloeilampenfabriken", "gloeilampenfabrikn", "gloeilampenfabrik")
    )
    assert 2 > one > two > three >= 0


def test_longer_words_may_have_more_edits() -> None:
    assert edits(np.array([4, 5, 8, 9, 13, 14, 40], np.int32)).tolist() == [0, 1, 1, 2, 2, 3, 3]
    assert list(EDITS) == sorted(EDITS)


def test_closeness_is_one_for_the_same_and_nothing_beyond_the_room() -> None:
    distance, room = np.array([0, 1, 2, 3], np.int32), np.array([2, 2, 2, 2], np.int32)
    assert closeness(distance, room).tolist() == pytest.approx([1, 2 / 3, 1 / 3, 0])


def test_each_name_lacks_what_only_the_other_has() -> None:
    weight = np.array([0, 0.5, 0.7, 0.9], np.float32)
    own = np.array([0, 0, 0.7, 0.9], np.float32)
    one, two = np.array([[1, 2, 0]], np.int32), np.array([[2, 3, 0]], np.int32)
    left, right = lacking(one, two, weight, own)
    assert left.words[0, :1].tolist() == [1]
    assert right.words[0, :1].tolist() == [3]
    assert (float(left.weight[0]), float(left.own[0])) == (0.5, 0)
    assert right.weight[0] == right.own[0] == np.float32(0.9)


def test_the_same_words_in_another_order_lack_nothing() -> None:
    weight = np.array([0, 1, 1, 1], np.float32)
    one, two = np.array([[1, 2, 3]], np.int32), np.array([[3, 1, 2]], np.int32)
    for found in lacking(one, two, weight, weight):
        assert found.weight.tolist() == [0]
        assert not found.words.any()


@pytest.mark.parametrize("seed", range(6))
def test_what_rows_lack_is_what_one_would_look_up_word_by_word(seed: int) -> None:
    draw, weight = np.random.default_rng(seed), np.arange(30, dtype=np.float32)
    one, two = (np.zeros((50, 8), np.int32) for _ in range(2))
    for rows in (one, two):
        for row in rows:
            size = draw.integers(0, 9)
            row[:size] = draw.choice(np.arange(1, 30), size, replace=False)
    own = np.where(weight > 9, weight, np.float32(0))
    for found, (these, others) in zip(
        lacking(one, two, weight, own), ((one, two), (two, one)), strict=True
    ):
        for at in range(50):
            left = [word for word in these[at].tolist() if word and word not in others[at]]
            assert [word for word in found.words[at].tolist() if word] == left[:4]
            assert found.weight[at] == sum(left)
            assert found.own[at] == sum(word for word in left if word > 9)


def test_weights_of_a_row_are_added_up() -> None:
    weight = np.array([0, 1, 10, 100], np.float32)
    rows = np.array([[1, 2, 3], [0, 0, 3], [0, 0, 0]], np.int32)
    assert summed(weight, rows).tolist() == [111, 100, 0]


def test_a_word_is_used_up_once_on_its_own_side() -> None:
    words = Words(["", "nutricia", "nutrica", "nutricai"], np.ones(4, np.float32))
    found = words.align(np.array([[1, 0]], np.int32), np.array([[2, 3]], np.int32))
    assert (float(found.left[0]), float(found.right[0])) == (1.0, 2.0)


def test_nothing_is_aligned_with_nothing() -> None:
    words = Words(["", "umbra"], np.ones(2, np.float32))
    none = np.zeros((0, 4), np.int32)
    assert all(len(part) == 0 for part in words.align(none, none))
    padded = np.zeros((2, 4), np.int32)
    assert all(part.tolist() == [0, 0] for part in words.align(padded, padded))


@pytest.mark.parametrize(
    ("one", "other", "differing", "found"),
    [
        ("vanderbilt", "vanderbilt", 10, 1.0),
        ("gistbrocades", "gistbrocades", 12, 1.0),
        ("gistbrocades", "gistbrocads", 12, 2 / 3),
        ("gistbrocades", "gistbrocades2", 3, 0.0),
        ("umbra", "penumbra", 8, 0.0),
        ("", "", 0, 1.0),
    ],
)
def test_names_without_spaces_are_one_to_the_letter_or_but_for_typos(
    one: str, other: str, differing: int, found: float
) -> None:
    texts = Texts([one, other])
    left, right = np.array([0], np.int32), np.array([1], np.int32)
    told = texts.alike(left, right, np.array([differing], np.int32))
    assert told.tolist() == pytest.approx([found])


LONG = "bayerischesstaatsministeriumdesinnernfursportundintegration"


@pytest.mark.parametrize("at", [0, 1, 15, 30, 31, 33, 45, len(LONG) - 2])
@pytest.mark.parametrize("how", ["one more", "one less", "another", "turned", "two more"])
def test_typos_in_a_name_longer_than_what_is_looked_at_first_are_found(at: int, how: str) -> None:
    """A letter more pushes one out of the first 32: two signs, as many as an edit may change."""
    before, after = LONG[:at], LONG[at:]
    other = {
        "one more": f"{before}z{after}",
        "one less": f"{before}{after[1:]}",
        "another": f"{before}z{after[1:]}",
        "turned": f"{before}{after[1]}{after[0]}{after[2:]}",
        "two more": f"w{before}z{after}",
    }[how]
    texts = Texts([LONG, other])
    left, right = np.array([0], np.int32), np.array([1], np.int32)
    told = texts.alike(left, right, np.array([len(LONG)], np.int32))
    assert told.tolist() == pytest.approx([1 / 2 if how == "two more" else 3 / 4])


def test_signs_are_never_further_apart_than_edits_make_them() -> None:
    """What is passed over by its signs has more edits than there is room for, at any length."""
    draw = Random(3)
    ones = ["".join(draw.choices("abcdefghij", k=draw.randint(20, 60))) for _ in range(400)]
    others = [edited(one, draw) for one in ones]
    told = Texts([*ones, *others]).alike(
        np.arange(400, dtype=np.int32),
        np.arange(400, 800, dtype=np.int32),
        np.full(400, 40, np.int32),
    )
    exact = [
        max(0.0, 1 - OSA.distance(one, other) / 4) for one, other in zip(ones, others, strict=True)
    ]
    assert told.tolist() == pytest.approx(exact)
    assert sum(value > 0 for value in exact) > 300


def edited(text: str, draw: Random) -> str:
    """Up to four edits anywhere."""
    for _ in range(draw.randint(0, 4)):
        at = draw.randrange(len(text) - 1)
        before, after = text[:at], text[at:]
        text = draw.choice(
            [
                f"{before}x{after}",
                f"{before}{after[1:]}",
                f"{before}y{after[1:]}",
                f"{before}{after[1]}{after[0]}{after[2:]}",
            ]
        )
    return text
