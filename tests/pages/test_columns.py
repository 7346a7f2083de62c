"""Values written once and counted from."""

import pytest

from kg.pages.columns import Cell, Column, Index, Texts, Worded, column, in_languages
from kg.schema import LANGUAGES


def test_a_value_keeps_the_number_it_first_had() -> None:
    index = Index(["b", "a"])
    assert [index.of(value) for value in ("a", "c", "b", "c")] == [1, 2, 0, 2]
    assert list(index) == ["b", "a", "c"]


def test_no_text_is_number_nought_and_what_would_act_is_spelt_out() -> None:
    texts = Texts()
    assert [texts.of(text) for text in ("", "x", "\u202ex", "x")] == [0, 1, 2, 1]
    assert list(texts) == ["", "x", "<U+202E>x"]


def test_a_text_that_all_languages_share_is_written_once() -> None:
    worded = Worded()
    same, other = dict.fromkeys(LANGUAGES, "Acme"), {"en": "Ghent", "nl": "Gent"}
    assert [worded.said(words) for words in (same, other, same, {})] == [1, 2, 1, 0]
    assert worded.written() == ["", "Acme", ["Ghent", "Gent", "Ghent", "Ghent", "Ghent"]]


def test_a_language_without_a_word_says_it_in_english() -> None:
    assert in_languages({"en": "a", "fr": "b"}) == ["a", "a", "b", "a", "a"]


@pytest.mark.parametrize(
    ("cells", "written"),
    [
        ([1, 2, 0], [1, 2, 0]),
        ([0, 0, 7], {"2": 7}),
        (["", "", "x"], {"2": "x"}),
        ([[], [], [3]], {"2": [3]}),
        ([], []),
    ],
)
def test_a_column_of_few_is_written_as_those_few(cells: list[Cell], written: Column) -> None:
    assert column(cells) == written
