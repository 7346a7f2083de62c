"""What narrows a statement down, out of the properties of FollowTheMoney."""

import pytest

from kg.ftm.qualifying import qualifiers
from kg.ftm.sentences import sentence, short
from kg.ftm.sources import cited, located
from kg.ftm.words import of_links
from tests.ftm.things import fragment


def narrowed(schema: str, **values: str) -> dict[str, str]:
    return qualifiers(of_links(schema)[0], fragment("x", schema, "", **values))


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("75", {"share": "75"}),
        ("75%", {"share": "75"}),
        ("75 %", {"share": "75"}),
        ("12.5", {"share": "12.5"}),
        ("25-50%", {"min": "25", "max": "50"}),
        ("25 - 50", {"min": "25", "max": "50"}),
        ("25 to 50 %", {"min": "25", "max": "50"}),
        (">=25", {"min": "25"}),
        ("<=50%", {"max": "50"}),
    ],
)
def test_a_share_is_a_number_or_a_range(written: str, found: dict[str, str]) -> None:
    held = narrowed("Ownership", percentage=written)
    assert {key: held[key] for key in ("share", "min", "max") if key in held} == found
    assert "note" not in held


@pytest.mark.parametrize("written", ["most", "a half", "25-50-75", "%"])
def test_what_is_no_share_stays_as_a_note(written: str) -> None:
    assert narrowed("Ownership", percentage=written)["note"] == f"percentage: {written}"


@pytest.mark.parametrize(
    ("values", "found"),
    [
        ({"startDate": "2020-01-01"}, {"since": "2020-01-01"}),
        ({"endDate": "2021"}, {"until": "2021"}),
        (
            {"startDate": "2020-01", "endDate": "2021-12-31"},
            {"since": "2020-01", "until": "2021-12-31"},
        ),
        ({"startDate": "2020-01-01T10:00:00"}, {"since": "2020-01-01"}),
    ],
)
def test_the_time_of_a_tie_is_its_since_and_until(
    values: dict[str, str], found: dict[str, str]
) -> None:
    held = narrowed("Ownership", **values)
    assert {key: held[key] for key in ("since", "until") if key in held} == found


def test_a_date_that_is_none_stays_as_a_note() -> None:
    held = narrowed("Ownership", startDate="long ago")
    assert held["note"] == "startDate: long ago"
    assert "since" not in held


def test_a_tie_without_properties_is_not_narrowed_by_any() -> None:
    held = narrowed("Ownership")
    assert not {"since", "until", "share", "min", "max", "note"} & held.keys()


@pytest.mark.parametrize(
    ("predicate", "more", "says"),
    [
        ("WON", {}, "Axon won Cameras."),
        ("WON", {"value": "1000", "currency": "EUR"}, "Axon won Cameras, 1000 EUR."),
        ("WON", {"value": "1000"}, "Axon won Cameras, 1000."),
        ("WON", {"date": "2024-01-01"}, "Axon won Cameras, 2024-01-01."),
        ("WON", {"since": "2020", "until": "2024"}, "Axon won Cameras, from 2020 to 2024."),
        ("WON", {"since": "2020"}, "Axon won Cameras, from 2020."),
        ("WON", {"until": "2024"}, "Axon won Cameras, to 2024."),
        ("WON", {"date": "2022", "since": "2020"}, "Axon won Cameras, 2022."),
        ("OWNS", {"kind": "shares"}, "Axon owns Cameras, shares."),
        ("HAS_AMOUNT", {"currency": "EUR"}, "Axon has the amount Cameras EUR."),
    ],
)
def test_a_statement_is_one_sentence(predicate: str, more: dict[str, str], says: str) -> None:
    assert sentence("Axon", predicate, "Cameras", more) == says


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("Acme", "Acme"),
        ("Acme S.A.", "Acme S.A"),
        ("Acme ", "Acme"),
        ("x" * 90, "x" * 90),
        (" ".join(["word"] * 30), " ".join(["word"] * 17) + " …"),
    ],
)
def test_a_name_fits_into_a_sentence(name: str, found: str) -> None:
    assert short(name) == found
    assert len(short(name)) <= 92


@pytest.mark.parametrize(
    ("address", "url", "publisher", "page"),
    [
        ("https://x.eu/a.pdf#page=77", "https://x.eu/a.pdf", "x.eu", "p. 77"),
        ("https://www.x.eu/a.pdf", "https://www.x.eu/a.pdf", "x.eu", ""),
        ("https://X.EU:8080/a?b=1", "https://X.EU:8080/a?b=1", "x.eu", ""),
        ("https://x.eu/a.pdf#zoom=1&page=3", "https://x.eu/a.pdf", "x.eu", "p. 3"),
        ("https://x.eu/a#top", "https://x.eu/a#top", "x.eu", ""),
        ("report.pdf#page=2", "", "not named", "p. 2"),
        ("Minutes of the council", "", "not named", ""),
    ],
)
def test_an_address_is_a_source_and_its_page(
    address: str, url: str, publisher: str, page: str
) -> None:
    source, at = cited(address)
    assert (source.url, source.publisher, at) == (url, publisher, page)


def test_two_pages_of_a_document_are_one_source_and_two_documents_are_two() -> None:
    one, two, other = (
        cited(f"https://x.eu/{end}")[0].id for end in ("a.pdf#page=1", "a.pdf#page=2", "b.pdf")
    )
    assert one == two != other


def test_a_named_publisher_goes_before_the_host() -> None:
    assert cited("https://x.eu/a", "Europol")[0].publisher == "Europol"


@pytest.mark.parametrize(
    ("page", "at", "found"), [("p. 3", "row 2", "p. 3; row 2"), ("", "row 2", "row 2")]
)
def test_a_place_is_the_page_and_the_record(page: str, at: str, found: str) -> None:
    assert located(page, at) == found
