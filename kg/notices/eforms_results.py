"""The results of an eForms notice: who bid, who won which lot, under which contract.

The same tags are containers and references (a ``LotResult`` refers to a ``SettledContract`` by an
element of the same name), so that only direct children of ``NoticeResult`` are read as containers.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from kg.notices.eforms_lots import sums
from kg.notices.eforms_parties import Parties, named
from kg.notices.fields import amount, day, distinct, is_masked, note, publication, sender_id
from kg.notices.notice import (
    Amount,
    Award,
    Bid,
    Count,
    Group,
    Result,
    Subcontract,
    Subcontracting,
    Withheld,
)
from kg.notices.words import meaning
from kg.notices.xml import Node

_AT = "//efac:NoticeResult"
_TRUE = ("true", "1")
_RESULT_SUMS = {
    "ten-val-hig": ("HigherTenderAmount", "highest tender"),
    "ten-val-low": ("LowerTenderAmount", "lowest tender"),
    "max-val": ("FrameworkAgreementValues/MaximumValueAmount", "ceiling"),
    "ree-val": ("FrameworkAgreementValues/ReestimatedValueAmount", "estimate after award"),
}
_GROUP_SUMS = {
    "gro-max-val": ("GroupFrameworkMaximumValueAmount", "ceiling"),
    "gro-ree-val": ("GroupFrameworkReestimatedValueAmount", "estimate after award"),
}
_OWN, _ANY = "FieldsPrivacy", ".//FieldsPrivacy"
"""Where it says what is withheld of an element itself, or of any part of it."""
_NOTICE_SUMS = {
    "not-val": ("TotalAmount", "total", "all contracts of the notice"),
    "not-max-val": ("OverallMaximumFrameworkContractsAmount", "ceiling", "all frameworks"),
    "not-app-val": (
        "OverallApproximateFrameworkContractsAmount",
        "estimate after award",
        "all frameworks",
    ),
}


@dataclass(frozen=True, slots=True)
class Results:
    """All that stands in a cac:NoticeResult."""

    results: tuple[Result, ...] = ()
    groups: tuple[Group, ...] = ()
    bids: tuple[Bid, ...] = ()
    awards: tuple[Award, ...] = ()
    amounts: tuple[Amount, ...] = ()
    withheld: tuple[Withheld, ...] = ()


def results(node: Node | None, known: Parties, own_language: str, missing: list[str]) -> Results:
    """Read the results of a notice; one without any has none."""
    if node is None:
        return Results()
    groups = tuple(_groups(node, known, own_language, missing))
    bids = tuple(_bids(node, {group.id: group for group in reversed(groups)}, missing))
    by_id = {bid.id: bid for bid in reversed(bids)}
    found = tuple(_results(node, missing))
    awards = tuple(_awards(node, by_id, found, (known, own_language, missing)))
    hidden = (*withheld(node, _AT, _OWN), *withheld(node, _AT, f"GroupFramework/{_OWN}"))
    amounts = (*_notice_sums(node, missing), *_group_sums(node, missing))
    return Results(found, groups, bids, awards, amounts, hidden)


def withheld(node: Node, at: str, path: str) -> tuple[Withheld, ...]:
    """What the buyer does not publish of an element, each field once."""
    found = (
        Withheld(
            what=meaning("withheld", field.text("FieldIdentifierCode")),
            until=day(field.text("PublicationDate")),
            reason=meaning("withheld_because", field.text("ReasonCode")),
            at=at,
        )
        for field in node.each(path)
    )
    return tuple(dict.fromkeys(found))


def _hidden(node: Node, path: str) -> frozenset[str]:
    """The codes of what is not published of an element. Each is of one field of it only."""
    return frozenset(node.texts(f"{path}/FieldIdentifierCode"))


def _notice_sums(node: Node, missing: list[str]) -> Iterator[Amount]:
    hidden = _hidden(node, _OWN)
    for code, (path, kind, scope) in _NOTICE_SUMS.items():
        for found in sums(node, {path: kind}, _AT, missing, scope):
            yield replace(found, is_withheld=code in hidden)


def _group_sums(node: Node, missing: list[str]) -> Iterator[Amount]:
    """What frameworks over a group of lots may come to (BT-156, BT-1561)."""
    for number, group in enumerate(node.each("GroupFramework"), start=1):
        hidden = _hidden(group, _OWN)
        lots = "" if "gro-max-ide" in hidden else group.text("TenderLot/ID")
        at, scope = f"{_AT}/efac:GroupFramework[{number}]", f"group of lots {lots}".rstrip()
        for code, (path, kind) in _GROUP_SUMS.items():
            for found in sums(group, {path: kind}, at, missing, scope):
                yield replace(found, is_withheld=code in hidden)


def _groups(node: Node, known: Parties, own_language: str, missing: list[str]) -> Iterator[Group]:
    for party in node.each("TenderingParty"):
        tenderers = [
            (found, one.text("GroupLeadIndicator") in _TRUE)
            for one in party.each("Tenderer")
            if (found := known.get(one.text("ID"), missing, "tenderer"))
        ]
        members = tuple({id(found): found for found, _ in tenderers}.values())
        at = _at("TenderingParty", party.text("ID"))
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


def _bids(node: Node, groups: Mapping[str, Group], missing: list[str]) -> Iterator[Bid]:
    for tender in node.each("LotTender"):
        id_, party = tender.text("ID"), tender.text("TenderingParty/ID")
        if party not in groups and party:
            missing.append(f"tendering party {party}, which the notice does not describe")
        at, hidden = _at("LotTender", id_), _hidden(tender, _ANY)
        value = tender.first("LegalMonetaryTotal/PayableAmount")
        rank = tender.text("RankCode")
        yield Bid(
            id=id_,
            group=groups.get(party, Group(party, ())),
            at=at,
            lot=tender.text("TenderLot/ID"),
            amount=_sum("award", value, at, missing, "win-ten-val" in hidden),
            subcontracting=_subcontracting(tender.first("SubcontractingTerm"), at, missing),
            rank="" if "ten-ran" in hidden or is_masked(rank) else rank,
            withheld=withheld(tender, at, _ANY),
        )


def _subcontracting(term: Node | None, at: str, missing: list[str]) -> Subcontracting:
    if term is None:
        return Subcontracting()
    hidden = _hidden(term, _OWN)
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


def _results(node: Node, missing: list[str]) -> Iterator[Result]:
    for result in node.each("LotResult"):
        at, hidden = _at("LotResult", result.text("ID")), _hidden(result, _ANY)
        outcome = result.text("TenderResultCode")
        reason = result.text("DecisionReason/DecisionReasonCode")
        is_open = "win-cho" not in hidden and not is_masked(outcome)
        is_told = "no-awa-rea" not in hidden and not is_masked(reason)
        yield Result(
            lot=result.text("TenderLot/ID"),
            outcome=meaning("outcomes", outcome) if is_open else "",
            at=at,
            reason=meaning("not_awarded", reason) if is_told else "",
            awards=tuple(distinct(result.texts("SettledContract/ID"))),
            bids=tuple(distinct(result.texts("LotTender/ID"))),
            amounts=tuple(_result_sums(result, hidden, at, missing)),
            counts=tuple(_counts(result, at)),
            withheld=withheld(result, at, _ANY),
        )


def _result_sums(
    result: Node, hidden: frozenset[str], at: str, missing: list[str]
) -> Iterator[Amount]:
    for code, (path, kind) in _RESULT_SUMS.items():
        for found in sums(result, {path: kind}, at, missing):
            yield replace(found, is_withheld=code in hidden)


def _counts(result: Node, at: str) -> Iterator[Count]:
    """How many tenders came, by kind; of an unnamed kind nothing can be said."""
    for node in result.each("ReceivedSubmissionsStatistics"):
        code, number = node.text("StatisticsCode"), node.text("StatisticsNumeric")
        if code and number.isdecimal() and not is_masked(code) and not _hidden(node, _OWN):
            yield Count(meaning("counts", code), number, at)


def _awards(
    node: Node,
    bids: Mapping[str, Bid],
    found: tuple[Result, ...],
    rest: tuple[Parties, str, list[str]],
) -> Iterator[Award]:
    known, own_language, missing = rest
    for contract in node.each("SettledContract"):
        id_ = contract.text("ID")
        for bid in contract.texts("LotTender/ID"):
            if bid not in bids:
                missing.append(f"tender {bid}, which the notice does not describe")
        own = [bids[bid] for bid in distinct(contract.texts("LotTender/ID")) if bid in bids]
        listed = [result.lot for result in found if id_ and id_ in result.awards]
        signatories = contract.texts("SignatoryParty/PartyIdentification/ID")
        yield Award(
            key=id_,
            bids=tuple(own),
            at=_at("SettledContract", id_),
            lots=tuple(distinct([*(bid.lot for bid in own), *([] if own else listed)])),
            listed=tuple(distinct(listed)),
            number=contract.text("ContractReference/ID"),
            names=named(contract, "Title", own_language),
            signed=day(contract.text("IssueDate")),
            decided=day(contract.text("AwardDate")),
            signatories=tuple(
                party for one in signatories if (party := known.get(one, missing, "signatory"))
            ),
            framework=_framework(contract, missing),
        )


def _framework(contract: Node, missing: list[str]) -> str:
    """The framework's notice, where this contract was called off from one: its number, or its id.

    OPT-100 may be either, as a notice has no number before it is published.
    """
    for text in contract.texts("NoticeDocumentReference/ID"):
        if found := publication(text) or sender_id(text):
            return found
        missing.append(f"framework {text[:40]!r}, which is no number of a notice")
    return ""


def _sum(
    kind: str, node: Node | None, at: str, missing: list[str], is_withheld: bool
) -> Amount | None:
    digits = amount(node.text(), "plain", missing, kind) if node else ""
    if not node or not digits:
        return None
    return Amount(kind, digits, node.get("currencyID"), at, is_withheld=is_withheld)


def _at(tag: str, id_: str) -> str:
    return f"{_AT}/efac:{tag}" + (f"[cbc:ID='{id_}']" if id_ else "")
