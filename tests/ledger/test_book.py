"""What is said in a ledger, supposed, or taken over from elsewhere."""

import re
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from kg.errors import DataError
from kg.ledger import COLUMNS, FILE, Entry, Ledger
from kg.ledger.book import LONGEST_WHY
from kg.version import __version__
from tests.ledger.samples import HEADER, WHEN, ledger, row, say, written
from tests.test_tables import HOSTILE

# Saying


def test_a_ledger_that_is_not_there_is_empty(tmp_path: Path) -> None:
    found = Ledger.open(tmp_path / FILE)
    assert (found.entries, found.problems, found.judgements()) == ([], [], [])
    assert list(tmp_path.iterdir()) == []


def test_a_judgement_is_a_row_with_who_when_why_and_the_tool(tmp_path: Path) -> None:
    found = Ledger.open(tmp_path / FILE)
    act = found.say([("a", "b", "same")], "Same number, p. 3", "tess", WHEN)
    expected = Entry(
        1, act, "a", "b", "same", "Same number, p. 3", "tess", WHEN, f"kg {__version__}"
    )
    assert found.entries == [expected]
    assert (tmp_path / FILE).read_text("utf-8") == (
        f'{HEADER}\n1,{act},a,b,same,"Same number, p. 3",tess,{WHEN},kg {__version__}\n'
    )


def test_what_one_process_says_another_reads(tmp_path: Path) -> None:
    made = ledger(tmp_path, "a same b", "c different d", "undo")
    again = Ledger.open(tmp_path / FILE)
    assert again == made
    assert [entry.row for entry in again.entries] == [2, 3, 4]


def test_an_act_may_judge_several_pairs(tmp_path: Path) -> None:
    made = ledger(tmp_path, "a same b; c unsure d; e related f", "g different h")
    acts = [entry.act for entry in made.entries]
    assert (acts[0], acts[1], len(set(acts))) == (acts[1], acts[2], 2)
    assert [entry.number for entry in made.entries] == [1, 2, 3, 4]


def test_every_act_has_a_name_of_its_own_that_no_spreadsheet_takes_for_a_number(
    tmp_path: Path,
) -> None:
    made = ledger(tmp_path)
    acts = [say(made, "a unsure b") for _ in range(25)]
    assert len(set(acts)) == 25
    assert all(re.fullmatch("[k-z]{6}", act) for act in acts)


def test_the_same_words_on_the_same_day_have_the_same_name_everywhere(tmp_path: Path) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    one.mkdir()
    two.mkdir()
    assert say(ledger(one), "a same b") == say(ledger(two), "a same b")
    assert (one / FILE).read_bytes() == (two / FILE).read_bytes()


@pytest.mark.parametrize("why", [*HOSTILE, "émigré „quoted“", "; , \t |", "= 1 + 1", "-"])
def test_any_reason_is_kept_word_by_word_on_one_line(tmp_path: Path, why: str) -> None:
    made = ledger(tmp_path, "x same y")
    made.say([("a", "b", "same")], why, why, WHEN)
    again = Ledger.open(tmp_path / FILE)
    assert again.problems == []
    assert again.entries[1].why.split() == why.split()
    assert again.entries[1].who == again.entries[1].why
    assert "\n" not in again.entries[1].why


def test_what_a_table_cannot_hold_is_left_out_of_a_reason(tmp_path: Path) -> None:
    made = ledger(tmp_path)
    made.say([("a", "b", "same")], "one\x00two\x1b[31m\r\nthree\x85", "te\x07ss", WHEN)
    assert (made.entries[0].why, made.entries[0].who) == ("one two [31m three", "te ss")
    assert Ledger.open(tmp_path / FILE).problems == []


@pytest.mark.parametrize(
    ("said", "why", "message"),
    [
        ([], "x", "nothing is judged: no pair was given"),
        ([("a", "b", "sane")], "x", "no verdict 'sane' (did you mean 'same'?)"),
        ([("a", "b", "undo")], "x", "no verdict 'undo'"),
        ([("a", "b", "")], "x", "no verdict ''"),
        ([("a", " a ", "same")], "x", "a: cannot be judged against itself"),
        ([("a", " ", "same")], "x", "a: a judgement is on two ids, one is missing"),
        ([("", "", "same")], "x", "same: a judgement is on two ids, one is missing"),
        ([("a", "b", "same"), ("c", "", "same")], "x", "c: a judgement is on two ids, one is"),
        ([("a", "b", "same")], "", "a judgement needs a reason"),
        ([("a", "b", "same")], " \n\t\x00", "a judgement needs a reason"),
        ([("a", "b", "same")], "x" * (LONGEST_WHY + 1), "the reason has 2001 characters; 2000"),
    ],
)
def test_what_says_nothing_is_refused_and_nothing_is_written(
    tmp_path: Path, said: list[tuple[str, str, str]], why: str, message: str
) -> None:
    with pytest.raises(DataError) as error:
        Ledger.open(tmp_path / FILE).say(said, why)
    assert str(error.value).startswith(message)
    assert not (tmp_path / FILE).exists()


def test_who_judges_is_the_user_unless_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = ledger(tmp_path)
    monkeypatch.delenv("KG_WHO", raising=False)
    monkeypatch.setenv("LOGNAME", "user")
    made.say([("a", "b", "same")], "x")
    monkeypatch.setenv("KG_WHO", " tess \n")
    made.say([("a", "c", "same")], "x")
    made.say([("a", "d", "same")], "x", "ines")
    assert [entry.who for entry in made.entries] == ["user", "tess", "ines"]


def test_when_is_now_unless_given(tmp_path: Path) -> None:
    made = ledger(tmp_path)
    before = datetime.now(UTC) - timedelta(seconds=1)
    made.say([("a", "b", "same")], "x")
    assert before <= datetime.fromisoformat(made.entries[0].when) <= datetime.now(UTC)


# Supposing, and taking over


def test_supposing_writes_nothing(tmp_path: Path) -> None:
    made = ledger(tmp_path, "a same b")
    before = made.path.read_bytes()
    supposed = made.supposing([("c", "d", "different")])
    assert [one.left for one in supposed.judgements()] == ["a", "c"]
    assert [one.left for one in made.judgements()] == ["a"]
    assert made.path.read_bytes() == before


def test_supposing_an_undo_is_what_it_will_be(tmp_path: Path) -> None:
    made = ledger(tmp_path, "a same b", "c same d")
    supposed = made.supposing([(made.entries[0].act, "", "undo")])
    say(made, f"undo {made.entries[0].act}")
    assert supposed.judgements() == made.judgements()


def test_what_was_judged_elsewhere_keeps_who_when_and_tool(tmp_path: Path) -> None:
    made = ledger(tmp_path, "a same b")
    act = made.take_over(
        [
            Entry(9, "theirs", "c", "d", "same", "x", "ann", "2021", "other"),
            Entry(9, "theirs", "e", "f", "unsure", "y", "bob", "2022", "other"),
        ]
    )
    assert made.entries[1:] == [
        Entry(2, act, "c", "d", "same", "x", "ann", "2021", "other"),
        Entry(3, act, "e", "f", "unsure", "y", "bob", "2022", "other"),
    ]
    made.undo(act)
    assert [one.left for one in made.judgements()] == ["a"]


def test_what_is_taken_over_is_read_back_as_it_was_written(tmp_path: Path) -> None:
    made = ledger(tmp_path)
    made.take_over([Entry(0, "", "a", "b", "same", "x\ny", "a\x00nn", "20\t21", "o")])
    assert [getattr(made.entries[0], column) for column in COLUMNS[5:]] == [
        *("x y", "a nn", "20 21", "o"),
    ]
    assert made.problems == []


def test_a_ledger_written_by_hand_is_added_to(tmp_path: Path) -> None:
    made = written(tmp_path, row(7, "mine", "a same b"))
    say(made, "undo")
    assert [(entry.number, entry.left) for entry in made.entries] == [(7, "a"), (8, "mine")]
    assert made.judgements() == []
