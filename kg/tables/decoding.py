"""From the bytes of a file to its text, whatever program saved it."""

from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from pathlib import Path

from kg.tables.problems import Problem

_WAY_OUT = "save it again as CSV UTF-8"


def text_of(path: Path) -> str | Problem:
    """The text of a file with line breaks as ``\\n``, or why it cannot be read."""
    try:
        raw = path.read_bytes()
    except FileNotFoundError:
        return Problem(path, 0, "", "there is no such file")
    except OSError as error:
        return Problem(path, 0, "", f"cannot be read: {error.strerror or error}")
    try:
        text = _decoded(raw)
    except UnicodeDecodeError:
        return Problem(path, 0, "", f"is no text that can be read; {_WAY_OUT}")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _decoded(raw: bytes) -> str:
    if raw.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        return raw.decode("utf-16")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return "\n".join(_line(line) for line in raw.split(b"\n"))


def _line(line: bytes) -> str:
    """One line of a file that is not all UTF-8.

    Line by line, because one row pasted from an old program must not spoil every accent in the
    others. Bytes that Windows-1252 leaves open become control characters, which are reported.
    """
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            return line.decode(encoding)
        except UnicodeDecodeError:
            continue
    return line.decode("latin-1")
