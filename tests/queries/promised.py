"""What a shipped query promises in its file, and what of it an answer keeps."""

from kg.answers import Answer
from kg.queries.saved import Query, parse
from kg.resources import folder


def query(name: str) -> Query:
    return parse(folder("queries") / f"{name}.cypher")


def declared(answer: Answer) -> tuple[str, ...]:
    """The columns without the ids that come beside names."""
    beside = {f"{column}{end}" for column in answer.columns for end in ("_id", "_ids")}
    return tuple(column for column in answer.columns if column not in beside)
