"""Answers go to the ledger at once; skipping and taking back; going on after a break."""

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kg.case import Case
from kg.errors import DataError, StoreError
from kg.ledger import FILE, Ledger
from kg.review.decided import shipped
from kg.review.desk import VERDICTS, Desk, desk
from tests.review.conftest import AtDesk
from tests.review.samples import ORDER

if TYPE_CHECKING:
    from kg.session import OpenGraph


def lefts(desk: Desk) -> list[str]:
    return [each.pair.left for each in desk.waiting]


def written(folder: Path) -> list[tuple[str, str, str, str, str]]:
    entries = Ledger.open(folder / FILE).entries
    return [(one.left, one.right, one.verdict, one.why, one.who) for one in entries]


@pytest.mark.parametrize("verdict", VERDICTS)
def test_an_answer_is_in_the_file_before_the_next_pair(
    at_desk: AtDesk, tmp_path: Path, verdict: str
) -> None:
    work = at_desk()
    work.answer(verdict, "I looked")
    assert written(tmp_path) == [("acme", "acme-belgium", verdict, "I looked", "Ada")]
    assert lefts(work) == ORDER[1:]


def test_a_wrong_verdict_or_no_reason_writes_nothing(at_desk: AtDesk, tmp_path: Path) -> None:
    work = at_desk()
    for verdict, why in (("perhaps", "So."), ("same", "  ")):
        with pytest.raises(DataError):
            work.answer(verdict, why)
    assert (written(tmp_path), lefts(work)) == ([], ORDER)


def test_a_break_is_no_loss(at_desk: AtDesk) -> None:
    work = at_desk()
    work.answer("same", "So.")
    work.answer("unsure", "Cannot tell.")
    assert lefts(at_desk()) == ORDER[2:]


def test_what_somebody_else_answers_meanwhile_is_not_asked_again(
    at_desk: AtDesk, tmp_path: Path
) -> None:
    work = at_desk()
    Ledger.open(tmp_path / FILE).say([("child", "parent", "related")], "Owned", "Bob")
    work.answer("different", "So.")
    assert lefts(work) == ORDER[2:]


def test_skipped_pairs_come_back_at_the_end_in_turn(at_desk: AtDesk, tmp_path: Path) -> None:
    work = at_desk()
    work.skip()
    work.skip()
    assert lefts(work) == [*ORDER[2:], "acme", "parent"]
    for _ in range(3):
        work.skip()
    assert lefts(work) == ORDER
    assert written(tmp_path) == []


def test_an_answer_is_taken_back_and_its_pair_is_asked_again(
    at_desk: AtDesk, tmp_path: Path
) -> None:
    work = at_desk()
    work.answer("same", "So.")
    work.answer("different", "So.")
    undone = work.undo("Too quick")
    assert undone
    assert undone.pair.left == "parent"
    assert lefts(work) == ORDER[1:]
    assert [row[2] for row in written(tmp_path)] == ["same", "different", "undo"]


def test_answers_are_taken_back_one_by_one_and_no_further(at_desk: AtDesk, tmp_path: Path) -> None:
    work = at_desk()
    work.answer("same", "So.")
    work.answer("different", "So.")
    for left in ("parent", "acme"):
        undone = work.undo("Back")
        assert undone
        assert undone.pair.left == left
    assert work.undo("Back") is None
    assert len(written(tmp_path)) == 4
    assert Ledger.open(tmp_path / FILE).judgements() == []
    assert sorted(lefts(work)) == sorted(ORDER)


def test_after_a_break_the_last_answer_can_still_be_taken_back(at_desk: AtDesk) -> None:
    at_desk().answer("same", "So.")
    work = at_desk()
    undone = work.undo("Slept on it")
    assert undone
    assert undone.pair.left == "acme"
    assert lefts(work) == ORDER


def test_a_judgement_on_another_pair_is_not_taken_back(at_desk: AtDesk, tmp_path: Path) -> None:
    Ledger.open(tmp_path / FILE).say([("gent", "lyon", "different")], "Two towns", "Bob")
    assert at_desk().undo("Oops") is None
    assert [row[2] for row in written(tmp_path)] == ["different"]


def test_taking_back_what_was_taken_back_elsewhere_goes_to_the_one_before(
    at_desk: AtDesk, tmp_path: Path
) -> None:
    work = at_desk()
    work.answer("same", "So.")
    act = work.answer("different", "So.")
    Ledger.open(tmp_path / FILE).undo(act)
    undone = work.undo("Back")
    assert undone
    assert undone.pair.left == "acme"


def test_after_the_last_answer_nothing_is_current(at_desk: AtDesk) -> None:
    work = at_desk()
    while work.current:
        work.answer("related", "So.")
    work.skip()
    assert work.waiting == []
    assert len(work.acts) == len(ORDER)


# What follows from answers


def test_what_follows_from_being_one_is_not_asked(at_desk: AtDesk, tmp_path: Path) -> None:
    Ledger.open(tmp_path / FILE).say([("alpha", "beta", "same")], "One firm")
    Ledger.open(tmp_path / FILE).say([("beta", "alfa", "same")], "One firm")
    assert "alpha" not in lefts(at_desk())


def test_what_is_one_with_something_different_is_not_asked(at_desk: AtDesk, tmp_path: Path) -> None:
    Ledger.open(tmp_path / FILE).say([("alpha", "beta", "same")], "One firm")
    Ledger.open(tmp_path / FILE).say([("beta", "alfa", "different")], "Two firms")
    assert not {"alpha", "alfa"} & set(lefts(at_desk()))


def test_related_settles_nothing_of_others(at_desk: AtDesk, tmp_path: Path) -> None:
    Ledger.open(tmp_path / FILE).say([("alfa", "beta", "related")], "One owner")
    assert lefts(at_desk()) == [left for left in ORDER if left != "alfa"]


def test_a_judgement_that_was_taken_back_settles_nothing(at_desk: AtDesk, tmp_path: Path) -> None:
    ledger = Ledger.open(tmp_path / FILE)
    ledger.undo(ledger.say([("acme", "acme-belgium", "same")], "One firm"))
    assert lefts(at_desk()) == ORDER


def test_what_the_tables_of_the_case_judge_counts_too(graph: "OpenGraph", at_desk: AtDesk) -> None:
    work = at_desk()
    assert [each.left for book in shipped(graph.case) for each in book if each.left == "beta"]
    work.ledger.say([("alfa", "lyon", "same")], "For once")
    work.skip()
    assert "alfa" not in lefts(work), "alfa is lyon, and a table says that lyon is not beta"


def test_the_queue_of_a_case_is_that_of_its_last_build(graph: "OpenGraph") -> None:
    assert lefts(desk(graph.case, graph.store)) == ORDER


def test_without_a_build_there_is_no_list_to_go_through(graph: "OpenGraph", tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="kg build makes one"):
        desk(Case(tmp_path), graph.store)
