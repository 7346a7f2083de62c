"""A sheet gets the columns of another, and headers and lines are what a person sees."""

import io
import zipfile

import pytest

from kg.errors import DataError
from kg.mapping import lines as lines_module
from kg.mapping.joining import joined
from kg.mapping.lines import Lines
from kg.mapping.spec import Join
from kg.mapping.table import Table, column_names, is_nameless
from kg.mapping.unpacking import look_through
from tests.mapping.tables import Told


def sheet(name: str, columns: str, *rows: str) -> Table:
    """A sheet whose cells stand between commas."""
    cells = [(number, row.split(",")) for number, row in enumerate(rows, 2)]
    return Table(f"w.xlsx, sheet {name}", tuple(columns.split(",")), cells, name)


AWARDS = sheet("Awards", "id,winner", "1,Acme", "2,Beta", "9,Gamma")
TENDERS = sheet("Tenders", "id,buyer,winner", "1,Police,x", "2,City,y", "1,Twin,z")


def test_a_row_gets_the_columns_of_the_first_row_of_the_same_key() -> None:
    found = joined(AWARDS, Join("Tenders", "id"), [AWARDS, TENDERS])
    assert found.columns == ("id", "winner", "buyer")
    assert [list(cells) for _, cells in found.rows] == [
        ["1", "Acme", "Police"],
        ["2", "Beta", "City"],
        ["9", "Gamma", ""],
    ]
    assert found.borrowed == 1


def test_rows_keep_the_numbers_of_their_own_sheet() -> None:
    found = joined(AWARDS, Join("Tenders", "id"), [AWARDS, TENDERS])
    assert [number for number, _ in found.rows] == [2, 3, 4]


def test_a_sheet_that_is_not_there_is_one_line_with_the_way_out() -> None:
    with pytest.raises(DataError, match=r"no sheet 'Tender' to join \(did you mean 'Tenders'"):
        joined(AWARDS, Join("Tender", "id"), [AWARDS, TENDERS])


@pytest.mark.parametrize(("on", "where"), [("buyer", "Awards"), ("idd", "Awards")])
def test_a_column_that_is_not_on_both_sides_is_one_line(on: str, where: str) -> None:
    with pytest.raises(DataError, match=f"sheet {where}: no column '{on}'"):
        joined(AWARDS, Join("Tenders", on), [AWARDS, TENDERS])


@pytest.mark.parametrize(
    ("cells", "names"),
    [
        (["a", "b"], ("a", "b")),
        ([" a ", "b\n c"], ("a", "b c")),
        (["a", "a", "a"], ("a", "a (2)", "a (3)")),
        (["", "b", ""], ("column 1", "b", "column 3")),
        (["\ufeffa"], ("a",)),
        (["\xa0a\xa0"], ("a",)),
        ([], ()),
    ],
)
def test_a_header_names_each_column_once(cells: list[str], names: tuple[str, ...]) -> None:
    assert column_names(cells) == names


@pytest.mark.parametrize(
    ("name", "answer"), [("column 1", True), ("column", False), ("column x", False), ("a", False)]
)
def test_a_column_without_a_name_has_a_number(name: str, answer: bool) -> None:
    assert is_nameless(name) is answer


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (b"a\nb\n", ["a\n", "b\n"]),
        (b"a\r\nb\r\n", ["a\n", "b\n"]),
        (b"a\rb\rc", ["a\n", "b\n", "c\n"]),
        (b"a\nb", ["a\n", "b\n"]),
        (b"aa\x00b\n", ["aab\n"]),
        (b"a\r\rb\n", ["a  b\n"]),
        (b"\n\n", ["\n", "\n"]),
        (b"", []),
        (b"\xef\xbb\xbfa\n", ["a\n"]),
        ("é\n".encode("utf-16"), ["é\n"]),
    ],
)
def test_lines_end_however_a_program_ends_them(data: bytes, found: list[str]) -> None:
    assert list(Lines(io.BytesIO(data))) == found


def test_lines_can_be_given_back() -> None:
    lines = Lines(io.BytesIO(b"a\nb\nc\n"))
    lines.mark()
    assert [next(lines), next(lines)] == ["a\n", "b\n"]
    assert (lines.number, lines.read_since(), lines.size_since()) == (2, 2, 4)
    lines.back(keep=1)
    assert (lines.number, list(lines)) == (1, ["b\n", "c\n"])


def test_a_line_without_an_end_is_cut_and_not_kept_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lines_module, "_HUGE", 1_000)
    found = list(Lines(io.BytesIO(b"x" * 3_000_000)))
    assert len(found) > 1
    assert sum(len(line) - 1 for line in found) == 3_000_000


def workbook(**parts: bytes) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(f"xl/worksheets/{name}.xml", content)
    return data.getvalue()


def test_a_workbook_without_faults_tells_nothing() -> None:
    told = Told()
    look_through(workbook(sheet1=b"<c><f>A1</f><v>2</v></c>"), "w.xlsx", told)
    assert told.all == []


@pytest.mark.parametrize(
    ("cell", "words"),
    [
        (b"<c><f>A1+1</f></c>", "1 cells hold a formula"),
        (b"<c><f>A1+1</f><v></v></c>", "1 cells hold a formula"),
        (b'<c r="A1" t="e"><v>#REF!</v></c>', "1 cells hold an error"),
    ],
)
def test_cells_that_have_no_value_of_their_own_are_told(cell: bytes, words: str) -> None:
    told = Told()
    look_through(workbook(sheet1=cell), "w.xlsx", told)
    ((_, _, message),) = told.all
    assert words in message


def test_a_workbook_that_unpacks_to_too_much_is_a_bomb() -> None:
    bomb = workbook(sheet1=bytes(60_000_000))
    with pytest.raises(DataError, match="zip bomb"):
        look_through(bomb, "w.xlsx", Told())


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"no workbook", workbook(a=b"x")[:-25]])
def test_what_is_no_workbook_is_one_line(data: bytes) -> None:
    with pytest.raises(DataError, match=r"^w\.xlsx: is no workbook"):
        look_through(data, "w.xlsx", Told())
