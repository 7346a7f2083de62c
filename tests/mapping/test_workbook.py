"""Workbooks as tables. The files are made here, with openpyxl, or by hand where they are broken."""

import datetime
import io
import struct
import zipfile
from collections.abc import Sequence
from pathlib import Path

import pytest
from openpyxl import Workbook

from kg.errors import DataError
from kg.mapping.joining import joined
from kg.mapping.spec import Join, Manner
from kg.mapping.table import LONGEST, Table
from kg.mapping.workbook import sheets, text
from tests.mapping.tables import Told

Rows = Sequence[Sequence[object]]


def book(**pages: Rows) -> bytes:
    made, data = Workbook(), io.BytesIO()
    made.remove(made.worksheets[0])
    for name, rows in pages.items():
        sheet = made.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    made.save(data)
    return data.getvalue()


def read(data: bytes, manner: Manner | None = None) -> tuple[list[Table], Told]:
    told = Told()
    return sheets(io.BytesIO(data), "b.xlsx", manner or Manner(), told), told


def rows(table: Table) -> list[tuple[int, list[str]]]:
    return [(number, list(cells)) for number, cells in table.rows]


def refill(data: bytes, **parts: bytes) -> bytes:
    """The same zip with other parts in it besides."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", 8) as new:
        for info in old.infolist():
            new.writestr(info.filename, old.read(info))
        for name, part in parts.items():
            new.writestr(name, part)
    return out.getvalue()


def changed(data: bytes, part: str, old: bytes, new: bytes) -> bytes:
    """The same zip with other words in one of its parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as before, zipfile.ZipFile(out, "w", 8) as after:
        for info in before.infolist():
            held = before.read(info)
            after.writestr(info.filename, held.replace(old, new) if info.filename == part else held)
    return out.getvalue()


def test_every_sheet_with_a_header_is_a_table() -> None:
    found, told = read(book(One=[["A", "B"], [1, "x"]], Two=[["C"], ["y"]], Three=[]))
    assert [(one.name, one.sheet, one.columns) for one in found] == [
        ("b.xlsx, sheet One", "One", ("A", "B")),
        ("b.xlsx, sheet Two", "Two", ("C",)),
    ]
    assert [rows(one) for one in found] == [[(2, ["1", "x"])], [(2, ["y"])]]
    assert told.all == []


def test_a_row_is_called_by_the_number_that_the_spreadsheet_shows() -> None:
    made = Workbook()
    sheet = made.worksheets[0]
    sheet["C5"], sheet["D5"], sheet["C7"], sheet["D7"] = "A", "B", "x", 1.5
    data = io.BytesIO()
    made.save(data)
    (found,), _ = read(data.getvalue())
    assert (found.columns, rows(found)) == (("A", "B"), [(7, ["x", "1.5"])])


def test_the_rows_of_a_sheet_can_be_read_again() -> None:
    (found,), _ = read(book(One=[["A"], ["x"]]))
    assert rows(found) == rows(found)


def test_the_sheet_that_a_mapping_names_is_the_only_one() -> None:
    found, _ = read(book(One=[["A"]], Two=[["B"]]), Manner(sheet="Two"))
    assert [one.sheet for one in found] == ["Two"]


@pytest.mark.parametrize(
    ("cell", "written"),
    [
        (1.0, "1"),
        (4556720.0, "4556720"),
        (0.1, "0.1"),
        (1e-7, "0.0000001"),
        (123456789.25, "123456789.25"),
        (1e20, "100000000000000000000.000000".rstrip("0").rstrip(".")),
        (True, "true"),
        (False, "false"),
        (None, ""),
        (datetime.date(2021, 3, 31), "2021-03-31"),
        (datetime.datetime(2021, 3, 31), "2021-03-31"),  # noqa: DTZ001
        (datetime.datetime(2021, 3, 31, 8, 5, 1), "2021-03-31 08:05:01"),  # noqa: DTZ001
        (datetime.time(0, 0), ""),
        (datetime.time(8, 5), "08:05:00"),
        ("x", "x"),
    ],
)
def test_a_cell_is_written_in_plain_digits_and_dates(cell: object, written: str) -> None:
    assert text(cell) == written


def test_a_formula_that_was_never_worked_out_is_counted() -> None:
    (found,), told = read(book(One=[["A", "B"], ["x", "=1+2"], ["y", "=SUM(B1:B2)"]]))
    assert rows(found) == [(2, ["x", ""]), (3, ["y", ""])]
    assert told.all == [
        (
            0,
            "",
            "2 cells hold a formula that was never worked out, and so no value; "
            "open and save it in a spreadsheet program",
        )
    ]


def test_a_formula_that_failed_is_told_and_its_row_kept() -> None:
    (found,), told = read(book(One=[["A", "B"], ["x", "#REF!"], ["#1", "y"]]))
    assert rows(found) == [(2, ["x", ""]), (3, ["#1", "y"])]
    message = "1 cells hold an error, such as #REF!, and no value; they are left out"
    assert told.all == [(0, "", message)]


def test_an_error_that_was_pasted_as_text_is_left_out_and_its_row_kept() -> None:
    data = changed(book(One=[["A"], ["PUT"]]), "xl/worksheets/sheet1.xml", b"PUT", b"#REF!")
    (found,), told = read(data)
    assert rows(found) == [(2, [""])]
    assert told.all == [(2, "A", "its formula gives #REF!; it is left out")]


def test_a_cell_that_is_too_long_is_left_out_and_its_row_kept() -> None:
    data = book(One=[["A", "B"], ["LONG", "y"]])
    long = b"x" * (LONGEST + 1)
    (found,), told = read(changed(data, "xl/worksheets/sheet1.xml", b"LONG", long))
    assert rows(found) == [(2, ["", "y"])]
    message = f"holds 1,000,001 characters; a cell may hold {LONGEST:,}, so it is left out"
    assert told.all == [(2, "A", message)]


# What is no workbook


def test_a_compression_bomb_is_refused_by_what_it_says() -> None:
    data = refill(book(One=[["A"]]), **{"xl/media/x.bin": bytes(80_000_000)})
    with pytest.raises(DataError, match=r"unpacks to over 50,000,000 bytes, as a zip bomb"):
        read(data)


def test_a_compression_bomb_is_refused_whatever_it_says() -> None:
    data = refill(book(One=[["A"]]), **{"xl/media/x.bin": bytes(80_000_000)})
    lying = data.replace(struct.pack("<I", 80_000_000), struct.pack("<I", 1000))
    assert lying != data
    with pytest.raises(DataError, match=r"unpacks to over 50,000,000 bytes, as a zip bomb"):
        read(lying)


@pytest.mark.parametrize(
    "data",
    [
        b"PK\x03\x04 and nothing more",
        b"\xd0\xcf\x11\xe0" + b"x" * 600,
        book(One=[["A"]])[:2000],
    ],
)
def test_what_is_no_workbook_is_one_line(data: bytes) -> None:
    with pytest.raises(DataError, match=r"^b\.xlsx: is no workbook that can be read \(") as caught:
        read(data)
    assert "\n" not in str(caught.value)


def test_a_zip_that_is_no_workbook_is_one_line() -> None:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr("a.txt", "x")
    with pytest.raises(DataError, match=r"b\.xlsx: is no workbook that can be read"):
        read(data.getvalue())


def test_a_sheet_that_there_is_not_comes_with_those_there_are() -> None:
    with pytest.raises(DataError, match="no sheet 'Tow'; it has One, Two"):
        read(book(One=[["A"]], Two=[["B"]]), Manner(sheet="Tow"))


# Sheets joined


def test_a_sheet_is_read_with_the_columns_of_another_beside_its_own() -> None:
    pages = book(
        Awards=[["id", "winner"], ["1", "a"], ["2", "b"], ["9", "c"]],
        Tenders=[["id", "buyer", "winner"], ["1", "x", "?"], ["2", "y", "?"], ["1", "z", "?"]],
    )
    found, _ = read(pages)
    both = joined(found[0], Join("Tenders", "id"), found)
    assert (both.columns, both.borrowed) == (("id", "winner", "buyer"), 1)
    assert [cells for _, cells in rows(both)] == [["1", "a", "x"], ["2", "b", "y"], ["9", "c", ""]]


@pytest.mark.parametrize(
    ("join", "message"),
    [
        (Join("Tender", "id"), r"no sheet 'Tender' to join \(did you mean 'Tenders'\?\)"),
        (Join("Tenders", "key"), "sheet Awards: no column 'key' to join on"),
    ],
)
def test_a_join_that_cannot_be_is_one_line(join: Join, message: str) -> None:
    found, _ = read(book(Awards=[["id"], ["1"]], Tenders=[["id"], ["1"]]))
    with pytest.raises(DataError, match=message):
        joined(found[0], join, found)


def test_other_kinds_of_workbook_are_read_as_well(tmp_path: Path) -> None:
    content = (
        '<?xml version="1.0"?><office:document-content office:version="1.2"'
        ' xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
        ' xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
        ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body>'
        '<office:spreadsheet><table:table table:name="One">'
        '<table:table-row><table:table-cell office:value-type="string"><text:p>A</text:p>'
        "</table:table-cell></table:table-row><table:table-row><table:table-cell"
        ' office:value-type="string"><text:p>x</text:p></table:table-cell></table:table-row>'
        "</table:table></office:spreadsheet></office:body></office:document-content>"
    )
    path = tmp_path / "b.ods"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", content)
        archive.writestr("META-INF/manifest.xml", "<manifest/>")
    (found,), _ = read(path.read_bytes())
    assert (found.sheet, found.columns, rows(found)) == ("One", ("A",), [(2, ["x"])])
