import pytest

from kg.answers.terminal import clusters, pad, width, wrap

FAMILY = "\U0001f468\u200d\U0001f469\u200d\U0001f467"
THUMB = "\U0001f44d\U0001f3fd"


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("", 0),
        ("police", 6),
        ("Straße", 6),
        ("e\u0301", 1),
        ("\u8b66\u5bdf", 4),
        ("\uff21\uff22", 4),
        ("\ud55c\uad6d", 4),
        ("\u1112\u1161\u11ab", 2),
        ("\u05de\u05e9\u05d8\u05e8\u05d4", 5),
        ("\u05e9\u05c1\u05b8", 1),
        ("\u0634\u0631\u0637\u0629", 4),
        ("\u200f", 0),
        ("\U0001f600", 2),
        (FAMILY, 2),
        (THUMB, 2),
        ("\U0001f1e7\U0001f1ea", 2),
        ("1\ufe0f\u20e3", 2),
        ("\u2764\ufe0f", 2),
        ("\u2764", 1),
    ],
)
def test_text_takes_as_many_cells_as_a_terminal_gives_it(text: str, cells: int) -> None:
    assert width(text) == cells


def test_clusters_are_what_a_reader_sees_as_one_character() -> None:
    text = f"ae\u0301{FAMILY}{THUMB}x"
    assert list(clusters(text)) == [("a", 1), ("e\u0301", 1), (FAMILY, 2), (THUMB, 2), ("x", 1)]


def test_a_joiner_between_letters_does_not_swallow_the_second() -> None:
    assert width("\u0645\u200d\u0645") == 2


@pytest.mark.parametrize(
    ("text", "limit", "lines"),
    [
        ("", 5, [""]),
        ("short", 5, ["short"]),
        ("two words", 5, ["two", "words"]),
        ("a b c d", 3, ["a b", "c d"]),
        ("abcdefgh", 3, ["abc", "def", "gh"]),
        ("a abcdefgh b", 4, ["a", "abcd", "efgh", "b"]),
        ("\u8b66\u5bdf\u5e81", 4, ["\u8b66\u5bdf", "\u5e81"]),
        ("\u8b66\u5bdf\u5e81", 3, ["\u8b66", "\u5bdf", "\u5e81"]),
        (FAMILY * 3, 5, [FAMILY * 2, FAMILY]),
        ("one\n\ntwo", 9, ["one", "", "two"]),
        ("  keeps its indent", 20, ["  keeps its indent"]),
    ],
)
def test_text_wraps_at_spaces_and_inside_a_word_only_if_it_must(
    text: str, limit: int, lines: list[str]
) -> None:
    assert wrap(text, limit) == lines


@pytest.mark.parametrize("limit", [1, 2, 3, 7, 20])
def test_no_line_is_wider_than_the_limit_and_no_character_is_lost(limit: int) -> None:
    text = (
        f"Politie \u8b66\u5bdf\u5e81 {FAMILY}{FAMILY} \u05de\u05e9\u05d8\u05e8\u05d4 e\u0301e\u0301"
    )
    lines = wrap(text, limit)
    assert all(width(line) <= max(limit, 2) for line in lines)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")


@pytest.mark.parametrize("text", ["ab", "\u8b66", "e\u0301\u8b66", FAMILY])
def test_padding_fills_to_the_same_width_in_every_script(text: str) -> None:
    assert width(pad(text, 6)) == 6
    assert pad(text, 6).startswith(text)
    assert pad(text, 6, right=True).endswith(text)


def test_a_cell_of_a_million_characters_wraps_in_one_pass() -> None:
    lines = wrap("x" * 1_000_000, 100)
    assert len(lines) == 10_000


URL = "https://example.org/a-long-way/to-a-page"


def test_an_address_stays_whole_on_a_line_of_its_own_where_asked() -> None:
    text = f"read 2026, {URL}, says: all of it"
    assert wrap(text, 14, keeps_urls=True) == ["read 2026,", f"{URL},", "says: all of", "it"]
    assert URL not in "\n".join(wrap(text, 14))


def test_no_other_word_is_wider_than_a_line_because_addresses_are() -> None:
    assert wrap("abcdefgh http", 4, keeps_urls=True) == ["abcd", "efgh", "http"]
