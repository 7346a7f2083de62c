import re
import zipfile
from datetime import datetime
from io import BytesIO
from itertools import repeat
from xml.etree import ElementTree

import openpyxl
import pytest
from openpyxl.workbook import Workbook

from kg.answers import Answer
from kg.answers.xlsx import workbook
from kg.errors import QueryError
from tests.answers.samples import HOSTILE, hostile, police

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")


def read(answer: Answer) -> Workbook:
    return openpyxl.load_workbook(BytesIO(workbook(answer)))


def rows_of(answer: Answer, sheet: int = 0) -> list[tuple[object, ...]]:
    return list(read(answer).worksheets[sheet].iter_rows(values_only=True))


def texts_of(answer: Answer, sheet: int, column: str) -> list[str]:
    """The texts of a column as Excel reads them: ``_x001B_`` is ESC (ECMA-376, ST_Xstring).

    openpyxl, unlike Excel and LibreOffice, leaves most of these escapes as they are.
    """
    with zipfile.ZipFile(BytesIO(workbook(answer))) as parts:
        strings = ElementTree.fromstring(parts.read("xl/sharedStrings.xml"))
        cells = ElementTree.fromstring(parts.read(f"xl/worksheets/sheet{sheet}.xml"))
    known = ["".join(t.text or "" for t in si.iter(f"{MAIN}t")) for si in strings]
    found = {
        c.attrib["r"]: known[int(c[0].text or "")]
        for c in cells.iter(f"{MAIN}c")
        if "t" in c.attrib
    }
    rows = range(2, len(answer.rows) + 2)
    return [ESCAPED.sub(character, found.get(f"{column}{row}", "")) for row in rows]


def character(escape: re.Match[str]) -> str:
    return chr(int(escape[1], 16))


def one(value: object) -> Answer:
    return Answer("t", ("value",), ({"value": value},))


def test_the_first_sheet_holds_the_rows_with_their_notes_and_claims() -> None:
    assert rows_of(police()) == [
        ("supplier", "supplier_id", "value", "systems", "Sources", "claims"),
        ("Sopra Steria", "sopra-steria", 75800000, "i-Police|Focus", "[1][2]", "c2|c1"),
        ("TA9", "ta9", None, None, "[1]", "c3"),
    ]


def test_the_second_sheet_holds_the_sources() -> None:
    header, first, second = rows_of(police(), 1)
    assert header[:4] == ("number", "said_by", "title", "publisher")
    assert first == (
        *(1, "TA9", "i-Police in trouble", "Le Vif", "para 3", "2022-05-08", "2026-11-25"),
        *("https://example.org/levif", "inferred|alleged", "levif", "c2|c3"),
        "TA9 belongs to Rayzone.|TA9 is ready.",
    )
    assert second[0] == 2


@pytest.mark.parametrize(
    ("lang", "names"),
    [
        ("en", ["Answer", "Sources"]),
        ("nl", ["Antwoord", "Bronnen"]),
        ("fr", ["Réponse", "Sources"]),
        ("de", ["Antwort", "Quellen"]),
        ("es", ["Respuesta", "Fuentes"]),
    ],
)
def test_sheets_are_named_in_the_readers_language(lang: str, names: list[str]) -> None:
    assert read(Answer("t", ("a",), (), lang=lang)).sheetnames == names


def test_the_header_stays_in_sight_and_has_a_filter() -> None:
    for sheet in read(police()).worksheets:
        assert sheet.freeze_panes == "A2"
        assert sheet.auto_filter.ref == sheet.dimensions


def test_hostile_text_comes_back_unchanged() -> None:
    assert texts_of(hostile(), 1, "A") == list(HOSTILE)
    assert texts_of(hostile(), 1, "B") == [f"{text}|{text}" for text in HOSTILE]
    assert [row[2] for row in rows_of(hostile())[1:]] == list(range(len(HOSTILE)))


@pytest.mark.parametrize("column", ["B", "C", "D", "E", "F", "G", "H", "I", "L"])
def test_hostile_notes_come_back_unchanged(column: str) -> None:
    assert texts_of(hostile(), 2, column) == list(HOSTILE)


def test_other_readers_find_every_text_without_control_characters_unchanged() -> None:
    quiet = [text for text in HOSTILE if not re.search("[\x00-\x08\x0b-\x1f\ufffe]", text)]
    found = [row[0] or "" for row in rows_of(hostile())[1:]]
    assert len(quiet) > 15
    assert [text for text in quiet if text in found] == quiet


@pytest.mark.parametrize("answer", [police(), hostile()], ids=["police", "hostile"])
def test_no_cell_is_a_formula_or_a_link(answer: Answer) -> None:
    for sheet in read(answer).worksheets:
        cells = [cell for row in sheet.iter_rows() for cell in row]
        assert {cell.data_type for cell in cells} <= {"s", "n", "b"}
        assert not [cell for cell in cells if cell.hyperlink]
    with zipfile.ZipFile(BytesIO(workbook(answer))) as parts:
        sheets = b"".join(parts.read(name) for name in parts.namelist() if "sheet" in name)
    assert b"<f>" not in sheets


@pytest.mark.parametrize("answer", [police(), hostile()], ids=["police", "hostile"])
def test_every_part_is_well_formed_whatever_the_data(answer: Answer) -> None:
    with zipfile.ZipFile(BytesIO(workbook(answer))) as parts:
        names = [name for name in parts.namelist() if name.endswith((".xml", ".rels"))]
        assert len(names) > 8
        for name in names:
            assert ElementTree.fromstring(parts.read(name)).tag


@pytest.mark.parametrize("value", [0, -5, 2.5, -0.25, 2**53, 1e300, True, False])
def test_numbers_and_truths_keep_their_type(value: object) -> None:
    cell = rows_of(one(value))[1][0]
    assert cell == value
    assert isinstance(cell, bool) is isinstance(value, bool)


@pytest.mark.parametrize("value", [2**53 + 1, 10**30, float("nan"), float("inf")])
def test_what_a_spreadsheet_cannot_count_exactly_is_text(value: float) -> None:
    assert rows_of(one(value))[1] == (str(value),)


@pytest.mark.parametrize("text", ["007", "2019-03", "1e5", "TRUE", "#REF!", "3/4", "75,8"])
def test_text_that_looks_like_something_else_stays_text(text: str) -> None:
    cell = read(one(text)).worksheets[0]["A2"]
    assert (cell.data_type, cell.value, cell.number_format) == ("s", text, "@")


@pytest.mark.parametrize("char", ["x", "\u8b66", "\U0001f600"])
def test_text_that_no_cell_can_hold_is_cut_and_says_so(char: str) -> None:
    (text,) = rows_of(one(char * 40_000))[1]
    assert isinstance(text, str)
    assert len(text.encode("utf-16-le")) // 2 <= 32_767
    assert text.endswith(f"{char} [... 40000 characters; the whole text is in .csv and .json]")


def test_text_that_just_fits_is_whole() -> None:
    assert rows_of(one("x" * 32_767))[1] == ("x" * 32_767,)


def test_half_a_character_does_not_stop_the_writing() -> None:
    assert rows_of(one("a\ud800b"))[1] == ("a?b",)


def test_more_rows_than_a_sheet_holds_are_refused_with_a_way_out() -> None:
    row: dict[str, object] = {"a": 1}
    rows = tuple(repeat(row, 1_048_576))
    with pytest.raises(QueryError, match=r"1048576 rows: a sheet holds 1048575; write \.csv"):
        workbook(Answer("t", ("a",), rows))


def test_the_workbook_carries_its_question_and_no_clock() -> None:
    properties = read(police()).properties
    assert properties.title == "Who supplies this police force?"
    assert properties.created == datetime(2000, 1, 1)  # noqa: DTZ001
    with zipfile.ZipFile(BytesIO(workbook(police()))) as parts:
        assert {entry.date_time[0] for entry in parts.infolist()} == {1980}
        assert not re.search(rb"20[12]\d-\d\d-\d\dT", parts.read("docProps/core.xml"))


def test_an_answer_without_rows_or_columns_is_still_a_workbook() -> None:
    assert read(Answer("t", (), ())).sheetnames == ["Answer", "Sources"]
