"""Tables that can be read: what spreadsheets do to them, what comes back, and writing."""

import codecs
from pathlib import Path
from random import Random

import pytest

from kg.tables import Row, read, write
from kg.tables.records import Record, records
from tests.spreadsheets import COLUMNS, cells, rows_of, saved

HOSTILE = [
    "'; MATCH (n) DETACH DELETE n //",
    '=HYPERLINK("https://example.org","x")',
    "\u202eesrever\u202c \u200f",
    "police 👮‍♀️ 🚓",
    '"quoted" and ""doubled""',
    "a, b; c\td",
    "two\nlines",
    "<script>alert(1)</script>",
    "\\N \\x00 %00 ${x} {{y}}",
    "ta9/rayzone|x",
    "'quoted'",
]


# What spreadsheets do


@pytest.mark.parametrize(
    "content",
    [
        "id,name,notes\nta9,Té,x\n".encode(),
        codecs.BOM_UTF8 + "id,name,notes\nta9,Té,x\n".encode(),
        "id;name;notes\r\nta9;Té;x\r\n".encode(),
        "id\tname\tnotes\nta9\tTé\tx".encode(),
        "id;name;notes\nta9;Té;x\n".encode("cp1252"),
        "id\tname\tnotes\r\nta9\tTé\tx\r\n".encode("utf-16"),
        codecs.BOM_UTF16_BE + "id\tname\tnotes\nta9\tTé\tx\n".encode("utf-16-be"),
        "sep=;\r\nid;name;notes\r\nta9;Té;x\r\n".encode(),
        '"sep=|"\nid|name|notes\nta9|Té|x\n'.encode(),
        "ID, Name ,NOTES\nta9 , Té , x\n".encode(),
        '"id","name","notes"\n"ta9","Té","x"\n'.encode(),
        "notes,id,name\nx,ta9,Té\n".encode(),
        "\n\nid,name,notes\n\n,,\nta9,Té,x\n ,  , \n".encode(),
        "id,name,notes\rta9,Té,x\r".encode(),
        "id,name,notes,,\nta9,Té,x,,\n".encode(),
        "id,name,notes\nta9,Té,x,,\n".encode(),
        'id,name,notes\nta9, "Té" ,"x"\n'.encode(),
    ],
    ids=[
        *("plain", "bom", "semicolon-crlf", "tab", "cp1252", "utf-16", "utf-16-be", "sep"),
        *("quoted-sep", "header-case", "all-quoted", "column-order", "blank-lines", "old-mac"),
        *("blank-columns", "blank-cells-at-the-end", "blanks-round-quotes"),
    ],
)
def test_a_table_reads_the_same_whatever_a_spreadsheet_did(tmp_path: Path, content: bytes) -> None:
    assert rows_of(tmp_path, content) == [("ta9", "Té", "x")]


def test_one_line_pasted_from_an_old_program_leaves_the_other_accents_whole(tmp_path: Path) -> None:
    content = "id,name,notes\na,Té,x\n".encode() + "b,Té,x\n".encode("cp1252")
    assert rows_of(tmp_path, content) == [("a", "Té", "x"), ("b", "Té", "x")]


@pytest.mark.parametrize("cell", ["'2019-03-31", '="2019-03-31"', '"=""2019-03-31"""'])
def test_a_date_that_was_kept_from_a_spreadsheet_is_a_date(tmp_path: Path, cell: str) -> None:
    assert rows_of(tmp_path, f"id,name,notes\na,b,{cell}\n") == [("a", "b", "2019-03-31")]


def test_the_separator_is_the_one_that_splits_the_header(tmp_path: Path) -> None:
    content = "id;name;notes\na;one, two, three;x,y,z,,,,\n"
    assert rows_of(tmp_path, content) == [("a", "one, two, three", "x,y,z,,,,")]


def test_a_wrong_sep_line_does_not_hide_the_table(tmp_path: Path) -> None:
    assert rows_of(tmp_path, "sep=;\nid,name,notes\na,b,c\n") == [("a", "b", "c")]


# What comes back


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_comes_back_unchanged(tmp_path: Path, text: str) -> None:
    path = tmp_path / "entities.csv"
    write(path, COLUMNS, [dict.fromkeys(COLUMNS, text)])
    assert cells(read(path, COLUMNS)) == [(text.strip(),) * 3]


def test_only_white_space_round_a_cell_goes(tmp_path: Path) -> None:
    content = 'id,name,notes\n a ,"  b  c ",\u00a0d\u00a0\n'
    assert rows_of(tmp_path, content) == [("a", "b  c", "d")]


def test_a_row_is_numbered_by_the_line_where_it_starts(tmp_path: Path) -> None:
    path = saved(tmp_path, 'id,name,notes\na,"one\ntwo",x\n\nb,c,d\n')
    assert [(row.number, row.path) for row in read(path, COLUMNS) if isinstance(row, Row)] == [
        (2, path),
        (5, path),
    ]


def test_lines_count_from_the_top_of_a_file_with_a_sep_line(tmp_path: Path) -> None:
    found = list(read(saved(tmp_path, "sep=;\nid;name;notes\na;b;c\n"), COLUMNS))
    assert [row.number for row in found if isinstance(row, Row)] == [3]


def test_rows_of_a_header_alone_are_none(tmp_path: Path) -> None:
    assert rows_of(tmp_path, "id,name,notes\n") == []


# Writing


def test_a_table_is_written_one_exact_way(tmp_path: Path) -> None:
    path = tmp_path / "entities.csv"
    write(path, COLUMNS, [{"id": "a", "name": 'Té, "x"', "notes": "two\nlines"}, {"id": "b"}])
    assert path.read_bytes() == 'id,name,notes\na,"Té, ""x""","two\nlines"\nb,,\n'.encode()


def test_writing_leaves_nothing_beside_the_table(tmp_path: Path) -> None:
    path = tmp_path / "entities.csv"
    write(path, COLUMNS, [])
    assert list(tmp_path.iterdir()) == [path]


def test_a_table_that_cannot_be_written_leaves_the_old_one_whole(tmp_path: Path) -> None:
    path = saved(tmp_path, "id,name,notes\na,b,c\n")
    with pytest.raises(ValueError, match="surprise"):
        write(path, COLUMNS, [{"id": "x", "surprise": "y"}])
    assert path.read_text() == "id,name,notes\na,b,c\n"
    assert list(tmp_path.iterdir()) == [path]


def test_a_table_behind_a_link_is_written_where_the_link_points(tmp_path: Path) -> None:
    path = saved(tmp_path, "", "real.csv")
    (tmp_path / "link.csv").symlink_to(path)
    write(tmp_path / "link.csv", COLUMNS, [])
    assert (tmp_path / "link.csv").is_symlink()
    assert path.read_text() == "id,name,notes\n"


def test_a_lone_carriage_return_ends_no_row(tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    write(path, ("a", "b"), [{"a": "x\ry", "b": "z"}])
    assert [row.cells for row in read(path, ("a", "b")) if isinstance(row, Row)] == [
        {"a": "x\ny", "b": "z"}
    ]


@pytest.mark.parametrize("seed", range(12))
def test_a_line_reads_the_same_with_quotes_and_without(seed: int) -> None:
    draw = Random(seed)
    rows = [
        ["".join(draw.choices("ab ;é\t", k=draw.randrange(4))) for _ in range(draw.randrange(1, 5))]
        for _ in range(30)
    ]
    plain = "".join(",".join(row) + "\n" for row in rows)
    quoted = "".join(",".join(f'"{cell}"' for cell in row) + "\n" for row in rows)
    mixed = "".join(draw.choice(lines) for lines in zip(*map(lined, (plain, quoted)), strict=True))
    told = [Record(at, row) for at, row in enumerate(rows, 1) if "".join(row).strip()]
    for text in (plain, quoted, mixed, mixed.rstrip("\n")):
        assert list(records(text, ",")) == told


def lined(text: str) -> list[str]:
    return text.splitlines(keepends=True)
