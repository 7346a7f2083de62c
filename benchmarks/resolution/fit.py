"""Fit kg/resolve/weights.toml: ``python -m benchmarks.resolution.fit [--dry]``.

A logistic regression (iteratively reweighted least squares, a ridge on the weights) on the pairs of
whole tables: the first halves of patstat_nl and nsi_police (by cluster), half of nkbench's pairs,
and the names and aliases of data/entities.csv. Each table has the same weight. The other halves are
never looked at here; quality.py reports them apart. The threshold and the mean are the pair of
values with the best mean B-cubed F1 on the first halves.
"""

import sys
from collections.abc import Iterator, Sequence
from itertools import product
from math import exp, log
from typing import TYPE_CHECKING

from benchmarks.resolution.measures import b_cubed, of_decisions
from benchmarks.resolution.sets import ROOT, Labelled, clusters, curated, pairs
from kg.resolve.blocking import candidates
from kg.resolve.features import FEATURES, Comparison
from kg.resolve.mentions import mentions
from kg.resolve.resolving import resolve
from kg.resolve.score import Weights

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

FILE = ROOT / "kg" / "resolve" / "weights.toml"
FOR = frozenset(
    [
        *("same_words", "shared_words", "rare_word", "first_word", "typo", "whole_alike"),
        *("form_same", "same_authority", "acronym"),
    ]
)
"""The features that speak for a pair; all others speak against it."""
VETO = -20.0
"""What a veto takes off: it is set, not fitted."""
SAME = 0.2
"""The share that the pairs that are one have in a fit."""
RIDGE = 0.0003
ROUNDS = 30


def main() -> None:
    """Fit, choose, write."""
    tables = [clusters("patstat_nl").half(0), clusters("nsi_police").half(0)]
    by = fit([*(of_table(table) for table in tables), of_pairs(), of_table(curated())])
    by = choose(by, tables)
    text = written(by)
    sys.stdout.write(text)
    if "--dry" not in sys.argv:
        FILE.write_text(text, "utf-8")


def of_table(table: Labelled) -> tuple["Floats", "Floats"]:
    """Features and truth of the candidate pairs of a table."""
    import numpy as np

    columns = mentions(table.records)
    left, right = candidates(columns)
    comparison = Comparison(columns)
    label = np.array(table.clusters)[columns.owner]
    features = comparison.features(left, right).astype(np.float64)
    truth = (label[left] == label[right]).astype(np.float64)
    open_ = features[:, FEATURES.index("vetoed")] == 0
    return features[open_], truth[open_]


def of_pairs() -> tuple["Floats", "Floats"]:
    """Features and truth of the first half of nkbench."""
    import numpy as np

    features, truth = [], []
    for pair in pairs("nkbench"):
        if pair.half == 0:
            columns = mentions([pair.left, pair.right])
            one, two = np.zeros(1, np.int32), np.ones(1, np.int32)
            features.append(Comparison(columns).features(one, two)[0].astype(np.float64))
            truth.append(float(pair.is_same))
    return np.array(features), np.array(truth)


def fit(tables: Sequence[tuple["Floats", "Floats"]]) -> Weights:
    """The weights that make the truth of all tables likeliest, each table counting alike.

    What can only speak for a pair never speaks against it, and the other way round: a weight of the
    wrong sign is set to nothing, and the rest fitted again.
    """
    import numpy as np

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
    return Weights(round(float(weight[0]), 3), 0.5, 0.5, of)


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


def choose(by: Weights, tables: Sequence[Labelled]) -> Weights:
    """The threshold and the mean that serve the tables best."""
    best = (0.0, by)
    for threshold, mean in product((0.2, 0.25, 0.3, 0.35, 0.4, 0.5), (0.1, 0.2)):
        here = Weights(by.start, threshold, mean, by.of)
        total = sum(quality(here, tables)) + decided(here)
        best = max(best, (round(total, 4), here), key=lambda found: found[0])
    return centred(best[1])


def centred(by: Weights) -> Weights:
    """The same decisions with a threshold of one half, so that a score reads as a likelihood."""
    shift = log(by.threshold / (1 - by.threshold))
    mean = 1 / (1 + exp(shift - log(by.mean / (1 - by.mean))))
    return Weights(round(by.start - shift, 3), 0.5, round(mean, 3), by.of)


def quality(by: Weights, tables: Sequence[Labelled]) -> Iterator[float]:
    """The B-cubed F1 of each table."""
    for table in tables:
        yield b_cubed(resolve(table.records, by=by).cluster, table.clusters)[2]


def decided(by: Weights) -> float:
    """The F1 of nkbench's first half at the threshold."""
    from benchmarks.resolution.quality import pair_score

    return of_decisions(
        (pair_score(pair, by) >= by.threshold, pair.is_same)
        for pair in pairs("nkbench")
        if pair.half == 0
    )[2]


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
