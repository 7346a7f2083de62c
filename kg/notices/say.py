"""What a notice says, in the same words whatever format it came in."""

from kg.notices import naming
from kg.notices.notice import Lot, Notice
from kg.notices.say_awards import say_awards
from kg.notices.say_bids import say_lost_bids, say_owners, say_results
from kg.notices.say_goods import cover, say_terms
from kg.notices.say_money import say_sums
from kg.notices.telling import Telling, begin
from kg.sources import Context
from kg.statements import Entity

_STATUS = {"planned": "planned", "competition": "open"}
_NO_PART = "organisation that neither buys, bids nor supplies (review body, service provider)"


def say(context: Context, notice: Notice) -> None:
    """Say everything that a notice says."""
    tell(begin(context, notice))


def tell(telling: Telling) -> None:
    """Say everything that a notice says of which everything has its name."""
    notice = telling.notice
    if notice.kind != "modification":
        _say_tender(telling, telling.tender())
    _say_correction(telling)
    for lot in notice.lots:
        say_terms(telling, telling.holder(lot.id), lot)
    say_awards(telling)
    say_results(telling)
    say_lost_bids(telling)
    say_owners(telling)
    say_sums(telling)
    _count_the_rest(telling)


def _say_tender(telling: Telling, tender: Entity) -> None:
    """Who put out what; a lot without a contract is a part of what the tender covers."""
    notice = telling.notice
    act = "put out this" if notice.kind in _STATUS else "is the buyer of this"
    for party in notice.buyers:
        if buyer := telling.buyer(party):
            telling.say(
                buyer.id,
                "TENDERED",
                tender.id,
                at=party.at,
                says=f"{naming.short(buyer.name)} {act}: {naming.short(tender.name)}.",
                status="cancelled" if notice.is_cancelled else _STATUS.get(notice.kind, ""),
                method=notice.method,
                reason=notice.reason,
                **(telling.on_day_of_notice() if notice.kind in _STATUS else {}),
            )
    whole = Lot("", main=notice.main, additional=notice.additional, at=notice.at)
    cover(telling, tender, whole)
    awarded = {lot.id for award in notice.awards for lot in telling.meant(award)}
    for lot in notice.lots:
        if lot.id not in awarded:
            cover(telling, tender, lot)
            _say_title(telling, tender, lot)


def _say_correction(telling: Telling) -> None:
    """That a notice takes the place of another: what that one said, it says again or otherwise."""
    notice, found = telling.notice, telling.notice.correction
    if found is None:
        return
    tender = telling.tender()
    text = "notice cancelled" if notice.is_cancelled else "notice corrected"
    why = f": {found.reason}" if found.reason else ""
    telling.say(
        tender.id,
        "HAS_STATUS",
        at=found.at,
        text=text,
        says=f"{naming.short(tender.name)}: {text}{why}.",
        reason=found.reason,
        note=found.note,
        **telling.on_day_of_notice(),
    )


def _say_title(telling: Telling, tender: Entity, lot: Lot) -> None:
    if not lot.names or lot.names == telling.notice.names:
        return
    title = lot.names[0][1]
    telling.say(
        tender.id,
        "COVERS",
        at=lot.at,
        text=title,
        says=f"{lot.id} of {naming.short(tender.name)} is {naming.short(title)}.",
        kind="lot",
        lot=lot.id,
    )


def _count_the_rest(telling: Telling) -> None:
    """Who has no part that is told of, and what the notice refers to in vain."""
    for party in telling.notice.parties:
        if telling.cast.id(party) not in telling.told:
            telling.context.skip(_NO_PART)
    for _ in range(telling.notice.translations):
        telling.context.skip("the same form in another language")
    for reason in telling.notice.missing:
        telling.context.skip(reason)
