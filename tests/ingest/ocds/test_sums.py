"""Sums, goods, lots and terms of OCDS releases."""

import pytest

from tests.ingest.ocds.cast import CONTRACT, TENDER, Hear, amounts
from tests.notices.ocds_sample import OCID, award, money, release, supplier


def test_sums_keep_every_digit_and_their_kind(hear: Hear) -> None:
    heard = hear(
        release(
            planning={"budget": {"amount": money(1000.10)}},
            tender={"title": "Bodycams", "value": money(900), "maxValue": money(1200)},
            awards=[award(supplier(), value=money("850.00"))],
            contracts=[{"id": "c", "awardID": "a1", "value": money(860)}],
        )
    )
    assert amounts(heard, TENDER) == [
        ("budget", "1000.1", "EUR"),
        ("estimate", "900", "EUR"),
        ("ceiling", "1200", "EUR"),
    ]
    assert amounts(heard, CONTRACT) == [("award", "850", "EUR"), ("price", "860", "EUR")]


def test_the_sum_of_a_contract_that_repeats_its_award_is_told_once(hear: Hear) -> None:
    heard = hear(
        release(
            awards=[award(supplier(), value=money(850))],
            contracts=[{"id": "c", "awardID": "a1", "value": money(850.00)}],
        )
    )
    assert amounts(heard, CONTRACT) == [("award", "850", "EUR")]


def test_net_and_gross_sums_are_told_apart(hear: Hear) -> None:
    value = money(1000, amountGross=1210)
    heard = hear(release(awards=[award(supplier(), value=value)]))
    assert [(one.text, one.get("vat")) for one in heard.of("HAS_AMOUNT")] == [
        ("1000", "excluded"),
        ("1210", "included"),
    ]


@pytest.mark.parametrize(
    ("amount", "note"),
    [
        (1e17, "is larger than any contract"),
        (0, "may stand for an amount that was not given"),
        (-5, "is below zero"),
    ],
)
def test_a_sum_that_can_hardly_be_is_kept_and_marked(hear: Hear, amount: float, note: str) -> None:
    heard = hear(release(awards=[award(supplier(), value=money(amount))]))
    assert [one.get("note") for one in heard.of("HAS_AMOUNT")] == [note]


def test_a_sum_that_is_none_is_left_out_and_told(hear: Hear) -> None:
    heard = hear(release(awards=[award(supplier(), value=money("1.234,50"))]))
    assert heard.of("HAS_AMOUNT") == []
    ((reason, count),) = heard.skipped.items()
    assert (reason.partition(" is no amount")[0], count) == ("awards[].value: '1.234,50'", 1)


def test_a_sum_that_is_no_number_says_nothing(hear: Hear) -> None:
    text = '{"ocid":"ocds-1-x","id":"1","date":"2024","awards":[{"id":"1","value":{"amount":NaN}}]}'
    heard = hear(text)
    assert (heard.of("HAS_AMOUNT"), heard.problems) == ([], [])


def test_payments_have_their_day(hear: Hear) -> None:
    transactions = [
        {"id": "1", "date": "2024-05-01T00:00:00Z", "value": money(10)},
        {"id": "2", "date": "2024-06-01", "amount": money(20)},
    ]
    heard = hear(
        release(
            awards=[award(supplier())],
            contracts=[
                {"id": "c", "awardID": "a1", "implementation": {"transactions": transactions}}
            ],
        )
    )
    assert [(one.text, one.get("date")) for one in heard.of("HAS_AMOUNT", kind="paid")] == [
        ("10", "2024-05-01"),
        ("20", "2024-06-01"),
    ]


def test_what_is_bought_is_told_by_its_code(hear: Hear) -> None:
    items = [
        {
            "id": "1",
            "classification": {"scheme": "CPV", "id": "35125300.0"},
            "additionalClassifications": [{"scheme": "CPV", "id": "32323500-8"}],
        },
        {"id": "2", "classification": {"scheme": "UNSPSC", "id": "46171610"}},
    ]
    heard = hear(release(awards=[award(supplier(), items=items)]))
    assert [(one.text, one.get("kind")) for one in heard.of("COVERS", subject=CONTRACT)] == [
        ("35125300 Security cameras", "main CPV"),
        ("32323500 Video-surveillance system", "additional CPV"),
    ]
    assert heard.unread["awards[].items[].classification.id"] == 1


def test_lots_keep_their_awards_apart(hear: Hear) -> None:
    tender = {
        "title": "Materiaal",
        "lots": [
            {"id": "L1", "title": "Camera's", "value": money(100)},
            {"id": "L2", "title": "Software", "value": money(200)},
        ],
        "items": [
            {"id": "1", "relatedLot": "L2", "classification": {"scheme": "CPV", "id": "48000000"}}
        ],
    }
    awards = [
        {"id": "a1", "relatedLots": ["L1"], "suppliers": [supplier()]},
        {"id": "a2", "relatedLots": ["L2"], "suppliers": [{"name": "Soft BV"}]},
    ]
    heard = hear(release(tender=tender, awards=awards))
    camera, soft = (one.object for one in heard.of("WON"))
    assert (camera, soft) == (f"contract-{OCID}-lot-l1-a1", f"contract-{OCID}-lot-l2-a2")
    assert heard.entity(soft).name == "Software"
    assert amounts(heard, soft) == [("estimate", "200", "EUR")]
    assert [one.text[:8] for one in heard.of("COVERS", subject=soft)] == ["48000000"]


def test_a_period_is_told_with_its_ends(hear: Hear) -> None:
    span = {"startDate": "2024-03-01T00:00:00+01:00", "endDate": "2028-02-29"}
    heard = hear(release(awards=[award(supplier(), contractPeriod=span)]))
    (said,) = heard.of("HAS_STATUS", text="contract period")
    assert (said.get("since"), said.get("until")) == ("2024-03-01", "2028-02-29")
    assert said.locator == f"{OCID}: awards[0].contractPeriod"
