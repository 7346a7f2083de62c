"""The files in a .zip or .tar archive, without unpacking it to disk."""

import tarfile
import zipfile
from collections.abc import Iterator
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import IO

from kg.errors import DataError
from kg.inputs.opening import DAMAGE, LARGEST, SMALL, SWELL, Input, reason

_TARS = (".tar", ".tar.gz", ".tgz", ".tar.bz2", ".tar.xz")
_ARCHIVES = (".zip", ".7z", ".rar", *_TARS)
_DEFLATE = 1100
"""How many times smaller than itself no deflated file can be."""


def is_archive(path: Path) -> bool:
    """Whether a file is an archive by its name. A workbook is a zip too, but not by its name."""
    return path.name.lower().endswith((".zip", *_TARS))


def is_hidden(name: str) -> bool:
    """Whether a path is one that systems leave behind: ``.git/x``, ``__MACOSX/x``."""
    return any(part.startswith(".") or part == "__MACOSX" for part in name.split("/"))


def members(path: Path, name: str) -> Iterator[Input]:
    """The files of an archive, in a fixed order.

    An archive that is no archive, or damaged, or a bomb, is one file that cannot be opened: the
    rest of a run goes on.
    """
    inside = _zip if path.name.lower().endswith(".zip") else _tar
    try:
        yield from inside(path, name)
    except DAMAGE as error:
        message = f"{name}: is no archive that can be read ({reason(error)})"
        yield _failing(path, name, message)
    except DataError as error:
        yield _failing(path, name, str(error))


def printable(name: str) -> str:
    """A file's name as a message shows it; a name in an archive may hold anything."""
    return "".join(letter if letter.isprintable() else "?" for letter in name)


def _zip(path: Path, name: str) -> Iterator[Input]:
    archive, size = zipfile.ZipFile(path), path.stat().st_size
    inside = [info for info in archive.infolist() if not info.is_dir()]
    unpacked = sum(info.file_size for info in inside)
    if sum(info.compress_size for info in inside) > size:
        raise DataError(f"{name}: its files lie over each other, as in a zip bomb; it is not read")
    if unpacked > max(LARGEST, size * _DEFLATE):
        raise DataError(f"{name}: unpacks to {unpacked:,} bytes, as a zip bomb; it is not read")
    for info in sorted(inside, key=lambda info: info.filename):
        start = partial(archive.open, info)
        yield from _member(path, name, info.filename, start, max(info.compress_size, 1))


def _tar(path: Path, name: str) -> Iterator[Input]:
    """In the order of the archive: to go back in a packed one means to begin again."""
    archive, size = _Tar(path), path.stat().st_size
    found, failure = _listed(archive, name, max(SMALL, size * SWELL))
    for info in found:
        if info.isfile():
            start = partial(archive.extracted, info)
            yield from _member(path, name, info.name.removeprefix("./"), start, size)
    if failure is not None:
        raise failure


def _listed(
    archive: "_Tar", name: str, most: int
) -> tuple[list[tarfile.TarInfo], Exception | None]:
    """What is in an archive up to where it breaks off or swells, and why it is not read further."""
    found: list[tarfile.TarInfo] = []
    try:
        for info in archive.infos():
            if info.offset_data + info.size > most:
                message = f"{name}: unpacks to over {most:,} bytes, as a bomb; it is not read"
                return found, DataError(message)
            found.append(info)
    except DAMAGE as error:
        return found, error
    return found, None


class _Tar:
    """An open tar archive, closed when the last of its files is forgotten."""

    def __init__(self, path: Path) -> None:
        self._archive: tarfile.TarFile | None = None
        self._archive = tarfile.open(path)  # noqa: SIM115

    def infos(self) -> Iterator[tarfile.TarInfo]:
        assert self._archive is not None
        yield from self._archive

    def extracted(self, info: tarfile.TarInfo) -> IO[bytes]:
        stream = self._archive.extractfile(info) if self._archive else None
        if stream is None:
            raise tarfile.ReadError("no file")
        return stream

    def __del__(self) -> None:
        if self._archive is not None:
            with suppress(*DAMAGE):
                self._archive.close()


def _member(
    path: Path, archive: str, inner: str, start: partial[IO[bytes]], packed: int
) -> Iterator[Input]:
    if is_hidden(inner):
        return
    name = printable(f"{archive}/{inner}")
    if inner.lower().endswith(_ARCHIVES):
        yield _failing(path, name, f"{name}: is an archive in an archive; unpack the outer one")
    else:
        yield Input(name.removesuffix(".gz"), path, start, packed)


def _failing(path: Path, name: str, message: str) -> Input:
    return Input(name, path, partial(_fail, message))


def _fail(message: str) -> IO[bytes]:
    raise DataError(message)
