"""Who bids in an eForms notice, with whom, through whom, and for how much."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from kg.notices.eforms_lots import sums
from kg.notices.eforms_parties import Parties, named
from kg.notices.eforms_withheld import ANY, OWN, hidden_codes, place, withheld
from kg.notices.fields import amount, distinct, is_masked, note
from kg.notices.notice import Amount, Bid, Group, Subcontract, Subcontracting
from kg.notices.xml import Node

_TRUE = ("true", "1")
_BID_SUMS = {
    "con-rev-buy": ("ConcessionRevenue/RevenueBuyerAmount", "revenue", "from the buyer"),
    "con-rev-use": ("ConcessionRevenue/RevenueUserAmount", "revenue", "from users"),
    "paid": ("AggregatedAmounts/PaidAmount", "paid", ""),
    "penalties": ("AggregatedAmounts/PenaltiesAmount", "penalty", ""),
}
"""By the code of what may be withheld; what was paid may not."""


def groups_of(node: Node, known: Parties, own_language: str, missing: list[str]) -> Iterator[Group]:
    """Who bids together; whoever bids alone is a group of one."""
    for party in node.each("TenderingParty"):
        tenderers = [
            (found, one.text("GroupLeadIndicator") in _TRUE)
            for one in party.each("Tenderer")
            if (found := known.get(one.text("ID"), missing, "tenderer"))
        ]
        members = tuple({id(found): found for found, _ in tenderers}.values())
        at = place("TenderingParty", party.text("ID"))
        yield Group(
            id=party.text("ID"),
            members=members,
            leads=tuple(found for found, is_lead in tenderers if is_lead),
            subcontracts=tuple(_subcontracts(party, known, at, missing)),
            names=named(party, "Name", own_language),
            at=at,
        )


def _subcontracts(
    party: Node, known: Parties, at: str, missing: list[str]
) -> Iterator[Subcontract]:
    for node in party.each("SubContractor"):
        mains = distinct(node.texts("MainContractor/ID"))
        primes = [known.get(id_, missing, "main contractor") for id_ in mains]
        if found := known.get(node.text("ID"), missing, "subcontractor"):
            yield Subcontract(found, tuple(prime for prime in primes if prime), at)


def bids_of(node: Node, groups: Mapping[str, Group], missing: list[str]) -> Iterator[Bid]:
    """The tenders, won or not."""
    for tender in node.each("LotTender"):
        id_, party = tender.text("ID"), tender.text("TenderingParty/ID")
        if party not in groups and party:
            missing.append(f"tendering party {party}, which the notice does not describe")
        at, hidden = place("LotTender", id_), hidden_codes(tender, ANY)
        value = tender.first("LegalMonetaryTotal/PayableAmount")
        rank = tender.text("RankCode")
        yield Bid(
            id=id_,
            group=groups.get(party, Group(party, ())),
            at=at,
            lot=tender.text("TenderLot/ID"),
            amount=_sum("award", value, at, missing, "win-ten-val" in hidden),
            amounts=tuple(_bid_sums(tender, hidden, at, missing)),
            subcontracting=_subcontracting(tender.first("SubcontractingTerm"), at, missing),
            rank="" if "ten-ran" in hidden or is_masked(rank) else rank,
            withheld=withheld(tender, at, ANY),
        )


def _bid_sums(
    tender: Node, hidden: frozenset[str], at: str, missing: list[str]
) -> Iterator[Amount]:
    """What a concession brings in (BT-160, BT-162); what was paid in the end (BT-779, BT-782)."""
    for code, (path, kind, scope) in _BID_SUMS.items():
        for found in sums(tender, {path: kind}, at, missing, scope):
            yield replace(found, is_withheld=code in hidden)


def _subcontracting(term: Node | None, at: str, missing: list[str]) -> Subcontracting:
    if term is None:
        return Subcontracting()
    hidden = hidden_codes(term, OWN)
    share, value = term.text("TermPercent"), term.first("TermAmount")
    return Subcontracting(
        answer=_answer(term),
        amount=_sum("subcontracted", value, at, missing, "sub-val" in hidden),
        share="" if "sub-per" in hidden else amount(share, "plain", missing, "share"),
        note="" if "sub-des" in hidden else note(term.text("TermDescription")),
        at=at,
        is_withheld="sub-con" in hidden,
    )


def _answer(term: Node) -> str:
    """BT-773. Without its code list, "not-known" is what a form fills in by itself."""
    node = term.first("TermCode")
    text = node.text() if node else ""
    is_listed = bool(node and node.get("listName"))
    return text if text in ("yes", "no") or (is_listed and not is_masked(text)) else ""


def _sum(
    kind: str, node: Node | None, at: str, missing: list[str], is_withheld: bool
) -> Amount | None:
    digits = amount(node.text(), "plain", missing, kind) if node else ""
    if not node or not digits:
        return None
    return Amount(kind, digits, node.get("currencyID"), at, is_withheld=is_withheld)
