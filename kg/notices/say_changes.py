"""Contracts that were changed while they ran: nobody wins anything anew."""

from collections.abc import Iterator

from kg.notices.naming import short
from kg.notices.notice import Award
from kg.notices.telling import Telling
from kg.statements import Entity

_SINCE = "named in a notice of change, as one who holds the contract after it"
_NOTE = "named in a notice of change; the award is that of an earlier notice"


def say_change(telling: Telling, award: Award, contract: Entity) -> None:
    """Whose contract it is, with whom, and why it was changed."""
    buyers = [
        (buyer, party.at) for party in telling.notice.buyers if (buyer := telling.buyer(party))
    ]
    for buyer, at in buyers:
        telling.say(
            buyer.id,
            "TENDERED",
            contract.id,
            at=at,
            says=f"{short(buyer.name)} is the buyer of {short(contract.name)}.",
            note=_NOTE,
        )
    for holder, at, role, note in _holders(telling, award):
        for buyer, _ in buyers:
            telling.say(
                holder.id,
                "CONTRACTED_WITH",
                buyer.id,
                at=at,
                says=f"{short(holder.name)} holds {short(contract.name)}.",
                contract=contract.id,
                role=role,
                note=note,
            )
    _say_reasons(telling, award, contract)


def _holders(telling: Telling, award: Award) -> Iterator[tuple[Entity, str, str, str]]:
    """Who won the contract, then who else holds it since: the place, role and remark of each."""
    known = set()
    for bid in award.bids:
        for party in bid.group.members:
            known.add(telling.cast.id(party))
            if holder := telling.supplier(party):
                yield holder, award.at, bid.group.role(party), _NOTE
    for party in award.successors:
        if telling.cast.id(party) not in known and (holder := telling.supplier(party)):
            yield holder, party.at, "", _SINCE


def _say_reasons(telling: Telling, award: Award, contract: Entity) -> None:
    for change in telling.notice.changed:
        if change.contract in ("", award.key):
            why = change.reason or "no reason is given"
            telling.say(
                contract.id,
                "HAS_STATUS",
                at=change.at,
                text="modified",
                says=f"{short(contract.name)} was changed: {why}.",
                reason=change.reason,
                note=change.note,
                **telling.on_day_of_notice(),
            )
