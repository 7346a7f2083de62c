"""One file to read, as a stream of bytes that stops at damage and at compression bombs."""

import bz2
import gzip
import lzma
import tarfile
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from io import BufferedReader, RawIOBase
from pathlib import Path
from typing import IO, cast

from kg.errors import DataError

LARGEST = 50_000_000_000
"""Bytes that one input may unpack to."""

SWELL = 200
"""How many times larger than its packed form an input may be, once it is past ``SMALL``."""

SMALL = 50_000_000
_CHUNK = 1 << 18

DAMAGE = (
    *(OSError, EOFError, zipfile.BadZipFile, zlib.error, lzma.LZMAError, tarfile.TarError),
    RuntimeError,
)
"""What reading a packed file raises when it is cut off, damaged, or locked with a password."""

_PACKED: tuple[tuple[bytes, Callable[[IO[bytes]], object]], ...] = (
    (b"\x1f\x8b", lambda stream: gzip.GzipFile(fileobj=stream)),
    (b"BZh", bz2.BZ2File),
    (b"\xfd7zXZ\x00", lzma.LZMAFile),
)
_ARCHIVES = {b"7z\xbc\xaf": "a 7-Zip archive", b"Rar!": "a RAR archive"}


@dataclass(frozen=True, slots=True)
class Input:
    """One file to read. ``name`` is what messages and locators call it.

    ``packed`` is how many bytes it takes where it lies; 0 for the whole of ``path``.
    """

    name: str
    path: Path
    start: Callable[[], IO[bytes]]
    packed: int = 0

    def open(self) -> BufferedReader:
        """Open it for reading from its beginning; what is packed by gzip, bzip2 or xz is unpacked.

        Raises:
            DataError: It cannot be opened, or is a bomb.
        """
        try:
            stream = self.start()
        except DAMAGE as error:
            raise DataError(f"{self.name}: cannot be opened ({reason(error)})") from error
        guarded = _Guarded(self.name, stream, self._size())
        buffered: BufferedReader = _Steady(guarded, _CHUNK)
        try:
            return self._unpacked(buffered)
        except DataError:
            buffered.close()
            raise

    def _unpacked(self, stream: BufferedReader) -> BufferedReader:
        """The stream itself, or what is packed in it, told from its first bytes."""
        head = stream.peek(8)[:8]
        for mark, kind in _ARCHIVES.items():
            if head.startswith(mark):
                raise DataError(f"{self.name}: is {kind}; unpack it first")
        for mark, unpack in _PACKED:
            if head.startswith(mark):
                inner = _Guarded(self.name, cast("IO[bytes]", unpack(stream)), self._size(), stream)
                return _Steady(inner, _CHUNK)
        return stream

    def _size(self) -> int:
        return self.packed or (self.path.stat().st_size if self.path.is_file() else LARGEST)


class _Steady(BufferedReader):
    """A stream that gives what comes before a break, and tells of the break only then."""

    _broken: DataError | None = None

    def read(self, size: int | None = -1, /) -> bytes:
        wanted = LARGEST if size is None or size < 0 else size
        parts: list[bytes] = []
        while wanted and (data := self._some(wanted, is_late=bool(parts))):
            parts.append(data)
            wanted -= len(data)
        return parts[0] if len(parts) == 1 else b"".join(parts)

    def _some(self, size: int, *, is_late: bool) -> bytes:
        if self._broken and not is_late:
            raise self._broken
        try:
            return b"" if self._broken else self.read1(min(size, _CHUNK))
        except DataError as error:
            self._broken = error
            if is_late:
                return b""
            raise


class _Guarded(RawIOBase):
    """A stream that stops a compression bomb, and says in one line what is broken."""

    def __init__(
        self, name: str, stream: IO[bytes], packed: int, outer: IO[bytes] | None = None
    ) -> None:
        self._name, self._stream, self._packed, self._outer = name, stream, packed, outer
        self._read = 0
        self._read_some = getattr(stream, "read1", stream.read)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        try:
            data = self._read_some(len(buffer))
        except DAMAGE as error:
            raise DataError(f"{self._name}: breaks off or is damaged ({reason(error)})") from error
        self._read += len(data)
        if self._read > max(SMALL, self._packed * SWELL) or self._read > LARGEST:
            raise DataError(
                f"{self._name}: unpacks to over {self._read:,} bytes from {self._packed:,};"
                " this looks like a compression bomb, unpack it yourself if it is not"
            )
        buffer[: len(data)] = data
        return len(data)

    def close(self) -> None:
        if self.closed:
            return
        self._stream.close()
        if self._outer is not None:
            self._outer.close()
        super().close()


def reason(error: BaseException) -> str:
    """In one line, what the system says, without the path on this machine."""
    said = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return said.splitlines()[0] if said else type(error).__name__
