"""A csv pair and a workbook: every row and claim, and no cell that a spreadsheet would run."""

import csv
import io
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from kg.exchange import Handed, write
from kg.exchange.graph import EDGE_COLUMNS, NODE_COLUMNS
from kg.exchange.workbook import _MOST
from tests.exchange.conftest import Part
from tests.exchange.samples import HOSTILE, eids, hostile, ids, one, split

VIEWS = ["", "belgium", "forces-and-techniques", "ends-and-bans"]


@pytest.fixture(params=VIEWS, ids=lambda view: view or "whole")
def found(request: pytest.FixtureRequest, handed: Handed, part: Part) -> Handed:
    return part(request.param) if request.param else handed


def pair(handed: Handed) -> tuple[list[dict[str, str]], list[dict[str, str]]]:
    files = write("csv", handed)
    assert list(files) == [".nodes.csv", ".edges.csv"]
    nodes, edges = (
        list(csv.DictReader(io.StringIO(content.decode(), newline="")))
        for content in files.values()
    )
    return nodes, edges


def sheets(handed: Handed) -> dict[str, list[dict[str, Any]]]:
    book = openpyxl.load_workbook(io.BytesIO(one("xlsx", handed)), read_only=True)
    found = {}
    for sheet in book.worksheets:
        heads, *rows = sheet.iter_rows(values_only=True)
        found[sheet.title] = [dict(zip(map(str, heads), row, strict=True)) for row in rows]
    return found


def test_a_pair_has_the_heads_of_gephi_and_every_row(found: Handed) -> None:
    nodes, edges = pair(found)
    assert [row["Id"] for row in nodes] == [entity["id"] for entity in found.entities]
    assert [row["Label"] for row in nodes] == [found.name(entity) for entity in found.entities]
    assert sorted(row["Id"] for row in edges) == eids(found)
    for row, edge in zip(edges, found.relationships, strict=True):
        assert (row["Source"], row["Target"]) == (edge["start"], edge["end"])
        assert (row["Type"], row["Kind"]) == ("Directed", edge["type"])
        assert row["Label"] == found.words(edge)


def test_a_pair_has_every_claim_with_its_evidence(found: Handed) -> None:
    nodes, edges = pair(found)
    assert split(row["claims"] for row in (*nodes, *edges)) == set(found.claims)
    assert all(row["evidence"] and row["certainty"] for row in edges)
    assert all(bool(row["evidence"]) == bool(row["claims"]) for row in nodes)


def test_no_two_heads_of_a_pair_are_the_same_to_gephi(handed: Handed) -> None:
    for content in write("csv", handed).values():
        heads = content.decode().partition("\r\n")[0].casefold().split(",")
        assert len(set(heads)) == len(heads)


def test_a_pair_keeps_dates_values_and_flags(handed: Handed) -> None:
    by_id = {row["Id"]: row for row in pair(handed)[1]}
    for edge in handed.relationships:
        for key in ("since", "until", "since_lo", "until_hi", "value", "derived", "conflict"):
            assert by_id[edge["eid"]][key] == str(edge.get(key, ""))


def test_networkx_reads_a_pair_as_edges(handed: Handed) -> None:
    import networkx
    import pandas

    content = write("csv", handed)[".edges.csv"]
    table = pandas.read_csv(io.BytesIO(content), dtype=str)
    graph = networkx.from_pandas_edgelist(
        table, "Source", "Target", edge_attr=True, edge_key="Id", create_using=networkx.MultiDiGraph
    )
    assert sorted(key for *_, key in graph.edges(keys=True)) == eids(handed)


def test_no_cell_of_a_pair_is_a_formula(hostile: Handed) -> None:
    nodes, edges = pair(hostile)
    assert len(nodes) == len(edges) == 2
    assert nodes[0]["Label"].startswith("'=")
    for row in (*nodes, *edges):
        assert not [cell for cell in row.values() if cell.startswith(("=", "+", "-", "@", "\t"))]
    assert edges[0]["role"] == f"'{HOSTILE}"


def test_a_workbook_has_every_row_on_its_sheet(found: Handed) -> None:
    rows = {title: len(held) for title, held in sheets(found).items()}
    assert rows == {
        "Entities": len(found.entities),
        "Relationships": len(found.relationships),
        "Claims": len(found.claims),
        "Sources": len(found.sources),
        "Conflicts": len(found.conflicts),
    }


def test_a_workbook_has_every_id(found: Handed) -> None:
    held = sheets(found)
    assert sorted(row["id"] for row in held["Entities"]) == ids(found)
    assert sorted(row["eid"] for row in held["Relationships"]) == eids(found)
    assert sorted(row["id"] for row in held["Claims"]) == sorted(found.claims)
    assert sorted(row["id"] for row in held["Sources"]) == sorted(found.sources)


def test_a_workbook_keeps_direction_dates_and_claims(handed: Handed) -> None:
    by_id = {row["eid"]: row for row in sheets(handed)["Relationships"]}
    for edge in handed.relationships:
        row = by_id[edge["eid"]]
        assert (row["start"], row["end"]) == (edge["start"], edge["end"])
        assert row["relationship"] == edge["type"]
        assert split([row["claims"]]) == set(edge["claims"])
        for key in ("since", "until", "certainty", "value", "derived", "conflict"):
            assert row[key] == edge.get(key)


def test_a_claim_of_a_workbook_finds_its_source_and_page(handed: Handed) -> None:
    held = sheets(handed)
    sources = {row["id"] for row in held["Sources"]}
    for row in held["Claims"]:
        claim = handed.claims[row["id"]]
        assert row["source"] in sources
        assert row["locator"] == claim.get("locator")
        assert row["says"] == claim.get("says")
    for row in held["Conflicts"]:
        assert split([row["claims"]]) <= set(handed.claims)


def test_no_cell_of_a_workbook_is_a_formula(hostile: Handed) -> None:
    book = openpyxl.load_workbook(io.BytesIO(one("xlsx", hostile)))
    for sheet in book.worksheets:
        for cells in sheet.rows:
            assert {cell.data_type for cell in cells} <= {"s", "b", "n"}
            assert not any(cell.hyperlink for cell in cells)


def test_a_text_too_long_for_a_cell_is_cut_and_says_so() -> None:
    held = sheets(hostile("x" * (_MOST + 1)))
    cell = held["Entities"][0]["name"]
    assert len(cell) <= _MOST
    assert cell.endswith(" [...]")


def test_no_cell_of_the_shipped_graph_is_cut(handed: Handed) -> None:
    for rows in sheets(handed).values():
        for row in rows:
            assert not [cell for cell in row.values() if str(cell).endswith(" [...]")]


def test_heads_are_the_columns_of_every_format(handed: Handed) -> None:
    held = sheets(handed)
    assert tuple(held["Entities"][0]) == NODE_COLUMNS
    assert tuple(held["Relationships"][0]) == ("start", "end", *EDGE_COLUMNS)


def test_the_day_of_a_workbook_is_no_day_of_ours(handed: Handed, tmp_path: Path) -> None:
    path = tmp_path / "graph.xlsx"
    path.write_bytes(one("xlsx", handed))
    properties = openpyxl.load_workbook(path, read_only=True).properties
    assert properties.created.year == 2000
    assert properties.title == handed.title
