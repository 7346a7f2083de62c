"""Calls, direct awards, changes and call-offs in eForms, on small notices of our own."""

import pytest

from tests.ingest.eforms.cast import ALL, ONE_LOT, Hear
from tests.notices.eforms_sample import bid, contract, lot, party, procedure


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


SECTION = """<efac:ContractModification>
  <efbc:ChangedNoticeIdentifier>00111111-2023</efbc:ChangedNoticeIdentifier>
  <efac:Change><efbc:ChangeDescription>An old tank</efbc:ChangeDescription>
  <efac:ChangedSection><efbc:ChangedSectionIdentifier>{}</efbc:ChangedSectionIdentifier>
  </efac:ChangedSection></efac:Change>
  <efac:ChangeReason><cbc:ReasonCode>mod-cir</cbc:ReasonCode>
  <efbc:ReasonDescription>Found while digging</efbc:ReasonDescription></efac:ChangeReason>
</efac:ContractModification>"""
TWO = (
    contract("CON-0001", "TEN-0001"),
    contract("CON-0002", "TEN-0002"),
    bid("TEN-0001", "TPA-0001", "LOT-0001"),
    bid("TEN-0002", "TPA-0001", "LOT-0002"),
    party("TPA-0001", "ORG-0002"),
)


@pytest.mark.parametrize(
    ("section", "changed"),
    [
        ("CON-0002", ["con-0002"]),
        ("RESULT", ["con-0001", "con-0002"]),
        ("LOT-0001", ["con-0001", "con-0002"]),
    ],
)
def test_the_contract_that_was_changed_may_be_named_as_a_section(
    section: str, changed: list[str], hear: Hear
) -> None:
    """So do real notices, without the element for it; a section of another kind tells nothing."""
    heard = hear(*ALL, *TWO, type_="cont-modif=can-modif", extension=SECTION.format(section))
    found = heard.of("HAS_STATUS", text="modified")
    assert sorted(one.subject[-8:] for one in found) == changed
    assert {one.get("note") for one in found} == {"An old tank Found while digging"}
    assert {one.get("reason") for one in found} == {"unforeseen circumstances"}
