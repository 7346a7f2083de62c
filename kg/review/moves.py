"""What would move in the graph if two entities were judged to be one.

Both are read with all claims about them, merged as a build would merge them, and compared: by the
code that builds the graph, so that what is told here is what happens.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from kg.answers.cells import one_line
from kg.graph.build import as_merged
from kg.graph.conflicts import find_conflicts
from kg.graph.relationships import Fact, facts
from kg.judgements import SOURCE_ID, Clusters
from kg.reading.cited import cited
from kg.reading.claims import Claim, Party, around, parties
from kg.schema import predicates
from kg.statements import Source, Statement
from kg.store.bolt import Store


@dataclass(frozen=True, slots=True)
class Moves:
    """What "the same" would do.

    ``gone`` would lead to ``kept``. ``claims`` speak of ``gone`` and would speak of ``kept``;
    ``alone`` of its relationships would move as they are, ``joined`` are said of both and would be
    one each. ``conflicts`` would arise. ``loops`` tie the two to each other and would tie one to
    itself: they speak against a merge.
    """

    kept: str
    gone: str
    claims: int
    alone: int
    joined: tuple[str, ...]
    conflicts: tuple[str, ...]
    loops: tuple[str, ...]


def moves(store: Store, kept: str, gone: str, lang: str = "en") -> Moves:
    """Merge ``gone`` into ``kept`` for a moment, and tell what is another then."""
    told = {claim.id: claim for id_ in (kept, gone) for _, claim in around(store, id_)}
    claims = [told[id_] for id_ in sorted(told) if told[id_].source != SOURCE_ID]
    names = parties(store, claims, lang)
    clusters = Clusters({gone: kept})
    before = [_statement(claim) for claim in claims]
    after = [as_merged(statement, clusters) for statement in before]
    apart = facts(before)
    loops = [fact for fact in apart if {fact.start, fact.end} == {kept, gone}]
    pools = _pooled((fact for fact in apart if fact not in loops), clusters)
    return Moves(
        kept,
        gone,
        sum(1 for claim in claims if gone in claim.entities()),
        sum(1 for first, *others in pools if not others and _has(gone, first)),
        tuple(_seen_from(kept, pool[0], names, lang, clusters) for pool in pools if pool[1:]),
        tuple(_new_conflicts(before, after, _sources(store, claims), names)),
        tuple(_sentence(fact, names, lang) for fact in loops),
    )


def _statement(claim: Claim) -> Statement:
    """A claim of the store as the statement it was built from; its id stays."""
    statement = Statement(
        claim.subject,
        claim.predicate,
        claim.object,
        claim.text,
        claim.qualifiers,
        claim.source,
        claim.locator,
        claim.certainty,
        claim.said_by,
        claim.says,
    )
    statement.__dict__["id"] = claim.id
    return statement


def _pooled(before: Iterable[Fact], clusters: Clusters) -> list[list[Fact]]:
    """The relationships of before, those together that a merge makes one."""
    pools: dict[str, list[Fact]] = {}
    for fact in before:
        pools.setdefault(_merged(fact, clusters).eid, []).append(fact)
    return list(pools.values())


def _merged(fact: Fact, clusters: Clusters) -> Fact:
    apart = tuple((key, clusters.head(value)) for key, value in fact.apart)
    return replace(fact, start=clusters.head(fact.start), end=clusters.head(fact.end), apart=apart)


def _has(entity: str, fact: Fact) -> bool:
    return entity in (fact.start, fact.end, *(value for _, value in fact.apart))


def _sources(store: Store, claims: Iterable[Claim]) -> dict[str, Source]:
    """The sources of some claims, as far as comparing needs them: when they came out."""
    printed = cited(store, [claim.id for claim in claims])
    return {
        str(row["source"]): Source(
            str(row["source"]),
            str(row["url"] or ""),
            str(row["title"] or ""),
            str(row["publisher"] or ""),
            str(row["published"] or ""),
        )
        for row in printed.values()
    }


def _new_conflicts(
    before: Sequence[Statement],
    after: Sequence[Statement],
    sources: Mapping[str, Source],
    names: Mapping[str, Party],
) -> Iterator[str]:
    called = {id_: party.name for id_, party in names.items()}
    known = {conflict.claims for conflict in find_conflicts(before, [], sources, called)}
    for conflict in find_conflicts(after, [], sources, called):
        if conflict.claims not in known:
            yield one_line(conflict.title)


def _seen_from(
    entity: str, fact: Fact, names: Mapping[str, Party], lang: str, clusters: Clusters
) -> str:
    """A relationship from the side of the entity that stays; as a sentence, if it only names it."""
    merged, predicate = _merged(fact, clusters), predicates()[fact.predicate]
    if entity not in (merged.start, merged.end):
        return _sentence(merged, names, lang)
    is_out = merged.start == entity
    words = (predicate.names if is_out else predicate.inverse)[lang]
    return one_line(f"{words} {_name(merged.end if is_out else merged.start, names)}")


def _sentence(fact: Fact, names: Mapping[str, Party], lang: str) -> str:
    words = predicates()[fact.predicate].names[lang]
    return one_line(f"{_name(fact.start, names)} {words} {_name(fact.end, names)}")


def _name(id_: str, names: Mapping[str, Party]) -> str:
    return names[id_].name if id_ in names else id_
