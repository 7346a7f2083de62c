"""Where the built stores of a case stand, and which one is read.

A build is made beside the one in use and then named in ``.kg/current`` by one atomic rename: killed
at any moment, it leaves the old store whole.
"""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

from kg.case import Case
from kg.errors import CaseError

_POINTER = "current"
_UNFINISHED = ".unfinished-"


def current(case: Case) -> Path | None:
    """The folder of the store in use, or None if nothing was built yet."""
    pointer = case.derived / _POINTER
    if not pointer.is_file():
        return None
    folder = case.derived / "stores" / pointer.read_text("utf-8").strip()
    return folder if folder.is_dir() else None


def put(case: Case, name: str, fill: Callable[[Path], None]) -> Path:
    """Fill a new store and put it in the place of the one in use.

    Raises:
        CaseError: The case folder cannot be written.
    """
    stores = case.derived / "stores"
    fresh = stores / f"{_UNFINISHED}{os.getpid()}"
    try:
        stores.mkdir(parents=True, exist_ok=True)
        _clear_abandoned(stores)
        fresh.mkdir()
    except OSError as error:
        raise CaseError(f"{case.derived}: cannot be written ({error.strerror})") from error
    fill(fresh)
    final = _unused(stores, name)
    fresh.rename(final)
    _point(case.derived / _POINTER, final.name)
    _clear_old(stores, final.name)
    return final


def _unused(stores: Path, name: str) -> Path:
    """The same graph built twice gets a second folder: the first may be open right now."""
    found = stores / name
    count = 1
    while found.exists():
        count += 1
        found = stores / f"{name}-{count}"
    return found


def _point(pointer: Path, name: str) -> None:
    fresh = pointer.with_name(f"{_POINTER}-{os.getpid()}")
    fresh.write_text(name + "\n", "utf-8")
    fresh.replace(pointer)


def _clear_old(stores: Path, kept: str) -> None:
    for folder in stores.iterdir():
        if folder.name != kept and not folder.name.startswith(_UNFINISHED):
            shutil.rmtree(folder, ignore_errors=True)


def _clear_abandoned(stores: Path) -> None:
    """Remove what killed builds left."""
    for folder in stores.glob(f"{_UNFINISHED}*"):
        builder = folder.name.removeprefix(_UNFINISHED)
        if not builder.isdigit() or int(builder) == os.getpid() or not _is_running(int(builder)):
            shutil.rmtree(folder, ignore_errors=True)


def _is_running(process: int) -> bool:
    if os.name == "nt":  # there, signal 0 would end the process
        return True
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True
