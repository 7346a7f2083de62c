"""What is bought, by the items of a tender, an award or a contract."""

from collections.abc import Iterable, Iterator

from kg.notices.branch import Branch
from kg.notices.notice import Lot
from kg.notices.ocds_fields import cpv, day
from kg.notices.ocds_process import Period


def covers(award: Branch, contract: Branch) -> Lot:
    """What an award and its contract are for."""
    items, at = [], ""
    for branch in (award, contract):
        at = at or (branch.at("items") if "items" in branch else "")
        items += branch.branches("items")
    return _lot((), items, at)


def period(award: Branch, contract: Branch) -> Period:
    """From when to when, by the contract, else by the award."""
    for branch, key in ((contract, "period"), (award, "contractPeriod")):
        span = branch.branch(key)
        since, until = day(span, "startDate"), day(span, "endDate", "maxExtentDate")
        if since or until:
            award.branch("contractPeriod").pass_over("startDate", "endDate", "maxExtentDate")
            return Period(since, until, branch.at(key))
    return Period()


def of_tender(tender: Branch) -> tuple[Lot, dict[str, Lot]]:
    """What the whole tender is for, and what each lot is for by the items of it."""
    by_lot: dict[str, list[Branch]] = {}
    for item in tender.branches("items"):
        by_lot.setdefault(item.text("relatedLot"), []).append(item)
    own = _codes([tender], "classification", "additionalClassifications")
    whole = _lot(own, by_lot.pop("", []), tender.at("items"))
    return whole, {lot: _lot((), items, tender.at("items")) for lot, items in by_lot.items()}


def _lot(own: Iterable[tuple[str, bool]], items: list[Branch], at: str) -> Lot:
    """Codes as a lot; the same code is told once, and a main one not as an additional one."""
    found = [*own, *_codes(items, "classification", "additionalClassifications")]
    main = tuple(dict.fromkeys(code for code, is_main in found if is_main))
    more = dict.fromkeys(code for code, is_main in found if not is_main)
    return Lot("", main=main, additional=tuple(code for code in more if code not in main), at=at)


def _codes(branches: Iterable[Branch], one: str, many: str) -> Iterator[tuple[str, bool]]:
    for branch in branches:
        main, additional = cpv(branch, one, many)
        yield from ((code, True) for code in main)
        yield from ((code, False) for code in additional)
