from io import BytesIO

import pytest

from kg.mapping.lines import Lines
from kg.notices.decoding import CHUNK


def lines(data: bytes) -> list[str]:
    return list(Lines(BytesIO(data)))


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (b"a\nb\n", ["a\n", "b\n"]),
        (b"a\r\nb", ["a\n", "b\n"]),
        (b"a\rb\rc", ["a\n", "b\n", "c\n"]),
        (b"a\rb\nc\n", ["a b\n", "c\n"]),
        (b"abc\x00d\n", ["abcd\n"]),
        (b"a\n\nb\n", ["a\n", "\n", "b\n"]),
        (b"", []),
        ("a\u2028b\x0bc\n".encode(), ["a\u2028b\x0bc\n"]),
    ],
)
def test_lines_end_in_one_way(data: bytes, found: list[str]) -> None:
    assert lines(data) == found


def test_a_line_is_whole_wherever_the_file_is_read_in_pieces() -> None:
    long = b"x" * (CHUNK - 3) + b"\xc3\xa9\xc3\xa9\r\n" + b"y" * CHUNK + b"\nz"
    assert lines(long) == ["x" * (CHUNK - 3) + "éé\n", "y" * CHUNK + "\n", "z\n"]


def test_lines_since_the_mark_can_be_given_back() -> None:
    found = Lines(BytesIO(b"a\nb\nc\nd\n"))
    assert next(found) == "a\n"
    found.mark()
    assert (next(found), next(found), found.read_since(), found.number) == ("b\n", "c\n", 2, 3)
    found.back(1)
    assert (found.number, list(found)) == (2, ["c\n", "d\n"])


def test_how_much_was_read_since_the_mark() -> None:
    found = Lines(BytesIO(b"abc\nde\n"))
    next(found)
    next(found)
    assert found.size_since() == 7
