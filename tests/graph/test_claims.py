import pytest

from kg.graph.claims import claim_nodes, evidence, involved, own_time, source_nodes
from kg.graph.model import Edge, Node, Value
from kg.schema import node_properties, qualifiers
from kg.statements import Source, Statement
from tests.reading.samples import said

SOURCES = {
    "report": Source(
        "report", "", "Report", "Statewatch", "2025", "nl", "ngo_report", "2026-11-25"
    ),
    "press": Source("press", "https://example.org", "Maps", "Le Soir", "2025-06"),
    "undated": Source("undated", "", "Page", "Somebody"),
}
SUPPLY = said(
    "orbit-gt SUPPLIES @be-local"
    " | via=orbit|ministry;value=1250000.50;approx=about;currency=EUR;since=2019-03;scope=maps",
    said_by="ann",
    says="Through Orbit.",
)


def props(statement: Statement) -> dict[str, Value]:
    (node,) = claim_nodes([statement], SOURCES)
    return node.props


def test_a_claim_becomes_a_node_that_loses_nothing_of_the_row() -> None:
    (node,) = claim_nodes([SUPPLY], SOURCES)
    assert node == Node(
        ("Claim", SUPPLY.id),
        ("Claim",),
        {
            "id": SUPPLY.id,
            "predicate": "SUPPLIES",
            "subject": "orbit-gt",
            "object": "be-local",
            "says": "Through Orbit.",
            "certainty": "stated",
            "said_by": "ann",
            "source": "report",
            "locator": "p. 26, l. 713",
            "qualifiers": [
                "approx=about",
                "currency=EUR",
                "scope=maps",
                "since=2019-03",
                "value=1250000.50",
                "via=orbit|ministry",
            ],
            "date_lo": "2019-03-01",
            "approx": "about",
            "currency": "EUR",
            "scope": "maps",
            "since": "2019-03",
            "value": 1250000.5,
            "via": ["orbit", "ministry"],
        },
    )


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("orbit HAS_METRIC 100 | measure=zones", 100.0),
        ("orbit HAS_AMOUNT 75800000.25 | currency=EUR", 75800000.25),
        ("orbit HAS_METRIC -3 | measure=zones", -3.0),
        ("orbit HAS_METRIC hundreds | measure=zones", None),
        ("orbit HAS_STATUS 2019", None),
    ],
)
def test_only_a_number_in_a_place_for_numbers_is_one(words: str, number: float | None) -> None:
    assert props(said(words)).get("number") == number


def test_what_a_source_gives_in_words_stays_in_words() -> None:
    assert props(said("orbit HAS_METRIC hundreds | measure=zones"))["text"] == "hundreds"


@pytest.mark.parametrize("key", [key for key, one in qualifiers().items() if one.type == "number"])
def test_numbers_among_the_qualifiers_are_numbers(key: str) -> None:
    assert props(said(f"orbit USES @orbit-gis | {key}=12"))[key] == 12.0


@pytest.mark.parametrize("key", [key for key, one in qualifiers().items() if one.type == "entity"])
def test_entities_among_the_qualifiers_are_lists_of_ids(key: str) -> None:
    assert props(said(f"orbit USES @orbit-gis | {key}=flanders"))[key] == ["flanders"]


def test_every_property_is_in_the_schema() -> None:
    assert set(props(SUPPLY)) <= set(node_properties("Claim"))


@pytest.mark.parametrize(
    ("pairs", "source", "time"),
    [
        ("date=2019-03-31;since=2018", "report", ("2019-03-31", "2019-03-31")),
        ("as_of=2019-03", "report", ("2019-03-01", "2019-03-31")),
        ("year=2020", "report", ("2020-01-01", "2020-12-31")),
        ("since=2018;until=2019-06", "report", ("2018-01-01", "2019-06-30")),
        ("since=2018", "report", ("2018-01-01", "")),
        ("until=2018-02", "report", ("", "2018-02-28")),
        ("", "report", ("2025-01-01", "2025-12-31")),
        ("", "press", ("2025-06-01", "2025-06-30")),
        ("", "undated", ("", "")),
        ("period=2016-2020", "undated", ("", "")),
    ],
)
def test_a_claim_holds_at_its_own_time_or_else_when_its_source_came_out(
    pairs: str, source: str, time: tuple[str, str]
) -> None:
    statement = said(f"orbit USES @orbit-gis | {pairs}", source)
    assert own_time(statement, SOURCES[source]) == time


def test_a_claim_is_tied_to_all_that_it_speaks_of_and_rests_on() -> None:
    claim = ("Claim", SUPPLY.id)
    assert list(evidence([SUPPLY], {"orbit", "ann"})) == [
        Edge("SUBJECT", claim, ("Entity", "orbit-gt"), {}),
        Edge("OBJECT", claim, ("Entity", "be-local"), {}),
        Edge("INVOLVES", claim, ("Entity", "orbit"), {"as": "via"}),
        Edge("INVOLVES", claim, ("Entity", "ministry"), {"as": "via"}),
        Edge("INVOLVES", claim, ("Entity", "ann"), {"as": "said_by"}),
        Edge("CITES", claim, ("Source", "report"), {"locator": "p. 26, l. 713"}),
    ]


def test_a_literal_has_no_object_and_a_speaker_in_words_is_no_entity() -> None:
    literal = said("orbit NAMED OGT", locator="", said_by="a neighbour")
    assert [(edge.type, edge.props) for edge in evidence([literal], {"orbit"})] == [
        ("SUBJECT", {}),
        ("CITES", {}),
    ]


def test_an_entity_that_is_named_twice_in_one_qualifier_is_involved_once() -> None:
    twice = said("orbit USES @orbit-gis | place=flanders|flanders;with=flanders")
    assert list(involved(twice)) == [("place", "flanders"), ("with", "flanders")]


def test_a_source_becomes_a_node_with_what_is_known_of_it() -> None:
    report, _, undated = source_nodes(SOURCES.values())
    assert report == Node(
        ("Source", "report"),
        ("Source",),
        {
            "id": "report",
            "title": "Report",
            "publisher": "Statewatch",
            "published": "2025",
            "language": "nl",
            "kind": "ngo_report",
            "read": "2026-11-25",
        },
    )
    assert undated.props == {"id": "undated", "title": "Page", "publisher": "Somebody"}
