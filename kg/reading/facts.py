"""The facts of one entity: its claims grouped by what they say, seen from its side."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from kg.reading.claims import Claim, Party
from kg.reading.phrases import details, literal, name, phrases, sentence
from kg.schema import LANGUAGES, certainties, predicates, qualifiers, topics

Direction = Literal["out", "in", "named"]
Around = tuple[tuple[str, ...], Claim]


@dataclass(frozen=True, slots=True)
class Told:
    """What one claim says of a fact: its details in words, how sure, and who says it."""

    claim: Claim
    details: tuple[str, ...]
    said_by: str


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that is said of an entity, with every claim that says it, best evidence first.

    ``out``: the entity is the subject, ``words`` the verb; ``in``: it is the object, ``words`` the
    verb read backwards; ``named``: it is only named, ``words`` says as what and ``text`` holds the
    sentence. ``other`` is the entity at the other end, or None where ``text`` stands. A derived
    fact rests on claims about others.
    """

    predicate: str
    direction: Direction
    words: str
    other: Party | None
    text: str
    certainty: str
    told: tuple[Told, ...]
    derived: bool = False
    conflicts: tuple[str, ...] = ()

    @property
    def claims(self) -> tuple[str, ...]:
        """The ids of its claims."""
        return tuple(told.claim.id for told in self.told)


@dataclass(frozen=True, slots=True)
class Topic:
    """Facts about one matter, in the order of the vocabulary."""

    name: str
    facts: tuple[Fact, ...]


def facts(
    entity: str, around: Iterable[Around], names: Mapping[str, Party], lang: str
) -> list[Fact]:
    """Group the claims around an entity into facts: one for each thing that is said."""
    grouped: dict[tuple[Direction, str, tuple[str, ...]], list[Claim]] = {}
    for roles, claim in around:
        for direction in _directions(roles):
            as_what = _as_what(roles, lang) if direction == "named" else ""
            grouped.setdefault((direction, as_what, _sameness(claim)), []).append(claim)
    found = [
        _fact(direction, as_what, told(claims, names, lang, entity), names, lang)
        for (direction, as_what, _), claims in grouped.items()
    ]
    return sorted(found, key=order)


def by_topic(found: Iterable[Fact]) -> tuple[Topic, ...]:
    """Facts of which the entity is an end, by topic, in the order of the vocabulary."""
    ends = [fact for fact in found if fact.direction != "named"]
    grouped = {
        topic: tuple(fact for fact in ends if predicates()[fact.predicate].topic == topic)
        for topic in topics()
    }
    return tuple(Topic(topic, inside) for topic, inside in grouped.items() if inside)


def flagged(found: Iterable[Fact], conflicts: Mapping[str, Sequence[str]]) -> list[Fact]:
    """Facts with the conflicts that their claims are in; ``conflicts`` are ids by claim."""
    return [
        replace(
            fact,
            conflicts=tuple(
                dict.fromkeys(id_ for claim in fact.claims for id_ in conflicts.get(claim, ()))
            ),
        )
        for fact in found
    ]


def told(
    claims: Iterable[Claim], names: Mapping[str, Party], lang: str, seen_from: str = ""
) -> tuple[Told, ...]:
    """Claims in words, best evidence first."""
    ranked = sorted(claims, key=_rank)
    return tuple(
        Told(claim, details(claim, names, lang, seen_from), name(claim.said_by, names))
        for claim in ranked
    )


def order(fact: Fact) -> tuple[int, int, str, str, tuple[str, ...]]:
    """By predicate, outgoing before incoming, then by what stands at the other end."""
    place = list(predicates()).index(fact.predicate)
    side = ("out", "in", "named").index(fact.direction)
    return place, side, fact.other.name if fact.other else "", fact.text, fact.claims


def _directions(roles: Sequence[str]) -> Iterator[Direction]:
    if "subject" in roles:
        yield "out"
    if "object" in roles:
        yield "in"
    if not {"subject", "object"} & set(roles):
        yield "named"


def _sameness(claim: Claim) -> tuple[str, ...]:
    """What two claims have in common that say the same thing, perhaps with other details."""
    apart = [key for key, known in qualifiers().items() if known.tells_apart]
    said = (claim.predicate, claim.subject, claim.object or literal(claim, LANGUAGES[0]))
    return *said, *(claim.get(key) for key in apart)


def _fact(
    direction: Direction,
    as_what: str,
    evidence: tuple[Told, ...],
    names: Mapping[str, Party],
    lang: str,
) -> Fact:
    first = evidence[0].claim
    predicate = predicates()[first.predicate]
    other = names.get(first.object if direction == "out" else first.subject)
    if direction == "out":
        words, text = predicate.names[lang], "" if other else literal(first, lang)
    elif direction == "in":
        words, text = predicate.inverse[lang], ""
    else:
        words, text = as_what, sentence(first, names, lang)
    return Fact(first.predicate, direction, words, other, text, first.certainty, evidence)


def _as_what(roles: Sequence[str], lang: str) -> str:
    """As what an entity is named that is no end of a claim."""
    types = qualifiers()
    return ", ".join(
        types[role].names[lang] if role in types else phrases(lang).said_by for role in roles
    )


def _rank(claim: Claim) -> tuple[int, str, str, str]:
    return certainties().index(claim.certainty), claim.source, claim.locator, claim.id
