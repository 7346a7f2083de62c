"""Measure ``kg explore`` on a large graph: ``python benchmarks/explore.py [entities]``.

A generated graph with two relationships an entity, one party of ten thousand ties, and a claim and
a source behind each tie. Times are those of whole requests over HTTP, as a browser sends them.
"""

import json
import resource
import sys
import time
from collections.abc import Iterator
from http.client import HTTPConnection
from multiprocessing import get_context
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from threading import Thread
from urllib.parse import urlencode

from kg.case import Case
from kg.explore.explorer import Explorer
from kg.explore.server import Server
from kg.graph.model import Edge, Graph, Node, Value
from kg.schema import lineage
from kg.session import OpenGraph
from kg.store import embedded

ROUNDS = 7
HUB_TIES = 10_000
_PARTS = ("North", "Data", "Police", "Safe", "Vision", "City", "Watch", "Face", "Sense", "Link")
_SYLLABLES = ("ba", "cor", "del", "fin", "gu", "lo", "mar", "nes", "ri", "sol", "tek", "vi")
_LABELS = ("Company", "PoliceForce", "Product", "Contract")


def main() -> None:
    """Build, serve, ask, print."""
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    with TemporaryDirectory() as folder:
        store = Path(folder) / "store"
        builder = get_context("spawn").Process(target=build, args=(store, size))
        builder.start()
        builder.join()
        with embedded.open_store(store) as opened:
            before = time.perf_counter()
            explorer = Explorer(OpenGraph(Case(Path(folder)), opened))
            told = f"{size:,} entities, {2 * size + HUB_TIES:,} ties"
            lines = [("until it serves", time.perf_counter() - before, "")]
            explorer.wait()
            lines.append(("until all names are read", time.perf_counter() - before, ""))
            with Server(explorer, 0) as server:
                Thread(target=server.serve_forever, daemon=True).start()
                lines += measured(server, size)
                server.shutdown()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    rows = "".join(f"| {what} | {took * 1000:.0f} ms | {goal} |\n" for what, took, goal in lines)
    head = f"{told}; {peak:.0f} MB at the peak, the engine included\n\n"
    sys.stdout.write(f"{head}| request | median | goal |\n|---|---|---|\n{rows}")


def measured(server: Server, size: int) -> Iterator[tuple[str, float, str]]:
    """Each kind of request, the median of several with other words."""
    asked = Browser(server)
    places = [size // 3 + 17 * place for place in range(ROUNDS)]
    yield "search, a name", asked.median("search", [{"q": name(n)} for n in places]), "100 ms"
    typos = [{"q": name(n).replace("o", "", 1).lower()} for n in places]
    yield "search, with a typo", asked.median("search", typos), "100 ms"
    yield "search, a common word", asked.median("search", [{"q": "police"}] * 3), "100 ms"
    yield "profile", asked.median("entity", [{"id": key(n)} for n in places]), ""
    few = [{"id": key(n)} for n in places]
    yield "ties of a party", asked.median("neighbours", few), "200 ms"
    yield "ties of the hub", asked.median("neighbours", [{"id": key(0)}] * 3), "200 ms"
    yield "expand a party", asked.expanded([key(n) for n in places], 12), "200 ms"
    yield "expand the hub, 40 of its ties", asked.expanded([key(0)] * 3, 40), "200 ms"
    yield "picture of 300", asked.expanded([key(0)] * 3, 300), ""
    yield "profile of the hub", asked.median("entity", [{"id": key(0)}] * 2), ""
    pair = {"from": key(places[0]), "to": key(places[1])}
    yield "path, the first", asked.median("path", [pair]), ""
    yield "path, the next", asked.median("path", [pair] * 3), ""


class Browser:
    """A visitor with the cookie."""

    def __init__(self, server: Server) -> None:
        """Use the link once."""
        self._port = server.port
        reply = self._get(server.link.partition(str(server.port))[2], "")
        self._cookie = reply[1].partition(";")[0]

    def median(self, path: str, questions: list[dict[str, str]]) -> float:
        """The median time of some questions."""
        return median(self._timed(path, cells) for cells in questions)

    def expanded(self, ids: list[str], most: int) -> float:
        """The time until the neighbours are known and the picture with them is there."""
        times = []
        for id_ in ids:
            before = time.perf_counter()
            found = json.loads(self._get(f"/neighbours?{urlencode({'id': id_, 'most': most})}")[0])
            around = [party["id"] for group in found["groups"] for party in group["parties"]]
            self._get(f"/picture?{urlencode({'ids': ','.join([id_, *around[:most]])})}")
            times.append(time.perf_counter() - before)
        return median(times)

    def _timed(self, path: str, cells: dict[str, str]) -> float:
        before = time.perf_counter()
        self._get(f"/{path}?{urlencode(cells)}")
        return time.perf_counter() - before

    def _get(self, address: str, cookie: str | None = None) -> tuple[bytes, str]:
        connection = HTTPConnection("127.0.0.1", self._port)
        held = {"Cookie": self._cookie if cookie is None else cookie}
        connection.request("GET", address, headers=held)
        reply = connection.getresponse()
        body = reply.read()
        if reply.status >= 400:
            raise SystemExit(f"{address}: {reply.status} {body[:200]!r}")
        return body, reply.getheader("Set-Cookie") or ""


def build(folder: Path, size: int) -> None:
    """Fill a store, in a process of its own so that its memory is not counted."""
    embedded.build(Graph(tuple(nodes(size)), tuple(edges(size))), folder, "large")


def nodes(size: int) -> Iterator[Node]:
    """Entities, a claim for every tie, a source for every hundred claims."""
    for n in range(size):
        label = _LABELS[n % len(_LABELS)]
        props: dict[str, Value] = {"id": key(n), "name": name(n), "label": label}
        props |= {"names": [f"nl={name(n)} nv"], "country": ["BE"]}
        yield Node(("Entity", key(n)), tuple(sorted(lineage(label))), props)
    for tie, (start, end) in enumerate(ties(size)):
        says = f"{name(start)} supplies {name(end)}."
        said: dict[str, Value] = {
            "predicate": "SUPPLIES",
            "subject": key(start),
            "object": key(end),
            "says": says,
        }
        rest = {"certainty": "stated", "source": f"s{tie // 100}", "locator": f"p. {tie % 90}"}
        yield Node(("Claim", f"c{tie:07}"), ("Claim",), {"id": f"c{tie:07}", **said, **rest})
    for number in range(len(ties(size)) // 100 + 1):
        printed: dict[str, Value] = {
            "id": f"s{number}",
            "title": f"Source {number}",
            "kind": "news",
            "url": "",
        }
        yield Node(("Source", f"s{number}"), ("Source",), {**printed, "read": "2026-01-01"})


def edges(size: int) -> Iterator[Edge]:
    """The ties, and what they rest on."""
    for tie, (start, end) in enumerate(ties(size)):
        a, b = ("Entity", key(start)), ("Entity", key(end))
        claim = ("Claim", f"c{tie:07}")
        props: dict[str, Value] = {
            "eid": f"e{tie:07}",
            "claims": [claim[1]],
            "certainty": "stated",
            "walk": 1.0,
        }
        yield Edge("SUPPLIES", a, b, {**props, "n_sources": 1, "cite": f"s{tie // 100}"})
        yield Edge("SUBJECT", claim, a, {})
        yield Edge("OBJECT", claim, b, {})
        yield Edge("CITES", claim, ("Source", f"s{tie // 100}"), {})


def ties(size: int) -> list[tuple[int, int]]:
    """Two of everybody's own, spread without chance, and those of the hub."""
    near = [(n, (n * 7 + 1) % size) for n in range(size)]
    far = [(n, (n * 31 + 5) % size) for n in range(size)]
    return [*near, *far, *((0, n + 1) for n in range(min(HUB_TIES, size - 1)))]


def key(number: int) -> str:
    """An id."""
    return f"party-{number:06}"


def name(number: int) -> str:
    """Two words of a few thousand each, and in every twentieth a word that many share."""
    common = f" {_PARTS[number // 20 % 10]}" if number % 20 == 0 else ""
    return f"{_word(number % 3000)} {_word(number * 7 % 5003)}{common}"


def _word(number: int) -> str:
    """A word that can be spoken."""
    return "".join(_SYLLABLES[number // 12**place % 12] for place in range(4)).title()


if __name__ == "__main__":
    main()
