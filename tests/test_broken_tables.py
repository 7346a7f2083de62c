"""Tables that cannot be read, or not wholly: one line each, and the other rows still come."""

import codecs
import time
from pathlib import Path

import pytest

from kg.tables import Problem, clip, header, read, short_name
from tests.spreadsheets import COLUMNS, cells, problems, rows_of, saved


def problems_of(folder: Path, content: str | bytes) -> list[str]:
    return problems(read(saved(folder, content), COLUMNS))


# What cannot be read: one line each, and the other rows still come


@pytest.mark.parametrize(
    ("bad", "line"),
    [
        (
            "b,c",
            "entities.csv, row 3: has 2 cells where the header has 3; "
            "a cell that holds a comma or semicolon needs quotes round it",
        ),
        (
            "b,c,d,e",
            "entities.csv, row 3: has 4 cells where the header has 3; "
            "a cell that holds a comma or semicolon needs quotes round it",
        ),
        (
            'b,"c,d',
            "entities.csv, row 3, column name: opens a quote and does not close it; "
            'close it, or write "" for a quote in a text',
        ),
        (
            '"b" c,d,e',
            "entities.csv, row 3, column id: opens a quote and does not close it; "
            'close it, or write "" for a quote in a text',
        ),
        ("b,c\0d,e", "entities.csv, row 3, column name: holds a NUL after 'c'; delete it"),
        (
            "b,c,d\x1b[31m",
            "entities.csv, row 3, column notes: "
            "holds a control character (U+001B) after 'd'; delete it",
        ),
        (
            f"b,{'c' * 10_001},d",
            "entities.csv, row 3, column name: holds 10001 characters; a cell may hold 10000",
        ),
    ],
)
def test_a_broken_row_is_one_line_and_the_others_come(tmp_path: Path, bad: str, line: str) -> None:
    path = saved(tmp_path, f"id,name,notes\na,1,x\n{bad}\nz,2,y\n")
    found = list(read(path, COLUMNS))
    assert problems(found) == [line]
    assert cells(found) == [("a", "1", "x"), ("z", "2", "y")]


def test_an_unclosed_quote_takes_no_other_row_with_it(tmp_path: Path) -> None:
    content = 'id,name,notes\na,"oops,x\nb,"c, d",y\ne,f,g\nh,"i ""j""",k\n'
    found = list(read(saved(tmp_path, content), COLUMNS))
    assert [problem.row for problem in found if isinstance(problem, Problem)] == [2]
    assert cells(found) == [("b", "c, d", "y"), ("e", "f", "g"), ("h", 'i "j"', "k")]


def test_a_quote_closed_by_the_next_row_takes_no_row_with_it(tmp_path: Path) -> None:
    content = 'id,name,notes\na,"oops,x\nb,",c",y\ne,f,g\n'
    found = list(read(saved(tmp_path, content), COLUMNS))
    assert [problem.row for problem in found if isinstance(problem, Problem)] == [2]
    assert cells(found) == [("b", ",c", "y"), ("e", "f", "g")]


@pytest.mark.parametrize("cell", ["x" * 10_000_000, '"' + "x\n" * 5_000_000 + '"'])
def test_a_cell_of_ten_megabytes_is_one_line_and_quick(tmp_path: Path, cell: str) -> None:
    path = saved(tmp_path, f"id,name,notes\na,{cell},x\nb,c,d\n")
    start = time.process_time()
    found = list(read(path, COLUMNS))
    assert time.process_time() - start < 2
    assert problems(found) == [
        "entities.csv, row 2, column name: holds 10000000 characters; a cell may hold 10000"
    ]
    assert cells(found) == [("b", "c", "d")]


def test_ten_megabytes_after_an_open_quote_are_one_line(tmp_path: Path) -> None:
    path = saved(tmp_path, f'id,name,notes\na,"{"x" * 10_000_000},x\nb,c,d\n')
    found = list(read(path, COLUMNS))
    assert [problem.row for problem in found if isinstance(problem, Problem)] == [2]
    assert max(map(len, problems(found))) < 200
    assert cells(found) == [("b", "c", "d")]


def test_many_open_quotes_do_not_make_reading_slow(tmp_path: Path) -> None:
    path = saved(tmp_path, "id,name,notes\n" + 'a,"b,c\n' * 20_000)
    start = time.process_time()
    assert len(problems(read(path, COLUMNS))) == 20_000
    assert time.process_time() - start < 3


@pytest.mark.parametrize(
    ("content", "line"),
    [
        ("", "entities.csv: is empty; its first line must be id,name,notes"),
        ("\n \n", "entities.csv: is empty; its first line must be id,name,notes"),
        (
            "id,name\na,b\nc,d\n",
            "entities.csv, row 1: the header has no column notes; it must be id,name,notes",
        ),
        (
            "id,name,nots\na,b,c\n",
            "entities.csv, row 1: the header has no column notes (did you mean 'nots'?); "
            "it must be id,name,notes",
        ),
        (
            "a,b,c\nd,e,f\n",
            "entities.csv, row 1: the header has no column id, name, notes; "
            "it must be id,name,notes",
        ),
        (
            "id,name,notes,name\na,b,c,d\n",
            "entities.csv, row 1, column name: is in the header twice; delete or rename one",
        ),
        ('"id,name\na,b\n', "entities.csv, row 1: the header opens a quote and does not close it"),
    ],
)
def test_a_table_that_is_none_is_one_line_and_nothing_else(
    tmp_path: Path, content: str, line: str
) -> None:
    found = list(read(saved(tmp_path, content), COLUMNS))
    assert [str(one) for one in found] == [line]


def test_a_missing_file_is_one_line(tmp_path: Path) -> None:
    found = list(read(tmp_path / "entities.csv", COLUMNS))
    assert [str(one) for one in found] == ["entities.csv: there is no such file"]


def test_a_folder_in_place_of_a_file_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "entities.csv").mkdir()
    found = [str(one) for one in read(tmp_path / "entities.csv", COLUMNS)]
    assert found == ["entities.csv: cannot be read: Is a directory"]


def test_half_a_utf16_file_is_one_line(tmp_path: Path) -> None:
    assert problems_of(tmp_path, codecs.BOM_UTF16_LE + b"i\0d") == [
        "entities.csv: is no text that can be read; save it again as CSV UTF-8"
    ]


def test_bytes_that_no_encoding_knows_are_one_line(tmp_path: Path) -> None:
    assert problems_of(tmp_path, b"id,name,notes\na,\x81,x\n") == [
        "entities.csv, row 2, column name: holds a control character (U+0081) after ''; delete it"
    ]


# Columns that are not ours


def test_a_stray_column_is_one_line_and_its_rows_still_come(tmp_path: Path) -> None:
    found = list(read(saved(tmp_path, "id,name,notes,nmae\na,b,c,d\n"), COLUMNS))
    assert problems(found) == [
        "entities.csv, row 1, column nmae: is no column of this file and is not read "
        "(did you mean 'name'?); delete it, or call it comment"
    ]
    assert cells(found) == [("a", "b", "c")]


def test_a_column_of_remarks_is_let_be(tmp_path: Path) -> None:
    assert rows_of(tmp_path, "id,name,Comment,notes\na,b,ask Kim,c\n") == [("a", "b", "c")]


def test_a_header_is_told_in_our_names_and_the_file_s_order(tmp_path: Path) -> None:
    path = saved(tmp_path, "Notes;ID;My remark;name;;\n")
    assert header(path, COLUMNS) == ["notes", "id", "My remark", "name"]


def test_a_missing_file_has_no_header(tmp_path: Path) -> None:
    assert header(tmp_path / "none.csv", COLUMNS) == []


# Problems


@pytest.mark.parametrize(
    ("problem", "line"),
    [
        (
            Problem(Path("data/entities.csv"), 12, "label", "wrong"),
            "entities.csv, row 12, column label: wrong",
        ),
        (Problem(Path("/x/claims/report.csv"), 3, "", "wrong"), "claims/report.csv, row 3: wrong"),
        (Problem(Path("sources.csv"), 0, "", "wrong"), "sources.csv: wrong"),
    ],
)
def test_a_problem_names_file_row_and_column(problem: Problem, line: str) -> None:
    assert str(problem) == line


def test_a_file_is_called_by_its_short_name() -> None:
    assert short_name(Path("/case/data/claims/mine.csv")) == "claims/mine.csv"
    assert short_name(Path("/case/data/sources.csv")) == "sources.csv"


def test_a_long_value_is_clipped_in_a_message() -> None:
    assert clip("x" * 100) == repr("x" * 59 + "…")
    assert clip("it's") == '"it\'s"'


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("data/entities.csv", "entities.csv"),
        ("data/claims/report.csv", "claims/report.csv"),
        ("downloads/year.zip/may/1.xml", "year.zip/may/1.xml"),
        ("YEAR.ZIP/1.xml", "YEAR.ZIP/1.xml"),
        ("year.tar.gz/1.xml", "year.tar.gz/1.xml"),
        ("year.zip", "year.zip"),
    ],
)
def test_a_file_is_called_what_its_keeper_calls_it(path: str, name: str) -> None:
    assert str(Problem(Path(path), 3, "", "is wrong")) == f"{name}, row 3: is wrong"
