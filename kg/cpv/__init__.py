"""The Common Procurement Vocabulary of 2008: what a tender is about, in five languages.

9,454 codes. A code says what was bought, never who bought it or what for. The texts are those of
the Publications Office of the European Union (eForms SDK 1.13.0, CC BY 4.0).
"""

import csv
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

_CODE = re.compile(r"(?:CPV)?\s*([0-9]{7,8})(?:\s*-\s*[0-9])?\s*;?", re.IGNORECASE)


def code(written: str) -> str:
    """The eight digits of a code that a source writes: ``35125300-2`` is ``35125300``.

    Empty if it is no code of the vocabulary. A code that lost its leading zero in a spreadsheet
    has it back.
    """
    match = _CODE.fullmatch(written.strip())
    found = match[1].zfill(8) if match else ""
    return found if found in _table() else ""


def names(known: str) -> Mapping[str, str]:
    """What a code means, by language: en, nl, fr, de, es. Empty for a code that is not known."""
    return _table().get(known, MappingProxyType({}))


def broader(known: str) -> tuple[str, ...]:
    """The codes that a code is a kind of, the nearest first: 35125000, 35120000, 35100000 ..."""
    stem = known.rstrip("0")
    above = (known[:length].ljust(8, "0") for length in range(len(stem) - 1, 1, -1))
    return tuple(other for other in above if other != known and other in _table())


@cache
def _table() -> Mapping[str, Mapping[str, str]]:
    with (Path(__file__).parent / "codes.csv").open(encoding="utf-8", newline="") as file:
        return {row.pop("code"): MappingProxyType(row) for row in csv.DictReader(file)}
