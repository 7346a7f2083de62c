"""Names that nobody should write, and somebody does: read at once, and merged with nobody."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from kg.resolve.asked import Known, why
from kg.resolve.names import parse
from kg.resolve.record import record
from kg.resolve.resolving import resolve
from kg.resolve.score import score

HOSTILE = {
    "nothing": "",
    "a space": " ",
    "no-break spaces": "\u00a0\u2003\u00a0",
    "a NUL": "\0",
    "a NUL inside": "Um\0bra",
    "control characters": "\x01\x02\x1b[31mUmbra\x7f",
    "signs": "!!! ??? ---",
    "a long row of signs": "#" * 300,
    "a concept": "=police",
    "a place": "@de-by",
    "a sign of a place": "@",
    "a sign of a concept": "=",
    "an emoji": "🚓",
    "emoji and letters": "🚓 Umbra 🚓",
    "a family of emoji": "👨‍👩‍👧‍👦",
    "right to left": "משטרת ישראל",
    "Arabic": "الشرطة",
    "a turn of direction": "\u202eabmU\u202c",
    "Chinese": "警察",
    "Japanese": "警視庁",
    "Thai": "ตำรวจ",
    "combining marks": "U\u0301\u0301\u0301mbra",
    "a flood of marks": "Z" + "\u0301" * 500,
    "ten thousand letters": "A" * 10_000,
    "ten thousand words": "umbra " * 10_000,
    "ten thousand brackets": "(" * 10_000,
    "ten thousand slashes": "Umbra/" * 5_000,
    "ten thousand commas": "Umbra," * 5_000,
    "ten thousand forms": "GmbH " * 5_000,
    "letters that stand alone": "a b c d e f g " * 500,
    "numbers": "1 2 3 4 5 6 7 8 9 " * 100,
    "a lone surrogate": "\ud800Umbra",
    "a formula": '=HYPERLINK("http://x","y")',
    "a script": "<script>alert(1)</script>",
    "a query": "'; DROP TABLE names; --",
    "a regex": "(.*)+$[a-z]{9}",
    "a template": "{0.__class__} %s ${x}",
    "new lines": "Umbra\r\nRockets\n\n",
    "a byte order mark": "\ufeffUmbra",
    "a soft hyphen": "Um\u00adbra",
    "ligatures": "ﬁrma ﬂug",
    "fractions": "½ Umbra ⅔",
    "Roman numerals of Unicode": "Ⅷ Ⅳ",
    "a German s": "ẞẞẞ",
    "a Turkish i": "İİıı",
}


@pytest.mark.parametrize("name", HOSTILE.values(), ids=list(HOSTILE))
def test_any_name_is_read_at_once(name: str) -> None:
    start = time.process_time()
    found = parse(name, "DE")
    assert time.process_time() - start < 1
    assert found.raw == name
    assert found.words
    assert all(token for token in found.tokens)


@pytest.mark.parametrize("name", HOSTILE.values(), ids=list(HOSTILE))
def test_any_name_is_scored_against_any_other(name: str) -> None:
    here, other = record("0", name), record("1", "Umbra Rockets GmbH", "DE")
    assert 0 <= score(here, other) <= 1
    assert score(here, other) == pytest.approx(score(other, here), abs=1e-6)


def test_a_table_of_hostile_names_is_resolved() -> None:
    names = list(HOSTILE.values())
    found = resolve([record(str(at), name) for at, name in enumerate(names)])
    assert len(found.cluster) == len(found.tier) == len(names)
    nothing = [at for at, name in enumerate(names) if not any(map(str.isalnum, name))]
    assert all(found.cluster[at] == at for at in nothing)


@pytest.mark.parametrize(
    "name", ["", " ", "\0", "!!! ??? ---", "#" * 300, "@", "=", "---------", "0000000", "n/a"]
)
def test_rows_without_a_name_are_never_one(name: str) -> None:
    found = resolve([record(str(at), name, "NL") for at in range(4)])
    assert found.cluster == [0, 1, 2, 3]
    assert not found.merged


def test_a_name_that_looks_like_a_concept_or_a_place_is_neither() -> None:
    assert parse("@").places == frozenset()
    assert parse("=").domain == ""
    assert parse("@ @ @").places == frozenset()


def test_why_answers_about_hostile_names() -> None:
    for name in HOSTILE.values():
        assert why(Known({}), name, "Umbra").splitlines()


TABLE = """
from kg.resolve.record import record
from kg.resolve.resolving import resolve
names = ["Akzo Nobel NV", "AKZO NOBEL N.V.", "Azko Nobel", "Polizei Bayern", "Bavarian Police",
         "Landeskriminalamt Hessen", "LKA", "Gist-Brocades", "Gistbrocades BV", "Fund III",
         "Umbra Rockets GmbH", "Umbra Rockets", "Umbra Systems", "Umbra Technology"]
found = resolve([record(str(at), name) for at, name in enumerate(names)])
print(found.cluster, found.tier, found.merged, found.suggested)
"""


def test_the_seed_of_hashes_changes_nothing() -> None:
    root = Path(__file__).resolve().parents[2]
    told = {
        subprocess.run(
            [sys.executable, "-c", TABLE],
            env=os.environ | {"PYTHONHASHSEED": seed, "PYTHONPATH": str(root)},
            cwd=root,
            check=True,
            capture_output=True,
        ).stdout
        for seed in ("0", "1", "4711")
    }
    assert len(told) == 1
    assert b"T2" in told.pop()
