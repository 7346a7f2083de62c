"""Rows that hold several of a kind in one cell."""

from kg.mapping.exploding import exploded
from kg.mapping.spec import Explode
from kg.mapping.table import Table

WINNERS = Explode(("winner", "number"), "---")
BUYERS = Explode(("buyer",), "---")


def rows(*cells: str) -> list[list[str]]:
    table = Table("t.csv", ("buyer", "winner", "number"), iter([(2, list(cells))]))
    found = [(number, list(row)) for number, row in exploded(table, [BUYERS, WINNERS]).rows]
    assert {number for number, _ in found} == {2}
    return [row for _, row in found]


def test_the_second_name_has_the_second_number() -> None:
    assert rows("x", "a---b", "1---2") == [["x", "a", "1"], ["x", "b", "2"]]


def test_every_buyer_is_told_with_every_winner() -> None:
    assert rows("x--- y", "a---b", "1---2") == [
        ["x", "a", "1"],
        ["x", "b", "2"],
        ["y", "a", "1"],
        ["y", "b", "2"],
    ]


def test_a_column_with_another_number_of_parts_stays_whole() -> None:
    assert rows("x", "a---b", "1") == [["x", "a", "1"], ["x", "b", "1"]]


def test_a_row_with_one_of_each_stays_as_it_is() -> None:
    assert rows("x", "a", "1") == [["x", "a", "1"]]


def test_columns_that_are_not_there_are_passed_over() -> None:
    table = Table("t.csv", ("buyer",), iter([(2, ["x---y"])]))
    found = exploded(table, [BUYERS, WINNERS]).rows
    assert [list(row) for _, row in found] == [["x"], ["y"]]
