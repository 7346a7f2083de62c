"""What is said of contracts and tenders, as far as another source may say it too."""

import math
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from kg.spelling import words
from kg.statements import Entity, Statement

_OCID = re.compile(r"ocds-[0-9a-z]{6}-", re.IGNORECASE)
_LABELS = ("Contract", "Tender")
_TELL = frozenset(["AWARDED", "TENDERED", "WON", "HAS_AMOUNT"])
_LOCAL = 4
_LEAST_AMOUNT = 1_000


@dataclass(slots=True)
class Deal:
    """What is said of a contract or a tender, as far as another source may say it too."""

    id: str
    label: str
    title: frozenset[str]
    numbers: frozenset[str]
    registers: Mapping[str, frozenset[str]]
    """Register -> the numbers that it gave: what has another there is another."""
    buyers: set[str] = field(default_factory=set)
    winners: set[str] = field(default_factory=set)
    amounts: set[str] = field(default_factory=set)
    lots: set[str] = field(default_factory=set)
    days: set[int] = field(default_factory=set)
    sources: set[str] = field(default_factory=set)


def deals(
    entities: Mapping[str, Entity], statements: Iterable[Statement], head: Callable[[str], str]
) -> dict[str, Deal]:
    """The contracts and tenders with what statements say of them. ``head`` stands for an id."""
    found = {
        one.id: Deal(one.id, one.label, _title(one), _numbers(one), _registers(one))
        for one in entities.values()
        if one.label in _LABELS
    }
    for said in statements:
        if said.predicate not in _TELL:
            continue
        if said.predicate == "HAS_AMOUNT":
            if deal := found.get(head(said.subject)):
                deal.amounts |= {_amount(said)} - {""}
                deal.sources.add(said.source)
        elif deal := found.get(head(said.object)):
            side = deal.winners if said.predicate == "WON" else deal.buyers
            side.add(head(said.subject))
            deal.lots |= {said.get("lot")} - {""}
            _note(deal, said)
    return found


def _note(deal: Deal, said: Statement) -> None:
    """Keep when and by whom it is told."""
    deal.sources.add(said.source)
    try:
        deal.days.add(date.fromisoformat(said.get("date")).toordinal())
    except ValueError:
        return


def _title(entity: Entity) -> frozenset[str]:
    return frozenset(words(entity.name))


def _numbers(entity: Entity) -> frozenset[str]:
    """Its numbers, small, without signs and the prefix of an OCID; those too short say nothing."""
    found = (_squeezed(_OCID.sub("", one.partition(":")[2])) for one in entity.ids)
    return frozenset(
        one for one in found if len(one) >= _LOCAL and any(sign.isdigit() for sign in one)
    )


def _registers(entity: Entity) -> dict[str, frozenset[str]]:
    """Its numbers by register; a buyer and a winner may each number a contract in their way."""
    found: dict[str, frozenset[str]] = {}
    for number in entity.ids:
        scheme, _, value = number.partition(":")
        ocid = _OCID.match(value)
        if scheme != "contract_no":
            register = f"{scheme} {ocid[0] if ocid else ''}"
            found[register] = found.get(register, frozenset()) | {_squeezed(value)}
    return found


def _squeezed(number: str) -> str:
    return "".join(filter(str.isalnum, number)).lower()


def _amount(said: Statement) -> str:
    """An amount with its currency; small ones and fillers say nothing."""
    try:
        number = float(said.text)
    except ValueError:
        return ""
    if not _LEAST_AMOUNT <= number < math.inf or "filler" in said.get("note"):
        return ""
    return f"{number:.2f} {said.get('currency')}".strip()
