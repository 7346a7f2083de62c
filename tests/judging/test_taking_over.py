import json
from pathlib import Path

import pytest

from kg.dossier import gather
from kg.errors import DataError
from kg.judging.taking_over import Taken, take_over
from kg.ledger.ijson import render
from tests.judging.samples import again, bench, ledger, small
from tests.ledger.samples import pairs, say


def file(folder: Path, *rows: str) -> Path:
    """A file with a line for each ``left judgement right``."""
    path = folder / "judged.ijson"
    lines = [[left, right, judgement] for left, judgement, right in map(str.split, rows)]
    text = "".join(json.dumps([*line, None, "ann", "2021-07-23"]) + "\n" for line in lines)
    path.write_text(text, "utf-8")
    return path


def taken(folder: Path, rows: list[str], judged: tuple[str, ...] = ()) -> Taken:
    made = bench(folder / "case", *judged)
    return take_over(made, file(folder, *rows))


def left_out(found: Taken) -> dict[str, int]:
    return {why.split()[0]: count for why, count in found.left_out.items() if count}


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        (["NK-1 positive acme", "NK-1 positive acme-uk"], ["acme same acme-uk"]),
        (["acme-uk positive acme"], ["acme-uk same acme"]),
        (["acme-uk positive NK-2", "acme positive NK-2"], ["acme-uk same acme"]),
        (["NK-1 positive NK-2", "NK-1 positive beta", "NK-2 positive acme"], ["beta same acme"]),
        (
            ["NK-1 positive acme", "acme-uk positive NK-1", "acme-fr positive NK-1"],
            ["acme same acme-uk", "acme same acme-fr"],
        ),
        (["Q1 positive beta-2"], ["beta same beta-2"]),
        (["NK-1 positive beta-2", "NK-1 positive Q2"], ["beta-2 same beta"]),
        (["Q1 positive beta"], []),
        (["acme negative acme-uk"], ["acme different acme-uk"]),
        (["Q1 negative acme"], ["beta different acme"]),
        (["acme unsure acme-uk"], ["acme unsure acme-uk"]),
        (["NK-1 positive acme", "NK-1 negative beta"], ["acme different beta"]),
        (
            ["NK-1 negative NK-2", "NK-1 positive acme", "NK-2 positive beta"],
            ["acme different beta"],
        ),
        (["acme no_judgement beta"], []),
        (["acme positive acme-uk", "acme-uk positive acme"], ["acme same acme-uk"]),
    ],
)
def test_what_is_new_of_entities_of_the_case_is_taken_over(
    tmp_path: Path, rows: list[str], said: list[str]
) -> None:
    found = taken(tmp_path, rows)
    assert pairs(found.rows) == said
    assert found.problems == []


def test_who_judged_when_and_on_which_line_stays(tmp_path: Path) -> None:
    (row,) = taken(tmp_path, ["Q9 positive nobody", "acme unsure beta"]).rows
    assert (row.who, row.when, row.tool) == ("ann", "2021-07-23", "nomenklatura")
    assert row.why == "taken over from judged.ijson, line 2"


@pytest.mark.parametrize(
    ("rows", "why"),
    [
        (["acme no_judgement beta"], {"suggested": 1}),
        (["NK-1 positive somebody", "NK-1 positive else"], {"of": 2}),
        (["NK-1 positive acme", "NK-1 positive else"], {"of": 1}),
        (["acme negative nobody"], {"of": 1}),
        (["acme positive acme-belgium"], {"known": 1}),
        (["acme negative acme-fr", "acme unsure beta"], {"known": 2}),
        (["acme negative beta-2"], {"known": 1}),
        (["acme unsure stad-gent", "stad-gent unsure acme"], {"known": 1}),
    ],
)
def test_what_is_left_out_is_counted_with_why(
    tmp_path: Path, rows: list[str], why: dict[str, int]
) -> None:
    judged = (
        *("acme same acme-belgium", "acme different acme-fr"),
        *("acme-belgium unsure beta", "acme related beta-2"),
    )
    assert left_out(taken(tmp_path, rows, judged)) == why


@pytest.mark.parametrize(
    ("row", "message"),
    [
        (
            "acme-uk positive beta",
            "row 1: acme-uk and beta cannot be the same: acme and beta are judged different here",
        ),
        (
            "acme positive watcher",
            "row 1: acme is a Company and watcher a Product: they cannot be the same",
        ),
    ],
)
def test_what_contradicts_the_case_is_named_and_not_taken(
    tmp_path: Path, row: str, message: str
) -> None:
    found = taken(tmp_path, [row], ("acme different beta", "acme same acme-uk"))
    assert list(map(str, found.problems)) == [f"judged.ijson, {message}"]
    assert found.rows == []


def test_a_file_that_contradicts_itself_splits(tmp_path: Path) -> None:
    """nomenklatura leaves a group together when a pair in it is judged negative later."""
    made = bench(tmp_path / "case")
    rows = ["NK-1 positive acme", "NK-1 positive acme-uk", "acme negative acme-uk"]
    made.ledger.take_over(take_over(made, file(tmp_path, *rows)).rows)
    after = gather(made.case)
    assert after.problems == ()
    assert {"acme", "acme-uk"} <= set(after.entities)


def test_taking_over_twice_adds_nothing(tmp_path: Path) -> None:
    made = bench(tmp_path / "case")
    path = file(tmp_path, "NK-1 positive acme", "NK-1 positive acme-uk", "acme negative beta")
    made.ledger.take_over(take_over(made, path).rows)
    found = take_over(again(made), path)
    assert (found.rows, left_out(found)) == ([], {"known": 2})


def test_one_undo_takes_all_back(tmp_path: Path) -> None:
    made = bench(tmp_path / "case")
    before = made.dossier
    made.ledger.take_over(
        take_over(made, file(tmp_path, "acme positive acme-uk", "acme unsure beta")).rows
    )
    assert gather(made.case) != before
    made.ledger.undo()
    assert gather(made.case) == before


def test_a_ledger_goes_there_and_comes_back_the_same(tmp_path: Path) -> None:
    one, two = small(tmp_path / "one"), small(tmp_path / "two")
    mine = ledger(one)
    for words in (
        *("acme-uk same acme; acme-uk same acme-fr", "beta different acme", "undo"),
        *("beta related beta-2", "gent unsure stad-gent", "beta different acme-uk"),
    ):
        say(mine, words)
    path = tmp_path / "there.ijson"
    path.write_text(render(mine), "utf-8")
    made = again(bench(tmp_path / "three"))
    made.ledger.take_over(take_over(made, path).rows)
    there, back = gather(one), gather(made.case)
    assert back.problems == there.problems == ()
    assert back.clusters == there.clusters
    assert (back.entities, len(back.review)) == (there.entities, 1)
    assert {(one.left, one.right) for one in back.judgements if one.verdict == "different"} == {
        ("beta", "beta-2"),
        ("beta", "acme-uk"),
    }
    assert two.root.is_dir()


@pytest.mark.parametrize("content", [None, b"\xff\xfe\x00bad"])
def test_a_file_that_cannot_be_read_is_one_line(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "x.ijson"
    if content:
        path.write_bytes(content)
    with pytest.raises(DataError, match=r"x\.ijson: (cannot be read|is no text in UTF-8)"):
        take_over(bench(tmp_path / "case"), path)


def test_lines_that_are_broken_are_named_and_the_others_taken(tmp_path: Path) -> None:
    path = file(tmp_path, "acme positive acme-uk")
    path.write_text("{\n" + path.read_text("utf-8") + "[1,2,3]\n", "utf-8")
    found = take_over(bench(tmp_path / "case"), path)
    assert [str(problem).split(":")[0] for problem in found.problems] == [
        "judged.ijson, row 1",
        "judged.ijson, row 3",
    ]
    assert pairs(found.rows) == ["acme same acme-uk"]
