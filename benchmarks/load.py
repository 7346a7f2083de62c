"""Measure how a large graph gets into a store: ``python benchmarks/load.py [neo4j]``.

Makes a graph (made up; the same in every run), puts it into the embedded store as ``kg build`` does
and beside it with UNWIND over Bolt, into a running Neo4j as ``kg load`` does and beside it with
``neo4j-admin database import``, each in a process of its own, and writes the table into
docs/performance.md. Making the graph is not counted, nor, on the clock, the start of a server. Java
runs as Neo4j ships it, not as it does for tests.
"""

import argparse
import json
import random
import resource
import shlex
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "performance.md"
CASE = "measured"
BATCH = 10_000
if TYPE_CHECKING:
    from kg.graph.model import Graph, Value


@dataclass(frozen=True, slots=True)
class Took:
    """Seconds of CPU of the process, on the clock, and of CPU of the programs it started."""

    cpu: float
    wall: float
    java: float = 0.0


def main() -> None:
    """Measure each way in a process of its own, and write the table."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("pairs", nargs="*", help=f"of {', '.join(PAIRS)}; all if left out")
    parser.add_argument("--nodes", type=int, default=100_000)
    parser.add_argument("--edges", type=int, default=300_000)
    parser.add_argument("--way", choices=list(WAYS), help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.way:
        took = WAYS[given.way](made_up(given.nodes, given.edges))
        java = resource.getrusage(resource.RUSAGE_CHILDREN)
        took = replace(took, java=java.ru_utime + java.ru_stime)
        sys.stdout.write(json.dumps(asdict(took)))
        return
    from docs.generator.blocks import measured

    for pair in given.pairs or PAIRS:
        ours, other = (in_a_process(way, given.nodes, given.edges) for way in PAIRS[pair])
        table = markdown(rows_of(pair, ours, other), given.nodes, given.edges)
        sys.stdout.write(table)
        PAGE.write_text(measured(PAGE.read_text("utf-8"), f"load-{pair}", table), "utf-8")


def in_a_process(way: str, nodes: int, edges: int) -> Took:
    """Measure one way."""
    words = ["--way", way, "--nodes", str(nodes), "--edges", str(edges)]
    done = subprocess.run(
        [sys.executable, __file__, *words], cwd=ROOT, capture_output=True, text=True, check=False
    )
    if done.returncode:
        sys.exit(f"{way}: {done.stderr}")
    return Took(**json.loads(done.stdout.splitlines()[-1]))


def rows_of(pair: str, ours: Took, other: Took) -> list[tuple[str, Took, str]]:
    """A way and the one beside it, with what we hold ourselves to."""
    if pair == "embedded":
        times = f"{other.cpu / ours.cpu:.1f} times less CPU"
        return [
            ("embedded store, as `kg build` fills it", ours, times),
            ("embedded store, UNWIND over Bolt", other, "goal: at least 4 times"),
        ]
    times = f"{ours.wall / other.wall:.1f} times the clock of the import"
    return [
        ("running Neo4j, `kg load`", ours, times),
        ("empty Neo4j, files and `neo4j-admin import`", other, "goal: at most 3 times"),
    ]


def markdown(rows: list[tuple[str, Took, str]], nodes: int, edges: int) -> str:
    """The table of two ways."""
    lines = [
        f"| {what} | {one.cpu:.1f} s | {f'{one.java:.1f} s' if one.java else ''}"
        f" | {one.wall:.1f} s | {note} |"
        for what, one, note in rows
    ]
    head = f"| {nodes:,} nodes, {edges:,} relationships | CPU here | CPU of Java | clock | |\n"
    return head + "|---|---|---|---|---|\n" + "\n".join(lines) + "\n"


def made_up(nodes: int, edges: int) -> "Graph":
    """A graph with the labels, types and properties that a graph of contracts has."""
    from kg.graph.model import Edge, Graph, Node

    chance = random.Random(8200)
    made = []
    for number in range(nodes):
        labels, kind = _KINDS[number % len(_KINDS)]
        props: dict[str, Value] = {
            "id": f"{kind}-{number:07}",
            "name": f"{kind.title()} of the town of {chance.choice(_TOWNS)} number {number}",
            "label": labels[0],
            "country": [chance.choice(("BE", "FR", "DE", "ES"))],
            "ids": [f"be-kbo:{number:010}"],
        }
        made.append(Node(("Entity", str(props["id"])), labels, props))
    ids = [node.ref for node in made]
    ties = tuple(
        Edge(chance.choice(_TIES), chance.choice(ids), chance.choice(ids), _tie(number, chance))
        for number in range(edges)
    )
    return Graph(tuple(made), ties)


_TOWNS = ("Aalst", "Bron", "Celle", "Dinant", "Elda", "Fulda", "Ghent", "Herne")
_TIES = ("AWARDED", "WON", "SUBCONTRACTED_ON", "CLIENT_OF", "COVERS")
_KINDS = (
    (("Company", "Entity", "Organization"), "company"),
    (("Contract", "Entity"), "contract"),
    (("Entity", "Organization", "PublicBody"), "body"),
)


def _tie(number: int, chance: random.Random) -> "dict[str, Value]":
    return {
        "eid": f"r{number:016x}",
        "claims": [f"c{number:016x}"],
        "certainty": "stated",
        "cite": f"TED, notice {number}",
        "value": chance.randrange(10_000) / 4,
        "walk": 1.0,
    }


def embedded(graph: "Graph") -> Took:
    """The batch of the engine."""
    from kg.store.embedded import build

    with TemporaryDirectory() as folder:
        return measured_of(lambda: build(graph, Path(folder) / "store", CASE))


def unwind(graph: "Graph") -> Took:
    """UNWIND over Bolt into the same engine, with the same indexes, batch by batch."""
    from contextlib import ExitStack

    from kg.graph.model import Graph
    from kg.store import embedded as store
    from kg.store.engine import DATABASE, serve

    with TemporaryDirectory() as folder, ExitStack() as stack:
        store.build(Graph(graph.nodes[:3], graph.edges[:0]), Path(folder) / "store", CASE)
        driver = serve(Path(folder) / "store", "READ_WRITE", stack)

        def fill() -> None:
            with driver.session(database=DATABASE) as session:
                for text, rows in _texts(graph):
                    session.run(text, rows=rows).consume()

        return measured_of(fill)


def _texts(graph: "Graph") -> Iterator[tuple[str, Sequence[Mapping[str, object]]]]:
    for labels in sorted({node.labels for node in graph.nodes}):
        alike = [node.props for node in graph.nodes[3:] if node.labels == labels]
        rows: list[dict[str, object]] = [{**props, "case_name": CASE} for props in alike]
        text = f"UNWIND $rows AS row CREATE (n:{':'.join(labels)}) SET n = row"
        yield from ((text, rows[at : at + BATCH]) for at in range(0, len(rows), BATCH))
    for type_ in _TIES:
        found = [edge for edge in graph.edges if edge.type == type_]
        rows = [{"a": one.start[1], "b": one.end[1], "props": one.props} for one in found]
        text = (
            "UNWIND $rows AS row MATCH (a:Entity {id: row.a}) MATCH (b:Entity {id: row.b})"
            f" CREATE (a)-[r:{type_}]->(b) SET r = row.props"
        )
        yield from ((text, rows[at : at + BATCH]) for at in range(0, len(rows), BATCH))


def neo4j(graph: "Graph") -> Took:
    """``kg load`` into a Neo4j that runs."""
    from kg.store.bolt import connect
    from kg.store.neo4j_load import load
    from tests.neo4j_server.server import running

    with TemporaryDirectory() as home, running(Path(home), java=()) as uri, connect(uri) as store:
        return measured_of(lambda: load(store, graph, CASE))


def imported(graph: "Graph") -> Took:
    """The files of ``kg neo4j-import``, and the import itself."""
    from kg.store.bulk_csv import write
    from tests.neo4j_server.server import administer

    with TemporaryDirectory() as home, TemporaryDirectory() as folder:

        def fill() -> None:
            _, command, *_ = write(graph, CASE, Path(folder))
            administer(Path(home), Path(folder), shlex.split(command)[1:], java=())

        return measured_of(fill)


def measured_of(work: Callable[[], object]) -> Took:
    """What some work takes in this process."""
    cpu, wall = time.process_time(), time.perf_counter()
    work()
    return Took(time.process_time() - cpu, time.perf_counter() - wall)


WAYS: dict[str, Callable[["Graph"], Took]] = {
    "embedded": embedded,
    "unwind": unwind,
    "neo4j": neo4j,
    "import": imported,
}
PAIRS = {"embedded": ("embedded", "unwind"), "neo4j": ("neo4j", "import")}

if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    main()
