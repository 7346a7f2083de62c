"""What sources disagree on, as questions with their answers."""

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from kg.figures.carousel import pages
from kg.figures.describe import alt, long
from kg.figures.disputes import Dispute, by_title, disputes, is_disputed
from kg.figures.kinds import kind_of
from kg.figures.measure import checked
from kg.figures.questions import part_of_disputes, units_of_disputes
from kg.figures.words import words
from kg.schema import LANGUAGES
from kg.views.picture import Claim, Picture
from tests.figures.boxes import overlaps
from tests.figures.boxes import words as words_of
from tests.figures.conftest import build
from tests.views.samples import line, mark, picture

if TYPE_CHECKING:
    from kg.session import OpenGraph
    from tests.figures.conftest import Build, Pictures

WHEN = "When did it end?"


def claim(id_: str, publisher: str = "", title: str = WHEN, **more: object) -> Claim:
    """A claim of a dispute on a date, by a paper of its own."""
    name = publisher or f"Paper {id_}"
    found = Claim(id_, f"Says {id_}.", "reported", "", name, "", "", name, "2024", "2026", "")
    found = replace(found, conflicts=(title,), about={title: "date"}, predicate="ENDED")
    return replace(found, **more)  # type: ignore[arg-type]


def disputed(*claims: Claim, **lines: str) -> Picture:
    """A minister who ended a deal and a system, as these claims tell; ``lines`` says which."""
    ids = [each.id for each in claims]
    deal = tuple(id_ for id_ in ids if lines.get(id_, "deal") == "deal")
    eye = tuple(id_ for id_ in ids if lines.get(id_) == "eye")
    lone = tuple(id_ for id_ in ids if lines.get(id_) == "lone")
    marks = [mark("minister", "Person"), mark("deal", "Contract")]
    ties = [line("minister", "deal", "ENDED", claims=deal, conflict=True)]
    if eye:
        marks.append(mark("eye", "Product"))
        ties.append(line("minister", "eye", "ENDED", claims=eye, conflict=True))
    if lone:
        marks.append(mark("firm", claims=lone))
    found = picture(*marks, *ties, layout="force")
    return replace(found, claims={each.id: each for each in claims})


def on(date: str, **more: str) -> tuple[tuple[str, str], ...]:
    return (("date", date), *more.items())


def answers(found: Picture, lang: str = "en") -> tuple[str, ...]:
    (one,) = disputes(replace(found, lang=lang), words(lang))
    return one.answers


def test_what_most_sources_say_comes_first_and_all_are_named() -> None:
    told = disputed(
        claim("a", qualifiers=on("2024")),
        claim("b", qualifiers=on("2025-12")),
        claim("c", qualifiers=on("2025-12")),
    )
    assert answers(told) == ("Dec 2025 \u2013 Paper b; Paper c", "2024 \u2013 Paper a")
    assert answers(told, "nl")[0] == "Dec. 2025 \u2013 Paper b; Paper c"


def test_a_day_of_a_report_is_not_told_as_the_day_itself() -> None:
    told = disputed(
        claim("a", qualifiers=on("2025-12-26", date_kind="reported")),
        claim("b", qualifiers=on("2025-12")),
    )
    assert "26 Dec 2025 (of the report on it) \u2013 Paper a" in answers(told)


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"hedge": "said_to"}, "2024, said to \u2013 Paper a"),
        ({"hedge": "apparently"}, "2024, apparently \u2013 Paper a"),
        ({}, "2024 \u2013 Paper a"),
    ],
)
def test_a_reservation_of_a_source_is_never_dropped(more: dict[str, str], said: str) -> None:
    told = disputed(claim("a", qualifiers=on("2024", **more)), claim("b", qualifiers=on("2025")))
    assert said in answers(told)


def test_a_source_in_other_capitals_is_the_same_and_named_once() -> None:
    told = disputed(
        claim("a", "RTL Info", qualifiers=on("2024")),
        claim("b", "RTL info", qualifiers=on("2024")),
        claim("c", qualifiers=on("2025")),
    )
    assert "2024 \u2013 RTL Info" in answers(told)
    assert [len(each.sources) for each in disputes(told, words("en"))] == [2]


def test_what_is_alleged_or_disputed_is_told_as_that() -> None:
    told = disputed(
        claim("a", qualifiers=on("2024"), certainty="alleged"), claim("b", qualifiers=on("2025"))
    )
    assert "2024, alleged \u2013 Paper a" in answers(told)


def test_words_about_one_thing_keep_their_verb() -> None:
    told = disputed(
        claim("a", qualifiers=on("2024")),
        claim("b", predicate="DISPUTES", text="that it ended"),
        b="lone",
    )
    assert answers(told) == (
        "firm disputes that it ended \u2013 Paper b",
        "minister ended deal: 2024 \u2013 Paper a",
    )


def test_days_of_the_same_kind_of_tie_need_not_say_of_whom() -> None:
    told = disputed(claim("a", qualifiers=on("2024")), claim("b", qualifiers=on("2025")), b="eye")
    assert answers(told) == ("2024 \u2013 Paper a", "2025 \u2013 Paper b")


def test_a_question_of_who_names_them() -> None:
    who = {"about": {WHEN: "role"}}
    told = disputed(claim("a", **who), claim("b", **who), b="eye")  # type: ignore[arg-type]
    assert answers(told) == (
        "minister ended deal \u2013 Paper a",
        "minister ended eye \u2013 Paper b",
    )


def test_where_our_words_show_no_difference_each_claim_is_told_as_a_sentence() -> None:
    told = disputed(claim("a"), claim("b"))
    assert answers(told) == ("Says a. \u2013 Paper a", "Says b. \u2013 Paper b")


@pytest.mark.parametrize(
    ("qualifiers", "text", "said"),
    [
        ((("value", "299000000"), ("currency", "EUR")), "", "€299 million"),
        ((("value", "7500000"), ("currency", "GBP"), ("approx", "more_than")), "",
         "More than £7.5 million"),
        ((("count", "78"), ("approx", "about")), "", "About 78"),
        ((("min", "101"), ("max", "500")), "", "101\u2013500"),
        ((("measure", "cameras"),), "60", "60 cameras"),
        ((("currency", "EUR"), ("approx", "almost")), "300000000", "Almost €300 million"),
    ],
)  # fmt: skip
def test_figures_are_told_as_the_source_has_them(
    qualifiers: tuple[tuple[str, str], ...], text: str, said: str
) -> None:
    what = {"about": {WHEN: "value"}}
    told = disputed(
        claim("a", qualifiers=qualifiers, text=text, **what),  # type: ignore[arg-type]
        claim("b", qualifiers=(("value", "1"),), **what),  # type: ignore[arg-type]
    )
    assert f"{said} \u2013 Paper a" in answers(told)


@pytest.mark.parametrize(
    ("publisher", "locator", "said"),
    [
        ("Paper", "p. 19, l. 468-471", "Paper, p. 19"),
        ("Paper", "para 2", "Paper"),
        ("Statewatch with Technopolice Belgium, Ligue des droits humains", "p. 52",
         "Statewatch et al., p. 52"),
        ("A text of the press (copy on another.example, no origin)", "", "A text of the press"),
        ("One, Two, Three, Four, Five, Six, Seven, Eight and Nine", "", "One et al."),
    ],
)  # fmt: skip
def test_a_source_is_named_with_its_page_the_first_of_many_names(
    publisher: str, locator: str, said: str
) -> None:
    told = disputed(
        claim("a", publisher, qualifiers=on("2024"), locator=locator),
        claim("b", qualifiers=on("2025")),
    )
    assert f"2024 \u2013 {said}" in answers(told)


def test_a_picture_is_told_in_questions_only_where_all_of_it_is_disputed() -> None:
    told = disputed(claim("a", qualifiers=on("2024")), claim("b", qualifiers=on("2025")))
    assert is_disputed(told)
    assert kind_of(told).name == "questions"
    agreed = replace(told, claims={**told.claims, "c": replace(claim("c"), conflicts=())})
    both = replace(agreed, lines=(*agreed.lines, line("deal", "minister", "OWNS", claims=("c",))))
    assert not is_disputed(both)
    assert kind_of(both).name == "layered"
    assert kind_of(replace(told, layout="layered")).name == "layered"
    assert not is_disputed(replace(told, marks=(), lines=()))


def test_what_is_left_open_is_a_question_only_beside_no_contradiction() -> None:
    open_ = replace(claim("a"), conflicts=(), unclear=("Is it open?",))
    assert list(by_title(disputed(open_))) == ["Is it open?"]
    assert list(by_title(disputed(open_, claim("b")))) == [WHEN]


def test_a_part_has_the_claims_of_its_questions_and_no_other() -> None:
    told = disputed(claim("a"), claim("b", title="Other?"), claim("c", title="Other?"), b="eye")
    assert units_of_disputes(told) == ["Other?", WHEN]
    part = part_of_disputes(told, {WHEN})
    assert {id_: each.conflicts for id_, each in part.claims.items() if each.conflicts} == {
        "a": (WHEN,)
    }
    assert [tie.end for tie in part.lines] == ["deal"]
    assert {each.id for each in part.marks} == {"minister", "deal"}
    assert list(by_title(part_of_disputes(told, {"Other?"}))) == ["Other?"]


def many(count: int, sides: int = 4) -> Picture:
    """So many disputes, each with so many sides told at length."""
    claims = [
        claim(f"n{n:03}-{side}", title=f"What is question {n:03}?", about={}, says="word " * 30)
        for n in range(count)
        for side in range(sides)
    ]
    return disputed(*claims)


def test_what_takes_too_many_parts_names_the_sources_alone() -> None:
    found = pages(many(90), "square")
    assert {page.kind.name for page in found} == {"named"}
    assert 1 < len(found) <= found[0].paper.pages
    shown = [each for page in found for each in by_title(page.picture)]
    assert sorted(shown) == [f"What is question {n:03}?" for n in range(90)]
    assert "Each question with its sources." in found[0].picture.caption


def test_a_long_answer_goes_on_in_another_line_and_loses_nothing() -> None:
    claims = [
        claim(f"c{n:02}", f"The paper of the town number {n:02}", qualifiers=on(f"20{n:02}"))
        for n in range(1, 30)
    ]
    lone = claim("z", predicate="DISPUTES", text="that it ended")
    told = answers(disputed(*claims, lone, z="lone"))
    assert all(len(each) <= 400 and not each.endswith("…") for each in told)
    text = " ".join(told)
    assert all(f"20{n:02} \u2013 The paper of the town number {n:02}" in text for n in range(1, 30))
    assert len([each for each in told if each.startswith("minister ended deal: ")]) > 1


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("size", ["article", "square"])
def test_every_dispute_of_the_shipped_data_is_asked_with_all_its_sources(
    built: "Build", pictures: "Pictures", lang: str, size: str
) -> None:
    made = built("conflicts", size, lang)
    assert made.kind in ("questions", "named")
    text = " ".join(" ".join(words_of(svg).split()) for svg in made.svgs)
    whole: list[Dispute] = disputes(pictures("conflicts", lang), words(lang))
    assert len(whole) >= 45
    for each in whole:
        assert each.question in text
        assert all(source in text for source in each.sources)
    for seen in made.seen:
        assert overlaps(seen.texts) == []


def test_every_contradicting_claim_of_the_shipped_data_is_in_the_picture(
    shipped: "OpenGraph", pictures: "Pictures"
) -> None:
    drawn = pictures("conflicts")
    held = {id_ for claims in by_title(drawn).values() for id_ in (each.id for each in claims)}
    told = {
        side.told.claim.id
        for group in shipped.conflicts()
        if group.conflict.kind == "conflict"
        for side in group.sides
    }
    assert told <= held


def test_who_cannot_see_it_is_told_questions_and_answers() -> None:
    made = build(disputed(claim("a", qualifiers=on("2024")), claim("b", qualifiers=on("2025"))))
    (page,) = made.figure.pages
    assert alt(page).endswith("question by question: 1 in all, from 2 sources.")
    assert f"{WHEN}\n  2024 \u2013 Paper a\n  2025 \u2013 Paper b" in long(page)
    assert checked(WHEN) in words_of(made.svgs[0])
