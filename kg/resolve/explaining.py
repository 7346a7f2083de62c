"""Why two names are taken for one or not: in words, in the reader's language."""

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from kg.resolve.clusters import clash, marks
from kg.resolve.record import Record
from kg.resolve.score import Waterfall, waterfall
from kg.resolve.tiers import certain

_BRIEF = 3


@cache
def words(lang: str) -> Mapping[str, str]:
    """What features and verdicts are called in a language."""
    raw = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))
    return {key: found[lang] for key, found in raw.items()}


def brief(left: Record, right: Record, lang: str = "en") -> str:
    """The heaviest steps of a score on one line."""
    told = words(lang)
    found = waterfall(left, right)
    steps = [step for step in found.steps if abs(step.adds) >= 0.1][:_BRIEF]
    return "; ".join(f"{told[step.feature]} {step.adds:+.1f}" for step in steps)


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
