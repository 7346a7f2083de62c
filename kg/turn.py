"""Taking turns: one process at a time, the others wait. A turn ends when its process does."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

if sys.platform == "win32":
    import msvcrt
    import time

    def _take(file: IO[bytes]) -> None:
        """Wait until nobody else has locked the first byte."""
        while True:
            with suppress(OSError):
                return msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
            time.sleep(0.1)
else:
    import fcntl

    def _take(file: IO[bytes]) -> None:
        """Wait for the lock; a file system without locks lets everybody pass."""
        with suppress(OSError):
            fcntl.flock(file, fcntl.LOCK_EX)


@contextmanager
def turn(path: Path) -> Iterator[None]:
    """Wait for the turn that a lock file stands for. The file stays; that it is there says nothing.

    Raises:
        OSError: The file cannot be written.
    """
    with path.open("ab") as file:
        _take(file)
        yield
