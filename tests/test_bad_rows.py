"""Bad rows in every data file: one clear line each, and the rest is built."""

import re
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from kg.case import Case
from kg.dossier import gather
from kg.facts import CLAIM_COLUMNS, ENTITY_COLUMNS, JUDGEMENT_COLUMNS, SOURCE_COLUMNS
from kg.facts.noted import COLUMNS as CONFLICT_COLUMNS
from tests.cases import claim, entity, judged, kg, made, source

GOOD = {
    "entities": [
        entity("my-firm"),
        entity("my-place", label="Place"),
        entity("my-town", label="Place"),
    ],
    "sources": [source()],
    "claims": [claim("my-firm SUPPLIES belgian-federal-police")],
    "same_or_not": [judged("my-firm", "related", "ta9")],
}

COLUMNS = {
    "entities": ENTITY_COLUMNS,
    "sources": SOURCE_COLUMNS,
    "claims": CLAIM_COLUMNS,
    "same_or_not": JUDGEMENT_COLUMNS,
    "conflicts": CONFLICT_COLUMNS,
}

Row = Mapping[str, str]


def spoilt(table: str, **cells: str) -> Row:
    return {**GOOD[table][0], **cells}


BAD_ROWS = [
    ("entities", spoilt("entities", id="my-firm"), "'my-firm' is already in row 2; give this one"),
    ("entities", spoilt("entities", id="My Firm"), "'My Firm' is no id; write small letters"),
    ("entities", spoilt("entities", id="x-1", label="Compny"), "(did you mean 'Company'?)"),
    ("entities", spoilt("entities", id="x-1", country="UK"), "'UK' is no country code; write GB"),
    ("entities", spoilt("entities", id="x-1", names="Firma"), "'Firma' is no key=value"),
    ("entities", spoilt("entities", id="x-1", notes="a\0b"), "holds a NUL after 'a'; delete it"),
    ("entities", spoilt("entities", id="x-1", notes="x" * 10_000_000), "holds 10000000 characters"),
    ("sources", spoilt("sources", source_id="my-notes"), "'my-notes' is already in row 2"),
    ("sources", spoilt("sources", source_id="x", published="31/02/2024"), "is a day that does not"),
    ("sources", spoilt("sources", source_id="x", url="file:///etc/passwd"), "is no web address"),
    ("sources", spoilt("sources", source_id="x", title="a\0b"), "holds a NUL after 'a'; delete it"),
    ("claims", spoilt("claims", subject="my-frm"), "(did you mean 'my-firm'?)"),
    ("claims", spoilt("claims", source="my-note"), "(did you mean 'my-notes'?)"),
    ("claims", spoilt("claims", predicate="SUPLIES"), "(did you mean 'SUPPLIES'?)"),
    ("claims", spoilt("claims", qualifiers="value=1.000,50"), "is no plain number; write 1000.50"),
    ("claims", spoilt("claims", qualifiers="since=31/02/2024"), "is a day that does not exist"),
    ("claims", spoilt("claims", qualifiers="since=03/04/2024"), "could be two different days"),
    ("claims", spoilt("claims", qualifiers="sinse=2024"), "(did you mean 'since'?)"),
    ("claims", spoilt("claims", text="both"), "is filled beside object; keep one of the two"),
    ("claims", spoilt("claims", says="x" * 10_000_000), "holds 10000000 characters"),
    ("claims", spoilt("claims"), "says the same as row 2; delete one of them"),
    ("claims", claim("my-firm USES my-town"), "my-town is a Place, but the object of USES must be"),
    ("same_or_not", spoilt("same_or_not", left="my-frm"), "(did you mean 'my-firm'?)"),
    ("same_or_not", spoilt("same_or_not", judgement="equal"), "is no judgement"),
    ("same_or_not", spoilt("same_or_not"), "judges the same pair as same_or_not.csv, row 2"),
    ("conflicts", {"id": "x", "kind": "konflikt"}, "'konflikt' is none of conflict, history"),
]


def with_bad(folder: Path, table: str, *rows: Row) -> Case:
    tables = {name: [*found, *(rows if name == table else [])] for name, found in GOOD.items()}
    if table == "conflicts":
        empty = dict.fromkeys(CONFLICT_COLUMNS, "")
        tables["conflicts"] = [
            {**empty, "title": "t", "about": "value", "note": "n", "subject": "my-firm", **row}
            for row in rows
        ]
    return made(folder, **tables)


@pytest.fixture(scope="module")
def lines(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """What is said of each bad row, when every file has all of its own."""
    found: dict[str, list[str]] = {}
    for table in COLUMNS:
        folder = tmp_path_factory.mktemp(table)
        bad = [row for name, row, _ in BAD_ROWS if name == table]
        dossier = gather(with_bad(folder, table, *bad))
        found[table] = [str(problem) for problem in dossier.problems]
        assert len(dossier.sources) == 461
    return found


@pytest.mark.parametrize(
    ("table", "row", "message"), BAD_ROWS, ids=[bad[2][:40] for bad in BAD_ROWS]
)
def test_a_bad_row_is_one_line_that_names_it(
    lines: dict[str, list[str]], table: str, row: Row, message: str
) -> None:
    number = (
        len(GOOD.get(table, []))
        + 2
        + [other for name, other, _ in BAD_ROWS if name == table].index(row)
    )
    said = [line for line in lines[table] if re.match(rf"{table}\.csv, row {number}\b", line)]
    assert len(said) == 1, lines[table]
    assert message in said[0]
    assert len(said[0]) < 400


def test_there_is_one_line_for_each_bad_row_and_no_other(lines: dict[str, list[str]]) -> None:
    counts = {table: len(found) for table, found in lines.items()}
    assert counts == {table: sum(bad[0] == table for bad in BAD_ROWS) for table in COLUMNS}


def test_a_circle_of_parts_is_one_line(tmp_path: Path) -> None:
    circle = [claim("my-place PART_OF my-town"), claim("my-town PART_OF my-place", locator="p. 2")]
    dossier = gather(with_bad(tmp_path, "claims", *circle))
    assert [str(problem) for problem in dossier.problems] == [
        "claims.csv, row 4, column object: my-town > my-place > my-town goes in a circle of "
        "PART_OF; a part cannot be its whole"
    ]


@pytest.mark.parametrize("table", COLUMNS)
def test_a_missing_column_is_one_line_and_the_rest_is_built(tmp_path: Path, table: str) -> None:
    case = with_bad(tmp_path, table, *([{"id": "x"}] if table == "conflicts" else []))
    path = tmp_path / "data" / f"{table}.csv"
    header, rest = path.read_text("utf-8").split("\n", 1)
    path.write_text(f"{header.replace(COLUMNS[table][-1], 'other')}\n{rest}", "utf-8")
    said = [str(problem) for problem in gather(case).problems]
    (about,) = [line for line in said if line.startswith(f"{table}.csv")]
    assert f"row 1: the header has no column {COLUMNS[table][-1]}" in about


def _bom(text: str) -> bytes:
    return b"\xef\xbb\xbf" + text.encode()


def _semicolons(text: str) -> bytes:
    return text.replace(";", "\0").replace(",", ";").replace("\0", ",").encode()


WAYS: list[Callable[[str], bytes]] = [
    _bom,
    lambda text: text.replace("\n", "\r\n").encode(),
    lambda text: text.encode("utf-16"),
    lambda text: (text + "\n\n,,,\n").encode(),
]


@pytest.mark.parametrize("way", WAYS, ids=["BOM", "CRLF", "UTF-16", "blank lines"])
def test_what_spreadsheets_do_to_a_file_is_read(
    tmp_path: Path, way: Callable[[str], bytes]
) -> None:
    case = made(tmp_path, **GOOD)
    for path in (tmp_path / "data").glob("*.csv"):
        path.write_bytes(way(path.read_text("utf-8")))
    dossier = gather(case)
    assert [str(problem) for problem in dossier.problems] == []
    assert len(dossier.entities) == 880


def test_semicolons_are_read_as_commas(tmp_path: Path) -> None:
    case = made(tmp_path, **GOOD)
    path = tmp_path / "data" / "entities.csv"
    path.write_bytes(_bom(_semicolons(path.read_text("utf-8")).decode()))
    dossier = gather(case)
    assert [str(problem) for problem in dossier.problems] == []
    assert len(dossier.entities) == 880


def test_on_the_command_line_build_and_check_say_the_same_lines(tmp_path: Path) -> None:
    bad = [spoilt("claims", subject="my-frm"), spoilt("claims", qualifiers="value=1.000,50")]
    case = with_bad(tmp_path, "claims", *bad)
    built, checked = kg("build", case=case.root), kg("check", case=case.root)
    assert (built.returncode, checked.returncode) == (0, 1)
    lines = [line for line in built.stderr.splitlines() if line.startswith("claims.csv")]
    assert [line[:18] for line in lines] == ["claims.csv, row 4,", "claims.csv, row 3,"]
    assert set(lines) <= set(checked.stdout.splitlines())
    assert "Traceback" not in built.stderr + checked.stderr
