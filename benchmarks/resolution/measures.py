"""How good a clustering or a matching is, in the usual numbers."""

from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from itertools import combinations

Labels = Sequence[Hashable]


def b_cubed(found: Labels, true: Labels) -> tuple[float, float, float]:
    """Precision, recall and F1 over records (Bagga and Baldwin 1998)."""
    both = Counter(zip(found, true, strict=True))
    ours, theirs = Counter(found), Counter(true)
    precision = sum(n * n / ours[one] for (one, _), n in both.items()) / len(found)
    recall = sum(n * n / theirs[two] for (_, two), n in both.items()) / len(true)
    return precision, recall, f1(precision, recall)


def pair_f1(found: Labels, true: Labels) -> tuple[float, float, float]:
    """Precision, recall and F1 over the pairs that are put together."""
    both = _pairs(Counter(zip(found, true, strict=True)))
    ours, theirs = _pairs(Counter(found)), _pairs(Counter(true))
    precision, recall = both / ours if ours else 1.0, both / theirs if theirs else 1.0
    return precision, recall, f1(precision, recall)


def f1(precision: float, recall: float) -> float:
    """The harmonic mean."""
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def of_decisions(decided: Iterable[tuple[bool, bool]]) -> tuple[float, float, float]:
    """Precision, recall and F1 of (said, true) decisions."""
    counted = Counter(decided)
    hit, wrong, missed = counted[True, True], counted[True, False], counted[False, True]
    precision = hit / (hit + wrong) if hit + wrong else 1.0
    recall = hit / (hit + missed) if hit + missed else 1.0
    return precision, recall, f1(precision, recall)


def recall_at(precision: float, scored: Iterable[tuple[float, bool]], total: int) -> float:
    """The recall at the lowest score from which on the pairs have that precision."""
    best = hits = 0
    ordered = sorted(scored, key=lambda pair: -pair[0])
    for at, (score, is_same) in enumerate(ordered, 1):
        hits += is_same
        is_last = at == len(ordered) or ordered[at][0] < score
        if is_last and hits >= precision * at:
            best = hits
    return best / total if total else 0.0


def together(rows: Iterable[int]) -> Iterable[tuple[int, int]]:
    """All pairs of some rows."""
    return combinations(sorted(rows), 2)


def _pairs(counted: "Counter[Hashable] | Counter[tuple[Hashable, Hashable]]") -> int:
    return sum(n * (n - 1) // 2 for n in counted.values())
