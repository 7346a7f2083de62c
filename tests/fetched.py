"""Tools of others that tests need: fetched once, kept in the user's cache, never shipped."""

import os
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path


class MissingToolError(Exception):
    """A program that fetches or runs one is not installed."""


def tool(name: str, without: str) -> str:
    """Where a program is.

    Raises:
        MissingToolError: It is not installed; ``without`` says what is not tested then.
    """
    found = shutil.which(name)
    if found is None:
        raise MissingToolError(f"{name} is not installed: {without}")
    return found


def fetched(name: str, fetch: Callable[[Path], object]) -> Path:
    """The folder of this name in the cache; ``fetch`` fills it where it is not there yet.

    It is filled beside and renamed, so that of two runs at once each finds a whole one.
    """
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "surveillance-kg"
    folder = cache / name
    if folder.is_dir():
        return folder
    cache.mkdir(parents=True, exist_ok=True)
    beside = Path(tempfile.mkdtemp(prefix="fetching-", dir=cache))
    try:
        fetch(beside)
        beside.rename(folder)
    except OSError:
        if not folder.is_dir():  # another run was quicker
            raise
    finally:
        shutil.rmtree(beside, ignore_errors=True)
    return folder
