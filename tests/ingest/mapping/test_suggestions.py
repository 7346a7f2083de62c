"""A first mapping, made from the columns of a table."""

from pathlib import Path

import pytest

from kg.case import Case
from kg.ingesting import suggest
from tests.ingest.mapping.cast import DEALS, as_kind
from tests.ingest.said import Samples, Say
from tests.mapping.tables import table


@pytest.mark.parametrize("name", ["t.csv", "t.jsonl"])
def test_a_suggested_mapping_runs(said: Say, tmp_path: Path, name: str) -> None:
    path = table(tmp_path, DEALS) if name == "t.csv" else as_kind("jsonl", tmp_path)
    text = suggest(Case(tmp_path), str(path))
    made = tmp_path / "made.yml"
    made.write_text(text, "utf-8")
    heard = said("mapping", path, mapping=str(made))
    assert heard.problems == []
    assert {one.predicate for one in heard.statements} == {"AWARDED", "WON", "HAS_AMOUNT"}
    assert [one.text for one in heard.of("HAS_AMOUNT")] == ["1000.50", "7"]


def test_a_suggestion_says_what_to_check(tmp_path: Path) -> None:
    data = "Koper;Leverancier;Bedrag;Datum;Noot\nPolitie;Axon;1.000,5;01/02/2021;x\n"
    text = suggest(Case(tmp_path), str(table(tmp_path, data)))
    assert "number_locale: de  # check" in text
    assert 'date_format: "%d/%m/%Y"  # check: day or month first? no cell tells' in text
    assert "predicate: WON  # check: supplier WON contract" in text
    assert text.splitlines()[-1] == "# Columns to look at: Datum, Noot"


def test_every_real_table_has_a_suggestion_that_runs(
    said: Say, samples: Samples, tmp_path: Path
) -> None:
    for file in [
        *samples("placsp").glob("*.xlsx"),
        samples("ftm-aleph") / "donations.csv",
        *samples("atlas").glob("*.csv"),
        samples("usaspending-ice") / "fy13.csv",
    ]:
        made = tmp_path / "made.yml"
        made.write_text(suggest(Case(tmp_path), str(file)), "utf-8")
        heard = said("mapping", file, mapping=str(made))
        assert heard.entities, file.name
        assert heard.statements, file.name
