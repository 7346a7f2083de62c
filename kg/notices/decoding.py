"""From the bytes of a large file to its text, chunk by chunk, whatever program saved it."""

import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE, getincrementaldecoder
from typing import IO

from kg.errors import DataError

CHUNK = 1 << 20
_ESCAPED = re.compile("[\udc80-\udcff]")


class Letters:
    """The text of a stream. Bytes that are not UTF-8 are read as Windows-1252, one by one.

    Byte by byte, because one record pasted from an old program must not spoil every accent in the
    others. ``is_mixed`` tells that there were such bytes; a declared encoding is taken at its word.
    """

    def __init__(self, stream: IO[bytes], encoding: str = "") -> None:
        """Read from ``stream``; without an ``encoding`` it is told from the first bytes.

        Raises:
            DataError: There is no encoding of this name, or the stream is damaged.
        """
        self._stream = stream
        self._first = stream.read(CHUNK)
        self.is_mixed = False
        name = encoding or _encoding(self._first)
        try:
            errors = "surrogateescape" if name == "utf-8-sig" else "replace"
            self._decoder = getincrementaldecoder(name)(errors)
        except LookupError as error:
            raise DataError(f"no encoding {name!r}; write utf-8 or windows-1252") from error

    def read(self) -> str:
        """The next piece of text; empty at the end.

        Raises:
            DataError: The stream breaks off or is damaged.
        """
        while True:
            data = self._first or self._stream.read(CHUNK)
            self._first = b""
            text = self._decoder.decode(data, final=not data)
            if text or not data:
                return self._mended(text)

    def _mended(self, text: str) -> str:
        if text.isascii() or not _ESCAPED.search(text):
            return text
        self.is_mixed = True
        return _ESCAPED.sub(_old, text)


def _encoding(head: bytes) -> str:
    if head.startswith(BOM_UTF8):
        return "utf-8-sig"
    if head.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        return "utf-16"
    if head[1:2] == b"\x00":
        return "utf-16-le"
    return "utf-16-be" if head[:1] == b"\x00" else "utf-8-sig"


def _old(match: re.Match[str]) -> str:
    """A byte as Windows-1252 reads it; those it leaves open become control characters."""
    byte = bytes([ord(match[0]) - 0xDC00])
    try:
        return byte.decode("cp1252")
    except UnicodeDecodeError:
        return byte.decode("latin-1")
