"""A person's word on what was joined without one: parties of files that were taken for others."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.building import build
from kg.errors import DataError
from kg.ingesting import ingest
from kg.judging import Bench, merge, never, sit, split, undo, write
from tests.judging.samples import small

PARTIES = {"x-1": "Acme Security NV", "x-2": "ACME SECURITY N.V.", "x-3": "Somebody Else BV"}


@pytest.fixture
def made(tmp_path: Path) -> Bench:
    """The small case with a file that has Acme twice, and a stranger."""
    case = small(tmp_path / "case")
    file = tmp_path / "x.ftm.json"
    file.write_text("".join(lines()), "utf-8")
    list(ingest(case, [str(file)]))
    return sit(case)


def lines() -> Iterator[str]:
    for id_, name in PARTIES.items():
        properties = {"name": [name], "country": ["be"]}
        yield json.dumps({"id": id_, "schema": "Company", "properties": properties}) + "\n"


def ids(found: Bench) -> list[tuple[str, ...]]:
    """What is one, by the ids."""
    return [(head, *ids) for head, ids in sorted(found.dossier.clusters.members().items())]


def test_parties_of_files_are_joined_to_begin_with(made: Bench) -> None:
    assert ids(made) == [("acme", "x-1", "x-2")]


@pytest.mark.parametrize(("left", "right"), [("x-1", "acme"), ("acme", "x-1")])
def test_a_split_parts_what_was_joined_and_it_is_not_joined_again(
    made: Bench, left: str, right: str
) -> None:
    act = split(made, left, right)
    assert {one.ids for one in act.move.after} == {("acme", "x-2"), ("x-1",)}
    write(made, act, "Another firm", "tess")
    after = sit(made.case)
    assert ids(after) == [("acme", "x-2")]
    assert after.dossier.problems == ()
    proposed = [{pair.left, pair.right} for pair in after.dossier.joined.suggestions]
    assert {"x-1", "acme"} not in proposed
    with pytest.raises(DataError, match="are judged different"):
        merge(after, "acme", "x-1")


def test_two_of_one_file_may_be_parted(made: Bench) -> None:
    write(made, never(made, "x-2", "x-1"), "Two firms of one name", "tess")
    found = {head: len(ids) for head, *ids in ids(sit(made.case))}
    assert sum(found.values()) == 1, "one of them goes with Acme, the other is alone"
    assert sit(made.case).dossier.problems == ()


def test_undo_joins_again_as_before(made: Bench) -> None:
    write(made, split(made, "x-1", "acme"), "Another firm", "tess")
    after = sit(made.case)
    write(after, undo(after)[0], "I was wrong", "tess")
    assert sit(made.case).dossier == made.dossier


def test_what_no_rule_joins_a_person_may(made: Bench) -> None:
    act = merge(made, "acme", "Somebody Else BV")
    assert act.remarks == ()
    write(made, act, "Renamed in 2024", "tess")
    assert ids(sit(made.case)) == [("acme", "x-1", "x-2", "x-3")]


def test_a_party_of_a_file_that_would_take_the_place_of_a_row_is_remarked(made: Bench) -> None:
    act = merge(made, "x-3", "acme")
    assert act.remarks == (
        "acme has a row in entities.csv, x-3 none: kg merge acme x-3 keeps its id",
    )
    assert act.move.after[0].id == "x-3"


def test_a_build_lists_what_was_joined_after_what_was_judged(made: Bench) -> None:
    write(made, split(made, "x-1", "acme"), "Another firm", "tess")
    assert build(made.case).joined == 1
    listed = (made.case.derived / "joined.csv").read_text("utf-8").splitlines()
    assert [line.split(",")[0] for line in listed] == ["id", "x-2"]
