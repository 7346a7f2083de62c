import csv
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kg.cli import cli
from kg.resolve.lists import PIECE, NameList, with_clusters
from kg.resolve.resolving import Resolution


def run(*words: object) -> Result:
    return CliRunner().invoke(cli, [str(word) for word in words])


def listed(folder: Path, text: str) -> Path:
    path = folder / "list.csv"
    path.write_text(text, "utf-8")
    return path


NAMES = "nr,name,land\n7,Akzo Nobel N.V.,NL\n8,AKZO NOBEL NV,NL\n9,Azko Nobel,NL\n10,DSM NV,NL\n"


def test_a_list_comes_back_with_cluster_and_tier(tmp_path: Path) -> None:
    out, pairs = tmp_path / "out.csv", tmp_path / "pairs.csv"
    result = run(
        "resolve", listed(tmp_path, NAMES), "--country", "land", "-o", out, "--suggest", pairs
    )
    assert result.exit_code == 0, result.output
    assert out.read_text("utf-8") == (
        "nr,name,land,cluster,tier\n"
        "7,Akzo Nobel N.V.,NL,1,T2\n"
        "8,AKZO NOBEL NV,NL,1,T2\n"
        "9,Azko Nobel,NL,1,T4\n"
        "10,DSM NV,NL,4,\n"
    )
    rows = list(csv.DictReader(pairs.read_text("utf-8").splitlines()))
    assert (rows[0]["left_row"], rows[0]["right_row"]) == ("1", "3")
    assert float(rows[0]["score"]) > 0.5
    assert "spelt alike" in rows[0]["why"]


def test_without_a_file_the_list_is_printed(tmp_path: Path) -> None:
    assert (
        run("resolve", listed(tmp_path, "name\nBosch\n")).stdout == "name,cluster,tier\nBosch,1,\n"
    )


def test_json_tells_counts_and_the_time_of_each_stage(tmp_path: Path) -> None:
    told = json.loads(run("resolve", listed(tmp_path, NAMES), "--json").stdout)
    assert (told["rows"], told["clusters"], told["clusters_of_several"]) == (4, 2, 1)
    assert set(told["cpu_seconds"]) == {"merge", "block", "score", "cluster"}


def test_a_missing_column_costs_one_line(tmp_path: Path) -> None:
    result = run("resolve", listed(tmp_path, NAMES), "--column", "nam")
    assert result.exit_code == 1
    assert "list.csv: no column 'nam' (did you mean 'name'?)" in result.stderr


def test_semicolons_and_short_rows_are_read(tmp_path: Path) -> None:
    result = run("resolve", listed(tmp_path, "name;land\nBosch;DE\nThales\n"), "--country", "land")
    assert result.stdout == "name,land,cluster,tier\nBosch,DE,1,\nThales,,2,\n"


def test_the_first_line_comes_back_as_it_was_written(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text("\ufeff Full Name ;Land;Note\nThales;FR;x\n", "utf-8")

    result = run("resolve", path, "--column", "full_name", "--country", "LAND")

    assert result.stdout.splitlines() == ["Full Name,Land,Note,cluster,tier", "Thales,FR,x,1,"]


@pytest.mark.parametrize("size", [0, 1, PIECE - 1, PIECE, PIECE + 1])
def test_a_list_is_written_in_pieces_that_make_up_the_whole(size: int) -> None:
    rows = [[f"Umbra {at}", 'a "b", c' if at % 3 else "two\nlines"] for at in range(size)]
    names = NameList(("name", "notes"), rows, [])
    found = Resolution(list(range(size)), [None] * size, [], [], 0, {})
    pieces = list(with_clusters(names, found))
    assert len(pieces) == max(1, -(-size // PIECE))
    read = list(csv.reader("".join(pieces).splitlines(keepends=True)))
    assert read[0] == ["name", "notes", "cluster", "tier"]
    assert read[1:] == [[*row, str(at), ""] for at, row in enumerate(rows, 1)]


def test_nothing_is_written_before_it_is_asked_for() -> None:
    """Rows are made as they are written: a list that breaks off has given what came before."""
    names = NameList(("name",), [["Umbra"]] * (PIECE + 5), [])
    found = Resolution([0] * (PIECE + 4), [None] * (PIECE + 5), [], [], 0, {})
    pieces = with_clusters(names, found)
    assert next(pieces).count("\n") == PIECE + 1
    with pytest.raises(ValueError, match="zip"):
        next(pieces)


def test_a_file_that_cannot_be_written_costs_one_line(tmp_path: Path) -> None:
    for option in ("-o", "--suggest"):
        result = run("resolve", listed(tmp_path, NAMES), option, tmp_path / "none" / "out.csv")
        assert result.exit_code == 1
        assert "out.csv: cannot be written (No such file or directory)" in result.stderr
        assert len(result.stderr.strip().splitlines()) == 1
