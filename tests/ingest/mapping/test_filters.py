"""Rows that a mapping lets through, and those that it passes over."""

from pathlib import Path

from tests.ingest.mapping.cast import DEALS, PARTIES, SUPPLIES
from tests.ingest.said import Say
from tests.mapping.tables import mapping, table


def test_filters_let_rows_through(said: Say, tmp_path: Path) -> None:
    path = mapping(tmp_path, PARTIES, SUPPLIES, "filters: {Kind: supply}\n")
    heard = said("mapping", table(tmp_path, DEALS), mapping=str(path))
    assert [one.locator for one in heard.statements] == ["row 2", "row 4"]
    assert heard.skipped == {"row that no query of the mapping lets through": 1}


def test_filters_may_keep_rows_out_and_empty_is_a_value(said: Say, tmp_path: Path) -> None:
    path = mapping(tmp_path, PARTIES, SUPPLIES, "filters_not: {Kind: [lease], Day: }\n")
    heard = said("mapping", table(tmp_path, DEALS), mapping=str(path))
    assert [one.locator for one in heard.statements] == ["row 2"]


def test_a_filter_on_a_column_that_is_not_there_lets_nothing_through(
    said: Say, tmp_path: Path
) -> None:
    path = mapping(tmp_path, PARTIES, SUPPLIES, "filters: {Kinds: supply}\n")
    heard = said("mapping", table(tmp_path, DEALS), mapping=str(path))
    assert heard.statements == []
    assert [str(problem) for problem in heard.problems] == [
        "t.csv: has no column 'Kinds' (did you mean 'Kind'?); it counts as empty"
    ]


def test_rows_are_passed_over_with_a_reason(said: Say, tmp_path: Path) -> None:
    x = "skip: [{column: Kind, is: lease, reason: no supply}]\n" + SUPPLIES
    heard = said("mapping", table(tmp_path, DEALS), mapping=str(mapping(tmp_path, PARTIES, x)))
    assert (len(heard.statements), heard.skipped) == (2, {"no supply": 1})
