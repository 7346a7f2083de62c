"""What stands beside and inside a drawing: its summary, cards, and lists of what has no line."""

from dataclasses import replace
from itertools import pairwise

import pytest

from kg.figures.cards import Style, countries, measured, narrowest, natural, shares, title
from kg.figures.drawing import texts
from kg.figures.kinds import SUMMARY
from kg.figures.layered import Room
from kg.figures.lists import Sizes, entry, heading, height, in_columns
from kg.figures.matrix import matrix
from kg.figures.summary import captioned, counted_lines, counted_marks, events
from kg.figures.timeline import timeline
from kg.figures.words import words
from kg.schema import LANGUAGES
from tests.figures.conftest import build
from tests.figures.samples import EN, NONE, ROOM, dated, where
from tests.views.samples import line, mark, picture


def test_a_summary_counts_entities_not_events() -> None:
    thrice = [replace(dated(f"e{n}", "2020"), entity="x") for n in range(3)]
    whole = picture(*thrice, mark("a"), layout="timeline")
    assert [(each.count, each.text) for each in counted_marks(whole, EN)] == [("2", "companies")]
    assert SUMMARY.counts(whole, NONE) == {"marks": 2, "lines": 0}


def test_a_summary_of_a_timeline_counts_its_events_and_says_from_when_to_when() -> None:
    dates = ("2011-03", "2024", "", "2017-05-12")
    whole = picture(*(dated(f"e{n}", d) for n, d in enumerate(dates)), layout="timeline")
    (told,) = events(whole, EN)
    assert (told.count, told.text) == ("4", "events, 2011 to 2024")
    assert events(whole, words("fr"))[0].text == "événements, de 2011 à 2024"
    assert events(picture(dated("e", ""), layout="timeline"), EN)[0].text == "events"
    assert events(picture(mark("a")), EN) == []


def test_a_summary_counts_what_a_mark_stands_for() -> None:
    many = replace(mark("m"), entity="", inside=("a", "b", "c"))
    assert counted_marks(picture(many), EN)[0].count == "3"


def test_a_summary_counts_lines_by_style_and_says_one_in_the_singular() -> None:
    ties = [line("a", "b", eid="1"), line("a", "b", eid="2"), line("a", "b", eid="3", style="used")]
    whole = picture(mark("a"), mark("b", "Court"), *ties)
    assert [(e.count, e.text) for e in counted_lines(whole, EN)] == [
        ("2", "supplies"), ("1", "used by"),
    ]  # fmt: skip
    assert ("1", "court") in [(e.count, e.text) for e in counted_marks(whole, EN)]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_summary_says_what_it_is_in_every_language(lang: str) -> None:
    assert captioned(picture(mark("a"), lang=lang)).caption == words(lang).say("summary")


STYLE = Style(20.0, 15.0)


def test_a_card_is_as_wide_as_its_name_or_has_more_lines() -> None:
    company = mark("a", name="A company with a rather long name", country=("BE",))
    wide, least = natural(company, STYLE), narrowest(company, STYLE)
    assert least < wide
    assert measured(company, STYLE, wide).lines == ("A company with a rather long name",)
    narrow = measured(company, STYLE, least)
    assert len(narrow.lines) > 2
    assert narrow.height > measured(company, STYLE, wide).height
    assert measured(company, STYLE, wide, least=300.0).height == 300.0


def test_fewer_lines_need_a_wider_card() -> None:
    company = mark("a", name="One two three four five six seven eight nine")
    widths = [narrowest(company, Style(20.0, 15.0, lines)) for lines in (0, 4, 2, 1)]
    assert widths == sorted(widths)
    assert len(set(widths)) > 2


@pytest.mark.parametrize(
    ("codes", "text"),
    [((), ""), (("BE",), "BE"), (("BE", "NL"), "BE NL"), (("BE", "NL", "FR"), "BE NL +1"),
     (("", "BE"), "BE")],
)  # fmt: skip
def test_two_countries_are_named_and_the_rest_counted(codes: tuple[str, ...], text: str) -> None:
    assert countries(mark("a", country=codes)) == text


def test_a_card_without_a_name_has_its_id() -> None:
    assert title(mark("the-id", name="  ")) == "the-id"
    assert title(mark("a", name="x" * 200)) == "x" * 140 + "…"
    assert title(mark("a", name="Agency for " * 20)) == ("Agency for " * 13)[:-5] + "…"
    assert title(mark("a", name=f"On {'x' * 200}")) == f"On {'x' * 137}…"


@pytest.mark.parametrize(
    ("wanted", "least", "room", "found"),
    [
        ([10.0, 20.0], [5.0, 5.0], 100.0, [10.0, 20.0]),
        ([50.0, 10.0], [5.0, 5.0], 40.0, [30.0, 10.0]),
        ([50.0, 50.0], [5.0, 30.0], 40.0, [10.0, 30.0]),
        ([50.0, 50.0], [30.0, 30.0], 40.0, None),
        ([], [], 10.0, []),
    ],
)
def test_the_widest_give_way_first(
    wanted: list[float], least: list[float], room: float, found: list[float] | None
) -> None:
    held = shares(wanted, least, room)
    assert held == (pytest.approx(found, abs=0.01) if found is not None else None)


SIZES = Sizes(16.0, 14.0, 200.0, 20.0)


def test_lists_are_even_and_no_heading_ends_a_column() -> None:
    rows = []
    for n in range(4):
        rows.append(heading(f"Country {n}", SIZES))
        rows += [entry(mark(f"m{n}{k}", name=f"Name {k}"), "", SIZES) for k in range(n + 1)]
    columns = in_columns(rows, 3)
    assert [row for column in columns for row in column] == rows
    assert len(columns) <= 3
    assert all(column[-1].mark is not None for column in columns)
    tall = [height(column) for column in columns]
    assert max(tall) < sum(tall) / len(tall) * 1.6


def test_small_print_makes_an_entry_higher() -> None:
    plain, told = (entry(mark("a"), under, SIZES) for under in ("", "from a seller " * 9))
    assert told.height > plain.height
    assert len(told.under) <= 5
    assert entry(mark("a"), "from a seller " * 30, SIZES).under[-1].endswith("…")


def test_words_of_two_kinds_are_never_on_one_page() -> None:
    made = build(where(), "square")
    assert {page.kind.name for page in made.figure.pages} == {"map"}
    assert all(a.part.number < b.part.number for a, b in pairwise(made.figure.pages))


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("size", [15.0, 20.0, 30.0])
def test_the_words_for_no_date_are_not_broken_within(lang: str, size: float) -> None:
    said = words(lang)
    events = [mark("x", name="X"), replace(mark("y", name="Y"), date="2020")]
    drawn = timeline(
        picture(*events, layout="timeline"), NONE, said, Room(1500.0, 1000.0, (size,), size * 0.8)
    )
    assert drawn is not None
    lines = [each for text in texts(drawn.items) if text.look.weight == 700 for each in text.lines]
    assert " ".join(lines) == f"2020 {said.say('unknown')}"


def test_a_timeline_of_dates_alone_leaves_no_room_for_words() -> None:
    dated = replace(mark("x", name="X"), date="2020")
    places = []
    for lang in ("en", "de"):
        drawn = timeline(picture(dated, layout="timeline"), NONE, words(lang), ROOM)
        assert drawn is not None
        places.append([text.x for text in texts(drawn.items)])
    assert places[0] == places[1]


def test_a_long_word_at_the_head_of_a_column_stays_whole() -> None:
    tools = [
        mark("t1", "Technology", name="automatische nummerplaatherkenning"),
        mark("t2", "Technology", name="AI"),
    ]
    force = replace(mark("f", "PoliceForce", name="Police"), role="force")
    ties = [line("f", tool.id) for tool in tools]
    table = picture(force, *tools, *ties, layout="matrix")
    drawn = matrix(table, NONE, EN, ROOM)
    assert drawn is not None
    said = [each for text in texts(drawn.items) for each in text.lines]
    assert "nummerplaatherkenning" in " ".join(said).split()


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("police forces of England", "Police forces of England"),
        ("état de Hesse", "État de Hesse"),
        ("hessenDATA", "hessenDATA"),
        ("i-Police framework agreement", "i-Police framework agreement"),
        ("eu-LISA quality contract", "eu-LISA quality contract"),
        ("sBMS contract", "sBMS contract"),
        ("precobs", "precobs"),
        ("3 police forces", "3 police forces"),
    ],
)
def test_a_name_of_plain_words_has_a_capital_on_a_card(name: str, shown: str) -> None:
    assert title(mark("a", name=name)) == shown
