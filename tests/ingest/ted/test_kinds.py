"""Direct awards, changes and corrections in the older TED XML, on small notices of our own."""

import pytest

from tests.ingest.ted.cast import CAMERAS, Hear
from tests.notices.ted_sample import award, form


@pytest.mark.parametrize(
    ("procedure", "method", "reason"),
    [
        ("<PT_RESTRICTED/>", "restricted procedure", ""),
        (
            "<PT_AWARD_CONTRACT_WITHOUT_CALL><D_ACCORDANCE_ARTICLE><D_TECHNICAL/><D_EXTREME_URGENCY/>"
            "</D_ACCORDANCE_ARTICLE></PT_AWARD_CONTRACT_WITHOUT_CALL>",
            "negotiated procedure without competition",
            "no competition for technical reasons, extreme urgency",
        ),
        (
            "<DIRECTIVE_2009_81_EC><PT_NEGOTIATED_WITHOUT_PUBLICATION/></DIRECTIVE_2009_81_EC>",
            "negotiated procedure without competition",
            "",
        ),
    ],
)
def test_how_it_was_put_out_is_said_in_words(
    procedure: str, method: str, reason: str, hear: Hear
) -> None:
    (awarded,) = hear(form(award(CAMERAS), procedure=procedure)).of("AWARDED")
    assert (awarded.get("method"), awarded.get("reason")) == (method, reason)


def test_a_voluntary_notice_announces_a_direct_award(hear: Hear) -> None:
    heard = hear(form(award(CAMERAS), code="F15", procedure=""))
    (awarded,) = heard.of("AWARDED")
    assert (awarded.get("method"), awarded.get("status")) == (
        "negotiated procedure without competition",
        "announced",
    )


CHANGED = """<MODIFICATIONS_CONTRACT><INFO_MODIFICATIONS>
  <SHORT_DESCR><P>Two more years</P></SHORT_DESCR>
  <ADDITIONAL_NEED><P>More cameras</P></ADDITIONAL_NEED>
  <VALUES><VAL_TOTAL_BEFORE CURRENCY="EUR">1000</VAL_TOTAL_BEFORE>
  <VAL_TOTAL_AFTER CURRENCY="EUR">1500.50</VAL_TOTAL_AFTER></VALUES>
  </INFO_MODIFICATIONS></MODIFICATIONS_CONTRACT>"""

BEFORE = "<NOTICE_NUMBER_OJ>2018/S 001-000163</NOTICE_NUMBER_OJ>"


def test_a_change_adds_money_and_no_winner(hear: Hear) -> None:
    heard = hear(
        form(award(CAMERAS, number="7", value="1000"), code="F20", procedure=BEFORE, more=CHANGED)
    )
    assert not heard.of("WON")
    assert not heard.of("AWARDED")
    (added,) = heard.of("HAS_AMOUNT", kind="addition")
    assert (added.subject, added.text, added.certainty, added.get("date")) == (
        "contract-ted-163-2018-7",
        "500.50",
        "inferred",
        "2019-04-01",
    )
    assert added.get("note") == "1500.50 after the change less 1000 before"
    (status,) = heard.of("HAS_STATUS", text="modified")
    assert status.get("reason") == "additional works, services or supplies by the same contractor"


def test_the_change_and_the_award_speak_of_one_contract(hear: Hear) -> None:
    first = hear(form(award(CAMERAS, number="7", lot="1")), number="000163-2018")
    second = hear(form(award(CAMERAS, number="7", lot="1"), code="F20", procedure=BEFORE))
    (won,), (held,) = first.of("WON"), second.of("CONTRACTED_WITH")
    assert won.object == held.get("contract")


def test_the_award_and_its_call_speak_of_one_tender(hear: Hear) -> None:
    heard = hear(form(award(CAMERAS), procedure=f"<PT_OPEN/>{BEFORE}"))
    (tendered,) = heard.of("TENDERED")
    assert tendered.object == "tender-ted-163-2018"


@pytest.mark.parametrize(
    ("type_", "status"), [("PRI_ONLY", "planned"), ("CONTRACT", "open"), ("AWARD_CONTRACT", "")]
)
def test_a_form_for_social_services_is_what_its_type_says(
    type_: str, status: str, hear: Hear
) -> None:
    heard = hear(form(code="F21", more=f'<NOTICE TYPE="{type_}"/>'))
    (tendered,) = heard.of("TENDERED")
    assert tendered.get("status") == status


def test_a_correction_is_no_notice_of_its_own(hear: Hear) -> None:
    (problem,) = hear(form(code="F14")).problems
    assert "is a correction" in str(problem)


def test_a_change_without_sums_only_says_that_it_is_one(hear: Hear) -> None:
    change = CHANGED[: CHANGED.index("<VALUES>")] + "</INFO_MODIFICATIONS></MODIFICATIONS_CONTRACT>"
    heard = hear(form(award(CAMERAS, number="7"), code="F20", procedure=BEFORE, more=change))
    assert not heard.of("HAS_AMOUNT")
    assert len(heard.of("HAS_STATUS", text="modified")) == 1


def test_a_change_that_costs_nothing_adds_nothing(hear: Hear) -> None:
    change = CHANGED.replace("1500.50", "1000.00")
    heard = hear(form(award(CAMERAS, number="7"), code="F20", procedure=BEFORE, more=change))
    assert [one.get("kind") for one in heard.of("HAS_AMOUNT")] == [
        "before modification",
        "after modification",
    ]


REASONS = (
    "ADD_DELIVERIES_ORDERED ALL_TENDERS ARTISTIC BARGAIN_PURCHASE COMMODITY_MARKET "
    "CONTRACT_AWARDED_DESIGN_CONTEST EXCLUSIVE_RIGHT EXTREME_URGENCY FROM_LIQUIDATOR_CREDITOR "
    "FROM_WINDING_PROVIDER MANUF_FOR_RESEARCH MARITIME_SERVICES NO_TENDERS_REQUESTS "
    "OTHER_SERVICES OUTSIDE_SCOPE PERIODS_INCOMPATIBLE PROC_COMPETITIVE_DIALOGUE "
    "PROC_NEGOTIATED_PRIOR_CALL_COMPETITION PROC_OPEN PROC_RESTRICTED PROTECT_RIGHTS "
    "PURE_RESEARCH REPETITION_EXISTING SERVICES_LISTED TECHNICAL "
)


@pytest.mark.parametrize("reason", REASONS.split())
def test_every_reason_for_a_direct_award_is_told_in_words(reason: str, hear: Hear) -> None:
    why = f"<PT_AWARD_CONTRACT_WITHOUT_CALL><D_{reason}/></PT_AWARD_CONTRACT_WITHOUT_CALL>"
    (awarded,) = hear(form(award(CAMERAS), procedure=why)).of("AWARDED")
    assert awarded.get("reason")
    assert reason not in awarded.get("reason")
