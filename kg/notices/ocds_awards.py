"""The awards and contracts of a release, put together.

A contract that is the only one of its award is that award: one thing that was decided and then
signed. Where an award led to several contracts, they stand under it.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from kg.notices.branch import Branch
from kg.notices.fields import note
from kg.notices.notice import Amount, Bid, Group, Names, Party, Subcontracting
from kg.notices.ocds_bids import Bids, subcontracting
from kg.notices.ocds_fields import day, names, sums
from kg.notices.ocds_items import covers, period
from kg.notices.ocds_parties import Parties, distinct, who
from kg.notices.ocds_process import Deal, Payment
from kg.notices.ocds_related import related
from kg.notices.say_awards import NOTHING_AWARDED
from kg.statements import digest

NO_WIN = "supplier of an award that was unsuccessful"
_LONGEST_KEY = 40
_STATUSES = {"pending": "announced", "cancelled": "cancelled", "unsuccessful": NOTHING_AWARDED}
_UNSETTLED = {"pending": "the award is not settled yet", "cancelled": "the award was cancelled"}


@dataclass(slots=True)
class Reading:
    """A release being read: its language, parties and bids, what is missing, and which bids won."""

    ocid: str
    language: str
    parties: Parties
    bids: Bids
    missing: list[str] = field(default_factory=list)
    won: set[str] = field(default_factory=set)
    buyers: tuple[Party, ...] = ()


def awards(release: Branch, reading: Reading, buyers: tuple[Party, ...]) -> Iterator[Deal]:
    """Every award and contract, with what else is said of it; ``buyers`` award it by default."""
    reading.buyers = buyers
    listed, contracts = release.branches("awards"), release.branches("contracts")
    only = _award_id(listed[0]) if len(listed) == len(contracts) == 1 else ""
    signed: dict[str, list[Branch]] = {}
    for contract in contracts:
        key = contract.text("awardID") or only or contract.peek("id") or contract.path
        signed.setdefault(key, []).append(contract)
    for award in listed:
        key = _award_id(award)
        award.pass_over("id")
        yield from _together(key, award, signed.pop(key, []), reading)
    for key, contracts in signed.items():
        yield from _together(key, Branch({}, contracts[0].path), contracts, reading)


def with_suppliers(
    deals: tuple[Deal, ...], reading: Reading
) -> tuple[tuple[Deal, ...], tuple[Party, ...]]:
    """Deals with the parties of which only the role says that they supply, and those left over.

    Where there is one award, and it names nobody, they won it.
    """
    named = {who(party) for deal in deals for bid in deal.bids for party in _of(bid)}
    found = [one for one in reading.parties.in_role("supplier") if who(one) not in named]
    if len(deals) != 1 or named or deals[0].status == NOTHING_AWARDED:
        bidders = {who(party) for party in reading.parties.in_role("tenderer")}
        return deals, tuple(one for one in found if who(one) not in bidders)
    own = deals[0].bids
    if len(own) == len(found) == 1:
        bids = [replace(own[0], group=replace(own[0].group, members=tuple(found)))]
    else:
        bids = [*own, *(Bid("", Group(party.at, (party,)), at=party.at) for party in found)]
    return (replace(deals[0], bids=tuple(bids)),), ()


def _of(bid: Bid) -> Iterator[Party]:
    yield from bid.group.members
    yield from (one.party for one in bid.group.subcontracts)


def _award_id(award: Branch) -> str:
    return award.peek("id") or award.path


def _together(key: str, award: Branch, contracts: list[Branch], reading: Reading) -> Iterator[Deal]:
    if len(contracts) == 1:
        yield _one(key, award, contracts[0], reading)
        return
    yield _one(key, award, Branch({}, award.path), reading)
    for contract in contracts:
        own = f"{key}-{contract.peek('id') or contract.path}"
        found = _one(own, Branch({}, contract.path), contract, reading)
        yield replace(found, under=_short(key, reading.ocid))


def _one(key: str, award: Branch, contract: Branch, reading: Reading) -> Deal:
    """An award with its only contract; either may be empty."""
    status = award.text("status").lower()
    decided, signed = day(award, "date"), day(contract, "dateSigned", "date")
    title = names(award, "title", reading.language)
    return Deal(
        key=_short(key, reading.ocid),
        bids=tuple(_bids(award, contract, status, reading)),
        at=award.path,
        status=_STATUSES.get(status, ""),
        lots=tuple(dict.fromkeys((*award.texts("relatedLots"), *contract.texts("relatedLots")))),
        number=contract.text("id"),
        names=names(contract, "title", reading.language) or title or _described(award, contract),
        signed=signed,
        decided=decided,
        signatories=reading.parties.each(contract, "buyer") or reading.buyers,
        amounts=tuple(_amounts(award, contract, reading.missing)),
        remarks=tuple(filter(None, [_UNSETTLED.get(status, "")])),
        covers=covers(award, contract),
        period=period(award, contract),
        states=tuple(_states(status, award, contract)),
        payments=tuple(_payments(contract, reading.missing)),
        related=tuple(related(contract)),
    )


def _short(key: str, ocid: str) -> str:
    """The id of an award as part of one: without the ocid before it, and never cut."""
    own = key.removeprefix(ocid).lstrip("-_/:. ") or key
    return own if len(own) <= _LONGEST_KEY else f"{own[:24]}-{digest(own)}"


def _described(award: Branch, contract: Branch) -> Names:
    text = note(contract.text("description") or award.text("description"))
    return (("", text),) if text else ()


def _bids(award: Branch, contract: Branch, status: str, reading: Reading) -> Iterator[Bid]:
    """The bids that won: those an award names, else one for each supplier.

    Whether several suppliers of one award bid together is only known where a bid says so.
    """
    parties = reading.parties
    winners = distinct([*parties.each(award, "suppliers"), *parties.each(contract, "suppliers")])
    keys = (award.texts("relatedBids"), award.texts("relatedBid"), contract.texts("relatedBids"))
    named = reading.bids.of(id_ for ids in keys for id_ in ids)
    told = [found for one in (award, contract) if (found := _told(one, reading))]
    if status == NOTHING_AWARDED:
        reading.missing += [NO_WIN] * len(winners)
        return
    reading.won.update(bid.at for bid in named)
    together = {who(party) for bid in named for party in bid.group.members}
    alone = [party for party in winners if who(party) not in together]
    if len(named) == 1 and not together:
        named = [replace(named[0], group=replace(named[0].group, members=tuple(alone)))]
        alone = []
    bids = [*named, *(Bid("", Group(party.at, (party,)), at=party.at) for party in alone)]
    yield from _with(bids, told, award.path)


def _told(branch: Branch, reading: Reading) -> tuple[Subcontracting, Group] | None:
    return subcontracting(branch, reading.parties, reading.missing)


def _with(bids: list[Bid], told: list[tuple[Subcontracting, Group]], at: str) -> Iterator[Bid]:
    """Bids of an award, the first of them with what the award says of subcontracting."""
    if not told:
        yield from bids
        return
    first, *others = bids or [Bid("", Group(at, ()), at=at)]
    for saying, group in told:
        known = (*first.group.subcontracts, *group.subcontracts)
        first = replace(
            first, subcontracting=saying, group=replace(first.group, subcontracts=known)
        )
    yield first
    yield from others


def _amounts(award: Branch, contract: Branch, missing: list[str]) -> Iterator[Amount]:
    """The sum of the award, and that of the contract where it is another."""
    decided = list(sums(award, "value", "award", missing))
    yield from decided
    yield from sums(award, "maximumValue", "ceiling", missing)
    yield from sums(award, "estimatedValue", "estimate", missing)
    same = {(one.amount, one.currency, one.vat) for one in decided}
    for one in sums(contract, "value", "price" if decided else "award", missing):
        if (one.amount, one.currency, one.vat) not in same:
            yield one


def _states(status: str, award: Branch, contract: Branch) -> Iterator[tuple[str, str]]:
    """Statuses with their places; that of an award in force says nothing beside its contract's."""
    own = contract.text("status").lower()
    if status and not (status == "active" and own):
        yield f"award {status}", award.at("status")
    if own:
        yield f"contract {own}", contract.at("status")


def _payments(contract: Branch, missing: list[str]) -> Iterator[Payment]:
    implementation = contract.branch("implementation")
    for transaction in implementation.branches("transactions"):
        when = day(transaction, "date")
        key = "value" if "value" in transaction else "amount"
        for amount in sums(transaction, key, "paid", missing):
            yield Payment(amount, when)
    for amount in sums(implementation, "finalValue", "paid", missing):
        yield Payment(amount, day(implementation, "endDate"))
