"""JSON text of any length, decoded value by value through a window that moves along."""

import json
import re
from decimal import Decimal
from typing import IO

from kg.errors import DataError
from kg.notices.decoding import CHUNK, Letters

LARGEST = 50_000_000
"""Characters that one value may have."""

_SIGN = re.compile(r"[^ \t\r\n,\ufeff\x00\x1e]")
_NEAR = 16
_TAIL = 3
"""Signs behind a number that must be known to tell its end: ``1.`` and ``1e+`` may go on."""

_CUT = re.compile(
    r"-|t|tr|tru|f|fa|fal|fals|n|nu|nul|N|Na|\\(?:u[0-9a-fA-F]{0,4})?|u[0-9a-fA-F]{0,4}"
)
"""What may be left of a word, a number or an escape where a file breaks off."""
_HALF = re.compile(r"\\u[dD][89a-fA-F]")
_LONE = re.compile("[\ud800-\udfff]")
_NEXT_LINE = re.compile(r"\n(?=[{\[])")


class UnfinishedError(Exception):
    """A value goes on after what may be read of it, or after the end of the file."""


class JsonText:
    """The text of a file from ``at`` on; ``at`` is moved past what is taken."""

    def __init__(self, stream: IO[bytes], encoding: str = "") -> None:
        """Read from a stream.

        Raises:
            DataError: There is no such encoding, or the stream is damaged.
        """
        self._letters = Letters(stream, encoding)
        self._decoder = json.JSONDecoder(
            parse_float=Decimal, parse_constant=lambda _: None, strict=False
        )
        self._window, self._row, self._is_over = "", 1, False
        self._mark = -1
        self.at = 0

    @property
    def is_mixed(self) -> bool:
        """Whether there were bytes in another encoding."""
        return self._letters.is_mixed

    def row(self, at: int = -1) -> int:
        """The line of the file that ``at`` lies on."""
        return self._row + self._window.count("\n", 0, self.at if at < 0 else at)

    def next(self) -> str:
        """The next sign that is not blank; it stays to be taken. Empty at the end."""
        while not (found := _SIGN.search(self._window, self.at)):
            self.at = len(self._window)
            if not self._more():
                return ""
        self.at = found.start()
        return found[0]

    def take(self, sign: str) -> None:
        """Pass over a sign that must be next.

        Raises:
            UnfinishedError: The file ends.
            json.JSONDecodeError: It is another.
        """
        found = self.next()
        if not found:
            raise UnfinishedError
        if found != sign:
            raise json.JSONDecodeError(f"Expecting {sign!r}", self._window, self.at)
        self.at += 1

    def value(self, most: int = LARGEST) -> object:
        """Take the next value.

        Raises:
            UnfinishedError: It has more than about ``most`` characters, or the file ends in it.
            json.JSONDecodeError: It is no JSON.
        """
        self.next()
        while True:
            try:
                found, end = self._decoder.raw_decode(self._window, self.at)
            except json.JSONDecodeError as error:
                if not self._is_cut(error):
                    raise
            else:
                is_whole = isinstance(found, dict | list | str) or end + _TAIL < len(self._window)
                if is_whole or self._is_over:
                    start, self.at = self.at, end
                    return _paired(found) if _HALF.search(self._window, start, end) else found
            self._widen(most)

    def mark(self) -> None:
        """Remember this place, to go on from the line after it."""
        self._mark = self.at

    def marked(self) -> int:
        """The place that was remembered; below zero if the window has moved past it."""
        return self._mark

    def resume(self, at: int) -> bool:
        """Go to the next line after ``at`` that begins a value; False if there is none."""
        self.at = at
        while not (match := _NEXT_LINE.search(self._window, self.at)):
            self.at = max(len(self._window) - 1, self.at)
            if not self._more():
                return False
        self.at = match.end()
        return True

    def _is_cut(self, error: json.JSONDecodeError) -> bool:
        """Whether the text may only seem wrong because the window ends."""
        if error.msg.startswith("Unterminated string"):
            return True
        if self._is_over:
            left = self._window[error.pos :].rstrip()
            return not left or (error.pos > 0 and bool(_CUT.fullmatch(left)))
        return error.pos >= len(self._window) - _NEAR

    def _widen(self, most: int) -> None:
        size = len(self._window) - self.at
        if self._is_over or size >= most:
            if most == LARGEST and not self._is_over:
                raise DataError(f"one value has over {LARGEST:,} characters; no notice does")
            raise UnfinishedError
        self._more()
        while len(self._window) < 2 * size and self._more():
            pass

    def _more(self) -> bool:
        """Move the window along and read on; False at the end of the file."""
        if self._is_over:
            return False
        more = self._letters.read()
        self._is_over = not more
        self._row += self._window.count("\n", 0, self.at)
        self._mark -= self.at
        self._window, self.at = self._window[self.at :] + more, 0
        return not self._is_over


def _paired(value: object) -> object:
    """A value without halves of signs that stand alone: no file can hold them."""
    if isinstance(value, str):
        return _LONE.sub("\ufffd", value)
    if isinstance(value, list):
        return [_paired(one) for one in value]
    if isinstance(value, dict):
        return {_paired(key): _paired(one) for key, one in value.items()}
    return value


SMALL = CHUNK
"""Characters up to which a document is decoded at once."""
