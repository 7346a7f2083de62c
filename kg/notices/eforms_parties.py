"""The organisations of an eForms notice, and their beneficial owners."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from kg.identifiers import Identifier, identify
from kg.notices.fields import distinct, is_masked, names
from kg.notices.notice import Names, Owner, Party
from kg.notices.words import language
from kg.notices.xml import Node


@dataclass(frozen=True, slots=True)
class Parties:
    """Every organisation by its technical id, and by that of its contact points."""

    by_id: Mapping[str, Party]
    all: tuple[Party, ...]
    owners: tuple[Owner, ...]

    def get(self, id_: str, missing: list[str], role: str) -> Party | None:
        """The organisation of an id; one that the notice does not describe is noted."""
        if id_ and id_ not in self.by_id:
            missing.append(f"{role} {id_}, which the notice does not describe")
        return self.by_id.get(id_)


def parties(extension: Node | None, own_language: str) -> Parties:
    """All organisations and owners of a notice."""
    by_id: dict[str, Party] = {}
    found: list[Party] = []
    owned: dict[str, list[Party]] = {}
    for organisation in extension.each("Organizations/Organization") if extension else ():
        company = organisation.first("Company") or organisation
        party = _party(organisation, company, own_language)
        found.append(party)
        by_id.setdefault(_id(company), party)
        for point in organisation.each("TouchPoint"):
            by_id.setdefault(_id(point), party)
        for owner in organisation.texts("UltimateBeneficialOwner/ID"):
            owned.setdefault(owner, []).append(party)
    by_id.pop("", None)
    owners = tuple(_owners(extension, owned)) if extension else ()
    return Parties(by_id, tuple(found), owners)


def named(node: Node, path: str, own_language: str) -> Names:
    """The texts at a path by language."""
    found = ((language(one.get("languageID")), one.text()) for one in node.each(path))
    return names(found, own_language)


def buyers(root: Node, known: Parties, missing: list[str]) -> Iterator[Party]:
    """The organisations that buy, each once, with what they declare of themselves."""
    known_before: set[int] = set()
    for number, node in enumerate(root.each("ContractingParty"), start=1):
        activities = list(node.texts("ContractingActivity/ActivityTypeCode"))
        types = list(node.texts("ContractingPartyType/PartyTypeCode"))
        for id_ in node.texts("Party/PartyIdentification/ID"):
            party = known.get(id_, missing, "buyer")
            if party and id(party) not in known_before:
                known_before.add(id(party))
                yield replace(
                    party,
                    at=f"//cac:ContractingParty[{number}]",
                    activity=next(iter(activities), ""),
                    legal_type="|".join(types),
                )


def _party(organisation: Node, company: Node, own_language: str) -> Party:
    country = company.text("PostalAddress/Country/IdentificationCode")
    return Party(
        names=named(company, "PartyName/Name", own_language),
        numbers=tuple(_numbers(company, country)),
        country=country,
        is_person=organisation.text("NaturalPersonIndicator") == "true",
    )


def _numbers(company: Node, country: str) -> Iterator[Identifier]:
    for node in company.each("PartyLegalEntity/CompanyID"):
        text = node.text()
        if text and not is_masked(text):
            yield identify(node.get("schemeName"), text, country)


def _owners(extension: Node, owned: Mapping[str, list[Party]]) -> Iterator[Owner]:
    """Beneficial owners; where they live and how to reach them is nobody's business."""
    for number, node in enumerate(extension.each("Organizations/UltimateBeneficialOwner"), 1):
        parts = (node.text("FirstName"), node.text("FamilyName"))
        yield Owner(
            names=tuple(distinct(part for part in parts if not is_masked(part))),
            countries=tuple(node.texts("Nationality/NationalityID")),
            companies=tuple(owned.get(node.text("ID"), ())),
            at=f"//efac:Organizations/efac:UltimateBeneficialOwner[{number}]",
        )
        node.pass_over("Contact", "ResidenceAddress")


def _id(node: Node) -> str:
    return node.text("PartyIdentification/ID")
