"""Cells as values. What the reference does with the same cells was read off followthemoney 4.11."""

import pytest

from kg.mapping.cells import (
    Columns,
    Place,
    as_written,
    clean,
    constant,
    getter,
    is_formula,
    reader,
    taker,
)
from kg.mapping.spec import Cells, Manner
from tests.mapping.tables import Told

COLUMNS = {"A": 0, "B": 1, "C": 2}


def values(cells: Cells, *texts: str) -> list[str]:
    columns = Columns(COLUMNS)
    get = getter(cells, columns)
    return get([texts[at] for at in columns.numbers()])


@pytest.mark.parametrize(
    ("cell", "cleaned"),
    [
        ("  x ", "x"),
        ("a\tb", "a\tb"),
        ("a\nb", "a\nb"),
        ("a\x07b\x7f", "ab"),
        ("Saint\xad-Etienne", "Saint-Etienne"),
        ("a\u200bb\ufeff", "ab"),
        ("a\u2003b\u202fc", "a b c"),
        ("e\u0301", "é"),
        ("\xa0x\xa0", "x"),
        ("", ""),
        ("œuvre", "œuvre"),
    ],
)
def test_a_cell_is_cleaned_as_the_reference_cleans_it(cell: str, cleaned: str) -> None:
    assert clean(cell) == cleaned


def test_where_the_invisible_is_kept_only_outer_blanks_go() -> None:
    assert as_written(" Saint\xad-Etienne ") == "Saint\xad-Etienne"


@pytest.mark.parametrize(
    ("cell", "found"),
    [
        ("=SUM(A1:A3)", True),
        ("=A1+2", True),
        ("=A1", True),
        ("=HYPERLINK(x)", True),
        ("=cmd|' /C calc'!A0", True),
        ("@SUM(A1)", True),
        ("= 5", False),
        ("=", False),
        ("@police", False),
        ("x=A1", False),
    ],
)
def test_a_formula_is_told_from_a_text(cell: str, found: bool) -> None:
    assert is_formula(cell) is found


@pytest.mark.parametrize(
    ("cells", "found"),
    [
        (Cells(columns=("A",)), ["a"]),
        (Cells(columns=("A", "B", "C")), ["a", "c"]),
        (Cells(columns=("B",)), []),
        (Cells(columns=("Z",)), []),
        (Cells(columns=("Z", "A")), ["a"]),
        (Cells(literals=("x", "y")), ["x", "y"]),
        (Cells(columns=("A",), literals=("x",)), ["x", "a"]),
        (Cells(columns=("A", "B", "C"), join="-"), ["a-c"]),
        (Cells(columns=("B",), join="-"), []),
        (Cells(columns=("A",), split=";"), ["a"]),
        (Cells(columns=("A", "C"), template="{{A}}, {{C}}!"), ["a, c!"]),
        (Cells(columns=("B",), template=" {{B}} "), []),
        (Cells(columns=("Z",), template="x{{Z}}"), ["x"]),
        (Cells(columns=("A", "C"), template="{{A}};{{C}}; ;", split=";"), ["a", "c"]),
        (Cells(columns=("A",), changes={"a": "Yes"}), ["Yes"]),
        (Cells(columns=("A",), changes={"b": "Yes"}), ["a"]),
        (Cells(columns=("A",), changes={"*": "Other"}), ["Other"]),
        (Cells(columns=("A",), changes={"a": ""}), []),
        (Cells(columns=("B",), changes={"": "Nothing"}), ["Nothing"]),
    ],
)
def test_a_row_gives_the_values_that_a_mapping_asks_for(cells: Cells, found: list[str]) -> None:
    assert values(cells, "a", "", "c") == found


def test_a_cell_is_split_and_its_parts_are_bare() -> None:
    assert values(Cells(columns=("A",), split=";"), "x; y;;z ") == ["x", "y", "z"]


def test_a_column_that_is_not_there_is_missed_once() -> None:
    columns = Columns(COLUMNS)
    for _ in range(2):
        getter(Cells(columns=("Z", "A")), columns)
    assert (list(columns.missing), columns.numbers()) == (["Z"], [0])


def test_blanks_in_a_column_s_name_are_as_in_the_header() -> None:
    columns = Columns({"A b": 0})
    assert (columns.place("A  b"), columns.missing) == (0, {})


@pytest.mark.parametrize(
    ("type_", "manner", "cells", "text", "value"),
    [
        ("number", Manner(), Cells(), "1234.5", "1234.5"),
        ("number", Manner(number_locale="de"), Cells(), "1.234,5", "1234.5"),
        ("number", Manner(number_locale="de"), Cells(number_locale="en"), "1,234.5", "1234.5"),
        ("date", Manner(), Cells(), "31/03/2019", "2019-03-31"),
        ("date", Manner(date_format=("%d/%m/%Y",)), Cells(), "04/03/2019", "2019-03-04"),
        ("date", Manner(date_format=("%d/%m/%Y",)), Cells(forms=("%m/%d/%Y",)), "04/03/2019",
         "2019-04-03"),
        ("country", Manner(), Cells(), "Deutschland", "DE"),
        ("url", Manner(), Cells(), "www.x.eu", "http://www.x.eu"),
    ],
)  # fmt: skip
def test_a_value_is_brought_into_one_form(
    type_: str, manner: Manner, cells: Cells, text: str, value: str
) -> None:
    told = Told()
    read = reader(type_, cells, manner, Place(told, 7))
    assert read is not None
    assert (read(text), told.all) == (value, [])


@pytest.mark.parametrize(
    ("type_", "text", "message"),
    [
        (
            "number",
            "1.234",
            "'1.234' can be read in two ways; declare number_locale = 'plain' (1.234) or "
            "number_locale = 'de' (1234)",
        ),
        (
            "date",
            "03/04/2019",
            "'03/04/2019' could be two different days; write 2019-03-31, 2019-03 or 2019; or "
            "declare date_format, such as %d/%m/%Y",
        ),
        ("country", "Niedlerlande", "'Niedlerlande' is no country; write its two letters, or its "
         "name in English"),
        ("url", "page 3", "'page 3' is no web address; it starts with https://"),
    ],
)  # fmt: skip
def test_what_could_be_two_things_is_told_and_never_guessed(
    type_: str, text: str, message: str
) -> None:
    told = Told()
    read = reader(type_, Cells(columns=("A",)), Manner(), Place(told, 7))
    assert read is not None
    assert read(text) == ""
    assert told.all == [(7, "A", message)]


def test_any_text_will_do_where_no_form_is_asked() -> None:
    assert reader("string", Cells(), Manner(), Place(Told())) is None


def test_a_code_of_the_common_procurement_vocabulary_is_told_with_its_words() -> None:
    read = reader("", Cells(kind="cpv"), Manner(), Place(Told()))
    assert read is not None
    assert read("35125300-2") == "35125300 Security cameras"
    assert read("nothing") == "nothing"


def test_cells_are_taken_in_any_order() -> None:
    assert taker([2, 0])(["a", "b", "c"]) == ("c", "a")
    assert taker([1])(["a", "b"]) == ("b",)
    assert taker([])(["a"]) == ()


@pytest.mark.parametrize(
    ("cells", "fixed"),
    [
        (Cells(literals=("EUR",)), ["EUR"]),
        (Cells(literals=("a", "b")), ["a", "b"]),
        (Cells(), []),
        (Cells(columns=("A",)), None),
        (Cells(columns=("A",), literals=("EUR",)), None),
        (Cells(template="x {{A}}"), None),
        (Cells(literals=("a",), changes={"a": "b"}), None),
        (Cells(literals=("a;b",), split=";"), None),
        (Cells(literals=("a", "b"), join=" "), None),
        (Cells(entity="firm"), None),
    ],
)
def test_what_every_row_gives_is_told_from_what_depends_on_it(
    cells: Cells, fixed: list[str] | None
) -> None:
    assert constant(cells) == fixed
    if fixed is not None:
        assert values(cells, "1", "2", "3") == fixed


@pytest.mark.parametrize(
    ("file", "record", "at"),
    [
        ("t.csv", "row 2", "t.csv\x1frow 2"),
        ("deals.xlsx", "sheet 2021, row 7", "deals.xlsx\x1fsheet 2021, row 7"),
        ("", "row 1", "\x1frow 1"),
    ],
)
def test_the_place_of_a_row_is_its_file_and_the_record_in_it(
    file: str, record: str, at: str
) -> None:
    place = Place(Told(), file=file)
    place.stand(7, record)
    assert (place.number, place.record, place.at) == (7, record, at)
