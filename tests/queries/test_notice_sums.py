"""Sums beside the worth of a contract are not taken for it; a corrected award counts once."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from tests.cases import alone
from tests.ingest.eforms.cast import ALL, ONE_LOT
from tests.notices.eforms_sample import bid, contract, notice, party, privacy, save
from tests.queries.procurement import take

if TYPE_CHECKING:
    from kg.session import OpenGraph

BESIDE = """
  <efac:ConcessionRevenue>
    <efbc:RevenueUserAmount currencyID="EUR">70</efbc:RevenueUserAmount>
  </efac:ConcessionRevenue>
  <efac:SubcontractingTerm>
    <efbc:TermAmount currencyID="EUR">300</efbc:TermAmount>
    <efbc:TermCode listName="applicability">yes</efbc:TermCode>
  </efac:SubcontractingTerm>"""
SENDERS = "dddddddd-0000-4000-8000-00000000000{}"
CORRECTS = f"""<efac:Changes><efbc:ChangedNoticeIdentifier>{SENDERS.format(1)}-01
  </efbc:ChangedNoticeIdentifier></efac:Changes>"""


def sent(number: int, *parts: str, extension: str = "", value: str = "1000") -> str:
    """An award; each is of a procedure of its own but for the first two."""
    text = notice(
        *(part.replace("1000", value) for part in (*ALL, *parts)),
        number=f"{number:08}-2024",
        extension=extension,
        procedure=f"aaaaaaaa-0000-4000-8000-00000000000{max(number, 2)}",
    )
    return text.replace("bbbbbbbb-0000-4000-8000-000000000002", SENDERS.format(number))


HIDDEN = (
    contract("CON-0001", "TEN-0001"),
    bid("TEN-0001", "TPA-0001", "LOT-0001", "-1 EUR", more=privacy("win-ten-val") + BESIDE),
    party("TPA-0001", "ORG-0002"),
)


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Iterator["OpenGraph"]:
    """An award, its correction, and one whose worth is withheld."""
    from kg.session import open_graph

    folder = tmp_path_factory.mktemp("sums")
    texts = (
        sent(1, *ONE_LOT),
        sent(2, *ONE_LOT, extension=CORRECTS, value="1100"),
        sent(3, *HIDDEN),
    )
    case = alone(folder / "case")
    take(case, *(save(folder, text, f"{place}.xml") for place, text in enumerate(texts)))
    with open_graph(case, "embedded") as opened:
        yield opened


def test_a_withheld_worth_is_not_made_up_from_other_sums(graph: "OpenGraph") -> None:
    rows = list(graph.query("contract-amounts", min_value=0.0).rows)
    assert [row["contract_id"] for row in rows] == ["contract-ted-1-2024-lot-0001-con-0001"]


def test_the_sums_of_a_notice_and_of_its_correction_stand_side_by_side(graph: "OpenGraph") -> None:
    (row,) = graph.query("contract-amounts", min_value=0.0).rows
    assert (row["value"], row["others"]) == (1000.0, [1100.0])
    assert "sources differ" in str(row["kind"])


def test_money_of_a_corrected_award_is_spent_once(graph: "OpenGraph") -> None:
    rows = list(graph.query("spending-by-year", buyer="Federale Politie").rows)
    awarded = [row for row in rows if row["kind"] == "awarded" and row["currency"] == "EUR"]
    assert [(row["year"], row["value"]) for row in awarded] == [(2024, 1000.0)]
