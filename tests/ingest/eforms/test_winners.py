"""Who won, bid and bought in an eForms notice, on small notices of our own."""

import pytest

from tests.ingest.eforms.cast import ALL, CAMERAS, ONE_LOT, Hear, names
from tests.notices.eforms_sample import bid, buyer, contract, organisation, party, project, result


def test_only_who_a_contract_refers_to_won(hear: Hear) -> None:
    heard = hear(*ALL, *ONE_LOT)
    assert names(heard, "WON") == ["Camera NV"]
    assert names(heard, "AWARDED") == ["Federale Politie"]
    (lost,) = heard.of("BID_ON")
    assert (heard.entity(lost.subject).name, lost.get("status"), lost.get("value")) == (
        "Perdu SA",
        "lost",
        "900",
    )


def test_a_review_body_is_no_part_of_it(hear: Hear) -> None:
    heard = hear(*ALL, *ONE_LOT)
    assert "Raad van State" not in {entity.name for entity in heard.entities}
    assert (
        heard.skipped[
            "organisation that neither buys, bids nor supplies (review body, service provider)"
        ]
        == 2
    )


def test_a_reference_is_no_second_contract(hear: Hear) -> None:
    """LotResult holds elements of the same names as NoticeResult, which only refer."""
    heard = hear(*ALL, *ONE_LOT)
    contracts = [entity for entity in heard.entities if entity.label == "Contract"]
    assert [entity.id for entity in contracts] == ["contract-ted-123456-2024-lot-0001-con-0001"]
    assert contracts[0].ids == (
        "procedure:aaaaaaaa-0000-4000-8000-000000000001",
        "contract_no:K/7",
        "in_notice:bbbbbbbb-0000-4000-8000-000000000002-01/lot-0001-con-0001",
    )


def test_the_police_is_a_force_with_a_name_in_each_language(hear: Hear) -> None:
    police = hear(*ALL, *ONE_LOT).entity("org-be-kbo-0308357159")
    assert police.label == "PoliceForce"
    assert dict(police.names) == {"nl": "Federale Politie", "fr": "Police fédérale"}


def test_the_source_is_the_notice_on_ted(hear: Hear) -> None:
    (source,) = hear(*ALL, *ONE_LOT).sources
    assert (source.id, source.url, source.published, source.kind) == (
        "ted-123456-2024",
        "https://ted.europa.eu/en/notice/-/detail/123456-2024",
        "2024-06-07",
        "notice",
    )
    assert source.title == "Contract award notice 123456-2024: Body cameras"


def test_a_win_has_the_day_of_the_contract(hear: Hear) -> None:
    (won,) = hear(*ALL, *ONE_LOT).of("WON")
    assert dict(won.qualifiers) == {"date": "2024-05-06", "lot": "LOT-0001"}


def test_without_that_day_the_notice_dates_it_and_says_so(hear: Hear) -> None:
    parts = [one for one in ONE_LOT if not one.startswith("<efac:SettledContract")]
    (won,) = hear(*ALL, *parts, contract("CON-0001", "TEN-0001", signed="")).of("WON")
    assert (won.get("date"), won.get("date_kind")) == ("2024-06-07", "notice")


def test_a_consortium_has_members_and_a_lead(hear: Hear) -> None:
    heard = hear(
        *ALL,
        contract("CON-0001", "TEN-0001"),
        bid("TEN-0001", "TPA-0001", "LOT-0001", "1000 EUR"),
        party("TPA-0001", "ORG-0002", "ORG-0003*", more="<cbc:Name>Team</cbc:Name>"),
    )
    found = {heard.entity(one.subject).name: dict(one.qualifiers) for one in heard.of("WON")}
    assert {name: (one["role"], one["note"]) for name, one in found.items()} == {
        "Camera NV": ("member", "as part of Team"),
        "Soft BV": ("lead", "as part of Team"),
    }
    assert all("value" not in one for one in found.values())
    assert [one.text for one in heard.of("HAS_AMOUNT", kind="award")] == ["1000"]


def test_a_contract_with_another_lots_tender_is_kept_and_flagged(hear: Hear) -> None:
    heard = hear(
        *ALL,
        result("LOT-0001", "CON-0001"),
        result("LOT-0002"),
        contract("CON-0001", "TEN-0002"),
        bid("TEN-0002", "TPA-0001", "LOT-0002"),
        party("TPA-0001", "ORG-0002"),
    )
    (won,) = heard.of("WON")
    assert won.get("note") == (
        "the notice lists this contract for LOT-0001, but its tender is for LOT-0002"
    )


def test_a_reference_to_nothing_is_counted_and_the_rest_kept(hear: Hear) -> None:
    heard = hear(
        *ALL,
        contract("CON-0001", "TEN-0001", "TEN-0009"),
        bid("TEN-0001", "TPA-0001", "LOT-0001"),
        party("TPA-0001", "ORG-0002", "ORG-0099"),
    )
    assert names(heard, "WON") == ["Camera NV"]
    assert {reason for reason in heard.skipped if "does not describe" in reason} == {
        "tender TEN-0009, which the notice does not describe",
        "tenderer ORG-0099, which the notice does not describe",
    }


def test_who_bid_for_a_lot_that_was_closed_did_not_lose_to_anybody(hear: Hear) -> None:
    heard = hear(
        *ALL,
        result("LOT-0001", code="clos-nw", bids="TEN-0001"),
        bid("TEN-0001", "TPA-0001", "LOT-0001"),
        party("TPA-0001", "ORG-0004"),
    )
    (tried,) = heard.of("BID_ON")
    assert (tried.get("status"), heard.entity(tried.object).label) == ("no award", "Tender")


def signatory(id_: str) -> str:
    return f"""<cac:SignatoryParty><cac:PartyIdentification><cbc:ID>{id_}</cbc:ID>
      </cac:PartyIdentification></cac:SignatoryParty>"""


@pytest.mark.parametrize(
    ("signed", "awarded"),
    [
        (("ORG-0003",), ["Soft BV"]),
        (("ORG-0002",), ["Federale Politie", "Soft BV"]),
        (("ORG-0004",), ["Federale Politie", "Soft BV", "Perdu SA"]),
    ],
)
def test_of_several_buyers_those_that_signed_awarded_it(
    signed: tuple[str, ...], awarded: list[str], hear: Hear
) -> None:
    """A winner that is given as signatory is a slip; another body awarded it with the buyers."""
    heard = hear(
        *ALL,
        buyer("ORG-0003"),
        contract("CON-0001", "TEN-0001", more="".join(map(signatory, signed))),
        bid("TEN-0001", "TPA-0001", "LOT-0001"),
        party("TPA-0001", "ORG-0002"),
    )
    assert names(heard, "AWARDED") == awarded


def test_a_masked_name_is_nobodys(hear: Hear) -> None:
    masked = organisation("ORG-0002", "ENG=unpublished", number="unpublished")
    parts = [one for one in ALL if one is not CAMERAS]
    heard = hear(*parts, masked, *ONE_LOT)
    assert not heard.of("WON")
    assert heard.skipped["organisation without a published name or number"] == 1


def test_how_many_tenders_came_is_said_by_kind(hear: Hear) -> None:
    counts = "".join(
        f"""<efac:ReceivedSubmissionsStatistics><efbc:StatisticsCode>{code}</efbc:StatisticsCode>
        <efbc:StatisticsNumeric>{number}</efbc:StatisticsNumeric>
        </efac:ReceivedSubmissionsStatistics>"""
        for code, number in (("tenders", "1"), ("t-sme", "0"), ("unpublished", "-1"))
    )
    heard = hear(*ALL, result("LOT-0001", "CON-0001", more=counts), *ONE_LOT[1:])
    found = {one.get("measure"): one.text for one in heard.of("HAS_METRIC")}
    assert found == {
        "tenders received": "1",
        "tenders received from small and medium enterprises": "0",
    }


def test_elements_that_nobody_read_are_counted_by_path(hear: Hear) -> None:
    more = "<cbc:Description>First</cbc:Description><cbc:Description>Second</cbc:Description>"
    heard = hear(*ALL, *ONE_LOT, project("Cameras", more=more))
    assert heard.unread["ProcurementProject/Description"] == 2


def test_reading_twice_says_the_same(hear: Hear) -> None:
    once, again = hear(*ALL, *ONE_LOT), hear(*ALL, *ONE_LOT)
    assert [one.id for one in once.statements] == [one.id for one in again.statements]
    assert once.entities == again.entities


def test_a_buyer_that_is_listed_twice_put_it_out_once(hear: Hear) -> None:
    heard = hear(*ALL, buyer("ORG-0001"), *ONE_LOT)
    assert [names(heard, predicate) for predicate in ("TENDERED", "AWARDED")] == [
        ["Federale Politie"],
        ["Federale Politie"],
    ]


@pytest.mark.parametrize("name", ["Siehe Anlage", "n/a", "see section VI.3"])
def test_a_winner_whose_name_is_none_is_nobody(name: str, hear: Hear) -> None:
    """Else all such winners of a country would be one firm, and the biggest."""
    parts = [one for one in ALL if one is not CAMERAS]
    heard = hear(*parts, organisation("ORG-0002", f"DEU={name}"), *ONE_LOT)
    assert not heard.of("WON")
    assert len(heard.of("AWARDED")) == 1
    assert heard.skipped["organisation without a published name or number"] == 1


def test_with_a_number_of_its_own_it_is_known_by_that(hear: Hear) -> None:
    parts = [one for one in ALL if one is not CAMERAS]
    heard = hear(*parts, organisation("ORG-0002", "DEU=n/a", number="0461145522"), *ONE_LOT)
    assert names(heard, "WON") == ["be-kbo:0461145522"]
