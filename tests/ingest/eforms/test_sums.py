"""What an eForms notice says of money, on small notices of our own."""

import pytest

from tests.ingest.eforms.cast import ALL, ONE_LOT, Hear, names
from tests.notices.eforms_sample import bid, contract, lot, party, privacy, result


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


PARTS = {
    "users": (
        """<efac:ConcessionRevenue><efbc:RevenueUserAmount currencyID="EUR">70
        </efbc:RevenueUserAmount></efac:ConcessionRevenue>""",
        ("70", "revenue", "from users"),
    ),
    "buyer": (
        """<efac:ConcessionRevenue><efbc:RevenueBuyerAmount currencyID="EUR">7
        </efbc:RevenueBuyerAmount></efac:ConcessionRevenue>""",
        ("7", "revenue", "from the buyer"),
    ),
    "paid": (
        """<efac:AggregatedAmounts><cbc:PaidAmount currencyID="EUR">1100</cbc:PaidAmount>
        </efac:AggregatedAmounts>""",
        ("1100", "paid", ""),
    ),
    "penalties": (
        """<efac:AggregatedAmounts><efbc:PenaltiesAmount currencyID="EUR">50</efbc:PenaltiesAmount>
        </efac:AggregatedAmounts>""",
        ("50", "penalty", ""),
    ),
}


@pytest.mark.parametrize("part", PARTS)
def test_what_comes_in_or_was_paid_is_no_award(part: str, hear: Hear) -> None:
    inside, told = PARTS[part]
    heard = hear(
        *ALL,
        contract("CON-0001", "TEN-0001"),
        bid("TEN-0001", "TPA-0001", "LOT-0001", "1000 EUR", more=inside),
        party("TPA-0001", "ORG-0002"),
    )
    award, other = heard.of("HAS_AMOUNT")
    assert (award.text, award.get("kind")) == ("1000", "award")
    assert (other.text, other.get("kind"), other.get("scope")) == told
    assert other.subject == award.subject
    assert not [path for path in heard.unread if "Amount" in path]


def test_what_a_losers_concession_would_bring_in_is_no_sum_of_the_contract(hear: Hear) -> None:
    inside, _ = PARTS["users"]
    heard = hear(
        *ALL,
        contract("CON-0001", "TEN-0001"),
        bid("TEN-0001", "TPA-0001", "LOT-0001", "1000 EUR"),
        bid("TEN-0002", "TPA-0002", "LOT-0001", "900 EUR", more=inside),
        party("TPA-0001", "ORG-0002"),
        party("TPA-0002", "ORG-0004"),
    )
    assert [one.text for one in heard.of("HAS_AMOUNT")] == ["1000"]


FIVE = (
    *(result(f"LOT-000{n}", f"CON-000{n}") for n in (1, 2, 3)),
    *(contract(f"CON-000{n}", "TEN-0001", number=f"K/{n}") for n in (1, 2, 3)),
    bid("TEN-0001", "TPA-0001", "LOT-0001", "1000 EUR"),
    party("TPA-0001", "ORG-0002"),
)


def test_contracts_that_all_refer_to_the_first_lots_tender_have_its_sum_once(hear: Hear) -> None:
    """A real notice of 2024 has five such contracts: their sum was there five times."""
    heard = hear(*ALL, *FIVE)
    assert len({one.object for one in heard.of("WON")}) == 3
    flagged = [
        one for one in heard.of("WON") if "but its tender is for LOT-0001" in one.get("note")
    ]
    assert len(flagged) == 2
    (sum_,) = heard.of("HAS_AMOUNT")
    assert heard.entity(sum_.subject).ids[1] == "contract_no:K/1"
    assert heard.skipped["sum of a tender that another contract has"] == 2


def test_the_total_is_not_held_against_such_a_sum_counted_thrice(hear: Hear) -> None:
    total = '<cbc:TotalAmount currencyID="EUR">3000</cbc:TotalAmount>'
    told = {(one.text, one.get("kind")) for one in hear(*ALL, *FIVE, total).of("HAS_AMOUNT")}
    assert told == {("1000", "award"), ("3000", "total")}


def test_a_tender_of_several_contracts_of_its_lot_has_its_sum_for_all_of_them(hear: Hear) -> None:
    heard = hear(
        *ALL,
        result("LOT-0001", "CON-0001", "CON-0002"),
        contract("CON-0001", "TEN-0001"),
        contract("CON-0002", "TEN-0001"),
        bid("TEN-0001", "TPA-0001", "LOT-0001", "1000 EUR"),
        party("TPA-0001", "ORG-0002"),
    )
    (sum_,) = heard.of("HAS_AMOUNT")
    assert (heard.entity(sum_.subject).label, sum_.text, sum_.get("scope")) == (
        "Tender",
        "1000",
        "tender TEN-0001, which several contracts refer to",
    )
    assert len({one.object for one in heard.of("WON")}) == 2
    assert all(not one.get("value") for one in heard.of("WON"))


def test_one_contract_with_another_lots_tender_keeps_its_sum(hear: Hear) -> None:
    heard = hear(
        *ALL,
        result("LOT-0001", "CON-0001"),
        contract("CON-0001", "TEN-0002"),
        bid("TEN-0002", "TPA-0001", "LOT-0002", "1000 EUR"),
        party("TPA-0001", "ORG-0002"),
    )
    (sum_,) = heard.of("HAS_AMOUNT")
    assert (heard.entity(sum_.subject).label, sum_.text) == ("Contract", "1000")
