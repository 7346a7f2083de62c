"""Figures as of a day: what is shown, and that ties without a date are marked as such."""

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kg.figures.words import words as words_of
from kg.schema import LANGUAGES
from tests.figures.boxes import words
from tests.figures.conftest import build
from tests.views.samples import line, mark, picture

if TYPE_CHECKING:
    from tests.figures.conftest import Build, Pictures

CASES = [("palantir", "2019"), ("belgium", "2022-06"), ("forces-and-techniques", "2020-01-01")]


@pytest.mark.parametrize(("view", "day"), CASES)
def test_the_page_says_as_of_when_it_is(built: "Build", view: str, day: str) -> None:
    made = built(view, "article", "en", day)
    assert f"As it stood in {words_of('en').date(day)}." in words(made.svgs[0])
    data = json.loads(made.figure.files(Path("x.svg"))[Path("x.figure.json")])
    assert data["as_of"] == day


@pytest.mark.parametrize(("view", "day"), CASES)
def test_every_tie_without_a_date_has_a_note_that_says_so(
    built: "Build", view: str, day: str
) -> None:
    made = built(view, "article", "en", day)
    undated = 0
    for page in made.figure.pages:
        for each in page.picture.lines:
            number = page.notes.numbers.get(each.eid)
            said = page.notes.texts[number].lower() if number else ""
            if each.undated and not each.date:
                undated += 1
                assert "no date known" in said or page.notes.left
            else:
                assert "no date known" not in said
    assert undated
    assert "Ties without a known date are shown too." in words(made.svgs[0])


@pytest.mark.parametrize(("view", "day"), CASES)
def test_a_picture_of_a_day_claims_no_finding_of_today(
    pictures: "Pictures", view: str, day: str
) -> None:
    now, then = pictures(view), pictures(view, "en", day)
    assert then.title != now.title
    assert then.title.endswith(f"({day})")


def test_without_a_day_nothing_is_said_of_dates(built: "Build") -> None:
    text = words(built("palantir").svgs[0])
    assert "As it stood" not in text
    assert "o date known" not in text


@pytest.mark.parametrize("lang", LANGUAGES)
def test_it_is_said_in_every_language(lang: str) -> None:
    tie = line("a", "b")
    found = picture(mark("a"), mark("b"), tie, layout="layered", lang=lang, as_of="2019-03")
    text = words(build(found).svgs[0])
    said = words_of(lang)
    assert said.say("as_of", date=said.date("2019-03")) in text
    assert said.say("as_of_undated") in text
    undated = said.say("undated")
    assert undated[:1].upper() + undated[1:] in text


def test_a_tie_with_any_date_is_not_marked() -> None:
    dated = (
        line("a", "b", eid="e1", since_lo="2010-01-01", since="2010"),
        line("a", "c", eid="e2", until_hi="2030-12-31", until="2030"),
        line("a", "d", eid="e3", date="2015"),
    )
    marks = [mark(name) for name in "abcd"]
    made = build(picture(*marks, *dated, layout="layered", as_of="2019"))
    text = words(made.svgs[0])
    assert "o date known" not in text
    assert "Ties without" not in text
    assert {"Since 2010", "Until 2030", "2015"} == set(made.figure.pages[0].notes.texts.values())
