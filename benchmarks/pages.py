"""Measure pages in a real browser beside stock pyvis: ``python benchmarks/pages.py``.

Prints a Markdown table. The peer shows the same nodes and edges at the same positions, its physics
off, in the same run. CPU is that of the whole browser, from its start until it has been quiet for a
second; the share that the page itself adds is told beside it. Frames are counted while the picture
is dragged and zoomed by real input events. No test asserts a time: they differ from machine to
machine.
"""

import argparse
import os
import random
import statistics
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from kg.layout import Scene
from kg.pages import page
from kg.schema import LANGUAGES, predicates
from kg.views.picture import Claim, Line, Mark, Picture, Source

ROUNDS = 3
TIES = 3
BROWSER = "/usr/bin/chromium"
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
FRAMES = """
() => new Promise((resolve) => {
  const times = [];
  const tick = (now) => {
    times.push(now);
    if (now - times[0] < 2000) requestAnimationFrame(tick);
    else resolve((times.length - 1) / ((now - times[0]) / 1000));
  };
  requestAnimationFrame(tick);
})
"""


@dataclass(frozen=True, slots=True)
class Measured:
    """One page in one browser."""

    browser: float
    page: float
    pan: float
    zoom: float
    requests: int


def main() -> None:
    """Write the pages, look at each, print."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--nodes", default="1000,5000,20000", help="how many, with commas between")
    counts = [int(count) for count in parser.parse_args().nodes.split(",")]
    sys.stdout.write(
        "| nodes | page | MB | CPU s, browser | of it page | pan fps | zoom fps | requests |\n"
        "|--:|---|--:|--:|--:|--:|--:|--:|\n"
    )
    with TemporaryDirectory() as folder:
        for count in counts:
            for name, path, fragment in pages(count, Path(folder)):
                sys.stdout.write(row(count, name, path, fragment))
                sys.stdout.flush()


def pages(count: int, folder: Path) -> Iterator[tuple[str, Path, str]]:
    """Ours as it opens, ours with everything drawn, and the peer."""
    picture, scene = sample(count)
    ours, peer = folder / f"ours-{count}.html", folder / f"peer-{count}.html"
    ours.write_text(page(picture, scene), "utf-8")
    peer.write_text(stock(picture, scene), "utf-8")
    yield "ours, as it opens", ours, ""
    yield "ours, all drawn", ours, "#all=yes"
    yield "stock pyvis", peer, ""


def row(count: int, name: str, path: Path, fragment: str) -> str:
    """The median of some rounds."""
    runs = [look(path, fragment) for _ in range(ROUNDS)]
    middle = {
        key: statistics.median(getattr(run, key) for run in runs)
        for key in ("browser", "page", "pan", "zoom", "requests")
    }
    return (
        f"| {count:,} | {name} | {path.stat().st_size / 1e6:.1f} | {middle['browser']:.2f} "
        f"| {middle['page']:.2f} | {middle['pan']:.0f} | {middle['zoom']:.0f} "
        f"| {middle['requests']:.0f} |\n"
    )


def look(path: Path, fragment: str) -> Measured:
    """Open a page, wait until it is quiet, drag it, zoom it."""
    with browser() as chromium:
        tab = chromium.new_page(viewport={"width": 1280, "height": 800})
        asked: list[str] = []
        tab.on("request", lambda request: asked.append(request.url))
        before = settled()
        tab.goto(path.as_uri() + fragment)
        after = settled()
        pan, zoom = frames(tab, drag), frames(tab, wheel)
        outside = [url for url in asked if not url.startswith(("file:", "data:", "blob:"))]
    return Measured(after, after - before, pan, zoom, len(outside))


@contextmanager
def browser() -> Iterator[Any]:
    """A fresh Chromium; the network is what it is, so that requests are seen."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=BROWSER, args=FLAGS)
        try:
            yield chromium
        finally:
            chromium.close()


def frames(tab: Any, move: Any) -> float:
    """Frames a second while the picture moves for two seconds."""
    canvas = tab.locator("canvas").first.bounding_box()
    middle = canvas["x"] + canvas["width"] / 2, canvas["y"] + canvas["height"] / 2
    tab.evaluate(f"() => {{ window.counted = ({FRAMES})(); }}")
    move(tab, middle)
    counted = float(tab.evaluate("window.counted"))
    time.sleep(0.4)
    return counted


def drag(tab: Any, middle: tuple[float, float]) -> None:
    """Hold the background and move for two seconds."""
    x, y = middle[0] + 7, middle[1] + 3
    tab.mouse.move(x, y)
    tab.mouse.down()
    started, step = time.monotonic(), 0
    while time.monotonic() - started < 2.0:
        step += 1
        tab.mouse.move(x + (step * 4) % 240, y + (step * 2) % 120)
    tab.mouse.up()


def wheel(tab: Any, middle: tuple[float, float]) -> None:
    """Turn the wheel for two seconds, in and out again."""
    tab.mouse.move(*middle)
    started, step = time.monotonic(), 0
    while time.monotonic() - started < 2.0:
        step += 1
        tab.mouse.wheel(0, -60 if step % 20 < 10 else 60)


def settled() -> float:
    """CPU seconds of the browser once it has used almost none for a second."""
    last, quiet = spent(), 0
    while quiet < 4:
        time.sleep(0.25)
        now = spent()
        quiet = quiet + 1 if now - last <= 0.02 else 0
        last = now
    return last


def spent() -> float:
    """CPU seconds of all processes of the browser; what drives it is not of it."""
    below: dict[int, list[tuple[int, int]]] = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                cells = (entry / "stat").read_text().rpartition(")")[2].split()
                is_driver = "/driver/node" in (entry / "cmdline").read_text()
            except OSError:
                continue
            used = 0 if is_driver else sum(map(int, cells[11:15]))
            below.setdefault(int(cells[1]), []).append((int(entry.name), used))
    waiting, total = [os.getpid()], 0
    while waiting:
        for pid, used in below.get(waiting.pop(), []):
            total += used
            waiting.append(pid)
    return total / os.sysconf("SC_CLK_TCK")


def sample(count: int) -> tuple[Picture, Scene]:
    """Firms, each tied to three others, every tie with a claim; the same in every run."""
    dice = random.Random(count)
    side = count**0.5 * 60
    ids = [f"firm-{number}" for number in range(count)]
    marks = tuple(_mark(id_, number) for number, id_ in enumerate(ids))
    ends = [(start, dice.choice(ids)) for start in ids for _ in range(TIES)]
    lines = tuple(_line(number, start, end) for number, (start, end) in enumerate(ends))
    sources = {f"s{n}": _source(f"s{n}") for n in range(50)}
    claims = {
        line.claims[0]: _claim(line.claims[0], sources[f"s{number % 50}"])
        for number, line in enumerate(lines)
    }
    points = {id_: (dice.random() * side, dice.random() * side) for id_ in ids}
    picture = Picture(
        name="sample",
        titles=_same("A sample"),
        captions=_same("Firms and what they supply."),
        layout="force",
        grouping="none",
        groups=(),
        marks=marks,
        lines=lines,
        claims=claims,
        sources=sources,
    )
    return picture, Scene(points)


def stock(picture: Picture, scene: Scene) -> str:
    """The same in pyvis as it comes, with its physics off."""
    from pyvis.network import Network

    network = Network(directed=True, height="700px", cdn_resources="in_line")
    for mark in picture.marks:
        x, y = scene.points[mark.id]
        network.add_node(mark.id, label=mark.name, x=x, y=y)
    for line in picture.lines:
        network.add_edge(line.start, line.end)
    network.toggle_physics(False)
    return str(network.generate_html())


def _mark(id_: str, number: int) -> Mark:
    labels = ("Company", "PoliceForce", "Product", "Contract")
    countries = ("BE", "FR", "DE", "ES", "NL")
    name = f"Security systems {number}"
    return Mark(id_, id_, labels[number % 4], name, _same(name), country=(countries[number % 5],))


def _line(number: int, start: str, end: str) -> Line:
    kind = predicates()["SUPPLIES"]
    return Line(
        eid=f"r{number:016x}",
        type="SUPPLIES",
        start=start,
        end=end,
        words=kind.names,
        inverse=kind.inverse,
        style=("supplies", "used", "vendor")[number % 3],
        certainty="stated",
        since=str(2000 + number % 25),
        since_lo=f"{2000 + number % 25}-01-01",
        claims=(f"c{number:016x}",),
    )


def _claim(id_: str, source: Source) -> Claim:
    says = f"The firm says that it supplies the other, in line {int(id_[1:], 16)} of its list."
    return Claim(
        id_,
        says,
        "stated",
        "",
        source.id,
        "p. 3",
        source.title,
        source.publisher,
        source.published,
        source.read,
        source.url,
    )


def _source(id_: str) -> Source:
    return Source(
        id_,
        f"List {id_}",
        "Register",
        "2024",
        "2025",
        f"https://example.org/{id_}",
        "en",
        "register",
    )


def _same(text: str) -> dict[str, str]:
    return dict.fromkeys(LANGUAGES, text)


if __name__ == "__main__":
    main()
