"""The compiled release of a contracting process as plain values."""

from collections.abc import Iterator
from dataclasses import replace

from kg.notices.branch import Branch
from kg.notices.fields import note
from kg.notices.json_numbers import digits
from kg.notices.notice import Amount, Bid, Count, Group, Kind, Lot, Party, Result
from kg.notices.ocds_awards import Reading, awards, with_suppliers
from kg.notices.ocds_bids import Bids
from kg.notices.ocds_fields import day, names, sums
from kg.notices.ocds_items import of_tender
from kg.notices.ocds_parties import Parties, distinct, who
from kg.notices.ocds_process import Process
from kg.notices.ocds_related import related
from kg.notices.words import language

_PLANNED = {"", "planning", "planned"}
_METHODS = {"open", "selective", "limited", "direct"}


def process(ocid: str, release: Branch) -> Process:
    """Read a compiled release; what is left in ``release`` afterwards nobody read."""
    own = language(release.text("language")[:2])
    missing: list[str] = []
    parties = Parties(release, own)
    reading = Reading(ocid, own, parties, Bids(release, parties, missing), missing)
    release.pass_over("ocid", "id", "tag", "initiationType")
    tender = release.branch("tender")
    whole, by_lot = of_tender(tender)
    buyers, procurers = _buyers(release, tender, reading)
    found, suppliers = with_suppliers(tuple(awards(release, reading, buyers)), reading)
    lots = tuple(_lots(tender, by_lot, reading))
    title = names(tender, "title", own) or names(release, "title", own)
    return Process(
        kind=_kind(tender, bool(found)),
        form="OCDS release",
        procedure=ocid,
        reference=tender.text("id"),
        ocid=ocid,
        language=own,
        published=day(release, "date"),
        names=title or _described(tender, release),
        method=_method(tender),
        reason=note(tender.text("procurementMethodRationale")),
        main=whole.main,
        additional=whole.additional,
        parties=parties.all,
        buyers=(*procurers, *buyers),
        lots=lots,
        results=tuple(_results(tender, reading)),
        bids=tuple(_lost(tender, reading)),
        awards=found,
        deals=found,
        amounts=tuple(_amounts(release, tender, missing)),
        subcontractors=parties.in_role("subcontractor"),
        suppliers=suppliers,
        related=tuple(related(release)),
        missing=(*missing, *parties.missing),
        at=whole.at or "tender",
    )


def _kind(tender: Branch, is_awarded: bool) -> Kind:
    if is_awarded:
        return "award"
    return "planned" if tender.peek("status").lower() in _PLANNED else "competition"


def _described(tender: Branch, release: Branch) -> tuple[tuple[str, str], ...]:
    text = note(tender.text("description") or release.text("description"))
    return (("", text),) if text else ()


def _method(tender: Branch) -> str:
    method = tender.text("procurementMethod").lower()
    details = note(tender.text("procurementMethodDetails"))
    known = f"{method} procedure" if method in _METHODS else method
    return ", ".join(filter(None, [known, details]))


def _buyers(
    release: Branch, tender: Branch, reading: Reading
) -> tuple[tuple[Party, ...], tuple[Party, ...]]:
    """Who buys, and who procures for them if that is somebody else."""
    parties = reading.parties
    procurers = parties.each(tender, "procuringEntity") or parties.in_role("procuringEntity")
    buyers = parties.each(release, "buyer") or parties.in_role("buyer") or procurers
    known = {who(party) for party in buyers}
    return buyers, tuple(party for party in procurers if who(party) not in known)


def _lots(tender: Branch, by_lot: dict[str, Lot], reading: Reading) -> Iterator[Lot]:
    for branch in tender.branches("lots"):
        id_ = branch.text("id")
        period = branch.branch("contractPeriod")
        goods = by_lot.pop(id_, Lot(id_))
        yield replace(
            goods,
            id=id_,
            names=names(branch, "title", reading.language),
            amounts=tuple(sums(branch, "value", "estimate", reading.missing)),
            since=day(period, "startDate"),
            until=day(period, "endDate"),
            at=branch.path,
        )
    for id_, goods in by_lot.items():
        yield replace(goods, id=id_)


def _results(tender: Branch, reading: Reading) -> Iterator[Result]:
    """How many bid, and whether the whole came to nothing."""
    number = digits(tender.number("numberOfTenderers"), tender.at("numberOfTenderers"), [])
    by_lot: dict[str, list[Count]] = {}
    for lot, count in reading.bids.counts:
        by_lot.setdefault(lot, []).append(count)
    if number:
        at = tender.at("numberOfTenderers")
        by_lot.setdefault("", []).append(Count("tenderers", number, at))
    status = tender.text("status").lower()
    is_over = status in ("cancelled", "unsuccessful", "withdrawn")
    for lot, counts in by_lot.items():
        yield Result(lot, "", counts[0].at, counts=tuple(counts))
    if status:
        outcome = "closed without a winner" if is_over else ""
        reason = f"the tender was {status}" if is_over else ""
        yield Result("", outcome, tender.at("status"), reason=reason)


def _lost(tender: Branch, reading: Reading) -> Iterator[Bid]:
    """The bids that no award names, then whoever else is said to have bid."""
    known: set[object] = set()
    for bid in reading.bids.all:
        known.update(who(party) for party in bid.group.members)
        if bid.at not in reading.won:
            yield bid
    listed = reading.parties.each(tender, "tenderers")
    for party in distinct([*listed, *reading.parties.in_role("tenderer")]):
        if who(party) not in known:
            yield Bid("", Group(party.at, (party,)), at=party.at)


def _amounts(release: Branch, tender: Branch, missing: list[str]) -> Iterator[Amount]:
    budget = release.branch("planning").branch("budget")
    yield from sums(budget, "amount", "budget", missing)
    most = list(sums(tender, "maxValue", "ceiling", missing))
    yield from sums(tender, "value", "estimate", missing)
    for least in sums(tender, "minValue", "estimate", missing):
        yield replace(least, scope="at least")
    yield from most
