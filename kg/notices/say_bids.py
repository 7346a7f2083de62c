"""Bids and what came of them: how lots ended, who bid in vain, who owns the winners."""

from collections.abc import Iterator

from kg.notices.naming import short
from kg.notices.notice import Bid, Result
from kg.notices.say_goods import count
from kg.notices.telling import Telling
from kg.statements import Entity


def say_results(telling: Telling) -> None:
    """How many tenders came for a lot, between which sums, and whether anybody won."""
    for result in telling.notice.results:
        thing = telling.holder(result.lot)
        if result.outcome not in ("", "winner chosen"):
            _say_outcome(telling, result, telling.tender())
        for found in result.counts:
            count(telling, thing, found, result.lot)
        for sum_ in result.amounts:
            telling.pay(thing, sum_, lot=result.lot)
        for hidden in result.withheld:
            telling.withhold(thing, hidden, result.lot)
    for bid in telling.notice.bids:
        for hidden in bid.withheld:
            telling.withhold(telling.holder(bid.lot), hidden, bid.lot)


def _say_outcome(telling: Telling, result: Result, thing: Entity) -> None:
    because = f": {result.reason}" if result.reason else ""
    telling.say(
        thing.id,
        "HAS_STATUS",
        at=result.at,
        text=result.outcome,
        says=f"{short(thing.name)}, {result.lot or 'the whole'}: {result.outcome}{because}.",
        lot=result.lot,
        reason=result.reason,
        **telling.on_day_of_notice(),
    )


def say_lost_bids(telling: Telling) -> None:
    """Who bid and did not win; a loser is no supplier."""
    winners = set(_winners(telling))
    ended = (
        result for result in telling.notice.results if result.outcome == "closed without a winner"
    )
    closed = frozenset(result.lot for result in ended)
    for bid in telling.notice.lost():
        status = _status(telling, bid, closed)
        thing = telling.tender() if status == "no award" else telling.holder(bid.lot)
        for party in bid.group.members:
            bidder = telling.supplier(party)
            if bidder and (bidder.id, thing.id, bid.lot) not in winners:
                _say_bid(telling, bid, bidder, thing, (status, bid.group.role(party)))


def _say_bid(
    telling: Telling, bid: Bid, bidder: Entity, thing: Entity, came_of: tuple[str, str]
) -> None:
    status, role = came_of
    is_own = bid.amount and not bid.amount.is_withheld and len(bid.group.members) == 1
    telling.say(
        bidder.id,
        "BID_ON",
        thing.id,
        at=bid.at,
        says=f"{short(bidder.name)} bid for {short(thing.name)}"
        f"{' and did not win' if status == 'lost' else ''}.",
        status=status,
        role=role,
        lot=bid.lot,
        value=bid.amount.amount if bid.amount and is_own else "",
        currency=bid.amount.currency if bid.amount and is_own else "",
        note=f"rank {bid.rank}" if bid.rank else "",
    )


def _status(telling: Telling, bid: Bid, closed: frozenset[str]) -> str:
    """``lost`` where somebody else won, ``no award`` where nobody did; else it is not known."""
    if not closed.isdisjoint(telling.members(bid.lot)):
        return "no award"
    return "lost" if telling.is_awarded(bid.lot) else ""


def _winners(telling: Telling) -> Iterator[tuple[str, str, str]]:
    for award, contract in telling.awards():
        for bid in award.bids:
            for party in bid.group.members:
                yield telling.cast.id(party), contract.id, bid.lot


def say_owners(telling: Telling) -> None:
    """Who owns those that won or work under a contract, where the notice publishes a name."""
    notice = telling.notice
    suppliers = set(_suppliers(telling))
    for owner in notice.owners:
        if not owner.names:
            telling.context.skip("beneficial owner without a published name")
            continue
        owned = [telling.cast.supplier(party) for party in owner.companies]
        if not suppliers & {company.id for company in owned}:
            telling.context.skip("beneficial owner of an organisation that won nothing")
            continue
        person = telling.cast.owner(owner, notice.number or notice.id)
        telling.tell(person)
        for company in owned:
            if company.id in suppliers:
                telling.say(
                    person.id,
                    "OWNS",
                    company.id,
                    at=owner.at,
                    says=f"{person.name} is a beneficial owner of {short(company.name)}.",
                    kind="beneficial owner",
                    **telling.on_day_of_notice(),
                )


def _suppliers(telling: Telling) -> Iterator[str]:
    for award in telling.notice.awards:
        for bid in award.bids:
            for party in bid.group.members:
                yield telling.cast.id(party)
            for named in bid.group.subcontracts:
                yield telling.cast.id(named.party)
