"""What OCDS says of subcontracting, and of other processes that one goes back to."""

import pytest

from tests.ingest.ocds.cast import CAMERA, CONTRACT, LOSER, TENDER, Hear, amounts, names
from tests.notices.ocds_sample import OCID, award, money, release, supplier


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
