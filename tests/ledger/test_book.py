import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path

import pytest

from kg.errors import CaseError, DataError
from kg.ledger import COLUMNS, FILE, Entry, Ledger
from kg.ledger.book import LONGEST_WHY
from kg.version import __version__
from tests.ledger.samples import HEADER, WHEN, ledger, pairs, row, say, written
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


# A file that only grows


BEGUN = [row(1, "kkkkkk", "a same b"), row(2, "llllll", "c different d")]
PLAIN = "\n".join([HEADER, *BEGUN, ""])
SEMICOLONS = PLAIN.replace(",", ";")
TURNED = "tool,when,who,why,verdict,right,left,act,number\nkg 1,2026,tess,x,same,b,a,kkkkkk,1\n"
STATES = {
    "nothing in it": b"",
    "only a mark": BOM_UTF8,
    "only the header": f"{HEADER}\n".encode(),
    "as written": PLAIN.encode(),
    "no line end": PLAIN.rstrip("\n").encode(),
    "a spreadsheet's": BOM_UTF8 + SEMICOLONS.replace("\n", "\r\n").encode(),
    "with sep=": b"sep=;\r\n" + SEMICOLONS.replace("\n", "\r\n").encode(),
    "tabs": PLAIN.replace(",", "\t").encode(),
    "UTF-16": BOM_UTF16_LE + PLAIN.encode("utf-16-le"),
    "UTF-16, the other way": BOM_UTF16_BE + PLAIN.rstrip("\n").encode("utf-16-be"),
    "old Macintosh": PLAIN.replace("\n", "\r").encode(),
    "Windows-1252": PLAIN.replace("looked", "l\u00f6oked").encode("cp1252"),
    "another order of columns": TURNED.encode(),
    "a column more": PLAIN.replace("\n", ",\n").replace("tool,", "tool,comment", 1).encode(),
    "a torn row": (PLAIN + "3,mmmmmm,e,f,sa").encode(),
    "an open quote": (PLAIN + '3,mmmmmm,e,f,same,"because').encode(),
    "blank lines": (PLAIN + "\n\n\n").encode(),
}


@pytest.mark.parametrize("state", STATES)
def test_what_was_in_the_file_stays_byte_for_byte(tmp_path: Path, state: str) -> None:
    path = tmp_path / FILE
    path.write_bytes(STATES[state])
    before = Ledger.open(path)
    act = Ledger.open(path).say([("e", "f", "unsure")], 'Ünsure; "not", sure', "tess", WHEN)
    after = Ledger.open(path)
    assert path.read_bytes().startswith(STATES[state])
    assert after.entries[:-1] == before.entries
    assert pairs(after.entries[-1:]) == ["e unsure f"]
    assert (after.entries[-1].why, after.entries[-1].act) == ('Ünsure; "not", sure', act)
    assert after.entries[-1].number == len(before.entries) + 1
    if path.stat().st_size and state not in ("nothing in it", "only a mark"):
        assert after.problems == before.problems


@pytest.mark.parametrize("state", STATES)
def test_it_goes_on_growing_from_any_state(tmp_path: Path, state: str) -> None:
    path = tmp_path / FILE
    path.write_bytes(STATES[state])
    made = Ledger.open(path)
    count = len(made.entries)
    seen = [path.read_bytes()]
    for words in ("e same f", "undo", "g different h; i related j"):
        say(made, words)
        seen.append(path.read_bytes())
    assert all(later.startswith(earlier) for earlier, later in pairwise(seen))
    assert pairs(Ledger.open(path).standing())[-2:] == ["g different h", "i related j"]
    assert len(made.entries) == count + 4


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"left,right\na,b\n", "the header has no column number, act, verdict"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "the header has no column"),
        (f"{HEADER},act\n".encode(), "is in the header twice"),
        (b'"number,act\n', "the header opens a quote"),
    ],
)
def test_a_file_that_is_no_ledger_is_not_added_to(
    tmp_path: Path, content: bytes, message: str
) -> None:
    path = tmp_path / FILE
    path.write_bytes(content)
    with pytest.raises(DataError, match=re.escape(message)) as error:
        ledger(tmp_path, "a same b")
    assert str(error.value).endswith("; nothing was written")
    assert path.read_bytes() == content


def test_a_folder_in_its_place_is_named(tmp_path: Path) -> None:
    (tmp_path / FILE).mkdir()
    assert "cannot be read" in str(Ledger.open(tmp_path / FILE).problems[0])
    with pytest.raises(CaseError, match="cannot be written"):
        ledger(tmp_path, "a same b")


def test_a_link_to_a_shared_ledger_stays_a_link(tmp_path: Path) -> None:
    shared = tmp_path / "shared.csv"
    shared.touch()
    (tmp_path / FILE).symlink_to(shared)
    ledger(tmp_path, "a same b")
    assert (tmp_path / FILE).is_symlink()
    assert "a,b,same" in shared.read_text("utf-8")


def test_who_may_read_the_file_stays(tmp_path: Path) -> None:
    ledger(tmp_path, "a same b")
    (tmp_path / FILE).chmod(0o640)
    ledger(tmp_path, "c same d")
    assert (tmp_path / FILE).stat().st_mode & 0o777 == 0o640


def test_nothing_is_left_beside_the_ledger(tmp_path: Path) -> None:
    ledger(tmp_path, "a same b", "undo")
    assert sorted(path.name for path in tmp_path.iterdir()) == [".kg", FILE]
    assert [path.name for path in (tmp_path / ".kg").iterdir()] == [f"{FILE}.lock"]


def test_a_row_that_somebody_adds_meanwhile_is_seen(tmp_path: Path) -> None:
    mine, hers = ledger(tmp_path), ledger(tmp_path)
    say(hers, "a same b")
    say(mine, "c same d")
    assert pairs(mine.entries) == ["a same b", "c same d"]
    assert [entry.number for entry in mine.entries] == [1, 2]


# Taking back


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
