"""The bytes of a file become its text, whatever program saved it and wherever a chunk ends."""

import io

import pytest

from kg.errors import DataError
from kg.notices import decoding
from kg.notices.decoding import Letters

TEXT = "Sûreté, Ørsted, Łódź, Łęczna, България, 中文, \U0001f46e, €"


def whole(data: bytes, encoding: str = "") -> tuple[str, bool]:
    letters = Letters(io.BytesIO(data), encoding)
    found = []
    while piece := letters.read():
        found.append(piece)
    return "".join(found), letters.is_mixed


@pytest.fixture(params=[1, 2, 3, 5, 1 << 20])
def chunk(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> int:
    monkeypatch.setattr(decoding, "CHUNK", request.param)
    return int(request.param)


def test_utf_8_is_read_wherever_a_chunk_ends(chunk: int) -> None:
    assert whole(TEXT.encode()) == (TEXT, False)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_a_byte_order_mark_names_the_encoding(encoding: str) -> None:
    assert whole(TEXT.encode(encoding)) == (TEXT, False)


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_a_mark_is_told_from_its_noughts(encoding: str) -> None:
    assert whole(("[" + TEXT).encode(encoding)) == ("[" + TEXT, False)


@pytest.mark.parametrize("text", ["Sûreté", "naïve “quotes”", "10 €", "Œuvre", "Žižkov"])
def test_windows_1252_is_read_and_told(chunk: int, text: str) -> None:
    assert whole(text.encode("cp1252")) == (text, True)


def test_one_old_record_does_not_spoil_the_accents_of_the_others(chunk: int) -> None:
    data = "Łódź\n".encode() + "Sûreté\n".encode("cp1252") + "Łęczna\n".encode()
    assert whole(data) == ("Łódź\nSûreté\nŁęczna\n", True)


@pytest.mark.parametrize("byte", [0x81, 0x8D, 0x8F, 0x90, 0x9D])
def test_bytes_that_windows_1252_leaves_open_become_control_characters(byte: int) -> None:
    assert whole(b"a" + bytes([byte]) + b"b") == (f"a{chr(byte)}b", True)


def test_a_declared_encoding_replaces_what_it_cannot_read() -> None:
    assert whole(b"a\x81b", "cp1252") == ("a\ufffdb", False)
    assert whole("Łódź".encode("iso-8859-2"), "iso-8859-2") == ("Łódź", False)


@pytest.mark.parametrize("name", ["utf-9", "windows", ""])
def test_only_encodings_that_exist_can_be_declared(name: str) -> None:
    if not name:
        assert whole(b"a") == ("a", False)
        return
    with pytest.raises(DataError, match="write utf-8 or windows-1252"):
        Letters(io.BytesIO(b"a"), name)


def test_an_empty_stream_has_no_text() -> None:
    assert whole(b"") == ("", False)


def test_a_sign_that_breaks_off_at_the_end_is_read_as_old_bytes() -> None:
    found, is_mixed = whole("é".encode()[:1])
    assert (found, is_mixed) == ("Ã", True)
