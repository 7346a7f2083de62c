"""Derived relationships: one hop where a reader expects one, resting on the facts behind it.

They are marked ``derived`` and never carry more certainty than the weakest fact they rest on.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from kg.graph.entities import flat, ref
from kg.graph.model import Edge, Value
from kg.graph.relationships import Fact, cite
from kg.graph.statuses import ENDS, statuses
from kg.schema import certainties, is_a, predicates
from kg.statements import Entity, Source, digest

_PRIMES = ("prime", "lead", "")
_NO_VENDOR_ROLE = ("research", "data", "inventor", "test")
_GROUNDS = ("AWARDED", "SUPPLIES", "CONTRACTED_WITH", "USES")
_NOT_YET = ("planned", "tender", "announced", "attempted", "attempt under way")

Hop = tuple[str, str, str, Sequence[Fact], dict[str, str]]
"""Type, start, end, the facts it rests on, and its own properties."""


def derive(
    facts: Sequence[Fact], entities: Mapping[str, Entity], sources: Mapping[str, Source]
) -> list[Edge]:
    """Every derived relationship, in a fixed order."""
    hops = [*_subcontracts(facts), *_supplies_via(facts), *_clients(facts, entities)]
    merged: dict[tuple[str, str, str, tuple[tuple[str, str], ...]], dict[str, Fact]] = {}
    for type_, start, end, rests_on, props in hops:
        key = (type_, start, end, tuple(sorted(props.items())))
        merged.setdefault(key, {}).update({fact.eid: fact for fact in rests_on})
    over = {fact.end for fact in facts if fact.predicate == "ENDED" and _done(fact)}
    return [
        _edge(key, list(rests_on.values()), sources, over)
        for key, rests_on in sorted(merged.items())
    ]


def _edge(
    key: tuple[str, str, str, tuple[tuple[str, str], ...]],
    rests_on: Sequence[Fact],
    sources: Mapping[str, Source],
    over: Collection[str],
) -> Edge:
    type_, start, end, own = key
    order = certainties()
    claims = list({claim.id: claim for fact in rests_on for claim in fact.claims}.values())
    props: dict[str, Value | None] = {
        "eid": "r" + digest(type_, start, end, *(word for pair in own for word in pair)),
        "derived": True,
        "rests_on": sorted(fact.eid for fact in rests_on),
        **dict(own),
        "status": _end(rests_on, sources, over) if type_ == "CLIENT_OF" else "",
        "certainty": max((fact.certainty for fact in rests_on), key=order.index),
        "n_sources": len({claim.source for claim in claims}),
        "claims": [claim.id for claim in claims],
        "cite": cite(claims, sources),
        "topic": predicates()[type_].topic,
        "walk": predicates()[type_].walk,
    }
    return Edge(type_, ref(start), ref(end), flat(props))


def _end(rests_on: Iterable[Fact], sources: Mapping[str, Source], over: Collection[str]) -> str:
    """How it ended, where all uses, deliveries and contracts that make the client have ended."""
    known = {_stage(fact, sources, over) for fact in rests_on if fact.predicate in _GROUNDS}
    if not known or not known <= set(ENDS):
        return ""
    return known.pop() if len(known) == 1 else "ended"


def _stage(fact: Fact, sources: Mapping[str, Source], over: Collection[str]) -> str:
    deal = fact.end if fact.predicate == "AWARDED" else _word(fact, "contract")
    return "ended" if deal in over else str(statuses(fact.claims, sources)["status"])


def _subcontracts(facts: Iterable[Fact]) -> Iterator[Hop]:
    """Prime contractor -> subcontractor, on the contract that both are on."""
    winners = _by_end(facts, "WON")
    for fact in facts:
        if fact.predicate != "SUBCONTRACTED_ON":
            continue
        named = [(prime, [said]) for prime, said in _naming(fact, "prime").items()]
        won = [(won.start, [fact, won]) for won in winners[fact.end] if _is_prime(won)]
        for prime, rests_on in named or won:
            if prime != fact.start:
                yield "SUBCONTRACTS_TO", prime, fact.start, rests_on, {"contract": fact.end}


def _supplies_via(facts: Iterable[Fact]) -> Iterator[Hop]:
    """Supplier -> reseller, for the client that is supplied."""
    for fact in facts:
        if fact.predicate == "SUPPLIES":
            for via, said in _naming(fact, "via").items():
                if via != fact.start:
                    yield "SUPPLIES_VIA", fact.start, via, [said], {"client": fact.end}


def _clients(facts: Sequence[Fact], entities: Mapping[str, Entity]) -> Iterator[Hop]:
    """Buyer or user -> vendor, through a contract, a delivery or the vendor's product."""
    real = [done for fact in facts if (done := _done(fact))]
    winners, makers = _by_end(real, "WON"), _by_end(real, "MAKES", "SELLS")
    for fact in real:
        if fact.predicate == "AWARDED":
            for won in winners[fact.end]:
                yield from _client(fact.start, won.start, [fact, won], fact.end)
        elif fact.predicate in ("SUPPLIES", "CONTRACTED_WITH"):
            through = _word(fact, "contract") or _word(fact, "system")
            yield from _client(fact.end, fact.start, [fact], through)
        elif fact.predicate == "USES" and is_a(entities[fact.end].label, "System"):
            for made in makers[fact.end]:
                if _is_vendor(made, entities):
                    yield from _client(fact.start, made.start, [fact, made], fact.end)


def _client(client: str, vendor: str, rests_on: Sequence[Fact], through: str) -> Iterator[Hop]:
    if client != vendor:
        yield "CLIENT_OF", client, vendor, rests_on, {"through": through} if through else {}


def _naming(fact: Fact, key: str) -> dict[str, Fact]:
    """For each entity that a qualifier names: the fact, as far as claims that name it say so."""
    named = sorted({entity for claim in fact.claims for entity in claim.entities(key)})
    return {
        entity: replace(fact, claims=tuple(c for c in fact.claims if entity in c.entities(key)))
        for entity in named
    }


def _done(fact: Fact) -> Fact | None:
    """The fact as far as its claims say that it came about: a plan is not a use, nor a supply."""
    claims = tuple(claim for claim in fact.claims if claim.get("status") not in _NOT_YET)
    return replace(fact, claims=claims) if claims else None


def _by_end(facts: Iterable[Fact], *predicates_: str) -> defaultdict[str, list[Fact]]:
    found: defaultdict[str, list[Fact]] = defaultdict(list)
    for fact in facts:
        if fact.predicate in predicates_:
            found[fact.end].append(fact)
    return found


def _is_prime(won: Fact) -> bool:
    return _word(won, "role") in _PRIMES


def _is_vendor(made: Fact, entities: Mapping[str, Entity]) -> bool:
    role = _word(made, "role")
    return is_a(entities[made.start].label, "Company") and not any(
        word in role for word in _NO_VENDOR_ROLE
    )


def _word(fact: Fact, key: str) -> str:
    return dict(fact.apart).get(key, "")
