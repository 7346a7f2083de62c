"""Marks, lines and claims as the page holds them."""

import pytest

from kg.pages.evidence import evidence, link
from kg.pages.lines import line_columns
from kg.pages.marks import amount, mark_columns, years
from kg.pages.numbers import Numbers
from kg.pages.page import graph
from tests.pages.samples import line, mark, placed, small


@pytest.mark.parametrize(
    ("since", "until", "dates", "found"),
    [
        ("2019-01-01", "", "", (2019, 0)),
        ("", "2021-12-31", "", (0, 2021)),
        ("2019-01-01", "2021-12-31", "2030", (2019, 2021)),
        ("", "", "2022; 2020-03", (2020, 2022)),
        ("", "", "", (0, 0)),
        ("", "", "soon", (0, 0)),
    ],
)
def test_the_years_of_a_line_are_its_own_or_else_those_told(
    since: str, until: str, dates: str, found: tuple[int, int]
) -> None:
    assert years(since, until, dates) == found


@pytest.mark.parametrize(
    ("value", "currency", "text"),
    [(1.5e6, "EUR", "EUR 1,500,000"), (None, "EUR", ""), (3.0, "", "3"), (0.0, "EUR", "EUR 0")],
)
def test_an_amount_reads_as_one(value: float | None, currency: str, text: str) -> None:
    assert amount(value, currency) == text


def test_marks_are_columns_of_numbers() -> None:
    picture = small()
    number = Numbers(picture)
    columns = mark_columns(picture.marks, number)
    names = number.worded.written()
    shown = columns["name"]
    assert isinstance(shown, list)
    assert names[int(str(shown[1]))] == ["Brïght Cam", "Heldercam", *["Brïght Cam"] * 3]
    assert columns["id"] == ["acme", "bright", "eye", "gent", "lonely", "lyon", "watch"]
    assert list(number.labels) == ["Company", "Institution", "Law", "PoliceForce", "Product"]
    assert columns["first"] == {"4": 2019}


def test_lines_say_how_they_stand_and_what_they_rest_on() -> None:
    picture = small()
    number = Numbers(picture)
    columns = line_columns(picture.lines, number)
    eids = columns["eid"]
    assert isinstance(eids, list)
    gent = str(eids.index("r-gent-USES-eye"))
    assert isinstance(columns["flags"], dict)
    assert columns["flags"] == {gent: 1 + 4, str(eids.index("r-lyon-USES-eye")): 1}
    claims = columns["claims"]
    assert isinstance(claims, list)
    assert [list(picture.claims)[cell[0]] for cell in claims] == [  # type: ignore[index]
        f"c-{eid}" for eid in eids
    ]


def test_a_claim_that_the_picture_does_not_hold_is_not_promised() -> None:
    picture = small(lines=(line("acme MAKES eye", claims=("nowhere",)),))
    assert line_columns(picture.lines, Numbers(picture))["claims"] == {}


def test_a_country_without_a_name_of_ours_is_its_code() -> None:
    picture = small(marks=(mark("acme", country=("QZ",)),), lines=())
    held = graph(picture, placed())
    worded, countries = held["worded"], held["countries"]
    assert isinstance(worded, list)
    assert isinstance(countries, list)
    assert (countries[0]["id"], worded[countries[0]["name"]]) == ("QZ", "QZ")


def test_the_evidence_holds_each_source_once() -> None:
    held = evidence(small())
    sources, claims = held["sources"], held["claims"]
    assert isinstance(sources, list)
    assert isinstance(claims, dict)
    assert [each[0] for each in sources] == ["herald", "post"]
    assert len(claims["id"]) == 8
    assert sorted(set(claims["source"])) == [0, 1]


@pytest.mark.parametrize(
    ("url", "followed"),
    [
        ("https://example.org/a?b=c#d", "https://example.org/a?b=c#d"),
        ("https://example.org/israéliennes", "https://example.org/isra%C3%A9liennes"),
        ("javascript:alert(1)", ""),
        ("data:text/html,x", ""),
        (" https://example.org", ""),
        ("", ""),
    ],
)
def test_only_an_address_of_the_web_becomes_a_link(url: str, followed: str) -> None:
    assert link(url) == followed
