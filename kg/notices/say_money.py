"""The sums of contracts: what they were awarded for, what is subcontracted of it."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from kg.notices.naming import short
from kg.notices.notice import Amount, Award, Bid, Count, Notice
from kg.notices.say_goods import count
from kg.notices.telling import Telling
from kg.statements import Entity

_ANSWERS = {
    "yes": "to be subcontracted in part",
    "no": "not to be subcontracted",
    "not-known": "not known whether it will be subcontracted",
}
_ONLY = "total of the notice, which has this one contract"


def own_part(telling: Telling, award: Award, bid: Bid) -> dict[str, str]:
    """A winner's own part of a contract that several bidders won; other sums are the contract's."""
    if not bid.amount or bid.amount.is_withheld or not is_own_part(award, bid):
        return {}
    if telling.bearer(bid) is not award:
        return {}
    return {"value": bid.amount.amount, "currency": bid.amount.currency}


def is_own_part(award: Award, bid: Bid) -> bool:
    """Whether the sum of a bid is one winner's alone."""
    return len({won.group.id for won in award.bids}) > 1 and len(bid.group.members) == 1


def say_amounts(telling: Telling, award: Award, contract: Entity) -> None:
    """What a contract was awarded for, lot by lot."""
    for bid in award.bids:
        _say_bid(telling, award, bid, contract)
    for sum_ in award.amounts:
        is_new = sum_.kind in ("addition", "after modification")
        days = telling.on_day_of_notice() if is_new else telling.dated(award)
        telling.pay(contract, sum_, lot=", ".join(award.lots), **days)


def _say_bid(telling: Telling, award: Award, bid: Bid, contract: Entity) -> None:
    """The sums of a bid, of its contract; of the tender, where several contracts share them."""
    is_change = telling.notice.kind == "modification"
    days = telling.on_day_of_notice() if is_change else telling.dated(award)
    own = [bid.amount] if bid.amount and not is_own_part(award, bid) else []
    for sum_ in own:
        kind = "after modification" if is_change else sum_.kind
        is_one_of_more = [one.lot for one in award.bids].count(bid.lot) > 1
        scope = f"tender {bid.id}" if is_one_of_more else sum_.scope
        _pay(telling, (award, bid), contract, replace(sum_, kind=kind, scope=scope), days)
    for sum_ in bid.amounts:
        _pay(telling, (award, bid), contract, sum_, telling.on_day_of_notice())


def _pay(
    telling: Telling, of: tuple[Award, Bid], contract: Entity, sum_: Amount, days: dict[str, str]
) -> None:
    award, bid = of
    owner = telling.bearer(bid)
    if owner is award:
        telling.pay(contract, sum_, lot=bid.lot, **days)
    elif owner is None:
        shared = replace(sum_, scope=f"tender {bid.id}, which several contracts refer to")
        telling.pay(telling.tender(), shared, lot=bid.lot)
    else:
        telling.context.skip("sum of a tender that another contract has")


def say_subcontracting(telling: Telling, award: Award, bid: Bid, contract: Entity) -> None:
    """Whether a part is subcontracted, and how much; without a name it is the contract's matter."""
    term = bid.subcontracting
    if term.is_withheld:
        telling.context.skip("subcontracting that the buyer withholds")
    elif term.answer in _ANSWERS:
        is_unnamed = term.answer == "yes" and not bid.group.subcontracts
        answer = _ANSWERS[term.answer] + (", to whom is not said" if is_unnamed else "")
        telling.say(
            contract.id,
            "HAS_STATUS",
            at=term.at,
            text=answer,
            says=f"{short(contract.name)}: {answer}.",
            lot=bid.lot,
            note=term.note,
        )
    if term.share:
        share = Count("share subcontracted", term.share, term.at, "%")
        count(telling, contract, share, bid.lot)
    if term.amount:
        _pay(telling, (award, bid), contract, term.amount, {})


def say_sums(telling: Telling) -> None:
    """The sums of the whole notice; those of its only contract, if that has none of its own."""
    notice = telling.notice
    only = notice.awards[0] if len(notice.awards) == 1 else None
    known = dict(_sums_of_contracts(notice))
    for sum_ in notice.amounts:
        if sum_.kind != "total":
            telling.pay(telling.tender(), sum_)
        elif only and not known:
            kind = "after modification" if notice.kind == "modification" else "award"
            whole = replace(sum_, kind=kind, scope="", note=_ONLY)
            telling.pay(telling.contracts[0], whole, **telling.dated(only))
        elif known == {sum_.currency: Decimal(sum_.amount)}:
            telling.context.skip("total that is the sum of the contracts")
        else:
            telling.pay(telling.tender(), sum_)
    for hidden in notice.withheld:
        telling.withhold(telling.tender(), hidden)


def _sums_of_contracts(notice: Notice) -> Iterator[tuple[str, Decimal]]:
    """What the contracts come to, by currency, so that a total is not told as more money."""
    found: dict[str, Decimal] = {}
    bids = {id(bid): bid for award in notice.awards for bid in award.bids}
    own = [sum_ for award in notice.awards for sum_ in award.amounts]
    for sum_ in (*own, *(bid.amount for bid in bids.values())):
        if sum_ and sum_.kind == "award" and not sum_.is_withheld:
            before = found.get(sum_.currency, Decimal(0))
            found[sum_.currency] = before + Decimal(sum_.amount)
    yield from found.items()
