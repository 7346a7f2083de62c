"""Ledgers as they lie in a case folder."""

from collections.abc import Iterable
from pathlib import Path

from kg.ledger import COLUMNS, FILE, Entry, Ledger

WHEN = "2026-03-01T10:00:00+00:00"
HEADER = ",".join(COLUMNS)


def ledger(folder: Path, *pairs: str) -> Ledger:
    """A ledger with an act for each ``left verdict right``; ``undo`` takes back the last act."""
    made = Ledger.open(folder / FILE)
    for pair in pairs:
        say(made, pair)
    return made


def say(made: Ledger, words: str, why: str = "I looked.") -> str:
    """One act of one or more pairs, ``a same b; c different d``, or an undo."""
    if words.startswith("undo"):
        return made.undo(words.removeprefix("undo").strip(), why, "tess", WHEN)
    pairs = [pair.split() for pair in words.split(";")]
    return made.say([(left, right, verdict) for left, verdict, right in pairs], why, "tess", WHEN)


def written(folder: Path, *rows: str, header: str = HEADER) -> Ledger:
    """A ledger whose rows somebody wrote by hand."""
    (folder / FILE).write_text("\n".join([header, *rows, ""]), "utf-8")
    return Ledger.open(folder / FILE)


def row(number: int, act: str, words: str) -> str:
    """A row as text: ``a same b``, or ``undo act``."""
    left, verdict, right = (
        words.split() if not words.startswith("undo") else (words[5:], "undo", "")
    )
    return f"{number},{act},{left},{right},{verdict},I looked.,tess,{WHEN},kg 1"


def pairs(entries: Iterable[Entry]) -> list[str]:
    """Entries as ``a same b``."""
    return [f"{entry.left} {entry.verdict} {entry.right}".strip() for entry in entries]
