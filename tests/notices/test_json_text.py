"""JSON text of any length is taken value by value, wherever the window ends."""

import io
import json
from decimal import Decimal

import pytest

from kg.errors import DataError
from kg.notices import decoding, json_text
from kg.notices.json_text import JsonText, UnfinishedError

VALUES: tuple[object, ...] = (
    {},
    [],
    {"a": 1},
    [1, 2, 3],
    "text",
    'with "quotes" and \\ and \n',
    "Ünïcödé \u2028 \U0001f575",
    True,
    False,
    None,
    {"deep": {"deeper": [{"deepest": ["x"]}]}},
    ["", " ", "\t"],
    {"": ""},
    -12,
    0,
)


@pytest.fixture(params=[1, 2, 3, 7, 64, 1 << 20])
def chunk(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> int:
    """How many bytes come at once."""
    monkeypatch.setattr(decoding, "CHUNK", request.param)
    return int(request.param)


def text(data: str | bytes) -> JsonText:
    return JsonText(io.BytesIO(data.encode() if isinstance(data, str) else data))


@pytest.mark.parametrize("value", VALUES, ids=repr)
def test_a_value_is_the_same_whatever_comes_at_once(chunk: int, value: object) -> None:
    for ascii_ in (True, False):
        found = text(json.dumps(value, ensure_ascii=ascii_) + " ")
        assert found.value() == value


def test_values_one_after_the_other(chunk: int) -> None:
    found = text(" ".join(json.dumps(value) for value in VALUES))
    assert [found.value() for _ in VALUES] == list(VALUES)
    assert found.next() == ""


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("1", 1),
        ("-0", 0),
        ("1.10", Decimal("1.10")),
        ("1e3", Decimal("1E+3")),
        ("1E-2", Decimal("0.01")),
        ("123456789012345678901234567890", 123456789012345678901234567890),
        ("0.1", Decimal("0.1")),
    ],
)
def test_numbers_keep_their_digits(chunk: int, written: str, number: object) -> None:
    assert text(f"[{written}]").value() == [number]
    assert text(f"{written} ").value() == number


@pytest.mark.parametrize("written", ["NaN", "Infinity", "-Infinity"])
def test_what_is_no_number_is_nothing(chunk: int, written: str) -> None:
    assert text(f'{{"a": {written}}}').value() == {"a": None}


@pytest.mark.parametrize(
    "between", ["\n", "\r\n", "\n\n", " ", ",\n", "\x1e", "\ufeff", "\x00", "\t"]
)
def test_what_stands_between_documents_is_passed_over(between: str) -> None:
    found = text(f'{{"a": 1}}{between}{{"b": 2}}')
    assert (found.value(), found.value(), found.next()) == ({"a": 1}, {"b": 2}, "")


def test_a_byte_order_mark_is_no_sign() -> None:
    assert text(b"\xef\xbb\xbf[1]").value() == [1]


@pytest.mark.parametrize("cut", range(1, 30))
def test_a_value_that_breaks_off_is_unfinished(cut: int) -> None:
    whole = '{"name": "Camera \\u00e9", "sum": 1234.5, "ok": true}'
    with pytest.raises(UnfinishedError):
        text(whole[:cut]).value()


@pytest.mark.parametrize("wrong", ["{a: 1}", "[1 2]", "{'a': 1}", '{"a" 1}', "[1,]x", "tru e"])
def test_what_is_no_json_says_where(wrong: str) -> None:
    with pytest.raises(json.JSONDecodeError):
        text(wrong + " " * 40).value()


def test_a_sign_that_must_come_is_taken(chunk: int) -> None:
    found = text(' { "a" : 1 } ')
    found.take("{")
    assert found.value() == "a"
    found.take(":")
    assert found.value() == 1
    found.take("}")
    assert found.next() == ""


def test_another_sign_than_must_come_is_a_mistake() -> None:
    with pytest.raises(json.JSONDecodeError, match="Expecting"):
        text("[").take("{")


def test_the_end_where_a_sign_must_come_is_unfinished() -> None:
    with pytest.raises(UnfinishedError):
        text("  ").take("{")


def test_a_row_is_counted_from_one(chunk: int) -> None:
    found = text('\n\n{"a":\n1}\n{"b": 2}\n')
    assert found.next() == "{"
    assert found.row() == 3
    found.value()
    found.next()
    assert found.row() == 5


def test_after_a_broken_line_the_next_one_is_read(chunk: int) -> None:
    found = text('{"a": oops}\n{"b": 2}\n[3]\n')
    with pytest.raises(json.JSONDecodeError):
        found.value()
    assert found.resume(found.at + 1)
    assert (found.value(), found.value()) == ({"b": 2}, [3])


def test_without_another_line_there_is_nothing_to_resume(chunk: int) -> None:
    found = text('{"a": oops}, more of it, but no line\n')
    assert not found.resume(0)


def test_a_value_larger_than_asked_for_is_left_unread() -> None:
    big = json.dumps({"a": "x" * 3_000_000})
    found = text(big)
    with pytest.raises(UnfinishedError):
        found.value(most=1_000)
    assert found.value() == json.loads(big)


def test_a_value_larger_than_any_notice_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(json_text, "LARGEST", 1_000)
    monkeypatch.setattr(decoding, "CHUNK", 100)
    with pytest.raises(DataError, match="over 1,000 characters"):
        text('"' + "x" * 10_000).value(json_text.LARGEST)


def test_millions_of_blanks_are_passed_over_at_once() -> None:
    assert text(b" " * 5_000_000 + b"[1]").value() == [1]


def test_control_characters_in_a_text_are_kept() -> None:
    assert text('"a\tb\nc"').value() == "a\tb\nc"


def test_bytes_of_another_encoding_are_told() -> None:
    found = text('"Sûreté"'.encode("cp1252"))
    assert (found.value(), found.is_mixed) == ("Sûreté", True)


def test_a_declared_encoding_is_taken_at_its_word() -> None:
    found = JsonText(io.BytesIO('"Sûreté €"'.encode("iso-8859-15")), "iso-8859-15")
    assert (found.value(), found.is_mixed) == ("Sûreté €", False)


def test_an_encoding_that_there_is_not_is_refused() -> None:
    with pytest.raises(DataError, match="no encoding 'utf-9'"):
        JsonText(io.BytesIO(b"{}"), "utf-9")
