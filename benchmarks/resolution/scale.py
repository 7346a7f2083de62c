"""What large tables take, and what others do with them.

``python -m benchmarks.resolution.scale [SIZES] [--peers PYTHON] [--write]``. Each size is a CSV of
made-up firms (made_up.py), read, resolved and written by a process of its own, as ``kg resolve``
does it. Told are the CPU seconds of all threads, stage by stage, the memory at its peak, how many
pairs of names are compared, and what share of the true pairs is among them. With ``--peers``, the
Python of an environment that has rapidfuzz, string_grouper and splink, those do what they can with
the same file (peers.py). With ``--write`` the table goes into docs/resolution.md.
"""

import csv
import json
import os
import resource
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np

from benchmarks.resolution.made_up import rows
from benchmarks.resolution.sets import ROOT
from docs.generator.blocks import measured
from kg.resolve.aliases import aliases
from kg.resolve.engines import Local, Scored
from kg.resolve.lists import read_list, with_clusters
from kg.resolve.mentions import Mentions
from kg.resolve.score import Weights

PAGE = ROOT / "docs" / "resolution.md"
SIZES = (10_000, 100_000, 1_000_000)
PEERS = {"rapidfuzz cdist": 10_000, "string_grouper": 100_000, "splink": 100_000}
"""The largest table that a peer is given: more would take the better part of an hour."""
GOALS = {100_000: "5 CPU-s, 600 MB", 1_000_000: "60 CPU-s, 4 GB, .96 at 11"}
STAGES = ("start", "read", "merge", "block", "score", "cluster", "write")
MEGABYTE = 1024


class Watched(Local):
    """The engine of one machine, which keeps what was compared."""

    def scored(self, table: Mentions, by: Weights, lap: Callable[[str], None]) -> Scored:
        """The pairs of a table and their scores."""
        self.rows = np.array([int(record.id) - 1 for record in table.records], np.int64)
        found = super().scored(table, by, lap)
        self.left, self.right = table.owner[found.left], table.owner[found.right]
        return found

    def recall(self, firm: list[int]) -> float:
        """The share of the true pairs of rows that differ to the letter that was compared."""
        firms = np.array(firm, np.int64)[self.rows]
        met = int((firms[self.left] == firms[self.right]).sum())
        return met / sum(n * (n - 1) // 2 for n in Counter(firms.tolist()).values())


def main() -> None:
    """Measure each size, print, write."""
    if "--one" in sys.argv:
        print_one(Path(sys.argv[-1]))
        return
    peers = sys.argv[sys.argv.index("--peers") + 1] if "--peers" in sys.argv else ""
    sizes = [int(word) for word in sys.argv[1:] if word.isdecimal()] or SIZES
    lines = [*head(), *(line for size in sizes for line in lines_of(size, peers))]
    table = "\n".join(lines)
    sys.stdout.write(table + "\n")
    if "--write" in sys.argv:
        PAGE.write_text(measured(PAGE.read_text("utf-8"), "scale", table), "utf-8")


def head() -> Iterator[str]:
    """The head of the table."""
    yield "| names | who | CPU-s | of which | MB | pairs a name | recall | goal |"
    yield "|---|---|---|---|---|---|---|---|"


def lines_of(size: int, peers: str) -> Iterator[str]:
    """A line for us, and one for each peer that can."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "firms.csv"
        with path.open("w", encoding="utf-8", newline="") as file:
            out = csv.writer(file, lineterminator="\n")
            out.writerow(("name", "country", "firm"))
            out.writerows((row.name, row.country, row.firm) for row in rows(size))
        ours = ran([sys.executable, "-m", "benchmarks.resolution.scale", "--one", str(path)])
        yield line(size, "kg resolve", ours, GOALS.get(size, ""))
        for name, most in PEERS.items():
            if peers and size <= most:
                script = str(Path(__file__).with_name("peers.py"))
                yield line(size, name, ran([peers, script, name, str(path)]), "")


def ran(command: list[str]) -> dict[str, object]:
    """What a process says of itself in its last line."""
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT)
    found: dict[str, object] = json.loads(done.stdout.splitlines()[-1])
    return found


def line(size: int, who: str, found: dict[str, object], goal: str) -> str:
    """One line of the table."""
    cells = (f"{size:,}", who, f"{found['cpu']:.1f}", found["stages"], f"{found['mb']:,.0f}")
    told = (f"{found['pairs']:.1f}", f"{found['recall']:.3f}" if found["recall"] else "", goal)
    return f"| {' | '.join(map(str, (*cells, *told)))} |"


def print_one(path: Path) -> None:
    """Resolve one file as the command does, and say what it took."""
    seconds = {"start": time.process_time()}
    names = read_list(path, "name", "country")
    seconds["read"] = time.process_time() - seconds["start"]
    engine = Watched()
    found = names.resolved(engine, aliases())
    seconds |= found.seconds
    before = time.process_time()
    with path.with_name("out.csv").open("w", encoding="utf-8", newline="") as file:
        file.writelines(with_clusters(names, found))
    seconds["write"] = time.process_time() - before
    cpu = time.process_time()
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / MEGABYTE
    with path.open(encoding="utf-8", newline="") as file:
        firm = [int(row["firm"]) for row in csv.DictReader(file)]
    told = {
        "cpu": cpu,
        "stages": ", ".join(f"{stage} {seconds[stage]:.1f}" for stage in STAGES),
        "mb": memory,
        "pairs": found.pairs / len(firm),
        "recall": engine.recall(firm),
    }
    sys.stdout.write(json.dumps(told) + os.linesep)


if __name__ == "__main__":
    main()
