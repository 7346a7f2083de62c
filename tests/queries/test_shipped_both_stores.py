"""Every saved query answers the same on the embedded store and on a real Neo4j."""

from typing import TYPE_CHECKING

import pytest

from kg.case import Case
from kg.queries.saved import Query, saved
from kg.resources import folder

if TYPE_CHECKING:
    from kg.session import OpenGraph

QUERIES = list(saved(Case(folder("queries").parent)).values())


def examples(query: Query) -> dict[str, object]:
    """The example of each parameter that has no default."""
    return {param.name: param.example for param in query.params if param.default is None}


@pytest.mark.parametrize("query", QUERIES, ids=lambda query: query.name)
def test_rows_are_the_same(query: Query, shipped: "OpenGraph", shipped_neo4j: "OpenGraph") -> None:
    here = shipped.query(query.name, **examples(query))
    there = shipped_neo4j.query(query.name, **examples(query))
    assert here.columns == there.columns
    assert list(here.rows) == list(there.rows)


@pytest.mark.parametrize("query", QUERIES, ids=lambda query: query.name)
def test_the_declared_columns_come(query: Query, shipped: "OpenGraph") -> None:
    answer = shipped.query(query.name, **examples(query))
    shown = [column for column in answer.columns if column in query.returns]
    assert shown == list(query.returns)
    assert answer.rows, f"{query.name} finds nothing with its defaults and examples"


def test_there_are_at_least_45() -> None:
    assert len(QUERIES) >= 45
