"""Who is who, what was read, and which conflicts are known: the reference tables of data/."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import chain

from kg import facts
from kg.facts.noted import read_noted
from kg.sources import Context
from kg.statements import Judgement, Origin
from kg.tables import Problem


def ingest(context: Context) -> None:
    """Hand on the shipped entities, sources, judgements on pairs, and noted conflicts."""
    data = context.case.shipped("data")
    tables = chain[object](
        facts.entities(data / "entities.csv"),
        facts.sources(data / "sources.csv"),
        _shipped(facts.judgements(data / "same_or_not.csv")),
        read_noted(data / "conflicts.csv"),
    )
    for value in tables:
        context.add(value)


def _shipped(judgements: Iterator[Judgement | Problem]) -> Iterator[Judgement | Problem]:
    """Call the file shipped: a person who contradicts it has one of the same name."""
    for value in judgements:
        if isinstance(value, Judgement):
            origin = Origin(f"shipped {value.origin.file}", value.origin.row)
            yield replace(value, origin=origin)
        else:
            yield value
