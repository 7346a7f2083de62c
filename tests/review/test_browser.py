"""The page in a real browser: offline, by keys alone, on a phone, with hostile names."""

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kg.ledger import FILE, Ledger
from kg.review.answers import take
from kg.review.page import page
from kg.review.portrait import portraits
from tests.pages.tab import Tab
from tests.pages.test_access import broken, scrolls_sideways
from tests.review.conftest import AtDesk, Open
from tests.review.samples import MARKUP, ORDER, answers

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext

    from kg.session import OpenGraph

ACTIVE = "document.activeElement"


def html(graph: "OpenGraph", at_desk: AtDesk, lang: str = "en") -> str:
    draw = portraits(graph.store, lang, 20)
    return page([draw(waiting) for waiting in at_desk().waiting], 0, lang)


@pytest.fixture
def tab(show: Open, graph: "OpenGraph", at_desk: AtDesk) -> Tab:
    return show(html(graph, at_desk))


def saved(tab: Tab, to: Path) -> Path:
    """Save the answers as the reader does."""
    with tab.page.expect_download() as waiting:
        tab.page.locator("#save").click()
    assert waiting.value.suggested_filename == "answers.csv"
    to.write_bytes(Path(waiting.value.path()).read_bytes())
    return to


def answer(tab: Tab, left: str, verdict: str, why: str = "") -> None:
    article = tab.page.locator(f"article[data-left='{left}']")
    article.locator(f"input[value={verdict}]").check()
    article.locator("input[name=why]").fill(why)


def reason(tab: Tab, left: str) -> str:
    return tab.page.locator(f"article[data-left={left}] input[name=why]").input_value()


def judged(path: Path) -> list[tuple[str, str, str, str]]:
    return [(one.left, one.right, one.verdict, one.why) for one in Ledger.open(path).entries]


# Answers


def test_answers_come_back_as_the_same_ledger_as_in_the_terminal(
    tab: Tab, graph: "OpenGraph", at_desk: AtDesk, tmp_path: Path
) -> None:
    reasons = ["=SUM(1,2)", 'two firms, "not" one', "", "-5", "é; naïve"]
    verdicts = ["different", "related", "same", "unsure", "unsure"]
    for left, verdict, why in zip(ORDER, verdicts, reasons, strict=True):
        answer(tab, left, verdict, why)
    table = saved(tab, tmp_path / "answers.csv")
    taken = take(table, graph.store, Ledger.open(tmp_path / "page.csv"), "Ada")
    assert (taken.written, taken.known, taken.problems) == (5, 0, ())
    work = at_desk()
    for verdict, why in zip(verdicts, reasons, strict=True):
        work.answer(verdict, why or "compared side by side: the same")
    assert judged(tmp_path / "page.csv") == judged(tmp_path / FILE)


def test_a_formula_is_saved_as_text(tab: Tab, tmp_path: Path) -> None:
    answer(tab, "acme", "same", "=HYPERLINK(1)")
    text = saved(tab, tmp_path / "answers.csv").read_bytes().decode()
    assert text == "\ufeffleft,right,verdict,why\r\nacme,acme-belgium,same,'=HYPERLINK(1)\r\n"


def test_without_an_answer_only_the_head_is_saved(tab: Tab, tmp_path: Path) -> None:
    text = saved(tab, tmp_path / "answers.csv").read_bytes().decode()
    assert text == "\ufeffleft,right,verdict,why\r\n"


def test_an_answer_can_be_taken_away_again(tab: Tab, tmp_path: Path) -> None:
    answer(tab, "acme", "same", "x")
    assert tab.tally == "1 of 5 answered · Not saved yet"
    tab.page.locator("article[data-left=acme] button[type=reset]").click()
    tab.settle()
    assert tab.tally == "0 of 5 answered · Not saved yet"
    saved(tab, tmp_path / "answers.csv")
    assert tab.tally == "0 of 5 answered"


def test_saving_says_where_to(tab: Tab, tmp_path: Path) -> None:
    saved(tab, tmp_path / "answers.csv")
    assert tab.page.locator("#status").inner_text() == (
        "Saved as answers.csv. Send it back, or take it in with: kg review --answers answers.csv"
    )


@pytest.mark.parametrize("form", ["{}", "\ufeff{}", "semicolons"])
def test_a_saved_file_is_gone_on_with(tab: Tab, tmp_path: Path, form: str) -> None:
    rows = [("child", "parent", "Related", 'a "b", c'), ("alpha", "alfa", "same", "'=x")]
    path = answers(tmp_path / "before.csv", *rows, ("no", "body", "same", ""))
    text = path.read_text()
    if form == "semicolons":
        text = 'left;right;verdict;why\r\nchild;parent;Related;"a ""b"", c"\r\nalpha;alfa;same;\'=x'
    path.write_text(text if form == "semicolons" else form.format(text), newline="")
    tab.page.locator("#load").set_input_files(path)
    tab.page.locator("#status:not(:empty)").wait_for()
    assert tab.page.locator("#status").inner_text() == "2 answers taken from the file."
    assert [reason(tab, left) for left in ("parent", "alpha")] == ['a "b", c', "=x"]
    assert tab.tally == "2 of 5 answered · Not saved yet"


def test_a_file_of_something_else_changes_nothing(tab: Tab, tmp_path: Path) -> None:
    path = tmp_path / "other.csv"
    path.write_text('a,b\n"unclosed\n')
    tab.page.locator("#load").set_input_files(path)
    tab.page.locator("#status:not(:empty)").wait_for()
    assert tab.page.locator("#status").inner_text() == "No answer on these pairs is in that file."
    assert tab.tally == "0 of 5 answered"


def test_what_is_not_saved_is_not_lost_without_a_word(tab: Tab, tmp_path: Path) -> None:
    answer(tab, "acme", "same")
    asks = "!dispatchEvent(new Event('beforeunload', {cancelable: true}))"
    assert tab.page.evaluate(asks) is True
    saved(tab, tmp_path / "answers.csv")
    assert tab.page.evaluate(asks) is False


# Keys


def test_a_pair_is_answered_with_keys_alone(tab: Tab, tmp_path: Path) -> None:
    tab.keys("Tab")
    assert tab.page.evaluate(f"{ACTIVE}.id") == "skip"
    tab.keys("Enter")
    assert tab.page.evaluate(f"{ACTIVE}.id") == "pair-1"
    while tab.page.evaluate(f"{ACTIVE}.type") != "radio":
        tab.keys("Tab")
    tab.keys("Space", "ArrowDown")
    tab.keys("Tab")
    tab.page.keyboard.type("two firms")
    while tab.page.evaluate(f"{ACTIVE}.id") != "save":
        tab.keys("Tab")
    with tab.page.expect_download() as waiting:
        tab.keys("Enter")
    text = Path(waiting.value.path()).read_text("utf-8-sig")
    assert text.splitlines()[1] == "acme,acme-belgium,different,two firms"


def test_the_claims_are_opened_with_keys(tab: Tab) -> None:
    tab.page.locator("summary").first.focus()
    claim = tab.page.locator(".places").first
    assert not claim.is_visible()
    tab.keys("Enter")
    assert claim.is_visible()


def test_next_goes_from_open_pair_to_open_pair_and_round(tab: Tab) -> None:
    answer(tab, "parent", "same")
    visited = []
    for _ in range(5):
        tab.page.locator("#next").click()
        visited.append(tab.page.evaluate(f"{ACTIVE}.dataset.left"))
    assert visited == ["alpha", "markup", "alfa", "acme", "alpha"]


def test_focus_is_never_hidden_under_the_bar(tab: Tab) -> None:
    tab.page.locator("#skip").focus()
    hidden = """() => { const box = document.activeElement.getBoundingClientRect();
      const bar = document.querySelector("#bar");
      const isBelow = box.top >= bar.getBoundingClientRect().top;
      return isBelow && !bar.contains(document.activeElement); }"""
    for _ in range(25):
        tab.keys("Tab")
        assert not tab.page.evaluate(hidden)


# Sight


@pytest.mark.parametrize(
    ("wide", "scheme"), [(1280, "light"), (1280, "dark"), (390, "light"), (320, "dark")]
)
def test_no_rule_is_broken_at_any_width(
    show: Open, graph: "OpenGraph", at_desk: AtDesk, wide: int, scheme: str
) -> None:
    tab = show(html(graph, at_desk, "de" if scheme == "dark" else "en"), wide=wide, tall=800)
    tab.page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    tab.page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
    answer(tab, "acme", "same", "x")
    assert broken(tab) == []
    assert not scrolls_sideways(tab)


def test_an_empty_page_is_read(chromium: "BrowserContext", tmp_path: Path) -> None:
    path = tmp_path / "empty.html"
    path.write_text(page([], 0, "en"), "utf-8")
    opened = chromium.new_page()
    opened.goto(path.as_uri())
    assert "Nothing is left to decide." in opened.locator("main").inner_text()
    opened.close()


def test_hostile_names_are_only_read(tab: Tab) -> None:
    article = tab.page.locator("article[data-left=markup]")
    assert MARKUP in article.locator("h2").inner_text()
    assert tab.page.locator("img").count() == 0
    assert article.locator("h2 bdi").count() == 2


def test_an_answered_pair_is_told_by_more_than_a_colour(tab: Tab) -> None:
    width = "getComputedStyle(document.querySelector('article')).borderInlineStartWidth"
    before = tab.page.evaluate(width)
    answer(tab, "acme", "same")
    assert tab.page.evaluate(width) != before
    assert tab.tally.startswith("1 of 5 answered")


def test_a_phone_shows_one_below_the_other(show: Open, graph: "OpenGraph", at_desk: AtDesk) -> None:
    tab = show(html(graph, at_desk), wide=390, tall=800)
    boxes = [box.bounding_box() for box in tab.page.locator(".two").first.locator("section").all()]
    first, second = (box for box in boxes if box)
    assert first["x"] == second["x"]
    assert second["y"] >= first["y"] + first["height"]
    bar = tab.page.locator("#bar").bounding_box()
    assert bar
    assert bar["height"] < 160
