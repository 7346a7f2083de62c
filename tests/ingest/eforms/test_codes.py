"""Codes of eForms are told in words, and what repeats is told once, on notices of our own."""

import pytest

from kg.notices.words import Table, meaning
from tests.ingest.eforms.cast import ALL, ONE_LOT, Hear, names
from tests.notices.eforms_sample import bid, contract, party, procedure

CODES: dict[Table, str] = {
    "methods": "comp-dial comp-tend exp-int-rail innovation neg-w-call neg-wo-call open oth-mult "
    "oth-single restricted",
    "reasons": "additional artistic bargain below-thres below-thres-sme char-imp closure commodity "
    "contest crisis defse-excl dir24-list dir81-annexii dir81-transport ecom-excl energy-supply "
    "exc-circ-rail exclusive existing in-house int-oper int-rules irregular liquidator "
    "non-buyer-aw non-contr non-dir non-p-int not-wss other-activity other-exclusive rd repetition "
    "resd rl-third sc-right serv-excl sim-infra spe-arrang technical tra-ser unsuitable urgency "
    "water-purch",
    "changes": "add-wss mod-cir mod-minv mod-nons mod-repl mod-rev",
    "not_awarded": "all-rej chan-need ins-fund no-rece no-signed one-admis other rev-body "
    "rev-buyer tch-pr-error",
    "withheld": "awa-cri-com awa-cri-des awa-cri-fix awa-cri-nam awa-cri-num awa-cri-ord "
    "awa-cri-thr awa-cri-typ awa-cri-wei buy-rev-cou buy-rev-typ con-rev-buy con-rev-use cou-ori "
    "cro-bor-law dir-awa-jus dir-awa-pre dir-awa-tex gro-max-ide gro-max-val gro-ree-val max-val "
    "no-awa-rea not-app-val not-max-val not-val pro-acc pro-acc-jus pro-fea pro-typ rec-sub-cou "
    "rec-sub-typ ree-val rev-req sub-con sub-des sub-per sub-per-kno sub-val sub-val-kno ten-ran "
    "ten-val-hig ten-val-low val-con-des win-cho win-ten-val win-ten-var",
    "withheld_because": "eo-int fair-comp law-enf oth-int rd-ser",
}
"""The codes of the lists of SDK 1.13, by the table that says what they mean."""


@pytest.mark.parametrize("table", CODES)
def test_every_code_of_the_official_lists_has_words(table: Table) -> None:
    codes = CODES[table].split()
    assert [code for code in codes if meaning(table, code) == code] == []


def because(*codes: str) -> str:
    return "".join(
        f"""<cac:ProcessJustification><cbc:ProcessReasonCode listName="direct-award-justification">
        {code}</cbc:ProcessReasonCode></cac:ProcessJustification>"""
        for code in codes
    )


@pytest.mark.parametrize(
    ("codes", "told"),
    [
        (("crisis",), "urgency out of a crisis"),
        (("technical", "in-house"), "no competition for technical reasons, between public "
         "bodies, or within one group or joint venture"),
        (("crisis", "crisis"), "urgency out of a crisis"),
        (("unpublished",), ""),
        ((), ""),
    ],
)  # fmt: skip
def test_a_direct_award_may_have_several_reasons(
    codes: tuple[str, ...], told: str, hear: Hear
) -> None:
    heard = hear(*ALL, *ONE_LOT, procedure("neg-wo-call", because(*codes)), type_="result=veat")
    assert {one.get("reason") for one in heard.of("AWARDED")} == {told}


def test_a_tenderer_that_is_listed_twice_is_no_group(hear: Hear) -> None:
    heard = hear(
        *ALL,
        contract("CON-0001", "TEN-0001"),
        bid("TEN-0001", "TPA-0001", "LOT-0001", "1000 EUR"),
        party("TPA-0001", "ORG-0002", "ORG-0002*"),
    )
    (won,) = heard.of("WON")
    assert won.get("role") == ""
    assert names(heard, "WON") == ["Camera NV"]


FRAMEWORK = """<cac:NoticeDocumentReference><cbc:ID>{}</cbc:ID></cac:NoticeDocumentReference>"""
SENDERS = "cccccccc-0000-4000-8000-000000000003-01"


@pytest.mark.parametrize(
    ("reference", "id_"),
    [
        ("00099999-2022", "contract-ted-99999-2022"),
        ("2022/S 012-099999", "contract-ted-99999-2022"),
        (SENDERS, f"contract-eforms-{SENDERS}"),
        (SENDERS.upper(), f"contract-eforms-{SENDERS}"),
    ],
)
def test_a_framework_is_named_by_its_number_or_by_its_senders_id(
    reference: str, id_: str, hear: Hear
) -> None:
    heard = hear(
        *ALL,
        contract("CON-0001", "TEN-0001", more=FRAMEWORK.format(reference)),
        bid("TEN-0001", "TPA-0001", "LOT-0001"),
        party("TPA-0001", "ORG-0002"),
    )
    (under,) = heard.of("UNDER")
    assert under.object == id_
    assert heard.entity(id_).label == "Contract"


def test_a_framework_that_no_notice_can_be_told_by_is_counted(hear: Hear) -> None:
    heard = hear(
        *ALL,
        contract("CON-0001", "TEN-0001", more=FRAMEWORK.format("see annex")),
        bid("TEN-0001", "TPA-0001", "LOT-0001"),
        party("TPA-0001", "ORG-0002"),
    )
    assert not heard.of("UNDER")
    assert heard.skipped["framework 'see annex', which is no number of a notice"] == 1


def test_a_provider_of_services_to_the_buyer_is_no_winner(hear: Hear) -> None:
    """A real notice gave the firm of a direct award in this place only: nobody is named to win."""
    provider = """<cac:ContractingParty><cac:Party>
      <cac:PartyIdentification><cbc:ID>ORG-0001</cbc:ID></cac:PartyIdentification><cac:ServiceProviderParty><cac:Party><cac:PartyIdentification>
      <cbc:ID>ORG-0003</cbc:ID></cac:PartyIdentification></cac:Party></cac:ServiceProviderParty>
      </cac:Party></cac:ContractingParty>"""
    parts = [one for one in ALL if not one.startswith("<cac:ContractingParty")]
    heard = hear(*parts, provider, contract("CON-0001"), type_="dir-awa-pre=veat")
    assert names(heard, "AWARDED") == ["Federale Politie"]
    assert not heard.of("WON")
    assert "Soft BV" not in {entity.name for entity in heard.entities}
