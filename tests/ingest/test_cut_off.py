"""Packed files that break off: what comes before the break is kept, and the break is told."""

import bz2
import gzip
import json
import lzma
import random
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from kg.case import new
from kg.errors import DataError
from kg.ingesting import Report, ingest
from kg.inputs import inputs
from tests.ingest.said import Say
from tests.notices.ocds_sample import award, release

Pack = Callable[[bytes], bytes]
PACKS = pytest.mark.parametrize("pack", [gzip.compress, bz2.compress, lzma.compress])


def noise(size: int) -> bytes:
    """Bytes that cannot be packed."""
    return random.Random(1).randbytes(size)


def cut(path: Path, pack: Pack, data: bytes) -> Path:
    """The first half of a packed file."""
    packed = pack(data)
    path.write_bytes(packed[: len(packed) // 2])
    return path


def lines(count: int) -> bytes:
    rows = random.Random(2)
    found = [
        release(ocid=f"ocds-1-{n}", awards=[award({"name": f"S {rows.random()}"})])
        for n in range(count)
    ]
    return "\n".join(map(json.dumps, found)).encode()


@PACKS
@pytest.mark.parametrize("size", [5_000, 70_000, 10_000_000])
def test_what_comes_before_a_break_is_given_first(tmp_path: Path, pack: Pack, size: int) -> None:
    data, given = noise(2_000_000), list[bytes]()
    (file,) = inputs([str(cut(tmp_path / "a.bin.gz", pack, data))])
    with file.open() as stream, pytest.raises(DataError, match=r"a\.bin: breaks off or is damaged"):
        given.extend(iter(partial(stream.read, size), b""))
    assert data.startswith(b"".join(given))
    assert len(b"".join(given)) > 80_000


def test_a_break_is_told_again_to_whoever_reads_on(tmp_path: Path) -> None:
    (file,) = inputs([str(cut(tmp_path / "a.bin.gz", gzip.compress, noise(100_000)))])
    with file.open() as stream:
        assert len(stream.read()) > 40_000
        for _ in range(2):
            with pytest.raises(DataError, match="breaks off"):
                stream.read(1)


@PACKS
def test_whole_files_are_read_whole(tmp_path: Path, pack: Pack) -> None:
    data = noise(700_000)
    (tmp_path / "a.bin").write_bytes(pack(data))
    (file,) = inputs([str(tmp_path / "a.bin")])
    for size in (-1, None, 300_000, len(data), 10 * len(data)):
        with file.open() as stream:
            assert b"".join(iter(partial(stream.read, size), b"")) == data


@pytest.mark.parametrize("pack", [gzip.compress, lzma.compress])
def test_the_records_before_a_break_are_told(said: Say, tmp_path: Path, pack: Pack) -> None:
    heard = said("ocds", cut(tmp_path / "a.jsonl.gz", pack, lines(1000)))
    assert 300 < heard.records < 700
    (problem,) = heard.problems
    assert str(problem).startswith("a.jsonl: breaks off or is damaged (")


def test_a_file_of_which_nothing_is_left_is_named_once(tmp_path: Path) -> None:
    case = new(tmp_path / "case")
    path = tmp_path / "a.json.gz"
    path.write_bytes(gzip.compress(lines(1))[:12])
    (problem,) = ingest(case, [str(path)])
    assert not isinstance(problem, Report)
    assert problem.message.startswith("breaks off or is damaged (")


@pytest.mark.parametrize(
    ("format_", "broken"),
    [("ocds", '{"ocid": "x",]'), ("decp", '{"marches": [}'), ("bods", "{]"), ("ftm", '{"id" 1}')],
)
def test_thousands_of_broken_lines_are_a_few(
    said: Say, tmp_path: Path, format_: str, broken: str
) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text("\n".join([broken] * 2_000), "utf-8")
    told = [str(problem) for problem in said(format_, path).problems]
    assert told[0].startswith("a.jsonl, row 1: is no JSON from here on")
    assert len(told) <= 8
    assert any("more rows like these" in line for line in told)
