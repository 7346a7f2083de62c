"""Parameters of an address, one by one."""

import pytest

from kg.errors import QueryError
from kg.explore.asked import Asked


def test_a_text_is_trimmed_and_a_missing_one_is_empty() -> None:
    asked = Asked.of("q=+Palantir%20")
    assert (asked.text("q"), asked.text("other")) == ("Palantir", "")


def test_what_is_needed_and_missing_is_an_error() -> None:
    with pytest.raises(QueryError, match="id: is missing"):
        Asked.of("q=1").one("id")


@pytest.mark.parametrize("text", ["-1", "1.5", "x", "٣", "1" * 12])
def test_a_number_is_whole(text: str) -> None:
    with pytest.raises(QueryError, match="no whole number"):
        Asked.of(f"most={text}").number("most", 5, 10)


@pytest.mark.parametrize(("query", "number"), [("", 5), ("most=3", 3), ("most=99", 10)])
def test_a_number_has_a_default_and_a_limit(query: str, number: int) -> None:
    assert Asked.of(query).number("most", 5, 10) == number


def test_ids_are_told_once_each() -> None:
    assert Asked.of("ids=b,a,,b").ids("ids") == ["b", "a"]


@pytest.mark.parametrize(("query", "lang"), [("lang=nl", "nl"), ("lang=xx", "en"), ("", "en")])
def test_an_unknown_language_is_english(query: str, lang: str) -> None:
    assert Asked.of(query).lang == lang


def test_a_thousand_parameters_are_refused() -> None:
    with pytest.raises(QueryError, match="too many parameters"):
        Asked.of("&".join(f"p{n}=1" for n in range(1000)))


def test_half_a_character_does_no_harm() -> None:
    assert Asked.of("q=%ff%fe").text("q")
