"""Measure figures: ``python benchmarks/figures.py [--peer PYTHON]``.

Every shipped view of at most 80 names is drawn by a process of its own, from the command to the
last file, as a person starts it: CPU of that process and of Graphviz, which it runs. ``--peer`` is
a Python that has matplotlib, adjustText and networkx: it draws the same names and lines in the same
run. Writes its table into docs/performance.md.
"""

import argparse
import json
import os
import resource
import statistics
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
PAGE = ROOT / "docs" / "performance.md"
PEER = Path(__file__).with_name("reference") / "adjusted.py"
MOST = 80
GOAL = 2.0


@dataclass(frozen=True, slots=True)
class Drawn:
    """What one view took: CPU seconds by way of drawing, and what the peer left overlapping."""

    view: str
    names: int
    lines: int
    cpu: dict[str, float]
    overlaps: int = -1


def main() -> None:
    """Measure, print, write."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--peer", metavar="PYTHON", help="a Python with matplotlib and adjustText")
    peer = parser.parse_args().peer
    from docs.generator.blocks import measured

    with TemporaryDirectory() as folder:
        case = Path(folder) / "case"
        (case / "data").mkdir(parents=True)
        os.environ["KG_CASE"] = str(case)
        kg("build")
        found = list(views(Path(folder), peer))
    table = markdown(found)
    sys.stdout.write(table)
    PAGE.write_text(measured(PAGE.read_text("utf-8"), "figures", table), "utf-8")


def views(folder: Path, peer: str | None) -> Iterator[Drawn]:
    """Every shipped view of at most 80 names."""
    for path in sorted((ROOT / "visualizations").glob("*.toml")):
        name = path.stem
        cpu = {ending: kg("view", name, "-o", str(folder / f"{name}.{ending}"))
               for ending in ("png", "svg", "pdf")}  # fmt: skip
        data = json.loads((folder / f"{name}.figure.json").read_text("utf-8"))
        names = len({mark["id"] for part in data["parts"] for mark in part["marks"]})
        lines = sum(len(part["lines"]) for part in data["parts"])
        if names > MOST:
            continue
        cpu["square"] = kg("view", name, "--size", "square", "-o", str(folder / "square.png"))
        overlaps = -1
        if peer:
            given = folder / "given.json"
            given.write_text(json.dumps(data), "utf-8")
            before = used()
            said = subprocess.run(
                [peer, str(PEER), str(given), str(folder / "peer.png")],
                capture_output=True, text=True, check=True,
            )  # fmt: skip
            cpu["peer"] = used() - before
            overlaps = int(said.stdout)
        yield Drawn(name, names, lines, cpu, overlaps)


def kg(*words: str) -> float:
    """Run a command; the CPU seconds that it and what it runs take."""
    before = used()
    subprocess.run([sys.executable, "-m", "kg", *words], check=True, capture_output=True, cwd=ROOT)
    return used() - before


def used() -> float:
    """CPU seconds of all children that have ended."""
    found = resource.getrusage(resource.RUSAGE_CHILDREN)
    return found.ru_utime + found.ru_stime


def markdown(found: Sequence[Drawn]) -> str:
    """The table."""
    has_peer = any("peer" in each.cpu for each in found)
    head = "| view | names, lines | PNG | SVG | PDF | square, all parts |"
    rule = "|---|---|---|---|---|---|"
    if has_peer:
        head += " matplotlib + adjustText | its labels over labels or dots |"
        rule += "---|---|"
    rows = [_row(each, has_peer) for each in found]
    keys = ("png", "svg", "pdf", "square", *(["peer"] if has_peer else []))
    medians = " | ".join(seconds([each.cpu[key] for each in found]) for key in keys)
    goal = f"| goal | at most {MOST} | {GOAL:.0f} s | {GOAL:.0f} s | {GOAL:.0f} s | |"
    end = " |" if not has_peer else f" | {sum(each.overlaps for each in found)} in all |"
    last = f"| median | | {medians}{end}"
    return "\n".join([head, rule, *rows, last, goal + (" | |" if has_peer else ""), ""])


def _row(each: Drawn, has_peer: bool) -> str:
    cells = [each.view, f"{each.names}, {each.lines}"]
    cells += [f"{each.cpu[key]:.2f} s" for key in ("png", "svg", "pdf", "square")]
    if has_peer:
        cells += [f"{each.cpu['peer']:.2f} s", str(each.overlaps)]
    return f"| {' | '.join(cells)} |"


def seconds(values: Sequence[float]) -> str:
    """The median, and the largest."""
    return f"{statistics.median(values):.2f} s, at most {max(values):.2f} s"


if __name__ == "__main__":
    main()
