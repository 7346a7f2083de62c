"""Who is who: pairs judged the same become one cluster, and no pair judged different ever does."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from kg.schema import is_a
from kg.statements import Entity, Judgement, Statement

SOURCE_ID = "judgements"
_UNNAMED = "unnamed=yes"
_PREDICATES = {"related": "RELATED_TO", "unsure": "MAYBE_SAME"}


@dataclass(slots=True)
class Clusters:
    """Which id stands for which: the left one of a pair judged the same stays."""

    heads: dict[str, str] = field(default_factory=dict)

    def head(self, entity: str) -> str:
        """The id that stands for this entity; its own, unless it was merged."""
        while entity in self.heads:
            entity = self.heads[entity]
        return entity

    def members(self) -> dict[str, tuple[str, ...]]:
        """For every head with more than itself: the ids that now lead to it, sorted."""
        found: dict[str, list[str]] = {}
        for entity in sorted(self.heads):
            found.setdefault(self.head(entity), []).append(entity)
        return {head: tuple(ids) for head, ids in found.items()}


def ledger(books: Iterable[Sequence[Judgement]]) -> list[Judgement]:
    """All judgements of several books, where an earlier book overrules a later one on a pair.

    So a case can decide a pair that is shipped as unsure. Only "different" is never overruled; it
    comes first, so that a reader meets it before what contradicts it. A judgement that has no rank
    of its own gets that of its book.
    """
    decided: dict[frozenset[str], set[str]] = {}
    kept: list[Judgement] = []
    for rank, book in enumerate(books):
        new = [judgement for judgement in book if not _is_overruled(judgement, decided)]
        for judgement in new:
            decided.setdefault(_both(judgement), set()).add(judgement.verdict)
        kept += [replace(one, rank=one.rank or rank) for one in new]
    return sorted(kept, key=lambda judgement: judgement.verdict != "different")


def cluster(judgements: Sequence[Judgement]) -> tuple[Clusters, list[tuple[Judgement, Judgement]]]:
    """Join what is judged the same; give back each pair that contradicts a "different".

    A contradicted "same" is not followed: two entities too many can be seen and mended, one
    entity too few puts one firm's deeds on another. Those of the lowest rank are joined first, so
    that a chain breaks at its weakest link.
    """
    joining = _Joining(_of(judgements, "different"))
    refused = []
    for judgement in sorted(_of(judgements, "same"), key=lambda one: (one.rank, *_pair(one))):
        if clash := joining.join(judgement.left, judgement.right):
            refused.append((judgement, clash))
    return Clusters(joining.heads), refused


def is_overruled(same: Judgement, different: Judgement) -> bool:
    """Whether a refused "same" needs no mending: whoever judged "different" knew of it."""
    return different.rank < same.rank


class _Joining:
    """Clusters that grow by one pair at a time; ``heads`` lead straight to the last head."""

    def __init__(self, different: Iterable[Judgement]) -> None:
        self.heads: dict[str, str] = {}
        self._members: dict[str, list[str]] = {}
        self._apart: dict[str, dict[str, Judgement]] = {}
        for one in different:
            self._apart.setdefault(one.left, {}).setdefault(one.right, one)
            self._apart.setdefault(one.right, {}).setdefault(one.left, one)

    def join(self, left: str, right: str) -> Judgement | None:
        """Join two clusters; what keeps them apart, if anything does."""
        kept, gone = self.heads.get(left, left), self.heads.get(right, right)
        if kept == gone:
            return None
        if clash := self._between(self._all(kept), self._all(gone)):
            return clash
        members = self._all(gone)
        self._members.pop(gone, None)
        self._members.setdefault(kept, [kept]).extend(members)
        self.heads.update(dict.fromkeys(members, kept))
        return None

    def _all(self, head: str) -> list[str]:
        return self._members.get(head, [head])

    def _between(self, some: list[str], others: list[str]) -> Judgement | None:
        """The judgement of the lowest rank that keeps two clusters apart."""
        few, many = sorted((some, others), key=len)
        known = set(many) if any(one in self._apart for one in few) else set()
        found = [
            judgement
            for one in few
            for other, judgement in self._apart.get(one, {}).items()
            if other in known
        ]
        return min(found, key=lambda one: (one.rank, *_pair(one)), default=None)


def merge(entities: Iterable[Entity], clusters: Clusters) -> dict[str, Entity]:
    """One entity a cluster, with the names, identifiers and notes of all its members.

    Of a body and a police force that are one, the label that says more stays.
    """
    merged: dict[str, Entity] = {}
    by_id = {entity.id: entity for entity in entities}
    for entity in sorted(
        by_id.values(), key=lambda entity: (entity.id in clusters.heads, entity.id)
    ):
        head = clusters.head(entity.id)
        merged[head] = both(merged[head], entity) if head in merged else replace(entity, id=head)
    return dict(sorted(merged.items()))


def both(head: Entity, other: Entity) -> Entity:
    """One entity of two that are one: what the first says, and besides what only the other does."""
    languages = {language for language, _ in head.names}
    names = head.names + tuple(pair for pair in other.names if pair[0] not in languages)
    known = {head.name, *head.aliases, *(name for _, name in names)}
    spellings = [other.name, *other.aliases, *(name for _, name in other.names)]
    return replace(
        head,
        label=other.label if is_a(other.label, head.label) else head.label,
        names=names,
        aliases=head.aliases + _new(spellings, known),
        countries=head.countries + _new(other.countries, head.countries),
        ids=head.ids + _new(other.ids, head.ids),
        public_basis=head.public_basis or other.public_basis,
        notes="; ".join(_notes(head.notes.split("; "), other.notes.split("; "))),
    )


def open_pairs(judgements: Iterable[Judgement], clusters: Clusters) -> list[Judgement]:
    """The pairs that a person has still to decide; what was judged of others may have settled one.

    Two are settled when they are one, and when something that is one with either is judged
    different from the other.
    """
    judged = list(judgements)
    apart = {_heads(pair, clusters) for pair in _of(judged, "different")}
    open_ = (pair for pair in _of(judged, "unsure") if not _together(clusters, pair))
    return [pair for pair in open_ if _heads(pair, clusters) not in apart]


def statements(judgements: Sequence[Judgement], clusters: Clusters) -> Iterator[Statement]:
    """What related and unsure pairs say, as statements of the editors with the pair as locator."""
    for judgement in sorted(judgements, key=_pair):
        if _together(clusters, judgement):
            continue
        if predicate := _PREDICATES.get(judgement.verdict):
            related = (("relation", "judged related"),) if predicate == "RELATED_TO" else ()
            yield Statement(
                subject=judgement.left,
                predicate=predicate,
                object=judgement.right,
                text="",
                qualifiers=related,
                source=SOURCE_ID,
                locator=f"{judgement.left} / {judgement.right}",
                certainty="inferred",
                says=judgement.reason,
                origin=judgement.origin,
            )


def _is_overruled(judgement: Judgement, decided: Mapping[frozenset[str], set[str]]) -> bool:
    """Whether a pair is decided already; two that are different may be related all the same."""
    verdicts = decided.get(_both(judgement), set())
    agrees = {judgement.verdict, *verdicts} == {"different", "related"}
    if agrees or not verdicts:
        return judgement.verdict in verdicts
    return judgement.verdict != "different" or "different" in verdicts


def _both(judgement: Judgement) -> frozenset[str]:
    return frozenset((judgement.left, judgement.right))


def _heads(judgement: Judgement, clusters: Clusters) -> frozenset[str]:
    return frozenset((clusters.head(judgement.left), clusters.head(judgement.right)))


def _of(judgements: Iterable[Judgement], verdict: str) -> list[Judgement]:
    return [judgement for judgement in judgements if judgement.verdict == verdict]


def _pair(judgement: Judgement) -> tuple[str, str]:
    return judgement.left, judgement.right


def _together(clusters: Clusters, pair: Judgement) -> bool:
    return clusters.head(pair.left) == clusters.head(pair.right)


def _notes(head: Sequence[str], other: Sequence[str]) -> Iterator[str]:
    """What either notes, once; that it has no name only if neither has one."""
    for note in dict.fromkeys((*head, *other)):
        if note and (note != _UNNAMED or (note in head and note in other)):
            yield note


def _new(values: Iterable[str], known: Iterable[str]) -> tuple[str, ...]:
    return tuple(value for value in dict.fromkeys(values) if value not in set(known))
