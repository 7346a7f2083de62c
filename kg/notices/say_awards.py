"""Contracts: who awarded them, who won them, who works under them."""

from kg.notices import naming
from kg.notices.naming import short
from kg.notices.notice import Award, Bid, Group, Lot, Party
from kg.notices.say_changes import say_change
from kg.notices.say_goods import count, cover
from kg.notices.say_money import own_part, say_amounts, say_subcontracting
from kg.notices.telling import Telling
from kg.statements import Entity

NOTHING_AWARDED = "unsuccessful"
"""The status of an award that came to nothing: nobody awarded it, and nobody won."""


def say_awards(telling: Telling) -> None:
    """Say each contract; one that is only changed is awarded to nobody anew."""
    for award, contract in telling.awards():
        if telling.notice.kind == "modification":
            say_change(telling, award, contract)
        elif award.status != NOTHING_AWARDED:
            _say_award(telling, award, contract)
            for bid in award.bids:
                _say_winners(telling, award, bid, contract)
        for group in {bid.group.id: bid.group for bid in award.bids}.values():
            _say_subcontractors(telling, award, group, contract)
        _say_what(telling, award, contract)
        _say_ties(telling, award, contract)
        say_amounts(telling, award, contract)
        for found in award.counts:
            count(telling, contract, found)
        for bid in award.bids:
            say_subcontracting(telling, award, bid, contract)
        for hidden in award.withheld:
            telling.withhold(contract, hidden)


def _say_award(telling: Telling, award: Award, contract: Entity) -> None:
    notice = telling.notice
    for party in _awarding(telling, award):
        if buyer := telling.buyer(party):
            telling.say(
                buyer.id,
                "AWARDED",
                contract.id,
                at=award.at,
                says=f"{short(buyer.name)} awarded {short(contract.name)}.",
                method=notice.method,
                reason=notice.reason,
                status=award.status or ("announced" if notice.kind == "direct" else ""),
                **telling.dated(award),
            )
    if award.decided and award.signed and award.decided != award.signed:
        telling.say(
            contract.id,
            "HAS_STATUS",
            at=award.at,
            text="winner chosen",
            says=f"The winner of {short(contract.name)} was chosen on {award.decided}.",
            date=award.decided,
        )


def _awarding(telling: Telling, award: Award) -> list[Party]:
    """The buyers that signed; all of them where somebody else did, or by a slip the winner."""
    buyers = {telling.cast.id(party): party for party in telling.notice.buyers}
    winners = {telling.cast.id(party) for bid in award.bids for party in bid.group.members}
    signed = {telling.cast.id(party): party for party in award.signatories}
    own = {id_: party for id_, party in signed.items() if id_ in buyers or id_ not in winners}
    return list((own if own.keys() & buyers.keys() else {**buyers, **own}).values())


def _say_winners(telling: Telling, award: Award, bid: Bid, contract: Entity) -> None:
    for party in bid.group.members:
        if winner := telling.supplier(party):
            telling.say(
                winner.id,
                "WON",
                contract.id,
                at=party.at or award.at,
                says=f"{short(winner.name)} won {short(contract.name)}.",
                role=bid.group.role(party),
                lot=bid.lot,
                status=award.status or ("announced" if telling.notice.kind == "direct" else ""),
                note=", ".join(_remarks(telling, award, bid)),
                **own_part(telling, award, bid),
                **telling.dated(award),
            )


def _remarks(telling: Telling, award: Award, bid: Bid) -> list[str]:
    """What is odd about a win, or has no field of its own."""
    found = list(award.remarks)
    listed = {one for lot in award.listed for one in telling.members(lot)}
    if bid.lot and listed and not listed & set(telling.members(bid.lot)):
        lots = " and ".join(award.listed)
        found.append(f"the notice lists this contract for {lots}, but its tender is for {bid.lot}")
    if len(bid.group.members) > 1 and bid.group.names:
        found.append(f"as part of {bid.group.names[0][1]}")
    return found


def _say_subcontractors(telling: Telling, award: Award, group: Group, contract: Entity) -> None:
    for named in group.subcontracts:
        primes = [prime for party in named.primes if (prime := telling.supplier(party))]
        if found := telling.supplier(named.party):
            whom = " and ".join(short(prime.name) for prime in primes)
            telling.say(
                found.id,
                "SUBCONTRACTED_ON",
                contract.id,
                at=named.at,
                says=f"{short(found.name)} is a subcontractor"
                f"{f' of {whom}' if whom else ''} on {short(contract.name)}.",
                prime="|".join(prime.id for prime in primes),
                **telling.dated(award),
            )


def _say_what(telling: Telling, award: Award, contract: Entity) -> None:
    """What a contract covers; where its lots have no main code of their own, the notice's is it."""
    notice = telling.notice
    lots = telling.meant(award)
    for lot in lots:
        cover(telling, contract, lot)
    if not any(lot.main for lot in lots):
        more = () if any(lot.id for lot in lots) else notice.additional
        cover(telling, contract, Lot("", main=notice.main, additional=more, at=notice.at))


def _say_ties(telling: Telling, award: Award, contract: Entity) -> None:
    """The procedure that a contract came from, and the framework that it is a call-off from."""
    notice = telling.notice
    if notice.procedure or notice.kind not in ("modification", "contract"):
        tender = telling.tender()
        telling.say(
            contract.id,
            "PART_OF",
            tender.id,
            at=award.at,
            says=f"{short(contract.name)} came out of the tender {short(tender.name)}.",
        )
    if award.framework:
        framework = naming.framework(award.framework)
        telling.tell(framework)
        telling.say(
            contract.id,
            "UNDER",
            framework.id,
            at=award.at,
            says=f"{short(contract.name)} was called off from {framework.name}.",
        )
