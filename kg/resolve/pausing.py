"""A pause for Python's search for reference cycles, while millions of small values are made."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def no_collection() -> Iterator[None]:
    """Nothing made meanwhile refers back to itself, so looking for cycles only costs time.

    What is no longer used is freed as ever, by its count of references.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
