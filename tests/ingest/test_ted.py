"""What a notice in the older TED XML says, on small notices of our own."""

from pathlib import Path
from typing import Protocol

import pytest

from tests.ingest.said import Said, Say
from tests.notices.eforms_sample import save
from tests.notices.ted_sample import OLD_FORM, award, contractor, form, lost, lot, notice

CAMERAS = contractor("Camera NV", number="0461.145.522")
SOFTWARE = contractor("Soft BV", "NL")


class Hear(Protocol):
    """The fixture ``hear``: what a notice of some forms says."""

    def __call__(self, *forms: str, **more: str) -> Said:
        """Write the notice, and read it."""


@pytest.fixture
def hear(said: Say, tmp_path: Path) -> Hear:
    def tell(*forms: str, **more: str) -> Said:
        return said("ted", save(tmp_path, notice(*forms, **more)))

    return tell


def names(heard: Said, predicate: str) -> list[str]:
    return [heard.entity(one.subject).name for one in heard.of(predicate)]


def test_an_award_has_a_buyer_a_winner_and_a_sum(hear: Hear) -> None:
    heard = hear(form(award(CAMERAS, number="K/7", lot="2", value="1000")))
    assert names(heard, "AWARDED") == ["Federale Politie"]
    (won,) = heard.of("WON")
    assert (won.subject, won.object) == (
        "org-be-kbo-0461145522",
        "contract-ted-12345-2019-lot-2-k-7",
    )
    assert dict(won.qualifiers) == {"date": "2019-03-04", "lot": "2"}
    (sum_,) = heard.of("HAS_AMOUNT")
    assert (sum_.text, sum_.get("kind"), sum_.get("vat")) == ("1000", "award", "excluded")


def test_a_review_body_is_no_part_of_it(hear: Hear) -> None:
    heard = hear(form(award(CAMERAS)))
    assert {entity.name for entity in heard.entities if entity.label != "Contract"} == {
        "Body cameras",
        "Camera NV",
        "Federale Politie",
    }


def test_the_police_is_a_force(hear: Hear) -> None:
    heard = hear(form(award(CAMERAS)))
    (awarded,) = heard.of("AWARDED")
    assert heard.entity(awarded.subject).label == "PoliceForce"


def test_the_source_is_the_notice_on_ted(hear: Hear) -> None:
    (source,) = hear(form(award(CAMERAS))).sources
    assert (source.id, source.url, source.published, source.language) == (
        "ted-12345-2019",
        "https://ted.europa.eu/en/notice/-/detail/12345-2019",
        "2019-04-01",
        "en",
    )


def test_translations_say_nothing_more(hear: Hear) -> None:
    other = form(award(contractor("Caméra SA")), language="FR", category="TRANSLATION")
    heard = hear(form(award(CAMERAS)), other)
    assert names(heard, "WON") == ["Camera NV"]
    assert heard.skipped["the same form in another language"] == 1


def test_a_second_original_gives_names_and_no_second_award(hear: Hear) -> None:
    other = form(award(contractor("Caméra SA")), language="FR", buyer="Police fédérale")
    heard = hear(form(award(CAMERAS)), other)
    assert len(heard.of("WON")) == 1
    assert dict(heard.entity("org-be-kbo-0461145522").names) == {
        "en": "Camera NV",
        "fr": "Caméra SA",
    }


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


def test_a_group_has_members_and_one_contract(hear: Hear) -> None:
    heard = hear(form(award(CAMERAS, SOFTWARE, group=True, value="1000")))
    assert [one.get("role") for one in heard.of("WON")] == ["member", "member"]
    assert len({one.object for one in heard.of("WON")}) == 1
    assert len(heard.of("HAS_AMOUNT", kind="award")) == 1


def test_contractors_that_are_no_group_each_won(hear: Hear) -> None:
    heard = hear(form(award(CAMERAS, SOFTWARE, value="1000")))
    assert [one.get("role") for one in heard.of("WON")] == ["", ""]
    assert len(heard.of("HAS_AMOUNT", kind="award")) == 1


def test_a_contractor_that_is_listed_twice_won_once(hear: Hear) -> None:
    heard = hear(form(award(CAMERAS, CAMERAS)))
    assert names(heard, "WON") == ["Camera NV"]


def test_a_name_with_and_without_its_number_is_one_company(hear: Hear) -> None:
    heard = hear(form(award(CAMERAS, lot="1"), award(contractor("CAMERA nv"), item="2", lot="2")))
    assert {one.subject for one in heard.of("WON")} == {"org-be-kbo-0461145522"}


SUBCONTRACTING = """<LIKELY_SUBCONTRACTED/>
  <VAL_SUBCONTRACTING CURRENCY="EUR">300</VAL_SUBCONTRACTING>
  <PCT_SUBCONTRACTING>30</PCT_SUBCONTRACTING>
  <INFO_ADD_SUBCONTRACTING><P>Masts</P></INFO_ADD_SUBCONTRACTING>"""


@pytest.mark.parametrize("is_group", [True, False])
def test_likely_subcontracting_is_said_of_the_contract_once(is_group: bool, hear: Hear) -> None:
    heard = hear(form(award(CAMERAS, SOFTWARE, group=is_group, more=SUBCONTRACTING)))
    (status,) = heard.of("HAS_STATUS")
    assert (status.text, status.get("note")) == (
        "to be subcontracted in part, to whom is not said",
        "Masts",
    )
    (share,) = heard.of("HAS_METRIC", measure="share subcontracted")
    (sum_,) = heard.of("HAS_AMOUNT", kind="subcontracted")
    assert (share.text, sum_.text) == ("30", "300")
    assert not heard.of("SUBCONTRACTED_ON")


def test_a_lot_that_nobody_won_has_no_contract(hear: Hear) -> None:
    heard = hear(form(award(CAMERAS, lot="1"), lost("2"), lots=lot("1") + lot("2", "Storage")))
    assert len(heard.of("AWARDED")) == 1
    (closed,) = heard.of("HAS_STATUS")
    assert (closed.text, closed.get("lot"), closed.get("reason")) == (
        "closed without a winner",
        "2",
        "no tender came, or all were refused",
    )
    assert "Storage" in {one.text for one in heard.of("COVERS", lot="2")}


def test_the_span_of_tenders_is_no_award(hear: Hear) -> None:
    span = """<VALUES><VAL_RANGE_TOTAL CURRENCY="EUR"><LOW>39196</LOW><HIGH>55870</HIGH>
      </VAL_RANGE_TOTAL></VALUES>"""
    heard = hear(form(award(CAMERAS, more=span)))
    assert {one.get("kind"): (one.text, one.get("currency")) for one in heard.of("HAS_AMOUNT")} == {
        "lowest tender": ("39196", "EUR"),
        "highest tender": ("55870", "EUR"),
    }


def test_what_a_utility_does_not_publish_stays_unknown(hear: Hear) -> None:
    hidden = award(CAMERAS, value="1000").replace("<VALUES>", '<VALUES PUBLICATION="NO">')
    hidden = hidden.replace("<CONTRACTORS>", '<CONTRACTORS PUBLICATION="NO">')
    heard = hear(form(hidden, code="F06"))
    assert not heard.of("WON")
    assert not heard.of("HAS_AMOUNT")
    assert heard.skipped["amount that the buyer withholds"] == 1
    (status,) = heard.of("HAS_STATUS")
    assert status.text == "not published: names of the contractors"


def test_without_numbers_the_place_names_a_contract(hear: Hear) -> None:
    heard = hear(form(award(CAMERAS, item="1"), award(SOFTWARE, item="2")))
    assert [one.object for one in heard.of("WON")] == [
        "contract-ted-12345-2019-item-1",
        "contract-ted-12345-2019-item-2",
    ]


def test_two_contracts_with_one_number_stay_two(hear: Hear) -> None:
    heard = hear(form(award(CAMERAS, number="7"), award(SOFTWARE, item="2", number="7")))
    assert [one.object for one in heard.of("WON")] == [
        "contract-ted-12345-2019-7",
        "contract-ted-12345-2019-7-item-2",
    ]
    contracts = {one.name for one in heard.entities if one.label == "Contract"}
    assert len(contracts) == 1


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


def test_a_file_of_translations_only_says_nothing(hear: Hear) -> None:
    (problem,) = hear(form(award(CAMERAS), category="TRANSLATION")).problems
    assert str(problem) == "notice.xml: has no form in its original language"


def test_how_to_reach_people_is_not_listed_as_unread(hear: Hear) -> None:
    heard = hear(form(award(CAMERAS)))
    assert dict(heard.unread) == {"COMPLEMENTARY_INFO/ADDRESS_REVIEW_BODY/OFFICIALNAME": 1}


@pytest.mark.parametrize("fmtval", [' FMTVAL="2654755.07"', ""])
def test_a_form_of_2014_is_read_like_the_later_ones(fmtval: str, hear: Hear) -> None:
    heard = hear(OLD_FORM.format(way="<PT_OPEN/>", fmtval=fmtval), version="R2.0.8.S02.E01")
    assert names(heard, "AWARDED") == ["Federale Politie"]
    (won,) = heard.of("WON")
    assert (won.subject, won.object, won.get("date")) == (
        "org-be-kbo-0461145522",
        "contract-ted-12345-2019-lot-1-c-1",
        "2014-07-05",
    )
    sums = {one.get("kind"): (one.text, one.get("vat")) for one in heard.of("HAS_AMOUNT")}
    assert sums == {
        "award": ("2654755.07", "included"),
        "subcontracted": ("12500.00", "excluded"),
        "total": ("189945844.15", "excluded"),
    }
    counts = {one.get("measure"): one.text for one in heard.of("HAS_METRIC")}
    assert counts == {"tenders received": "3", "share subcontracted": "30"}
    assert "Raad van State" not in {entity.name for entity in heard.entities}


def test_an_old_form_tells_its_kind_of_procedure_too(hear: Hear) -> None:
    way = "<F03_PT_NEGOTIATED_WITHOUT_COMPETITION/>"
    heard = hear(OLD_FORM.format(way=way, fmtval=' FMTVAL="1"'))
    (awarded,) = heard.of("AWARDED")
    assert awarded.get("method") == "negotiated procedure without competition"


def test_a_sum_that_could_be_two_is_left_out_and_counted(hear: Hear) -> None:
    old = OLD_FORM.format(way="<PT_OPEN/>", fmtval="").replace("TOTAL_FINAL_VALUE", "NO_TOTAL")
    heard = hear(old.replace("2 654 755,07", "1.500"))
    assert not heard.of("HAS_AMOUNT", kind="award")
    assert any(reason.startswith("award: '1.500' can be read") for reason in heard.skipped)


def test_reading_twice_says_the_same(hear: Hear) -> None:
    text = form(award(CAMERAS, SOFTWARE, value="1000", more=SUBCONTRACTING))
    once, again = hear(text), hear(text)
    assert [one.id for one in once.statements] == [one.id for one in again.statements]


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


def test_originals_that_list_other_contractors_share_no_names(hear: Hear) -> None:
    other = form(award(contractor("Caméra SA"), contractor("Logiciel SA")), language="FR")
    heard = hear(form(award(CAMERAS)), other)
    assert heard.entity("org-be-kbo-0461145522").names == ()


def test_a_title_is_kept_in_both_original_languages(hear: Hear) -> None:
    other = form(award(CAMERAS), language="FR", title="Caméras-piétons")
    (tendered,) = (heard := hear(form(award(CAMERAS)), other)).of("TENDERED")
    assert heard.entity(tendered.object).names == (
        ("en", "Body cameras"),
        ("fr", "Caméras-piétons"),
    )


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
