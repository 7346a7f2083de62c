import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PRINT = """
from hashlib import sha256
from kg.answers import FORMATS, notes_csv, render
from tests.answers.samples import hostile, police
for answer in (police(), hostile()):
    texts = [render(answer, name, notes) for name in FORMATS for notes in (False, True)]
    for text in (*texts, notes_csv(answer)):
        data = text if isinstance(text, bytes) else text.encode()
        print(sha256(data).hexdigest())
"""
HEAVY = """
import sys
import kg.answers
print(sorted({"pandas", "xlsxwriter", "networkx", "neo4j", "numpy"} & set(sys.modules)))
"""


def run(program: str, seed: str) -> str:
    env = {"PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=ROOT,
        env=env,
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout


def test_the_same_answer_gives_the_same_bytes_in_every_format() -> None:
    first = run(PRINT, "1")
    assert len(first.split()) == 30
    assert first == run(PRINT, "4242")


def test_nothing_heavy_is_imported_before_it_is_needed() -> None:
    assert run(HEAVY, "0") == "[]\n"
