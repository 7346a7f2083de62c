"""How likely two names are one: log-odds that add up (Fellegi and Sunter 1969).

The weights stand in weights.toml, fitted by benchmarks/resolution/fit.py. A score is a probability;
what stands behind it can be told feature by feature.
"""

import math
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from kg.resolve.features import CHUNK, FEATURES, Comparison
from kg.resolve.mentions import mentions
from kg.resolve.record import Record

if TYPE_CHECKING:
    from kg.resolve.mentions import Floats, Ints


@dataclass(frozen=True, slots=True)
class Weights:
    """The log-odds before anything is known, of each feature, and from what score on to suggest."""

    start: float
    threshold: float
    mean: float
    of: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Step:
    """What one feature adds to the log-odds of a pair, and how far it holds."""

    feature: str
    value: float
    adds: float


@dataclass(frozen=True, slots=True)
class Waterfall:
    """A score and the steps to it, the heaviest first."""

    score: float
    start: float
    steps: tuple[Step, ...]


@cache
def weights() -> Weights:
    """The shipped weights."""
    raw = tomllib.loads(Path(__file__).with_name("weights.toml").read_text("utf-8"))
    of = {name: float(raw["weights"][name]) for name in FEATURES}
    return Weights(raw["start"], raw["threshold"], raw["mean"], of)


def scores(
    comparison: Comparison, left: "Ints", right: "Ints", by: Weights | None = None
) -> "Floats":
    """The score of each pair of names, the same whatever other pairs there are."""
    import numpy as np

    by = by or weights()
    weight = np.array([by.of[name] for name in FEATURES], np.float32)
    parts = [np.empty(0, np.float32)]
    for at in range(0, len(left), CHUNK):
        features = comparison.features(left[at : at + CHUNK], right[at : at + CHUNK])
        odds = (features * weight).sum(1) + np.float32(by.start)
        parts.append(1 / (1 + np.exp(-odds.clip(-30, 30))))
    result: Floats = np.concatenate(parts)
    return result


def waterfall(left: Record, right: Record) -> Waterfall:
    """The score of two records by their likest names, and what it is made of."""
    import numpy as np

    table = mentions([left, right])
    ones = np.flatnonzero(table.owner == 0).astype(np.int32)
    twos = np.flatnonzero(table.owner == 1).astype(np.int32)
    first, second = np.repeat(ones, len(twos)), np.tile(twos, len(ones))
    comparison = Comparison(table)
    best = int(scores(comparison, first, second).argmax())
    values = comparison.features(first[best : best + 1], second[best : best + 1])[0].tolist()
    shipped = weights()
    steps = [
        Step(name, value, value * shipped.of[name])
        for name, value in zip(FEATURES, values, strict=True)
        if abs(value * shipped.of[name]) >= 0.005
    ]
    total = shipped.start + sum(step.adds for step in steps)
    steps.sort(key=lambda step: (-abs(step.adds), step.feature))
    return Waterfall(1 / (1 + math.exp(-total)), shipped.start, tuple(steps))


def score(left: Record, right: Record) -> float:
    """How likely two records are one, by their likest names."""
    return waterfall(left, right).score
