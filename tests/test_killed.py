"""``kill -9`` during a build leaves the old graph or the new one, and nothing else."""

import random
import signal
import subprocess
import sys
import time
from itertools import pairwise
from pathlib import Path

import pytest

from kg.building import build, is_stale
from kg.case import Case
from kg.reading.whole import everything
from kg.session import open_graph
from kg.store import shelf
from tests.cases import ROOT, alone, claim, entity, kg, made, source, surroundings

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no kill -9")

KILLS = 20
BUILDER = """
import sys
from pathlib import Path
from kg.building import build
from kg.case import Case
from kg.store import embedded, shelf
print("ready", flush=True)
build(Case(Path(sys.argv[1])))
print("built", flush=True)
"""


def small_case(folder: Path) -> Case:
    """A case of which a build takes a fraction of a second."""
    return write(alone(folder), 0)


def write(case: Case, edition: int) -> Case:
    """Tables in which every row names its edition, so that a mixture could be seen."""
    firms = [f"firm-{number}" for number in range(30)]
    return made(
        case.root,
        entities=[entity(firm, name=f"Edition {edition}") for firm in firms],
        sources=[source(title=f"Edition {edition}")],
        claims=[
            claim(f"{left} OWNS {right}", says=f"Edition {edition}.")
            for left, right in pairwise(firms)
        ],
    )


def editions(case: Case) -> set[str]:
    """Which editions the store in use speaks of, read in full."""
    with open_graph(case, "embedded") as graph:
        found = everything(graph.store)
    assert len(found["entities"]) == 30
    assert len(found["claims"]) == len(found["relationships"]) == 29
    named = {one["name"] for one in found["entities"]} | {one["title"] for one in found["sources"]}
    return named | {one["says"].rstrip(".") for one in found["claims"]}


def start(case: Case) -> "subprocess.Popen[str]":
    """A build that has just begun."""
    builder = subprocess.Popen(
        [sys.executable, "-c", BUILDER, str(case.root)],
        cwd=ROOT,
        env=surroundings({}),
        stdout=subprocess.PIPE,
        text=True,
    )
    assert builder.stdout is not None
    assert builder.stdout.readline() == "ready\n"
    return builder


def left_over(case: Case) -> list[str]:
    """What lies in .kg that does not belong there after a build."""
    folder = shelf.current(case)
    places = [*case.derived.iterdir(), *(case.derived / "stores").iterdir()]
    known = {
        "current",
        "stores",
        "review.csv",
        "joined.csv",
        ".lock",
        folder.name if folder else "",
    }
    return [place.name for place in places if place.name not in known]


@pytest.fixture(scope="module")
def whole_build(tmp_path_factory: pytest.TempPathFactory) -> float:
    """Seconds that a build takes here and now, until it is done."""
    case = small_case(tmp_path_factory.mktemp("timed") / "case")
    builder = start(case)
    began = time.perf_counter()
    with builder:
        assert builder.stdout is not None
        assert builder.stdout.readline() == "built\n"
        return time.perf_counter() - began


def test_killed_anywhere_a_build_leaves_the_old_graph_or_the_new_one(
    tmp_path: Path, whole_build: float
) -> None:
    case = small_case(tmp_path / "case")
    build(case)
    chance = random.Random(8200)
    in_use = "Edition 0"
    for edition in range(1, KILLS + 1):
        write(case, edition)
        with start(case) as builder:
            time.sleep(chance.uniform(0, whole_build * 1.1))
            builder.send_signal(signal.SIGKILL)
        found = editions(case)
        assert found in ({in_use}, {f"Edition {edition}"})
        (in_use,) = found
        assert is_stale(case) == (in_use != f"Edition {edition}")
    assert kg("build", case=case.root).returncode == 0
    assert editions(case) == {f"Edition {KILLS}"}
    assert left_over(case) == []


def test_a_first_build_that_is_killed_leaves_nothing_that_is_taken_for_a_graph(
    tmp_path: Path, whole_build: float
) -> None:
    case = small_case(tmp_path / "case")
    with start(case) as builder:
        time.sleep(whole_build / 3)
        builder.send_signal(signal.SIGKILL)
    if shelf.current(case) is None:
        assert is_stale(case)
    assert editions(case) == {"Edition 0"}
    assert left_over(case) == []


def test_a_build_waits_for_another_and_goes_on_when_that_one_is_killed(tmp_path: Path) -> None:
    case = small_case(tmp_path / "case")
    with start(case) as first:
        time.sleep(0.02)
        with start(case) as second:
            first.send_signal(signal.SIGKILL)
            assert second.wait(30) == 0
    assert editions(case) == {"Edition 0"}
    assert left_over(case) == []
