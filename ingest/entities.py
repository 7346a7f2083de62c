"""Who is who, what was read, and which conflicts are known: the reference tables of data/."""

from kg import facts
from kg.facts.noted import read_noted
from kg.resources import folder
from kg.sources import Context


def ingest(context: Context) -> None:
    """Hand on the shipped entities, sources, judgements on pairs, and noted conflicts."""
    data = folder("data")
    for value in facts.entities(data / "entities.csv"):
        context.add(value)
    for value in facts.sources(data / "sources.csv"):
        context.add(value)
    for value in facts.judgements(data / "same_or_not.csv"):
        context.add(value)
    for value in read_noted(data / "conflicts.csv"):
        context.add(value)
