import pytest

from kg.errors import QueryError
from kg.reading.sources import Cited, holdings, sources
from kg.session import OpenGraph
from kg.store.bolt import Store
from tests.reading import samples
from tests.store.samples import Fill


def test_sources_come_by_how_much_they_carry(small: Store) -> None:
    assert [(each.id, each.claims, each.entities, each.alone) for each in sources(small)] == [
        ("press", 7, 7, 5),
        ("report", 4, 4, 2),
        ("unread", 0, 0, 0),
    ]


def test_a_source_says_who_published_what_when_and_when_it_was_read(small: Store) -> None:
    report = next(each for each in sources(small) if each.id == "report")

    assert report == Cited(
        id="report",
        title="Report",
        publisher="Statewatch",
        url="",
        published="2025",
        language="nl",
        kind="ngo_report",
        read="2026-11-25",
        reread="",
        claims=4,
        entities=4,
        alone=2,
    )


def test_one_source_shows_all_that_rests_on_it_in_the_order_of_its_pages(small: Store) -> None:
    found = holdings(small, "press")

    assert [passage.told.claim.locator for passage in found.passages] == [
        "para 2",
        "para 3",
        "para 4",
        "para 5",
        "para 9",
        "para 9",
        "para 10",
    ]
    assert found.passages[0].sentence == "Belgian local police uses Orbit GIS"
    assert found.passages[0].told.details == ("until: 2025-03", "status: ended")


def test_everybody_in_a_source_is_listed_by_name(small: Store) -> None:
    assert [party.name for party in holdings(small, "press", "nl").entities] == [
        "Ann",
        "Belgische lokale politie",
        "Ministry",
        "Orbit",
        "Orbit GT",
        "Orbit framework",
        "Orbit-kaart",
    ]


def test_a_relationship_that_rests_on_one_source_is_marked(small: Store) -> None:
    alone = {
        passage.told.claim.id for passage in holdings(small, "report").passages if passage.alone
    }

    assert alone == {samples.MAKES.id, samples.PILOT.id}, "a second source has the use as well"


@pytest.mark.parametrize("asked", ["press", " press ", "https://example.org/a"])
def test_a_source_is_found_by_id_or_address(small: Store, asked: str) -> None:
    assert holdings(small, asked).source.id == "press"


def test_a_source_that_nothing_rests_on_is_empty(small: Store) -> None:
    found = holdings(small, "unread")

    assert (found.passages, found.entities, found.source.claims) == ((), (), 0)


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        ("repport", "no source 'repport' (did you mean 'report'?)"),
        ("xyz", "no source 'xyz'; kg sources lists them"),
        ("", "no source ''; kg sources lists them"),
    ],
)
def test_a_source_that_is_not_there_is_an_error_with_a_way_out(
    small: Store, asked: str, message: str
) -> None:
    with pytest.raises(QueryError) as error:
        holdings(small, asked)
    assert str(error.value) == message


def test_both_stores_tell_the_same_of_sources(fill: Fill, small: Store) -> None:
    store = fill(samples.world())

    assert sources(store) == sources(small)
    assert holdings(store, "press") == holdings(small, "press")


def test_shipped_sources_carry_every_claim(shipped: OpenGraph) -> None:
    listed = shipped.sources()
    (count,) = shipped.store.read("MATCH (c:Claim) RETURN count(c) AS n")[1]

    assert sum(each.claims for each in listed) == count["n"]
    assert listed[0].id == "report"
    assert [each.claims for each in listed] == sorted(
        (each.claims for each in listed), reverse=True
    )


def test_a_shipped_source_shows_as_many_claims_as_the_list_counts(shipped: OpenGraph) -> None:
    for listed in shipped.sources()[:40:8]:
        found = shipped.source(listed.id)
        assert found.source == listed
        assert len(found.passages) == listed.claims
        assert len(found.entities) == listed.entities
        assert sum(passage.alone for passage in found.passages) == listed.alone
