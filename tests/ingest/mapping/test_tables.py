"""Kinds of table, and which mapping reads which."""

from pathlib import Path

import pytest

from kg.case import Case
from tests.ingest.mapping.cast import DEALS, PARTIES, SUPPLIES, as_kind, ties
from tests.ingest.said import Say, hear_files
from tests.mapping.tables import mapping, table


@pytest.mark.parametrize("kind", ["jsonl", "json", "tsv", "gz", "zip"])
def test_a_table_of_any_kind_says_the_same(said: Say, tmp_path: Path, kind: str) -> None:
    path = mapping(tmp_path, PARTIES, SUPPLIES)
    heard = said("mapping", as_kind(kind, tmp_path), mapping=str(path))
    assert ties(heard) == [
        ("Axon", "SUPPLIES", "Politie Oost"),
        ("Bosch", "SUPPLIES", "Politie Oost"),
        ("Axon", "SUPPLIES", "Politie West"),
    ]
    assert heard.unread == {"Page": 1, "Kind": 3, "Remark": 1}


def test_a_mapping_given_as_the_file_reads_the_table_beside_it(said: Say, tmp_path: Path) -> None:
    table(tmp_path, DEALS)
    heard = said("mapping", mapping(tmp_path, PARTIES, SUPPLIES))
    assert len(heard.statements) == 3


def test_a_mapping_of_the_case_knows_its_columns(tmp_path: Path) -> None:
    folder = tmp_path / "ingest" / "mappings"
    folder.mkdir(parents=True)
    mapping(folder, PARTIES, "recognise: [Firm, Force]\n" + SUPPLIES)
    heard = hear_files(Case(tmp_path), "mapping", (table(tmp_path, DEALS),), {})
    assert len(heard.statements) == 3


def test_a_mapping_is_found_by_its_name(tmp_path: Path) -> None:
    folder = tmp_path / "ingest" / "mappings"
    folder.mkdir(parents=True)
    mapping(folder, PARTIES, SUPPLIES, name="deals.yml")
    for options in ({"mapping": "deals"}, {"preset": "deals"}):
        heard = hear_files(Case(tmp_path), "mapping", (table(tmp_path, DEALS),), options)
        assert len(heard.statements) == 3


def test_the_command_line_can_say_how_a_table_is_written(said: Say, tmp_path: Path) -> None:
    text = "Firm|Force|Value\nAxon|Straße|1.000,50\n"
    heard = said(
        "mapping",
        table(tmp_path, text.encode("cp1252")),
        mapping=str(mapping(tmp_path, PARTIES, SUPPLIES)),
        delimiter="pipe",
        encoding="cp1252",
        number_locale="de",
        certainty="alleged",
    )
    (one,) = heard.statements
    assert (one.get("value"), one.certainty) == ("1000.50", "alleged")
    assert [e.name for e in heard.entities] == ["Axon", "Straße"]


def test_of_a_mapping_of_several_tables_each_query_reads_its_own(said: Say, tmp_path: Path) -> None:
    path = tmp_path / "m.yml"
    path.write_text(
        "d:\n  queries:\n"
        "  - {csv_url: firms.csv, entities: {a: {schema: Company, key: Nr, "
        "properties: {name: {column: Firm}}}}}\n"
        "  - {csv_url: links.csv, entities: {a: {schema: Company, key: A}, "
        "b: {schema: Company, key: B}, "
        "l: {schema: Ownership, keys: [A, B], "
        "properties: {owner: {entity: a}, asset: {entity: b}}}}}\n",
        "utf-8",
    )
    firms = table(tmp_path, "Nr,Firm\n1,Axon\n2,Bosch\n", "firms.csv")
    links = table(tmp_path, "A,B\n1,2\n", "links.csv")
    heard = said("mapping", firms, links, mapping=str(path))
    assert ties(heard) == [("Axon", "OWNS", "Bosch")]
    assert heard.unread == {}
    assert ties(said("mapping", path)) == [("Axon", "OWNS", "Bosch")]
