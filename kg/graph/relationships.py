"""Relationships: what claims say of two entities, one edge a fact, each with all its claims."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from kg.dates import bounds, is_date
from kg.graph.claims import own_time
from kg.graph.entities import flat, ref
from kg.graph.model import Edge, Value
from kg.schema import certainties, predicates, qualifiers
from kg.statements import Source, Statement, digest

_WORDS = ("title", "relation", "kind", "outcome", "issue", "purpose", "date")
_OVER = ("ended", "suspended", "ruled_unlawful", "cancelled")
_PAGE = re.compile("pp?\\. ?[\\d\N{EN DASH}-]+")


@dataclass(frozen=True, slots=True)
class Fact:
    """All claims that say one thing of two entities, best evidence first."""

    predicate: str
    start: str
    end: str
    apart: tuple[tuple[str, str], ...]
    claims: tuple[Statement, ...]

    @property
    def eid(self) -> str:
        """A stable id: the same fact has it in every build, whoever says it."""
        flat_pairs = [word for pair in self.apart for word in pair]
        return "r" + digest(self.predicate, self.start, self.end, *flat_pairs)

    @property
    def certainty(self) -> str:
        """The best certainty of its claims."""
        return self.claims[0].certainty


def facts(statements: Iterable[Statement]) -> list[Fact]:
    """Group claims that tie two entities into facts, in a fixed order."""
    keys = [name for name, qualifier in qualifiers().items() if qualifier.tells_apart]
    grouped: dict[tuple[str, str, str, tuple[tuple[str, str], ...]], list[Statement]] = {}
    for claim in statements:
        if claim.object:
            apart = tuple((key, claim.get(key)) for key in sorted(keys) if claim.get(key))
            key = (claim.predicate, claim.subject, claim.object, apart)
            grouped.setdefault(key, []).append(claim)
    return [Fact(*key, tuple(sorted(claims, key=_rank))) for key, claims in sorted(grouped.items())]


def edge(fact: Fact, sources: Mapping[str, Source], disputed: frozenset[str]) -> Edge:
    """The relationship of a fact; ``disputed`` are the claims that contradict another."""
    predicate = predicates()[fact.predicate]
    props: dict[str, Value | None] = {
        "eid": fact.eid,
        **dict(fact.apart),
        **{word: _joined(fact.claims, word) for word in _WORDS},
        **_span(fact.claims),
        **_status(fact.claims, sources),
        **_amount(fact.claims),
        "former": True if all(claim.get("former") == "yes" for claim in fact.claims) else None,
        "topic": predicate.topic,
        "walk": predicate.walk,
        "conflict": True if any(claim.id in disputed for claim in fact.claims) else None,
        **evidence(fact.claims, sources),
    }
    return Edge(fact.predicate, ref(fact.start), ref(fact.end), flat(props))


def evidence(claims: Sequence[Statement], sources: Mapping[str, Source]) -> dict[str, Value]:
    """What an edge shows of the claims it rests on: who says it, where, and how surely."""
    return {
        "certainty": claims[0].certainty,
        "said_by": sorted({claim.said_by for claim in claims if claim.said_by}),
        "n_sources": len({claim.source for claim in claims}),
        "claims": [claim.id for claim in claims],
        "cite": cite(claims, sources),
    }


def cite(claims: Iterable[Statement], sources: Mapping[str, Source], most: int = 3) -> str:
    """A short printable citation: ``Le Vif, para 3; Statewatch project, p. 19; and 2 more``."""
    places = dict.fromkeys(_place(claim, sources[claim.source]) for claim in claims)
    shown = list(places)[:most]
    more = [f"and {len(places) - most} more"] if len(places) > most else []
    return "; ".join([*shown, *more])


def _place(claim: Statement, source: Source) -> str:
    publisher = re.split(r" with |, | \(", source.publisher)[0]
    page = _PAGE.match(claim.locator)
    return f"{publisher}, {page[0] if page else claim.locator}"


def _rank(claim: Statement) -> tuple[int, str, str, str]:
    return certainties().index(claim.certainty), claim.source, claim.locator, claim.id


def _joined(claims: Iterable[Statement], key: str) -> str:
    return "; ".join(dict.fromkeys(claim.get(key) for claim in claims if claim.get(key)))


def _span(claims: Sequence[Statement]) -> dict[str, str]:
    """The earliest since and the latest until that are said, as written and as bounds."""
    since = sorted({claim.get("since") for claim in claims if is_date(claim.get("since"))})
    until = sorted({claim.get("until") for claim in claims if is_date(claim.get("until"))})
    first = min(since, key=lambda text: (bounds(text)[0], text), default="")
    last = max(until, key=lambda text: (bounds(text)[1], text), default="")
    return {
        "since": first,
        "since_lo": bounds(first)[0] if first else "",
        "until": last,
        "until_hi": bounds(last)[1] if last else "",
    }


def _status(claims: Sequence[Statement], sources: Mapping[str, Source]) -> dict[str, Value]:
    """The latest status, and every status in the order of time.

    ``unknown`` is the latest only where nothing else is said: it tells nothing against a known one.
    """
    known = [status for *_, status in sorted(_statuses(claims, sources))]
    told = [status for status in known if status != "unknown"] or known
    return {"status": told[-1] if told else "", "statuses": list(dict.fromkeys(known))}


def _statuses(
    claims: Iterable[Statement], sources: Mapping[str, Source]
) -> Iterator[tuple[str, str, int, str]]:
    order = certainties()
    for claim in claims:
        if status := claim.get("status"):
            low, high = _known_on(claim, sources[claim.source])
            yield high, low, -order.index(claim.certainty), status


def _known_on(claim: Statement, source: Source) -> tuple[str, str]:
    """When a status held: the day it ended if it did, else the day that was spoken of."""
    until = claim.get("until")
    if claim.get("status") in _OVER and is_date(until):
        return bounds(until)
    if claim.get("status") not in _OVER and not claim.get("as_of") and is_date(source.published):
        return bounds(until) if is_date(until) else bounds(source.published)
    return own_time(claim, source)


def _amount(claims: Sequence[Statement]) -> dict[str, Value]:
    """The best evidenced value; ``conflict`` tells where others differ."""
    for claim in claims:
        if value := claim.get("value"):
            return {"value": float(value), "currency": claim.get("currency")}
    return {}
