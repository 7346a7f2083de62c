"""Lots, groups of lots, and what was foreseen for them, on small eForms notices of our own."""

from pathlib import Path
from typing import Protocol

import pytest

from kg.inputs import inputs
from kg.notices import eforms, xml
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

ALL = (
    organisation("ORG-0001", "NLD=Federale Politie"),
    organisation("ORG-0002", "NLD=Camera NV"),
    organisation("ORG-0003", "NLD=Perdu SA"),
    buyer("ORG-0001"),
    project("Cameras"),
)
WON = (
    contract("CON-0001", "TEN-0001"),
    bid("TEN-0001", "TPA-0001", "LOT-0001"),
    party("TPA-0001", "ORG-0002"),
)
CONTRACT, TENDER = "Contract", "Tender"


class Hear(Protocol):
    """The fixture ``hear``: what a notice of some parts says."""

    def __call__(self, *parts: str, **more: str) -> Said:
        """Write the notice, and read it."""


@pytest.fixture
def hear(said: Say, tmp_path: Path) -> Hear:
    def tell(*parts: str, **more: str) -> Said:
        return said("eforms", save(tmp_path, notice(*parts, **more)))

    return tell


def of_what(heard: Said, predicate: str, **fields: str) -> list[tuple[str, str]]:
    """The label of each subject, and the text said of it."""
    return [(heard.entity(one.subject).label, one.text) for one in heard.of(predicate, **fields)]


def planned(inside: str) -> str:
    return f"<cac:PlannedPeriod>{inside}</cac:PlannedPeriod>"


def lot_with(inside: str, id_: str = "LOT-0001") -> str:
    """A lot whose project holds something more."""
    return lot(id_).replace("<cac:ProcurementProject>", f"<cac:ProcurementProject>{inside}", 1)


def test_what_was_foreseen_for_a_won_lot_is_the_contracts(hear: Hear) -> None:
    inside = planned('<cbc:DurationMeasure unitCode="MONTH">48</cbc:DurationMeasure>')
    heard = hear(*ALL, *WON, lot_with(inside))
    assert of_what(heard, "HAS_METRIC", measure="planned duration", unit="months") == [
        (CONTRACT, "48")
    ]


def test_what_was_foreseen_for_an_open_lot_is_the_tenders(hear: Hear) -> None:
    inside = planned(
        "<cbc:StartDate>2024-07-01+02:00</cbc:StartDate><cbc:EndDate>2028-06-30Z</cbc:EndDate>"
    )
    heard = hear(*ALL, lot_with(inside), root="ContractNotice", type_="competition=cn-standard")
    (period,) = heard.of("HAS_STATUS", text="planned period")
    assert heard.entity(period.subject).label == TENDER
    assert (period.get("since"), period.get("until")) == ("2024-07-01", "2028-06-30")
    assert period.says.endswith("is planned from 2024-07-01 to 2028-06-30.")


@pytest.mark.parametrize(("code", "is_one"), [("fa-wo-rc", True), ("none", False)])
def test_a_framework_is_called_one(code: str, is_one: bool, hear: Hear) -> None:
    system = f"""<cac:TenderingProcess><cac:ContractingSystem>
      <cbc:ContractingSystemTypeCode listName="framework-agreement">{code}
      </cbc:ContractingSystemTypeCode></cac:ContractingSystem></cac:TenderingProcess>"""
    heard = hear(*ALL, *WON, lot("LOT-0001", more=system))
    expected = [(CONTRACT, "framework agreement")] if is_one else []
    assert of_what(heard, "HAS_STATUS") == expected


def test_an_estimate_and_a_ceiling_are_no_award(hear: Hear) -> None:
    sums = """<cac:RequestedTenderTotal><ext:UBLExtensions><ext:UBLExtension><ext:ExtensionContent>
      <efext:EformsExtension><efbc:FrameworkMaximumAmount currencyID="EUR">900
      </efbc:FrameworkMaximumAmount></efext:EformsExtension></ext:ExtensionContent>
      </ext:UBLExtension></ext:UBLExtensions><cbc:EstimatedOverallContractAmount currencyID="EUR">
      500</cbc:EstimatedOverallContractAmount></cac:RequestedTenderTotal>"""
    heard = hear(*ALL, *WON, lot_with(sums))
    found = {one.get("kind"): one.text for one in heard.of("HAS_AMOUNT")}
    assert found == {"estimate": "500", "ceiling": "900"}


def test_the_span_of_tenders_and_the_ceiling_of_a_result_are_told_apart(hear: Hear) -> None:
    more = """<cbc:HigherTenderAmount currencyID="EUR">90</cbc:HigherTenderAmount>
      <cbc:LowerTenderAmount currencyID="EUR">50</cbc:LowerTenderAmount>
      <efac:FrameworkAgreementValues>
        <cbc:MaximumValueAmount currencyID="EUR">1000</cbc:MaximumValueAmount>
        <efbc:ReestimatedValueAmount currencyID="EUR">800</efbc:ReestimatedValueAmount>
      </efac:FrameworkAgreementValues>"""
    heard = hear(*ALL, *WON, result("LOT-0001", "CON-0001", more=more), lot("LOT-0001"))
    assert {(one.get("kind"), one.text) for one in heard.of("HAS_AMOUNT")} == {
        ("highest tender", "90"),
        ("lowest tender", "50"),
        ("ceiling", "1000"),
        ("estimate after award", "800"),
    }
    assert {label for label, _ in of_what(heard, "HAS_AMOUNT")} == {CONTRACT}


GROUP = """<cac:TenderingTerms><cac:LotDistribution><cac:LotsGroup>
  <cbc:LotsGroupID>GLO-0001</cbc:LotsGroupID>
  <cac:ProcurementProjectLotReference><cbc:ID>LOT-0001</cbc:ID></cac:ProcurementProjectLotReference>
  <cac:ProcurementProjectLotReference><cbc:ID>LOT-0002</cbc:ID></cac:ProcurementProjectLotReference>
</cac:LotsGroup></cac:LotDistribution></cac:TenderingTerms>"""


def test_a_contract_for_a_group_of_lots_covers_each(hear: Hear) -> None:
    heard = hear(
        *ALL,
        GROUP,
        contract("CON-0001", "TEN-0001"),
        bid("TEN-0001", "TPA-0001", "GLO-0001", "1000 EUR"),
        party("TPA-0001", "ORG-0002"),
        lot("LOT-0001", cpv="32323500"),
        lot("LOT-0002", cpv="35125300"),
        result("LOT-0001", "CON-0001"),
        result("LOT-0002", "CON-0001"),
    )
    (won,) = heard.of("WON")
    assert (won.get("lot"), won.get("note")) == ("GLO-0001", "")
    covered = [one.get("lot") for one in heard.of("COVERS", subject=won.object)]
    assert covered == ["LOT-0001", "LOT-0002"]


def test_a_loser_of_a_lot_with_several_contracts_bid_for_the_tender(hear: Hear) -> None:
    heard = hear(
        *ALL,
        contract("CON-0001", "TEN-0001"),
        contract("CON-0002", "TEN-0002"),
        bid("TEN-0001", "TPA-0001", "LOT-0001"),
        bid("TEN-0002", "TPA-0002", "LOT-0001"),
        bid("TEN-0003", "TPA-0003", "LOT-0001"),
        *(party(f"TPA-000{number}", "ORG-0002") for number in (1, 2)),
        party("TPA-0003", "ORG-0003"),
    )
    (lost,) = heard.of("BID_ON")
    assert (heard.entity(lost.object).label, lost.get("lot"), lost.get("status")) == (
        TENDER,
        "LOT-0001",
        "lost",
    )


def test_who_won_with_one_of_two_tenders_did_not_lose(hear: Hear) -> None:
    heard = hear(*ALL, *WON, bid("TEN-0002", "TPA-0001", "LOT-0001"))
    assert len(heard.of("WON")) == 1
    assert not heard.of("BID_ON")


def test_a_bidder_of_whom_no_outcome_is_known_has_no_status(hear: Hear) -> None:
    heard = hear(
        *ALL,
        result("LOT-0001", code="open-nw", bids="TEN-0001"),
        bid("TEN-0001", "TPA-0001", "LOT-0001", more="<cbc:RankCode>2</cbc:RankCode>"),
        party("TPA-0001", "ORG-0003"),
    )
    (tried,) = heard.of("BID_ON")
    assert dict(tried.qualifiers) == {"lot": "LOT-0001", "note": "rank 2"}
    assert of_what(heard, "HAS_STATUS") == [(TENDER, "no winner chosen yet")]


def test_the_choice_and_the_signature_have_their_own_days(hear: Hear) -> None:
    chosen = "<cbc:AwardDate>2024-04-01Z</cbc:AwardDate>"
    heard = hear(*ALL, contract("CON-0001", "TEN-0001", more=chosen), *WON[1:])
    (won,) = heard.of("WON")
    (status,) = heard.of("HAS_STATUS", text="winner chosen")
    assert (won.get("date"), status.get("date")) == ("2024-05-06", "2024-04-01")


def test_a_code_that_is_no_cpv_is_kept_as_written(hear: Hear) -> None:
    heard = hear(*ALL, *WON, lot("LOT-0001", cpv="99999999"))
    assert (CONTRACT, "99999999") in of_what(heard, "COVERS")


def test_a_withheld_kind_of_procedure_stays_unknown(hear: Hear) -> None:
    hidden = f"""<ext:UBLExtensions><ext:UBLExtension><ext:ExtensionContent><efext:EformsExtension>
      {privacy("pro-typ")}</efext:EformsExtension></ext:ExtensionContent></ext:UBLExtension>
      </ext:UBLExtensions>"""
    heard = hear(*ALL, *WON, procedure("neg-wo-call", hidden))
    assert [one.get("method") for one in heard.of("AWARDED")] == [""]


def test_withheld_subcontracting_stays_unknown(hear: Hear) -> None:
    term = f"""<efac:SubcontractingTerm>{privacy("sub-con")}{privacy("sub-val")}
      <efbc:TermAmount currencyID="EUR">300</efbc:TermAmount>
      <efbc:TermCode listName="applicability">yes</efbc:TermCode></efac:SubcontractingTerm>"""
    tender = bid("TEN-0001", "TPA-0001", "LOT-0001", more=term)
    heard = hear(*ALL, WON[0], tender, WON[2])
    assert not heard.of("HAS_AMOUNT")
    assert {text for _, text in of_what(heard, "HAS_STATUS")} == {
        "not published: whether there are subcontractors",
        "not published: value subcontracted",
    }


@pytest.mark.parametrize(
    ("number", "tender"), [("00005555-2023", "5555-2023"), ("dddd-0001-01", "")]
)
def test_without_a_procedure_the_call_names_the_tender(
    number: str, tender: str, hear: Hear
) -> None:
    call = f"<cac:NoticeDocumentReference><cbc:ID>{number}</cbc:ID></cac:NoticeDocumentReference>"
    heard = hear(*ALL, *WON, procedure("open", call), procedure="")
    (tendered,) = heard.of("TENDERED")
    assert tendered.object == f"tender-ted-{tender or '123456-2024'}"


def test_a_corrected_award_is_the_award_that_it_corrects(hear: Hear) -> None:
    change = """<efac:Changes><efbc:ChangedNoticeIdentifier>00111111-2023
      </efbc:ChangedNoticeIdentifier></efac:Changes>"""
    heard = hear(*ALL, *WON, extension=change)
    (won,) = heard.of("WON")
    assert won.object == "contract-ted-111111-2023-lot-0001-con-0001"


def test_a_planned_purchase_is_planned(hear: Hear) -> None:
    heard = hear(*ALL, root="PriorInformationNotice", type_="planning=pin-only")
    (tendered,) = heard.of("TENDERED")
    assert (tendered.get("status"), tendered.get("date_kind")) == ("planned", "notice")


@pytest.mark.parametrize("listed", [True, False])
def test_a_group_is_known_by_its_kind_where_its_lots_are_not_given(
    listed: bool, hear: Hear, tmp_path: Path
) -> None:
    group = lot("GLO-0001", "Both").replace('schemeName="Lot"', 'schemeName="LotsGroup"')
    parts = (*ALL, lot("LOT-0001", "Cameras"), group, *([GROUP] if listed else []))
    (file,) = inputs([str(save(tmp_path, notice(*parts)))])
    read = eforms.notice(xml.read(file, eforms.ROOTS, lambda node: True))
    lots = ("LOT-0001", "LOT-0002") if listed else ("GLO-0001",)
    assert dict(read.lot_groups) == {"GLO-0001": lots}


def test_a_contract_for_such_a_group_covers_what_the_group_does(hear: Hear) -> None:
    group = lot("GLO-0001", "Both", "32323500").replace(
        'schemeName="Lot"', 'schemeName="LotsGroup"'
    )
    heard = hear(
        *ALL,
        group,
        contract("CON-0001", "TEN-0001"),
        bid("TEN-0001", "TPA-0001", "GLO-0001", "1000 EUR"),
        party("TPA-0001", "ORG-0002"),
    )
    (won,) = heard.of("WON")
    assert (won.get("lot"), won.get("note")) == ("GLO-0001", "")
    assert "32323500 Video-surveillance system" in {
        one.text for one in heard.of("COVERS", subject=won.object)
    }
