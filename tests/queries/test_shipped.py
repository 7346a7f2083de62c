"""The shipped queries: what each of them promises, and what the facts say in its answer."""

from collections.abc import Iterator
from typing import Any

import pytest

from kg.queries.lint import lint
from kg.session import OpenGraph
from tests.queries.known_contracts import CONTRACTS
from tests.queries.known_oversight import OVERSIGHT
from tests.queries.known_supply import SUPPLY, Cells
from tests.queries.promised import declared, query

KNOWN = [*SUPPLY, *CONTRACTS, *OVERSIGHT]
NAMES = sorted({name for name, _, _ in KNOWN})
OF_DEALS = sorted({name for name, _, _ in [*SUPPLY, *CONTRACTS]})
WITHOUT_CLAIMS = {"sources-by-weight", "most-connected", "brokers", "communities"}
HONESTLY_EMPTY = {"force-technology"}
"""Rows of a matrix whose empty cells rest on no claim."""
CERTAINTY = ("stated", "reported", "inferred", "alleged", "disputed")


def asked() -> Iterator[tuple[str, str, str]]:
    """Each query with each of its examples: name, parameter, example; first without any."""
    for name in NAMES:
        yield name, "", ""
        yield from ((name, param.name, param.example) for param in query(name).params)


def holds(cell: Any, value: object) -> bool:
    if isinstance(value, list) and value:
        return set(value) <= set(cell or [])
    return bool(cell == value)


@pytest.mark.parametrize(("name", "param", "example"), list(asked()))
def test_every_example_gives_rows_with_the_columns_that_the_query_promises(
    shipped: OpenGraph, name: str, param: str, example: str
) -> None:
    answer = shipped.query(name, **({param: example} if param else {}))
    assert declared(answer) == query(name).returns
    assert answer.rows


@pytest.mark.parametrize("name", [name for name in NAMES if name not in WITHOUT_CLAIMS])
def test_every_row_rests_on_claims_each_named_once(shipped: OpenGraph, name: str) -> None:
    for row in shipped.query(name).rows:
        claims = row["claims"]
        assert isinstance(claims, list)
        assert claims or name in HONESTLY_EMPTY
        assert len(claims) == len(set(claims))


@pytest.mark.parametrize("name", OF_DEALS)
def test_every_row_says_how_certain_it_is(shipped: OpenGraph, name: str) -> None:
    assert {row["certainty"] for row in shipped.query(name).rows} <= set(CERTAINTY)


@pytest.mark.parametrize("name", NAMES)
def test_no_row_comes_twice(shipped: OpenGraph, name: str) -> None:
    rows = [repr(sorted(row.items())) for row in shipped.query(name).rows]
    assert len(rows) == len(set(rows))


@pytest.mark.parametrize("name", NAMES)
def test_the_header_is_a_question_with_tags_and_the_text_has_no_faults(name: str) -> None:
    assert query(name).title.endswith("?")
    assert query(name).tags
    assert query(name).description
    assert lint(query(name)) == []


@pytest.mark.parametrize(
    ("name", "params", "cells"), KNOWN, ids=[f"{name}-{n}" for n, (name, _, _) in enumerate(KNOWN)]
)
def test_what_the_facts_say_is_in_the_answer(
    shipped: OpenGraph, name: str, params: dict[str, object], cells: Cells
) -> None:
    rows = shipped.query(name, **params).rows
    found = [row for row in rows if all(holds(row[key], value) for key, value in cells.items())]
    assert found, f"no row of {len(rows)} has {cells}"
