import pytest

from kg.facts.numbers import amount_fault, number_fault


@pytest.mark.parametrize(
    "text", ["0", "12", "1250000", "1250000.50", "-3", "0.125", "92.7", "1000.5", "12345.678"]
)
def test_digits_and_a_point_are_a_number(text: str) -> None:
    assert number_fault(text) == ""


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("1.000,50", "1000.50"),
        ("1,000.50", "1000.50"),
        ("1.000.000", "1000000"),
        ("1,000,000", "1000000"),
        ("1 000 000", "1000000"),
        ("1\u00a0000", "1000"),
        ("1\u202f000,5", "1000.5"),
        ("1'000'000", "1000000"),
        ("1\u2019000", "1000"),
        ("0,5", "0.5"),
        ("12,75", "12.75"),
        ("-1.000,5", "-1000.5"),
    ],
)
def test_another_country_s_number_is_told_in_ours(text: str, meant: str) -> None:
    assert number_fault(text) == f"{text!r} is no plain number; write {meant}"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("1,000", "'1,000' could be two numbers; write 1000 or 1.0"),
        ("1.000", "'1.000' could be two numbers; write 1000 or 1.0"),
        ("2.875", "'2.875' could be two numbers; write 2875 or 2.8750"),
        ("12,500", "'12,500' could be two numbers; write 12500 or 12.5"),
    ],
)
def test_a_thousand_or_one_is_not_guessed(text: str, line: str) -> None:
    assert number_fault(text) == line


@pytest.mark.parametrize("text", ["", "many", "€ 5", "5 million", "12%", "1e", "1.2.3", "٣", "NaN"])
def test_words_and_signs_are_no_number(text: str) -> None:
    assert number_fault(text) == (
        f"{text!r} is no number; write plain digits with a point for decimals, e.g. 1000.50"
    )


@pytest.mark.parametrize("text", ["1E+06", "1.25e6", "2,5E+07"])
def test_a_number_that_a_spreadsheet_shortened_is_not_trusted(text: str) -> None:
    assert number_fault(text) == f"{text!r} was shortened by a spreadsheet; write all its digits"


@pytest.mark.parametrize("text", ["7", "3 to 4", "0.5 to 1.5", "hundreds", "several dozens"])
def test_an_amount_may_be_a_range_or_uncounted(text: str) -> None:
    assert amount_fault(text) == ""


@pytest.mark.parametrize("text", ["3 to", "a few", "3 or 4", "hundreds (1.000)", "up to 5"])
def test_an_amount_is_not_any_words(text: str) -> None:
    assert amount_fault(text) != ""
