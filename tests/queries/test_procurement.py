"""Saved queries over contracts come to the sums of what was taken in, on both stores."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import pytest

from kg.case import Case
from tests.queries.procurement import made

if TYPE_CHECKING:
    from kg.session import OpenGraph

NAMES = (
    "police-suppliers",
    "spending-by-year",
    "single-bids",
    "direct-awards",
    "modified-contracts",
    "subcontracted-shares",
    "suppliers-across-buyers",
    "subcontracting-chains",
)


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Case:
    return made(tmp_path_factory.mktemp("procurement"))


@pytest.fixture(scope="module", params=["embedded", "neo4j"])
def graph(request: pytest.FixtureRequest, case: Case) -> Iterator["OpenGraph"]:
    """The case, open in each store."""
    from kg.building import assemble
    from kg.session import open_graph
    from kg.store.bolt import connect
    from kg.store.neo4j_load import load
    from tests.store.samples import empty

    where = "embedded"
    if request.param == "neo4j":
        where = request.getfixturevalue("neo4j_uri")
        with connect(where) as store:
            empty(store)
            load(store, assemble(case)[1].graph, case.name)
    with open_graph(case, where) as opened:
        yield opened


def rows(graph: "OpenGraph", name: str, *columns: str, **params: object) -> list[tuple[Any, ...]]:
    """The answer, as far as these columns go; every row rests on claims."""
    answer = graph.query(name, **params)
    found = [
        dict(zip(answer.columns, row, strict=True)) if isinstance(row, tuple) else row
        for row in answer.rows
    ]
    assert all(row["claims"] for row in found)
    return [tuple(row[column] for column in columns) for row in found]


def test_each_sum_counts_once_for_the_one_who_won_it(graph: "OpenGraph") -> None:
    found = rows(graph, "police-suppliers", "supplier", "currency", "value", "contracts")
    assert found == [
        ("Camera NV", "EUR", 1150.0, 2),
        ("Soft BV", "GBP", 70.0, 1),
        ("Soft BV", None, None, 3),
        ("Camera NV", None, None, 1),
    ]


def test_suppliers_of_one_currency(graph: "OpenGraph") -> None:
    found = rows(graph, "police-suppliers", "supplier", "value", currency="GBP")
    assert found == [("Soft BV", 70.0)]


def test_police_of_another_country_bought_nothing(graph: "OpenGraph") -> None:
    assert rows(graph, "police-suppliers", "supplier", country="France") == []
    assert len(rows(graph, "police-suppliers", "supplier", country="Belgium")) == 4


def test_forces_are_named_once_each(graph: "OpenGraph") -> None:
    ((forces,),) = rows(graph, "police-suppliers", "forces", limit=1)
    assert forces == ["Federale Politie", "Politiezone Brussel-West"]


def test_spending_is_the_sum_of_a_years_awards(graph: "OpenGraph") -> None:
    columns = ("year", "kind", "currency", "value", "contracts")
    assert rows(graph, "spending-by-year", *columns, buyer="Federale Politie") == [
        (2023, "awarded", "EUR", 850.0, 1),
        (2024, "awarded", "EUR", 1000.0, 1),
        (2024, "awarded", "GBP", 70.0, 1),
        (2024, "awarded", None, None, 2),
    ]
    assert rows(graph, "spending-by-year", *columns, buyer="LASAT") == [
        (2022, "awarded", "EUR", 80_000.0, 1),
        (2023, "awarded", "EUR", 5_000.5, 1),
        (2023, "paid", "EUR", 1_500.25, 1),
        (2024, "paid", "EUR", 250.0, 1),
    ]


def test_spending_of_some_years_only(graph: "OpenGraph") -> None:
    found = rows(graph, "spending-by-year", "year", buyer="LASAT", year_from=2023, year_to=2023)
    assert found == [(2023,), (2023,)]


def test_a_contract_with_one_tender_had_a_single_bid(graph: "OpenGraph") -> None:
    found = rows(graph, "single-bids", "contract", "buyers", "suppliers", "method")
    assert found == [
        ("Deal 1", ["Federale Politie"], ["Camera NV"], ["open procedure"]),
        ("Vidéo M1", ["LASAT"], ["Firme"], ["Appel d'offres ouvert"]),
    ]


def test_single_bids_of_police_forces_only(graph: "OpenGraph") -> None:
    assert rows(graph, "single-bids", "contract", buyers="police") == [("Deal 1",)]
    assert rows(graph, "single-bids", "contract", country="FR") == [("Vidéo M1",)]


def test_direct_awards_are_told_from_the_method_in_any_language(graph: "OpenGraph") -> None:
    found = rows(graph, "direct-awards", "contract", "buyer", "suppliers", "reason", "amounts")
    assert [row for row in found if not row[0].startswith("Job")] == [
        ("Deal 2", "Federale Politie", ["Camera NV", "Soft BV"], ["Urgency"], ["award 1000 EUR"]),
        ("Deal 4", "Stad Gent", ["Onder BV"], [], ["award 400 EUR"]),
        ("Vidéo M2", "LASAT", ["Firme"], [], ["award 5000.5 EUR"]),
    ]


def test_direct_awards_of_police_forces_only(graph: "OpenGraph") -> None:
    found = rows(graph, "direct-awards", "contract", buyers="police")
    assert found == [("Deal 2",), ("Job 2",)]


def test_growth_is_from_the_award_to_the_latest_change(graph: "OpenGraph") -> None:
    columns = ("contract", "currency", "first", "last", "growth", "percent", "changes", "why")
    assert rows(graph, "modified-contracts", *columns) == [
        ("Vidéo M1", "EUR", 80_000.0, 100_000.0, 20_000.0, 25.0, 2, ["Avenant 2"]),
        ("Vidéo M2", "EUR", 5_000.5, None, None, None, 1, ["Erreur"]),
    ]


@pytest.mark.parametrize(("least", "found"), [(25, 1), (25.1, 0), (0, 1)])
def test_only_contracts_that_grew_by_so_much(graph: "OpenGraph", least: float, found: int) -> None:
    assert len(rows(graph, "modified-contracts", "contract", min_percent=least)) == found


def test_a_share_is_what_was_subcontracted_of_what_was_awarded(graph: "OpenGraph") -> None:
    columns = ("contract", "share", "share_by", "value", "subcontractors")
    assert rows(graph, "subcontracted-shares", *columns) == [
        ("Deal 3", 30.0, "worked out", 90.0, ["Onder BV"]),
        ("Vidéo M1", 25.0, "worked out", 20_000.0, ["SIRET 55204599900869"]),
        ("Vidéo M2", 12.0, "stated", None, []),
        ("Deal 4", None, None, None, ["Diep BV"]),
    ]


def test_only_shares_from_so_much_up(graph: "OpenGraph") -> None:
    assert rows(graph, "subcontracted-shares", "contract", min_share=30) == [("Deal 3",)]


def test_a_supplier_of_several_buyers(graph: "OpenGraph") -> None:
    columns = ("supplier", "n_buyers", "n_contracts", "countries", "first", "last")
    assert rows(graph, "suppliers-across-buyers", *columns) == [
        ("Camera NV", 2, 3, ["BE"], "2023", "2024")
    ]
    assert rows(graph, "suppliers-across-buyers", "supplier", abroad=True) == []
    assert rows(graph, "suppliers-across-buyers", "supplier", least=3) == []


def test_chains_run_from_one_contract_to_the_next(graph: "OpenGraph") -> None:
    columns = ("chain", "contracts", "buyers", "over")
    assert rows(graph, "subcontracting-chains", *columns, across=True) == [
        (
            ["Camera NV", "Onder BV", "Diep BV"],
            ["Deal 3", "Deal 4"],
            ["Politiezone Brussel-West", "Stad Gent"],
            2,
        )
    ]


def test_chains_of_one_firm_and_of_so_many_steps(graph: "OpenGraph") -> None:
    found = rows(graph, "subcontracting-chains", "chain", vendor="Diep BV", depth=1)
    assert found == [(["Onder BV", "Diep BV"],)]


def test_an_award_that_came_to_nothing_is_awarded_by_nobody(graph: "OpenGraph") -> None:
    answer = graph.cypher(
        "MATCH (c:Claim) WHERE c.predicate IN ['AWARDED', 'WON'] AND c.source = 'ocds-made-9'"
        " RETURN c.id AS id ORDER BY id"
    )
    assert list(answer.rows) == []


def test_who_won_a_cancelled_award_has_no_client_that_stands(graph: "OpenGraph") -> None:
    answer = graph.cypher(
        "MATCH (:Entity {name: 'Federale Politie'})-[r:CLIENT_OF]->(:Entity {name: 'Diep BV'})"
        " RETURN r.status AS status ORDER BY status"
    )
    assert [row["status"] for row in answer.rows] == ["cancelled"]


@pytest.mark.parametrize("name", NAMES)
def test_rows_come_in_one_order(graph: "OpenGraph", name: str) -> None:
    given = {"buyer": "Federale Politie"} if name == "spending-by-year" else {}
    assert list(graph.query(name, **given).rows) == list(graph.query(name, **given).rows)
