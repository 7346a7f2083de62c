"""What a utility fills in and does not publish, in the older TED XML: it stays unknown."""

import pytest

from tests.ingest.ted.cast import CAMERAS, Hear, names
from tests.notices.ted_sample import award, contractor, form

SPAN = """<VAL_RANGE_TOTAL CURRENCY="EUR"{}><LOW>400</LOW><HIGH>900</HIGH></VAL_RANGE_TOTAL>"""
HIDDEN = ' PUBLICATION="NO"'


@pytest.mark.parametrize("tag", ["VALUES", "VALUE"])
def test_the_block_of_sums_has_two_names(tag: str, hear: Hear) -> None:
    """F06 of 2017 has VALUE where later forms have VALUES."""
    sums = f"""<{tag} PUBLICATION="YES"><VAL_ESTIMATED_TOTAL CURRENCY="BGN">1000
      </VAL_ESTIMATED_TOTAL><VAL_TOTAL CURRENCY="BGN">995</VAL_TOTAL></{tag}>"""
    heard = hear(form(award(CAMERAS, more=sums), code="F06"))
    found = {one.get("kind"): (one.text, one.get("currency")) for one in heard.of("HAS_AMOUNT")}
    assert found == {"estimate": ("1000", "BGN"), "award": ("995", "BGN")}


@pytest.mark.parametrize("tag", ["VALUES", "VALUE"])
def test_a_block_that_is_not_published_is_not_told(tag: str, hear: Hear) -> None:
    sums = f"""<{tag}{HIDDEN}><VAL_TOTAL CURRENCY="BGN">995</VAL_TOTAL>{SPAN.format("")}</{tag}>"""
    heard = hear(form(award(CAMERAS, more=sums), code="F06"))
    assert not heard.of("HAS_AMOUNT")
    assert heard.skipped["amount that the buyer withholds"] == 3


@pytest.mark.parametrize(
    ("mark", "told"), [("", {"lowest tender", "highest tender"}), (HIDDEN, set())]
)
def test_a_span_may_be_withheld_by_itself(mark: str, told: set[str], hear: Hear) -> None:
    text = form(award(CAMERAS), code="F06").replace(
        "<OBJECT_DESCR", SPAN.format(mark) + "<OBJECT_DESCR", 1
    )
    assert {one.get("kind") for one in hear(text).of("HAS_AMOUNT")} == told


def test_two_contracts_of_one_notice_keep_their_own_sums(hear: Hear) -> None:
    sums = '<VALUE PUBLICATION="YES"><VAL_TOTAL CURRENCY="EUR">{}</VAL_TOTAL></VALUE>'
    heard = hear(
        form(
            award(CAMERAS, number="1", more=sums.format(400)),
            award(contractor("Soft BV"), item="2", number="2", more=sums.format(600)),
            code="F06",
            total="1000",
        )
    )
    assert {one.subject[-1]: one.text for one in heard.of("HAS_AMOUNT")} == {"1": "400", "2": "600"}
    assert names(heard, "WON") == ["Camera NV", "Soft BV"]


def test_a_lot_that_nobody_won_is_told_also_without_a_reason(hear: Hear) -> None:
    lost = """<AWARD_CONTRACT ITEM="2"><LOT_NO>2</LOT_NO><NO_AWARDED_CONTRACT/></AWARD_CONTRACT>"""
    heard = hear(form(award(CAMERAS, lot="1"), lost))
    (status,) = heard.of("HAS_STATUS")
    assert (status.text, status.get("lot"), status.get("reason")) == (
        "closed without a winner",
        "2",
        "",
    )
