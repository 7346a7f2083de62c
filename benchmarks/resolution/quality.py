"""How good resolution is on labelled sets: ``python -m benchmarks.resolution.quality [--write]``.

For each table the figures of what is shipped, and of weights that rest on the other tables only
(left out). By rules alone: no table of other names is used, but in one line of its own, which is
seen data, for that table and nsi_police come from one source. Beside it other matchers, where they
are installed (dependency group ``bench``). Prints two tables, and with --write puts them into
docs/resolution.md.
"""

import sys
from collections.abc import Iterator, Mapping
from statistics import mean

from benchmarks.resolution.fit import PAIRS, fitted, labelled, left_out
from benchmarks.resolution.matchers import MATCHERS, Matcher, joined
from benchmarks.resolution.measures import b_cubed, of_decisions, recall_at
from benchmarks.resolution.sets import ROOT, Labelled, Pair, pairs
from docs.generator.blocks import measured
from kg.resolve.aliases import Aliases, aliases
from kg.resolve.features import Comparison
from kg.resolve.mentions import mentions
from kg.resolve.resolving import Resolution, resolve
from kg.resolve.score import Weights, scores, weights

PAGE = ROOT / "docs" / "resolution.md"
SEEN = "nsi_police"
GOALS = {"patstat_nl": ">= .95", "nsi_police": ">= .80", PAIRS: ">= .92"}
HEAD = "| table | rows | goal | F1 | left out | precision | recall | T1-T3 | homonyms | at 95 % |"


def main() -> None:
    """Measure, print, write."""
    tables = labelled()
    text = "\n".join([*of_ours(tables), "", *of_peers(tables)])
    sys.stdout.write(text + "\n")
    if "--write" in sys.argv:
        PAGE.write_text(measured(PAGE.read_text("utf-8"), "quality", text), "utf-8")


def of_ours(tables: Mapping[str, Labelled]) -> Iterator[str]:
    """One line a table: B-cubed figures, certain merges, and the recall of suggestions."""
    yield HEAD
    yield "|---" * HEAD.count(" |") + "|"
    known = fitted(tables)
    found_at = []
    for name, table in tables.items():
        without = left_out(name, known)
        found_at.append(at_95(table))
        yield f"| {name} | {of_table(table, without)} | {found_at[-1]:.2f} |"
        if name == SEEN:
            yield f"| {name}, with its aliases (seen) | {of_table(table, without, aliases())} | |"
    for label, some in (("", pairs(PAIRS)), (", of one number", of_one_number(pairs(PAIRS)))):
        precision, recall, f1 = decided(some, weights())
        without = left_out(PAIRS, known)
        left = decided(some, without)[2]
        same = sum(pair.is_same for pair in some)
        at = recall_at(0.95, [(pair_score(pair, weights()), pair.is_same) for pair in some], same)
        found_at += [] if label else [at]
        yield (
            f"| {PAIRS}{label} | {len(some)} | {'' if label else GOALS[PAIRS]} | {f1:.3f} | "
            f"{left:.3f} | {precision:.3f} | {recall:.3f} | | | {at:.2f} |"
        )
    yield f"| mean | | >= .50 at 95 % | | | | | | | {mean(found_at):.2f} |"


def of_table(table: Labelled, without: Weights, known: Aliases | None = None) -> str:
    """The cells of one table with clusters; with other names that are known, or by rules alone."""
    found = resolve(table.records, known=known)
    precision, recall, f1 = b_cubed(found.cluster, table.clusters)
    blind = resolve(table.records, by=without, known=known)
    left = b_cubed(blind.cluster, table.clusters)[2]
    right, all_, homonyms = certain(found, table)
    goal = "" if known else GOALS.get(table.name, "")
    return (
        f"{len(table.records):,} | {goal} | {f1:.3f} | {left:.3f} | "
        f"{precision:.3f} | {recall:.3f} | {right:,} of {all_:,} | {homonyms}"
    )


def of_one_number(some: list[Pair]) -> list[Pair]:
    """The pairs but for those called one whose numbers differ, as Fund III and Fund IV do."""
    return [
        pair
        for pair in some
        if not pair.is_same or pair.left.name.numbers == pair.right.name.numbers
    ]


def decided(some: list[Pair], by: Weights) -> tuple[float, float, float]:
    """Precision, recall and F1 of pairs at the threshold."""
    return of_decisions((pair_score(pair, by) >= by.threshold, pair.is_same) for pair in some)


def of_peers(tables: Mapping[str, Labelled]) -> Iterator[str]:
    """One line a matcher: the B-cubed F1 of each table, and the F1 of the pairs.

    The names of data/entities.csv are left out: most of them are translations.
    """
    tables = {name: table for name, table in tables.items() if name != "curated"}
    yield f"| F1 | {' | '.join([*tables, PAIRS])} |"
    yield "|---" * (len(tables) + 2) + "|"
    ours = [b_cubed(resolve(table.records).cluster, table.clusters)[2] for table in tables.values()]
    ours.append(decided(pairs(PAIRS), weights())[2])
    yield f"| kg resolve | {' | '.join(f'{value:.3f}' for value in ours)} |"
    for peer in MATCHERS:
        if peer.version:
            figures = [_of_peer(peer, table) for table in tables.values()]
            cells = [f"{value:.3f}" for value in [*figures, _peer_pairs(peer)]]
            yield f"| {peer.name} {peer.version} | {' | '.join(cells)} |"
        else:
            yield f"| {peer.name} |{' not installed |' * (len(tables) + 1)}"


def _of_peer(peer: Matcher, table: Labelled) -> float:
    names = [record.name.raw.lower() for record in table.records]
    return b_cubed(joined(peer, names), table.clusters)[2]


def _peer_pairs(peer: Matcher) -> float:
    """The F1 of the pairs, of whose names all stand in one table."""
    some = pairs(PAIRS)
    names = [one.name.raw.lower() for pair in some for one in (pair.left, pair.right)]
    links = {(min(link), max(link)) for link in peer.links(names)}
    said = ((2 * at, 2 * at + 1) in links for at in range(len(some)))
    return of_decisions(zip(said, (pair.is_same for pair in some), strict=True))[2]


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


if __name__ == "__main__":
    main()
