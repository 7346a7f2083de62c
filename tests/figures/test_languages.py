"""Figures in five languages: every word around the data is translated, and everything fits."""

from typing import TYPE_CHECKING

import pytest

from kg.errors import ViewError
from kg.figures.describe import alt, long
from kg.figures.words import words as words_of
from kg.schema import LANGUAGES
from tests.figures.boxes import crossed, overlaps, words
from tests.figures.test_every_view import keys

if TYPE_CHECKING:
    from tests.figures.conftest import Build

SOURCES = {
    "en": "Sources: ",
    "nl": "Bronnen: ",
    "fr": "Sources : ",
    "de": "Quellen: ",
    "es": "Fuentes: ",
}
OTHERS = LANGUAGES[1:]
SHARED = {"Contract", "contract", "Product", "Person", "Place"}
"""Words that another language has too."""
CASES = [
    (view, size, lang)
    for view, size in (
        ("belgium", "article"), ("ends-and-bans", "article"), ("forces-and-techniques", "a4"),
        ("israeli-vendors", "article"), ("contracts-by-value", "article"), ("i-police", "square"),
        ("france", "link"), ("conflicts", "link"),
    )
    for lang in OTHERS
]  # fmt: skip


@pytest.mark.parametrize(("view", "size", "lang"), CASES)
def test_a_figure_is_whole_in_every_language(
    built: "Build", view: str, size: str, lang: str
) -> None:
    made = built(view, size, lang)
    for svg, found in zip(made.svgs, made.seen, strict=True):
        assert overlaps(found.cards) == []
        assert overlaps([*found.cards, *found.notes]) == []
        assert overlaps(found.texts) == []
        assert crossed(found) == []
        assert [text.what for text in found.texts if not found.page.holds(text)] == []
        assert [text.what for text, card in found.inside if not card.holds(text)] == []
        text = words(svg)
        assert SOURCES[lang] in text
        assert words_of(lang).say("graph_short", version="")[:18] in text
        assert made.picture.titles[lang] in text
        assert f'xml:lang="{lang}"' in svg


@pytest.mark.parametrize("lang", OTHERS)
def test_no_english_word_of_ours_is_left(built: "Build", lang: str) -> None:
    made, english = built("belgium", "article", lang), built("belgium", "article")
    assert not set(keys(made.svgs[0])) & (set(keys(english.svgs[0])) - SHARED)
    text = words(made.svgs[0])
    for word in ("Sources disagree", "Since ", "Until ", "million,", "Every line rests"):
        assert word not in text


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_language_says_the_same_things(lang: str) -> None:
    english, here = words_of("en").texts, words_of(lang).texts
    assert here.keys() == english.keys()
    assert len(here["months"]) == 12
    for key, text in english.items():
        if isinstance(text, str):
            assert fields(here[key]) == fields(text), key
            assert here[key]


def fields(text: str) -> set[str]:
    """The names in braces."""
    import string

    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_alt_and_description_are_in_the_language(built: "Build", lang: str) -> None:
    made = built("belgium", "article", lang)
    page = made.figure.pages[0]
    said = words_of(lang)
    assert alt(page).startswith(made.picture.titles[lang])
    assert f"{said.say('drawn')}:" in long(page).splitlines()
    assert f"{said.say('ties')}:" in long(page).splitlines()


def test_another_language_is_refused_by_name() -> None:
    with pytest.raises(ViewError, match="no language 'it'; one of en, nl, fr, de, es"):
        words_of("it")


DATES = {
    "en": ("2019", "Oct 2019", "3 Oct 2019", "Oct 2019 to Jan 2020", "since 2019", "until 2020"),
    "nl": ("2019", "okt. 2019", "3 okt. 2019", "okt. 2019 tot jan. 2020", "sinds 2019", "tot 2020"),
    "fr": ("2019", "oct. 2019", "3 oct. 2019", "de oct. 2019 à janv. 2020", "depuis 2019",
           "jusqu'à 2020"),
    "de": ("2019", "Okt. 2019", "3. Okt. 2019", "Okt. 2019 bis Jan. 2020", "seit 2019", "bis 2020"),
    "es": ("2019", "oct. 2019", "3 oct. 2019", "de oct. 2019 a ene. 2020", "desde 2019",
           "hasta 2020"),
}  # fmt: skip


@pytest.mark.parametrize("lang", LANGUAGES)
def test_dates_and_times_are_written_as_people_write_them(lang: str) -> None:
    said = words_of(lang)
    found = (
        said.date("2019"), said.date("2019-10"), said.date("2019-10-03"),
        said.span("2019-10", "2020-01"), said.span("2019", ""), said.span("", "2020"),
    )  # fmt: skip
    assert found == DATES[lang]


@pytest.mark.parametrize("text", ["", "soon", "2019-13", "31/12/2019"])
def test_what_is_no_date_stays_as_it_is(text: str) -> None:
    assert words_of("en").date(text) == text


def test_a_span_of_one_day_is_that_day_and_none_is_nothing() -> None:
    assert words_of("en").span("2019-10", "2019-10") == "Oct 2019"
    assert words_of("en").span("", "") == ""


AMOUNTS = [
    ("en", 1234.5, "EUR", "€1,234.5"),
    ("en", 2_500_000.0, "USD", "$2.5 million"),
    ("en", 1.5e9, "GBP", "£1.5 billion"),
    ("en", 81e6, "NOK", "81 million NOK"),
    ("en", 0.0, "EUR", "€0"),
    ("nl", 1234.5, "EUR", "€ 1.234,5"),
    ("nl", 2_500_000.0, "EUR", "€ 2,5 miljoen"),
    ("fr", 299e6, "EUR", "299 millions €"),
    ("de", 1.5e9, "EUR", "1,5 Milliarden €"),
    ("de", 12_345.0, "SEK", "12.345 SEK"),
    ("es", 1.5e9, "EUR", "1,5 mil millones €"),
    ("es", 7.0, "", "7"),
]


@pytest.mark.parametrize(("lang", "value", "currency", "text"), AMOUNTS)
def test_amounts_are_written_as_people_write_them(
    lang: str, value: float, currency: str, text: str
) -> None:
    assert words_of(lang).amount(value, currency) == text


def test_braces_in_a_value_stay_as_they_are() -> None:
    assert words_of("en").say("according_to", who="{n} {0}") == "according to {n} {0}"
