"""JSON of any size comes piece by piece, and what is broken costs no more than itself."""

import io
import json
from decimal import Decimal

import pytest

from kg.errors import DataError
from kg.notices import json_text
from kg.notices.json_pieces import Damage, Piece, pieces

LISTS = ("releases", "records")


class Trickle(io.BytesIO):
    """A stream that gives a few bytes at a time, and may break."""

    breaks = False

    def read(self, _: int | None = -1) -> bytes:
        found = super().read(7)
        if not found and self.breaks:
            raise DataError("x.json: breaks off or is damaged (CRC)")
        return found


class Broken(Trickle):
    """A stream that breaks."""

    breaks = True


def read(text: str | bytes, whole: str = "ocid", encoding: str = "") -> list[Piece | Damage]:
    data = text if isinstance(text, bytes) else text.encode()
    return list(pieces(io.BytesIO(data), LISTS, whole, encoding))


def values(text: str | bytes) -> list[object]:
    return [one.value for one in read(text) if isinstance(one, Piece)]


def damage(text: str | bytes) -> list[tuple[int, str]]:
    return [(one.row, one.message) for one in read(text) if isinstance(one, Damage)]


def test_a_package_is_its_records_then_its_head() -> None:
    assert read('{"uri":"x","releases":[{"a":1},{"b":2}],"version":"1.1"}') == [
        Piece(0, "releases[0]", {"a": 1}),
        Piece(0, "releases[1]", {"b": 2}),
        Piece(0, "", {"uri": "x", "version": "1.1"}),
    ]


@pytest.mark.parametrize("between", ["\n", "", " ,\n", "\x1e"])
def test_documents_may_follow_each_other(between: str) -> None:
    assert read(between.join(['{"a":1}', '{"b":2}'])) == [
        Piece(0, "", {"a": 1}),
        Piece(1, "", {"b": 2}),
    ]


def test_a_list_at_the_top_holds_documents() -> None:
    assert read('[{"ocid":"a"},{"releases":[{"b":1}]}]') == [
        Piece(0, "[0]", {"ocid": "a"}),
        Piece(0, "[1].releases[0]", {"b": 1}),
        Piece(0, "[1]", {}),
    ]


def test_a_record_is_never_split() -> None:
    record = {"ocid": "a", "releases": [{"id": "1"}]}
    assert read(json.dumps(record)) == [Piece(0, "", record)]


def test_numbers_keep_every_digit() -> None:
    (value,) = values('{"a":0.1,"b":1311264.00,"c":1e17,"d":12345678901234567890}')
    assert value == {
        "a": Decimal("0.1"),
        "b": Decimal("1311264.00"),
        "c": Decimal("1e17"),
        "d": 12345678901234567890,
    }


def test_what_is_no_number_is_nothing() -> None:
    assert values('{"a":NaN,"b":-Infinity}') == [{"a": None, "b": None}]


def test_a_line_break_in_a_text_is_read() -> None:
    assert values('{"a":"one\ntwo"}') == [{"a": "one\ntwo"}]


def test_the_walk_through_a_large_document_finds_the_same(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    text = json.dumps(
        {"uri": "x", "releases": [{"id": i, "t": "é" * 50} for i in range(40)], "z": [1, {"a": 2}]}
    )
    at_once = read(text)
    monkeypatch.setattr("kg.notices.json_pieces.SMALL", 100)
    monkeypatch.setattr("kg.notices.decoding.CHUNK", 64)
    assert read(text) == at_once


def test_a_record_in_a_large_document_is_never_split(monkeypatch: pytest.MonkeyPatch) -> None:
    record = {"ocid": "a", "releases": [{"id": str(i)} for i in range(40)]}
    monkeypatch.setattr("kg.notices.json_pieces.SMALL", 100)
    monkeypatch.setattr("kg.notices.decoding.CHUNK", 64)
    assert read(json.dumps(record)) == [Piece(0, "", record)]


def test_a_stream_that_trickles_is_read_whole() -> None:
    data = json.dumps({"releases": [{"n": 12345}, {"t": "x" * 30}], "version": 11}).encode()
    found = list(pieces(Trickle(data), LISTS))
    assert [one.value for one in found if isinstance(one, Piece)] == [
        {"n": 12345},
        {"t": "x" * 30},
        {"version": 11},
    ]


def test_a_line_of_ten_megabytes_is_one_record() -> None:
    (value,) = values(json.dumps({"ocid": "a", "t": "x" * 10_000_000}))
    assert isinstance(value, dict)
    assert len(value["t"]) == 10_000_000


def test_a_value_beyond_all_bounds_is_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(json_text, "LARGEST", 1000)
    monkeypatch.setattr("kg.notices.json_text.JsonText.value.__defaults__", (1000,))
    monkeypatch.setattr("kg.notices.json_pieces.SMALL", 100)
    monkeypatch.setattr("kg.notices.decoding.CHUNK", 64)
    text = json.dumps({"releases": [{"a": 1}, {"t": "x" * 5000}]})
    assert [one for one in read(text) if isinstance(one, Piece)] == [
        Piece(0, "releases[0]", {"a": 1})
    ]
    assert damage(text) == [(0, "one value has over 1,000 characters; no notice does")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", [(0, "is empty")]),
        (" \n\t", [(0, "is empty")]),
        ("<!DOCTYPE html><p>403", [(0, "is a web page or XML, not JSON; download the file again")]),
        ("a,b\n1,2\n", [(0, "is no JSON; name its format if it has another")]),
        ('{"a":1', [(1, "breaks off in the middle; what came before is kept")]),
        ('{"a":\n"x', [(2, "breaks off in the middle; what came before is kept")]),
        ('{"a":tru', [(1, "breaks off in the middle; what came before is kept")]),
        ('{"a":"\\u00', [(1, "breaks off in the middle; what came before is kept")]),
        ("[", [(1, "breaks off in the middle; what came before is kept")]),
    ],
)
def test_what_is_broken_is_told_in_one_line(text: str, expected: list[tuple[int, str]]) -> None:
    assert damage(text) == expected
    assert values(text) == []


def test_what_came_before_a_break_is_kept() -> None:
    text = '{"uri":"x","releases":[{"a":1},{"b":2},{"c":'
    assert values(text) == [{"a": 1}, {"b": 2}]


def test_after_a_broken_line_the_next_is_read() -> None:
    text = '{"ocid":"a"}\n{"ocid":"b",]\n{"ocid":"c"}\n'
    assert values(text) == [{"ocid": "a"}, {"ocid": "c"}]
    ((row, message),) = damage(text)
    assert row == 2
    assert message.endswith("this record is left out")


@pytest.mark.parametrize(
    "broken",
    [
        '{"ocid":"b","x":"abc',
        '{"ocid":"b","x":[1,',
        '{"ocid":"b","x":{"y":1}',
        '{"oc',
        '{"a":"',
        "{",
    ],
)
@pytest.mark.parametrize("behind", [1, 2, 3])
def test_a_line_that_breaks_off_costs_no_other_line(broken: str, behind: int) -> None:
    after = [f'{{"ocid":"{letter}"}}' for letter in "cde"[:behind]]
    text = "\n".join(['{"ocid":"a"}', broken, *after])
    assert values(text) == [json.loads(line) for line in ('{"ocid":"a"}', *after)]
    assert [row for row, _ in damage(text)] == [2]


def test_what_was_read_of_a_broken_document_is_not_read_again() -> None:
    text = '{"releases":[\n{"a":1},\n{"b":2},\n{"c" 3},\n{"d":4}]}\n{"ocid":"e"}'
    assert values(text) == [{"a": 1}, {"b": 2}, {"d": 4}, {"ocid": "e"}]


def test_many_broken_lines_are_told_one_by_one_in_little_time() -> None:
    text = "\n".join(['{"a":[1,', '{"b":"'] * 500 + ['{"ocid":"x"}'])
    assert {"ocid": "x"} in values(text)
    assert len(damage(text)) <= 1000


def test_what_comes_before_a_broken_record_of_a_package_is_kept() -> None:
    text = '{"releases":[\n{"a":1},\n{"b" 2},\n{"c":3}\n]}'
    assert values(text) == [{"a": 1}, {"c": 3}]
    assert [row for row, _ in damage(text)] == [3]


@pytest.mark.parametrize(
    "text", ["[" * 100_000, '{"a":' * 100_000, '{"releases":[' + "[" * 100_000]
)
def test_endless_nesting_is_one_line(text: str) -> None:
    ((_, message),) = damage(text)
    assert message == "is nested too deep to be a notice; this record is left out"


@pytest.mark.parametrize("number", ["1" * 5000, "1e99999999999999999999"])
def test_a_number_that_cannot_be_one_costs_its_line(number: str) -> None:
    text = f'{{"ocid":{number}}}\n{{"ocid":"b"}}'
    assert values(text) == [{"ocid": "b"}]
    ((_, message),) = damage(text)
    assert message == "holds a number that cannot be one; this record is left out"


def test_half_a_sign_that_stands_alone_is_a_mark_and_a_whole_one_stays() -> None:
    text = '{"ocid": "\\ud83d\\ude00", "\\ud800k": ["a\\uDC00b", {"c": "\\udfff"}], "n": 1.5}'
    (found,) = values(text)
    assert found == {
        "ocid": "\U0001f600",
        "\ufffdk": ["a\ufffdb", {"c": "\ufffd"}],
        "n": Decimal("1.5"),
    }
    json.dumps(found, default=str, ensure_ascii=False).encode()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_the_encoding_is_told_from_the_first_bytes(encoding: str) -> None:
    assert read('{"a":"Sûreté €"}'.encode(encoding)) == [Piece(0, "", {"a": "Sûreté €"})]


def test_other_bytes_are_read_as_windows_1252_and_told_once() -> None:
    data = '{"a":"Sûreté"}\n'.encode("cp1252") + '{"b":"Zürich €"}\n'.encode()
    assert values(data) == [{"a": "Sûreté"}, {"b": "Zürich €"}]
    ((row, message),) = damage(data)
    assert row == 0
    assert message.startswith("is not all UTF-8; what is not was read as Windows-1252")


def test_bytes_that_windows_1252_leaves_open_are_kept() -> None:
    assert values(b'{"a":"\x81\x93"}') == [{"a": "\x81\u201c"}]


def test_a_declared_encoding_is_taken_at_its_word() -> None:
    found = read('{"a":"10 €"}'.encode("iso-8859-15"), encoding="iso-8859-15")
    assert found == [Piece(0, "", {"a": "10 €"})]


def test_an_encoding_that_there_is_not_is_told() -> None:
    assert read("{}", encoding="utf8-ish") == [
        Damage(0, "no encoding 'utf8-ish'; write utf-8 or windows-1252")
    ]


def test_a_sign_of_several_bytes_may_lie_across_two_chunks(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("kg.notices.decoding.CHUNK", 1)
    assert values('{"a":"é€𝄞"}'.encode()) == [{"a": "é€𝄞"}]


def test_a_damaged_stream_is_one_line_after_what_it_gave() -> None:
    found = list(pieces(Broken(b'{"ocid":"a"}\n{"oc'), LISTS, "ocid"))
    assert found == [
        Piece(0, "", {"ocid": "a"}),
        Damage(0, "x.json: breaks off or is damaged (CRC)"),
    ]
