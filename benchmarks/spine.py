"""Measure the way from the facts to an answer: ``python benchmarks/spine.py [--store URI]``.

Prints a Markdown table, and writes it into docs/performance.md. Each command is a process of its
own, as a person starts it; CPU and memory are those of that process. No test asserts a time: they
differ from machine to machine, and this is where to look at them.
"""

import argparse
import os
import platform
import resource
import subprocess
import sys
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from textwrap import fill

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "performance.md"
ROUNDS = 5


@dataclass(frozen=True, slots=True)
class Run:
    """What one process took: wall and CPU seconds, and megabytes of memory at its peak."""

    wall: float
    cpu: float
    memory: float


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the table."""

    what: str
    measured: str
    wanted: str = ""


def main() -> None:
    """Measure, print, write."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--store", metavar="URI", help="a Neo4j to measure too; it is loaded first")
    store = parser.parse_args().store
    with TemporaryDirectory() as folder:
        case = Path(folder) / "case"
        (case / "data").mkdir(parents=True)
        os.environ["KG_CASE"] = str(case)
        os.environ.pop("KG_STORE", None)
        os.environ.pop("NEO4J_URI", None)
        lines = [*commands(), *queries(case, None)]
        if store:
            lines += [*loading(store), *queries(case, store)]
    from docs.generator.blocks import measured

    table = markdown(lines)
    sys.stdout.write(table)
    PAGE.write_text(measured(PAGE.read_text("utf-8"), "spine", page(table)), "utf-8")


def commands() -> Iterable[Line]:
    """The main job, the help and one saved query, each the median of several processes."""
    build = middle([run("build") for _ in range(ROUNDS)])
    yield Line("`kg build`", f"{build.wall:.1f} s, {build.memory:.0f} MB", "8 s, 400 MB")
    help_ = middle([run("--help") for _ in range(ROUNDS)])
    yield Line("`kg --help`", f"{help_.cpu * 1000:.0f} ms CPU", "150 ms CPU")
    for words in (("query", "suppliers"), ("path", "unit-8200", "Federale Politie")):
        took = middle([run(*words) for _ in range(ROUNDS)])
        shown = " ".join(f'"{word}"' if " " in word else word for word in words)
        yield Line(f"`kg {shown}`", f"{took.wall:.2f} s, {took.memory:.0f} MB", "1.5 s")


def loading(store: str) -> Iterable[Line]:
    """A load into a Neo4j, and the same load again."""
    for what in ("`kg load`, first", "`kg load`, again"):
        took = run("load", "--to", store)
        yield Line(what, f"{took.wall:.1f} s, {took.memory:.0f} MB")


def queries(case: Path, store: str | None) -> Iterable[Line]:
    """Every saved query in an open store, with its defaults or else its examples."""
    from kg.queries.saved import saved
    from kg.session import open_graph

    with open_graph(case, store) as graph:
        found = saved(graph.case)
        took: list[tuple[float, str]] = []
        for name, query in found.items():
            given = {p.name: p.example for p in query.params if p.default is None}
            graph.query(name, **given)
            for _ in range(ROUNDS):
                started = time.perf_counter()
                graph.query(name, **given)
                took.append((time.perf_counter() - started, name))
    took.sort()
    place = "embedded" if store is None else "Neo4j"
    median, late = took[len(took) // 2][0], took[int(len(took) * 0.95)][0]
    slowest = {name: f"{seconds * 1000:.0f} ms" for seconds, name in took}
    last = sorted(slowest, key=lambda name: -float(slowest[name].split()[0]))[:8]
    yield Line(f"{len(found)} saved queries, {place}, median", f"{median * 1000:.0f} ms")
    yield Line(f"{len(found)} saved queries, {place}, p95", f"{late * 1000:.0f} ms", "50 ms")
    worst = ", ".join(f"{name} {slowest[name]}" for name in last)
    yield Line(f"the slowest of them, {place}", worst)


def run(*words: str) -> Run:
    """Run one command in a process of its own."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    started = time.perf_counter()
    code = f"import resource, sys\n{_CALL}"
    done = subprocess.run(
        [sys.executable, "-c", code, *words], cwd=ROOT, capture_output=True, text=True, check=False
    )
    wall = time.perf_counter() - started
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode:
        sys.exit(f"kg {' '.join(words)}: {done.stderr}")
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Run(wall, cpu, float(done.stderr.rpartition("peak ")[2]) / 1024)


def middle(runs: Sequence[Run]) -> Run:
    """The run of median wall time."""
    return sorted(runs, key=lambda one: one.wall)[len(runs) // 2]


def markdown(lines: Iterable[Line]) -> str:
    """The lines as a table."""
    rows = "".join(f"| {line.what} | {line.measured} | {line.wanted} |\n" for line in lines)
    return f"| what | measured | at most |\n|---|---|---|\n{rows}"


def page(table: str) -> str:
    """The part of docs/performance.md that is ours."""
    machine = f"{os.cpu_count()} cores, {platform.system()} {platform.machine()}"
    words = (
        f"Written by `python benchmarks/spine.py` on {machine}, Python {platform.python_version()}."
        f" Each command is a process of its own, the median of {ROUNDS} runs. Each saved query is"
        f" asked {ROUNDS} times in an open store, after one time that does not count, and with its"
        ' sources ready to print. "At most" is what we hold ourselves to.'
    )
    return f"{fill(words, 100)}\n\n{table}"


_CALL = """
from kg.cli import cli
try:
    cli()
finally:
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    sys.stderr.write(f"\\npeak {peak}")
"""

if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    main()
