"""Subcontracts of French contracts, each dated and priced, and how contracts were changed.

Both change in time: a change names the subcontract by its number, and holds what is new.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from kg.notices.branch import Branch
from kg.notices.decp_parties import holder, holders
from kg.notices.fields import day, note
from kg.notices.json_numbers import digits
from kg.notices.notice import Amount, Party

NO_ACT = "change of a subcontract that the record does not hold"


@dataclass(frozen=True, slots=True)
class Subcontract:
    """A subcontract as it was notified, or as it was changed on a later day.

    ``party`` is None where the subcontractor is not named.
    """

    number: str
    party: Party | None
    at: str
    day: str = ""
    amount: Amount | None = None
    months: str = ""
    terms: str = ""
    is_change: bool = False


@dataclass(frozen=True, slots=True)
class Change:
    """A change of a contract. ``holders`` are those that it names, which may be the old ones."""

    number: str
    day: str
    at: str
    about: str = ""
    amount: Amount | None = None
    months: str = ""
    holders: tuple[Party, ...] = ()


def subcontracts(branch: Branch, missing: list[str]) -> Iterator[Subcontract]:
    """Every subcontract, and every change of one."""
    known: dict[str, Subcontract] = {}
    later: list[Branch] = []
    for act in branch.branches("actesSousTraitance", "acteSousTraitance"):
        found = _act(act, missing)
        known.setdefault(found.number, found)
        later += _changed(act)
        yield found
    for change in (*later, *_changed(branch)):
        first = known.get(change.text("id"))
        if first is None:
            missing.append(NO_ACT)
            continue
        yield replace(
            _act(change, missing),
            number=first.number,
            party=first.party,
            is_change=True,
        )


def changes(branch: Branch, missing: list[str]) -> Iterator[Change]:
    """Every change of a contract."""
    for one in branch.branches("modifications", "modification"):
        if not any(key in one for key in one.untaken()):
            continue
        yield Change(
            number=one.text("id"),
            day=day(one.text("dateNotificationModification", "dateSignatureModification")),
            at=one.path,
            about=note(one.text("objetModification", "objet")),
            amount=_amount(one, "after modification", missing),
            months=digits(one.number("dureeMois"), one.at("dureeMois"), missing),
            holders=holders(one, "titulaires", "titulaire", "concessionnaires"),
        )
        one.pass_over("datePublicationDonneesModification")


def _changed(branch: Branch) -> list[Branch]:
    many, single = "modificationsActesSousTraitance", "modificationActeSousTraitance"
    return [
        *branch.branches(many, single),
        *branch.branches("modificationsActeSousTraitance", single),
    ]


def _act(act: Branch, missing: list[str]) -> Subcontract:
    own = act.branch("sousTraitant")
    found = Subcontract(
        number=act.text("id"),
        party=holder(own),
        at=act.path,
        day=day(act.text("dateNotification", "dateNotificationModificationSousTraitance")),
        amount=_amount(act, "subcontracted", missing),
        months=digits(act.number("dureeMois"), act.at("dureeMois"), missing),
        terms=act.text("variationPrix"),
    )
    act.pass_over("datePublicationDonnees")
    return found


def _amount(branch: Branch, kind: str, missing: list[str]) -> Amount | None:
    for key, vat in (("montant", "excluded"), ("valeurGlobale", "")):
        if amount := digits(branch.number(key), branch.at(key), missing):
            return Amount(kind, amount, "EUR", branch.at(key), vat=vat)
    return None
