import pytest

from kg.queries.patterns import elements, enclosing, map_keys, properties, renamed
from kg.queries.tokens import Tokens


def spoken_of(cypher: str) -> list[tuple[str, bool, list[str], list[str]]]:
    return [
        (
            element.variable,
            element.is_relationship,
            [word.text for word in element.words],
            [key.text for key in element.keys],
        )
        for element in elements(Tokens(cypher))
    ]


def asked_for(cypher: str) -> list[tuple[str, str]]:
    return [(asked.variable, asked.name.text) for asked in properties(Tokens(cypher))]


def test_every_token_knows_its_bracket() -> None:
    assert enclosing(Tokens("a ( b [ c ] ) d")) == [-1, -1, 1, 1, 3, 1, -1, -1]


def test_a_bracket_too_many_breaks_nothing() -> None:
    assert enclosing(Tokens("a ) ( b")) == [-1, -1, -1, 2]


@pytest.mark.parametrize(
    ("cypher", "expected"),
    [
        ("MATCH (v:Company) RETURN v", [("v", False, ["Company"], [])]),
        ("MATCH (:Entity {id: $x, name: 'a'})", [("", False, ["Entity"], ["id", "name"])]),
        ("MATCH (v {id: 1})", [("v", False, [], ["id"])]),
        ("MATCH ({id: 1})", [("", False, [], ["id"])]),
        ("MATCH (a:A:B)", [("a", False, ["A", "B"], [])]),
        ("MATCH (a:(A|B)&!C)", [("a", False, ["A", "B", "C"], [])]),
        ("MATCH (a:`A`)", [("a", False, ["A"], [])]),
        ("(a)-[r:USES|MAKES*1..3]->(b)", [("r", True, ["USES", "MAKES"], [])]),
        ("(a)<-[:INVOLVES {as: 'via'}]-(b)", [("", True, ["INVOLVES"], ["as"])]),
        ("(a)-[r*..3 {role: 1}]-(b)", [("r", True, [], ["role"])]),
        ("(a)-[]->(b)--(c)", []),
        ("RETURN point({x: 1}) AS p, count(n) AS c", []),
        ("RETURN {kind: n.kind, title: 1} AS m", []),
        (
            "WHERE NOT n:Company OR n:A|B",
            [("n", False, ["Company"], []), ("n", False, ["A", "B"], [])],
        ),
        ("WHERE (n:Company)", [("n", False, ["Company"], [])]),
        ("RETURN [x IN xs WHERE x:A | x.name] AS y", [("x", False, ["A"], [])]),
        (
            "RETURN [(a)-[:USES]->(b:B) WHERE b:C | b.name]",
            [
                ("", True, ["USES"], []),
                ("b", False, ["B"], []),
                ("b", False, ["C"], []),
            ],
        ),
        (
            "CALL { MATCH (a:A) RETURN a, a:B AS b }",
            [("a", False, ["A"], []), ("a", False, ["B"], [])],
        ),
        ("RETURN EXISTS { (a:A) } AS x", [("a", False, ["A"], [])]),
        ("RETURN xs[1..2] AS a, 1 - [2][0] AS b", []),
        ("RETURN n.x :: INTEGER AS x", []),
    ],
)
def test_nodes_relationships_and_label_tests_are_found(
    cypher: str, expected: list[tuple[str, bool, list[str], list[str]]]
) -> None:
    assert spoken_of(cypher) == expected


@pytest.mark.parametrize(
    ("cypher", "expected"),
    [
        ("n.name = m.`kind`", [("n", "name"), ("m", "kind")]),
        ("last(hops).role + xs[0].cite", [("", "role"), ("", "cite")]),
        ("n {.name, .id, x: 1}", [("n", "name"), ("n", "id")]),
        ("date.truncate('year', n.date)", [("n", "date")]),
        ("vector.similarity.cosine(a, b)", []),
        ("$given.name", []),
        ("a.b.c", [("a", "b"), ("", "c")]),
        ("f(a).b.c", [("", "b"), ("", "c")]),
        ("$given.name.other", []),
        ("CALL db.schema.visualization YIELD nodes", []),
        ("1.5 + [1..3]", []),
    ],
)
def test_properties_are_found_with_their_variable(
    cypher: str, expected: list[tuple[str, str]]
) -> None:
    assert asked_for(cypher) == expected


def test_keys_of_maps_are_found_but_no_labels() -> None:
    found = map_keys(Tokens("CALL { MATCH (a:A {id: 1}) RETURN {x: 1, y: {z: 2}} AS m, a:B AS b }"))
    assert [key.text for key in found] == ["id", "x", "y", "z"]


def test_a_variable_may_stand_for_anything() -> None:
    text = "MATCH p = (a) UNWIND xs AS x RETURN [y IN x | y] AS z, reduce(w = 0, v IN x | w) AS u"
    assert renamed(Tokens(text)) == {"p", "x", "y", "z", "w", "v", "u"}
