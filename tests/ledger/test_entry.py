"""What somebody did to the ledger in a spreadsheet: what can be read counts, the rest is named."""

from pathlib import Path

import pytest

from kg.ledger import FILE, Ledger
from tests.ledger.samples import HEADER, WHEN, pairs, row, written

GOOD = [row(1, "kkkkkk", "a same b"), row(2, "llllll", "c different d")]


def problems(found: Ledger) -> list[str]:
    return [str(problem) for problem in found.problems]


@pytest.mark.parametrize(
    ("bad", "message"),
    [
        (
            row(3, "mmmmmm", "e sam f"),
            "column verdict: 'sam' is none of same, different, related, unsure, undo (did you mean",
        ),
        (row(3, "mmmmmm", "e SAME f"), "column verdict: 'SAME' is none of"),
        (f"3,mmmmmm,e,f,,x,tess,{WHEN},kg", "column verdict: '' is none of"),
        (f"3,,e,f,same,x,tess,{WHEN},kg", "column act: is empty"),
        (f"3,mmmmmm,,f,same,x,tess,{WHEN},kg", "column left: is empty"),
        (f"3,mmmmmm,e,,different,x,tess,{WHEN},kg", "column right: is empty"),
        (f"3,mmmmmm,,,undo,x,tess,{WHEN},kg", "column left: is empty"),
        (row(3, "mmmmmm", "e same e"), "column right: 'e' is judged against itself"),
        ("3,mmmmmm,e,f,same,x,tess", "has 7 cells where the header has 9"),
        (f"3,mmmmmm,e,f,same,x, y,tess,{WHEN},kg", "has 10 cells where the header has 9"),
        ("<<<<<<< HEAD", "has 1 cells where the header has 9"),
        (f'3,mmmmmm,e,f,same,"x,tess,{WHEN},kg', "opens a quote and does not close it"),
        (f"3,mmmmmm,e,f,same,x\x00,tess,{WHEN},kg", "holds a NUL after 'x'"),
        (f"3,mmmmmm,e,f,same,{'x' * 10_001},tess,{WHEN},kg", "holds 10001 characters"),
    ],
)
@pytest.mark.parametrize("at", [0, 1, 2])
def test_a_bad_row_is_one_line_and_the_others_count(
    tmp_path: Path, bad: str, message: str, at: int
) -> None:
    found = written(tmp_path, *GOOD[:at], bad, *GOOD[at:])
    assert pairs(found.entries) == ["a same b", "c different d"]
    assert len(found.problems) == 1
    assert problems(found)[0].startswith(f"{FILE}, row {at + 2}")
    assert message in problems(found)[0]


@pytest.mark.parametrize("number", ["", "x", "1.5", "-3", "1e5", "99999999999999999999", "²"])
def test_a_judgement_with_a_spoilt_number_still_counts_where_it_stands(
    tmp_path: Path, number: str
) -> None:
    spoilt = f"{number},mmmmmm,e,f,different,x,tess,{WHEN},kg"
    found = written(tmp_path, GOOD[0], spoilt, GOOD[1])
    assert pairs(found.entries) == ["a same b", "e different f", "c different d"]
    assert problems(found) == [
        f"{FILE}, row 3, column number: {number!r} is no number; "
        "the row is taken to follow the one above it"
    ]


def test_a_table_sorted_otherwise_is_read_in_the_order_of_its_numbers(tmp_path: Path) -> None:
    rows = [row(1, "kkkkkk", "a same b"), row(2, "llllll", "undo kkkkkk"), row(10, "m", "a same c")]
    forth, back = written(tmp_path, *rows), written(tmp_path, *rows[::-1])
    assert forth.entries == back.entries
    assert back.problems == []
    assert [one.right for one in back.judgements()] == ["c"]


def test_rows_of_two_copies_that_were_put_together_all_count(tmp_path: Path) -> None:
    """Two people judged in copies of one case, and git put the lines together: numbers repeat."""
    rows = [*GOOD, row(3, "mine", "e same f"), row(3, "hers", "g same h"), row(4, "x", "undo hers")]
    found = written(tmp_path, *rows)
    assert found.problems == []
    assert [one.left for one in found.judgements()] == ["a", "c", "e"]


@pytest.mark.parametrize("target", ["zzzzzz", "kkkkkk "])
def test_an_undo_of_nothing_is_named_and_takes_nothing_back(tmp_path: Path, target: str) -> None:
    found = written(tmp_path, *GOOD, row(3, "mmmmmm", f"undo {target}"))
    lost = target == "zzzzzz"
    assert (problems(found) == []) != lost
    assert len(found.judgements()) == (2 if lost else 1)
    if lost:
        assert problems(found) == [
            f"{FILE}, row 4, column left: takes back 'zzzzzz', and no act before it is called so"
        ]


def test_an_undo_that_comes_before_its_act_takes_nothing_back(tmp_path: Path) -> None:
    found = written(tmp_path, row(1, "mmmmmm", "undo llllll"), row(2, "llllll", "a same b"))
    assert len(found.problems) == 1
    assert len(found.judgements()) == 1


def test_an_undo_that_names_itself_takes_nothing_back(tmp_path: Path) -> None:
    found = written(tmp_path, GOOD[0], row(2, "mmmmmm", "undo mmmmmm"))
    assert "takes back 'mmmmmm'" in problems(found)[0]
    assert len(found.judgements()) == 1


@pytest.mark.parametrize(
    "header",
    [
        HEADER.upper(),
        HEADER.replace(",", " , "),
        HEADER + ",comment",
    ],
)
def test_the_header_may_be_written_otherwise(tmp_path: Path, header: str) -> None:
    more = "," if header.endswith("comment") else ""
    found = written(tmp_path, *(each + more for each in GOOD), header=header)
    assert (problems(found), len(found.entries)) == ([], 2)


def test_a_spreadsheet_may_save_it(tmp_path: Path) -> None:
    text = "\r\n".join([HEADER, *GOOD, ""]).replace(",", ";")
    for content in (b"\xef\xbb\xbf" + text.encode(), text.encode("utf-16"), text.encode("cp1252")):
        (tmp_path / FILE).write_bytes(content)
        found = Ledger.open(tmp_path / FILE)
        assert (problems(found), pairs(found.entries)) == ([], ["a same b", "c different d"])


def test_a_spreadsheet_may_spoil_the_dates(tmp_path: Path) -> None:
    found = written(tmp_path, GOOD[0].replace(WHEN, "01/03/2026 10:00"))
    assert (problems(found), found.entries[0].when) == ([], "01/03/2026 10:00")


def test_a_file_without_its_columns_says_nothing(tmp_path: Path) -> None:
    found = written(tmp_path, "a,b,same", header="left,right,verdict")
    assert found.entries == []
    assert problems(found)[0].startswith(
        f"{FILE}, row 1: the header has no column number, act, why"
    )


def test_ten_thousand_rows_are_read(tmp_path: Path) -> None:
    rows = [row(n, f"act{n}", f"a{n} same b{n}") for n in range(1, 10_001)]
    found = written(tmp_path, *rows, row(10_001, "undone", "undo act77"))
    assert (found.problems, len(found.judgements())) == ([], 9_999)
