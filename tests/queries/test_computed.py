"""Saved queries whose rows go through a measure: the line ``// computed: brokers``."""

from pathlib import Path

import pytest

from kg.errors import QueryError
from kg.queries.lint import lint
from kg.queries.saved import parse
from kg.session import OpenGraph

TEXT = """// Who stands between others?
// Without claims: see neighbours.
// tags: network
// computed: brokers
// param limit: int = 20 | How many | e.g. 5
// returns: entity, betweenness
MATCH (a:Entity)-[:MAKES]->(b:Entity)
RETURN a AS entity, [b.id] AS tied_to
ORDER BY a.id, b.id
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A query file of a person's own."""
    path = tmp_path / "queries" / "own.cypher"
    path.parent.mkdir()
    path.write_text(TEXT)
    return path


def test_the_line_names_the_measure(path: Path) -> None:
    assert parse(path).computed == "brokers"


def test_without_the_line_nothing_is_computed(path: Path) -> None:
    path.write_text(TEXT.replace("// computed: brokers\n", ""))
    assert parse(path).computed == ""


def test_two_measures_for_one_query_are_refused(path: Path) -> None:
    path.write_text(TEXT.replace("// param", "// computed: communities\n// param"))
    with pytest.raises(QueryError, match=r"own\.cypher:5: computed: is there twice"):
        parse(path)


def test_a_misspelt_key_is_told_with_the_right_one(path: Path) -> None:
    path.write_text(TEXT.replace("// computed:", "// compute:"))
    with pytest.raises(QueryError, match="did you mean 'computed'"):
        parse(path)


def test_the_returns_line_may_name_the_columns_of_the_measure(path: Path) -> None:
    assert lint(parse(path)) == []


def test_without_a_measure_the_returns_line_must_fit_the_query(path: Path) -> None:
    path.write_text(TEXT.replace("// computed: brokers\n", ""))
    assert any("the returns line has 'betweenness'" in line for line in lint(parse(path)))


@pytest.mark.parametrize("name", ["brokers", "communities"])
def test_the_shipped_queries_return_what_they_say(shipped: OpenGraph, name: str) -> None:
    answer = shipped.query(name, limit=3)
    plain = [column for column in answer.columns if not column.endswith(("_id", "_ids"))]
    query = parse(Path(__file__).parents[2] / "queries" / f"{name}.cypher")
    assert tuple(plain) == query.returns
    assert len(answer.rows) == 3


@pytest.mark.parametrize("name", ["brokers", "communities"])
def test_a_measure_of_nothing_has_the_columns_of_one_of_something(
    name: str, shipped: OpenGraph
) -> None:
    full = shipped.query(name)
    empty = shipped.query(name, limit=0)
    assert full.rows
    assert (empty.columns, empty.rows) == (full.columns, ())
