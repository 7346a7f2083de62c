"""The lines of a text file of any size, whatever program saved it."""

from collections.abc import Iterator
from typing import IO, cast

from kg.notices.decoding import Letters

_HUGE = 50_000_000
"""Characters without a line break up to which a line is put together."""


class Lines:
    """Lines with their break as ``\\n``. Those read since ``mark`` can be given back."""

    def __init__(self, stream: IO[bytes], encoding: str = "") -> None:
        """Read from a stream; without an encoding it is told from its first bytes."""
        self._letters = Letters(cast("IO[bytes]", _Piecewise(stream)), encoding)
        self._lines = self._split()
        self._since: list[str] = []
        self._again: list[str] = []
        self.number = 0

    @property
    def is_mixed(self) -> bool:
        """Whether there were bytes in another encoding."""
        return self._letters.is_mixed

    def __iter__(self) -> Iterator[str]:
        """The lines from here on."""
        return self

    def __next__(self) -> str:
        """The next line."""
        line = self._again.pop() if self._again else next(self._lines)
        self.number += 1
        self._since.append(line)
        return line

    def mark(self) -> None:
        """Forget the lines read so far."""
        self._since.clear()

    def read_since(self) -> int:
        """How many lines were read since the mark."""
        return len(self._since)

    def size_since(self) -> int:
        """How many characters were read since the mark."""
        return sum(map(len, self._since))

    def back(self, keep: int = 0) -> None:
        """Give back the lines since the mark, but for the first ``keep``."""
        while len(self._since) > keep:
            self._again.append(self._since.pop())
            self.number -= 1
        self.mark()

    def _split(self) -> Iterator[str]:
        rest: list[str] = []
        size, is_mac = 0, None
        while text := self._letters.read():
            if is_mac is None and ("\n" in text or "\r" in text):
                is_mac = "\n" not in text
            if is_mac:
                text = text.replace("\r", "\n")
            rest.append(text)
            size += len(text)
            if "\n" not in text and size < _HUGE:
                continue
            *whole, last = "".join(rest).split("\n")
            rest, size = [last], len(last)
            for line in whole:
                yield _plain(line)
            if size >= _HUGE:
                yield _plain(last)
                rest, size = [], 0
        if last := "".join(rest):
            yield _plain(last)


class _Piecewise:
    """A stream that gives what it has: before damage in it, all that came before is kept."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._read = getattr(stream, "read1", stream.read)

    def read(self, size: int) -> bytes:
        found: bytes = self._read(size)
        return found


def _plain(line: str) -> str:
    """A line without a carriage return or NUL in it."""
    if "\r" in line:
        line = line.removesuffix("\r").replace("\r", " ")
    return (line.replace("\x00", "") if "\x00" in line else line) + "\n"
