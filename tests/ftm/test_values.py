from decimal import Decimal

import pytest

from kg.errors import DataError
from kg.ftm.values import plain, read_address, read_country, read_cpv, read_date, read_number


@pytest.mark.parametrize(
    ("text", "forms", "found"),
    [
        ("2019", (), "2019"),
        ("2019-03", (), "2019-03"),
        ("2019-03-31", (), "2019-03-31"),
        ("2019-03-31T08:05:00Z", (), "2019-03-31"),
        ("2008-02-06T00:00:00+01:00", (), "2008-02-06"),
        ("2021-09-04 21:02:37", (), "2021-09-04"),
        ("31/03/2019", (), "2019-03-31"),
        ("04/03/2019", ("%d/%m/%Y",), "2019-03-04"),
        ("23-MAR-2006", ("%d-%b-%Y",), "2006-03-23"),
        ("03/2019", ("%m/%Y",), "2019-03"),
        ("19", ("%y",), "2019"),
        ("01/05/14 00:00", ("%d/%m/%Y", "%d/%m/%y %H:%M"), "2014-05-01"),
        ("2019-03-31", ("%d/%m/%Y",), "2019-03-31"),
    ],
)
def test_a_date_is_read_as_far_as_it_goes(text: str, forms: tuple[str, ...], found: str) -> None:
    assert read_date(text, forms) == found


@pytest.mark.parametrize(
    ("text", "forms", "message"),
    [
        ("03/04/2019", (), "could be two different days"),
        ("31/02/2019", (), "is a day that does not exist"),
        ("spring", (), "'spring' is no date"),
        ("03/31/2019", ("%d/%m/%Y",), "'03/31/2019' is no date as %d/%m/%Y declares"),
    ],
)
def test_a_date_that_could_be_two_is_none(text: str, forms: tuple[str, ...], message: str) -> None:
    with pytest.raises(DataError, match=message):
        read_date(text, forms)


@pytest.mark.parametrize(
    ("text", "locale", "found"),
    [
        ("7", "", "7"),
        ("1234.50", "", "1234.50"),
        ("-0.5", "", "-0.5"),
        ("1.234,5", "", "1234.5"),
        ("1234", "de", "1234"),
        ("1.234", "de", "1234"),
        ("1,234.56", "en", "1234.56"),
        ("1234.125", "plain", "1234.1250"),
        ("€ 7,50", "nl", "7.50"),
    ],
)
def test_a_number_is_written_in_plain_digits(text: str, locale: str, found: str) -> None:
    assert read_number(text, locale) == found


@pytest.mark.parametrize(("text", "locale"), [("1.234", ""), ("1234.5", "de"), ("x", "")])
def test_a_number_that_does_not_fit_its_locale_is_none(text: str, locale: str) -> None:
    with pytest.raises(DataError):
        read_number(text, locale)


def test_three_decimals_never_look_like_a_thousand() -> None:
    found = [plain(Decimal(text)) for text in ("1.125", "1.12", "1E+3")]
    assert found == ["1.1250", "1.12", "1000"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("NL", "NL"),
        ("nld", "NL"),
        ("Deutschland", "DE"),
        ("Pays-Bas", "NL"),
        ("Países Bajos", "NL"),
        ("UNITED KINGDOM", "GB"),
        ("USA", "US"),
        ("Hong Kong", "HK"),
        ("St. Kitts and Nevis", "KN"),
        ("Ivory Coast", "CI"),
    ],
)
def test_a_country_is_known_by_code_and_by_name(text: str, code: str) -> None:
    assert read_country(text) == code


@pytest.mark.parametrize(
    ("text", "found"),
    [("https://x.eu/a", "https://x.eu/a"), ("www.x.eu", "http://www.x.eu")],
)
def test_a_web_address_is_one(text: str, found: str) -> None:
    assert read_address(text) == found


@pytest.mark.parametrize("text", ["page 3", "x.eu", "https://", "www.x.eu and more"])
def test_what_is_no_web_address_is_none(text: str) -> None:
    with pytest.raises(DataError, match="is no web address"):
        read_address(text)


def test_a_code_has_its_words() -> None:
    assert read_cpv("35125300-2") == "35125300 Security cameras"
