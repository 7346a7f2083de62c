"""Fit kg/resolve/weights.toml: ``python -m benchmarks.resolution.fit [--dry | --left-out]``.

A logistic regression (iteratively reweighted least squares, a ridge on the weights) on the pairs of
whole tables, each with the same weight. Nothing else is fitted: the threshold and the mean for
clusters are set. With --left-out nothing is written: for each table the weights are made from the
others, and the table is measured with them, so that none of its pairs is in the weights.
"""

import sys
from collections.abc import Iterable, Mapping
from math import exp, log
from typing import TYPE_CHECKING

from benchmarks.resolution.measures import b_cubed, of_decisions, together
from benchmarks.resolution.sets import ROOT, SAMPLE, Labelled, clusters, curated, pairs, suppliers
from kg.resolve.features import FEATURES, Comparison
from kg.resolve.mentions import Mentions, mentions
from kg.resolve.resolving import resolve
from kg.resolve.score import Weights

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Ints = NDArray[np.int32]
    Fitted = tuple[Floats, Floats]

FILE = ROOT / "kg" / "resolve" / "weights.toml"
FOR = frozenset(
    ["same_words", "shared_words", "typo", "shortened", "contained", "same_authority", "acronym"]
)
"""The features that speak for a pair; all others speak against it."""
VETO = -20.0
"""What a veto takes off: it is set, not fitted."""
SAME = 0.2
"""The share that the pairs that are one have in a fit."""
RIDGE = 0.0003
ROUNDS = 30
SMALL = 800
"""Of a table of so many names all pairs are learnt from."""
CLOSE = 4
"""Names that stand so close in the alphabet are learnt from."""
MOST = 30
"""A word that more names of a table have brings no pairs."""
PAIRS = "nkbench"
THRESHOLD = 0.3
"""From here on a pair is suggested. Set for all tables: from .25 to .35 the figures of the company
tables do not move, below it swapped words of a trade (gas, oil) pass."""
MEAN = 0.075
"""Two clusters are joined if the mean score of their pairs is no less. Not fitted: only a table
with large clusters tells anything about it, of which there is one (patstat_nl)."""


def main() -> None:
    """Fit, choose, and write or tell."""
    tables = labelled()
    known = fitted(tables)
    if "--left-out" in sys.argv:
        for name in known:
            by = left_out(name, known)
            sys.stdout.write(f"{name}: {quality(by, name, tables):.3f}\n")
        return
    text = written(centred(fit(known.values())))
    sys.stdout.write(text)
    if "--dry" not in sys.argv:
        FILE.write_text(text, "utf-8")


def labelled() -> dict[str, Labelled]:
    """The tables with clusters."""
    found = [clusters("patstat_nl"), clusters("nsi_police"), curated()]
    if SAMPLE.exists():
        found.append(suppliers())
    return {table.name: table for table in found}


def fitted(tables: Mapping[str, Labelled]) -> dict[str, "Fitted"]:
    """Features and truth of each table and of the pairs."""
    return {name: of_table(table) for name, table in tables.items()} | {PAIRS: of_pairs()}


def left_out(name: str, known: Mapping[str, "Fitted"]) -> Weights:
    """The weights that rest on all tables but one."""
    return fit(known[other] for other in known if other != name)


def of_table(table: Labelled) -> "Fitted":
    """Features and truth of the candidate pairs of a table."""
    import numpy as np

    columns = mentions(table.records)
    left, right = _near(columns)
    label = np.array(table.clusters)[columns.owner]
    features = Comparison(columns).features(left, right).astype(np.float64)
    return _open(features, (label[left] == label[right]).astype(np.float64))


def _near(columns: Mentions) -> tuple["Ints", "Ints"]:
    """The pairs that a fit learns from: those that share a word or stand close in the alphabet.

    More than are compared in large tables, and not those, so that the weights do not hang on how
    pairs are found.
    """
    import numpy as np

    size = len(columns.names)
    if size <= SMALL:
        left, right = np.triu_indices(size, 1)
        return left.astype(np.int32), right.astype(np.int32)
    having: dict[int, list[int]] = {}
    for at, tokens in enumerate(columns.tokens.tolist()):
        for token in filter(None, tokens):
            having.setdefault(token, []).append(at)
    ordered = sorted(range(len(columns.squeezed)), key=columns.squeezed.__getitem__)
    groups = [*having.values(), *(ordered[at : at + CLOSE] for at in range(len(ordered)))]
    pairs = {pair for group in groups if len(group) <= MOST for pair in together(group)}
    both = np.array(sorted(pairs), np.int32)
    both = both[columns.owner[both[:, 0]] != columns.owner[both[:, 1]]]
    return both[:, 0], both[:, 1]


def of_pairs() -> "Fitted":
    """Features and truth of nkbench, each pair on its own."""
    import numpy as np

    features, truth = [], []
    for pair in pairs(PAIRS):
        comparison = Comparison(mentions([pair.left, pair.right]))
        one, two = np.zeros(1, np.int32), np.ones(1, np.int32)
        features.append(comparison.features(one, two)[0].astype(np.float64))
        truth.append(float(pair.is_same))
    return _open(np.array(features), np.array(truth))


def _open(features: "Floats", truth: "Floats") -> "Fitted":
    """Only the pairs without a veto, which is not fitted."""
    open_ = features[:, FEATURES.index("vetoed")] == 0
    return features[open_], truth[open_]


def fit(tables: Iterable["Fitted"]) -> Weights:
    """The weights that make the truth of all tables likeliest, each table counting alike.

    What can only speak for a pair never speaks against it, and the other way round: a weight of the
    wrong sign is set to nothing, and the rest fitted again.
    """
    import numpy as np

    tables = list(tables)
    x = np.concatenate([features for features, _ in tables])
    y = np.concatenate([truth for _, truth in tables])
    part = np.concatenate([_parts(truth) for _, truth in tables])
    x = np.column_stack([np.ones(len(x)), x])
    sign = np.array([0, *(1 if name in FOR else -1 for name in FEATURES)])
    free = np.ones(x.shape[1], bool)
    while True:
        weight = np.zeros(x.shape[1])
        weight[free] = _likeliest(x[:, free], y, part)
        wrong = free & (weight * sign < 0)
        if not wrong.any():
            break
        free[np.argmin(np.where(wrong, weight * sign, 0))] = False
    of = dict(zip(FEATURES, (weight[1:] + 0.0).round(3).tolist(), strict=True)) | {"vetoed": VETO}
    return Weights(round(float(weight[0]), 3), THRESHOLD, MEAN, of)


def _likeliest(x: "Floats", y: "Floats", part: "Floats") -> "Floats":
    import numpy as np

    ridge = np.eye(x.shape[1]) * RIDGE
    ridge[0, 0] = 1e-6
    weight: Floats = np.zeros(x.shape[1])
    for _ in range(ROUNDS):
        p = 1 / (1 + np.exp(-(x @ weight).clip(-30, 30)))
        curve = part * np.maximum(p * (1 - p), 1e-9)
        slope = x.T @ (part * (y - p)) - ridge @ weight
        step = np.linalg.solve((x.T * curve) @ x + ridge, slope)
        weight += step
        if abs(step).max() < 1e-4:
            break
    return weight


def _parts(truth: "Floats") -> "Floats":
    """How much each pair counts: those that are one a fifth together, the others the rest."""
    import numpy as np

    same = truth.sum()
    result: Floats = np.where(truth > 0, SAME / same, (1 - SAME) / (len(truth) - same))
    return result


def quality(by: Weights, name: str, tables: Mapping[str, Labelled]) -> float:
    """The B-cubed F1 of a table, or the F1 of the pairs."""
    if name in tables:
        table = tables[name]
        return b_cubed(resolve(table.records, by=by).cluster, table.clusters)[2]
    from benchmarks.resolution.quality import pair_score

    return of_decisions(
        (pair_score(pair, by) >= by.threshold, pair.is_same) for pair in pairs(name)
    )[2]


def centred(by: Weights) -> Weights:
    """The same decisions with a threshold of one half, so that a score reads as a likelihood."""
    shift = log(by.threshold / (1 - by.threshold))
    mean = 1 / (1 + exp(shift - log(by.mean / (1 - by.mean))))
    return Weights(round(by.start - shift, 3), 0.5, round(mean, 3), by.of)


def written(by: Weights) -> str:
    """The weights as a TOML file."""
    head = (
        "# Log-odds of the score. Written by benchmarks/resolution/fit.py, which says what they\n"
        "# were fitted on; do not edit by hand.\n"
    )
    lines = [f"{name} = {by.of[name]}" for name in FEATURES]
    start = f"start = {by.start}\nthreshold = {by.threshold}\nmean = {by.mean}\n"
    return f"{head}{start}\n[weights]\n" + "\n".join(lines) + "\n"


if __name__ == "__main__":
    main()
