from decimal import Decimal

import pytest

from kg.errors import DataError
from kg.money import doubt, read_amount


@pytest.mark.parametrize(
    ("text", "locale", "amount"),
    [
        ("1234.56", "plain", "1234.56"),
        ("1e6", "plain", "1E+6"),
        ("-5", "plain", "-5"),
        ("5.", "plain", "5"),
        ("1,234,567.89", "en", "1234567.89"),
        ("1,234", "en", "1234"),
        ("£1,234.00", "en", "1234.00"),
        ("(1,234.00)", "en", "-1234.00"),
        ("1.234.567,89", "de", "1234567.89"),
        ("1.234", "de", "1234"),
        ("EUR 1.234,50", "de", "1234.50"),
        ("-EUR 5,00", "de", "-5.00"),
        ("€ 1.234,-", "nl", "1234"),
        ("12,5", "es", "12.5"),
        ("1 234 567,89", "fr", "1234567.89"),
        ("1\u202f234,5\u00a0€", "fr", "1234.5"),
        ("1\u00a0234,50 zł", "pl", "1234.50"),
        ("1’234.50", "ch", "1234.50"),  # noqa: RUF001
        ("CHF 500.-", "ch", "500"),
    ],
)
def test_an_amount_is_read_as_its_locale_writes_it(text: str, locale: str, amount: str) -> None:
    assert str(read_amount(text, locale)) == amount


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        *[("1234", "1234"), ("1234.56", "1234.56"), ("1234,56", "1234.56"), ("0.500", "0.500")],
        *[("1.234,56", "1234.56"), ("1,234.56", "1234.56"), ("1.234.567", "1234567")],
        *[("1 234", "1234"), ("1'234", "1234"), ("12,5", "12.5")],
    ],
)
def test_what_can_be_read_in_one_way_needs_no_locale(text: str, amount: str) -> None:
    assert str(read_amount(text, "")) == amount


@pytest.mark.parametrize(
    ("text", "locale", "message"),
    [
        (
            "1.234",
            "",
            "'1.234' can be read in two ways; declare"
            " number_locale = 'plain' (1.234) or number_locale = 'de' (1234)",
        ),
        (
            "1,234",
            "",
            "'1,234' can be read in two ways; declare"
            " number_locale = 'en' (1234) or number_locale = 'de' (1.234)",
        ),
        (
            "1,234",
            "plain",
            "'1,234' is no amount as 'plain' writes it; declare"
            " number_locale = 'en' (1234) or number_locale = 'de' (1.234)",
        ),
        (
            "1234.56",
            "de",
            "'1234.56' is no amount as 'de' writes it; declare number_locale = 'plain' (1234.56)",
        ),
        ("12.34.56", "de", "'12.34.56' is no amount; write digits, such as 1234.56"),
        ("1.23.456,78", "de", "'1.23.456,78' is no amount; write digits, such as 1234.56"),
        ("confidential", "", "'confidential' is no amount; write digits, such as 1234.56"),
    ],
)
def test_a_locale_is_never_guessed(text: str, locale: str, message: str) -> None:
    with pytest.raises(DataError) as error:
        read_amount(text, locale)
    assert str(error.value) == message


@pytest.mark.parametrize("text", ["", " ", "-", "NaN", "Infinity", "-inf", "n/a", "null", "None"])
@pytest.mark.parametrize("locale", ["", "plain", "fr"])
def test_what_stands_for_no_amount_is_none(text: str, locale: str) -> None:
    with pytest.raises(DataError, match="is no amount"):
        read_amount(text, locale)


def test_a_misspelt_locale_is_named() -> None:
    with pytest.raises(DataError, match=r"no number locale 'plane' \(did you mean 'plain'\?\)"):
        read_amount("1", "plane")


@pytest.mark.parametrize(
    ("amount", "why"),
    [
        ("1E+17", "is larger than any contract"),
        ("NaN", "is no number"),
        ("Infinity", "is no number"),
        ("-5000", "is below zero"),
        ("0.00", "may stand for an amount that was not given"),
        ("1", "may stand for an amount that was not given"),
        ("0.01", "may stand for an amount that was not given"),
        ("9999999.99", "looks like a filler"),
        ("111111", "looks like a filler"),
        ("123456.78", "looks like a filler"),
    ],
)
def test_an_amount_that_was_hardly_paid_is_doubted(amount: str, why: str) -> None:
    assert doubt(Decimal(amount)) == why


@pytest.mark.parametrize("amount", ["957003898.96", "2100000", "99999", "1234.56", "9.99", "60"])
def test_an_amount_that_may_well_be_is_not_doubted(amount: str) -> None:
    assert doubt(Decimal(amount)) == ""


@pytest.mark.parametrize(
    ("text", "amount"),
    [("EUR 12", "12"), ("12 EUR", "12"), ("12EUR", "12"), ("EUR-12", "-12"), ("-12 CHF", "-12")],
)
def test_a_code_of_money_may_stand_on_either_side(text: str, amount: str) -> None:
    assert read_amount(text, "plain") == Decimal(amount)


@pytest.mark.parametrize("text", ["LOT-0001", "LOT 1", "ABC12", "12 XYZ", "EURO 12", "eur 12"])
def test_other_letters_beside_a_number_make_no_amount(text: str) -> None:
    with pytest.raises(DataError, match="is no amount"):
        read_amount(text, "plain")
