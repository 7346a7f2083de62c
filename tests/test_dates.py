import pytest

from kg.dates import bounds, is_date, repair, wrong
from kg.errors import DataError


@pytest.mark.parametrize("text", ["2019", "2019-03", "2019-03-31", "2024-02-29", "0987-01"])
def test_a_year_a_month_and_a_day_are_dates(text: str) -> None:
    assert is_date(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "19",
        "2019-3",
        "2019-03-1",
        "2019-13",
        "2023-02-29",
        "2024-02-31",
        "0000",
        "2019-03-31 ",
        "2019/03/31",
        "31-03-2019",
        "٢٠١٩",
        "2019-03-31\n",
        "spring 2019",
    ],
)
def test_anything_else_is_no_date(text: str) -> None:
    assert not is_date(text)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2019", "2019-01-01", "2019-12-31"),
        ("2019-04", "2019-04-01", "2019-04-30"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2100-02", "2100-02-01", "2100-02-28"),
        ("2019-03-31", "2019-03-31", "2019-03-31"),
    ],
)
def test_a_date_lies_between_its_first_and_its_last_day(text: str, first: str, last: str) -> None:
    assert bounds(text) == (first, last)


def test_bounds_sort_as_text() -> None:
    dates = ["2019-12-31", "2020", "2019", "2019-02"]
    assert sorted(dates, key=bounds) == ["2019", "2019-02", "2019-12-31", "2020"]


def test_no_date_has_no_bounds() -> None:
    with pytest.raises(DataError, match="'31/02/2024' is a day that does not exist"):
        bounds("31/02/2024")


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("31/03/2019", "2019-03-31"),
        ("31-3-2019", "2019-03-31"),
        ("31.03.2019", "2019-03-31"),
        ("03/31/2019", "2019-03-31"),
        ("05/05/2019", "2019-05-05"),
        ("2019/3/31", "2019-03-31"),
        ("2019-3", "2019-03"),
        ("03/2019", "2019-03"),
        ("3-2019", "2019-03"),
        ("2019-03-31 00:00:00", "2019-03-31"),
        ("2019-03-31T00:00:00Z", "2019-03-31"),
        ("2019-03-31 0:00", "2019-03-31"),
        ("'2019-03-31", "2019-03-31"),
        (" 2019-03-31 ", "2019-03-31"),
        ("2019", "2019"),
    ],
)
def test_what_a_spreadsheet_did_to_a_date_is_undone(text: str, meant: str) -> None:
    assert repair(text) == meant


@pytest.mark.parametrize(
    "text",
    ["03/04/2019", "31/02/2024", "31/13/2019", "2019-03-31 14:30:00", "31/03/19", "Mar-19", "soon"],
)
def test_what_could_be_two_dates_or_none_is_not_guessed(text: str) -> None:
    assert repair(text) is None


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("31/03/2019", "'31/03/2019' is no date as we write it; write 2019-03-31"),
        (
            "03/04/2019",
            "'03/04/2019' could be two different days; write 2019-03-31, 2019-03 or 2019",
        ),
        (
            "31/02/2024",
            "'31/02/2024' is a day that does not exist; write 2019-03-31, 2019-03 or 2019",
        ),
        (
            "2024-02-31",
            "'2024-02-31' is a day that does not exist; write 2019-03-31, 2019-03 or 2019",
        ),
        ("spring 2019", "'spring 2019' is no date; write 2019-03-31, 2019-03 or 2019"),
    ],
)
def test_a_wrong_date_is_explained(text: str, line: str) -> None:
    assert wrong(text) == line
