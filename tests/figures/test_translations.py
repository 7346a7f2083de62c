"""No English of the data is left in other languages: questions, roles, outcomes, who says so."""

import tomllib
from collections.abc import Iterator
from importlib.resources import files
from string import punctuation
from typing import TYPE_CHECKING

import pytest

from kg.figures.describe import cited
from kg.figures.notes import line_notes
from kg.figures.words import words
from kg.resources import folder
from kg.schema import LANGUAGES
from kg.tables import Row, read
from kg.views.picture import Line
from tests.figures.shipped import VIEWS

if TYPE_CHECKING:
    from tests.figures.conftest import Pictures

OTHERS = LANGUAGES[1:]
COLUMNS = ("id", "kind", "title", "about", "subject", "predicate", "object", "where", "source")
ROWS = [
    row.cells
    for row in read(folder("data") / "conflicts.csv", (*COLUMNS, "note"))
    if isinstance(row, Row) and row.cells["title"]
]
ASKED = [row["title"] for row in ROWS]
QUESTIONS = tomllib.loads(files("kg.figures").joinpath("questions.toml").read_text("utf-8"))
ALIKE = {"software", "project", "integrator", "CEO"}
"""Words that another language has too."""
NAMES = {"Disclose", "Dagens ETC", "SNCF", "Edicia", "CANCOM SE", "Canon Inc."}
"""Who says so, by a name that is the same everywhere; so are firms that are in the picture."""


def test_what_sources_disagree_on_is_asked_in_every_language_and_nothing_else() -> None:
    assert len(ASKED) > 100
    assert list(QUESTIONS) == ASKED, "in the order of conflicts.csv"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_question_is_asked_as_the_language_asks(lang: str) -> None:
    for row in ROWS:
        said = words(lang).question(row["title"])
        assert said == QUESTIONS[row["title"]].get(lang, row["title"]) == said.strip() != ""
        assert lang == "en" or lang in QUESTIONS[row["title"]]
        assert said.endswith("?") or row["kind"] == "history", said
        assert said[0] not in punctuation
        assert len(said) <= 100, "a note has room for it"
        if lang == "fr":
            assert said.count("?") == said.count(" ?"), "French sets a space before it"
            assert said.count(":") == said.count(" :")
        if lang == "es":
            assert said.count("?") == said.count("¿")


@pytest.mark.parametrize("title", ["", "Who?", "Wie stopte i-Police?"])
def test_a_question_of_somebody_else_stays_as_it_is(title: str) -> None:
    assert [words(lang).question(title) for lang in LANGUAGES] == [title] * len(LANGUAGES)


def told(line: Line) -> Iterator[str]:
    """What a note may say in the words of the data."""
    for key in ("title", "role", "outcome", "issue"):
        yield line.details.get(key, "").split("; ")[0]
    if line.type == "RELATED_TO":
        yield line.details.get("relation", "").split("; ")[0]
    if line.style in ("vendor", "alleged"):
        yield from line.said_by[:2]


@pytest.mark.parametrize("view", VIEWS)
def test_what_a_note_of_a_shipped_view_says_is_translated(pictures: "Pictures", view: str) -> None:
    picture = pictures(view)
    firms = {mark.name for mark in picture.marks}
    found = {text for line in picture.lines for text in told(line)} - firms - ALIKE - NAMES - {""}
    missing = {text for text in found for lang in OTHERS if words(lang).term(text) == text}
    assert missing == set()


@pytest.mark.parametrize("lang", OTHERS)
@pytest.mark.parametrize("view", ["i-police", "germany", "conflicts"])
def test_a_note_says_on_what_sources_disagree_in_the_language(
    pictures: "Pictures", view: str, lang: str
) -> None:
    picture = pictures(view, lang)
    texts = line_notes(picture, words(lang), 99).texts.values()
    assert any(QUESTIONS[title][lang] in text for title in ASKED for text in texts)
    assert not any(title in text for title in ASKED for text in texts if title not in SAME)


SAME = {title for title in ASKED if title in QUESTIONS[title].values()}


PUBLISHERS = [
    ("Paper", "Paper"),
    ("Paper (dpa)", "Paper (dpa)"),
    ("Paper (republished)", "Paper (opnieuw gepubliceerd)"),
    ("Federale Politie (Belgium)", "Federale Politie (België)"),
    ("Paper (copy on example.org)", "Paper (kopie op example.org)"),
    ("Text (copy on a.org, origin not shown)", "Text (kopie op a.org, herkomst niet vermeld)"),
    ("Realtid (citing Dagens ETC)", "Realtid (op basis van Dagens ETC)"),
    ("Andere Tijden (NTR archive)", "Andere Tijden (archief van NTR)"),
    ("A (blog), B (copy)", "A (blog), B (kopie)"),
    ("A (copy on )", "A (copy on )"),
    ("A ()", "A ()"),
    ("A (copy", "A (copy"),
    ("A ({}) (copy on {x})", "A ({}) (kopie op {x})"),
]


@pytest.mark.parametrize(("name", "said"), PUBLISHERS)
def test_what_stands_behind_a_publisher_is_said_in_the_language(name: str, said: str) -> None:
    assert words("nl").publisher(name) == said
    assert words("en").publisher(name) == name


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("en", ("since 3 Oct 2019", "until 3 Oct 2019", "2018 to 3 Oct 2019",
                "3 Oct 2019 to 2020")),
        ("nl", ("sinds 3 okt. 2019", "tot 3 okt. 2019", "2018 tot 3 okt. 2019",
                "3 okt. 2019 tot 2020")),
        ("fr", ("depuis le 3 oct. 2019", "jusqu'au 3 oct. 2019", "de 2018 au 3 oct. 2019",
                "du 3 oct. 2019 à 2020")),
        ("de", ("seit dem 3. Okt. 2019", "bis zum 3. Okt. 2019", "2018 bis 3. Okt. 2019",
                "3. Okt. 2019 bis 2020")),
        ("es", ("desde el 3 oct. 2019", "hasta el 3 oct. 2019", "de 2018 al 3 oct. 2019",
                "del 3 oct. 2019 a 2020")),
    ],
)  # fmt: skip
def test_before_a_day_a_language_says_since_and_until_in_its_way(
    lang: str, said: tuple[str, ...]
) -> None:
    day, here = "2019-10-03", words(lang)
    told = (here.span(day, ""), here.span("", day), here.span("2018", day), here.span(day, "2020"))
    assert told == said


CITED = "Statewatch, p. 39; BX1, para 2-3; Le Soir, last para; and {n} more"


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("en", CITED.format(n=8)),
        ("nl", "Statewatch, p. 39; BX1, al. 2-3; Le Soir, last para; en nog 8"),
        ("fr", "Statewatch, p. 39; BX1, par. 2-3; Le Soir, last para; et 8 autres"),
        ("de", "Statewatch, S. 39; BX1, Abs. 2-3; Le Soir, last para; und 8 weitere"),
        ("es", "Statewatch, pág. 39; BX1, párr. 2-3; Le Soir, last para; y 8 más"),
    ],
)
def test_a_long_description_cites_pages_and_paragraphs_in_the_language(
    lang: str, said: str
) -> None:
    assert cited(CITED.format(n=8), words(lang)) == said
    assert cited("2 and 3 more or less", words(lang)) == "2 and 3 more or less"
    assert cited(CITED.format(n=1), words(lang)).endswith(words(lang).say("others_one"))
