"""kg ingest as a person gives it: what it prints, where it prints it, and how it ends."""

import gzip
import io
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kg.case import new
from kg.cli import cli

TABLE = "firm,client,page\nAcme,Police of Utopia,3\nBcme,Police of Utopia,4\n"
MAPPING = """
utopia:
  queries:
    - csv_url: deals.csv
      entities:
        firm:
          schema: Company
          keys: [firm]
          properties:
            name: {column: firm}
        client:
          schema: PublicBody
          keys: [client]
          properties:
            name: {column: client}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = new(tmp_path / "case").root
    (made / "deals.csv").write_text(TABLE, "utf-8")
    (made / "deals.yml").write_text(MAPPING, "utf-8")
    return made


def kg(folder: Path, *words: str, stdin: bytes = b"") -> Result:
    return CliRunner().invoke(cli, [*words, "--case", str(folder)], input=stdin)


def read(folder: Path, *words: str) -> Result:
    return kg(folder, "ingest", "--mapping", str(folder / "deals.yml"), *words)


def spooled(folder: Path) -> list[str]:
    register = folder / "ingested.csv"
    return register.read_text("utf-8").splitlines()[1:] if register.exists() else []


def test_a_table_with_its_mapping_is_taken_in(folder: Path) -> None:
    done = read(folder, str(folder / "deals.csv"))

    assert (done.exit_code, done.stderr) == (0, "")
    assert "deals.csv: mapping, 2 records" in done.stdout
    assert len(spooled(folder)) == 1


def test_what_nobody_read_is_named(folder: Path) -> None:
    done = read(folder, str(folder / "deals.csv"))
    assert "not read: page (2)" in done.stdout


def test_unread_columns_are_cut_short_unless_asked_for(folder: Path) -> None:
    columns = [f"column{number}" for number in range(9)]
    text = f"firm,client,{','.join(columns)}\nAcme,Police,{','.join('x' * 9)}\n"
    (folder / "deals.csv").write_text(text, "utf-8")

    short = read(folder, "--dry-run", str(folder / "deals.csv")).stdout
    long = read(folder, "--dry-run", "--unread", str(folder / "deals.csv")).stdout

    assert "4 more; --unread lists all" in short
    assert [f"not read: {column} (1)" in long for column in columns] == [True] * 9


def test_a_dry_run_shows_what_would_be_said_and_keeps_nothing(folder: Path) -> None:
    done = read(folder, "--dry-run", str(folder / "deals.csv"))

    assert done.exit_code == 0
    assert "would say" in done.stdout
    assert "Acme" in done.stdout
    assert spooled(folder) == []


def test_a_second_time_is_said_and_changes_nothing(folder: Path) -> None:
    read(folder, str(folder / "deals.csv"))
    before = spooled(folder)

    done = read(folder, str(folder / "deals.csv"))

    assert done.exit_code == 0
    assert "read before, nothing changed" in done.stdout
    assert spooled(folder) == before


def test_the_list_names_each_file_with_its_counts(folder: Path) -> None:
    read(folder, str(folder / "deals.csv"))
    done = kg(folder, "ingest", "--list")
    assert done.stdout.count("\n") == 1
    assert "deals.csv  mapping, 2 records" in done.stdout


def test_an_empty_case_lists_nothing(folder: Path) -> None:
    assert kg(folder, "ingest", "--list").output == ""


def test_a_file_is_taken_out_again(folder: Path) -> None:
    read(folder, str(folder / "deals.csv"))

    done = kg(folder, "ingest", "--remove", "deals.csv")

    assert done.exit_code == 0
    assert "took out deals.csv; kg build to follow" in done.stdout
    assert spooled(folder) == []


def test_taking_out_what_is_not_there_names_what_is(folder: Path) -> None:
    read(folder, str(folder / "deals.csv"))
    done = kg(folder, "ingest", "--remove", "daels.csv")
    assert done.exit_code == 1
    assert done.stderr.count("\n") == 1
    assert "did you mean 'deals.csv'" in done.stderr


def test_a_folder_an_archive_and_a_pressed_file_are_read(folder: Path, tmp_path: Path) -> None:
    given = tmp_path / "given"
    given.mkdir()
    (given / "one.csv").write_text(TABLE, "utf-8")
    with zipfile.ZipFile(given / "two.zip", "w") as archive:
        archive.writestr("inner/two.csv", TABLE.replace("Acme", "Dcme"))
    with gzip.open(given / "three.csv.gz", "wt") as pressed:
        pressed.write(TABLE.replace("Acme", "Ecme"))

    done = read(folder, "-x", "table=*.csv", str(given))
    if done.exit_code:  # the option is unknown: the mapping reads every table it is given
        done = read(folder, str(given))

    assert done.exit_code == 0, done.output
    assert len(spooled(folder)) == 3
    assert done.stdout.count("2 records") == 3


def test_standard_input_is_a_file_like_others(folder: Path) -> None:
    words = ["ingest", "--mapping", str(folder / "deals.yml"), "-"]
    done = kg(folder, *words, stdin=TABLE.encode())
    assert done.exit_code == 0, done.output
    assert "2 records" in done.stdout


def test_no_file_is_one_line_that_says_what_to_write(folder: Path) -> None:
    done = kg(folder, "ingest")
    assert done.exit_code == 1
    assert done.stderr.count("\n") == 1
    assert "kg ingest FILES" in done.stderr


def test_a_file_that_is_not_there_does_not_stop_the_others(folder: Path) -> None:
    done = read(folder, str(folder / "gone.csv"), str(folder / "deals.csv"))

    assert done.exit_code == 1
    assert "gone.csv" in done.stderr
    assert "deals.csv: mapping, 2 records" in done.stdout
    assert len(spooled(folder)) == 1


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("empty.csv", b""),
        ("page.xml", b"<!DOCTYPE html><html><body>503 Service Unavailable</body></html>"),
        ("cut.xml", b"<?xml version='1.0'?><ContractAwardNotice xmlns='urn:x'><a>"),
        ("cut.json", b'{"releases": [{"ocid": "x"'),
        ("noise.bin", bytes(range(256)) * 8),
        ("cut.gz", gzip.compress(b"x" * 100_000)[:60]),
        ("not.zip", b"PK\x03\x04 and then nothing of a kind"),
    ],
)
def test_a_file_that_is_no_data_is_one_line_and_an_exit_code(
    name: str, content: bytes, folder: Path
) -> None:
    (folder / name).write_bytes(content)

    done = kg(folder, "ingest", str(folder / name))

    assert done.exit_code == 1
    assert name in done.stderr
    assert done.stderr.count("\n") == 1, done.stderr
    assert "Traceback" not in done.output
    assert spooled(folder) == []


def test_a_bomb_in_an_archive_is_refused_and_the_next_file_read(folder: Path) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("big.csv", b"0" * 400_000_000)
    (folder / "bomb.zip").write_bytes(packed.getvalue())

    done = read(folder, str(folder / "bomb.zip"), str(folder / "deals.csv"))

    assert done.exit_code == 1
    assert "bomb.zip" in done.stderr
    assert "deals.csv: mapping, 2 records" in done.stdout


def test_a_first_mapping_is_suggested_for_a_table_and_can_be_used_as_it_is(folder: Path) -> None:
    done = kg(folder, "ingest", "--suggest", str(folder / "deals.csv"))
    assert done.exit_code == 0
    (folder / "deals.yml").write_text(done.stdout, "utf-8")
    assert read(folder, "--dry-run", str(folder / "deals.csv")).exit_code == 0


def test_a_mapping_with_a_mistake_names_the_mistake(folder: Path) -> None:
    (folder / "deals.yml").write_text(MAPPING.replace("schema: Company", "schema: Compny"), "utf-8")
    done = read(folder, str(folder / "deals.csv"))
    assert done.exit_code == 1
    assert "Compny" in done.stderr
    assert "did you mean 'Company'" in done.stderr


def test_what_was_taken_in_is_in_the_next_build(folder: Path) -> None:
    read(folder, str(folder / "deals.csv"))
    done = kg(folder, "search", "Police of Utopia", "--json")
    assert done.exit_code == 0
    assert '"name": "Police of Utopia"' in done.stdout
