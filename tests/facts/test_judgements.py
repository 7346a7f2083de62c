from pathlib import Path

import pytest

from kg.facts import judgements
from kg.statements import Judgement, Origin
from tests.facts.tables import JUDGEMENT, lines, saved, values


def wrong(folder: Path, **changes: str) -> list[str]:
    return lines(judgements(saved(folder, "same_or_not.csv", JUDGEMENT | changes)))


def test_a_row_becomes_a_judgement(tmp_path: Path) -> None:
    (judgement,) = values(judgements(saved(tmp_path, "same_or_not.csv", JUDGEMENT)))
    reason = "Written with a slash; no page says more"
    assert judgement == Judgement("ta9", "rayzone", "unsure", reason)
    assert judgement.origin == Origin("same_or_not.csv", 2)


@pytest.mark.parametrize("verdict", ["same", "different", "related", "unsure"])
def test_there_are_four_judgements(tmp_path: Path, verdict: str) -> None:
    assert wrong(tmp_path, judgement=verdict) == []


@pytest.mark.parametrize("column", ["left", "right", "judgement", "reason"])
def test_a_judgement_names_two_and_gives_its_reason(tmp_path: Path, column: str) -> None:
    assert wrong(tmp_path, **{column: ""}) == [
        f"same_or_not.csv, row 2, column {column}: is empty, but every row needs it"
    ]


def test_an_unknown_judgement_is_one_line(tmp_path: Path) -> None:
    assert wrong(tmp_path, judgement="diferent") == [
        "same_or_not.csv, row 2, column judgement: "
        "'diferent' is no judgement (did you mean 'different'?)"
    ]


def test_nobody_is_judged_against_themselves(tmp_path: Path) -> None:
    assert wrong(tmp_path, right="ta9") == [
        "same_or_not.csv, row 2, column right: 'ta9' is judged against itself; name two entities"
    ]
