import json
import re

import pytest

from kg.answers import Answer
from kg.answers.json import cited_json, cited_jsonl, rows_json, rows_jsonl
from tests.answers.samples import HOSTILE, ROWS, hostile, police


def one(value: object) -> Answer:
    return Answer("t", ("value",), ({"value": value},))


def test_json_is_a_list_of_rows_with_exact_values() -> None:
    assert json.loads(rows_json(police())) == list(ROWS)


def test_keys_stand_in_the_order_of_the_columns() -> None:
    answer = Answer("t", ("b", "a"), ({"a": 1, "b": 2, "hidden": 3},))
    assert json.loads(rows_json(answer)) == [{"b": 2, "a": 1}]
    assert list(json.loads(rows_json(answer))[0]) == ["b", "a"]


def test_with_notes_rows_and_notes_stand_side_by_side() -> None:
    found = json.loads(cited_json(police()))
    assert list(found) == ["rows", "notes"]
    assert found["rows"] == list(ROWS)
    assert found["notes"][1] == {
        "number": 2,
        "said_by": "",
        "title": "Report on policing",
        "publisher": "Statewatch",
        "locator": "p. 19, l. 3-5",
        "published": "2025",
        "read": "2026-11-25",
        "url": "https://example.org/a_b",
        "certainty": "reported",
        "source": "report",
        "claims": ["c1"],
        "says": ["Sopra Steria won the i-Police contract."],
    }


def test_json_lines_are_one_row_a_line() -> None:
    lines = rows_jsonl(police()).splitlines()
    assert [json.loads(line) for line in lines] == list(ROWS)


def test_with_notes_each_json_line_stands_alone() -> None:
    first, second = (json.loads(line) for line in cited_jsonl(police()).splitlines())
    assert [note["number"] for note in first["source_notes"]] == [1, 2]
    assert [note["source"] for note in second["source_notes"]] == ["levif"]
    assert {**second, "source_notes": None} == {**ROWS[1], "source_notes": None}


@pytest.mark.parametrize("write", [rows_json, cited_json])
def test_hostile_text_comes_back_unchanged(write: object) -> None:
    assert callable(write)
    found = json.loads(write(hostile()))
    rows = found["rows"] if isinstance(found, dict) else found
    assert [row["name"] for row in rows] == list(HOSTILE)
    assert [row["list"] for row in rows] == [[text, text] for text in HOSTILE]


def test_hostile_notes_come_back_unchanged() -> None:
    found = json.loads(cited_json(hostile()))["notes"]
    assert [note["title"] for note in found] == list(HOSTILE)
    assert [note["says"] for note in found] == [[text] for text in HOSTILE]


def test_no_text_breaks_a_json_line_in_two() -> None:
    assert len(rows_jsonl(hostile()).splitlines()) == len(HOSTILE)
    assert len(cited_jsonl(hostile()).splitlines()) == len(HOSTILE)


def test_json_on_a_terminal_runs_nothing() -> None:
    text = cited_json(hostile())
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]", text)


@pytest.mark.parametrize(
    "value", [2**70, -(2**70), 0.1, 1e300, True, False, None, "1", "", [], ["a", "b"], {"a": [1]}]
)
def test_a_value_keeps_its_type_and_every_digit(value: object) -> None:
    (row,) = json.loads(rows_json(one(value)))
    assert row["value"] == value
    assert type(row["value"]) is type(value)


@pytest.mark.parametrize("value", [float("nan"), float("inf"), float("-inf")])
def test_what_json_has_no_number_for_is_null(value: float) -> None:
    assert json.loads(rows_json(one([value, 1.5]))) == [{"value": [None, 1.5]}]


def test_half_a_character_is_escaped_so_that_it_can_be_written() -> None:
    text = rows_json(one("\ud800"))
    assert json.loads(text.encode()) == [{"value": "\ud800"}]


def test_readable_characters_are_not_escaped() -> None:
    assert "Police fédérale \u8b66" in rows_json(one("Police fédérale \u8b66"))


def test_an_answer_without_rows_is_an_empty_list() -> None:
    assert json.loads(rows_json(Answer("t", ("a",), ()))) == []
    assert rows_jsonl(Answer("t", ("a",), ())) == ""
