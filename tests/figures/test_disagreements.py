"""Notes on what sources disagree on or leave open, on days, and on ties of no kind of their own."""

from dataclasses import replace

import pytest

from kg.figures.notes import contested, line_notes
from kg.figures.words import words
from tests.figures.test_notes import EN, claim, text
from tests.views.samples import line, mark, picture


@pytest.mark.parametrize(
    ("lang", "disagree", "open_"),
    [
        ("en", "Sources disagree: When was i-Police stopped?",
         "Open question: When did CAS begin?"),
        ("nl", "Bronnen spreken elkaar tegen: Wanneer is i-Police stopgezet?",
         "Open vraag: Wanneer begon CAS?"),
        ("fr", "Les sources se contredisent : Quand i-Police a-t-il été arrêté ?",
         "Question ouverte : Quand CAS a-t-il commencé ?"),
        ("de", "Quellen widersprechen sich: Wann wurde i-Police beendet?",
         "Offene Frage: Wann begann CAS?"),
        ("es", "Las fuentes se contradicen: ¿Cuándo se detuvo i-Police?",
         "Cuestión abierta: ¿Cuándo empezó CAS?"),
    ],
)  # fmt: skip
def test_on_what_sources_disagree_and_what_is_open_is_told(
    lang: str, disagree: str, open_: str
) -> None:
    tie = replace(line("a", "b"), claims=("c1",))
    stopped = claim(conflicts=("When was i-Police stopped?",))
    began = claim(unclear=("When did CAS begin?",))
    assert text(replace(tie, conflict=True), stopped, lang=lang) == disagree
    assert text(replace(tie, unclear=True), began, lang=lang) == open_
    bare = (("disagree", replace(tie, conflict=True)), ("unclear", replace(tie, unclear=True)))
    for key, untold in bare:
        said = words(lang).say(key)
        assert text(untold, lang=lang) == said[:1].upper() + said[1:]


def test_where_there_is_no_room_for_the_question_that_sources_disagree_is_said_whole() -> None:
    tie = replace(line("a", "b", details={"title": "w" * 70}), conflict=True, claims=("c1",))
    short, long = claim(conflicts=("Why?",)), claim(conflicts=(f"{'Why ' * 20}so?",))
    assert text(tie, short) == f"W{'w' * 69}, sources disagree: Why?"
    assert text(tie, long) == f"W{'w' * 69}, sources disagree"
    cut = replace(tie, details={"title": "word " * 60})
    assert text(cut, short).endswith(" word…, sources disagree")
    assert len(text(cut, short)) <= 130


def test_an_open_question_gives_way_to_roles_and_dates_and_a_dispute_does_not() -> None:
    ties = [
        replace(line("a", "b", eid="open"), unclear=True),
        line("a", "b", eid="role", details={"title": "member"}),
        line("a", "b", eid="date", date="2019"),
        replace(line("a", "b", eid="fight"), conflict=True),
        line("a", "b", "ACQUIRED", eid="verb", style="owns"),
    ]
    whole = picture(mark("a"), mark("b"), *ties)
    order = ["fight", "date", "role", "open", "verb"]
    for most in range(1, 6):
        assert set(line_notes(whole, EN, most).numbers) == set(order[:most])


def test_what_most_claims_disagree_on_is_told() -> None:
    tie = replace(line("a", "b"), conflict=True, claims=("c1", "c2", "c3"))
    both = ("Why?", "When?")
    found = (claim(conflicts=both), claim("c2", conflicts=("Why?",)), claim("c3", conflicts=()))
    assert text(tie, *found) == "Sources disagree: Why?"
    assert text(tie, found[0]) == "Sources disagree: When?", "of two alike, the first by letter"


def test_the_day_that_most_bear_out_comes_first_and_a_slip_is_told_as_one() -> None:
    days = ("2025-12-26", "2025", "2018", "2025-12", "2024")
    claims = [claim(f"c{n}", date=day) for n, day in enumerate(days)]
    tie = replace(
        line("a", "b"), conflict=True, date="; ".join(days), claims=tuple(c.id for c in claims)
    )
    assert text(tie, *claims) == "26 Dec 2025 (also dated 2018, 2024), sources disagree"
    assert text(tie, *claims, lang="de").startswith("26. Dez. 2025 (auch datiert: 2018, 2024), ")
    assert text(replace(tie, conflict=False), *claims) == "26 Dec 2025 / 2018 / 2024"
    assert text(replace(tie, date="2018; 2024"), *claims).startswith("2018 / 2024, ")


def test_what_is_only_related_says_in_which_way() -> None:
    tie = line("a", "b", "RELATED_TO", style="other", date="2021")
    assert text(tie) == "Related_to, 2021"
    signed = replace(tie, details={"relation": "signed the contract as minister"})
    assert text(signed) == "Signed the contract as minister, 2021"
    assert text(signed, lang="nl") == "Tekende het contract als minister, 2021"
    judged = replace(tie, date="", details={"relation": "judged related; tie not explained"})
    assert text(judged) == "Related in the judgement of this project"


def test_a_contested_mark_says_over_what() -> None:
    found = replace(mark("a"), claims=("c1", "gone"))
    whole = replace(picture(found), claims={"c1": claim(conflicts=("How many?",))})
    assert contested(found, whole, EN) == "How many?"
    known = replace(whole, claims={"c1": claim(conflicts=("When did CAS begin?",))})
    assert contested(found, known, words("nl")) == "Wanneer begon CAS?"
    assert contested(found, whole, words("nl")) == "How many?"
    assert contested(mark("b"), whole, EN) == ""
    assert contested(found, replace(whole, claims={"c1": claim()}), EN) == ""


def test_a_verb_is_read_along_the_arrow() -> None:
    words_ = {"words": {"en": "is part of"}, "inverse": {"en": "includes"}}
    tie = line("a", "b", "PART_OF", style="directed", **words_)
    assert text(tie) == "Is part of"
    assert text(replace(tie, backward=True)) == "Includes"
    assert text(replace(tie, backward=True, style="planned")) == "Includes"
    plain = line("a", "b", "AWARDED", style="contract", backward=True, **words_)
    assert text(plain) == "Is part of", "a line without an arrow is read from who does it"
