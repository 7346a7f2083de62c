"""The dossier: everything that all adapters say about a case, checked against each other."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TypeVar

from kg import facts, judgements
from kg.case import Case
from kg.facts.noted import Noted, check_noted
from kg.ingesting import kept
from kg.judgements import Clusters
from kg.ledger import FILE, Ledger
from kg.resolve.corrections import repeated
from kg.resolve.doubles import doubles
from kg.resolve.joining import Joined, join
from kg.resolve.ties import named
from kg.sources import Context, Family, families, run
from kg.statements import Entity, Judgement, Source, Statement
from kg.tables import Problem

T = TypeVar("T", Entity, Source, Statement)

EDITORS = Source(
    id=judgements.SOURCE_ID,
    url="",
    title="Who is who: judgements on names that look alike or belong together",
    publisher="surveillance-kg",
    language="en",
    kind="judgement",
)


@dataclass(frozen=True, slots=True)
class Dossier:
    """What a graph is built from. Ids in statements are as the source was read, before merging.

    ``unmerged`` are the entities before merging, by the ids that statements have.
    """

    entities: dict[str, Entity]
    sources: dict[str, Source]
    statements: tuple[Statement, ...]
    judgements: tuple[Judgement, ...]
    clusters: Clusters
    noted: tuple[Noted, ...]
    families: tuple[Family, ...]
    problems: tuple[Problem, ...]
    shortfalls: int = 0
    unread: Counter[str] = field(default_factory=Counter)
    unmerged: dict[str, Entity] = field(default_factory=dict)
    joined: Joined = field(default_factory=Joined)

    @property
    def review(self) -> list[Judgement]:
        """The pairs that a person has still to decide."""
        return judgements.open_pairs(self.judgements, self.clusters)


def gather(case: Case, ledger: Ledger | None = None) -> Dossier:
    """Run every adapter; leave out what is wrong, and say what and why.

    Of two values with the same id the first counts, so that a case can correct what is shipped.
    Claims are checked in the opposite order: if one of the case goes in a circle with shipped ones,
    it is the one to mend. ``ledger`` takes the place of the case's own, to see what it would do.
    """
    contexts = [*(run(family, case) for family in families(case) if not family.is_format)]
    contexts.append(_ingested(case))
    entities = _first(entity for context in contexts for entity in context.entities)
    sources = _first(source for context in contexts for source in context.sources)
    claims = _claims(contexts)
    own = ledger or Ledger.open(case.root / FILE)
    judged = judgements.ledger([own.judgements(), *(one.judgements for one in contexts)])
    kept, pairs, wrong = facts.cross_check(entities, sources, claims, judged)
    clusters, refused = judgements.cluster(pairs)
    joined = _join(entities, contexts[:-1], kept, pairs, clusters)
    noted = [conflict for context in contexts for conflict in context.noted]
    wrong += check_noted(noted, kept, entities)
    ties = list(judgements.statements(pairs, clusters))
    if ties:
        sources[EDITORS.id] = EDITORS
    return Dossier(
        entities=judgements.merge(entities.values(), clusters),
        unmerged=entities,
        sources=dict(sorted(sources.items())),
        statements=tuple(sorted([*kept, *ties], key=lambda statement: statement.id)),
        judgements=tuple(sorted(pairs, key=lambda pair: (pair.left, pair.right))),
        clusters=clusters,
        joined=joined,
        noted=tuple(noted),
        families=tuple(context.family for context in contexts),
        problems=(*_met(contexts), *own.problems, *wrong, *_contradictions(refused)),
        shortfalls=sum(1 for context in contexts for _ in context.shortfalls()),
        unread=sum((context.unread for context in contexts), Counter()),
    )


def _claims(contexts: Sequence[Context]) -> list[Statement]:
    """What all say, the case first."""
    said = _first(statement for context in contexts for statement in context.statements)
    return [
        statement
        for context in reversed(contexts)
        for statement in context.statements
        if said[statement.id] is statement
    ]


def _join(
    entities: dict[str, Entity],
    tables: Iterable[Context],
    kept: Sequence[Statement],
    pairs: Iterable[Judgement],
    clusters: Clusters,
) -> Joined:
    """Resolve who of the files is one; ``clusters`` are the richer for it."""
    known = [{entity.id for entity in context.entities} for context in tables]
    if any(entities.keys() <= ids for ids in known):
        return Joined()
    head = clusters.head
    apart = {(head(pair.left), head(pair.right)) for pair in pairs if pair.verdict != "same"}
    heads = [{head(id_) for id_ in ids} for ids in known]
    merged = judgements.merge(entities.values(), clusters)
    joined = join(merged, apart, heads, named(kept, head))
    joined = replace(joined, same=(*joined.same, *repeated(merged, apart)))
    clusters.heads |= {found.id: found.into for found in joined.same}
    contracts = doubles(merged, kept, head, heads[-1])
    judged = {frozenset(pair) for pair in apart}
    more = [pair for pair in contracts if {pair.left, pair.right} not in judged]
    return replace(joined, suggestions=(*joined.suggestions, *more))


def _ingested(case: Case) -> Context:
    """What the files say that were taken into the case; an entity with all names they write."""
    context = Context(Family("ingested", "Files of the case", case.root / "ingested.csv"), case)
    spelt: dict[str, Entity] = {}
    for value in kept(case):
        if not isinstance(value, Entity):
            context.add(value)
        elif (known := spelt.setdefault(value.id, value)) is not value:
            spelt[value.id] = judgements.both(known, value)
    context.entities += spelt.values()
    return context


def _first(values: Iterable[T]) -> dict[str, T]:
    found: dict[str, T] = {}
    for value in values:
        found.setdefault(value.id, value)
    return found


def _met(contexts: Iterable[Context]) -> Iterator[Problem]:
    for context in contexts:
        yield from context.problems
        yield from context.shortfalls()


def _contradictions(refused: Iterable[tuple[Judgement, Judgement]]) -> Iterator[Problem]:
    for same, different in refused:
        if not judgements.is_overruled(same, different):
            yield _contradiction(same, different)


def _contradiction(same: Judgement, different: Judgement) -> Problem:
    message = (
        f"{same.left} and {same.right} cannot be the same: {different.left} and "
        f"{different.right} are judged different (row {different.origin.row} of "
        f"{different.origin.file}); mend one of the two"
    )
    return Problem(Path(same.origin.file), same.origin.row, "judgement", message)
