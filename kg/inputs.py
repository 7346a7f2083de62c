"""Files that a person gives: plain, in a .zip or .gz, by glob or folder, or on standard input.

Each is opened only when it is read, and read as a stream. A compressed file that unpacks to far
more than any real one is refused before it fills the disk or the memory.
"""

import gzip
import sys
import zipfile
import zlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from io import BufferedReader, RawIOBase
from pathlib import Path
from typing import IO, cast

from kg.errors import DataError

LARGEST = 50_000_000_000
"""Bytes that one input may unpack to."""

SWELL = 200
"""How many times larger than its packed form an input may be, once it is past ``SMALL``."""

SMALL = 50_000_000


@dataclass(frozen=True, slots=True)
class Input:
    """One file to read. ``name`` is what messages and locators call it."""

    name: str
    path: Path
    start: Callable[[], IO[bytes]]

    def open(self) -> BufferedReader:
        """Open it for reading from its beginning.

        Raises:
            DataError: It cannot be opened, or is a bomb.
        """
        try:
            return BufferedReader(_Guarded(self.name, self.start(), _packed(self.path)), 1 << 18)
        except (OSError, zipfile.BadZipFile, RuntimeError) as error:
            raise DataError(f"{self.name}: cannot be opened ({error})") from error


class _Guarded(RawIOBase):
    """A stream that stops a compression bomb, and says in one line what is broken."""

    def __init__(self, name: str, stream: IO[bytes], packed: int) -> None:
        self._name, self._stream, self._packed, self._read = name, stream, packed, 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        try:
            data = self._stream.read(len(buffer))
        except (OSError, EOFError, zipfile.BadZipFile, zlib.error) as error:
            raise DataError(f"{self._name}: breaks off or is damaged ({error})") from error
        self._read += len(data)
        if self._read > max(SMALL, self._packed * SWELL) or self._read > LARGEST:
            raise DataError(
                f"{self._name}: unpacks to over {self._read:,} bytes from {self._packed:,};"
                " this looks like a compression bomb, unpack it yourself if it is not"
            )
        buffer[: len(data)] = data
        return len(data)

    def close(self) -> None:
        self._stream.close()
        super().close()


def inputs(given: Sequence[str]) -> Iterator[Input]:
    """Every file that paths, globs, folders, archives and ``-`` name, in a fixed order.

    Raises:
        DataError: Nothing is there.
    """
    for text in given:
        if text == "-":
            yield Input("standard input", Path("-"), lambda: sys.stdin.buffer)
            continue
        found = [Path(text)] if Path(text).exists() else _matching(text)
        if not found:
            raise DataError(f"{text}: no such file")
        for path in found:
            yield from _inside(path)


def _inside(path: Path) -> Iterator[Input]:
    if path.is_dir():
        for member in sorted(path.rglob("*")):
            if member.is_file() and not member.name.startswith("."):
                yield from _inside(member)
    elif path.suffix.lower() == ".zip":
        yield from _archive(path)
    elif path.suffix.lower() == ".gz":
        yield Input(path.name.removesuffix(path.suffix), path, partial(_unpacked, path))
    else:
        yield Input(path.name, path, lambda: path.open("rb"))


def _archive(path: Path) -> Iterator[Input]:
    try:
        with closing(zipfile.ZipFile(path)) as archive:
            members = sorted(info.filename for info in archive.infolist() if not info.is_dir())
    except (OSError, zipfile.BadZipFile) as error:
        raise DataError(f"{path.name}: not a zip file ({error})") from error
    for member in members:
        yield Input(f"{path.name}/{member}", path, _opener(path, member))


def _opener(path: Path, member: str) -> Callable[[], IO[bytes]]:
    return lambda: zipfile.ZipFile(path).open(member)


def _unpacked(path: Path) -> IO[bytes]:
    return cast("IO[bytes]", gzip.GzipFile(path))


def _matching(pattern: str) -> list[Path]:
    path = Path(pattern)
    root = Path(path.anchor)
    return sorted(root.glob(str(path.relative_to(root)))) if pattern else []


def _packed(path: Path) -> int:
    return path.stat().st_size if path.is_file() else LARGEST
