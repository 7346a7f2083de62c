"""What is not sure is said as what it is: a contradiction, an open question, no known date."""

from dataclasses import replace

import pytest

from kg.pages import page
from kg.pages.words import words
from kg.schema import LANGUAGES
from kg.views.picture import Picture
from tests.pages.conftest import Open
from tests.pages.samples import placed, small
from tests.pages.tab import Tab

EID = "r-lyon-USES-eye"
QUESTION = "Is it the same system?"


def doubtful(**cells: object) -> Picture:
    """The small picture; of what Lyon uses, it is open whether sources disagree."""
    picture = small(**cells)
    lines = tuple(
        replace(line, unclear=True, certainty="stated") if line.eid == EID else line
        for line in picture.lines
    )
    claims = {
        id_: replace(claim, unclear=(QUESTION,)) if id_ == f"c-{EID}" else claim
        for id_, claim in picture.claims.items()
    }
    return replace(picture, lines=lines, claims=claims)


@pytest.fixture
def tab(show: Open) -> Tab:
    return show(page(doubtful(), placed()))


def questions(tab: Tab) -> int:
    """How many lines of the saved drawing bear a question mark."""
    return tab.saved("Picture (SVG)").count(b">?</text>")


def test_the_drawing_marks_an_open_question(show: Open) -> None:
    picture = doubtful()
    sure = replace(picture, lines=tuple(replace(line, unclear=False) for line in picture.lines))
    tabs = [show(page(each, placed())) for each in (picture, sure)]
    assert questions(tabs[0]) == questions(tabs[1]) + 1


def test_an_open_question_is_not_called_a_contradiction(tab: Tab) -> None:
    tab.choose("Lyon police")
    assert f"? Unclear whether sources disagree: {QUESTION}" in tab.evidence
    assert "Sources disagree:" not in tab.evidence
    assert "⚠" not in tab.evidence


def test_a_contradiction_is_called_one(tab: Tab) -> None:
    tab.choose("Ghent police")
    assert "⚠ Sources disagree: Did Ghent ever use it?" in tab.evidence
    assert "Unclear" not in tab.evidence


@pytest.mark.parametrize("lang", LANGUAGES)
def test_both_are_told_apart_in_every_language(show: Open, lang: str) -> None:
    tab = show(page(doubtful(lang=lang), placed()), f"lang={lang}&node=lyon")
    told = words()[lang]
    assert str(told["unclear_on"]).format(name=QUESTION) in tab.evidence
    assert str(told["conflict"]) not in tab.evidence
    assert told["unclear"] != told["conflict"]


def test_the_table_says_which_of_the_two(tab: Tab) -> None:
    tab.press("Table")
    rows = tab.page.locator("#table-ties tr").all_inner_texts()
    (lyon,) = [row for row in rows if "Lyon police" in row and "uses" in row]
    (gent,) = [row for row in rows if "Ghent police" in row and "uses" in row]
    assert "? Unclear whether sources disagree" in lyon
    assert "⚠" not in lyon
    assert "⚠ Sources disagree" in gent


def test_a_page_as_of_a_day_marks_what_has_no_date(show: Open) -> None:
    tab = show(page(small(as_of="2020"), placed()), "node=eye")
    ties = tab.page.locator("#panel .tie, #panel li").all_inner_texts()
    assert any("no date known" in tie for tie in ties)
    dated = [tie for tie in ties if "since 2019" in tie or "2015" in tie]
    assert not any("no date known" in tie for tie in dated)


def test_a_page_of_all_time_does_not_speak_of_missing_dates(show: Open) -> None:
    tab = show(page(small(), placed()), "node=eye")
    assert "no date known" not in tab.page.locator("#panel").inner_text()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_missing_date_is_told_in_every_language(show: Open, lang: str) -> None:
    tab = show(page(small(as_of="2020", lang=lang), placed()), f"lang={lang}&node=eye")
    assert str(words()[lang]["no_date"]) in tab.evidence
