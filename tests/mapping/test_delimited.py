"""CSV and TSV from any program; one broken row costs one row."""

import pytest

from kg.errors import DataError
from kg.mapping.delimited import likely_delimiter
from kg.mapping.spec import Manner
from kg.mapping.table import LONGEST, column_names
from tests.mapping.tables import read

LEFT_OUT = "; it is left out"


def cells(data: str | bytes, manner: Manner | None = None) -> list[list[str]]:
    _, rows, told = read(data, manner)
    assert told.all == []
    return [row for _, row in rows]


@pytest.mark.parametrize(
    "data",
    [
        "A,B\n1,2\n",
        "A;B\n1;2\n",
        "A\tB\n1\t2\n",
        "A|B\n1|2\n",
        "A,B\r\n1,2\r\n",
        "A,B\r1,2\r",
        "A,B\n1,2",
        "\ufeffA,B\n1,2\n",
        "\n\n ,\nA,B\n1,2\n",
        "sep=;\nA;B\n1;2\n",
        '"sep=;"\nA;B\n1;2\n',
        '"A","B"\n"1","2"\n',
        "A, B\n1, 2\n",
        "A,B\x00\n1,2\n",
        "A,B\n1,2\n,\n\n",
        "A,B\n1,2\n".encode("utf-16"),
        "A,B\n1,2\n".encode("utf-16-le"),
    ],
)
def test_a_table_is_read_whatever_program_saved_it(data: str | bytes) -> None:
    table, rows, told = read(data)
    assert (table.columns, [row for _, row in rows], told.all) == (("A", "B"), [["1", "2"]], [])


def test_a_row_is_called_by_the_line_that_it_begins_on() -> None:
    _, rows, _ = read('A,B\n1,"x\ny"\n\n3,4\n')
    assert rows == [(2, ["1", "x\ny"]), (5, ["3", "4"])]


def test_a_declared_delimiter_and_encoding_are_taken_at_their_word() -> None:
    manner = Manner(delimiter=";", encoding="iso-8859-15")
    assert cells("A,B;C\né€,1;2\n".encode("iso-8859-15"), manner) == [["é€,1", "2"]]


@pytest.mark.parametrize(("word", "sign"), [("semicolon", ";"), ("tab", "\t"), ("pipe", "|")])
def test_a_delimiter_may_be_named_in_words(word: str, sign: str) -> None:
    assert cells(f"A,x{sign}B\n1{sign}2\n", Manner(delimiter=word)) == [["1", "2"]]


def test_what_is_not_utf_8_is_read_as_windows_1252_and_told_once() -> None:
    _, rows, told = read("A,B\né,ü\n".encode("cp1252") + "ž,2\n".encode())
    assert [row for _, row in rows] == [["é", "ü"], ["ž", "2"]]
    ((row, column, message),) = told.all
    assert (row, column) == (0, "")
    assert message.startswith("is not all UTF-8; what is not was read as Windows-1252")


def test_a_delimiter_within_quotes_does_not_count() -> None:
    assert likely_delimiter('"a;b;c;d",x,"y;z"') == ","


def test_columns_without_a_name_and_twins_have_a_number() -> None:
    assert column_names(["A", "", "A", " A  b "]) == ("A", "column 2", "A (3)", "A b")


# Rows that do not fit


def test_a_row_with_too_few_or_too_many_cells_is_one_line_and_the_rest_is_kept() -> None:
    _, rows, told = read("A,B,C\n1,2\n1,2,3\n1,2,3,4\n5,6,7\n")
    assert [row for _, row in rows] == [["1", "2", "3"], ["5", "6", "7"]]
    assert told.all == [
        (2, "", f"has 2 cells where the header has 3{LEFT_OUT}"),
        (4, "", f"has 4 cells where the header has 3{LEFT_OUT}"),
    ]


def test_empty_cells_past_the_header_are_none() -> None:
    assert cells("A,B\n1,2,,\n") == [["1", "2"]]


def test_a_header_that_ends_in_a_delimiter_asks_for_no_cell_there() -> None:
    assert cells("A;B;\n1;2\n3;4;\n") == [["1", "2", ""], ["3", "4", ""]]


def test_short_rows_are_filled_where_the_mapping_allows_them() -> None:
    assert cells("A,B,C\n1\n", Manner(short_rows="allowed")) == [["1", "", ""]]


def test_an_open_quote_costs_one_row() -> None:
    _, rows, told = read('A,B\n1,2\n"3,4\n5,6\n7,8\n')
    assert [row for _, row in rows] == [["1", "2"], ["5", "6"], ["7", "8"]]
    assert told.all == [(3, "", "opens a quote and does not close it; this row is left out")]


def test_an_open_quote_that_another_closes_costs_one_row() -> None:
    _, rows, told = read('A,B\n"1,2\n3,4\n5,"6"\n7,8\n')
    assert [row for _, row in rows] == [["3", "4"], ["5", "6"], ["7", "8"]]
    assert [row for row, *_ in told.all] == [2]


def test_an_open_quote_in_a_long_file_is_given_up_soon() -> None:
    data = 'A,B\n"1,2\n' + "3,4\n" * 10_000
    _, rows, told = read(data)
    assert (len(rows), len(told.all)) == (10_000, 1)


def test_a_cell_of_several_lines_is_one_cell() -> None:
    assert cells('A,B\n"1\n2\n3",4\n') == [["1\n2\n3", "4"]]


def test_a_cell_of_10_megabytes_is_left_out_and_its_row_kept() -> None:
    _, rows, told = read(f"A,B\n{'x' * 10_000_000},2\n3,4\n")
    assert rows == [(2, ["", "2"]), (3, ["3", "4"])]
    message = f"holds 10,000,000 characters; a cell may hold {LONGEST:,}, so it is left out"
    assert told.all == [(2, "A", message)]


def test_a_table_without_a_header_is_read_with_that_of_another() -> None:
    table, rows, _ = read("1,2\n3,4\n", header=["X", "Y"])
    assert (table.columns, len(rows)) == (("X", "Y"), 2)


def test_a_header_alone_is_a_table_without_rows() -> None:
    assert cells("A,B\n") == []


# Files that are no table


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ("", "t.csv: is empty"),
        ("\n \n", "t.csv: is empty"),
        ("<!DOCTYPE html>\n<p>", "t.csv: is a web page or XML, not a table; download it again"),
        ("  <html>\n", "t.csv: is a web page or XML"),
        ('<?xml version="1.0"?>\n', "t.csv: is a web page or XML"),
    ],
)
def test_what_is_no_table_is_one_line(data: str, message: str) -> None:
    with pytest.raises(DataError, match=message):
        read(data)


@pytest.mark.parametrize(
    ("manner", "message"),
    [
        (Manner(encoding="utf-99"), "no encoding 'utf-99'; write utf-8 or windows-1252"),
        (Manner(delimiter=";;"), "no delimiter ';;'; write one sign, or comma, semicolon"),
    ],
)
def test_a_manner_that_there_is_not_is_told(manner: Manner, message: str) -> None:
    with pytest.raises(DataError, match=message):
        read("A,B\n1,2\n", manner)
