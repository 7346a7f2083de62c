"""Two real notices in the schemas of the 2004 directives (R2.0.7, R2.0.8) say what they say."""

from pathlib import Path

import pytest

from kg.case import Case, new
from kg.ingesting import recognise
from kg.inputs import inputs
from tests.ingest.said import Said, Say

NOTICES = Path(__file__).parent / "notices"
POST, HEALTH = NOTICES / "002672-2015.xml", NOTICES / "005302-2011.xml"
BRETAGNE = "org-fr-siren-233500016"
POST_CONTRACT = "contract-ted-2672-2015-lot-1-2014-90485"


def names(heard: Said, predicate: str) -> list[str]:
    return [heard.entity(one.subject).name for one in heard.of(predicate)]


@pytest.mark.parametrize("path", [POST, HEALTH], ids=lambda path: path.stem)
def test_the_format_is_told_from_the_content(tmp_path: Path, path: Path) -> None:
    case: Case = new(tmp_path / "case")
    (part,) = inputs([str(path)])
    assert recognise(case, part).name == "ted"


@pytest.mark.parametrize("path", [POST, HEALTH], ids=lambda path: path.stem)
def test_a_notice_is_read_without_a_problem(said: Say, path: Path) -> None:
    heard = said("ted", path)
    assert (heard.records, heard.problems, heard.skipped) == (1, [], {})


def test_the_buyer_is_told_by_its_number(said: Say) -> None:
    heard = said("ted", POST)
    assert heard.triples("AWARDED") == {(BRETAGNE, "AWARDED", POST_CONTRACT)}
    buyer = heard.entity(BRETAGNE)
    assert (buyer.label, buyer.name, buyer.countries) == ("PublicBody", "Région Bretagne", ("FR",))
    assert buyer.ids == ("fr-siren:233500016", "fr-siret:23350001600040")


def test_the_one_who_won_is_not_given_a_country_that_the_notice_does_not_give(said: Say) -> None:
    heard = said("ted", POST)
    (won,) = heard.of("WON")
    winner = heard.entity(won.subject)
    assert (winner.name, winner.label, winner.countries) == ("la poste", "Company", ())
    assert (won.get("date"), won.get("lot")) == ("2014-12-17", "1")


def test_an_estimate_is_no_award(said: Say) -> None:
    heard = said("ted", POST)
    assert [(one.get("kind"), one.text) for one in heard.of("HAS_AMOUNT")] == [
        ("estimate", "1420000")
    ]


def test_a_single_bid_is_counted(said: Say) -> None:
    (count,) = said("ted", POST).of("HAS_METRIC", measure="tenders received")
    assert (count.subject, count.text) == (POST_CONTRACT, "1")


def test_a_framework_is_told_where_it_is_said(said: Say) -> None:
    (status,) = said("ted", POST).of("HAS_STATUS", text="framework agreement")
    assert status.locator.endswith("//CONCLUSION_FRAMEWORK_AGREEMENT")
    assert said("ted", HEALTH).of("HAS_STATUS", text="framework agreement") == []


def test_what_is_bought_is_told_once(said: Say) -> None:
    heard = said("ted", POST)
    assert [(one.text, one.get("kind")) for one in heard.of("COVERS", subject=POST_CONTRACT)] == [
        ("64110000 Postal services", "main CPV"),
        ("64113000 Postal services related to parcels", "additional CPV"),
    ]


def test_bodies_of_appeal_have_no_part(said: Say) -> None:
    heard = said("ted", POST)
    assert {entity.name for entity in heard.entities} == {
        "Fourniture de services postaux pour les besoins de la région Bretagne",
        "Fourniture de services postaux pour les besoins de la région Bretagne.",
        "Région Bretagne",
        "la poste",
    }


def test_contracts_of_one_number_are_apart(said: Say) -> None:
    """The council gave each of its contracts the number of the tender."""
    heard = said("ted", HEALTH)
    assert names(heard, "WON") == ["Team Prevent", "Workplace Options"]
    first, second = (one.object for one in heard.of("WON"))
    assert first != second
    for contract, award, estimate in ((first, "408000.00", "440000.00"),
                                      (second, "80000.00", "96000.00")):  # fmt: skip
        sums = {one.get("kind"): one.text for one in heard.of("HAS_AMOUNT", subject=contract)}
        assert sums == {"award": award, "estimate": estimate}


def test_the_total_is_not_more_money_of_a_contract(said: Say) -> None:
    """The total is that of three contracts, of which the file has two: it is told of the tender."""
    heard = said("ted", HEALTH)
    (total,) = heard.of("HAS_AMOUNT", kind="total")
    assert (heard.entity(total.subject).label, total.text) == ("Tender", "878000.00")


def test_a_buyer_without_a_number_is_a_municipality_by_its_name(said: Say) -> None:
    heard = said("ted", HEALTH)
    (buyer,) = {one.subject for one in heard.of("AWARDED")}
    entity = heard.entity(buyer)
    assert (entity.label, entity.countries, entity.ids) == ("Municipality", ("GB",), ())


def test_the_notice_is_the_source_with_its_day_and_language(said: Say) -> None:
    (source,) = said("ted", HEALTH).sources
    assert (source.id, source.published, source.language, source.kind) == (
        "ted-5302-2011",
        "2011-01-07",
        "en",
        "notice",
    )
    assert source.url == "https://ted.europa.eu/en/notice/-/detail/5302-2011"


def test_what_nobody_read_is_listed(said: Say) -> None:
    """What is not of use, and nothing of who won what for how much."""
    unread = said("ted", POST).unread
    assert not [path for path in unread if "ECONOMIC_OPERATOR" in path and "NAME" in path]
    assert not [path for path in unread if "VALUE_COST" in path or "AWARD_DATE" in path]


def test_both_together_say_the_same_as_each_alone(said: Say) -> None:
    both = said("ted", POST, HEALTH)
    alone = [*said("ted", POST).statements, *said("ted", HEALTH).statements]
    assert sorted(one.id for one in both.statements) == sorted(one.id for one in alone)
