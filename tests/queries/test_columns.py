import pytest

from kg.queries.columns import Returned, chance_limits, returned
from kg.queries.tokens import Tokens


def last(cypher: str) -> Returned:
    found = returned(Tokens(cypher))
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("cypher", "expected"),
    [
        ("RETURN a, b AS c", ("a", "c")),
        ("RETURN DISTINCT a AS b ORDER BY b", ("b",)),
        ("RETURN *", ("*",)),
        ("RETURN a.name, count(*) AS n", ("", "n")),
        ("RETURN f(a, b) AS x, [a, b] AS y, {a: 1, b: 2} AS z LIMIT 3", ("x", "y", "z")),
        ("RETURN CASE WHEN a THEN b ELSE c END AS d", ("d",)),
        ("RETURN a AS `two words`", ("two words",)),
        ("CALL { RETURN 1 AS inner } RETURN inner AS outer;", ("outer",)),
        ("RETURN 1 AS x UNION RETURN 2 AS x", ("x",)),
        ("RETURN n.return AS x", ("x",)),
        ("RETURN COUNT { MATCH (n) RETURN n } AS x", ("x",)),
        ("RETURN [x IN xs WHERE x AS y] AS z", ("z",)),
    ],
)
def test_columns_are_read_from_the_last_return(cypher: str, expected: tuple[str, ...]) -> None:
    assert last(cypher).columns == expected


def test_a_query_may_return_nothing() -> None:
    assert returned(Tokens("MATCH (n) FINISH")) is None
    assert returned(Tokens("CALL { RETURN 1 AS x }")) is None


@pytest.mark.parametrize(
    ("cypher", "is_ordered"),
    [
        ("RETURN a ORDER BY a", True),
        ("RETURN a ORDER BY a DESC SKIP 1 LIMIT 2", True),
        ("RETURN a LIMIT 2", False),
        ("WITH a ORDER BY a RETURN a", False),
        ("RETURN a.order AS order", False),
        ("RETURN COLLECT { RETURN a ORDER BY a } AS a", False),
    ],
)
def test_only_an_order_behind_the_last_return_counts(cypher: str, is_ordered: bool) -> None:
    assert last(cypher).is_ordered is is_ordered


def test_a_union_is_one_only_outside_of_brackets() -> None:
    assert last("RETURN 1 AS x UNION ALL RETURN 2 AS x").is_union
    assert not last("CALL { RETURN 1 AS x UNION RETURN 2 AS x } RETURN x").is_union


@pytest.mark.parametrize(
    ("cypher", "has_one_row"),
    [
        ("RETURN count(*) AS n", True),
        ("RETURN count(n) AS n, max(n.x) AS m", True),
        ("RETURN n.kind AS kind, count(*) AS n", False),
        ("RETURN count AS n", False),
    ],
)
def test_aggregates_alone_are_one_row(cypher: str, has_one_row: bool) -> None:
    assert last(cypher).has_one_row is has_one_row


@pytest.mark.parametrize(
    ("cypher", "lines"),
    [
        ("MATCH (n)\nWITH n LIMIT 3\nRETURN n ORDER BY n.id", [2]),
        ("MATCH (n)\nWITH n ORDER BY n.id SKIP 1 LIMIT 3 RETURN n", []),
        ("MATCH (n) RETURN n SKIP 1 LIMIT 3", [1]),
        ("CALL { MATCH (n) RETURN n LIMIT 1 } RETURN n ORDER BY n.id LIMIT 2", [1]),
        ("MATCH (n) WHERE n.a STARTS WITH 'x' RETURN n ORDER BY n.a STARTS WITH 'y' LIMIT 1", []),
        ("RETURN $limit AS a, n.limit AS b", []),
    ],
)
def test_a_limit_without_an_order_is_by_chance(cypher: str, lines: list[int]) -> None:
    assert chance_limits(Tokens(cypher)) == lines
