"""A person's own tables in the data/ folder of the case."""

from kg import facts
from kg.facts.noted import read_noted
from kg.sources import Context


def ingest(context: Context) -> None:
    """Hand on what the case's data/ holds; every table may be absent."""
    if (data := context.case.own("data")) is None:
        return
    own = facts.files(data)
    readers = [
        (facts.entities, own.entities),
        (facts.sources, own.sources),
        (facts.statements, own.claims),
        (facts.judgements, own.judgements),
        (read_noted, tuple(data.glob("conflicts.csv"))),
    ]
    for read, paths in readers:
        for path in paths:
            for value in read(path):
                context.add(value)
