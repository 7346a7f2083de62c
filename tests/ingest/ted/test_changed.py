"""Who holds a contract after its change (F20), and for how much, in the older TED XML."""

import pytest

from tests.ingest.ted.cast import CAMERAS, Hear
from tests.notices.ted_sample import award, contractor, form

BEFORE = "<NOTICE_NUMBER_OJ>2018/S 001-000163</NOTICE_NUMBER_OJ>"
CONTRACT = "contract-ted-163-2018-7"
OTHER = contractor("Nachfolger GmbH", "DE")
HIDDEN = ' PUBLICATION="NO"'


def change(described: str, info: str = "") -> str:
    """A form of change; ``described`` is the contract as it is now."""
    more = f"""<MODIFICATIONS_CONTRACT>
      <DESCRIPTION_PROCUREMENT>{described}</DESCRIPTION_PROCUREMENT>
      <INFO_MODIFICATIONS><SHORT_DESCR><P>Longer</P></SHORT_DESCR>{info}</INFO_MODIFICATIONS>
      </MODIFICATIONS_CONTRACT>"""
    return form(award(CAMERAS, number="7"), code="F20", procedure=BEFORE, more=more)


@pytest.mark.parametrize("block", ["CONTRACTORS", ""])
def test_another_holder_after_the_change_is_told_and_won_nothing(block: str, hear: Hear) -> None:
    """The block has stood around contractors since 2018."""
    heard = hear(change(f"<{block}>{OTHER}</{block}>" if block else OTHER))
    held = {heard.entity(one.subject).name: one for one in heard.of("CONTRACTED_WITH")}
    assert sorted(held) == ["Camera NV", "Nachfolger GmbH"]
    assert {one.get("contract") for one in held.values()} == {CONTRACT}
    assert "after it" in held["Nachfolger GmbH"].get("note")
    assert "after it" not in held["Camera NV"].get("note")
    assert not heard.of("WON")


@pytest.mark.parametrize("name", ["Camera NV", "CAMERA nv"])
def test_the_same_holder_named_again_is_one(name: str, hear: Hear) -> None:
    again = contractor(name, number="0461.145.522")
    heard = hear(change(f"<CONTRACTORS>{again}</CONTRACTORS>"))
    (held,) = heard.of("CONTRACTED_WITH")
    assert held.subject == "org-be-kbo-0461145522"


def test_a_holder_that_is_not_published_stays_unknown(hear: Hear) -> None:
    heard = hear(change(f"<CONTRACTORS{HIDDEN}>{OTHER}</CONTRACTORS>"))
    assert len(heard.of("CONTRACTED_WITH")) == 1
    assert "Nachfolger" not in repr(heard.entities)


SUMS = """<VAL_TOTAL_BEFORE CURRENCY="EUR">1000</VAL_TOTAL_BEFORE>
  <VAL_TOTAL_AFTER CURRENCY="EUR">1200</VAL_TOTAL_AFTER>"""


@pytest.mark.parametrize("tag", ["VALUES", "VALUE", ""])
def test_sums_before_and_after_stand_in_a_block_or_not(tag: str, hear: Hear) -> None:
    heard = hear(change("", f"<{tag}>{SUMS}</{tag}>" if tag else SUMS))
    assert {one.get("kind"): one.text for one in heard.of("HAS_AMOUNT")} == {
        "before modification": "1000",
        "after modification": "1200",
        "addition": "200",
    }


def test_sums_that_are_not_published_are_not_told_nor_what_was_added(hear: Hear) -> None:
    heard = hear(change("", f"<VALUES{HIDDEN}>{SUMS}</VALUES>"))
    assert not heard.of("HAS_AMOUNT")
    assert heard.skipped["amount that the buyer withholds"] == 2


DESCRIBED = '<VALUES><VAL_TOTAL CURRENCY="EUR">1200</VAL_TOTAL></VALUES>'


def test_the_sum_of_the_changed_contract_is_told_once(hear: Hear) -> None:
    heard = hear(change(DESCRIBED, f"<VALUES>{SUMS}</VALUES>"))
    (after,) = heard.of("HAS_AMOUNT", kind="after modification")
    assert after.locator.endswith("INFO_MODIFICATIONS")


def test_without_another_it_is_the_sum_after_the_change(hear: Hear) -> None:
    heard = hear(change(DESCRIBED))
    (after,) = heard.of("HAS_AMOUNT")
    assert (after.subject, after.text, after.get("kind"), after.get("date")) == (
        CONTRACT,
        "1200",
        "after modification",
        "2019-04-01",
    )
