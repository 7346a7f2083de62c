"""A ledger is a file that only grows: what was in it stays byte for byte."""

import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from itertools import pairwise
from pathlib import Path

import pytest

from kg.errors import CaseError, DataError
from kg.ledger import FILE, Ledger
from tests.ledger.samples import HEADER, WHEN, ledger, pairs, row, say

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
