"""Subcontracts and changes of a French contract told as statements, each on its day."""

from decimal import Decimal

from kg.money import doubt
from kg.notices.decp_acts import Change, Subcontract
from kg.notices.decp_contract import Contract
from kg.notices.decp_telling import DecpTelling
from kg.notices.naming import short
from kg.notices.notice import Party
from kg.statements import Entity

UNNAMED_SUBCONTRACT = "to be subcontracted in part, to whom is not said"


def say_subcontract(telling: DecpTelling, act: Subcontract, thing: Entity) -> None:
    """Who works on a contract for somebody else, from which day, and for how much."""
    if act.party is None:
        _say_unnamed(telling, act, thing)
        return
    found = telling.supplier(act.party)
    assert found is not None
    prime = _only_holder(telling)
    whom = f" of {short(prime.name)}" if prime else ""
    notes = [f"subcontract {act.number}" + (" as changed" if act.is_change else "")]
    if act.terms:
        notes.append(f"price {act.terms.lower()}")
    telling.say(
        found.id,
        "SUBCONTRACTED_ON",
        thing.id,
        at=act.at,
        says=f"{short(found.name)} is a subcontractor{whom} on {short(thing.name)}.",
        prime=prime.id if prime else "",
        value=act.amount.amount if act.amount else "",
        currency="EUR" if act.amount else "",
        vat=act.amount.vat if act.amount else "",
        duration=f"{act.months} months" if act.months else "",
        date=act.day,
        note=", ".join(filter(None, [*notes, _doubt(act)])),
    )


def _doubt(act: Subcontract) -> str:
    return doubt(Decimal(act.amount.amount)) if act.amount else ""


def _say_unnamed(telling: DecpTelling, act: Subcontract, thing: Entity) -> None:
    """A subcontract without a name is a matter of the contract, and makes no company."""
    telling.say(
        thing.id,
        "HAS_STATUS",
        at=act.at,
        says=f"{short(thing.name)} is {UNNAMED_SUBCONTRACT}.",
        text=UNNAMED_SUBCONTRACT,
        date=act.day,
        note=f"subcontract {act.number}" if act.number else "",
    )
    if act.amount:
        telling.pay(thing, act.amount, date=act.day)


def _only_holder(telling: DecpTelling) -> Entity | None:
    """The holder that a subcontractor works for, where there is one alone."""
    members = [party for bid in telling.notice.awards[0].bids for party in bid.group.members]
    return telling.supplier(members[0]) if len(members) == 1 else None


def say_change(telling: DecpTelling, contract: Contract, change: Change, thing: Entity) -> None:
    """What was changed, and when; a new holder holds the contract from then on, and won nothing."""
    telling.say(
        thing.id,
        "HAS_STATUS",
        at=change.at,
        says=f"{short(thing.name)} was changed: {short(change.about) or 'no reason is given'}.",
        text="modified",
        date=change.day,
        note=change.about,
    )
    if change.amount:
        telling.pay(thing, change.amount, date=change.day)
    if change.months:
        say_months(telling, thing, change.months, change.at, change.day)
    before = {
        telling.cast.supplier(party).id
        for bid in contract.awards[0].bids
        for party in bid.group.members
    }
    for party in change.holders:
        holder = telling.supplier(party)
        if holder and holder.id not in before:
            _say_holder(telling, contract, change, party, holder)


def _say_holder(
    telling: DecpTelling, contract: Contract, change: Change, party: Party, holder: Entity
) -> None:
    thing = telling.contracts[0]
    for one in contract.buyers:
        if buyer := telling.buyer(one):
            telling.say(
                holder.id,
                "CONTRACTED_WITH",
                buyer.id,
                at=party.at,
                says=f"{short(holder.name)} holds {short(thing.name)}.",
                contract=thing.id,
                since=change.day,
                note="a new holder since the contract was changed",
            )


def say_months(telling: DecpTelling, thing: Entity, months: str, at: str, day: str) -> None:
    """How long a contract is to run, as was said on a day."""
    telling.say(
        thing.id,
        "HAS_METRIC",
        at=at,
        says=f"{short(thing.name)}: planned duration {months} months.",
        text=months,
        measure="planned duration",
        unit="months",
        date=day,
    )
