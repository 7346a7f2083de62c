"""Bids of a release, by the bids extension of OCDS, and what they say of subcontracting."""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from kg.notices.branch import Branch
from kg.notices.fields import note
from kg.notices.json_numbers import digits
from kg.notices.notice import Bid, Count, Group, Subcontract, Subcontracting
from kg.notices.ocds_fields import percentage, sums
from kg.notices.ocds_parties import Parties

_NO_BID = frozenset({"invited", "withdrawn"})
_MEASURES = {
    "requests": "requests to participate received",
    "bids": "tenders received",
    "validbids": "valid tenders received",
    "bidders": "tenderers",
    "qualifiedbidders": "qualified tenderers",
    "disqualifiedbids": "disqualified tenders",
    "electronicbids": "tenders received electronically",
    "smebids": "tenders received from small and medium enterprises",
    "foreignbids": "tenders received from abroad",
}


class Bids:
    """The bids of a release by their id."""

    def __init__(self, release: Branch, parties: Parties, missing: list[str]) -> None:
        """Read all bids."""
        self._parties, self._missing = parties, missing
        bids = release.branch("bids")
        self._by_id: dict[str, Bid] = {}
        self.all: list[Bid] = []
        for branch in bids.branches("details"):
            self._know(branch)
        self.counts = tuple(self._counts(bids.branches("statistics")))

    def of(self, ids: Iterable[str]) -> list[Bid]:
        """The bids of these ids; an id that none has is noted."""
        found = []
        for id_ in dict.fromkeys(ids):
            if bid := self._by_id.get(id_):
                found.append(bid)
            else:
                self._missing.append("reference to a bid that the release does not hold")
        return found

    def _know(self, branch: Branch) -> None:
        id_, status = branch.text("id"), branch.text("status").lower()
        kind = branch.text("submissionType")
        tenderers = self._parties.each(branch, "tenderers")
        if status in _NO_BID or kind == "expressionOfInterest":
            self._missing.append(f"bid that was only {status or 'an expression of interest'}")
            return
        said = subcontracting(branch, self._parties, self._missing)
        saying, group = said or (Subcontracting(), Group("", ()))
        bid = Bid(
            id=id_,
            group=Group(branch.path, tenderers, subcontracts=group.subcontracts),
            at=branch.path,
            lot=next(iter(branch.texts("relatedLots")), ""),
            amount=next(sums(branch, "value", "bid", self._missing), None),
            subcontracting=saying,
            rank=digits(branch.number("rank"), branch.at("rank"), self._missing),
        )
        self.all.append(bid)
        self._by_id.setdefault(id_, bid)

    def _counts(self, statistics: Iterable[Branch]) -> Iterator[tuple[str, Count]]:
        """How many bids of what kind, by lot."""
        for one in statistics:
            measure = one.text("measure")
            words = _MEASURES.get(measure.lower())
            number = digits(one.number("value"), one.at("value"), self._missing) if words else ""
            if words and number:
                one.pass_over("id")
                lot = next(iter(one.texts("relatedLots")), "") or one.text("relatedLot")
                yield lot, Count(words, number, one.path)


def subcontracting(
    branch: Branch, parties: Parties, missing: list[str]
) -> tuple[Subcontracting, Group] | None:
    """What an award, contract or bid says of subcontracting; None if nothing."""
    answer = {"true": "yes", "false": "no"}.get(branch.text("hasSubcontracting"), "")
    listed = branch.branches("subcontracting")
    said = listed[0] if listed else Branch({}, branch.at("subcontracting"))
    least, most = said.number("minimumPercentage"), said.number("maximumPercentage")
    amount = next(sums(said, "value", "subcontracted", missing), None)
    share = percentage(most if least == most else None, said.at("maximumPercentage"), missing)
    remarks = note(", ".join(_remarks(said, least, most, missing)))
    named = tuple(found for one in listed for found in _subcontracts(one, parties))
    if not (answer or amount or share or remarks or named):
        return None
    answer = answer or ("yes" if amount or named else "")
    found = Subcontracting(answer, amount, share, remarks, said.path)
    return found, Group("", (), subcontracts=named)


def _remarks(
    said: Branch, least: Decimal | str | None, most: Decimal | str | None, missing: list[str]
) -> Iterator[str]:
    if least != most:
        low = percentage(least, said.at("minimumPercentage"), missing) or "0"
        high = percentage(most, said.at("maximumPercentage"), missing) or "100"
        yield f"{low} to {high} percent"
    if said.text("competitive") == "true":
        yield "in part through a competitive procedure"
    low = percentage(said.number("competitiveMinimumPercentage"), said.path, missing)
    high = percentage(said.number("competitiveMaximumPercentage"), said.path, missing)
    if low or high:
        yield f"{low or '0'} to {high or '100'} percent of the contract through competition"
    if description := said.text("description"):
        yield description


def _subcontracts(said: Branch, parties: Parties) -> Iterator[Subcontract]:
    """Those of its list; some write each of them in place of the list."""
    for one in (*said.branches("subcontracts"), said):
        one.pass_over("id")
        primes = parties.each(one, "tenderers") or parties.each(one, "mainContractors")
        for key in ("subcontractor", "subcontractors"):
            for party in parties.each(one, key):
                yield Subcontract(party, primes, party.at)
