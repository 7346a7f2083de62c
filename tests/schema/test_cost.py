"""The vocabulary is read by nearly every command, so it has to be cheap."""

import subprocess
import sys
from pathlib import Path

import kg

ASK = """
import sys, time
before = set(sys.modules)
from kg import schema
loaded = {name.partition(".")[0] for name in set(sys.modules) - before}
start = time.process_time()
schema.labels(), schema.predicates(), schema.qualifiers(), schema.certainties()
schema.edge_types(), schema.node_properties("Claim")
print(round((time.process_time() - start) * 1000), *sorted(loaded - sys.stdlib_module_names))
"""


def test_reading_every_file_costs_little_and_pulls_in_nothing() -> None:
    spent = [answer().split() for _ in range(3)]
    assert [loaded for _, *loaded in spent] == [["kg"]] * 3
    assert min(int(milliseconds) for milliseconds, *_ in spent) <= 30


def answer() -> str:
    """What a fresh interpreter prints: the CPU time in ms, then every package it imported."""
    command, root = [sys.executable, "-c", ASK], Path(kg.__file__).parents[1]
    return subprocess.run(command, cwd=root, capture_output=True, text=True, check=True).stdout
