"""A new case: one row in each of its tables and a build, as its README tells."""

import re
from collections.abc import Iterable
from pathlib import Path

import pytest

from kg.case import Case
from kg.dossier import gather
from kg.errors import CaseError
from kg.facts.blank import TABLES, begin, introduction
from kg.schema import labels, predicates, qualifiers, source_kinds
from tests.cases import kg

ROWS = re.findall(r"in `data/(\w+)\.csv`:\n\n *```csv\n *(.+)\n", introduction())


def typed(folder: Path, rows: Iterable[tuple[str, str]] = ()) -> Case:
    """A new case into whose tables somebody has typed rows below the header."""
    case = begin(folder)
    for table, row in rows:
        with (folder / "data" / f"{table}.csv").open("a", encoding="utf-8") as file:
            file.write(f"{row}\n")
    return case


def problems(case: Case) -> list[str]:
    return [str(problem) for problem in gather(case).problems]


def test_every_table_waits_with_its_header_alone(tmp_path: Path) -> None:
    begin(tmp_path / "case")
    found = {path.stem: path.read_text("utf-8") for path in (tmp_path / "case/data").iterdir()}
    assert found == {name: ",".join(columns) + "\n" for name, columns in TABLES.items()}


def test_a_new_case_adds_nothing_and_nothing_is_wrong_with_it(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    begun, empty = gather(begin(tmp_path / "begun")), gather(Case(tmp_path / "empty"))
    assert begun.problems == ()
    assert begun.entities == empty.entities
    assert begun.statements == empty.statements


def test_what_the_readme_shows_can_be_typed_built_and_looked_at(tmp_path: Path) -> None:
    assert [table for table, _ in ROWS] == ["entities", "sources", "claims"]
    assert kg("case", "new", str(tmp_path / "case")).returncode == 0
    for table, row in ROWS:
        with (tmp_path / "case" / "data" / f"{table}.csv").open("a", encoding="utf-8") as file:
            file.write(row)
    built = kg("build", case=tmp_path / "case")
    assert (built.returncode, built.stderr) == (0, "")
    shown = kg("show", "PZ Voorbeeld", "--lang", "en", case=tmp_path / "case").stdout
    assert "uses Orbit Geographic Information System (since: 2026-03; status: pilot)" in shown


def test_each_row_of_the_readme_says_one_thing_and_no_more(tmp_path: Path) -> None:
    before, after = gather(begin(tmp_path / "none")), gather(typed(tmp_path / "all", ROWS))
    assert after.problems == ()
    assert after.entities.keys() - before.entities.keys() == {"pz-voorbeeld"}
    assert after.sources.keys() - before.sources.keys() == {"raad-voorbeeld-2026"}
    assert len(after.statements) == len(before.statements) + 1


SPOILT = [
    ("entities", ",PoliceForce,", ",Police Force,", "column label: 'Police Force' is no label"),
    ("entities", "pz-voorbeeld,P", "PZ Voorbeeld,P", "column id: 'PZ Voorbeeld' is no id"),
    ("entities", ",BE,", ",Belgium,", "column country: 'Belgium' is no country code"),
    ("sources", "2026-03-12", "12/03/2026", "column published: '12/03/2026' could be two"),
    ("claims", ",USES,", ",USE,", "column predicate: 'USE' is no predicate (did you mean 'USES'?)"),
    ("claims", "orbit-gis", "orbit-gps", "column object: no entity 'orbit-gps'"),
    ("claims", "raad-voorbeeld-2026", "raad", "column source: no source 'raad'"),
    ("claims", ",p. 4,", ",,", "column locator: is empty"),
    ("claims", ",stated,", ",sure,", "column certainty: 'sure' is no certainty"),
    ("claims", "status=pilot", "status:pilot", "column qualifiers: 'status:pilot' is no key=value"),
    ("claims", "pilot;since", "pilot,since", "has 11 cells where the header has 10"),
]


@pytest.mark.parametrize(("table", "right", "wrong", "said"), SPOILT)
def test_a_wrong_row_is_one_line_that_names_it(
    tmp_path: Path, table: str, right: str, wrong: str, said: str
) -> None:
    rows = [(name, row.replace(right, wrong, 1) if name == table else row) for name, row in ROWS]
    assert rows != ROWS
    case = typed(tmp_path / "case", [row for row in rows if row[0] == table or table == "claims"])
    (line,) = problems(case)
    assert line.startswith(f"{table}.csv, row 2")
    assert said in line


def test_the_words_that_may_stand_in_a_table_are_listed() -> None:
    text = introduction()
    stated = {name for name, one in predicates().items() if not one.derived}
    written = {name for name, one in labels().items() if not one.abstract} - {"Claim", "Source"}
    words = set(re.findall(r"\w+", text.partition("## Words")[2]))
    assert words >= stated | written | qualifiers().keys() | source_kinds().keys()
    assert not words & {"Claim", "SUBCONTRACTS_TO", "Organization"}


def test_the_columns_of_every_table_are_explained() -> None:
    about = introduction().partition("## What a row says")[2]
    for name, columns in TABLES.items():
        (row,) = re.findall(rf"^\| `{name}\.csv`.*$", about, re.MULTILINE)
        assert [column for column in columns if f"`{column}`" not in row] == []


def test_a_folder_that_holds_something_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    with pytest.raises(CaseError, match="is there already and not empty"):
        begin(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def test_two_new_cases_are_alike_to_the_byte(tmp_path: Path) -> None:
    def content(case: Case) -> dict[str, bytes]:
        files = (path for path in sorted(case.root.rglob("*")) if path.is_file())
        return {path.relative_to(case.root).as_posix(): path.read_bytes() for path in files}

    assert content(begin(tmp_path / "one")) == content(begin(tmp_path / "two"))
