"""The forms of TED XML R2.0.7 and R2.0.8 (2004 directives), used until 2016.

One section V holds one contractor. Sums are written as in the country, with ``FMTVAL`` beside them
as a plain number.
"""

from collections.abc import Iterator
from dataclasses import replace

from kg.notices.fields import amount, day, note
from kg.notices.notice import Amount, Award, Count, Lot, Party, Subcontracting
from kg.notices.ted_fields import ALL_CONTRACTS, Form, bids, codes, party
from kg.notices.words import meaning
from kg.notices.xml import Node

_SECTIONS = (
    "AWARD_OF_CONTRACT",
    "AWARD_OF_CONTRACT_DEFENCE",
    "AWARD_AND_CONTRACT_VALUE",
    "AWARD_CONTRACT_CONTRACT_AWARD_UTILITIES",
)
_BUYER = ".//CA_CE_CONCESSIONAIRE_PROFILE"
_ON_BEHALF = ".//CONTACT_DATA_OTHER_BEHALF_CONTRACTING_AUTORITHY"
_ACTIVITIES = ("TYPE_OF_ACTIVITY", "ACTIVITY_OF_CONTRACTING_ENTITY")
_SUM = ".//COSTS_RANGE_AND_CURRENCY_WITH_VAT_RATE"
_TITLES = (".//TITLE_CONTRACT", ".//CONTRACT_TITLE_DESCRIPTION")
_REFERENCES = (".//FILE_REFERENCE_NUMBER", ".//REFERENCE_NUMBER_ATTRIBUTED")


def buyers(form: Form) -> Iterator[Party]:
    """The contracting authority, and those on whose behalf it buys."""
    activity = next(
        (one.get("VALUE") for tag in _ACTIVITIES for one in form.node.each(f".//{tag}")), ""
    )
    kind = next(
        (one.get("VALUE") for one in form.node.each(".//TYPE_OF_CONTRACTING_AUTHORITY")), ""
    )
    for place, path in enumerate((_BUYER, _ON_BEHALF)):
        nodes = list(form.node.each(path))
        for number, node in enumerate(nodes[:1] if path == _BUYER else nodes, start=1):
            at = f"{form.at}//{path.removeprefix('.//')}[{number}]"
            found = party(node, form, at, _name(node))
            yield found if place else replace(found, activity=activity, legal_type=kind)


def title(form: Form) -> str:
    """The title of the contract."""
    return next((form.node.text(path) for path in _TITLES if form.node.text(path)), "")


def reference(form: Form) -> str:
    """The buyer's file number."""
    return next((form.node.text(path) for path in _REFERENCES if form.node.text(path)), "")


def cpv(form: Form) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The main and the additional codes."""
    return codes(form.node, ".//CPV_MAIN"), codes(form.node, ".//CPV_ADDITIONAL")


def frameworks(form: Form) -> Iterator[Lot]:
    """The whole, where what was concluded is a framework agreement."""
    tag = ".//CONCLUSION_FRAMEWORK_AGREEMENT"
    if form.node.has(tag):
        yield Lot("", framework="framework", at=f"{form.at}{tag.removeprefix('.')}")


def totals(form: Form) -> Iterator[Amount]:
    """The total final value of the notice."""
    for node in form.node.each(".//TOTAL_FINAL_VALUE"):
        yield from _sums(node, "total", f"{form.at}//TOTAL_FINAL_VALUE", form, ALL_CONTRACTS)


def awards(form: Form) -> Iterator[Award]:
    """The contracts of section V; a section without a contractor is no award."""
    for tag in _SECTIONS:
        for place, node in enumerate(form.node.each(f".//{tag}"), start=1):
            operator = node.first(".//ECONOMIC_OPERATOR_NAME_ADDRESS")
            if operator is None or not operator.text(_name(operator)):
                continue
            at = f"{form.at}//{tag}[{place}]"
            lot, number = node.text("LOT_NUMBER"), _first(node, "CONTRACT_NUMBER", "CONTRACT_NO")
            words = _first(node, "CONTRACT_TITLE", "TITLE_CONTRACT")
            members = (party(operator, form, at, _name(operator)),)
            yield Award(
                key=number or f"item-{node.get('ITEM') or place}",
                bids=bids(members, False, lot, at, _subcontracting(node, at, form)),
                at=at,
                lots=(lot,) if lot else (),
                number=number,
                names=((form.language, words),) if words else (),
                signed=_date(node),
                amounts=tuple(_values(node, at, form)),
                counts=tuple(_tenders(node, at)),
            )


def _name(node: Node) -> str:
    """Where the name stands: in an element of its own since R2.0.8."""
    own = ".//ORGANISATION/OFFICIALNAME"
    return own if node.has(own) else ".//ORGANISATION"


def _first(node: Node, *paths: str) -> str:
    return next((node.text(path) for path in paths if node.text(path)), "")


def _date(node: Node) -> str:
    """The day of the award, which is written in three elements."""
    for path in ("CONTRACT_AWARD_DATE", "DATE_OF_CONTRACT_AWARD"):
        for found in node.each(path):
            year, month, number = (found.text(part) for part in ("YEAR", "MONTH", "DAY"))
            return day(f"{year}-{month:0>2}-{number:0>2}")
    return ""


def _values(node: Node, at: str, form: Form) -> Iterator[Amount]:
    for block in ("CONTRACT_VALUE_INFORMATION", "INFORMATION_VALUE_CONTRACT"):
        for value in node.each(f".//{block}"):
            yield from _sums(value, "award", at, form, "")
            for first in value.each(".//INITIAL_ESTIMATED_TOTAL_VALUE_CONTRACT"):
                yield from _one(first.first("VALUE_COST"), first, "estimate", at, form)


def _sums(node: Node, kind: str, at: str, form: Form, scope: str) -> Iterator[Amount]:
    for block in node.each(_SUM):
        found = [
            *_one(block.first("VALUE_COST"), block, kind, at, form),
            *_one(block.first(".//LOW_VALUE"), block, "lowest tender", at, form),
            *_one(block.first(".//HIGH_VALUE"), block, "highest tender", at, form),
        ]
        yield from (replace(one, scope=scope) for one in found)


def _one(value: Node | None, block: Node, kind: str, at: str, form: Form) -> Iterator[Amount]:
    if value and (digits := _digits(value, kind, form)):
        vat = "included" if block.has("INCLUDING_VAT") else ""
        vat = "excluded" if block.has("EXCLUDING_VAT") else vat
        yield Amount(kind, digits, block.get("CURRENCY"), at, vat=vat)


def _digits(node: Node, what: str, form: Form) -> str:
    """A sum in plain digits: as FMTVAL gives it, else as written if only one thing can be meant."""
    written, formatted = node.text(), node.get("FMTVAL")
    if formatted:
        return amount(formatted, "plain", form.missing, what)
    return amount(written, "", form.missing, what)


def _subcontracting(node: Node, at: str, form: Form) -> Subcontracting:
    for tag in ("CONTRACT_LIKELY_SUB_CONTRACTED", "CONTRACT_LIKELY_SUB_CONTRACTED_WITH_DEFENCE"):
        for term in node.each(f".//{tag}"):
            value = term.first(".//EXCLUDING_VAT_VALUE")
            digits = _digits(value, "subcontracted", form) if value else ""
            currency = value.get("CURRENCY") if value else ""
            sum_ = Amount("subcontracted", digits, currency, at, vat="excluded") if digits else None
            share = term.first(".//EXCLUDING_VAT_PRCT")
            return Subcontracting(
                answer="yes",
                amount=sum_,
                share=_digits(share, "share", form) if share else "",
                note=note(term.text(".//ADDITIONAL_INFORMATION")),
                at=at,
            )
    is_none = node.has(".//NO_CONTRACT_LIKELY_SUB_CONTRACTED")
    return Subcontracting(answer="no", at=at) if is_none else Subcontracting()


def _tenders(node: Node, at: str) -> Iterator[Count]:
    for tag in ("OFFERS_RECEIVED_NUMBER", "OFFERS_RECEIVED_NUMBER_MEANING"):
        number = node.text(f".//{tag}")
        if number.isdecimal():
            yield Count(meaning("counts", tag), number, at)
