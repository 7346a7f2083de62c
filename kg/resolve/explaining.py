"""Why two names are taken for one or not: in words, in the reader's language."""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

from kg.resolve.clusters import clash, marks
from kg.resolve.features import FEATURES, Comparison
from kg.resolve.mentions import mentions
from kg.resolve.record import Record
from kg.resolve.score import Waterfall, waterfall, weights
from kg.resolve.tiers import Edge, certain

_BRIEF = 3
_LEAST = 0.1


@cache
def words(lang: str) -> Mapping[str, str]:
    """What features and verdicts are called in a language."""
    raw = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))
    return {key: found[lang] for key, found in raw.items()}


def briefs(records: Sequence[Record], edges: Sequence[Edge], lang: str = "en") -> Iterator[str]:
    """For each edge the heaviest steps of its score on one line, as the whole table weighs them."""
    import numpy as np

    used = sorted({at for edge in edges for at in (edge.left, edge.right)})
    place = {at: number for number, at in enumerate(used)}
    table = mentions([replace(records[at], aliases=()) for at in used])
    left = np.array([place[edge.left] for edge in edges], np.int32)
    right = np.array([place[edge.right] for edge in edges], np.int32)
    weight = np.array([weights().of[name] for name in FEATURES], np.float32)
    adds = Comparison(table).features(left, right) * weight
    told = [words(lang)[name] for name in FEATURES]
    heaviest = np.argsort(-abs(adds), axis=1, kind="stable")[:, :_BRIEF]
    values = np.take_along_axis(adds, heaviest, 1)
    for which, by in zip(heaviest.tolist(), values.tolist(), strict=True):
        steps = zip(which, by, strict=True)
        yield "; ".join(f"{told[at]} {add:+.1f}" for at, add in steps if abs(add) >= _LEAST)


def explained(left: Record, right: Record, lang: str = "en") -> str:
    """The whole reasoning: what is certain, what forbids it, and the score step by step."""
    return "".join(f"{line}\n" for line in _lines(left, right, lang))


def _lines(left: Record, right: Record, lang: str) -> Iterator[str]:
    told = words(lang)
    yield f"{left.name.raw} / {right.name.raw}"
    if what := clash(marks(left), marks(right)):
        yield told["apart"].format(what=told.get(f"mark_{what.partition(' ')[0]}", what))
    elif edge := next(certain([left, right]), None):
        yield f"{edge.tier}: {told[edge.tier]}"
    else:
        yield told["open"]
    yield from _steps(waterfall(left, right), told)


def _steps(found: Waterfall, told: Mapping[str, str]) -> Iterator[str]:
    yield f"{found.start:+7.2f}  {told['start']}"
    for step in found.steps:
        yield f"{step.adds:+7.2f}  {told[step.feature]}"
    total = found.start + sum(step.adds for step in found.steps)
    yield f"{total:+7.2f}  {told['score'].format(score=f'{found.score:.0%}')}"
