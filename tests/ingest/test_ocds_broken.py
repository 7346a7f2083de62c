"""Broken OCDS files cost one line each, and the rest is told."""

import gzip
import json
import random
import zipfile
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from kg.case import Case, new
from kg.ingesting import Report, ingest, recognise, remove
from kg.inputs import inputs
from tests.ingest.said import Say
from tests.notices.ocds_sample import award, money, package, record_package, release, save, supplier

GOOD = release(
    awards=[award(supplier(), value=money(850))], contracts=[{"id": "c", "awardID": "a1"}]
)
OTHER = release(ocid="ocds-abc123-0002", awards=[award({"name": "Soft BV"})])
WHOLE = json.dumps(package(GOOD, OTHER), ensure_ascii=False)


@pytest.mark.parametrize(
    ("data", "records", "line"),
    [
        (b"", 0, "file.json: is empty"),
        (
            b"<html><body>403 Forbidden",
            0,
            "file.json: is a web page or XML, not JSON; download the file again",
        ),
        (b"ocid;buyer\n1;2\n", 0, "file.json: is no JSON; name its format if it has another"),
        (b"PK\x03\x04\x00\xff", 0, "file.json: is no JSON; name its format if it has another"),
        (
            b'{"features": [{"type": "Feature"}]}',
            0,
            "file.json: holds no releases or records of OCDS; name its format if it has another",
        ),
        (
            b"[]",
            0,
            "file.json: holds no releases or records of OCDS; name its format if it has another",
        ),
        (
            WHOLE.encode()[:-150],
            1,
            "file.json, row 1: breaks off in the middle; what came before is kept",
        ),
        (
            b'{"releases":[{"ocid":"a","awards":' + b"[" * 900 + b"]" * 900 + b"}]}",
            0,
            "file.json, column releases[0]: a release is nested too deep to be a notice, and is"
            " left out",
        ),
    ],
)
def test_a_broken_file_is_one_line(
    said: Say, tmp_path: Path, data: bytes, records: int, line: str
) -> None:
    heard = said("ocds", save(tmp_path, data))
    assert ([str(one) for one in heard.problems], heard.records) == ([line], records)


def test_a_broken_line_costs_itself(said: Say, tmp_path: Path) -> None:
    heard = said("ocds", save(tmp_path, GOOD, b'{"ocid": "x", oops}', OTHER))
    assert heard.records == 2
    assert [one.row for one in heard.problems] == [2]


def test_a_file_that_is_not_all_utf_8_is_read_and_told(said: Say, tmp_path: Path) -> None:
    text = json.dumps(release(awards=[award({"name": "Sûreté SA"})]), ensure_ascii=False)
    heard = said("ocds", save(tmp_path, text.encode("cp1252")))
    assert "Sûreté SA" in {one.name for one in heard.entities}
    (problem,) = heard.problems
    assert problem.message.startswith("is not all UTF-8")


def test_a_declared_encoding_leaves_nothing_to_tell(said: Say, tmp_path: Path) -> None:
    text = json.dumps(release(awards=[award({"name": "Caméra € SA"})]), ensure_ascii=False)
    path = save(tmp_path, text.encode("iso-8859-15"))
    heard = said("ocds", path, encoding="iso-8859-15")
    assert ("Caméra € SA" in {one.name for one in heard.entities}, heard.problems) == (True, [])


def test_a_line_of_ten_megabytes_is_read(said: Say, tmp_path: Path) -> None:
    big = release(awards=[award(supplier())], planning={"rationale": "x" * 10_000_000})
    heard = said("ocds", save(tmp_path, big))
    assert (heard.records, heard.problems, len(heard.of("WON"))) == (1, [], 1)


def test_releases_given_twice_count_once(said: Say, tmp_path: Path) -> None:
    heard = said("ocds", save(tmp_path, package(GOOD, GOOD), GOOD))
    assert (heard.records, heard.skipped) == (1, {"release that is given twice": 2})
    assert len(heard.of("WON")) == 1


def test_an_empty_package_is_no_problem(said: Say, tmp_path: Path) -> None:
    heard = said("ocds", save(tmp_path, package()))
    assert (heard.problems, heard.skipped) == ([], {"package without releases": 1})


def test_what_is_neither_is_counted_beside_what_is(said: Say, tmp_path: Path) -> None:
    heard = said("ocds", save(tmp_path, GOOD, {"total": 3}))
    assert (heard.problems, heard.skipped) == (
        [],
        {"neither a release nor a package of releases": 1},
    )


def test_releases_that_cannot_be_merged_are_one_line(said: Say, tmp_path: Path) -> None:
    odd = release(id="0", date="2020", awards={"id": "x"})
    heard = said("ocds", save(tmp_path, odd, GOOD))
    (problem,) = heard.problems
    assert problem.message.startswith("ocds-abc123-0001: its releases cannot be merged")
    assert len(heard.of("WON")) == 1


def test_one_broken_file_does_not_end_the_run(said: Say, tmp_path: Path) -> None:
    broken = save(tmp_path, b"", name="broken.json")
    packed = tmp_path / "cut.json.gz"
    packed.write_bytes(gzip.compress(json.dumps(OTHER).encode())[:-12])
    heard = said("ocds", broken, packed, save(tmp_path, GOOD))
    assert len(heard.problems) == 2
    assert heard.records >= 1


def test_an_archive_is_read_through(said: Say, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "all.zip", "w") as archive:
        archive.writestr("a/one.json", json.dumps(GOOD))
        archive.writestr("b/two.json", json.dumps(OTHER))
    assert said("ocds", tmp_path / "all.zip").records == 2


@pytest.mark.parametrize("seed", range(40))
def test_whatever_stands_in_a_field_nothing_stops_the_run(
    said: Say, tmp_path: Path, seed: int
) -> None:
    chance = random.Random(seed)
    spoiled = [spoil(deepcopy(one), chance) for one in (GOOD, OTHER, GOOD)]
    records = record_package({"ocid": "ocds-abc123-0003", "releases": spoiled[2:]})
    heard = said("ocds", save(tmp_path, package(*spoiled), records, OTHER))
    assert len(heard.of("WON", object="contract-ocds-abc123-0002-a1")) in (0, 1, 2)
    for one in heard.statements:
        (one.says + one.text + one.locator).encode("utf-8")
    assert all(one.id and one.name for one in heard.entities)


ODD: tuple[Any, ...] = (
    *(None, True, 0, -1, 1e17, "", "NaN", "x", "2019-13-45", [], {}, [[]], [None], ["x"]),
    *(
        {"id": None},
        {"a": {"b": [1]}},
        [[[{"id": 1}]]],
        "\x00a",
        "a" * 300,
        10**40,
        {"id": {"x": 1}},
    ),
    *(
        [{"id": [1]}],
        ["a", {"id": "b"}],
        {"amount": "1.234,5"},
        "\ud800".encode("utf-8", "replace").decode(),
    ),
)


def spoil(value: Any, chance: random.Random) -> Any:
    """Put something odd in a place or two."""
    if isinstance(value, dict):
        return {key: spoil_one(one, chance) for key, one in value.items()}
    return [spoil_one(one, chance) for one in value] if isinstance(value, list) else value


def spoil_one(value: Any, chance: random.Random) -> Any:
    return deepcopy(chance.choice(ODD)) if chance.random() < 0.12 else spoil(value, chance)


@pytest.fixture
def case(tmp_path: Path) -> Case:
    return new(tmp_path / "case")


@pytest.mark.parametrize(
    "document", [GOOD, package(GOOD), record_package({"ocid": "a", "compiledRelease": GOOD})]
)
def test_the_format_is_told_from_the_content(case: Case, document: object) -> None:
    (part,) = inputs([str(save(case.root, document))])
    assert recognise(case, part).name == "ocds"


def test_a_second_ingest_changes_nothing(case: Case) -> None:
    path = str(save(case.root, GOOD, OTHER))
    (first,) = ingest(case, [path])
    kept = next(case.derived.rglob("*.jsonl")).read_bytes()
    (again,) = ingest(case, [path])
    assert isinstance(first, Report)
    assert isinstance(again, Report)
    assert (first.is_new, again.is_new) == (True, False)
    assert next(case.derived.rglob("*.jsonl")).read_bytes() == kept
    remove(case, "file.json")
    assert list(case.derived.rglob("*.jsonl")) == []
