"""What a buyer withholds in eForms, wherever in the result it says so, on notices of our own."""

import pytest

from kg.notices.words import meaning
from tests.ingest.eforms.cast import ALL, ONE_LOT, Hear
from tests.ingest.said import Said
from tests.notices.eforms_sample import bid, contract, lot, party, privacy, result

WON = (
    contract("CON-0001", "TEN-0001"),
    bid("TEN-0001", "TPA-0001", "LOT-0001"),
    party("TPA-0001", "ORG-0002"),
    lot("LOT-0001"),
)


def hidden(heard: Said) -> list[str]:
    """What is said to be withheld."""
    texts = [one.text.partition(": ") for one in heard.of("HAS_STATUS")]
    return sorted(what for kind, _, what in texts if kind == "not published")


def framework(code: str = "", amount: str = "5000") -> str:
    """The ceiling of a lot, and the mark that it is withheld."""
    return f"""<efac:FrameworkAgreementValues>{privacy(code) if code else ""}
      <cbc:MaximumValueAmount currencyID="EUR">{amount}</cbc:MaximumValueAmount>
    </efac:FrameworkAgreementValues>"""


def reason(code: str, more: str = "") -> str:
    """Why nobody won."""
    return f"""<efac:DecisionReason>{more}<efbc:DecisionReasonCode>{code}</efbc:DecisionReasonCode>
    </efac:DecisionReason>"""


def test_a_ceiling_is_told(hear: Hear) -> None:
    heard = hear(*ALL, *WON, result("LOT-0001", "CON-0001", more=framework()))
    (sum_,) = heard.of("HAS_AMOUNT")
    assert (sum_.text, sum_.get("kind")) == ("5000", "ceiling")


@pytest.mark.parametrize("amount", ["5000", "-1"])
def test_a_ceiling_that_is_withheld_beside_itself_is_not_told(amount: str, hear: Hear) -> None:
    """The mark stands in the element of the values, not in that of the result."""
    heard = hear(*ALL, *WON, result("LOT-0001", "CON-0001", more=framework("max-val", amount)))
    assert not heard.of("HAS_AMOUNT")
    assert hidden(heard) == ["framework maximum"]


@pytest.mark.parametrize("more", [privacy("no-awa-rea"), ""])
@pytest.mark.parametrize("code", ["unpublished", "chan-need"])
def test_why_nobody_won_may_be_withheld(more: str, code: str, hear: Hear) -> None:
    heard = hear(*ALL, result("LOT-0001", code="clos-nw", more=reason(code, more)), lot("LOT-0001"))
    (closed,) = heard.of("HAS_STATUS", text="closed without a winner")
    is_told = code == "chan-need" and not more
    assert closed.get("reason") == ("the buyer's needs changed" if is_told else "")
    assert hidden(heard) == (["reason for no award"] if more else [])


def test_whether_anybody_won_may_be_withheld(hear: Hear) -> None:
    found = result("LOT-0001", code="unpublished", more=privacy("win-cho"))
    heard = hear(*ALL, found, lot("LOT-0001"))
    assert hidden(heard) == ["whether a winner was chosen"]
    assert {one.predicate for one in heard.statements} == {"TENDERED", "COVERS", "HAS_STATUS"}


NESTED = {
    "cou-ori": ("<efac:Origin>{}<efbc:AreaCode>CHN</efbc:AreaCode></efac:Origin>", "CHN"),
    "con-rev-use": (
        "<efac:ConcessionRevenue>{}<efbc:RevenueUserAmount>7777</efbc:RevenueUserAmount>"
        "</efac:ConcessionRevenue>",
        "7777",
    ),
    "sub-val": (
        '<efac:SubcontractingTerm>{}<efbc:TermAmount currencyID="EUR">7777</efbc:TermAmount>'
        '<efbc:TermCode listName="applicability">yes</efbc:TermCode></efac:SubcontractingTerm>',
        "7777",
    ),
}


@pytest.mark.parametrize("code", NESTED)
def test_what_is_withheld_of_a_part_of_a_tender_is_said_to_be(code: str, hear: Hear) -> None:
    inside, value = NESTED[code]
    tender = bid("TEN-0001", "TPA-0001", "LOT-0001", more=inside.format(privacy(code)))
    heard = hear(*ALL, WON[0], tender, *WON[2:])
    assert hidden(heard) == [meaning("withheld", code)]
    assert value not in repr(heard.statements)


def test_a_field_that_is_marked_twice_is_said_once(hear: Hear) -> None:
    part = f"""<efac:ReceivedSubmissionsStatistics>{privacy("rec-sub-typ")}
      <efbc:StatisticsCode>unpublished</efbc:StatisticsCode>
      <efbc:StatisticsNumeric>4</efbc:StatisticsNumeric></efac:ReceivedSubmissionsStatistics>"""
    heard = hear(*ALL, *WON, result("LOT-0001", "CON-0001", more=part + part))
    assert hidden(heard) == ["kind of tenders counted"]
    assert not heard.of("HAS_METRIC")


def group(more: str = "") -> str:
    """What frameworks over a group of lots may come to."""
    return f"""<efac:GroupFramework>
      <efbc:GroupFrameworkMaximumValueAmount currencyID="EUR">900
      </efbc:GroupFrameworkMaximumValueAmount>{more}
      <efac:TenderLot><cbc:ID>GLO-0001</cbc:ID></efac:TenderLot></efac:GroupFramework>"""


def test_the_ceiling_of_a_group_of_lots_is_told(hear: Hear) -> None:
    (sum_,) = hear(*ALL, *WON, group()).of("HAS_AMOUNT")
    assert (sum_.text, sum_.get("kind"), sum_.get("scope")) == (
        "900",
        "ceiling",
        "group of lots GLO-0001",
    )


def test_that_of_a_group_may_be_withheld(hear: Hear) -> None:
    heard = hear(*ALL, *WON, group(privacy("gro-max-val")))
    assert not heard.of("HAS_AMOUNT")
    assert hidden(heard) == ["framework maximum of a group of lots"]


def test_what_is_withheld_of_one_tender_is_told_of_another(hear: Hear) -> None:
    first, second = (one for one in ONE_LOT if one.startswith("<efac:LotTender"))
    marked = first.replace(
        "<efac:TenderingParty>", privacy("win-ten-val") + "<efac:TenderingParty>"
    )
    heard = hear(*ALL, *(one for one in ONE_LOT if one not in (first, second)), marked, second)
    assert not heard.of("HAS_AMOUNT")
    assert [one.get("value") for one in heard.of("BID_ON")] == ["900"]
