from io import BytesIO

import pytest

from kg.mapping.json_lines import is_json, json_table, sample
from kg.mapping.spec import Manner
from tests.mapping.tables import Told


def read(text: str, *wanted: str) -> tuple[list[list[str]], dict[str, int], Told]:
    told = Told()
    table = json_table(BytesIO(text.encode()), "t.jsonl", Manner(), told, wanted)
    rows = [list(cells) for _, cells in table.rows]
    return rows, dict(table.unread), told


@pytest.mark.parametrize(
    "text",
    ['{"a":"1","b":2}\n{"a":"3"}\n', '[{"a":"1","b":2},{"a":"3"}]', '{"a":"1","b":2}{"a":"3"}'],
)
def test_records_come_by_line_or_in_a_list(text: str) -> None:
    rows, unread, told = read(text, "a", "b")
    assert (rows, unread, told.all) == ([["1", "2"], ["3", ""]], {}, [])


def test_a_value_within_a_value_has_its_path_for_a_name() -> None:
    text = '{"buyer": {"name": "P", "ids": [1, 2]}, "lots": [{"v": 1.50}, {"v": true}], "n": null}'
    rows, unread, _ = read(text, "buyer.name", "buyer.ids", "lots.0.v", "lots.1.v", "n")
    assert (rows, unread) == ([["P", "1; 2", "1.50", "true", ""]], {})


def test_what_nobody_asked_for_is_counted() -> None:
    _, unread, _ = read('{"a":1,"b":{"c":2},"d":""}\n{"a":1,"b":{"c":3}}', "a")
    assert unread == {"b.c": 2}


def test_a_broken_line_costs_one_row() -> None:
    rows, _, told = read('{"a":1}\n{"a" 2}\n{"a":3}\n', "a")
    assert rows == [["1"], ["3"]]
    assert len(told.all) == 1
    assert "no JSON" in told.all[0][2]


def test_what_is_no_record_is_told_and_the_rest_kept() -> None:
    rows, _, told = read('{"a":1}\n3\n"x"\n{"a":2}\n', "a")
    assert rows == [["1"], ["2"]]
    message = "is a value without names for its parts; it is left out"
    assert [told_of[2] for told_of in told.all] == [message, message]


def test_a_value_of_10_megabytes_is_left_out_and_its_record_kept() -> None:
    rows, _, told = read('{"a":"%s","b":"2"}' % ("x" * 10_000_000), "a", "b")
    assert rows == [["", "2"]]
    assert told.all[0][:2] == (1, "a")


def test_a_file_with_none_of_the_columns_is_told() -> None:
    _, _, told = read('{"x":1}', "a", "b")
    assert told.all == [(0, "", "has none of the columns a, b")]


def test_the_first_records_show_which_columns_there_are() -> None:
    text = '{"a":1}\n{"b":{"c":"x"}}\n{"d":1}\n'
    assert sample(BytesIO(text.encode()), 2) == (("a", "b.c"), [["1", ""], ["", "x"]])


@pytest.mark.parametrize(
    ("head", "found"), [(b" {", True), (b"\xef\xbb\xbf[", True), (b"a,b", False), (b"", False)]
)
def test_json_is_told_by_its_first_sign(head: bytes, found: bool) -> None:
    assert is_json(head) is found
