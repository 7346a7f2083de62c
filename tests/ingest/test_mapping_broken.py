"""Tables and mappings with mistakes: one clear line each, and the rest is kept."""

import gzip
import io
import zipfile
from pathlib import Path

import pytest
from openpyxl import Workbook

from kg.case import Case
from kg.ingesting import Report, ingest
from kg.taken import register
from tests.ingest.said import Said, Say
from tests.mapping.tables import mapping, table

FIRM = """\
firm:
  schema: Company
  key: Firm
  properties:
    name: {column: Firm}
    incorporationDate: {column: Day}
    country: {column: Land}
    capital: {column: Capital}
"""
GOOD = "Firm,Day,Land,Capital\nAxon,2019-03-31,NL,1000.50\n"


@pytest.fixture
def path(tmp_path: Path) -> str:
    return str(mapping(tmp_path, FIRM))


def lines(said: Said) -> list[str]:
    found = [str(problem) for problem in said.problems]
    assert all("\n" not in line for line in found)
    return found


def test_nothing_is_told_of_a_table_without_mistakes(said: Say, tmp_path: Path, path: str) -> None:
    heard = said("mapping", table(tmp_path, GOOD), mapping=path)
    assert lines(heard) == []
    assert [(one.predicate, one.text, one.get("date")) for one in heard.statements] == [
        ("HAS_STATUS", "incorporated", "2019-03-31"),
        ("HAS_AMOUNT", "1000.50", ""),
    ]


@pytest.mark.parametrize(
    ("row", "line"),
    [
        (
            "Bosch,31.02.2019,DE,7",
            "t.csv, row 3, column Day: '31.02.2019' is a day that does not exist; write "
            "2019-03-31, 2019-03 or 2019; or declare date_format, such as %d/%m/%Y",
        ),
        (
            "Bosch,03/04/2019,DE,7",
            "t.csv, row 3, column Day: '03/04/2019' could be two different days; write "
            "2019-03-31, 2019-03 or 2019; or declare date_format, such as %d/%m/%Y",
        ),
        (
            "Bosch,,Duitsland?,7",
            "t.csv, row 3, column Land: 'Duitsland?' is no country; write its two letters, or its "
            "name in English",
        ),
        (
            "Bosch,,DE,1.234",
            "t.csv, row 3, column Capital: '1.234' can be read in two ways; declare number_locale "
            "= 'plain' (1.234) or number_locale = 'de' (1234)",
        ),
        (
            "Bosch,,DE,much",
            "t.csv, row 3, column Capital: 'much' is no amount; write digits, such as 1234.56",
        ),
        (
            "=HYPERLINK(A1),,DE,7",
            "t.csv, row 3, column Firm: '=HYPERLINK(A1)' is a formula and not its value; it is "
            "left out",
        ),
        (
            "Bosch,DE,7",
            "t.csv, row 3: has 3 cells where the header has 4; it is left out",
        ),
        (
            '"Bosch,2019,DE,7',
            "t.csv, row 3: opens a quote and does not close it; this row is left out",
        ),
        (
            f"{'x' * 10_000_000},2019,DE,7",
            "t.csv, row 3, column Firm: holds 10,000,000 characters; a cell may hold 1,000,000, "
            "so it is left out",
        ),
    ],
)
def test_a_mistake_in_a_row_is_one_line_and_the_rows_around_it_are_kept(
    said: Say, tmp_path: Path, path: str, row: str, line: str
) -> None:
    heard = said("mapping", table(tmp_path, f"{GOOD}{row}\nSony,2020,JP,8\n"), mapping=path)
    assert lines(heard) == [line]
    assert {"Axon", "Sony"} <= {entity.name for entity in heard.entities}
    assert [one.text for one in heard.of("HAS_AMOUNT")][-1] == "8"


def test_a_thousand_rows_with_one_mistake_are_six_lines(
    said: Say, tmp_path: Path, path: str
) -> None:
    rows = "".join(f"F{n},3/4/2019,NL,7\n" for n in range(1000))
    heard = said("mapping", table(tmp_path, GOOD + rows), mapping=path)
    assert len(lines(heard)) == 6
    assert lines(heard)[-1] == "t.csv, column Day: and 995 more rows like these (no date)"
    assert len(heard.entities) == 1001


def test_a_missing_column_is_one_line_and_counts_as_empty(
    said: Say, tmp_path: Path, path: str
) -> None:
    heard = said("mapping", table(tmp_path, "Firm,Days,Land\nAxon,2019,NL\n"), mapping=path)
    assert lines(heard) == [
        "t.csv: has no column 'Day' (did you mean 'Days'?); it counts as empty",
        "t.csv: has no column 'Capital'; it has Firm, Days, Land; it counts as empty",
    ]
    assert [entity.name for entity in heard.entities] == ["Axon"]


def test_bytes_of_another_encoding_are_one_line(said: Say, tmp_path: Path, path: str) -> None:
    data = (GOOD + "Bürobedarf,2019,NL,7\n").encode("cp1252")
    heard = said("mapping", table(tmp_path, data), mapping=path)
    (line,) = lines(heard)
    assert line.startswith("t.csv: is not all UTF-8; what is not was read as Windows-1252")
    assert "Bürobedarf" in {entity.name for entity in heard.entities}


def test_a_wrong_encoding_that_was_declared_is_one_line(
    said: Say, tmp_path: Path, path: str
) -> None:
    heard = said("mapping", table(tmp_path, GOOD), mapping=path, encoding="utf-99")
    assert lines(heard) == ["t.csv: no encoding 'utf-99'; write utf-8 or windows-1252"]


@pytest.mark.parametrize(
    ("data", "line"),
    [
        (b"", "t.csv: is empty"),
        (b"\n\n  \n", "t.csv: is empty"),
        (
            b"<!DOCTYPE html><html><body>Not found</body></html>",
            "t.csv: is a web page or XML, not a table; download it again",
        ),
        (
            b"PK\x03\x04 and no more",
            "t.csv: is no workbook that can be read (File is not a zip file)",
        ),
        (
            b"\xd0\xcf\x11\xe0" + bytes(600),
            "t.csv: is no workbook that can be read (Cannot detect file format)",
        ),
    ],
)
def test_a_file_that_is_no_table_is_one_line_and_the_others_are_read(
    said: Say, tmp_path: Path, path: str, data: bytes, line: str
) -> None:
    bad, good = table(tmp_path, data), table(tmp_path, GOOD, "u.csv")
    heard = said("mapping", bad, good, mapping=path)
    assert lines(heard) == [line]
    assert [entity.name for entity in heard.entities] == ["Axon"]


def test_a_workbook_that_is_a_bomb_is_one_line(said: Say, tmp_path: Path, path: str) -> None:
    made, data = Workbook(), io.BytesIO()
    made.worksheets[0].append(["Firm"])
    made.save(data)
    with zipfile.ZipFile(data, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/media/x.bin", bytes(80_000_000))
    heard = said("mapping", table(tmp_path, data.getvalue(), "t.xlsx"), mapping=path)
    assert lines(heard) == [
        "t.xlsx: unpacks to over 50,000,000 bytes, as a zip bomb; it is not read"
    ]


def test_a_packed_file_that_is_a_bomb_is_one_line(said: Say, tmp_path: Path, path: str) -> None:
    data = gzip.compress(GOOD.encode() + b" " * 80_000_000, 9)
    heard = said("mapping", table(tmp_path, data, "t.csv.gz"), mapping=path)
    assert len(lines(heard)) == 1
    assert "this looks like a compression bomb" in lines(heard)[0]


def test_a_file_that_breaks_off_is_one_line_and_what_came_before_is_kept(
    said: Say, tmp_path: Path, path: str
) -> None:
    rows = "".join(f"F{n},2019,NL,{n}.25\n" for n in range(20_000))
    data = gzip.compress((GOOD + rows).encode(), 1)
    heard = said("mapping", table(tmp_path, data[:-2000], "t.csv.gz"), mapping=path)
    assert len(lines(heard)) == 1
    assert "breaks off or is damaged" in lines(heard)[0]
    assert len(heard.entities) > 5_000


# Mistakes in a mapping


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (
            "d: [",
            "m.yml, row 2: is no YAML (while parsing a flow node did not find expected node "
            "content)",
        ),
        ("", "m.yml: no queries in it; a mapping says dataset: queries: - entities:"),
        (
            "d: {queries: [{csv_url: t.csv, entities: {a: {schema: Compny, key: A}}}]}",
            "m.yml, row 1: 'Compny' is no schema of FollowTheMoney (did you mean 'Company'?)",
        ),
    ],
)
def test_a_mapping_that_cannot_run_is_one_line(
    said: Say, tmp_path: Path, text: str, line: str
) -> None:
    (tmp_path / "m.yml").write_text(text, "utf-8")
    heard = said("mapping", table(tmp_path, GOOD), mapping=str(tmp_path / "m.yml"))
    assert [message.removeprefix("t.csv: ") for message in lines(heard)] == [line]


def test_a_mistake_in_a_mapping_is_told_once_for_all_tables(said: Say, tmp_path: Path) -> None:
    path = mapping(tmp_path, FIRM + "    nme: {column: Firm}\n")
    files = [table(tmp_path, GOOD), table(tmp_path, GOOD, "u.csv")]
    heard = said("mapping", *files, mapping=str(path))
    assert lines(heard) == ["m.yml, row 14: Company has no property 'nme' (did you mean 'name'?)"]
    assert len(heard.entities) == 1


def test_a_mapping_that_there_is_not_comes_with_the_near_one(said: Say, tmp_path: Path) -> None:
    heard = said("mapping", table(tmp_path, GOOD), mapping="technopolis")
    assert lines(heard) == [
        "t.csv: no mapping 'technopolis' (did you mean 'technopolice'?), or name a file"
    ]


def test_a_table_that_no_mapping_knows_is_told_what_to_do(said: Say, tmp_path: Path) -> None:
    heard = said("mapping", table(tmp_path, GOOD))
    assert lines(heard) == [
        "t.csv: no mapping knows its columns (Firm, Day, Land, Capital …); make one with "
        "kg ingest --suggest t.csv > my.yml, mend it, then kg ingest --mapping my.yml t.csv"
    ]


def test_nothing_is_ever_fetched(said: Say, tmp_path: Path) -> None:
    text = (
        "d: {queries: [{csv_url: 'https://x.eu/t.csv', entities: {a: {schema: Company, key: A}}}]}"
    )
    (tmp_path / "m.yml").write_text(text, "utf-8")
    heard = said("mapping", tmp_path / "m.yml")
    assert lines(heard) == [
        "m.yml: https://x.eu/t.csv lies on the web; download it, then write kg ingest "
        "--mapping m.yml FILE"
    ]


def test_a_table_beside_the_mapping_that_is_not_there_is_one_line(
    said: Say, tmp_path: Path, path: str
) -> None:
    assert lines(said("mapping", path)) == ["m.yml: no file 't.csv' beside it"]


def test_an_option_that_there_is_not_is_one_line(said: Say, tmp_path: Path, path: str) -> None:
    heard = said("mapping", table(tmp_path, GOOD), mapping=path, delimeter=";")
    assert lines(heard)[0].startswith("t.csv: no option 'delimeter'; known are title, publisher")


def test_a_table_of_another_name_than_the_mapping_reads_is_told(said: Say, tmp_path: Path) -> None:
    text = (
        "d: {queries: [{csv_url: a.csv, entities: {a: {schema: Company, key: A}}}, "
        "{csv_url: b.csv, entities: {a: {schema: Company, key: A}}}]}"
    )
    (tmp_path / "m.yml").write_text(text, "utf-8")
    heard = said("mapping", table(tmp_path, GOOD), mapping=str(tmp_path / "m.yml"))
    assert lines(heard) == ["t.csv: m.yml reads a.csv, b.csv; name the file so"]


def test_a_mistake_leaves_the_rest_of_a_run_in_the_case(tmp_path: Path, path: str) -> None:
    good, bad = table(tmp_path, GOOD, "g.csv"), table(tmp_path, b"", "b.csv")
    case = Case(tmp_path)
    wrong, right = ingest(case, [str(bad), str(good)], "mapping", {"mapping": path})
    assert str(wrong) == "b.csv: is empty"
    assert isinstance(right, Report)
    assert (right.taken.records, right.problems) == (1, ())
    assert [taken.file for taken in register(case)] == ["g.csv"]
