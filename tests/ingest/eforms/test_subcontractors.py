"""Who works under a contract of an eForms notice, and who owns those that do."""

import pytest

from tests.ingest.eforms.cast import ALL, CAMERAS, Hear, names
from tests.notices.eforms_sample import bid, contract, organisation, party

SUB = """<efac:SubContractor><cbc:ID>ORG-0004</cbc:ID>
  <efac:MainContractor><cbc:ID>ORG-0002</cbc:ID></efac:MainContractor></efac:SubContractor>"""

TERM = """<efac:SubcontractingTerm><efbc:TermAmount currencyID="EUR">300</efbc:TermAmount>
  <efbc:TermDescription>Masts; poles</efbc:TermDescription><efbc:TermPercent>30</efbc:TermPercent>
  <efbc:TermCode listName="applicability">yes</efbc:TermCode></efac:SubcontractingTerm>"""


def test_a_subcontractor_works_for_its_main_contractor(hear: Hear) -> None:
    heard = hear(
        *ALL,
        contract("CON-0001", "TEN-0001"),
        bid("TEN-0001", "TPA-0001", "LOT-0001", more=TERM),
        party("TPA-0001", "ORG-0002", "ORG-0003", more=SUB),
    )
    (sub,) = heard.of("SUBCONTRACTED_ON")
    assert (heard.entity(sub.subject).name, sub.get("prime"), sub.get("date")) == (
        "Perdu SA",
        "org-be-kbo-0461145522",
        "2024-05-06",
    )
    assert "Perdu SA" not in names(heard, "WON")
    (status,) = heard.of("HAS_STATUS")
    assert status.text == "to be subcontracted in part"


def test_subcontracting_without_a_name_is_a_matter_of_the_contract(hear: Hear) -> None:
    heard = hear(
        *ALL,
        contract("CON-0001", "TEN-0001"),
        bid("TEN-0001", "TPA-0001", "LOT-0001", more=TERM),
        party("TPA-0001", "ORG-0002"),
    )
    assert not heard.of("SUBCONTRACTED_ON")
    (status,) = heard.of("HAS_STATUS")
    assert status.text == "to be subcontracted in part, to whom is not said"
    assert status.get("note") == "Masts, poles"
    (share,) = heard.of("HAS_METRIC")
    assert (share.text, share.get("measure"), share.get("unit")) == (
        "30",
        "share subcontracted",
        "%",
    )
    (sum_,) = heard.of("HAS_AMOUNT")
    assert (sum_.subject, sum_.text, sum_.get("kind")) == (status.subject, "300", "subcontracted")


OWNER = """<efac:UltimateBeneficialOwner><cbc:ID>UBO-0001</cbc:ID>{}
  <cac:Contact><cbc:Telephone>+32 2 000</cbc:Telephone></cac:Contact>
  <cac:ResidenceAddress><cbc:StreetName>Home Street 1</cbc:StreetName></cac:ResidenceAddress>
  <efac:Nationality><cbc:NationalityID>BEL</cbc:NationalityID></efac:Nationality>
</efac:UltimateBeneficialOwner>"""

OWNED = """<efac:UltimateBeneficialOwner><cbc:ID>UBO-0001</cbc:ID></efac:UltimateBeneficialOwner>"""

NAME = "<cbc:FirstName>An</cbc:FirstName><cbc:FamilyName>Peeters</cbc:FamilyName>"


def owned(name: str, winner: str) -> tuple[str, ...]:
    company = organisation("ORG-0002", "NLD=Camera NV", more=OWNED)
    return (
        *(one for one in ALL if one is not CAMERAS),
        company,
        OWNER.format(name),
        contract("CON-0001", "TEN-0001"),
        bid("TEN-0001", "TPA-0001", "LOT-0001"),
        party("TPA-0001", winner),
    )


def test_an_owner_of_a_winner_is_named_but_not_where_they_live(hear: Hear) -> None:
    heard = hear(*owned(NAME, "ORG-0002"))
    (owns,) = heard.of("OWNS")
    person = heard.entity(owns.subject)
    assert (person.name, person.countries, person.public_basis) == (
        "An Peeters",
        ("BE",),
        "beneficial owner named in notice 123456-2024",
    )
    assert "Home Street" not in repr((heard.entities, heard.statements, heard.unread))


@pytest.mark.parametrize(
    ("name", "winner", "reason"),
    [
        ("", "ORG-0002", "beneficial owner without a published name"),
        (
            "<cbc:FamilyName>unpublished</cbc:FamilyName>",
            "ORG-0002",
            "beneficial owner without a published name",
        ),
        (NAME, "ORG-0003", "beneficial owner of an organisation that won nothing"),
    ],
)
def test_other_owners_are_only_counted(name: str, winner: str, reason: str, hear: Hear) -> None:
    heard = hear(*owned(name, winner))
    assert not heard.of("OWNS")
    assert heard.skipped[reason] == 1
