"""Why two names are taken for one or not: in words, in the reader's language."""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from kg.resolve.aliases import aliases
from kg.resolve.clusters import clash, marks
from kg.resolve.features import FEATURES, Comparison
from kg.resolve.known import both, shown
from kg.resolve.mentions import mentions
from kg.resolve.record import Record
from kg.resolve.score import Waterfall, scores, waterfall, weights
from kg.resolve.tiers import Edge, certain

if TYPE_CHECKING:
    from kg.resolve.mentions import Ints

_BRIEF = 3
_LEAST = 0.1


@cache
def words(lang: str) -> Mapping[str, str]:
    """What features and verdicts are called in a language."""
    raw = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))
    return {key: found[lang] for key, found in raw.items()}


def briefs(records: Sequence[Record], edges: Sequence[Edge], lang: str = "en") -> Iterator[str]:
    """For each edge the heaviest steps of its score on one line, as the whole table weighs them.

    Where records have several names, those that are most alike.
    """
    import numpy as np

    if not edges:
        return
    used = sorted({at for edge in edges for at in (edge.left, edge.right)})
    table = mentions([records[at] for at in used])
    comparison = Comparison(table)
    left, right = _likest(comparison, edges, {at: number for number, at in enumerate(used)})
    weight = np.array([weights().of[name] for name in FEATURES], np.float32)
    adds = comparison.features(left, right) * weight
    told = [words(lang)[name] for name in FEATURES]
    heaviest = np.argsort(-abs(adds), axis=1, kind="stable")[:, :_BRIEF]
    values = np.take_along_axis(adds, heaviest, 1)
    for which, by in zip(heaviest.tolist(), values.tolist(), strict=True):
        steps = zip(which, by, strict=True)
        yield "; ".join(f"{told[at]} {add:+.1f}" for at, add in steps if abs(add) >= _LEAST)


def _likest(
    comparison: Comparison, edges: Sequence[Edge], place: Mapping[int, int]
) -> tuple["Ints", "Ints"]:
    """For each edge the names of its records that are most alike, by their places in the table."""
    import numpy as np

    records = comparison.mentions.records
    first = np.cumsum([0, *(1 + len(record.aliases) for record in records)])
    left, right = [], []
    edge_of: list[int] = []
    for number, edge in enumerate(edges):
        one, two = place[edge.left], place[edge.right]
        for name in range(first[one], first[one + 1]):
            for other in range(first[two], first[two + 1]):
                left.append(name)
                right.append(other)
                edge_of.append(number)
    ones, twos = np.array(left, np.int32), np.array(right, np.int32)
    group = np.array(edge_of, np.int32)
    ranked = np.lexsort((-scores(comparison, ones, twos), group))
    starts = np.unique(group[ranked], return_index=True)[1]
    best = ranked[starts]
    return ones[best], twos[best]


def explained(left: Record, right: Record, lang: str = "en") -> str:
    """The whole reasoning: what is certain, what forbids it, and the score step by step."""
    return "".join(f"{line}\n" for line in _lines(left, right, lang))


def verdict(left: Record, right: Record, lang: str = "en") -> str:
    """What is certain of two records: that they are one, that they cannot be, or neither."""
    told = words(lang)
    if what := clash(marks(left), marks(right)):
        return told["apart"].format(what=told.get(f"mark_{what.partition(' ')[0]}", what))
    if edge := next(certain([left, right]), None):
        return f"{edge.tier}: {told[edge.tier]}"
    if names := both(aliases(), left, right):
        name = shown(*names)
        return f"T3: {told['known'].format(name=name.name, of=name.of, source=name.source)}"
    return told["open"]


def _lines(left: Record, right: Record, lang: str) -> Iterator[str]:
    yield f"{left.name.raw} / {right.name.raw}"
    yield (line := verdict(left, right, lang))
    if line.startswith("T3"):
        yield words(lang)["letters"]
    yield from _steps(waterfall(left, right), words(lang))


def _steps(found: Waterfall, told: Mapping[str, str]) -> Iterator[str]:
    yield f"{found.start:+7.2f}  {told['start']}"
    for step in found.steps:
        yield f"{step.adds:+7.2f}  {told[step.feature]}"
    total = found.start + sum(step.adds for step in found.steps)
    yield f"{total:+7.2f}  {told['score'].format(score=f'{found.score:.0%}')}"
