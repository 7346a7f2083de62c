import tomllib
from pathlib import Path

import pytest

import kg.answers.headings as module
from kg.answers.headings import counted, headings
from kg.reading.conflicts import KINDS
from kg.schema import LANGUAGES

FILE: dict[str, dict[str, object]] = tomllib.loads(
    Path(module.__file__).with_name("headings.toml").read_text("utf-8")
)


def test_the_file_has_the_languages_of_the_project() -> None:
    assert tuple(FILE) == LANGUAGES


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_language_has_every_word_and_none_is_empty(lang: str) -> None:
    found = headings(lang)

    assert FILE[lang].keys() == FILE["en"].keys()
    assert found.essential.keys() == headings("en").essential.keys()
    assert found.conflict.keys() == set(KINDS)
    assert all(FILE[lang].values())
    assert all([*found.essential.values(), *found.conflict.values()])


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("thing", ["claims", "entities", "alone"])
def test_counts_have_a_form_for_one_and_for_many(lang: str, thing: str) -> None:
    forms = getattr(headings(lang), thing)

    assert counted(forms, 1).startswith("1 ")
    assert counted(forms, 12).startswith("12 ")
    assert counted(forms, 0).startswith("0 ")
