"""Notes, sources and descriptions: what is said under a figure and beside it."""

import tomllib
from dataclasses import replace
from importlib.resources import files
from typing import Any

import pytest

from kg.figures.credits import source_lines, sources
from kg.figures.measure import width
from kg.figures.notes import Notes, event, line_notes, mark_notes, note
from kg.figures.words import words
from kg.schema import LANGUAGES
from kg.views.picture import Claim, Line, Picture
from tests.views.samples import line, mark, picture

EN = words("en")


def claim(id_: str = "c1", **more: object) -> Claim:
    found = Claim(
        id_, "It says so.", "reported", "", "source", "p. 3", "A title", "The Paper", "2024",
        "2026", "https://www.example.org/a",
    )  # fmt: skip
    return replace(found, **more)  # type: ignore[arg-type]


def told(tie: Line, *claims: Claim, **more: object) -> Picture:
    found = picture(mark("a"), mark("b"), tie, **more)
    return replace(found, claims={each.id: each for each in claims})


def text(tie: Line, *claims: Claim, lang: str = "en", **more: object) -> str:
    return note(tie, told(tie, *claims, lang=lang, **more), words(lang))[1]


SAID = [
    ({}, ""),
    ({"status": "active"}, ""),
    ({"since": "2019"}, "Since 2019"),
    ({"until": "2020-05"}, "Until May 2020"),
    ({"since": "2019", "until": "2020"}, "2019 to 2020"),
    ({"date": "2019-03-04"}, "4 Mar 2019"),
    ({"date": "2019; 2019-03"}, "Mar 2019"),
    ({"date": "2018; 2019-03; 2020"}, "Mar 2019 / 2018 / 2020"),
    ({"value": 2.5e6, "currency": "EUR"}, "€2.5 million"),
    ({"details": {"title": "chief executive"}}, "Chief executive"),
    ({"details": {"role": "prime; lead"}}, "Prime"),
    ({"details": {"outcome": "unlawful"}, "date": "2022"}, "Unlawful, 2022"),
    ({"style": "vendor", "said_by": ("Seller",)}, "According to Seller"),
    ({"style": "vendor", "said_by": ("A", "B", "C")}, "According to A & B"),
    ({"style": "used", "said_by": ("Seller",)}, ""),
    ({"style": "owns"}, "Supplies"),
]


@pytest.mark.parametrize(("more", "said"), SAID)
def test_a_note_says_what_the_look_of_a_line_does_not(more: dict[str, object], said: str) -> None:
    assert text(replace(line("a", "b"), **more)) == said  # type: ignore[arg-type]


@pytest.mark.parametrize("style", ["planned", "ended", "alleged", "vendor", "trial"])
@pytest.mark.parametrize(
    ("type_", "is_told"),
    [
        ("SUED", True),
        ("INVESTIGATES", True),
        ("CONTRACTED_WITH", True),
        ("ACQUIRED", True),
        ("PARTNER_OF", True),
        ("SUPPLIES", False),
        ("USES", False),
        ("HELD_ROLE", False),
    ],
)
def test_what_is_planned_or_over_is_named_where_its_look_does_not_tell(
    type_: str, is_told: bool, style: str
) -> None:
    tie = line("a", "b", type_, style=style)
    verb = tie.words["en"]
    assert (text(tie) == verb[:1].upper() + verb[1:]) == is_told
    assert (note(tie, told(tie), words("en"))[0] == 1) == is_told


def test_what_happened_counts_before_its_time_and_doubles_are_said_once() -> None:
    tie = replace(line("a", "b"), date="2019", details={"title": "x", "role": "x"}, status="tender")
    assert text(tie).startswith("X, ")
    assert text(tie).count("X") == 1
    assert text(tie).endswith("2019")


def test_a_long_note_is_cut() -> None:
    tie = line("a", "b", details={"title": "word " * 100})
    said = text(tie)
    assert len(said) <= 130
    assert said.endswith(" word…")


def test_a_long_note_keeps_its_date_and_what_is_disputed() -> None:
    tie = replace(
        line("a", "b", details={"outcome": "has jurisdiction to issue notices and fines " * 4}),
        date="2025-10-07", conflict=True,
    )  # fmt: skip
    said = text(tie)
    assert said.endswith("…, 7 Oct 2025, sources disagree")
    assert len(said) <= 130
    assert said.split("…")[0].split()[-1] in [
        "has",
        "jurisdiction",
        "to",
        "issue",
        "notices",
        "and",
        "fines",
    ]


def test_of_one_long_word_the_first_letters_are_kept() -> None:
    said = text(replace(line("a", "b", details={"title": "x" * 400}), date="2020"))
    assert said.endswith("x…, 2020")
    assert 120 < len(said) <= 130


def test_a_note_that_just_fits_is_whole() -> None:
    exact = "w" * 124
    assert text(replace(line("a", "b", details={"title": exact}), date="2020")).endswith("w, 2020")


def test_parts_that_are_all_long_still_make_a_note() -> None:
    tie = replace(
        line("a", "b", details={"title": "one " * 50}), style="vendor", said_by=("two " * 50, "B")
    )
    assert 130 < len(text(tie)) < 240, "the longest is cut, the rest is said"


TERMS = tomllib.loads(files("kg.figures").joinpath("terms.toml").read_text("utf-8"))


@pytest.mark.parametrize("term", TERMS)
def test_a_common_word_is_said_in_every_other_language(term: str) -> None:
    assert TERMS[term].keys() - {"en"} == set(LANGUAGES[1:])
    assert words("en").term(term) == TERMS[term].get("en", term)
    for lang in LANGUAGES[1:]:
        said = words(lang).term(term)
        assert said == TERMS[term][lang] == said.strip() != ""
        tie = line("a", "b", details={"role": term})
        assert text(tie, lang=lang) == said[:1].upper() + said[1:]


@pytest.mark.parametrize("term", ["", "Member", "member of the board", "unlawful in part"])
def test_a_word_that_is_not_common_stays_as_it_is(term: str) -> None:
    assert [words(lang).term(term) for lang in LANGUAGES] == [term] * len(LANGUAGES)


def test_who_is_not_named_is_not_named_in_the_language() -> None:
    tie = replace(line("a", "b"), style="alleged", said_by=("sources not named", "Orbit"))
    assert text(tie) == "According to sources not named & Orbit"
    assert text(tie, lang="es") == "Según fuentes no identificadas & Orbit"
    assert text(tie, lang="de") == "Laut nicht genannten Quellen & Orbit"


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("key", ["more", "more_notes"])
def test_one_more_is_not_said_as_many(lang: str, key: str) -> None:
    said = words(lang)
    assert said.count(key, 1) == said.say(f"{key}_one") != said.say(key, n=1)
    assert said.count(key, 2) == said.say(key, n=2)
    assert "1" in said.count(key, 1)


def test_lines_that_say_the_same_share_a_number() -> None:
    ties = [line("a", "b", eid=f"e{n}", date="2019" if n < 3 else "2020") for n in range(5)]
    found = line_notes(picture(mark("a"), mark("b"), *ties), EN, 10)
    assert found.texts == {1: "2019", 2: "2020"}
    assert found.numbers == {"e0": 1, "e1": 1, "e2": 1, "e3": 2, "e4": 2}
    assert found.left == 0


def test_where_there_is_no_room_for_all_what_is_disputed_stays() -> None:
    ties = [line("a", "b", eid=f"e{n}", details={"title": f"Title {n}"}) for n in range(8)]
    ties.append(replace(line("a", "b", eid="z"), conflict=True))
    found = line_notes(picture(mark("a"), mark("b"), *ties), EN, 3)
    assert len(found.texts) == 3
    assert found.left == 6
    assert found.texts[1] == "Sources disagree"
    assert found.numbers["z"] == 1


def test_no_room_at_all_leaves_all_in_the_data() -> None:
    found = line_notes(picture(mark("a"), mark("b"), line("a", "b", date="2019")), EN, 0)
    assert (found.texts, found.numbers, found.left) == ({}, {}, 1)


def test_notes_are_numbered_as_the_eye_meets_them() -> None:
    notes = Notes({1: "one", 2: "two", 3: "three"}, {"a": 1, "b": 2, "c": 3}, 2)
    again = notes.in_order((3, 1, 3))
    assert again.texts == {1: "three", 2: "one", 3: "two"}
    assert again.numbers == {"a": 2, "b": 3, "c": 1}
    assert again.left == 2
    assert notes.in_order((1, 2, 3)) == notes


def test_an_event_says_when_and_what() -> None:
    found = replace(mark("x"), date="2019-02", note="fined by A", notes={"nl": "beboet door A"})
    assert event(found, EN) == "Feb 2019, fined by A"
    assert event(found, words("nl")) == "feb. 2019, beboet door A"
    assert event(replace(found, until="2020"), EN) == "Feb 2019 to 2020, fined by A"
    assert event(mark("x"), EN) == ""


def test_marks_with_events_have_notes() -> None:
    marks = [replace(mark("x", name="X"), date="2019"), mark("y")]
    found = mark_notes(marks, EN, 5)
    assert found.texts == {1: "X: 2019"}
    assert found.numbers == {"x": 1}


def cited(*claims: Claim) -> list[str]:
    tie = replace(line("a", "b"), claims=tuple(each.id for each in claims))
    return sources(told(tie, *claims), EN)


def test_sources_are_named_by_who_published_them_with_pages() -> None:
    assert cited(
        claim(locator="p. 7"), claim("c2", locator="p. 3"), claim("c3", locator="§ 2")
    ) == ["The Paper, p. 3, 7"]


def test_who_carries_most_comes_first() -> None:
    others = [claim(f"c{n}", publisher="The Other", locator="") for n in range(2, 5)]
    assert cited(claim(locator=""), *others) == ["The Other", "The Paper"]


def test_a_publisher_spelt_in_two_ways_is_one_as_most_spell_it() -> None:
    found = [claim("c1", publisher="RTL info", locator="p. 2"),
             claim("c2", publisher="RTL Info", locator="p. 1"),
             claim("c3", publisher="RTL Info", locator="")]  # fmt: skip
    assert cited(*found) == ["RTL Info, p. 1, 2"]
    assert cited(*found[:2]) == ["RTL Info, p. 1, 2"]


def test_what_this_project_judged_is_called_that_and_comes_last() -> None:
    own = [claim(f"c{n}", source="judgements", publisher="surveillance-kg") for n in range(3)]
    assert cited(*own, claim("c9", locator="")) == [
        "The Paper",
        "judgements of this project on who is who",
    ]
    assert cited(*own) == ["judgements of this project on who is who"]


def test_only_the_first_pages_are_listed() -> None:
    found = cited(*(claim(f"c{n}", locator=f"p. {n}") for n in range(1, 12)))
    assert found == ["The Paper, p. 1, 2, 3, 4, 5, 6 …"]


@pytest.mark.parametrize(
    ("more", "name"),
    [
        ({"publisher": ""}, "A title"),
        ({"publisher": "", "title": ""}, "example.org"),
        ({"publisher": "", "title": "", "url": ""}, "source"),
        ({"publisher": "警察"}, "A title"),
        ({"publisher": "Word " * 60}, f"{('Word ' * 60)[:110].rsplit(' ', 1)[0]} …"),
    ],
)
def test_a_source_without_a_publisher_has_the_next_best_name(
    more: dict[str, Any], name: str
) -> None:
    assert cited(claim(**more, locator="")) == [name]


def test_claims_that_nothing_in_the_figure_rests_on_are_no_sources_of_it() -> None:
    tie = replace(line("a", "b"), claims=("c1",))
    found = told(tie, claim(locator=""), claim("c2", publisher="Not used"))
    assert sources(found, EN) == ["The Paper"]


ENTRIES = [f"Publisher number {n}, p. {n}" for n in range(1, 61)]


@pytest.mark.parametrize("most", [1, 2, 3, 8, 40])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_sources_take_the_lines_that_there_are_and_say_how_many_more(most: int, lang: str) -> None:
    said = words(lang)
    lines = source_lines(ENTRIES, said, 600.0, 14.0, most)
    assert len(lines) <= most
    assert all(width(each, 14.0) <= 601 for each in lines)
    whole = " ".join(lines)
    assert whole.startswith(f"{said.say('sources')}: Publisher number 1, p. 1")
    if most == 40:
        assert whole.endswith("Publisher number 60, p. 60.")
    elif most > 2:
        shown = whole.count("Publisher number")
        assert said.say("more", n=60 - shown) in whole


def test_as_many_sources_are_named_as_there_is_room_for() -> None:
    for most in (2, 4):
        lines = source_lines(ENTRIES, EN, 600.0, 14.0, most)
        shown = " ".join(lines).count("Publisher number")
        one_more = "; ".join(ENTRIES[: shown + 1])
        text = f"Sources: {one_more}; {EN.say('more', n=60 - shown - 1)}."
        assert width(text, 14.0) > 600.0 * (most - 1)


def test_a_list_of_pages_that_goes_on_ends_in_no_full_stop() -> None:
    assert source_lines(["NGO, p. 1, 2 …"], EN, 600.0, 14.0, 2) == ("Sources: NGO, p. 1, 2 …",)
    assert source_lines(["NGO, p. 1"], EN, 600.0, 14.0, 2) == ("Sources: NGO, p. 1.",)


def test_one_source_more_is_told_as_one() -> None:
    entries = [
        *ENTRIES[:4],
        "A very long name of a publisher that takes a line of its own, all of it",
    ]
    lines = source_lines(entries, words("fr"), 520.0, 14.0, 2)
    assert " ".join(lines).endswith("; et 1 autre, avec sa page dans le fichier de données.")


def test_no_sources_take_no_line() -> None:
    assert source_lines([], EN, 600.0, 14.0, 3) == ()


REPORT = "An NGO with four other groups that all have long names of their own in it"


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(
    ("first", "kept"),
    [
        (f"{REPORT}, pág. 18, 19, 26, 27, 32, 33 …", REPORT),
        (f"{REPORT}, p. 18-19", REPORT),
        (f"{REPORT} and {REPORT} and {REPORT}", "An NGO with four other groups that all have"),
    ],
)
def test_where_one_source_fills_the_lines_that_there_are_more_is_still_told(
    first: str, kept: str, lang: str
) -> None:
    lines = source_lines([first, *ENTRIES], words(lang), 740.0, 22.0, 2)
    assert len(lines) <= 2
    whole = " ".join(lines)
    assert whole.startswith(f"{words(lang).say('sources')}: {kept}")
    assert whole.endswith(f"; {words(lang).say('more', n=60)}.")


def test_one_source_that_is_too_long_is_cut() -> None:
    (line_,) = source_lines([f"{REPORT} {REPORT}"], EN, 600.0, 14.0, 1)
    assert line_.startswith("Sources: An NGO with")
    assert line_.endswith("…")
