"""A French public contract or concession as plain values (DECP, versions 1 and 2).

Fields are named as in the schemas of https://github.com/139bercy/format-commande-publique.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from kg.notices.branch import Branch
from kg.notices.decp_acts import Change, Subcontract, changes, subcontracts
from kg.notices.decp_parties import buyer, holders
from kg.notices.decp_records import Record
from kg.notices.fields import day, note
from kg.notices.json_numbers import digits
from kg.notices.notice import Amount, Award, Bid, Count, Group, Notice, Party, Subcontracting

_TOGETHER = {"conjoint", "solidaire"}
_DECLARED = {"true": "yes", "1": "yes", "oui": "yes", "false": "no", "0": "no", "non": "no"}


@dataclass(frozen=True, slots=True)
class Spent:
    """A sum of a year in which a concession ran, or a price that its users pay."""

    amount: Amount
    day: str


@dataclass(frozen=True, slots=True)
class Contract(Notice):
    """All that is said of a contract.

    ``months`` is how long it runs, with its place; ``framework`` the buyer's number of the
    framework that it is called off from.
    """

    record: str = ""
    uid: str = ""
    nature: str = ""
    months: tuple[str, str] = ("", "")
    begins: tuple[str, str] = ("", "")
    is_framework: str = ""
    framework: str = ""
    subcontracts: tuple[Subcontract, ...] = ()
    modifications: tuple[Change, ...] = ()
    spent: tuple[Spent, ...] = ()

    @property
    def key(self) -> str:
        """What names it in ids."""
        return self.record


def contract(record: Record) -> Contract:
    """Read a contract; what is left in the record afterwards nobody read."""
    branch, missing = record.branch, list[str]()
    number, about = branch.text("id"), note(branch.text("objet"))
    signed = day(branch.text("dateNotification", "dateSignature"))
    acts = tuple(subcontracts(branch, missing))
    buyers = buyer(branch, "acheteur", "autoriteConcedante")
    award = _award(branch, number, signed, bool(acts), missing)
    nature = branch.text("nature", "_type")
    techniques = _listed(branch, "techniques", "technique")
    branch.pass_over("uid", "uuid", "_type")
    return Contract(
        kind="contract",
        form="DECP",
        number=number,
        record=record.key,
        uid=record.uid,
        language="fr",
        published=day(branch.text("datePublicationDonnees", "created_at")),
        names=(("fr", about),) if about else (),
        method=branch.text("procedure"),
        nature=nature,
        main=tuple(filter(None, [branch.text("codeCPV", "CPV")])),
        buyers=buyers,
        awards=(replace(award, at=buyers[0].at if buyers else "id"),),
        months=(digits(branch.number("dureeMois"), "dureeMois", missing), "dureeMois"),
        begins=(day(branch.text("dateDebutExecution")), "dateDebutExecution"),
        is_framework=_framework(nature, techniques),
        framework=branch.text("idAccordCadre"),
        subcontracts=acts,
        modifications=tuple(changes(branch, missing)),
        spent=tuple(_spent(branch, missing)),
        missing=tuple(missing),
        at="codeCPV",
    )


def _award(branch: Branch, number: str, signed: str, has_acts: bool, missing: list[str]) -> Award:
    members = holders(branch, "titulaires", "titulaire", "concessionnaires", "concessionnaire")
    if not members:
        missing.append("contract whose holder is not given")
    declared = _DECLARED.get(branch.text("sousTraitanceDeclaree").lower(), "")
    at = "sousTraitanceDeclaree"
    saying = Subcontracting("" if has_acts else declared, at=at)
    bids = _bids(members, branch.text("typeGroupementOperateurs").lower())
    if saying.answer:
        first, *others = bids or [Bid("", Group("", ()), at=at)]
        bids = [replace(first, subcontracting=saying), *others]
    return Award(
        key=number,
        bids=tuple(bids),
        at="id",
        number=number,
        signed=signed,
        amounts=tuple(_sums(branch, missing)),
        counts=tuple(_counts(branch, missing)),
    )


def _bids(members: tuple[Party, ...], grouped: str) -> list[Bid]:
    """The holders as one group where they are said to be one."""
    if grouped in _TOGETHER and len(members) > 1:
        return [Bid("", Group("group", members), at=members[0].at)]
    return [Bid("", Group(party.at, (party,)), at=party.at) for party in members]


def _sums(branch: Branch, missing: list[str]) -> Iterator[Amount]:
    for key, kind, vat in (
        ("montant", "award", "excluded"),
        ("valeurGlobale", "award", ""),
        ("montantSubventionPublique", "subsidy", ""),
    ):
        if amount := digits(branch.number(key), key, missing):
            yield Amount(kind, amount, "EUR", key, vat=vat)


def _counts(branch: Branch, missing: list[str]) -> Iterator[Count]:
    if number := digits(branch.number("offresRecues"), "offresRecues", missing):
        yield Count("tenders received", number, "offresRecues")


def _listed(branch: Branch, key: str, wrapper: str) -> tuple[str, ...]:
    """The texts of a list, wrapped or not."""
    wrapped = [text for one in branch.branches(key) for text in one.texts(wrapper)]
    return (*wrapped, *branch.texts(key))


def _framework(nature: str, techniques: tuple[str, ...]) -> str:
    """Where it is said that a contract is a framework."""
    if nature.lower() == "accord-cadre":
        return "nature"
    return "techniques" if "accord-cadre" in map(str.lower, techniques) else ""


def _spent(branch: Branch, missing: list[str]) -> Iterator[Spent]:
    """What was invested each year of a concession, and what its users pay."""
    for year in branch.branches("donneesExecution", "donneesAnnuelles"):
        when = day(year.text("datePublicationDonneesExecution"))
        at = year.at("depensesInvestissement")
        if amount := digits(year.number("depensesInvestissement"), at, missing):
            yield Spent(Amount("investment", amount, "EUR", at), when)
        for price in year.branches("tarifs", "tarif"):
            title, at = note(price.text("intituleTarif")), price.at("tarif")
            if amount := digits(price.number("tarif"), at, missing):
                yield Spent(Amount("price", amount, "EUR", at, scope=title), when)
