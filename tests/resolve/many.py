"""Tables of many made-up names, perturbed from the labelled ones."""

import pytest

from benchmarks.resolution.made_up import Row, rows
from benchmarks.resolution.sets import SHARED


def made_up(size: int) -> list[Row]:
    """So many rows. Skips the test where there are no names to make them from."""
    if not SHARED.exists():
        pytest.skip("the labelled names lie in ../shared/er")
    return list(rows(size))
