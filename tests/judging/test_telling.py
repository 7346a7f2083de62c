from pathlib import Path

import pytest

from kg.judging import Act, merge, never, split, telling, undo, write
from kg.judging.moving import Move, One
from tests.judging.samples import again, bench

SAID = (("a", "b", "same"),)


def one(id_: str, **values: object) -> One:
    return One(**({"id": id_, "label": "Company", "name": id_.upper()} | NOTHING | values))  # type: ignore[arg-type]


NOTHING = {"also": (), "ids": ("x",), "claims": 0}


def test_a_merge_in_words(tmp_path: Path) -> None:
    act = merge(bench(tmp_path / "case"), "beta-2", "beta")
    assert telling.as_text(act) == (
        "2 become 1:\n"
        "  Beta (beta-2), Company: 2 claims\n"
        "    has the ids beta-2, beta\n"
        "    also called Beta AG\n"
        "1 claim speaks of both as of two, which speaks against it: kg path beta-2 beta\n"
    )


def test_a_split_in_words(tmp_path: Path) -> None:
    act = split(bench(tmp_path / "case", "acme same acme-belgium"), "acme", "acme-belgium")
    assert telling.as_text(act) == (
        "1 becomes 2:\n"
        "  Acme Security NV (acme), Company: 2 claims\n"
        "    also called Acme\n"
        "  Acme Belgium (acme-belgium), Company: 1 claim\n"
        "    also called Acme België\n"
    )


def test_where_nothing_moves_that_is_said(tmp_path: Path) -> None:
    made = bench(tmp_path / "case")
    act = never(made, "acme", "beta")
    assert telling.as_text(act) == "nothing moves: acme and beta stay two\n"
    write(made, act, "x", "tess")
    assert telling.as_text(undo(again(made))[0]) == "nothing moves\n"


@pytest.mark.parametrize(
    ("before", "after", "first"),
    [
        (3, 1, "3 become 1:"),
        (1, 3, "1 becomes 3:"),
        (2, 3, "2 become 3:"),
        (2, 2, "another belongs to another:"),
    ],
)
def test_the_first_line_counts(before: int, after: int, first: str) -> None:
    ones = tuple(one(f"n{at}") for at in range(3))
    told = telling.as_text(Act(SAID, Move(ones[:before], ones[:after])))
    assert told.splitlines()[0] == first
    assert len(told.splitlines()) == 1 + after


def test_three_hundred_ids_are_counted_and_a_dozen_shown() -> None:
    ids = tuple(f"id-{at}" for at in range(300))
    told = telling.as_text(Act(SAID, Move((one("a"),), (one("a", ids=ids, also=ids[:13]),))))
    assert "id-11 and 288 more" in told
    assert "id-11 and 1 more" in told
    assert "id-12" not in told


def test_hostile_names_are_told_on_one_line_and_do_nothing() -> None:
    name = "x\ny\x1b[31m\u202ez"
    told = telling.as_text(Act(SAID, Move((), (one("a", name=name, also=(name,), claims=1234),))))
    assert len(told.splitlines()) == 3
    assert "\x1b" not in told
    assert "\u202e" not in told
    assert "1,234 claims" in told


def test_an_undo_says_whose_act_it_takes_back(tmp_path: Path) -> None:
    made = bench(tmp_path / "case")
    act = made.ledger.say(
        [("acme", "acme-uk", "same"), ("acme", "beta", "different")],
        "One firm",
        "tess",
        "2026-03-01",
    )
    _, entries = undo(again(made))
    assert telling.taken_back(entries) == (
        f"takes back {act}, acme same acme-uk, acme different beta: One firm (tess, 2026-03-01)\n"
    )


def test_an_undo_of_an_undo_says_so(tmp_path: Path) -> None:
    made = bench(tmp_path / "case")
    first = made.ledger.say([("acme", "acme-uk", "same")], "x", "tess", "2026-03-01")
    second = made.ledger.undo(who="ines", when="2026-03-02")
    act, entries = undo(again(made), second)
    assert telling.taken_back(entries) == (
        f"takes back {second}, {first} undo: taken back (ines, 2026-03-02)\n"
    )
    assert telling.written(act, "zzzzzz", "judgements.csv") == (
        "written to judgements.csv as zzzzzz; kg undo zzzzzz brings it back"
    )


def test_a_program_gets_everything(tmp_path: Path) -> None:
    made = bench(tmp_path / "case")
    act = merge(made, "beta-2", "beta")
    found = telling.as_data(act, "kkkkkk")
    assert found["act"] == "kkkkkk"
    assert found["said"] == [{"left": "beta-2", "right": "beta", "verdict": "same"}]
    assert [each["id"] for each in found["before"]] == ["beta", "beta-2"]
    assert found["after"] == [
        {
            "id": "beta-2",
            "label": "Company",
            "name": "Beta",
            "aliases": ["Beta AG"],
            "redirects": ["beta"],
            "claims": 2,
        }
    ]
    assert found["remarks"] == list(act.remarks)
