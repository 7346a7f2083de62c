"""The made-up files on which size is measured are files of their formats."""

import random
from pathlib import Path

import pytest

from benchmarks.ingest_scale import KINDS, siret, write
from kg.identifiers import identify
from tests.ingest.said import Say


@pytest.mark.parametrize("kind", KINDS)
def test_a_made_up_file_is_read_without_a_problem(said: Say, tmp_path: Path, kind: str) -> None:
    path = tmp_path / f"made-up{KINDS[kind].suffix}"
    write(path, KINDS[kind], 60_000)
    heard = said(KINDS[kind].format, path)
    assert heard.problems == []
    assert heard.records > 10
    won = {one.object for one in heard.of("WON")}
    assert won == {one.object for one in heard.of("AWARDED")}
    assert heard.records / 2 < len(won) <= heard.records  # a record may have several winners


@pytest.mark.parametrize("kind", KINDS)
def test_a_made_up_file_is_the_same_each_time(tmp_path: Path, kind: str) -> None:
    first, second = tmp_path / "one", tmp_path / "two"
    for path in (first, second):
        write(path, KINDS[kind], 20_000)
    assert first.read_bytes() == second.read_bytes()


def test_made_up_numbers_have_their_check_digits() -> None:
    chance = random.Random(1)
    numbers = [siret(chance.randrange(10_000_000)) for _ in range(50)]
    assert all(identify("SIRET", number, "FR").identifies for number in numbers)
