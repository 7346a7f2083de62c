"""Relationships: what claims say of two entities, one edge a fact, each with all its claims."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from kg.dates import bounds, is_date
from kg.graph.entities import flat, ref
from kg.graph.model import Edge, Value
from kg.graph.statuses import statuses
from kg.schema import certainties, predicates, qualifiers
from kg.statements import Source, Statement, digest

Apart = tuple[tuple[str, str], ...]

_WORDS = ("title", "relation", "kind", "outcome", "issue", "purpose", "date")
_PAGE = re.compile("pp?\\. ?[\\d\N{EN DASH}-]+")


@dataclass(frozen=True, slots=True)
class Fact:
    """All claims that say one thing of two entities, best evidence first."""

    predicate: str
    start: str
    end: str
    apart: Apart
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
    grouped: dict[tuple[str, str, str, Apart], list[Statement]] = {}
    for claim in statements:
        if claim.object:
            for apart in _told_apart(claim):
                key = (claim.predicate, claim.subject, claim.object, apart)
                grouped.setdefault(key, []).append(claim)
    return [Fact(*key, tuple(sorted(claims, key=_rank))) for key, claims in sorted(grouped.items())]


def _told_apart(claim: Statement) -> Iterator[Apart]:
    """What tells the facts of a claim apart from others; "in Stuttgart and Karlsruhe" is two."""
    types = qualifiers()
    choices = [
        [(key, part) for part in (value.split("|") if types[key].type == "entity" else [value])]
        for key, value in claim.qualifiers
        if types[key].tells_apart
    ]
    return product(*choices)


def edge(fact: Fact, sources: Mapping[str, Source], disputed: frozenset[str]) -> Edge:
    """The relationship of a fact; ``disputed`` are the claims that contradict another."""
    predicate = predicates()[fact.predicate]
    props: dict[str, Value | None] = {
        "eid": fact.eid,
        **dict(fact.apart),
        **{word: _joined(fact.claims, word) for word in _WORDS},
        **_span(fact.claims),
        **statuses(fact.claims, sources),
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


def _amount(claims: Sequence[Statement]) -> dict[str, Value]:
    """The best evidenced value; ``conflict`` tells where others differ."""
    for claim in claims:
        if value := claim.get("value"):
            return {"value": float(value), "currency": claim.get("currency")}
    return {}
