import tomllib
from dataclasses import fields
from pathlib import Path

import pytest

from kg.answers import words as module
from kg.answers.words import Words, words
from kg.errors import QueryError
from kg.schema import LANGUAGES

CERTAINTIES = {"stated", "reported", "inferred", "alleged", "disputed"}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_language_has_every_word(lang: str) -> None:
    word = words(lang)
    assert all(getattr(word, field.name) for field in fields(Words))
    assert set(word.certainty) == CERTAINTIES
    assert all(word.certainty.values())


def test_the_file_has_the_languages_of_the_project_and_no_other() -> None:
    path = Path(str(module.__file__)).with_name("words.toml")
    assert tuple(tomllib.loads(path.read_text(encoding="utf-8"))) == LANGUAGES


def test_an_unknown_language_names_those_that_there_are() -> None:
    with pytest.raises(QueryError, match="no language 'xx': use one of en, nl, fr, de, es"):
        words("xx")


@pytest.mark.parametrize(
    ("lang", "locator", "read"),
    [
        ("en", "p. 19, l. 3-5", "p. 19, l. 3-5"),
        ("de", "p. 19, l. 3-5", "S. 19, Z. 3-5"),
        ("nl", "p. 19, l. 3", "p. 19, r. 3"),
        ("es", "p. 42-43", "pág. 42-43"),
        ("fr", "para 3, 7", "paragr. 3, 7"),
        ("de", "para 3-4", "Absatz 3-4"),
    ],
)
def test_pages_lines_and_paragraphs_are_read_in_the_readers_language(
    lang: str, locator: str, read: str
) -> None:
    assert words(lang).place(locator) == read


@pytest.mark.parametrize(
    "locator", ["", "last para", "title, para 3", "i-Police, para 4", "p. iv", "/a/b[3]", "p. 3\n"]
)
def test_other_places_stay_as_the_researcher_wrote_them(locator: str) -> None:
    assert words("de").place(locator) == locator


@pytest.mark.parametrize(("rows", "text"), [(0, "0 rows"), (1, "1 row"), (12, "12 rows")])
def test_rows_are_counted_in_words(rows: int, text: str) -> None:
    assert words("en").count(rows) == text
