import csv
import io
import runpy
import zipfile
from decimal import Decimal
from pathlib import Path

import pytest

from kg.money import Rate, euros, rate, source

SCRIPT = Path(__file__).resolve().parents[2] / "benchmarks" / "reference" / "rates.py"


@pytest.mark.parametrize(
    ("currency", "year", "published"),
    [
        *[("USD", "2008", "1.4708"), ("USD", "2019", "1.1195"), ("GBP", "2016", "0.81948")],
        *[("GBP", "2019", "0.87777"), ("CHF", "2015", "1.0679"), ("SEK", "2020", "10.4848")],
        *[("NOK", "2020", "10.7228"), ("PLN", "2022", "4.6861")],
    ],
)
def test_a_year_s_average_is_the_one_that_the_bank_published(
    currency: str, year: str, published: str
) -> None:
    found = rate(currency, year)
    assert found is not None
    assert found.per_euro.quantize(Decimal(published)) == Decimal(published)


@pytest.mark.parametrize(
    ("amount", "currency", "date", "worth"),
    [
        ("100", "EUR", "", "100.00"),
        ("100", "gbp", "2019", "113.92"),
        ("100", "GBP", "2019-03", "116.52"),
        ("100", "GBP", "2019-03-31", "116.52"),
        ("100", "GBP", "2019-03-31+01:00", "116.52"),
        ("1000", "DEM", "2000-05-04", "511.29"),
        ("100", "HRK", "2023-01-01", "13.27"),
        ("100", "HRK", "2022-12-31", "13.25"),
        ("100", "BGN", "2026", "51.13"),
    ],
)
def test_an_amount_is_worth_euros_of_its_own_time(
    amount: str, currency: str, date: str, worth: str
) -> None:
    assert str(euros(Decimal(amount), currency, date)) == worth


@pytest.mark.parametrize(
    ("amount", "currency", "date"),
    [
        *[("1", "GBP", "1998"), ("1", "DEM", "1998-12-31"), ("1", "GBP", "2026-11")],
        *[("1", "GBP", ""), ("1", "GBP", "soon"), ("1", "XXX", "2019"), ("1", "", "2019")],
        *[("NaN", "EUR", "2019"), ("Infinity", "GBP", "2019"), ("1", "RUB", "2023")],
    ],
)
def test_without_a_rate_there_are_no_euros(amount: str, currency: str, date: str) -> None:
    assert euros(Decimal(amount), currency, date) is None


def test_a_rate_says_what_it_is_the_average_of() -> None:
    assert rate("USD", "2019-03-31") == Rate(Decimal("1.130248"), "2019-03")
    assert rate("NLG", "2001") == Rate(Decimal("2.20371"), "fixed")


def test_the_table_says_whose_it_is_and_how_far_it_goes() -> None:
    assert source()["publisher"] == "European Central Bank"
    assert rate("USD", source()["last"]) is not None


def test_a_month_that_is_not_over_has_no_average(tmp_path: Path) -> None:
    days = {"2019-12-30": "1.1", "2019-12-31": "1.3", "2020-01-02": "1.5"}
    given, made = tmp_path / "hist.zip", tmp_path / "rates.csv"
    with zipfile.ZipFile(given, "w") as archive:
        lines = [f"{day},{usd},N/A," for day, usd in days.items()]
        archive.writestr("eurofxref-hist.csv", "\n".join(["Date,USD,ISK,", *lines]))
    runpy.run_path(str(SCRIPT))["main"](given, made)
    rows = list(csv.reader(io.StringIO(made.read_text("utf-8"))))
    assert rows == [["period", "ISK", "USD"], ["2019", "", "1.2"], ["2019-12", "", "1.2"]]
