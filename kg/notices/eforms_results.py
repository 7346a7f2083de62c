"""The results of an eForms notice: who bid, who won which lot, under which contract.

The same tags are containers and references (a ``LotResult`` refers to a ``SettledContract`` by an
element of the same name), so that only direct children of ``NoticeResult`` are read as containers.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from kg.notices.eforms_bids import bids_of, groups_of
from kg.notices.eforms_lots import sums
from kg.notices.eforms_parties import Parties, named
from kg.notices.eforms_withheld import ANY, OWN, RESULT, hidden_codes, place, withheld
from kg.notices.fields import day, distinct, is_masked, publication, sender_id
from kg.notices.notice import Amount, Award, Bid, Count, Group, Result, Withheld
from kg.notices.words import meaning
from kg.notices.xml import Node

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
    groups = tuple(groups_of(node, known, own_language, missing))
    bids = tuple(bids_of(node, {group.id: group for group in reversed(groups)}, missing))
    by_id = {bid.id: bid for bid in reversed(bids)}
    found = tuple(_results(node, missing))
    awards = tuple(_awards(node, by_id, found, (known, own_language, missing)))
    hidden = (*withheld(node, RESULT, OWN), *withheld(node, RESULT, f"GroupFramework/{OWN}"))
    amounts = (*_notice_sums(node, missing), *_group_sums(node, missing))
    return Results(found, groups, bids, awards, amounts, hidden)


def _notice_sums(node: Node, missing: list[str]) -> Iterator[Amount]:
    hidden = hidden_codes(node, OWN)
    for code, (path, kind, scope) in _NOTICE_SUMS.items():
        for found in sums(node, {path: kind}, RESULT, missing, scope):
            yield replace(found, is_withheld=code in hidden)


def _group_sums(node: Node, missing: list[str]) -> Iterator[Amount]:
    """What frameworks over a group of lots may come to (BT-156, BT-1561)."""
    for number, group in enumerate(node.each("GroupFramework"), start=1):
        hidden = hidden_codes(group, OWN)
        lots = "" if "gro-max-ide" in hidden else group.text("TenderLot/ID")
        at, scope = f"{RESULT}/efac:GroupFramework[{number}]", f"group of lots {lots}".rstrip()
        for code, (path, kind) in _GROUP_SUMS.items():
            for found in sums(group, {path: kind}, at, missing, scope):
                yield replace(found, is_withheld=code in hidden)


def _results(node: Node, missing: list[str]) -> Iterator[Result]:
    for result in node.each("LotResult"):
        at, hidden = place("LotResult", result.text("ID")), hidden_codes(result, ANY)
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
            withheld=withheld(result, at, ANY),
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
        if code and number.isdecimal() and not is_masked(code) and not hidden_codes(node, OWN):
            yield Count(meaning("counts", code), number, at)


def _awards(
    node: Node,
    bids: Mapping[str, Bid],
    found: tuple[Result, ...],
    rest: tuple[Parties, str, list[str]],
) -> Iterator[Award]:
    known, own_language, missing = rest
    lots: dict[str, list[str]] = {}
    for result in found:
        for key in result.awards:
            lots.setdefault(key, []).append(result.lot)
    for contract in node.each("SettledContract"):
        id_ = contract.text("ID")
        for bid in contract.texts("LotTender/ID"):
            if bid not in bids:
                missing.append(f"tender {bid}, which the notice does not describe")
        own = [bids[bid] for bid in distinct(contract.texts("LotTender/ID")) if bid in bids]
        listed = lots.get(id_, []) if id_ else []
        signatories = contract.texts("SignatoryParty/PartyIdentification/ID")
        yield Award(
            key=id_,
            bids=tuple(own),
            at=place("SettledContract", id_),
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
