"""What an eForms notice says, on small notices of our own."""

from pathlib import Path
from typing import Protocol

import pytest

from tests.ingest.said import Said, Say
from tests.notices.eforms_sample import (
    bid,
    buyer,
    contract,
    lot,
    notice,
    organisation,
    party,
    privacy,
    procedure,
    project,
    result,
    save,
)

POLICE = organisation(
    "ORG-0001", "NLD=Federale Politie", "FRA=Police fédérale", number="0308357159"
)
CAMERAS = organisation("ORG-0002", "NLD=Camera NV", number="0461145522")
SOFTWARE = organisation("ORG-0003", "ENG=Soft BV", country="NLD")
LOSER = organisation("ORG-0004", "FRA=Perdu SA", country="FRA")
REVIEW = organisation("ORG-0005", "NLD=Raad van State")
ALL = (POLICE, CAMERAS, SOFTWARE, LOSER, REVIEW, buyer("ORG-0001"), project("Body cameras"))


class Hear(Protocol):
    """The fixture ``hear``: what a notice of some parts says."""

    def __call__(self, *parts: str, name: str = "notice.xml", **more: str) -> Said:
        """Write the notice, and read it."""


@pytest.fixture
def hear(said: Say, tmp_path: Path) -> Hear:
    def tell(*parts: str, name: str = "notice.xml", **more: str) -> Said:
        return said("eforms", save(tmp_path, notice(*parts, **more), name))

    return tell


def names(heard: Said, predicate: str) -> list[str]:
    return [heard.entity(one.subject).name for one in heard.of(predicate)]


ONE_LOT = (
    result("LOT-0001", "CON-0001", bids="TEN-0001 TEN-0002"),
    bid("TEN-0001", "TPA-0001", "LOT-0001", "1000 EUR"),
    bid("TEN-0002", "TPA-0002", "LOT-0001", "900 EUR"),
    contract("CON-0001", "TEN-0001", number="K/7"),
    party("TPA-0001", "ORG-0002"),
    party("TPA-0002", "ORG-0004"),
    lot("LOT-0001", "Cameras"),
)


def test_only_who_a_contract_refers_to_won(hear: Hear) -> None:
    heard = hear(*ALL, *ONE_LOT)
    assert names(heard, "WON") == ["Camera NV"]
    assert names(heard, "AWARDED") == ["Federale Politie"]
    (lost,) = heard.of("BID_ON")
    assert (heard.entity(lost.subject).name, lost.get("status"), lost.get("value")) == (
        "Perdu SA",
        "lost",
        "900",
    )


def test_a_review_body_is_no_part_of_it(hear: Hear) -> None:
    heard = hear(*ALL, *ONE_LOT)
    assert "Raad van State" not in {entity.name for entity in heard.entities}
    assert (
        heard.skipped[
            "organisation that neither buys, bids nor supplies (review body, service provider)"
        ]
        == 2
    )


def test_a_reference_is_no_second_contract(hear: Hear) -> None:
    """LotResult holds elements of the same names as NoticeResult, which only refer."""
    heard = hear(*ALL, *ONE_LOT)
    contracts = [entity for entity in heard.entities if entity.label == "Contract"]
    assert [entity.id for entity in contracts] == ["contract-ted-123456-2024-lot-0001-con-0001"]
    assert contracts[0].ids == (
        "procedure:aaaaaaaa-0000-4000-8000-000000000001",
        "contract_no:K/7",
    )


def test_the_police_is_a_force_with_a_name_in_each_language(hear: Hear) -> None:
    police = hear(*ALL, *ONE_LOT).entity("org-be-kbo-0308357159")
    assert police.label == "PoliceForce"
    assert dict(police.names) == {"nl": "Federale Politie", "fr": "Police fédérale"}


def test_the_source_is_the_notice_on_ted(hear: Hear) -> None:
    (source,) = hear(*ALL, *ONE_LOT).sources
    assert (source.id, source.url, source.published, source.kind) == (
        "ted-123456-2024",
        "https://ted.europa.eu/en/notice/-/detail/123456-2024",
        "2024-06-07",
        "notice",
    )
    assert source.title == "Contract award notice 123456-2024: Body cameras"


def test_a_win_has_the_day_of_the_contract(hear: Hear) -> None:
    (won,) = hear(*ALL, *ONE_LOT).of("WON")
    assert dict(won.qualifiers) == {"date": "2024-05-06", "lot": "LOT-0001"}


def test_without_that_day_the_notice_dates_it_and_says_so(hear: Hear) -> None:
    parts = [one for one in ONE_LOT if not one.startswith("<efac:SettledContract")]
    (won,) = hear(*ALL, *parts, contract("CON-0001", "TEN-0001", signed="")).of("WON")
    assert (won.get("date"), won.get("date_kind")) == ("2024-06-07", "notice")


def test_the_sum_is_said_of_the_contract_once(hear: Hear) -> None:
    total = '<cbc:TotalAmount currencyID="EUR">1000.00</cbc:TotalAmount>'
    heard = hear(*ALL, *ONE_LOT, total)
    (sum_,) = heard.of("HAS_AMOUNT")
    assert (sum_.subject, sum_.text, sum_.get("currency"), sum_.get("kind")) == (
        "contract-ted-123456-2024-lot-0001-con-0001",
        "1000",
        "EUR",
        "award",
    )
    assert heard.skipped["total that is the sum of the contracts"] == 1


def test_a_total_is_the_only_contracts_own_sum(hear: Hear) -> None:
    total = '<cbc:TotalAmount currencyID="EUR">1000.00</cbc:TotalAmount>'
    parts = (contract("CON-0001", "TEN-0001"), bid("TEN-0001", "TPA-0001", "LOT-0001"))
    heard = hear(*ALL, *parts, party("TPA-0001", "ORG-0002"), lot("LOT-0001"), total)
    (sum_,) = heard.of("HAS_AMOUNT")
    assert (sum_.subject, sum_.get("kind"), sum_.get("note")) == (
        "contract-ted-123456-2024-lot-0001-con-0001",
        "award",
        "total of the notice, which has this one contract",
    )


def test_a_total_that_differs_is_said_of_the_tender(hear: Hear) -> None:
    total = '<cbc:TotalAmount currencyID="EUR">5000</cbc:TotalAmount>'
    heard = hear(*ALL, *ONE_LOT, total)
    (sum_,) = heard.of("HAS_AMOUNT", kind="total")
    assert heard.entity(sum_.subject).label == "Tender"
    assert sum_.get("scope") == "all contracts of the notice"


def test_of_several_winners_each_has_its_own_part(hear: Hear) -> None:
    heard = hear(
        *ALL,
        contract("CON-0001", "TEN-0001", "TEN-0002"),
        bid("TEN-0001", "TPA-0001", "LOT-0001", "1000 EUR"),
        bid("TEN-0002", "TPA-0002", "LOT-0001", "900 EUR"),
        party("TPA-0001", "ORG-0002"),
        party("TPA-0002", "ORG-0003"),
    )
    values = {heard.entity(one.subject).name: one.get("value") for one in heard.of("WON")}
    assert values == {"Camera NV": "1000", "Soft BV": "900"}
    assert not heard.of("HAS_AMOUNT")


def test_a_consortium_has_members_and_a_lead(hear: Hear) -> None:
    heard = hear(
        *ALL,
        contract("CON-0001", "TEN-0001"),
        bid("TEN-0001", "TPA-0001", "LOT-0001", "1000 EUR"),
        party("TPA-0001", "ORG-0002", "ORG-0003*", more="<cbc:Name>Team</cbc:Name>"),
    )
    found = {heard.entity(one.subject).name: dict(one.qualifiers) for one in heard.of("WON")}
    assert {name: (one["role"], one["note"]) for name, one in found.items()} == {
        "Camera NV": ("member", "as part of Team"),
        "Soft BV": ("lead", "as part of Team"),
    }
    assert all("value" not in one for one in found.values())
    assert [one.text for one in heard.of("HAS_AMOUNT", kind="award")] == ["1000"]


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


def test_a_contract_with_another_lots_tender_is_kept_and_flagged(hear: Hear) -> None:
    heard = hear(
        *ALL,
        result("LOT-0001", "CON-0001"),
        result("LOT-0002"),
        contract("CON-0001", "TEN-0002"),
        bid("TEN-0002", "TPA-0001", "LOT-0002"),
        party("TPA-0001", "ORG-0002"),
    )
    (won,) = heard.of("WON")
    assert won.get("note") == (
        "the notice lists this contract for LOT-0001, but its tender is for LOT-0002"
    )


def test_a_reference_to_nothing_is_counted_and_the_rest_kept(hear: Hear) -> None:
    heard = hear(
        *ALL,
        contract("CON-0001", "TEN-0001", "TEN-0009"),
        bid("TEN-0001", "TPA-0001", "LOT-0001"),
        party("TPA-0001", "ORG-0002", "ORG-0099"),
    )
    assert names(heard, "WON") == ["Camera NV"]
    assert {reason for reason in heard.skipped if "does not describe" in reason} == {
        "tender TEN-0009, which the notice does not describe",
        "tenderer ORG-0099, which the notice does not describe",
    }


def test_who_bid_for_a_lot_that_was_closed_did_not_lose_to_anybody(hear: Hear) -> None:
    heard = hear(
        *ALL,
        result("LOT-0001", code="clos-nw", bids="TEN-0001"),
        bid("TEN-0001", "TPA-0001", "LOT-0001"),
        party("TPA-0001", "ORG-0004"),
    )
    (tried,) = heard.of("BID_ON")
    assert (tried.get("status"), heard.entity(tried.object).label) == ("no award", "Tender")


@pytest.mark.parametrize(
    ("code", "amount"), [("win-ten-val", "1000 EUR"), ("win-ten-val", "-1 EUR"), ("", "-1 EUR")]
)
def test_a_withheld_sum_stays_unknown(code: str, amount: str, hear: Hear) -> None:
    hidden = privacy(code) if code else ""
    heard = hear(
        *ALL,
        contract("CON-0001", "TEN-0001"),
        bid("TEN-0001", "TPA-0001", "LOT-0001", amount, more=hidden),
        party("TPA-0001", "ORG-0002"),
    )
    assert names(heard, "WON") == ["Camera NV"]
    assert not heard.of("HAS_AMOUNT")
    assert [(one.text, one.get("until")) for one in heard.of("HAS_STATUS")] == (
        [("not published: value of the winning tender", "2030-01-01")] if code else []
    )


def signatory(id_: str) -> str:
    return f"""<cac:SignatoryParty><cac:PartyIdentification><cbc:ID>{id_}</cbc:ID>
      </cac:PartyIdentification></cac:SignatoryParty>"""


@pytest.mark.parametrize(
    ("signed", "awarded"),
    [
        (("ORG-0003",), ["Soft BV"]),
        (("ORG-0002",), ["Federale Politie", "Soft BV"]),
        (("ORG-0004",), ["Federale Politie", "Soft BV", "Perdu SA"]),
    ],
)
def test_of_several_buyers_those_that_signed_awarded_it(
    signed: tuple[str, ...], awarded: list[str], hear: Hear
) -> None:
    """A winner that is given as signatory is a slip; another body awarded it with the buyers."""
    heard = hear(
        *ALL,
        buyer("ORG-0003"),
        contract("CON-0001", "TEN-0001", more="".join(map(signatory, signed))),
        bid("TEN-0001", "TPA-0001", "LOT-0001"),
        party("TPA-0001", "ORG-0002"),
    )
    assert names(heard, "AWARDED") == awarded


def test_a_masked_name_is_nobodys(hear: Hear) -> None:
    masked = organisation("ORG-0002", "ENG=unpublished", number="unpublished")
    parts = [one for one in ALL if one is not CAMERAS]
    heard = hear(*parts, masked, *ONE_LOT)
    assert not heard.of("WON")
    assert heard.skipped["organisation without a published name or number"] == 1


def test_how_many_tenders_came_is_said_by_kind(hear: Hear) -> None:
    counts = "".join(
        f"""<efac:ReceivedSubmissionsStatistics><efbc:StatisticsCode>{code}</efbc:StatisticsCode>
        <efbc:StatisticsNumeric>{number}</efbc:StatisticsNumeric>
        </efac:ReceivedSubmissionsStatistics>"""
        for code, number in (("tenders", "1"), ("t-sme", "0"), ("unpublished", "-1"))
    )
    heard = hear(*ALL, result("LOT-0001", "CON-0001", more=counts), *ONE_LOT[1:])
    found = {one.get("measure"): one.text for one in heard.of("HAS_METRIC")}
    assert found == {
        "tenders received": "1",
        "tenders received from small and medium enterprises": "0",
    }


@pytest.mark.parametrize("type_", ["dir-awa-pre=veat", "result=veat"])
def test_a_direct_award_is_announced_and_flagged(type_: str, hear: Hear) -> None:
    why = """<cac:ProcessJustification>
      <cbc:ProcessReasonCode listName="direct-award-justification">technical</cbc:ProcessReasonCode>
    </cac:ProcessJustification>"""
    heard = hear(*ALL, *ONE_LOT, procedure("neg-wo-call", why), type_=type_)
    (awarded,) = heard.of("AWARDED")
    assert dict(awarded.qualifiers) == {
        "date": "2024-05-06",
        "method": "negotiated procedure without competition",
        "reason": "no competition for technical reasons",
        "status": "announced",
    }
    assert [one.get("status") for one in heard.of("WON")] == ["announced"]


CHANGE = """<efac:ContractModification>
  <efbc:ChangedNoticeIdentifier>{}</efbc:ChangedNoticeIdentifier>
  <efbc:ModifiedContractIdentifier>CON-0001</efbc:ModifiedContractIdentifier>
  <efac:Change><efbc:ChangeDescription>Two more years</efbc:ChangeDescription></efac:Change>
  <efac:ChangeReason><cbc:ReasonCode>add-wss</cbc:ReasonCode></efac:ChangeReason>
</efac:ContractModification>"""


def test_a_changed_contract_is_won_by_nobody_anew(hear: Hear) -> None:
    change = CHANGE.format("00111111-2023")
    heard = hear(
        *ALL, *ONE_LOT, type_="cont-modif=can-modif", extension=change, number="00222222-2024"
    )
    assert not heard.of("WON")
    assert not heard.of("AWARDED")
    (held,) = heard.of("CONTRACTED_WITH")
    assert held.get("contract") == "contract-ted-111111-2023-lot-0001-con-0001"
    (sum_,) = heard.of("HAS_AMOUNT")
    assert (sum_.subject, sum_.get("kind"), sum_.get("date")) == (
        held.get("contract"),
        "after modification",
        "2024-06-07",
    )
    (status,) = heard.of("HAS_STATUS", text="modified")
    assert (status.get("reason"), status.get("note")) == (
        "additional works, services or supplies by the same contractor",
        "Two more years",
    )


def test_the_change_and_the_award_speak_of_one_contract(hear: Hear) -> None:
    award = hear(*ALL, *ONE_LOT, number="00111111-2023")
    change = hear(
        *ALL,
        *ONE_LOT,
        type_="cont-modif=can-modif",
        extension=CHANGE.format("111111-2023"),
        number="00222222-2024",
    )
    (won,), (held,) = award.of("WON"), change.of("CONTRACTED_WITH")
    assert won.object == held.get("contract")


def test_a_change_that_names_the_notice_by_its_senders_id_keeps_that(hear: Hear) -> None:
    change = CHANGE.format("cccccccc-0000-4000-8000-000000000003-01")
    heard = hear(*ALL, *ONE_LOT, type_="cont-modif=can-modif", extension=change)
    found = heard.entity("contract-ted-123456-2024-lot-0001-con-0001")
    assert "changes_notice:cccccccc-0000-4000-8000-000000000003-01" in found.ids


def test_a_call_off_is_under_its_framework(hear: Hear) -> None:
    framework = """<cac:NoticeDocumentReference><cbc:ID>00099999-2022</cbc:ID>
      </cac:NoticeDocumentReference>"""
    heard = hear(
        *ALL,
        contract("CON-0001", "TEN-0001", more=framework),
        bid("TEN-0001", "TPA-0001", "LOT-0001"),
        party("TPA-0001", "ORG-0002"),
    )
    (under,) = heard.of("UNDER")
    assert under.object == "contract-ted-99999-2022"
    assert heard.entity(under.object).name == "Framework agreement of notice 99999-2022"


def test_a_call_for_tenders_names_no_supplier(hear: Hear) -> None:
    heard = hear(
        *ALL,
        lot("LOT-0001", "Cameras", "32323500"),
        lot("LOT-0002", "Storage"),
        procedure("open"),
        root="ContractNotice",
        type_="competition=cn-standard",
    )
    (tendered,) = heard.of("TENDERED")
    assert dict(tendered.qualifiers) == {
        "date": "2024-06-07",
        "date_kind": "notice",
        "method": "open procedure",
        "status": "open",
    }
    assert heard.triples() - heard.triples("TENDERED", "COVERS") == set()
    covered = {(one.text, one.get("lot")) for one in heard.of("COVERS")}
    assert ("32323500 Video-surveillance system", "LOT-0001") in covered
    assert ("Storage", "LOT-0002") in covered


def test_all_notices_of_a_procedure_speak_of_one_tender(hear: Hear) -> None:
    call = hear(
        *ALL, root="ContractNotice", type_="competition=cn-standard", number="00000001-2024"
    )
    award = hear(*ALL, *ONE_LOT, number="00000002-2024")
    (called,), (awarded,) = call.of("TENDERED"), award.of("TENDERED")
    assert called.object == awarded.object
    assert [one.object for one in award.of("PART_OF")] == [called.object]


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


def test_elements_that_nobody_read_are_counted_by_path(hear: Hear) -> None:
    more = "<cbc:Description>First</cbc:Description><cbc:Description>Second</cbc:Description>"
    heard = hear(*ALL, *ONE_LOT, project("Cameras", more=more))
    assert heard.unread["ProcurementProject/Description"] == 2


def test_a_filler_is_marked_as_doubtful(hear: Hear) -> None:
    heard = hear(
        *ALL,
        contract("CON-0001", "TEN-0001"),
        bid("TEN-0001", "TPA-0001", "LOT-0001", "0.01 EUR"),
        party("TPA-0001", "ORG-0002"),
    )
    (sum_,) = heard.of("HAS_AMOUNT")
    assert (sum_.text, sum_.get("note")) == (
        "0.01",
        "may stand for an amount that was not given",
    )


def test_reading_twice_says_the_same(hear: Hear) -> None:
    once, again = hear(*ALL, *ONE_LOT), hear(*ALL, *ONE_LOT)
    assert [one.id for one in once.statements] == [one.id for one in again.statements]
    assert once.entities == again.entities
