"""Ties of pairs: all of each pair, best evidence first, from whichever end they are asked for."""

from typing import TYPE_CHECKING

import pytest

from kg.reading.ties import cost, ties

if TYPE_CHECKING:
    from kg.session import OpenGraph

PAIR = frozenset(("unit-8200", "ta9-ceo"))


def test_every_tie_of_a_pair_is_read_with_its_claims(shipped: "OpenGraph") -> None:
    rows = shipped.store.read(
        "MATCH (a:Entity)-[r]->(b:Entity) WHERE r.derived IS NULL AND a.id <> b.id"
        " RETURN a.id AS a, b.id AS b, r.eid AS eid ORDER BY eid"
    )[1]
    pairs = sorted({tuple(sorted((str(row["a"]), str(row["b"])))) for row in rows})[:300]
    found = ties(shipped.store, map(frozenset, pairs))
    wanted: dict[frozenset[str], set[str]] = {}
    for row in rows:
        wanted.setdefault(frozenset((str(row["a"]), str(row["b"]))), set()).add(str(row["eid"]))
    assert set(found) == set(map(frozenset, pairs))
    for pair, held in found.items():
        assert {row["eid"] for row in held} == wanted[pair]
        assert all(row["claims"] for row in held)
        assert {held[0]["start"], held[0]["end"]} == pair


def test_the_best_evidence_comes_first(shipped: "OpenGraph") -> None:
    for rows in ties(shipped.store, [PAIR]).values():
        costs = [cost(row["walk"], row["certainty"], row["n_sources"]) for row in rows]
        assert costs == sorted(costs)


@pytest.mark.parametrize(
    "pair", [{"palantir"}, {"palantir", "nobody"}, {"no", "body"}, {"'", "\\"}, set[str]()]
)
def test_a_pair_without_a_tie_is_left_out(shipped: "OpenGraph", pair: set[str]) -> None:
    assert dict(ties(shipped.store, [frozenset(pair)])) == {}


def test_no_pair_asks_nothing(shipped: "OpenGraph") -> None:
    assert dict(ties(shipped.store, [])) == {}


@pytest.mark.parametrize(
    ("walk", "certainty", "sources", "told"),
    [
        (1.0, "stated", 1, 1.0),
        (1.0, "stated", 2, 0.9),
        (1.0, "reported", 1, 1.1),
        (2.0, "inferred", 1, 2.6),
        (2.0, "alleged", 3, 2.5),
        (1.0, "disputed", 1, 1.9),
        (None, "stated", None, 6.0),
        (1.0, "", 1, 1.5),
    ],
)
def test_doubt_costs_and_a_second_source_helps(
    walk: float | None, certainty: str, sources: int | None, told: float
) -> None:
    assert cost(walk, certainty, sources) == pytest.approx(told)
