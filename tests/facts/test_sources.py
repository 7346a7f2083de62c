from pathlib import Path

import pytest

from kg.facts import sources
from kg.statements import Origin, Source
from tests.facts.tables import SOURCE, lines, saved, values


def wrong(folder: Path, **changes: str) -> list[str]:
    return lines(sources(saved(folder, "sources.csv", SOURCE | changes)))


def test_a_row_becomes_a_source(tmp_path: Path) -> None:
    (source,) = values(sources(saved(tmp_path, "sources.csv", SOURCE)))
    assert source == Source(
        id="report",
        url="https://example.org/report?page=1",
        title="A report",
        publisher="A group",
        published="2025",
        language="nl",
        kind="ngo_report",
        read="2026-11-25",
        reread="yes",
    )
    assert source.origin == Origin("sources.csv", 2)


@pytest.mark.parametrize("column", ["source_id", "title", "publisher", "language", "kind", "read"])
def test_a_source_says_what_it_is_and_when_it_was_read(tmp_path: Path, column: str) -> None:
    assert wrong(tmp_path, **{column: ""}) == [
        f"sources.csv, row 2, column {column}: is empty, but every row needs it"
    ]


@pytest.mark.parametrize("column", ["url", "published", "reread"])
def test_a_source_may_have_no_address_and_no_date(tmp_path: Path, column: str) -> None:
    assert wrong(tmp_path, **{column: ""}) == []


@pytest.mark.parametrize(
    ("column", "value", "line"),
    [
        (
            "source_id",
            "De Standaard",
            "column source_id: 'De Standaard' is no id; write small letters a-z, digits and "
            "single hyphens, e.g. 'de-standaard'",
        ),
        (
            "url",
            "www.example.org",
            "column url: 'www.example.org' is no web address; it starts with https://",
        ),
        (
            "url",
            "javascript:alert(1)",
            "column url: 'javascript:alert(1)' is no web address; it starts with https://",
        ),
        (
            "published",
            "31/02/2024",
            "column published: '31/02/2024' is a day that does not exist; "
            "write 2019-03-31, 2019-03 or 2019",
        ),
        (
            "read",
            "25/11/2026",
            "column read: '25/11/2026' is no date as we write it; write 2026-11-25",
        ),
        ("language", "NL", "column language: 'NL' is no language code; write nl"),
        ("kind", "new", "column kind: 'new' is no kind of source (did you mean 'news'?)"),
        ("reread", "maybe", "column reread: 'maybe' is no answer; write one of yes, no, twin"),
    ],
)
def test_a_wrong_cell_is_one_line(tmp_path: Path, column: str, value: str, line: str) -> None:
    assert wrong(tmp_path, **{column: value}) == [f"sources.csv, row 2, {line}"]


def test_of_two_rows_with_one_id_the_first_counts(tmp_path: Path) -> None:
    assert lines(sources(saved(tmp_path, "sources.csv", SOURCE, SOURCE))) == [
        "sources.csv, row 3, column source_id: 'report' is already in row 2; "
        "give this one another id"
    ]
