"""Who bought and won in the older TED XML, on small notices of our own."""

import pytest

from tests.ingest.ted.cast import CAMERAS, SOFTWARE, Hear, names
from tests.notices.ted_sample import award, contractor, form, lost, lot


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


def test_how_to_reach_people_is_not_listed_as_unread(hear: Hear) -> None:
    heard = hear(form(award(CAMERAS)))
    assert dict(heard.unread) == {"COMPLEMENTARY_INFO/ADDRESS_REVIEW_BODY/OFFICIALNAME": 1}


def test_reading_twice_says_the_same(hear: Hear) -> None:
    text = form(award(CAMERAS, SOFTWARE, value="1000", more=SUBCONTRACTING))
    once, again = hear(text), hear(text)
    assert [one.id for one in once.statements] == [one.id for one in again.statements]


@pytest.mark.parametrize("name", ["Siehe Anlage", "n/a", "voir annexe"])
def test_a_winner_whose_name_is_none_is_nobody(name: str, hear: Hear) -> None:
    heard = hear(form(award(contractor(name), CAMERAS)))
    assert names(heard, "WON") == ["Camera NV"]
    assert heard.skipped["organisation without a published name or number"] == 1
