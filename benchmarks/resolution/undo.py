"""What taking back a large merge costs: ``python -m benchmarks.resolution.undo [MEMBERS]``.

A ledger merges so many firms of a case (300 by default) into one, beside all that is shipped. CPU
time of reading the ledger, taking the act back (a row more on the disk) and clustering anew. The
graph is then compared with that from before the merge, to the last property; and after two of them
are judged different it is looked whether they are merged or proposed again.
"""

import statistics
import sys
import tempfile
import time
from pathlib import Path

from kg.case import Case
from kg.dossier import gather
from kg.facts import ENTITY_COLUMNS
from kg.graph.build import build_graph
from kg.judgements import cluster
from kg.judgements import ledger as overruled
from kg.ledger import FILE, Ledger
from kg.statements import Judgement, digest
from kg.tables import write

ROUNDS = 20
THOUSAND = 1000


def main() -> None:
    """Merge, undo, compare, tell."""
    members = int(sys.argv[1]) if len(sys.argv) > 1 else 300
    with tempfile.TemporaryDirectory() as folder:
        case = made(Path(folder), members)
        before, shipped = state(case), list(gather(case).judgements)
        costs = [cost(case, members, shipped) for _ in range(ROUNDS)]
        same = state(case) == before
        again = proposed_again(case)
    sys.stdout.write(
        f"{members} members, beside {len(shipped):,} shipped judgements: read the ledger, undo, "
        f"cluster: {statistics.median(costs):.1f} ms CPU (median of {ROUNDS}, "
        f"{min(costs):.1f} to {max(costs):.1f})\n"
        f"graph as before the merge: {'yes' if same else 'NO'}\n"
        f"judged different, and merged or proposed again: {'YES' if again else 'no'}\n"
    )


def made(root: Path, members: int) -> Case:
    """A case with so many firms of one name, which would otherwise all be proposed."""
    (root / "data").mkdir()
    rows = [
        dict.fromkeys(ENTITY_COLUMNS, "")
        | {"id": f"firm-{at:05}", "label": "Company", "name": "Camera Works", "country": "BE"}
        for at in range(members)
    ]
    write(root / "data" / "entities.csv", ENTITY_COLUMNS, rows)
    return Case(root)


def state(case: Case) -> str:
    """A hash of all nodes and edges."""
    graph = build_graph(gather(case)).graph
    return digest(repr(graph.nodes), repr(graph.edges))


def cost(case: Case, members: int, shipped: list[Judgement]) -> float:
    """Milliseconds of CPU for an undo; the ledger begins anew, so that it does not grow."""
    path = case.root / FILE
    path.unlink(missing_ok=True)
    pairs = [("firm-00000", f"firm-{at:05}", "same") for at in range(1, members)]
    Ledger.open(path).say(pairs, "One firm", "benchmark")
    merged = cluster(overruled([Ledger.open(path).judgements(), shipped]))[0]
    assert len(merged.members()["firm-00000"]) == members - 1
    start = time.process_time()
    found = Ledger.open(path)
    found.undo(who="benchmark")
    clusters, _ = cluster(overruled([found.judgements(), shipped]))
    spent = time.process_time() - start
    assert "firm-00000" not in clusters.members()
    return THOUSAND * spent


def proposed_again(case: Case) -> bool:
    """Whether two of the firms are one, or in the list for a person, though judged different."""
    found = Ledger.open(case.root / FILE)
    found.say([("firm-00001", "firm-00002", "unsure")], "Perhaps", "benchmark")
    found.say([("firm-00001", "firm-00002", "different")], "Two firms", "benchmark")
    dossier = gather(case)
    pairs = [{pair.left, pair.right} for pair in dossier.review]
    pairs += [{pair.left, pair.right} for pair in dossier.joined.suggestions]
    head = dossier.clusters.head
    return {"firm-00001", "firm-00002"} in pairs or head("firm-00001") == head("firm-00002")


if __name__ == "__main__":
    main()
