import pytest

from kg.graph.model import Edge, Value
from kg.graph.relationships import cite, edge, evidence, facts
from kg.schema import edge_properties, predicates, qualifiers
from kg.statements import Source, Statement
from tests.reading.samples import said

SOURCES = {
    "report": Source("report", "", "Report", "Statewatch with partners (2025)", "2025"),
    "press": Source("press", "", "Maps", "Le Soir", "2025-06"),
    "older": Source("older", "", "Plans", "Bruzz, Brussels", "2019"),
}
APART = [key for key, one in qualifiers().items() if one.tells_apart]


def edges(*statements: Statement, disputed: frozenset[str] = frozenset()) -> list[Edge]:
    return [edge(fact, SOURCES, disputed) for fact in facts(statements)]


def props(*statements: Statement) -> dict[str, Value]:
    (one,) = edges(*statements)
    return one.props


# Which claims are one fact


def test_two_sources_that_say_one_thing_are_one_fact() -> None:
    one = said("orbit SUPPLIES @be-local | since=2019")
    other = said("orbit SUPPLIES @be-local | until=2021", "press")
    (found,) = edges(one, other)
    assert (found.type, found.start, found.end) == (
        "SUPPLIES",
        ("Entity", "orbit"),
        ("Entity", "be-local"),
    )
    assert set(map(str, found.props["claims"])) == {one.id, other.id}  # type: ignore[arg-type]
    assert found.props["n_sources"] == 2


@pytest.mark.parametrize("key", APART)
def test_what_tells_facts_apart_makes_two(key: str) -> None:
    found = edges(
        said("orbit SUPPLIES @be-local"),
        said(f"orbit SUPPLIES @be-local | {key}=flanders"),
        said(f"orbit SUPPLIES @be-local | {key}=brussels"),
    )
    assert [one.props.get(key) for one in found] == [None, "brussels", "flanders"]
    assert len({one.props["eid"] for one in found}) == 3


def test_two_places_in_one_claim_are_two_facts_that_rest_on_it() -> None:
    claim = said("be-local USES @orbit-gis | place=flanders|brussels;role=pilot")
    found = edges(claim)
    assert [(one.props["place"], one.props["role"]) for one in found] == [
        ("brussels", "pilot"),
        ("flanders", "pilot"),
    ]
    assert [one.props["claims"] for one in found] == [[claim.id], [claim.id]]


def test_a_bar_in_a_word_divides_nothing() -> None:
    assert props(said("orbit SUPPLIES @be-local | role=a|b"))["role"] == "a|b"


def test_a_literal_is_no_relationship() -> None:
    assert edges(said("orbit NAMED OGT")) == []


def test_the_eid_is_that_of_the_fact_and_not_of_who_says_it() -> None:
    one = props(said("orbit SUPPLIES @be-local | place=flanders;since=2019"))["eid"]
    other = props(said("orbit SUPPLIES @be-local | place=flanders", "press", "p. 2"))["eid"]
    turned = props(said("be-local SUPPLIES @orbit | place=flanders"))["eid"]
    assert one == other != turned


def test_the_order_of_the_claims_changes_nothing() -> None:
    claims = [
        said("orbit SUPPLIES @be-local | since=2019", certainty="alleged"),
        said("orbit SUPPLIES @be-local | since=2018", "press"),
        said("orbit SUPPLIES @flanders", "press"),
    ]
    assert edges(*claims) == edges(*claims[::-1])


# Time


@pytest.mark.parametrize(
    ("pairs", "span"),
    [
        (("since=2019-03",), ("2019-03", "2019-03-01", "", "")),
        (("until=2019-02",), ("", "", "2019-02", "2019-02-28")),
        (("since=2020", "since=2019-06"), ("2019-06", "2019-06-01", "", "")),
        (("until=2020", "until=2020-06"), ("", "", "2020", "2020-12-31")),
        (("since=2019", "since=2019-01"), ("2019", "2019-01-01", "", "")),
        (("date=2019",), ("", "", "", "")),
    ],
)
def test_the_span_is_the_widest_that_is_said_as_written_and_as_bounds(
    pairs: tuple[str, ...], span: tuple[str, ...]
) -> None:
    found = props(*(said(f"orbit SUPPLIES @be-local | {pair}", "press", pair) for pair in pairs))
    assert tuple(found.get(key, "") for key in ("since", "since_lo", "until", "until_hi")) == span


# Words and values


def test_the_value_is_that_of_the_best_evidenced_claim() -> None:
    found = props(
        said("orbit WON @deal | value=100;currency=EUR", certainty="alleged"),
        said("orbit WON @deal | value=1250000.50;currency=USD", "press", certainty="stated"),
    )
    assert (found["value"], found["currency"]) == (1250000.5, "USD")


def test_a_better_claim_without_a_value_does_not_hide_one() -> None:
    found = props(
        said("orbit WON @deal"),
        said("orbit WON @deal | value=100", "press", certainty="reported"),
    )
    assert (found["value"], found.get("currency")) == (100.0, None)


def test_different_words_stand_side_by_side_best_evidence_first() -> None:
    found = props(
        said("ann HELD_ROLE @orbit | title=chair", certainty="reported"),
        said("ann HELD_ROLE @orbit | title=chairwoman", "press", certainty="stated"),
        said("ann HELD_ROLE @orbit | title=chair", "older", certainty="alleged"),
    )
    assert found["title"] == "chairwoman; chair"


@pytest.mark.parametrize(("words", "former"), [(("yes",), True), (("yes", "no"), None)])
def test_a_role_is_former_only_if_nobody_speaks_of_it_as_present(
    words: tuple[str, ...], former: bool | None
) -> None:
    claims = [said(f"ann HELD_ROLE @orbit | former={one}", "press", one) for one in words]
    assert props(*claims).get("former") is former


def test_every_property_is_in_the_schema() -> None:
    found = props(
        said(
            "orbit SUPPLIES @be-local | since=2019;until=2020;status=ended;value=3;currency=EUR;"
            "role=host;place=flanders;purpose=maps;outcome=void;kind=lease;issue=cost",
            said_by="ann",
        )
    )
    assert set(found) <= set(edge_properties("SUPPLIES"))


# Evidence


def test_an_edge_shows_the_best_certainty_who_says_it_and_where() -> None:
    claims = [
        said("orbit SUPPLIES @be-local", "report", "p. 26, l. 713", said_by="orbit"),
        said("orbit SUPPLIES @be-local", "press", "para 3", certainty="alleged", said_by="ann"),
    ]
    (fact,) = facts(claims[::-1])
    assert evidence(fact.claims, SOURCES) == {
        "certainty": "stated",
        "said_by": ["ann", "orbit"],
        "n_sources": 2,
        "claims": [claims[0].id, claims[1].id],
        "cite": "Statewatch, p. 26; Le Soir, para 3",
    }


def test_a_citation_names_three_places_and_counts_the_rest() -> None:
    places = [said("orbit OWNS @deal", "press", f"para {n}") for n in range(5)]
    assert cite(places, SOURCES) == "Le Soir, para 0; Le Soir, para 1; Le Soir, para 2; and 2 more"


def test_a_citation_names_a_place_once_and_the_page_without_its_lines() -> None:
    places = [
        said("a OWNS @b", "report", text) for text in ("p. 9, l. 3", "p. 9, l. 8", "pp. 9-10")
    ]
    assert cite(places, SOURCES) == "Statewatch, p. 9; Statewatch, pp. 9-10"


def test_a_citation_leaves_the_town_of_a_publisher_away() -> None:
    assert cite([said("a OWNS @b", "older", "para 2")], SOURCES) == "Bruzz, para 2"


def test_a_fact_is_contested_if_one_of_its_claims_is() -> None:
    one, other = said("a OWNS @b"), said("a OWNS @b", "press")
    (fact,) = facts([one, other])
    assert edge(fact, SOURCES, frozenset({other.id})).props["conflict"] is True
    assert "conflict" not in edge(fact, SOURCES, frozenset()).props


def test_an_edge_has_the_topic_and_the_cost_of_its_predicate() -> None:
    found = props(said("a OWNS @b"))
    assert (found["topic"], found["walk"]) == (
        predicates()["OWNS"].topic,
        predicates()["OWNS"].walk,
    )
