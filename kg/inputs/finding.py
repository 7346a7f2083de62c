"""Which files a person means: by path, glob, folder, archive, or ``-``."""

import os
import sys
import tempfile
from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from functools import partial
from pathlib import Path
from shutil import copyfileobj
from typing import IO
from weakref import finalize

from kg.errors import DataError
from kg.inputs.archives import is_archive, is_hidden, members, printable
from kg.inputs.opening import Input


def inputs(given: Sequence[str]) -> Iterator[Input]:
    """Every file that paths, globs, folders, archives and ``-`` name, in a fixed order and once.

    Raises:
        DataError: Nothing is there.
    """
    seen: set[Path] = set()
    for text in given:
        if text == "-":
            yield Input("standard input", Path("-"), _Kept().start)
            continue
        for path, name in _files(text):
            if (real := path.resolve()) not in seen:
                seen.add(real)
                yield from _inside(path, name)


def _files(text: str) -> Iterator[tuple[Path, str]]:
    """Each file with the name to call it by: in a folder, the way to it from there."""
    for path in _meant(text):
        if not path.is_dir():
            yield path, printable(path.name)
            continue
        within = sorted(member for member in path.rglob("*") if member.is_file())
        names = [(member, member.relative_to(path).as_posix()) for member in within]
        files = [(member, name) for member, name in names if not is_hidden(name)]
        if not files:
            raise DataError(f"{printable(text)}: no files in this folder")
        above = f"{path.name}/" if path.name else ""
        yield from ((member, printable(above + name)) for member, name in files)


def _meant(text: str) -> list[Path]:
    """The paths that a text names: itself, or what it matches as a glob."""
    path = Path(text).expanduser()
    try:
        if text and path.exists():
            return [path]
        if found := _matching(path):
            return found
    except (OSError, ValueError, NotImplementedError) as error:
        raise DataError(f"{printable(text[:80])!r}: is no path ({error})") from error
    raise DataError(f"{printable(text)}: no such file{_near(path)}")


def _matching(path: Path) -> list[Path]:
    root = Path(path.anchor)
    return sorted(root.glob(str(path.relative_to(root)))) if _is_glob(path) else []


def _is_glob(path: Path) -> bool:
    return any(letter in str(path) for letter in "*?[")


def _near(path: Path) -> str:
    """A file beside it with a name much like it."""
    if _is_glob(path) or not path.parent.is_dir():
        return ""
    beside = sorted(other.name for other in path.parent.iterdir())
    close = get_close_matches(path.name, beside, n=1, cutoff=0.7)
    return f" (did you mean {close[0]!r}?)" if close else ""


def _inside(path: Path, name: str) -> Iterator[Input]:
    if is_archive(path):
        yield from members(path, name)
    else:
        yield Input(name.removesuffix(".gz"), path, partial(_plain, path))


def _plain(path: Path) -> IO[bytes]:
    return path.open("rb")


class _Kept:
    """Standard input, kept on disk so that it can be read more than once."""

    def __init__(self) -> None:
        self._path: Path | None = None

    def start(self) -> IO[bytes]:
        if self._path is None:
            handle, name = tempfile.mkstemp(prefix="kg-")
            self._path = Path(name)
            finalize(self, self._path.unlink, missing_ok=True)
            with os.fdopen(handle, "wb") as file:
                copyfileobj(sys.stdin.buffer, file, 1 << 20)
        return self._path.open("rb")
