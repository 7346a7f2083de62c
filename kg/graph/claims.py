"""Claims and sources as nodes, and the edges that tie a claim to what it speaks of and rests on."""

from collections.abc import Container, Iterable, Iterator, Mapping

from kg.dates import bounds, is_date
from kg.graph.entities import flat, ref
from kg.graph.model import Edge, Node, Value
from kg.schema import predicates, qualifiers
from kg.statements import Source, Statement

_OWN_TIME = ("date", "as_of", "year")


def source_nodes(sources: Iterable[Source]) -> list[Node]:
    """One node a source."""
    return [
        Node(
            ("Source", source.id),
            ("Source",),
            flat(
                {
                    "id": source.id,
                    "title": source.title,
                    "publisher": source.publisher,
                    "url": source.url,
                    "published": source.published,
                    "language": source.language,
                    "kind": source.kind,
                    "read": source.read,
                    "reread": source.reread,
                }
            ),
        )
        for source in sources
    ]


def claim_nodes(statements: Iterable[Statement], sources: Mapping[str, Source]) -> list[Node]:
    """One node a claim, with every qualifier under its own name."""
    return [_claim(statement, sources[statement.source]) for statement in statements]


def evidence(statements: Iterable[Statement], known: Container[str]) -> Iterator[Edge]:
    """From each claim to its subject, its object, everybody it involves, and its source.

    ``known`` are the entity ids: whoever asserts a claim is tied to it if they are one.
    """
    for statement in statements:
        claim = ("Claim", statement.id)
        yield Edge("SUBJECT", claim, ref(statement.subject), {})
        if statement.object:
            yield Edge("OBJECT", claim, ref(statement.object), {})
        for role, entity in involved(statement):
            yield Edge("INVOLVES", claim, ref(entity), {"as": role})
        if statement.said_by in known:
            yield Edge("INVOLVES", claim, ref(statement.said_by), {"as": "said_by"})
        locator: dict[str, Value] = {"locator": statement.locator} if statement.locator else {}
        yield Edge("CITES", claim, ("Source", statement.source), locator)


def involved(statement: Statement) -> Iterator[tuple[str, str]]:
    """The further parties of a claim, as (qualifier, entity id) pairs."""
    types = qualifiers()
    for key, value in statement.qualifiers:
        if key in types and types[key].type == "entity":
            for entity in dict.fromkeys(value.split("|")):
                yield key, entity


def own_time(statement: Statement, source: Source) -> tuple[str, str]:
    """When a claim holds, as sortable ISO bounds.

    Its own date, else the span of since and until, else the day on which its source came out:
    what a source says without a date it says of its own time.
    """
    for key in _OWN_TIME:
        if is_date(statement.get(key)):
            return bounds(statement.get(key))
    since, until = statement.get("since"), statement.get("until")
    low = bounds(since)[0] if is_date(since) else ""
    high = bounds(until)[1] if is_date(until) else ""
    if not (low or high) and is_date(source.published):
        return bounds(source.published)
    return low, high


def _claim(statement: Statement, source: Source) -> Node:
    low, high = own_time(statement, source)
    props: dict[str, Value | None] = {
        "id": statement.id,
        "predicate": statement.predicate,
        "subject": statement.subject,
        "object": statement.object,
        "text": statement.text,
        "number": _number(statement),
        "says": statement.says,
        "certainty": statement.certainty,
        "said_by": statement.said_by,
        "source": statement.source,
        "locator": statement.locator,
        "qualifiers": [f"{key}={value}" for key, value in statement.qualifiers],
        "date_lo": low,
        "date_hi": high,
        **{key: _typed(key, value) for key, value in statement.qualifiers},
    }
    return Node(("Claim", statement.id), ("Claim",), flat(props))


def _number(statement: Statement) -> float | None:
    if predicates()[statement.predicate].text != "number":
        return None
    try:
        return float(statement.text)
    except ValueError:
        return None


def _typed(key: str, value: str) -> Value:
    type_ = qualifiers()[key].type
    if type_ == "entity":
        return value.split("|")
    return float(value) if type_ == "number" else value
