import pytest

from kg.reading.cited import cited, name_of
from kg.store.bolt import Store
from tests.reading.samples import CHAIR, MAKES, MORE, PERHAPS, USES


def test_a_claim_comes_with_all_that_a_source_note_prints(small: Store) -> None:
    assert cited(small, [MORE.id]) == {
        MORE.id: {
            "id": MORE.id,
            "says": None,
            "certainty": "stated",
            "said_by": None,
            "said_by_name": "",
            "locator": "para 10",
            "source": "press",
            "title": "Maps",
            "publisher": "Le Soir",
            "published": "2025-06",
            "read": None,
            "url": "https://example.org/a",
        }
    }


def test_who_asserts_it_is_named_and_words_stay_as_they_are(small: Store) -> None:
    found = cited(small, [USES.id, CHAIR.id])
    assert found[USES.id]["said_by_name"] == "Orbit"
    assert found[CHAIR.id]["said_by_name"] == "a neighbour"


def test_what_it_says_is_ours(small: Store) -> None:
    assert cited(small, [PERHAPS.id])[PERHAPS.id]["says"] == "Much alike."


def test_a_claim_that_is_asked_for_twice_comes_once_and_unknown_ones_not(small: Store) -> None:
    assert list(cited(small, [MAKES.id, "c0", MAKES.id])) == [MAKES.id]


def test_without_claims_the_store_is_not_asked() -> None:
    class Silent(Store):
        def __init__(self) -> None:
            """Has no driver to ask."""

    assert cited(Silent(), []) == {}


@pytest.mark.parametrize(
    ("props", "lang", "name"),
    [
        ({"id": "a", "name": "A", "name_fr": "Aa"}, "fr", "Aa"),
        ({"id": "a", "name": "A", "name_fr": "Aa"}, "nl", "A"),
        ({"id": "a", "title": "A title"}, "en", "A title"),
        ({"id": "a"}, "en", "a"),
        ({}, "en", ""),
    ],
)
def test_a_node_is_called_by_its_name_in_a_language_or_by_what_it_has(
    props: dict[str, object], lang: str, name: str
) -> None:
    assert name_of(props, lang) == name
