import csv
import io

import pytest

from kg.answers import Answer, notes_csv
from kg.answers.cells import written
from kg.answers.csv import cited_csv, inert, rows_csv
from tests.answers.samples import HOSTILE, hostile, police


def read(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))


def bare(cell: str) -> str:
    """A cell without the apostrophe that keeps a spreadsheet from running it."""
    return cell[1:] if cell.startswith("'") and inert(cell[1:]) == cell else cell


def test_a_csv_has_the_columns_the_ids_and_lists_joined_by_bars() -> None:
    assert rows_csv(police()) == (
        "supplier,supplier_id,value,systems,claims\r\n"
        "Sopra Steria,sopra-steria,75800000,i-Police|Focus,c2|c1\r\n"
        "TA9,ta9,,,c3\r\n"
    )


def test_hostile_text_comes_back_unchanged_but_for_the_apostrophe() -> None:
    rows = read(rows_csv(hostile()))
    assert [bare(row["name"]) for row in rows] == list(HOSTILE)
    assert [bare(row["list"]) for row in rows] == [f"{text}|{text}" for text in HOSTILE]
    assert all(row["name"] in (text, f"'{text}") for row, text in zip(rows, HOSTILE, strict=True))


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        "+1+1",
        "-1+1",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "\n=1",
        " =1+1",
        "\u00a0=1+1",
        "\ufeff=1+1",
        "\uff1d1+1",
        "\uff0b1",
        "\uff0d1",
        "\uff20SUM(A1)",
        "- a list item",
        "+32 2 000 00 00",
        "-1,5",
        "-\u0661",
        "--1",
        "-1\n",
        "'=1+1",
    ],
)
def test_a_spreadsheet_runs_nothing(text: str) -> None:
    assert inert(text) == f"'{text}"
    assert bare(inert(text)) == text


@pytest.mark.parametrize(
    "text", ["", "0", "-5", "+3.25", "-1.5e-3", "text", "a=b", "a\n=b", "i-Police", "'quoted'"]
)
def test_plain_numbers_and_plain_text_stay_as_they_are(text: str) -> None:
    assert inert(text) == text
    assert bare(text) == text


def test_negative_numbers_stay_numbers() -> None:
    row: dict[str, object] = {"whole": -5, "half": -0.5, "none": None, "yes": True}
    assert rows_csv(Answer("t", tuple(row), (row,))).splitlines()[1] == "-5,-0.5,,true"


def test_column_names_are_not_run_either() -> None:
    assert rows_csv(Answer("t", ("=1+1", "b"), ())) == "'=1+1,b\r\n"


def test_a_row_without_a_column_has_an_empty_cell_there() -> None:
    assert rows_csv(Answer("t", ("a", "b"), ({"b": "x"},))) == "a,b\r\n,x\r\n"


def test_the_notes_are_one_line_each() -> None:
    first, second = read(notes_csv(police()))
    assert first == {
        "number": "1",
        "said_by": "TA9",
        "title": "i-Police in trouble",
        "publisher": "Le Vif",
        "locator": "para 3",
        "published": "2022-05-08",
        "read": "2026-11-25",
        "url": "https://example.org/levif",
        "certainty": "inferred|alleged",
        "source": "levif",
        "claims": "c2|c3",
        "says": "TA9 belongs to Rayzone.|TA9 is ready.",
    }
    assert (second["number"], second["claims"]) == ("2", "c1")


def test_every_claim_of_a_row_is_found_in_the_notes() -> None:
    noted = {claim for row in read(notes_csv(police())) for claim in row["claims"].split("|")}
    cited = {claim for row in read(rows_csv(police())) for claim in row["claims"].split("|")}
    assert cited == noted


def test_hostile_notes_come_back_unchanged_but_for_the_apostrophe() -> None:
    for note, row in zip(hostile().notes, read(notes_csv(hostile())), strict=True):
        for name in ("title", "publisher", "locator", "published", "read", "url", "said_by"):
            assert bare(row[name]) == written(getattr(note, name))


def test_with_notes_each_row_tells_its_sources_in_a_column_of_its_own() -> None:
    first, second = read(cited_csv(police()))
    texts = [note.text() for note in police().notes]
    assert first["source_notes"] == "|".join(texts)
    assert second["source_notes"] == texts[0]
    assert first["claims"] == "c2|c1"


def test_a_query_that_returns_a_column_notes_keeps_it() -> None:
    answer = Answer("t", ("notes",), ({"notes": "kind=ngo"},))
    assert cited_csv(answer) == "notes,source_notes\r\nkind=ngo,\r\n"
