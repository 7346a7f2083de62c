"""The terminal, with its keys really pressed and the ledger's file read after."""

import asyncio
from collections.abc import Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from textual.widgets import Input, Static

from kg.building import build
from kg.case import Case
from kg.ledger import FILE, Ledger
from kg.review.app import KEYS, Review
from kg.review.desk import desk
from kg.review.portrait import Portraits, portraits
from kg.review.words import word
from kg.schema import LANGUAGES
from kg.session import open_graph
from tests.review.conftest import AtDesk
from tests.review.samples import HEBREW, MARKUP, ORDER, small

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from kg.session import OpenGraph

Run = Callable[..., Review]
PARTS = ("head", "reason", "left", "right", "shared", "names", "moves", "left-said", "right-said")


@pytest.fixture
def press(at_desk: AtDesk, graph: "OpenGraph") -> Run:
    """Sit down in a terminal of a size, press keys, and leave it as it is then."""

    def pressed(*keys: str, size: tuple[int, int] = (80, 24), lang: str = "en") -> Review:
        app = Review(at_desk(), portraits(graph.store, lang, 40), lang)

        async def work() -> None:
            async with app.run_test(size=size) as pilot:
                await pilot.pause()
                await pilot.press(*keys)
                await _look(pilot)

        alone(work())
        return app

    return pressed


def alone(work: Coroutine[None, None, None]) -> None:
    """Work in a thread of its own: the browser of other tests may hold the loop of this one."""
    with ThreadPoolExecutor(1) as threads:
        threads.submit(asyncio.run, work).result()


async def _look(pilot: "Pilot[None]") -> None:
    """Remember what a person sees before the terminal closes."""
    await pilot.pause()
    app = pilot.app
    assert isinstance(app, Review)
    shown = {part: str(app.query_one(f"#{part}", Static).content) for part in SEEN}
    if app.is_running:
        shown["screen"] = app.export_screenshot()
    shown["asked"] = str(app.query_one("#asked").display)
    shown["focus"] = str(app.focused.id if app.focused else "")
    app.__dict__["seen"] = shown


SEEN = (*PARTS, "question", "status", "keys")


def seen(app: Review, part: str) -> str:
    found: dict[str, str] = app.__dict__["seen"]
    return found[part]


def typed(text: str) -> list[str]:
    names = {" ": "space", ".": "full_stop", ",": "comma"}
    return [names.get(letter, letter) for letter in text]


def rows(folder: Path) -> list[tuple[str, str, str, str]]:
    entries = Ledger.open(folder / FILE).entries
    return [(one.left, one.right, one.verdict, one.why) for one in entries]


# Answering


@pytest.mark.parametrize(
    ("key", "verdict", "why"),
    [
        ("s", "same", "compared side by side: the same"),
        ("d", "different", "compared side by side: different"),
        ("r", "related", "compared side by side: related, not the same"),
        ("u", "unsure", "compared side by side: cannot be told"),
    ],
)
def test_a_key_and_enter_are_an_answer(
    press: Run, tmp_path: Path, key: str, verdict: str, why: str
) -> None:
    app = press(key, "enter")
    assert rows(tmp_path) == [("acme", "acme-belgium", verdict, why)]
    assert "4 pairs wait" in seen(app, "head")
    assert seen(app, "left").startswith("Parent SA")
    assert seen(app, "status") == f"acme / acme-belgium: {verdict}. Written to judgements.csv."


def test_a_reason_that_is_typed_stands_in_the_ledger(press: Run, tmp_path: Path) -> None:
    press("d", *typed("two, p. 9"), "enter")
    assert rows(tmp_path) == [("acme", "acme-belgium", "different", "two, p. 9")]


def test_letters_of_a_reason_are_no_keys(press: Run, tmp_path: Path) -> None:
    app = press("s", *"drukzq")
    assert rows(tmp_path) == []
    assert seen(app, "focus") == "why"
    assert "5 pairs wait" in seen(app, "head")


def test_the_question_says_what_the_answer_means_and_what_enter_takes(press: Run) -> None:
    app = press("r")
    assert seen(app, "asked") == "True"
    assert seen(app, "question") == (
        "Related: two that belong together: parent, part, product, successor. Why? Enter takes "
        "what you type, or else: compared side by side: related, not the same. Escape goes back."
    )


def test_escape_goes_back_without_an_answer(press: Run, tmp_path: Path) -> None:
    app = press("s", "x", "escape")
    assert rows(tmp_path) == []
    assert (seen(app, "asked"), seen(app, "focus")) == ("False", "pair")


def test_what_was_typed_for_another_answer_is_forgotten(press: Run, tmp_path: Path) -> None:
    press("s", "x", "escape", "d", "enter")
    assert rows(tmp_path)[0][2:] == ("different", "compared side by side: different")


def test_other_keys_do_nothing(press: Run, tmp_path: Path) -> None:
    app = press("x", "enter", "escape", "1", "ctrl+p")
    assert rows(tmp_path) == []
    assert seen(app, "left").startswith("Acme Security NV")


def test_skipping_writes_nothing(press: Run, tmp_path: Path) -> None:
    app = press("k")
    assert rows(tmp_path) == []
    assert "5 pairs wait · 1 skipped" in seen(app, "head")
    assert seen(app, "left").startswith("Parent SA")


def test_the_last_answer_is_taken_back(press: Run, tmp_path: Path) -> None:
    app = press("s", "enter", "d", "enter", "z")
    assert [row[2] for row in rows(tmp_path)] == ["same", "different", "undo"]
    assert rows(tmp_path)[-1][3] == "taken back in kg review"
    assert seen(app, "left").startswith("Parent SA")
    assert seen(app, "status") == "Taken back: parent / child."


def test_with_no_answer_there_is_nothing_to_take_back(press: Run, tmp_path: Path) -> None:
    app = press("z")
    assert rows(tmp_path) == []
    assert seen(app, "status").startswith("No answer of this queue is left to take back")


def test_q_quits_and_the_next_time_goes_on_there(press: Run, tmp_path: Path) -> None:
    app = press("s", "enter", "k", "q")
    assert not app.is_running
    again = press()
    assert "4 pairs wait" in seen(again, "head")
    assert seen(again, "left").startswith("Parent SA")
    assert len(rows(tmp_path)) == 1


def test_all_pairs_are_worked_off_to_the_end(press: Run, tmp_path: Path) -> None:
    app = press(*["u", "enter"] * len(ORDER))
    assert [row[0] for row in rows(tmp_path)] == ORDER
    assert seen(app, "reason") == (
        "Nothing is left to decide.\n"
        "5 answers in judgements.csv; kg build puts them into the graph."
    )
    assert seen(app, "left") == ""
    again = press("s", "k", "enter")
    assert seen(again, "reason") == "Nothing is left to decide."
    assert seen(again, "asked") == "False"
    assert len(rows(tmp_path)) == len(ORDER)


def test_an_answer_that_cannot_be_written_is_said_and_the_pair_stays(
    press: Run, tmp_path: Path
) -> None:
    (tmp_path / FILE).write_text("something,else\n1,2\n")
    app = press("s", "enter")
    assert "judgements.csv" in seen(app, "status")
    assert seen(app, "left").startswith("Acme Security NV")
    assert (tmp_path / FILE).read_text() == "something,else\n1,2\n"


# What is seen


def test_a_pair_is_seen_side_by_side_with_its_claims(press: Run) -> None:
    app = press(size=(120, 50))
    assert seen(app, "reason") == "Why it is open: Nobody says so"
    assert seen(app, "left").splitlines() == [
        "Acme Security NV",
        "company [acme]",
        "also called: Acme; ACME Sec",
        "country: BE",
    ]
    assert seen(app, "left-said").splitlines()[:4] == [
        "What is said of it",
        "- supplies Ghent police (since: 2019)",
        "  = also said of the other",
        "  Le Soir, p. 7",
    ]
    assert "2 relationships are said of both" in seen(app, "moves")
    assert seen(app, "names").splitlines()[1] == "Nothing certain; the score is a suggestion."


def test_what_speaks_against_is_seen(press: Run) -> None:
    app = press("k")
    assert "Against it: the two are tied to each other." in seen(app, "moves")
    assert "- Parent SA, cameras: 60 or 90" in seen(app, "moves")


def test_many_sources_and_facts_are_cut_with_their_number(
    at_desk: AtDesk, graph: "OpenGraph"
) -> None:
    from kg.review import screen

    current = at_desk().current
    assert current
    shown = dict(screen.areas(portraits(graph.store, "en", 1)(current), "en"))
    assert str(shown["right-said"]).endswith("2 more facts: kg show acme-belgium")


@pytest.mark.parametrize(
    ("lang", "size"),
    [*((lang, (80, 24)) for lang in LANGUAGES), ("de", (132, 43)), ("de", (50, 20))],
)
def test_all_keys_are_seen_in_every_language_and_size(
    press: Run, lang: str, size: tuple[int, int]
) -> None:
    app = press(size=size, lang=lang)
    picture = seen(app, "screen").replace("&#160;", " ").replace("\xa0", " ")
    for what in KEYS.values():
        assert word(what, lang) in picture
    assert word("why_open", lang).split()[0] in picture


def test_hostile_names_are_text(press: Run) -> None:
    app = press("k", "k", "k")
    assert seen(app, "reason") == f"Why it is open: {MARKUP}"
    assert seen(app, "left").splitlines()[0] == MARKUP
    assert seen(app, "right").splitlines()[0] == "Red<U+202E>evil<U+2066>"
    assert HEBREW in seen(app, "right")
    assert "\x1b" not in "".join(seen(app, part) for part in SEEN)
    assert "[bold" in seen(app, "screen").replace("&#91;", "[")


def test_a_hostile_reason_is_one_row_of_the_ledger(press: Run, tmp_path: Path) -> None:
    press("s", *typed('"]=[b], no'), "enter")
    assert rows(tmp_path) == [("acme", "acme-belgium", "same", '"]=[b], no')]


def test_a_key_pasted_is_no_answer(at_desk: AtDesk, drawn: Portraits, tmp_path: Path) -> None:
    from textual.events import Paste

    app = Review(at_desk(), drawn, "en")

    async def work() -> None:
        async with app.run_test() as pilot:
            app.post_message(Paste("s\nd\nq"))
            await pilot.pause()
            assert not app.query_one("#asked").display
            await pilot.press("s")
            app.query_one("#why", Input).post_message(Paste("one line\nand another"))
            await pilot.pause()
            await pilot.press("enter")

    alone(work())
    assert rows(tmp_path) == [("acme", "acme-belgium", "same", "one line")]


def test_a_long_pair_is_read_on_with_keys_and_the_next_begins_at_its_top(
    at_desk: AtDesk, drawn: Portraits
) -> None:
    app = Review(at_desk(), drawn, "en")

    async def work() -> None:
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.press("pagedown")
            await pilot.pause(0.5)
            assert app.query_one("#pair").scroll_offset.y > 0
            await pilot.press("k")
            await pilot.pause()
            assert app.query_one("#pair").scroll_offset.y == 0

    alone(work())


# What happens meanwhile


@pytest.fixture
def own(tmp_path: Path) -> Case:
    """A case of its own, built."""
    case = small(tmp_path / "case")
    build(case)
    return case


def work_on(own: Case, meanwhile: Callable[["OpenGraph"], object], *keys: str) -> Review:
    """Answer a pair, let something happen, answer the next, and press more keys."""
    with open_graph(own, "embedded") as opened:
        app = Review(desk(own, opened.store, "Ada"), portraits(opened.store, "en", 9), "en")

        async def work() -> None:
            async with app.run_test(size=(80, 24)) as pilot:
                await pilot.press("u", "enter")
                meanwhile(opened)
                await pilot.press("u", "enter", *keys)
                await _look(pilot)

        alone(work())
    return app


def test_a_build_meanwhile_does_not_disturb(own: Case) -> None:
    app = work_on(own, lambda _: build(own))
    assert [row[0] for row in rows(own.root)] == ORDER[:2]
    assert seen(app, "left").startswith("Alpha BV")


def test_a_graph_that_is_gone_is_said_and_nobody_answers_what_is_not_seen(own: Case) -> None:
    app = work_on(own, lambda opened: opened.store.close(), "s", "enter")
    assert [row[0] for row in rows(own.root)] == ORDER[:2]
    assert "closed" in seen(app, "reason")
    assert seen(app, "left") == ""
