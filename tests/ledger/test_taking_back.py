"""Acts of a ledger that are taken back, and brought again."""

from pathlib import Path

import pytest

from kg.errors import DataError
from tests.ledger.samples import WHEN, ledger, say


def test_undo_takes_back_the_last_act(tmp_path: Path) -> None:
    made = ledger(tmp_path, "a same b", "c same d", "undo")
    assert [one.left for one in made.judgements()] == ["a"]


def test_undo_again_goes_further_back(tmp_path: Path) -> None:
    made = ledger(tmp_path, "a same b", "c same d", "undo", "undo")
    assert made.judgements() == []


def test_undo_names_any_act(tmp_path: Path) -> None:
    made = ledger(tmp_path, "a same b", "c same d")
    say(made, f"undo {made.entries[0].act}")
    assert [one.left for one in made.judgements()] == ["c"]


def test_undo_takes_back_all_that_was_said_together(tmp_path: Path) -> None:
    made = ledger(tmp_path, "x same y", "a same b; c different d; e unsure f", "undo")
    assert [one.left for one in made.judgements()] == ["x"]
    assert len(made.entries) == 5


def test_an_undo_is_taken_back_by_its_name(tmp_path: Path) -> None:
    made = ledger(tmp_path, "a same b; c same d", "undo")
    say(made, f"undo {made.entries[-1].act}")
    assert [one.left for one in made.judgements()] == ["a", "c"]
    say(made, f"undo {made.entries[-1].act}")
    assert made.judgements() == []


def test_an_undo_leaves_what_was_said_before_the_act(tmp_path: Path) -> None:
    made = ledger(tmp_path, "a unsure b", "a same b", "undo")
    assert [one.verdict for one in made.judgements()] == ["unsure"]


def test_what_is_taken_back_stays_in_the_file(tmp_path: Path) -> None:
    before = ledger(tmp_path, "a same b").path.read_bytes()
    assert ledger(tmp_path, "undo").path.read_bytes().startswith(before)


@pytest.mark.parametrize("said", [(), ("a same b", "undo")])
def test_nothing_that_stands_is_said(tmp_path: Path, said: tuple[str, ...]) -> None:
    made = ledger(tmp_path, *said)
    with pytest.raises(DataError, match="nothing stands that could be taken back"):
        made.undo()


def test_an_unknown_act_is_said(tmp_path: Path) -> None:
    made = ledger(tmp_path, "a same b")
    with pytest.raises(DataError, match="no act is called 'zzzzzz'; kg judgements lists them"):
        made.undo("zzzzzz")


def test_what_is_taken_back_already_says_what_brings_it_back(tmp_path: Path) -> None:
    made = ledger(tmp_path, "a same b", "undo")
    act, undone = made.entries[0].act, made.entries[1].act
    with pytest.raises(DataError, match=f"{act} is taken back already; kg undo {undone} brings"):
        made.undo(act)


def test_an_undo_says_who_and_why(tmp_path: Path) -> None:
    made = ledger(tmp_path, "a same b")
    made.undo(why="Wrong town", who="ines", when=WHEN)
    made.say([("c", "d", "same")], "x", "tess", WHEN)
    made.undo(who="ines", when=WHEN)
    assert [(one.why, one.who) for one in made.entries if one.verdict == "undo"] == [
        ("Wrong town", "ines"),
        ("taken back", "ines"),
    ]
