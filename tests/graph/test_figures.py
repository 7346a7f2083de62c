"""Which numbers a figure leaves open."""

import pytest

from kg.graph.figures import Range, between, figure, parse, spread
from kg.statements import Statement


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("299000000", "about 300000000"),
        ("95", "about 100"),
        ("75800000", "more_than 75000000"),
        ("75800000", "more_than 75800000"),
        ("75800000", "almost 76000000"),
        ("71369269.41", "71400000"),
        ("25", "at_least 25"),
        ("25", "at_most 25"),
        ("almost 100", "about 100"),
        ("more_than 100", "more_than 3000"),
        ("8.8", "about 9"),
        ("12", "12.0"),
        ("0", "0"),
        ("-5", "about -5"),
    ],
)
def test_one_number_can_be_meant_by_both(left: str, right: str) -> None:
    assert _meet(left, right)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("almost 100", "more_than 100"),
        ("299000000", "300000000"),
        ("about 24000000", "25000000"),
        ("about 14000", "about 15000"),
        ("7500000", "7552800"),
        ("60", "50"),
        ("60", "61"),
        ("26", "at_most 25"),
        ("24", "at_least 25"),
        ("100", "more_than 100"),
        ("100", "almost 100"),
        ("0.88", "2"),
        ("0", "1"),
        ("about 1000", "1200"),
        ("1200", "1240"),
        ("5", "-5"),
    ],
)
def test_no_number_can_be_meant_by_both(left: str, right: str) -> None:
    assert not _meet(left, right)


def test_a_range_of_the_source_is_taken_as_it_stands() -> None:
    searches = between("101", "500")

    assert searches is not None
    assert [searches.meets(_spread(text)) for text in ("78", "101", "about 300", "500", "501")] == [
        False,
        True,
        True,
        True,
        False,
    ]


def test_an_end_that_is_not_given_is_open() -> None:
    seven_figures = between("1000000", "")

    assert seven_figures is not None
    assert seven_figures.meets(_spread("9000000"))
    assert not seven_figures.meets(_spread("999998"))


@pytest.mark.parametrize("words", ["", "hundreds", "3 to 7", "1.000,50", "nan", "inf", "9" * 400])
def test_words_are_no_figure(words: str) -> None:
    assert parse(words) is None
    assert spread(words) is None


def test_the_range_comes_before_the_text() -> None:
    said = Statement(
        "krimpro", "HAS_METRIC", "", "3 to 7", (("max", "7"), ("min", "3")), "s", "", "reported"
    )

    assert figure(said, said.text) == between("3", "7")


def _meet(left: str, right: str) -> bool:
    return _spread(left).meets(_spread(right)) and _spread(right).meets(_spread(left))


def _spread(words: str) -> Range:
    *approx, number = words.split(" ")
    found = spread(number, "".join(approx))
    assert found is not None
    return found
