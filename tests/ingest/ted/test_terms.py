"""Sums, lots and counts in the older TED XML, on small notices of our own."""

from tests.ingest.ted.cast import CAMERAS, SOFTWARE, Hear
from tests.notices.ted_sample import award, form, lost, lot


def test_a_total_that_the_contracts_come_to_is_not_said_again(hear: Hear) -> None:
    awards = (award(CAMERAS, lot="1", value="400"), award(SOFTWARE, item="2", lot="2", value="600"))
    heard = hear(form(*awards, total="1000.00"))
    assert [(one.text, one.get("kind")) for one in heard.of("HAS_AMOUNT")] == [
        ("400", "award"),
        ("600", "award"),
    ]


def test_another_total_is_said_of_the_tender(hear: Hear) -> None:
    heard = hear(form(award(CAMERAS, value="400"), total="1000"))
    (total,) = heard.of("HAS_AMOUNT", kind="total")
    assert heard.entity(total.subject).label == "Tender"


def test_the_span_of_tenders_is_no_award(hear: Hear) -> None:
    span = """<VALUES><VAL_RANGE_TOTAL CURRENCY="EUR"><LOW>39196</LOW><HIGH>55870</HIGH>
      </VAL_RANGE_TOTAL></VALUES>"""
    heard = hear(form(award(CAMERAS, more=span)))
    assert {one.get("kind"): (one.text, one.get("currency")) for one in heard.of("HAS_AMOUNT")} == {
        "lowest tender": ("39196", "EUR"),
        "highest tender": ("55870", "EUR"),
    }


def test_the_terms_of_a_lot_are_those_of_its_contract(hear: Hear) -> None:
    terms = """<VAL_OBJECT CURRENCY="EUR">900</VAL_OBJECT><DURATION TYPE="MONTH">48</DURATION>
      <DATE_START>2019-05-01</DATE_START><DATE_END>2023-04-30</DATE_END>"""
    heard = hear(
        form(award(CAMERAS, lot="1"), lots=lot("1", more=terms), procedure="<PT_OPEN/><FRAMEWORK/>")
    )
    (won,) = heard.of("WON")
    assert {one.text for one in heard.of("HAS_STATUS", subject=won.object)} == {
        "planned period",
        "framework agreement",
    }
    (duration,) = heard.of("HAS_METRIC", subject=won.object)
    assert (duration.text, duration.get("unit")) == ("48", "months")
    (estimate,) = heard.of("HAS_AMOUNT", subject=won.object)
    assert (estimate.text, estimate.get("kind")) == ("900", "estimate")


def test_without_lots_the_whole_is_the_contracts(hear: Hear) -> None:
    heard = hear(form(award(CAMERAS), lots=lot(cpv="32323500")))
    (won,) = heard.of("WON")
    assert {one.text for one in heard.of("COVERS", subject=won.object)} == {
        "32323500 Video-surveillance system",
        "35125300 Security cameras",
    }


def test_how_many_tenders_came_is_said_of_the_contract(hear: Hear) -> None:
    tenders = """<TENDERS><NB_TENDERS_RECEIVED>1</NB_TENDERS_RECEIVED>
      <NB_TENDERS_RECEIVED_SME>0</NB_TENDERS_RECEIVED_SME></TENDERS>"""
    heard = hear(form(award(CAMERAS, more=tenders)))
    (won,) = heard.of("WON")
    found = {one.get("measure"): one.text for one in heard.of("HAS_METRIC", subject=won.object)}
    assert found == {
        "tenders received": "1",
        "tenders received from small and medium enterprises": "0",
    }


def test_tenders_that_a_utility_does_not_count_in_public_stay_unknown(hear: Hear) -> None:
    tenders = """<TENDERS PUBLICATION="NO"><NB_TENDERS_RECEIVED>1</NB_TENDERS_RECEIVED></TENDERS>"""
    assert not hear(form(award(CAMERAS, more=tenders), code="F06")).of("HAS_METRIC")


def test_what_a_concession_brings_in_is_told_beside_its_worth(hear: Hear) -> None:
    """F25 has what users pay and what the buyer pays; neither is what the contract is worth."""
    sums = """<VAL_TOTAL CURRENCY="EUR">30000</VAL_TOTAL>
      <VAL_REVENUE CURRENCY="EUR">17000</VAL_REVENUE>
      <VAL_PRICE_PAYMENT CURRENCY="EUR">6300</VAL_PRICE_PAYMENT>"""
    heard = hear(form(award(CAMERAS, more=sums), code="F25"))
    told = {(one.text, one.get("kind"), one.get("scope")) for one in heard.of("HAS_AMOUNT")}
    assert told == {
        ("30000", "award", ""),
        ("17000", "revenue", "from users"),
        ("6300", "revenue", "from the buyer"),
    }


def test_a_contract_of_lot_1_is_that_of_lot_01(hear: Hear) -> None:
    lots = lot("01", "Cameras", "32323500") + lot("02", "Storage")
    heard = hear(form(award(CAMERAS, number="7", lot="1"), lots=lots))
    (won,) = heard.of("WON")
    assert (won.object, won.get("lot")) == ("contract-ted-12345-2019-lot-1-7", "01")
    assert "32323500 Video-surveillance system" in {
        one.text for one in heard.of("COVERS", subject=won.object)
    }
    assert {one.text for one in heard.of("COVERS", kind="lot")} == {"Storage"}


def test_a_contract_of_several_lots_covers_them_all(hear: Hear) -> None:
    lots = lot("1", "Cameras", "32323500") + lot("2", "Discs", "30233130") + lot("3", "Storage")
    heard = hear(form(award(CAMERAS, number="7", lot="1 und 2", value="500"), lots=lots))
    (won,) = heard.of("WON")
    (sum_,) = heard.of("HAS_AMOUNT")
    assert (won.object, sum_.text, sum_.get("lot")) == (
        "contract-ted-12345-2019-7",
        "500",
        "1, 2",
    )
    assert {one.get("lot") for one in heard.of("COVERS", subject=won.object)} == {"1", "2", ""}
    assert {one.text for one in heard.of("COVERS", kind="lot")} == {"Storage"}


def test_each_of_several_lots_that_nobody_won_is_told(hear: Hear) -> None:
    heard = hear(form(lost("1, 2"), lots=lot("1", "Cameras") + lot("2", "Storage")))
    closed = heard.of("HAS_STATUS", text="closed without a winner")
    assert [one.get("lot") for one in closed] == ["1", "2"]
