from pathlib import Path

from kg.case import Case
from kg.complaints import MOST, Complaints
from kg.sources import Context, Family


def told(rows: range, message: str = "'{}' is no date", column: str = "Day") -> list[str]:
    context = Context(Family("mapping", "Mapping", Path("mapping.toml")), Case(Path()))
    complaints = Complaints(context, "t.csv")
    for row in rows:
        complaints.tell(row, column, message.format(row), "no date")
    complaints.close()
    return [str(problem) for problem in context.problems]


def test_a_few_rows_are_named_one_by_one() -> None:
    assert told(range(2, 4)) == [
        "t.csv, row 2, column Day: '2' is no date",
        "t.csv, row 3, column Day: '3' is no date",
    ]


def test_many_rows_with_one_mistake_are_a_few_lines() -> None:
    found = told(range(2, 10_002))
    assert len(found) == MOST + 1
    assert found[-1] == "t.csv, column Day: and 9,995 more rows like these (no date)"


def test_the_same_cell_is_told_once() -> None:
    context = Context(Family("mapping", "Mapping", Path("mapping.toml")), Case(Path()))
    complaints = Complaints(context, "t.csv")
    for _ in range(2):
        complaints.tell(2, "Day", "'x' is no date", "no date")
    assert len(context.problems) == 1


def test_the_name_of_the_file_is_told_once() -> None:
    assert told(range(2, 3), "t.csv: breaks off") == ["t.csv, row 2, column Day: breaks off"]


def test_what_is_no_matter_of_a_row_is_told_once_or_counted_by_its_kind() -> None:
    context = Context(Family("mapping", "Mapping", Path("mapping.toml")), Case(Path()))
    complaints = Complaints(context, "t.csv")
    for number in range(20):
        complaints.tell(0, "", "has no column 'A'")
        complaints.tell(0, "id", f"{number} is two things", "two things")
    complaints.close()
    found = [str(problem) for problem in context.problems]
    assert found.count("t.csv: has no column 'A'") == 1
    assert found[-1] == "t.csv, column id: and 15 more rows like these (two things)"
    assert len(found) == 1 + MOST + 1
