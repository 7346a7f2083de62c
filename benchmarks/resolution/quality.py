"""How good resolution is on labelled sets: ``python -m benchmarks.resolution.quality [--write]``.

Beside it rapidfuzz's token_set_ratio and WRatio, joined at 90 like most scripts do. Prints a table,
and with --write puts it into docs/resolution.md. Whole tables are what the goals of the project
speak of; the second halves are what the weights were never fitted on.
"""

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from benchmarks.resolution.measures import b_cubed, of_decisions, pair_f1, recall_at
from benchmarks.resolution.sets import ROOT, Labelled, Pair, clusters, pairs
from docs.generator.blocks import measured
from kg.resolve.features import Comparison
from kg.resolve.mentions import mentions
from kg.resolve.resolving import Resolution, resolve
from kg.resolve.score import Weights, scores, weights

PAGE = ROOT / "docs" / "resolution.md"
PEER_CUT = 90


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the table."""

    what: str
    value: float
    goal: str = ""
    peers: str = ""


def main() -> None:
    """Measure, print, write."""
    lines = [*of_tables(), *of_pairs()]
    table = "\n".join(rendered(lines))
    sys.stdout.write(table + "\n")
    if "--write" in sys.argv:
        PAGE.write_text(measured(PAGE.read_text("utf-8"), "quality", table), "utf-8")


def of_tables() -> Iterator[Line]:
    """The tables with clusters: whole, and the half that was never fitted on."""
    goals = {"patstat_nl": ">= .95", "nsi_police": ">= .80"}
    for name, goal in goals.items():
        whole = clusters(name)
        for table in (whole, whole.half(1)):
            found = resolve(table.records)
            peers = _peers(table) if table is whole else ""
            wanted = goal if table is whole else ""
            b3 = b_cubed(found.cluster, table.clusters)
            yield Line(f"{table.name}: B-cubed F1 (precision {b3[0]:.3f})", b3[2], wanted, peers)
            pair = pair_f1(found.cluster, table.clusters)
            yield Line(f"{table.name}: pair F1", pair[2])
            right, all_, _ = certain(found, table)
            wanted = ">= .99" if table is whole else ""
            label = f"{table.name}: precision of T1-T3 ({all_:,} pairs)"
            yield Line(label, right / all_ if all_ else 1.0, wanted)
            wanted = "(mean >= .50)" if table is whole else ""
            yield Line(f"{table.name}: recall at 95 % precision", at_95(table), wanted)


def of_pairs() -> Iterator[Line]:
    """nkbench: whole, and the half that was never fitted on."""
    everything = pairs("nkbench")
    by = weights()
    for label, some in (
        ("nkbench", everything),
        ("nkbench, half 2", [pair for pair in everything if pair.half]),
    ):
        scored = [(pair_score(pair, by), pair.is_same) for pair in some]
        _, _, f1 = of_decisions((score >= by.threshold, is_same) for score, is_same in scored)
        is_whole = label == "nkbench"
        peers = _pair_peers(some) if is_whole else ""
        yield Line(f"{label}: pair F1", f1, ">= .92" if is_whole else "", peers)
        total = sum(is_same for _, is_same in scored)
        found = recall_at(0.95, scored, total)
        yield Line(f"{label}: recall at 95 % precision", found, "(mean >= .50)" if is_whole else "")


def certain(found: Resolution, table: Labelled) -> tuple[int, int, int]:
    """Of the pairs merged without a person: how many are right, how many there are, homonyms."""
    parts: dict[int, list[int]] = {}
    for at, (cluster, tier) in enumerate(zip(found.cluster, found.tier, strict=True)):
        if tier in ("T1", "T2", "T3"):
            parts.setdefault(cluster, []).append(at)
    right = all_ = homonyms = 0
    for rows in parts.values():
        for one in rows:
            for two in rows:
                if one < two:
                    all_ += 1
                    is_right = table.clusters[one] == table.clusters[two]
                    right += is_right
                    same = table.records[one].name.squeezed == table.records[two].name.squeezed
                    homonyms += same and not is_right
    return right, all_, homonyms


def at_95(table: Labelled, by: Weights | None = None) -> float:
    """The recall of the scores at 95 % precision, over all pairs of the table."""
    import numpy as np

    columns = mentions(table.records)
    left, right = np.triu_indices(len(table.records), 1)
    label = np.array(table.clusters)
    same = label[left] == label[right]
    score = scores(Comparison(columns), left.astype(np.int32), right.astype(np.int32), by)
    return recall_at(0.95, zip(score.tolist(), same.tolist(), strict=True), int(same.sum()))


def pair_score(pair: Pair, by: Weights) -> float:
    """The score of a pair that stands alone."""
    import numpy as np

    comparison = Comparison(mentions([pair.left, pair.right]))
    return float(scores(comparison, np.zeros(1, np.int32), np.ones(1, np.int32), by)[0])


def _peers(table: Labelled) -> str:
    """The B-cubed F1 of rapidfuzz's scorers, joined at 90."""
    return ", ".join(
        f"{name} {b_cubed(_joined(table, scorer), table.clusters)[2]:.3f}"
        for name, scorer in _scorers()
    )


def _pair_peers(some: list[Pair]) -> str:
    found = []
    for name, scorer in _scorers():
        said = (
            (scorer(pair.left.name.raw.lower(), pair.right.name.raw.lower()) >= PEER_CUT, pair)
            for pair in some
        )
        found.append(f"{name} {of_decisions((yes, pair.is_same) for yes, pair in said)[2]:.3f}")
    return ", ".join(found)


def _scorers() -> list[tuple[str, Any]]:
    from rapidfuzz import fuzz

    return [("token_set", fuzz.token_set_ratio), ("WRatio", fuzz.WRatio)]


def _joined(table: Labelled, scorer: Any) -> list[int]:
    """Connected components of the pairs above the cut."""
    import numpy as np
    from rapidfuzz.process import cdist

    names = [record.name.raw.lower() for record in table.records]
    matrix = cdist(names, names, scorer=scorer, score_cutoff=PEER_CUT, dtype=np.uint8)
    head = list(range(len(names)))

    def of(at: int) -> int:
        while head[at] != at:
            at = head[at]
        return at

    for one, two in np.argwhere(matrix > 0).tolist():
        head[max(of(one), of(two))] = min(of(one), of(two))
    return [of(at) for at in range(len(names))]


def rendered(lines: list[Line]) -> Iterator[str]:
    """A Markdown table."""
    yield "| measure | ours | goal | peers, joined at 90 |"
    yield "|---|---|---|---|"
    for line in lines:
        yield f"| {line.what} | {line.value:.3f} | {line.goal} | {line.peers} |"


if __name__ == "__main__":
    main()
