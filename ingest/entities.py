"""Who is who, what was read, and which conflicts are known: the reference tables of data/."""

from itertools import chain

from kg import facts
from kg.facts.noted import read_noted
from kg.resources import folder
from kg.sources import Context


def ingest(context: Context) -> None:
    """Hand on the shipped entities, sources, judgements on pairs, and noted conflicts."""
    data = folder("data")
    tables = chain[object](
        facts.entities(data / "entities.csv"),
        facts.sources(data / "sources.csv"),
        facts.judgements(data / "same_or_not.csv"),
        read_noted(data / "conflicts.csv"),
    )
    for value in tables:
        context.add(value)
