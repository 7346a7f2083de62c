"""What OCDS says of awards, and of those who won them or lost."""

import pytest

from tests.ingest.ocds.cast import CAMERA, CONTRACT, LOSER, POLICE, TENDER, Hear, names
from tests.notices.ocds_sample import OCID, award, money, package, release, supplier


def test_an_award_is_awarded_and_won(hear: Hear) -> None:
    heard = hear(package(release(awards=[award(supplier(), date="2024-01-15", status="active")])))
    assert heard.triples("TENDERED", "AWARDED", "WON", "PART_OF") == {
        (POLICE, "TENDERED", TENDER),
        (POLICE, "AWARDED", CONTRACT),
        (CAMERA, "WON", CONTRACT),
        (CONTRACT, "PART_OF", TENDER),
    }
    (won,) = heard.of("WON")
    assert (won.get("date"), won.locator) == ("2024-01-15", f"{OCID}: awards[0].suppliers[0]")
    assert won.says == "Camera NV won Bodycams voor Brussel."
    assert heard.entity(POLICE).label == "PoliceForce"
    assert heard.entity(CAMERA).ids == ("be-kbo:0461145522",)
    assert (heard.problems, heard.records) == ([], 1)


def test_each_process_is_a_source(hear: Hear) -> None:
    (source,) = hear(package(release(awards=[award(supplier())]))).sources
    assert (source.id, source.publisher, source.published, source.kind, source.language) == (
        OCID,
        "Aankoopdienst",
        "2024-01-31",
        "notice",
        "nl",
    )
    assert source.title == f"Contracting process {OCID}: Bodycams"
    assert source.url == "https://example.org/package.json"


def test_an_ocid_of_another_form_gives_ids_of_the_same_form(hear: Hear) -> None:
    (source,) = hear(release(ocid="PL/2024/BZP 00123")).sources
    assert source.id == "ocds-pl-2024-bzp-00123"


def test_a_contract_that_is_the_only_one_of_its_award_is_that_award(hear: Hear) -> None:
    signed = {"id": 77, "awardID": "a1", "dateSigned": "2024-02-02", "status": "active"}
    heard = hear(release(awards=[award(supplier())], contracts=[signed]))
    assert {one.object for one in heard.of("WON")} == {CONTRACT}
    assert [one.get("date") for one in heard.of("AWARDED")] == ["2024-02-02"]
    assert heard.entity(CONTRACT).ids == (f"procedure:{OCID}", "contract_no:77")


def test_a_number_and_a_text_may_be_the_same_award(hear: Hear) -> None:
    heard = hear(
        release(awards=[award(supplier(), id_=991324)], contracts=[{"id": 5, "awardID": "991324"}])
    )
    assert [one.object for one in heard.of("AWARDED")] == [f"contract-{OCID}-991324"]


def test_several_contracts_of_one_award_stand_under_it(hear: Hear) -> None:
    contracts = [{"id": "c1", "awardID": "a1"}, {"id": "c2", "awardID": "a1"}]
    heard = hear(release(awards=[award(supplier())], contracts=contracts))
    assert heard.triples("WON", "UNDER") == {
        (CAMERA, "WON", CONTRACT),
        (f"{CONTRACT}-c1", "UNDER", CONTRACT),
        (f"{CONTRACT}-c2", "UNDER", CONTRACT),
    }


def test_a_contract_whose_award_is_elsewhere_has_the_id_of_that_award(hear: Hear) -> None:
    heard = hear(release(contracts=[{"id": "c9", "awardID": "a1", "suppliers": [supplier()]}]))
    assert heard.triples("WON") == {(CAMERA, "WON", CONTRACT)}


def test_award_ids_that_repeat_the_ocid_stay_short_and_apart(hear: Hear) -> None:
    ids = [f"{OCID}-award-1", f"{OCID}-award-2", "x" * 90, "x" * 91]
    heard = hear(release(awards=[award(supplier(), id_=one) for one in ids]))
    found = [one.object for one in heard.of("WON")]
    assert found[:2] == [f"contract-{OCID}-award-1", f"contract-{OCID}-award-2"]
    assert len(set(found)) == 4


def test_several_suppliers_of_an_award_are_not_taken_for_a_consortium(hear: Hear) -> None:
    heard = hear(release(awards=[award(supplier(), {"name": "Soft BV"})]))
    assert names(heard, "WON") == ["Camera NV", "Soft BV"]
    assert {one.get("role") for one in heard.of("WON")} == {""}


def test_those_who_bid_together_are_members_of_what_won(hear: Hear) -> None:
    bids = {"details": [{"id": "b1", "tenderers": [supplier(), {"name": "Soft BV"}]}]}
    heard = hear(
        release(bids=bids, awards=[award(supplier(), {"name": "Soft BV"}, relatedBids=["b1"])])
    )
    assert [(one.get("role"), one.locator) for one in heard.of("WON")] == [
        ("member", f"{OCID}: bids.details[0].tenderers[0]"),
        ("member", f"{OCID}: bids.details[0].tenderers[1]"),
    ]
    assert heard.of("BID_ON") == []


def test_a_supplier_named_twice_wins_once(hear: Hear) -> None:
    assert names(hear(release(awards=[award(supplier(), supplier())])), "WON") == ["Camera NV"]


def test_losers_bid_and_win_nothing(hear: Hear) -> None:
    details = [
        {"id": "b1", "status": "valid", "tenderers": [supplier()], "value": money(900)},
        {"id": "b2", "status": "valid", "tenderers": [LOSER], "value": money(800)},
        {"id": "b3", "status": "invited", "tenderers": [{"name": "Gevraagd"}]},
        {"id": "b4", "submissionType": "expressionOfInterest", "tenderers": [{"name": "Benieuwd"}]},
    ]
    heard = hear(release(bids={"details": details}, awards=[award(supplier(), relatedBids=["b1"])]))
    (lost,) = heard.of("BID_ON")
    assert (heard.entity(lost.subject).name, lost.object) == ("Verliezer BV", CONTRACT)
    assert (lost.get("status"), lost.get("value"), lost.get("currency")) == ("lost", "800", "EUR")
    assert names(heard, "WON") == ["Camera NV"]
    assert heard.skipped == {
        "bid that was only invited": 1,
        "bid that was only an expression of interest": 1,
    }


def test_a_list_of_tenderers_holds_losers_but_not_who_won(hear: Hear) -> None:
    tender = {"title": "Bodycams", "tenderers": [supplier(), LOSER], "numberOfTenderers": 2}
    heard = hear(release(tender=tender, awards=[award(supplier())]))
    assert names(heard, "BID_ON") == ["Verliezer BV"]
    assert [(one.get("measure"), one.text) for one in heard.of("HAS_METRIC")] == [
        ("tenderers", "2")
    ]


def test_parties_in_the_role_of_tenderer_bid(hear: Hear) -> None:
    parties = [
        {"id": "1", "name": "Verliezer BV", "roles": ["tenderer"]},
        {"id": "2", "name": "Camera NV", "roles": ["tenderer", "supplier"]},
        {"id": "3", "name": "Raad van State", "roles": ["reviewBody"]},
    ]
    heard = hear(release(parties=parties, awards=[award({"id": "2"})]))
    assert names(heard, "BID_ON") == ["Verliezer BV"]
    assert names(heard, "WON") == ["Camera NV"]
    assert "Raad van State" not in {one.name for one in heard.entities}


def test_an_unsuccessful_award_has_no_winner(hear: Hear) -> None:
    heard = hear(release(awards=[award(supplier(), status="unsuccessful")]))
    assert heard.of("WON") == []
    assert heard.skipped == {"supplier of an award that was unsuccessful": 1}


@pytest.mark.parametrize(
    ("status", "note"),
    [("pending", "the award is not settled yet"), ("cancelled", "the award was cancelled")],
)
def test_a_win_that_does_not_stand_says_so(hear: Hear, status: str, note: str) -> None:
    heard = hear(release(awards=[award(supplier(), status=status)]))
    assert [one.get("note") for one in heard.of("WON")] == [note]
    assert [one.text for one in heard.of("HAS_STATUS")] == [f"award {status}"]
