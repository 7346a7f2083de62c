"""An ingest that is killed anywhere leaves what was there, and the next one completes it."""

import json
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from kg.case import Case, new
from kg.ingesting import Report, ingest, kept
from kg.taken import register
from tests.cases import ROOT, surroundings
from tests.notices.ocds_sample import award, package, release

RELEASES = 400


@pytest.fixture
def case(tmp_path: Path) -> Case:
    return new(tmp_path / "case")


def awards(count: int, word: str = "Camera") -> bytes:
    """Releases, one a line."""
    lines = (
        json.dumps(
            package(release(ocid=f"ocds-abc123-{n}", awards=[award({"name": f"{word} {n}"})]))
        )
        for n in range(count)
    )
    return "\n".join(lines).encode()


def started(case: Case, *files: Path) -> subprocess.Popen[bytes]:
    """``kg ingest`` in a process of its own."""
    command = [sys.executable, "-m", "kg", "ingest", *map(str, files), "--case", str(case.root)]
    quiet = subprocess.DEVNULL
    return subprocess.Popen(command, cwd=ROOT, env=surroundings({}), stdout=quiet, stderr=quiet)


def spools(case: Case) -> list[Path]:
    return sorted(path for path in case.derived.rglob("*") if path.is_file())


def killed(case: Case, file: Path, wait: float) -> None:
    """An ingest that is killed so long after it has begun to write."""
    process = started(case, file)
    for _ in range(600):
        if spools(case) or process.poll() is not None:
            break
        time.sleep(0.02)
    time.sleep(wait)
    process.send_signal(signal.SIGKILL)
    process.wait()


@pytest.mark.parametrize("wait", [0.0, 0.1])
def test_a_rerun_completes_what_was_killed(case: Case, tmp_path: Path, wait: float) -> None:
    file = case.root / "awards.jsonl"
    file.write_bytes(awards(RELEASES))
    killed(case, file, wait)
    (report,) = ingest(case, [str(file)])
    assert isinstance(report, Report)
    assert report.taken.records == RELEASES
    other = new(tmp_path / "undisturbed")
    shutil.copy(file, other.root / file.name)
    list(ingest(other, [str(other.root / file.name)]))
    assert list(kept(case)) == list(kept(other))
    assert register(case) == register(other)


def test_what_was_taken_in_before_stays_when_its_change_is_killed(case: Case) -> None:
    file = case.root / "awards.jsonl"
    file.write_bytes(awards(3, "Before"))
    list(ingest(case, [str(file)]))
    before, lines = list(kept(case)), register(case)
    file.write_bytes(awards(RELEASES, "After"))
    process = started(case, file)
    for _ in range(600):
        if len(spools(case)) > 1 or process.poll() is not None:
            break
        time.sleep(0.02)
    process.kill()
    process.wait()
    if register(case) == lines:
        assert list(kept(case)) == before
    else:
        assert len(list(kept(case))) > len(before)


def test_two_at_once_lose_nothing_of_each_other_when_run_again(case: Case) -> None:
    files = [case.root / f"{name}.jsonl" for name in ("one", "two")]
    for number, file in enumerate(files):
        file.write_bytes(awards(20, f"Firm {number}"))
    both = [started(case, file) for file in files]
    assert [process.wait() for process in both] == [0, 0]
    for file in files:
        list(ingest(case, [str(file)]))
    assert [line.file for line in register(case)] == ["one.jsonl", "two.jsonl"]
    assert {line.records for line in register(case)} == {20}
