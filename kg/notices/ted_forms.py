"""The standard forms of TED XML R2.0.9 (2014 directives): F03, F06, F15, F20, F21 and their kin."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from kg.notices.fields import amount, day, note, plain
from kg.notices.notice import (
    Amount,
    Award,
    Change,
    Count,
    Lot,
    Party,
    Result,
    Subcontracting,
    Withheld,
)
from kg.notices.ted_fields import ALL_CONTRACTS, Form, bids, codes, party, sum_of, with_names
from kg.notices.ted_lots import meant
from kg.notices.words import known, meaning
from kg.notices.xml import Node

_CONTRACTOR = "CONTRACTOR/ADDRESS_CONTRACTOR"
_DESCRIPTION = "MODIFICATIONS_CONTRACT/DESCRIPTION_PROCUREMENT"
_INFO = "MODIFICATIONS_CONTRACT/INFO_MODIFICATIONS"
_UNITS = {"DAY": "days", "MONTH": "months", "YEAR": "years"}
_REASONS = frozenset(known("changes"))
_SUMS = (
    ("VAL_TOTAL", "award", ""),
    ("VAL_ESTIMATED_TOTAL", "estimate", ""),
    ("VAL_REVENUE", "revenue", "from users"),
    ("VAL_PRICE_PAYMENT", "revenue", "from the buyer"),
)
"""Of a contract; what comes in is of concessions (F25)."""
_TENDERS = tuple(code for code in known("counts") if code.startswith("NB_TENDERS"))


def buyers(form: Form) -> Iterator[Party]:
    """The contracting body, and those it buys together with."""
    body = form.node.first("CONTRACTING_BODY")
    if body is None:
        return
    activity = next(
        (one.get("VALUE") for tag in ("CA", "CE") for one in body.each(f"{tag}_ACTIVITY")), ""
    )
    kind = next((one.get("VALUE") for one in body.each("CA_TYPE")), "")
    for tag in ("ADDRESS_CONTRACTING_BODY", "ADDRESS_CONTRACTING_BODY_ADDITIONAL"):
        for place, node in enumerate(body.each(tag), start=1):
            at = f"{form.at}/CONTRACTING_BODY/{tag}[{place}]"
            found = with_names(
                party(node, form, at),
                _in_twins(form, f"CONTRACTING_BODY/{tag}", place, "OFFICIALNAME"),
            )
            yield replace(found, activity=activity, legal_type=kind) if place == 1 else found


def lots(form: Form) -> Iterator[Lot]:
    """The lots; an object without a lot number is the whole."""
    nodes = list(form.node.each("OBJECT_CONTRACT/OBJECT_DESCR"))
    for place, node in enumerate(nodes, start=1):
        item = node.get("ITEM") or str(place)
        at = f"{form.at}/OBJECT_CONTRACT/OBJECT_DESCR[{place}]"
        estimate = sum_of(node.first("VAL_OBJECT"), "estimate", at, form)
        title = node.text("TITLE")
        yield Lot(
            id=node.text("LOT_NO") or (item if len(nodes) > 1 else ""),
            names=((form.language, title),) if title else (),
            main=codes(node, "CPV_MAIN"),
            additional=codes(node, "CPV_ADDITIONAL"),
            amounts=(estimate,) if estimate else (),
            counts=tuple(_durations(node, at)),
            since=day(node.text("DATE_START")),
            until=day(node.text("DATE_END")),
            framework="framework" if form.node.has("PROCEDURE/FRAMEWORK") else "",
            at=at,
        )


def _lot_ids(form: Form) -> list[str]:
    return list(form.node.texts("OBJECT_CONTRACT/OBJECT_DESCR/LOT_NO"))


def totals(form: Form) -> Iterator[Amount]:
    """The sums of the whole notice (section II.1)."""
    node, at = form.node.first("OBJECT_CONTRACT"), f"{form.at}/OBJECT_CONTRACT"
    for tag, kind in (("VAL_TOTAL", "total"), ("VAL_ESTIMATED_TOTAL", "estimate")):
        found = sum_of(node.first(tag) if node else None, kind, at, form, ALL_CONTRACTS)
        if found:
            yield found
    if node:
        yield from _range(node, at, form, ALL_CONTRACTS)


def awards(form: Form) -> Iterator[Award]:
    """The contracts of section V that somebody won."""
    known_lots = _lot_ids(form)
    for place, node in _sections(form):
        won = node.first("AWARDED_CONTRACT")
        if won is None:
            continue
        at = f"{form.at}/AWARD_CONTRACT[{place}]"
        own = meant(node.text("LOT_NO"), known_lots)
        members, hidden = _contractors(won, form, place, at)
        is_group = won.has("AWARDED_TO_GROUP") or won.has("CONTRACTORS/AWARDED_TO_GROUP")
        title = node.text("TITLE")
        yield Award(
            key=node.text("CONTRACT_NO") or f"item-{node.get('ITEM') or place}",
            bids=bids(members, is_group, ", ".join(own), at, _subcontracting(won, at, form)),
            at=at,
            lots=own,
            number=node.text("CONTRACT_NO"),
            names=((form.language, title),) if title else (),
            signed=day(won.text("DATE_CONCLUSION_CONTRACT")),
            amounts=tuple(_amounts(won, at, form)),
            counts=tuple(_tenders(won, at)),
            withheld=hidden,
        )


def results(form: Form) -> Iterator[Result]:
    """The lots of section V that nobody won."""
    for place, node in _sections(form):
        lost = node.first("NO_AWARDED_CONTRACT")
        if lost is None:
            continue
        why = [one.name for one in lost.children() if one.name in known("outcomes")]
        for lot in meant(node.text("LOT_NO"), _lot_ids(form)) or ("",):
            yield Result(
                lot=lot,
                outcome=meaning("outcomes", why[0] if why else lost.name),
                at=f"{form.at}/AWARD_CONTRACT[{place}]",
                reason=meaning("not_awarded", why[0]) if why else "",
            )


def changes(form: Form) -> Iterator[Change]:
    """Why a contract was changed (section VII)."""
    at = f"{form.at}/{_INFO}"
    for node in form.node.each(_INFO):
        why = [meaning("changes", one.name) for one in node.children() if one.name in _REASONS]
        yield Change("", ", ".join(why), note(node.text("SHORT_DESCR")), at)


def changed_sums(form: Form) -> Iterator[Amount]:
    """What a contract came to before and after its change, and what was added.

    Without a sum after the change, what the changed contract is described with is that sum.
    """
    found = [one for node in form.node.each(_INFO) for one in _before_and_after(node, form)]
    yield from found
    if any(one.kind == "after modification" for one in found):
        return
    for node in form.node.each(_DESCRIPTION):
        for block, is_withheld in _sums(node):
            at = f"{form.at}/{_DESCRIPTION}"
            if after := sum_of(block.first("VAL_TOTAL"), "after modification", at, form):
                yield replace(after, is_withheld=is_withheld)


def _before_and_after(node: Node, form: Form) -> Iterator[Amount]:
    at = f"{form.at}/{_INFO}"
    for block, is_withheld in _sums(node):
        before = sum_of(block.first("VAL_TOTAL_BEFORE"), "before modification", at, form)
        after = sum_of(block.first("VAL_TOTAL_AFTER"), "after modification", at, form)
        yield from (replace(one, is_withheld=is_withheld) for one in (before, after) if one)
        if before and after and before.currency == after.currency and not is_withheld:
            yield from _addition(before, after)


def successors(form: Form) -> tuple[Party, ...]:
    """Who holds a contract after its change; most often those that won it, named once more."""
    for node in form.node.each(_DESCRIPTION):
        block = node.first("CONTRACTORS")
        if block and _is_withheld(block):
            block.pass_over(".//*")
            continue
        at = f"{form.at}/{_DESCRIPTION}"
        return tuple(party(one, form, at) for one in (block or node).each(_CONTRACTOR))
    return ()


def _addition(before: Amount, after: Amount) -> Iterator[Amount]:
    added = Decimal(after.amount) - Decimal(before.amount)
    if added:
        words = f"{after.amount} after the change less {before.amount} before"
        digits = plain(f"{added:f}")
        yield replace(after, kind="addition", amount=digits, note=words, is_worked_out=True)


def _is_withheld(block: Node | None) -> bool:
    """Whether a utility does not publish what it had to fill in for the journal."""
    return bool(block and block.get("PUBLICATION") == "NO")


def _sections(form: Form) -> Iterator[tuple[int, Node]]:
    yield from enumerate(form.node.each("AWARD_CONTRACT"), start=1)


def _contractors(
    won: Node, form: Form, place: int, at: str
) -> tuple[tuple[Party, ...], tuple[Withheld, ...]]:
    """The contractors, unless the utility that buys does not publish them."""
    block = won.first("CONTRACTORS")
    if block and _is_withheld(block):
        block.pass_over(".//*")
        return (), (Withheld("names of the contractors", "", "", at),)
    found = list((block or won).each(_CONTRACTOR))
    names = [
        _twin_contractors(twin, place, len(found), "CONTRACTORS/" if block else "")
        for twin in form.twins
    ]
    return tuple(
        with_names(
            party(node, form, at),
            (
                (twin.language, others[number])
                for twin, others in zip(form.twins, names, strict=True)
                if others
            ),
        )
        for number, node in enumerate(found)
    ), ()


def _twin_contractors(twin: Form, place: int, count: int, within: str) -> list[str]:
    """The contractors' names in another original, if it lists as many."""
    path = f"AWARD_CONTRACT[{place}]/AWARDED_CONTRACT/{within}{_CONTRACTOR}"
    found = [node.text("OFFICIALNAME") for node in twin.node.each(path)]
    return found if len(found) == count else []


def _in_twins(form: Form, path: str, place: int, name: str) -> Iterator[tuple[str, str]]:
    for twin in form.twins:
        for node in twin.node.each(f"{path}[{place}]"):
            yield twin.language, node.text(name)


def _amounts(won: Node, at: str, form: Form) -> Iterator[Amount]:
    """V.2.4: what was awarded, the first estimate, or the lowest and highest tender."""
    for block, is_withheld in _sums(won):
        for tag, kind, scope in _SUMS:
            if found := sum_of(block.first(tag), kind, at, form, scope):
                yield replace(found, is_withheld=is_withheld or found.is_withheld)
        for found in _range(block, at, form, ""):
            yield replace(found, is_withheld=is_withheld or found.is_withheld)


def _sums(node: Node) -> Iterator[tuple[Node, bool]]:
    """Where the sums of a section stand: in a block, whose name changed in 2018, or just in it."""
    for tag in ("VALUES", "VALUE"):
        yield from ((block, _is_withheld(block)) for block in node.each(tag))
    yield node, False


def _range(node: Node, at: str, form: Form, scope: str) -> Iterator[Amount]:
    for span in node.each("VAL_RANGE_TOTAL"):
        for tag, kind in (("LOW", "lowest tender"), ("HIGH", "highest tender")):
            if found := sum_of(span.first(tag), kind, at, form, scope):
                currency = span.get("CURRENCY")
                yield replace(found, currency=currency, is_withheld=_is_withheld(span))


def _subcontracting(won: Node, at: str, form: Form) -> Subcontracting:
    share = won.text("PCT_SUBCONTRACTING").removesuffix("%").strip()
    return Subcontracting(
        answer="yes" if won.has("LIKELY_SUBCONTRACTED") else "",
        amount=sum_of(won.first("VAL_SUBCONTRACTING"), "subcontracted", at, form),
        share=amount(share, "plain", form.missing, "share subcontracted"),
        note=note(won.text("INFO_ADD_SUBCONTRACTING")),
        at=at if won.has("LIKELY_SUBCONTRACTED") else "",
    )


def _tenders(won: Node, at: str) -> Iterator[Count]:
    block = won.first("TENDERS")
    if block and _is_withheld(block):
        block.pass_over(".//*")
        return
    for code in _TENDERS:
        number = (block or won).text(code)
        if number.isdecimal():
            yield Count(meaning("counts", code), number, at)


def _durations(node: Node, at: str) -> Iterator[Count]:
    for found in node.each("DURATION"):
        unit = found.get("TYPE")
        if found.text().isdecimal():
            yield Count("planned duration", found.text(), at, _UNITS.get(unit, unit.lower()))
