"""The small parts of telling: sentences, sources, qualifiers, and entities as JSON has them."""

import pytest

from kg.ftm.json_entities import fragments
from kg.ftm.qualifying import qualifiers
from kg.ftm.returning import returned
from kg.ftm.sentences import sentence, short
from kg.ftm.sources import cited, located
from kg.ftm.words import of_links, of_things
from kg.schema import predicates
from kg.schema import qualifiers as known
from kg.statements import Origin
from tests.ftm.things import fragment


@pytest.mark.parametrize(
    ("object_", "qualifiers_", "said"),
    [
        ("B", {}, "A owns B."),
        ("B.", {"date": "2019"}, "A owns B, 2019."),
        ("B", {"since": "2019", "until": "2020"}, "A owns B, from 2019 to 2020."),
        ("B", {"value": "7", "currency": "EUR", "kind": "sale"}, "A owns B, 7 EUR, sale."),
        ("B", {"value": "7"}, "A owns B, 7."),
        ("7", {"currency": "EUR"}, "A owns 7 EUR."),
    ],
)
def test_a_statement_is_said_in_one_sentence(
    object_: str, qualifiers_: dict[str, str], said: str
) -> None:
    assert sentence("A", "OWNS", object_, qualifiers_) == said


def test_a_long_name_is_cut_at_a_word() -> None:
    assert short("word " * 40).endswith("word …")
    assert len(short("word " * 40)) <= 90


@pytest.mark.parametrize(
    ("address", "url", "title", "publisher", "page"),
    [
        ("https://www.x.eu/r.pdf#page=7", "https://www.x.eu/r.pdf", "x.eu/r.pdf", "x.eu", "p. 7"),
        ("https://x.eu/a?id=1", "https://x.eu/a?id=1", "x.eu/a?id=1", "x.eu", ""),
        ("https://x.eu/a#frag", "https://x.eu/a#frag", "x.eu/a", "x.eu", ""),
        ("report.pdf", "", "report.pdf", "not named", ""),
    ],
)
def test_an_address_is_a_source_and_a_page(
    address: str, url: str, title: str, publisher: str, page: str
) -> None:
    source, found = cited(address)
    assert (source.url, source.title, source.publisher, found) == (url, title, publisher, page)


def test_two_pages_of_one_document_are_one_source() -> None:
    first, second = cited("https://x.eu/r.pdf#page=7"), cited("https://x.eu/r.pdf#page=8")
    assert first[0] == second[0]
    assert located("p. 7", "row 2") == "p. 7; row 2"


@pytest.mark.parametrize(
    ("percentage", "found"),
    [
        ("75", {"share": "75"}),
        ("75 %", {"share": "75"}),
        ("25-50%", {"min": "25", "max": "50"}),
        ("25 to 50", {"min": "25", "max": "50"}),
        (">=25", {"min": "25"}),
        ("<=10", {"max": "10"}),
        ("most", {"note": "percentage: most"}),
    ],
)
def test_a_share_is_a_number_a_range_or_a_note(percentage: str, found: dict[str, str]) -> None:
    link = fragment("l", "Ownership", percentage=percentage)
    assert qualifiers(of_links("Ownership")[0], link) == found


def test_a_value_of_the_wrong_form_stays_as_a_note() -> None:
    link = fragment("l", "Ownership", startDate="in spring", summary="Sold.")
    assert qualifiers(of_links("Ownership")[0], link) == {"note": "Sold.; startDate: in spring"}


def test_an_amount_in_its_own_currency_goes_before_euros() -> None:
    rule = of_links("Payment")[0]
    both = fragment("l", "Payment", amount="8", currency="USD", amountEur="7")
    assert qualifiers(rule, both) == {"value": "8", "currency": "USD", "kind": "payment"}


def test_every_rule_is_in_our_vocabulary() -> None:
    links = ("Ownership", "Directorship", "Payment", "ContractAward", "UnknownLink", "Occupancy")
    rules = [rule for found in of_things().values() for rule in found]
    rules += [rule for schema in links for rule in of_links(schema)]
    for rule in rules:
        assert rule.predicate in predicates()
        assert {one.key for one in rule.qualifiers} <= known().keys()


def test_what_has_no_names_for_its_parts_is_no_entity() -> None:
    told: list[tuple[str, str, str]] = []
    assert list(fragments(3, "t\x1f", lambda *what: told.append(what))) == []
    assert told[0][1] == "is no entity of FollowTheMoney: it has no names for its parts"


@pytest.mark.parametrize(
    "held",
    [
        {},
        {"entity": 3},
        {"entity": {"id": "x"}},
        {"claim": {"subject": "a", "predicate": "OWNS"}},
        {"claim": {"subject": "a", "predicate": "OWNS", "source": "s", "certainty": "stated",
                   "qualifiers": ["no equals"]}},
        {"other": {}},
    ],
)  # fmt: skip
def test_what_we_did_not_write_does_not_come_back(held: dict[str, object]) -> None:
    assert returned(held, Origin()) is None
