"""Where the built stores of a case stand, and which one is read.

A build is made beside the one in use and then named in ``.kg/current`` by one atomic rename: killed
at any moment, it leaves the old store whole. One build runs at a time; any number may read. A store
that is not needed any more is moved away before it is removed, so that nobody opens half of it.
"""

import os
import shutil
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from kg.case import Case
from kg.errors import CaseError
from kg.turn import turn

_POINTER = "current"
_UNFINISHED = ".unfinished"
_REMOVED = ".removed-"


def current(case: Case) -> Path | None:
    """The folder of the store in use, or None if nothing was built yet."""
    name = _pointed_at(case)
    while name:
        folder = case.derived / "stores" / name
        if folder.is_dir():
            return folder
        name, before = _pointed_at(case), name
        if name == before:  # else it was replaced between the two looks
            return None
    return None


def _pointed_at(case: Case) -> str:
    try:
        return (case.derived / _POINTER).read_text("utf-8").strip()
    except (OSError, UnicodeDecodeError):
        return ""


def put(case: Case, name: str, fill: Callable[[Path], None], shown: Iterable[str] = ()) -> Path:
    """Fill a new store and put it in the place of the one in use; waits while another is built.

    ``shown`` are files of the store that a person finds in ``.kg/`` too.

    Raises:
        CaseError: The case folder cannot be written.
    """
    stores = case.derived / "stores"
    with _writable(case), _alone(stores):
        _clear(case, kept=current(case))
        fresh = stores / _UNFINISHED
        fresh.mkdir()
        fill(fresh)
        final = _unused(stores, name)
        fresh.rename(final)
        _replace(case.derived / _POINTER, final.name + "\n")
        for file in shown:
            _replace(case.derived / file, (final / file).read_text("utf-8"))
        _clear(case, kept=final)
    return final


@contextmanager
def _writable(case: Case) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        reason = error.strerror or str(error)
        raise CaseError(f"{case.derived}: cannot be written ({reason})") from error


@contextmanager
def _alone(stores: Path) -> Iterator[None]:
    stores.mkdir(parents=True, exist_ok=True)
    with turn(stores / ".lock"):
        yield


def _unused(stores: Path, name: str) -> Path:
    """The same graph built twice gets a second folder: the first may be open right now."""
    found = stores / name
    count = 1
    while found.exists():
        count += 1
        found = stores / f"{name}-{count}"
    return found


def _replace(path: Path, text: str) -> None:
    part = path.with_name(f"{path.name}.part")
    part.write_text(text, "utf-8", newline="")
    part.replace(path)


def _clear(case: Case, kept: Path | None) -> None:
    """Remove every other store, and what killed builds left: whoever has the turn is alone."""
    for count, folder in enumerate(sorted((case.derived / "stores").iterdir())):
        if folder.is_dir() and folder != kept:
            _remove(folder, folder.with_name(f"{_REMOVED}{os.getpid()}-{count}"))
    for part in case.derived.glob("*.part"):
        part.unlink(missing_ok=True)


def _remove(folder: Path, aside: Path) -> None:
    """Move a store away, then remove it; where somebody has it open it may have to stay."""
    try:
        moved = folder if folder.name.startswith(_REMOVED) else folder.rename(aside)
    except OSError:
        return
    shutil.rmtree(moved, ignore_errors=True)
