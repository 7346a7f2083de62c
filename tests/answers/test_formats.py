import json
from pathlib import Path

import pytest

from kg.answers import FORMATS, files, format_of, notes_csv, render
from kg.errors import QueryError
from tests.answers.samples import police


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_renders_text_or_bytes(name: str) -> None:
    content = render(police(), name, notes=False)
    assert isinstance(content, bytes if name == "xlsx" else str)
    assert len(content) > 80


def test_a_misspelt_format_names_the_right_one() -> None:
    message = r"no format 'jsn' \(did you mean 'json'\?\): use one of table, csv, json, jsonl, md,"
    with pytest.raises(QueryError, match=message):
        render(police(), "jsn", notes=False)


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("a.csv", "csv"),
        ("A.CSV", "csv"),
        ("a.b.json", "json"),
        ("a.jsonl", "jsonl"),
        ("a.ndjson", "jsonl"),
        ("a.md", "md"),
        ("a.htm", "html"),
        ("a.html", "html"),
        ("a.xlsx", "xlsx"),
        ("a.txt", "table"),
    ],
)
def test_the_ending_of_a_file_tells_its_format(name: str, found: str) -> None:
    assert format_of(Path("some.folder") / name) == found


@pytest.mark.parametrize("name", ["a.docx", "a", "csv", "a.", ".csv"])
def test_an_unknown_ending_names_those_that_are_known(name: str) -> None:
    with pytest.raises(QueryError) as error:
        format_of(Path("folder") / name)
    message = str(error.value)
    assert message.startswith(f"{name}: no format for the ending")
    assert message.endswith(
        ".txt, .csv, .json, .jsonl, .ndjson, .md, .markdown, .html, .htm, .xlsx"
    )
    assert "\n" not in message


def test_a_misspelt_ending_names_the_right_one() -> None:
    with pytest.raises(QueryError, match=r"'\.xlxs' \(did you mean '\.xlsx'\?\)"):
        format_of(Path("a.xlxs"))


@pytest.mark.parametrize("name", ["table", "md", "html", "xlsx"])
def test_what_people_read_always_carries_the_notes(name: str) -> None:
    assert render(police(), name, notes=False) == render(police(), name, notes=True)


@pytest.mark.parametrize("name", ["csv", "json", "jsonl"])
def test_what_programs_read_carries_notes_only_when_asked(name: str) -> None:
    bare, cited = render(police(), name), render(police(), name, notes=True)
    assert isinstance(bare, str)
    assert isinstance(cited, str)
    assert "Le Vif" not in bare
    assert "c2" in bare
    assert "Le Vif" in cited


def test_a_table_is_as_wide_as_it_is_told() -> None:
    table = render(police(), "table", width=40)
    assert isinstance(table, str)
    assert max(map(len, table.splitlines())) <= 40


@pytest.mark.parametrize("ending", ["txt", "json", "jsonl", "md", "html", "xlsx", "csv"])
def test_a_file_holds_what_is_rendered(ending: str) -> None:
    path = Path("out") / f"police.{ending}"
    content = render(police(), format_of(path))
    expected = content if isinstance(content, bytes) else content.encode()
    assert files(police(), path) == {path: expected}


def test_a_csv_has_its_notes_in_a_file_beside_it() -> None:
    found = files(police(), Path("out/police.csv"), notes=True)
    assert list(found) == [Path("out/police.csv"), Path("out/police.notes.csv")]
    assert found[Path("out/police.notes.csv")] == notes_csv(police()).encode()


def test_a_format_that_is_asked_for_wins_over_the_ending() -> None:
    (content,) = files(police(), Path("rows.data"), format="json").values()
    assert json.loads(content) == list(police().rows)
