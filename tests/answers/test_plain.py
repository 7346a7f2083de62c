from typing import Any

import pytest
from neo4j.graph import Graph, Node, Path, Relationship

from kg.answers.plain import plain
from kg.session import OpenGraph


def node(id_: str, *labels: str, **props: object) -> Node:
    return Node(Graph(), id_, hash(id_), labels or ("Company", "Entity"), {"id": id_, **props})


ORBIT = node("orbit", name="Orbit", name_fr="Orbite")
TA9 = node("ta9", name="TA9")


def tie(type_: str, **props: object) -> Relationship:
    graph = Graph()
    made: Any = graph.relationship_type(type_)(graph, "r", 1, props)
    made._start_node, made._end_node = ORBIT, TA9
    return made  # type: ignore[no-any-return]


def spread(value: object, lang: str = "en", **told: Any) -> tuple[tuple[str, ...], Any]:
    columns, rows = plain(["it"], [{"it": value}], lang, told)
    return columns, rows[0]


# Nodes


def test_an_entity_becomes_its_name_and_its_id_beside() -> None:
    assert spread(ORBIT) == (("it", "it_id"), {"it": "Orbit", "it_id": "orbit"})
    assert spread(ORBIT, "fr")[1] == {"it": "Orbite", "it_id": "orbit"}


def test_a_list_of_entities_becomes_names_and_ids() -> None:
    assert spread([ORBIT, TA9]) == (
        ("it", "it_ids"),
        {"it": ["Orbit", "TA9"], "it_ids": ["orbit", "ta9"]},
    )


def test_a_gap_in_a_list_stays_a_gap() -> None:
    assert spread([ORBIT, None])[1] == {"it": ["Orbit", None], "it_ids": ["orbit", None]}


def test_each_id_column_stands_right_behind_its_name() -> None:
    columns, _ = plain(["a", "b", "c"], [{"a": ORBIT, "b": 1, "c": [TA9]}], "en")
    assert columns == ("a", "a_id", "b", "c", "c_ids")


def test_an_id_column_that_the_query_has_itself_is_left_to_it() -> None:
    columns, rows = plain(["who", "who_id"], [{"who": ORBIT, "who_id": "own"}], "en")
    assert (columns, rows) == (("who", "who_id"), ({"who": "Orbit", "who_id": "own"},))


def test_a_source_is_called_by_its_title_and_a_claim_by_what_it_says() -> None:
    assert spread(node("s", "Source", title="Maps"))[1]["it"] == "Maps"
    claim = node("c", "Claim", says="It sells.", title="chair")
    assert spread(claim)[1] == {"it": "It sells.", "it_id": "c"}


# Nothing


@pytest.mark.parametrize("values", [[], [None], [None, None]])
def test_a_column_that_shows_nothing_has_the_kind_that_the_text_tells(values: list[None]) -> None:
    columns, rows = plain(["it"], [{"it": value} for value in values], "en", {"it": "node"})
    assert columns == ("it", "it_id")
    assert rows == tuple({"it": None, "it_id": None} for _ in values)


def test_an_empty_list_of_entities_is_two_empty_lists() -> None:
    assert spread([], it="nodes") == (("it", "it_ids"), {"it": [], "it_ids": []})


def test_what_a_row_shows_counts_before_what_the_text_tells() -> None:
    assert spread("words", it="node") == (("it",), {"it": "words"})


def test_a_missing_entity_in_one_row_is_empty_in_both_columns() -> None:
    _, rows = plain(["it"], [{"it": None}, {"it": ORBIT}], "en")
    assert rows == ({"it": None, "it_id": None}, {"it": "Orbit", "it_id": "orbit"})


# Everything else


def test_a_column_of_entities_and_words_keeps_both_readable() -> None:
    columns, rows = plain(["it"], [{"it": ORBIT}, {"it": "words"}], "en")
    assert (columns, rows) == (("it",), ({"it": "Orbit"}, {"it": "words"}))


def test_a_relationship_is_shown_by_its_eid_or_else_its_type() -> None:
    assert spread(tie("OWNS", eid="r12"))[1] == {"it": "r12"}
    assert spread([tie("SUBJECT")])[1] == {"it": ["SUBJECT"]}


def test_a_path_is_shown_by_the_names_on_it() -> None:
    assert spread(Path(ORBIT, tie("OWNS")), "fr")[1] == {"it": ["Orbite", "TA9"]}


def test_entities_inside_maps_and_lists_are_named() -> None:
    assert spread({"who": ORBIT, "by": [TA9, {"x": TA9}]})[1] == {
        "it": {"who": "Orbit", "by": ["TA9", {"x": "TA9"}]}
    }


@pytest.mark.parametrize("value", ["", 0, 1.5, False, ["a", 1, None], [[]], {}])
def test_plain_values_stay_as_they_are(value: object) -> None:
    assert spread(value) == (("it",), {"it": value})


def test_in_a_store_all_of_it_comes_plain(shipped: OpenGraph) -> None:
    found = shipped.cypher(
        "MATCH p = (a:Entity {id: 'sopra-steria'})-[r:SUBCONTRACTS_TO]->(b:Entity {id: 'ta9'}) "
        "OPTIONAL MATCH (a)-[:MERGED_INTO]->(none:Entity) "
        "RETURN a, r, p, collect(b) AS all, none, {who: b} AS map, r.claims AS claims"
    )
    assert found.columns == (
        "a",
        "a_id",
        "r",
        "p",
        "all",
        "all_ids",
        "none",
        "none_id",
        "map",
        "claims",
    )
    (row,) = found.rows
    assert (row["a_id"], row["all_ids"], row["none"], row["none_id"]) == (
        "sopra-steria",
        ["ta9"],
        None,
        None,
    )
    assert str(row["r"]).startswith("r")
    assert (row["p"], row["map"]) == (["Sopra Steria", "TA9"], {"who": "TA9"})
    assert len(found.notes) > 0
