"""What OCDS releases and records say, on small ones of our own."""

from pathlib import Path
from typing import Protocol

import pytest

from tests.ingest.said import Said, Say
from tests.notices.ocds_sample import (
    OCID,
    award,
    money,
    package,
    record_package,
    release,
    save,
    supplier,
)

POLICE = "org-be-kbo-0308357159"
CAMERA = "org-be-kbo-0461145522"
CONTRACT = f"contract-{OCID}-a1"
TENDER = f"tender-{OCID}"
LOSER = {"name": "Verliezer BV"}


class Hear(Protocol):
    """The fixture ``hear``: what a file of some documents says."""

    def __call__(self, *documents: object, **options: str) -> Said:
        """Write the file, and read it."""


@pytest.fixture
def hear(said: Say, tmp_path: Path) -> Hear:
    def tell(*documents: object, **options: str) -> Said:
        return said("ocds", save(tmp_path, *documents), **options)

    return tell


def names(heard: Said, predicate: str, **fields: str) -> list[str]:
    return [heard.entity(one.subject).name for one in heard.of(predicate, **fields)]


def amounts(heard: Said, subject: str) -> list[tuple[str, str, str]]:
    return [
        (one.get("kind"), one.text, one.get("currency"))
        for one in heard.of("HAS_AMOUNT", subject=subject)
    ]


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


def test_who_procures_tenders_and_who_buys_awards(hear: Hear) -> None:
    tender = {"title": "Bodycams", "procuringEntity": {"name": "Aankoopcentrale"}}
    heard = hear(release(tender=tender, awards=[award(supplier())]))
    assert names(heard, "TENDERED") == ["Aankoopcentrale", "Federale Politie"]
    assert names(heard, "AWARDED") == ["Federale Politie"]


def test_how_it_was_put_out_is_told(hear: Hear) -> None:
    tender = {
        "title": "Bodycams",
        "procurementMethod": "limited",
        "procurementMethodDetails": "onderhandelingsprocedure",
        "procurementMethodRationale": "Eén leverancier; technische redenen",
    }
    (said,) = hear(release(tender=tender, awards=[award(supplier())])).of("AWARDED")
    assert said.get("method") == "limited procedure, onderhandelingsprocedure"
    assert said.get("reason") == "Eén leverancier, technische redenen"


def test_titles_in_other_languages_are_names(hear: Hear) -> None:
    tender = {"title": "Bodycams", "title_fr": "Caméras-piétons", "title_de": "Körperkameras"}
    heard = hear(release(tender=tender))
    assert heard.entity(TENDER).names == (
        ("nl", "Bodycams"),
        ("fr", "Caméras-piétons"),
        ("de", "Körperkameras"),
    )


def test_a_supplier_that_the_parties_do_not_list_is_still_one(hear: Hear) -> None:
    parties = [{"id": "BE-BCE_KBO-0308357159", "name": "Federale Politie", "roles": ["buyer"]}]
    heard = hear(
        release(parties=parties, awards=[award({"id": "s9", "name": "Soft BV"}, {"id": "s10"})])
    )
    assert names(heard, "WON") == ["Soft BV"]
    assert heard.skipped == {"organisation that the parties do not list (awards[].suppliers[])": 1}


def test_a_number_without_a_scheme_is_recognised_by_the_country(hear: Hear) -> None:
    own = {
        "name": "Camera NV",
        "identifier": {"id": "0461.145.522"},
        "address": {"countryName": "BE"},
    }
    assert {one.subject for one in hear(release(awards=[award(own)])).of("WON")} == {CAMERA}


def test_a_number_without_scheme_and_country_is_kept_and_identifies_nobody(hear: Hear) -> None:
    own = {"name": "Camera NV", "identifier": {"id": "461145522-X"}}
    heard = hear(release(awards=[award(own)]))
    (entity,) = [one for one in heard.entities if one.name == "Camera NV"]
    assert (entity.ids, entity.notes) == ((), "number as written: 461145522-X")


def test_a_partys_own_id_may_be_its_number(hear: Hear) -> None:
    parties = [{"id": "GB-COH-09506232", "name": "Open Data Ltd"}]
    heard = hear(release(parties=parties, awards=[award({"id": "GB-COH-09506232"})]))
    assert {one.subject for one in heard.of("WON")} == {"org-gb-coh-09506232"}
    assert heard.entity("org-gb-coh-09506232").countries == ("GB",)


def test_how_to_reach_people_is_nobodys_business(hear: Hear) -> None:
    own = supplier(contactPoint={"name": "Jan Jansen", "email": "jan@example.org"})
    heard = hear(release(awards=[award(own)]))
    assert "Jansen" not in repr((heard.entities, heard.statements, heard.unread))


def test_what_nobody_read_is_told_by_its_path(hear: Hear) -> None:
    documents = [{"id": "1", "title": "Bestek"}, {"id": "2", "title": "Bijlage"}]
    heard = hear(package(release(awards=[award(supplier(), documents=documents)]), license="CC BY"))
    assert heard.unread == {
        "awards[].documents[].id": 2,
        "awards[].documents[].title": 2,
        "license": 1,
    }


def test_an_award_may_say_that_it_is_subcontracted_and_to_nobody(hear: Hear) -> None:
    saying = {
        "competitive": True,
        "value": money(28000),
        "minimumPercentage": 0.3,
        "maximumPercentage": 0.3,
        "description": "Plaatsing; onderhoud",
    }
    heard = hear(release(awards=[award(supplier(), hasSubcontracting=True, subcontracting=saying)]))
    (status,) = heard.of("HAS_STATUS", subject=CONTRACT)
    assert status.text == "to be subcontracted in part, to whom is not said"
    assert status.get("note") == "in part through a competitive procedure, Plaatsing, onderhoud"
    assert amounts(heard, CONTRACT) == [("subcontracted", "28000", "EUR")]
    assert [(one.get("measure"), one.text) for one in heard.of("HAS_METRIC")] == [
        ("share subcontracted", "30")
    ]
    assert heard.of("SUBCONTRACTED_ON") == []


def test_a_range_of_what_is_subcontracted_is_told_in_words(hear: Hear) -> None:
    saying = {"minimumPercentage": 0.1, "maximumPercentage": 0.255}
    heard = hear(release(awards=[award(supplier(), hasSubcontracting=True, subcontracting=saying)]))
    assert heard.of("HAS_STATUS")[0].get("note") == "10 to 25.5 percent"
    assert heard.of("HAS_METRIC") == []


def test_that_nothing_is_subcontracted_is_told(hear: Hear) -> None:
    heard = hear(release(awards=[award(supplier(), hasSubcontracting=False)]))
    assert [one.text for one in heard.of("HAS_STATUS")] == ["not to be subcontracted"]


def test_a_subcontract_names_who_works_for_whom(hear: Hear) -> None:
    subcontract = {"id": "1", "subcontractor": {"name": "Onder BV"}, "tenderers": [supplier()]}
    bids = {
        "details": [
            {
                "id": "b1",
                "tenderers": [supplier()],
                "subcontracting": {"subcontracts": [subcontract]},
            }
        ]
    }
    heard = hear(release(bids=bids, awards=[award(supplier(), relatedBids=["b1"])]))
    (said,) = heard.of("SUBCONTRACTED_ON")
    assert (heard.entity(said.subject).name, said.object, said.get("prime")) == (
        "Onder BV",
        CONTRACT,
        CAMERA,
    )
    assert said.locator.endswith("subcontracting.subcontracts[0].subcontractor")
    assert "to whom is not said" not in repr(heard.of("HAS_STATUS"))


@pytest.mark.parametrize("place", ["awards", "contracts"])
def test_a_subcontract_may_stand_at_the_award_or_the_contract(hear: Hear, place: str) -> None:
    saying = {
        "subcontracting": {"subcontracts": [{"id": "1", "subcontractor": {"name": "Onder BV"}}]}
    }
    own = award(supplier(), **(saying if place == "awards" else {}))
    contract = {"id": "c", "awardID": "a1", **(saying if place == "contracts" else {})}
    heard = hear(release(awards=[own], contracts=[contract]))
    assert names(heard, "SUBCONTRACTED_ON") == ["Onder BV"]


def test_the_subcontracts_of_a_losing_bid_are_nobodys(hear: Hear) -> None:
    saying = {"subcontracts": [{"id": "1", "subcontractor": {"name": "Onder BV"}}]}
    bids = {"details": [{"id": "b2", "tenderers": [LOSER], "subcontracting": saying}]}
    heard = hear(release(bids=bids, awards=[award(supplier())]))
    assert heard.of("SUBCONTRACTED_ON") == []


def test_a_party_that_is_only_called_a_subcontractor_works_on_the_only_contract(
    hear: Hear,
) -> None:
    parties = [{"id": "9", "name": "Onder BV", "roles": ["subcontractor"]}]
    (said,) = hear(release(parties=parties, awards=[award(supplier())])).of("SUBCONTRACTED_ON")
    assert (said.object, said.get("prime"), said.locator) == (
        CONTRACT,
        CAMERA,
        f"{OCID}: parties[0]",
    )


def test_of_several_contracts_it_is_not_known_on_which_it_works(hear: Hear) -> None:
    parties = [{"id": "9", "name": "Onder BV", "roles": ["subcontractor"]}]
    awards = [award(supplier(), id_="a1"), award(supplier(), id_="a2")]
    heard = hear(release(parties=parties, awards=awards))
    assert heard.of("SUBCONTRACTED_ON") == []
    ((_, _, thing),) = heard.triples("RELATED_TO")
    assert thing == TENDER


def test_a_call_off_stands_under_its_framework(hear: Hear) -> None:
    tie = {
        "id": "1",
        "relationship": ["framework"],
        "scheme": "ocid",
        "identifier": "ocds-abc123-9",
    }
    heard = hear(release(awards=[award(supplier())], relatedProcesses=[tie]))
    assert heard.triples("UNDER") == {(CONTRACT, "UNDER", "contract-ocds-abc123-9")}


def test_a_subcontract_of_a_contract_stands_under_it(hear: Hear) -> None:
    tie = {
        "id": "1",
        "relationship": ["subContract"],
        "scheme": "ocid",
        "identifier": "ocds-abc123-9",
    }
    contract = {"id": "c", "awardID": "a1", "relatedProcesses": [tie]}
    heard = hear(release(awards=[award(supplier())], contracts=[contract]))
    assert heard.triples("UNDER") == {("contract-ocds-abc123-9", "UNDER", CONTRACT)}


def test_an_earlier_process_is_related(hear: Hear) -> None:
    tie = {"relationship": ["prior"], "identifier": "ocds-abc123-8"}
    heard = hear(release(relatedProcesses=[tie]))
    (said,) = heard.of("RELATED_TO")
    assert (said.object, said.get("relation")) == ("tender-ocds-abc123-8", "prior")


def test_processes_that_go_back_to_each_other_are_one_line(hear: Hear) -> None:
    def framed(ocid: str, other: str) -> object:
        tie = {"relationship": ["framework"], "scheme": "ocid", "identifier": other}
        return release(ocid=ocid, awards=[award(supplier())], relatedProcesses=[tie])

    heard = hear(framed("ocds-abc123-1", "ocds-abc123-2"), framed("ocds-abc123-2", "ocds-abc123-1"))
    assert heard.of("UNDER") == []
    assert [str(one) for one in heard.problems] == [
        "file.json, column relatedProcesses: these processes go back to each other, so none stands"
        " under another: ocds-abc123-1 -> ocds-abc123-2 -> ocds-abc123-1"
    ]
    assert len(heard.of("WON")) == 2


def test_a_process_that_goes_back_to_itself_is_one_line(hear: Hear) -> None:
    tie = {"relationship": ["parent"], "scheme": "ocid", "identifier": OCID}
    heard = hear(release(awards=[award(supplier())], relatedProcesses=[tie]))
    assert (heard.of("UNDER"), len(heard.problems)) == ([], 1)


def test_a_cancelled_tender_was_not_lost_by_those_who_bid(hear: Hear) -> None:
    heard = hear(release(tender={"title": "Bodycams", "status": "cancelled", "tenderers": [LOSER]}))
    assert [one.get("status") for one in heard.of("BID_ON")] == ["no award"]
    assert [(one.text, one.get("reason")) for one in heard.of("HAS_STATUS")] == [
        ("closed without a winner", "the tender was cancelled")
    ]


def test_statistics_of_bids_are_figures(hear: Hear) -> None:
    statistics = [
        {"id": "1", "measure": "bids", "value": 4},
        {"id": "2", "measure": "x", "value": 1},
    ]
    heard = hear(release(bids={"statistics": statistics}, awards=[award(supplier())]))
    assert [(one.get("measure"), one.text) for one in heard.of("HAS_METRIC")] == [
        ("tenders received", "4")
    ]
    assert heard.unread["bids.statistics[].id"] == 1


def test_the_releases_of_a_record_become_one(hear: Hear) -> None:
    first = release(awards=[award(supplier())])
    second = release(id="2", date="2024-05-01", awards=[award(id_="a1", value=money(5))])
    heard = hear(record_package({"ocid": OCID, "releases": [first, second]}))
    assert names(heard, "WON") == ["Camera NV"]
    assert amounts(heard, CONTRACT) == [("award", "5", "EUR")]
    assert heard.records == 1


def test_a_compiled_release_stands_for_the_releases_of_its_record(hear: Hear) -> None:
    whole = release(tag=["compiled"], awards=[award(supplier())])
    old = release(awards=[award({"name": "Iemand anders"})])
    heard = hear(record_package({"ocid": OCID, "releases": [old], "compiledRelease": whole}))
    assert names(heard, "WON") == ["Camera NV"]


@pytest.mark.parametrize(
    ("record", "reason"),
    [
        (
            {"releases": [{"url": "https://x", "date": "2024"}]},
            "record with nothing but links to its releases",
        ),
        ({"releases": ["https://x"]}, "record with nothing but links to its releases"),
        ({"releases": []}, "record without releases"),
        ({}, "record without releases"),
    ],
)
def test_a_record_without_a_release_is_skipped(
    hear: Hear, record: dict[str, object], reason: str
) -> None:
    heard = hear(record_package({"ocid": OCID, **record}))
    assert (heard.records, heard.skipped, heard.problems) == (0, {reason: 1}, [])


def test_releases_without_an_ocid_take_that_of_their_record(hear: Hear) -> None:
    own = release(awards=[award(supplier())])
    del own["ocid"]
    heard = hear(record_package({"ocid": OCID, "releases": [own]}))
    assert {one.object for one in heard.of("WON")} == {CONTRACT}


def test_a_release_without_an_ocid_is_skipped(hear: Hear) -> None:
    heard = hear(package({"id": "1", "date": "2024"}, release()))
    assert (heard.records, heard.skipped) == (1, {"release without an ocid": 1})


def test_releases_far_apart_and_in_other_files_are_one_process(said: Say, tmp_path: Path) -> None:
    early = release(awards=[award(supplier())])
    others = [release(ocid=f"ocds-abc123-x{number}") for number in range(20)]
    late = release(id="9", date="2024-09-09", awards=[award(id_="a1", status="cancelled")])
    first = save(tmp_path, early, *others, name="one.jsonl")
    second = save(tmp_path, late, name="two.jsonl")
    heard = said("ocds", first, second)
    assert heard.records == 21
    assert [one.get("note") for one in heard.of("WON")] == ["the award was cancelled"]


def test_the_same_files_say_the_same_in_any_order_of_lines(hear: Hear) -> None:
    lines = [
        release(awards=[award(supplier())]),
        release(id="2", date="2024-05-01", awards=[award(id_="a1", value=money(5))]),
        release(ocid="ocds-abc123-0002"),
    ]
    forth, back = hear(*lines), hear(*reversed(lines))
    assert [one.id for one in forth.statements] == [one.id for one in back.statements]
    assert forth.entities == back.entities
