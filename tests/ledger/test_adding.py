"""Several who judge at once, a killed program, a full disk: no row is lost or torn."""

import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from kg.ledger import FILE, Ledger
from tests.cases import ROOT, surroundings
from tests.ledger.samples import ledger, pairs

PEOPLE, ACTS, KILLS = 4, 12, 8

JUDGE = """
import sys
from pathlib import Path
from kg.ledger import Ledger
name, count = sys.argv[2], int(sys.argv[3])
ledger = Ledger.open(Path(sys.argv[1]))
print("ready", flush=True)
sys.stdin.readline()
for at in range(count):
    act = ledger.say([(f"{name}-{at}-{n}", "x", "same") for n in range(5)], "x" * 500, name)
    print(act, flush=True)
"""

ON_A_FULL_DISK = """
import resource, sys
from pathlib import Path
from kg.errors import CaseError
from kg.ledger import Ledger
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]), resource.RLIM_INFINITY))
try:
    Ledger.open(Path(sys.argv[1])).say([("c", "d", "same")], "x" * 900)
except CaseError as error:
    print(error)
"""


def judge(path: Path, name: str, count: int) -> "subprocess.Popen[str]":
    """A person who is about to judge so many times, five pairs at a time."""
    person = subprocess.Popen(
        [sys.executable, "-c", JUDGE, str(path), name, str(count)],
        cwd=ROOT,
        env=surroundings({}),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert person.stdout is not None
    assert person.stdout.readline() == "ready\n"
    return person


def begin(person: "subprocess.Popen[str]") -> None:
    assert person.stdin is not None
    person.stdin.write("go\n")
    person.stdin.flush()


def by_act(found: Ledger) -> dict[str, list[str]]:
    """The left ids of each act."""
    acts: dict[str, list[str]] = {}
    for entry in found.entries:
        acts.setdefault(entry.act, []).append(entry.left)
    return acts


def test_people_who_judge_at_once_lose_nothing_and_mix_nothing(tmp_path: Path) -> None:
    people = [judge(tmp_path / FILE, f"p{number}", ACTS) for number in range(PEOPLE)]
    for person in people:
        begin(person)
    acts = [person.communicate()[0].split() for person in people]

    found = Ledger.open(tmp_path / FILE)
    assert found.problems == []
    assert [entry.number for entry in found.entries] == list(range(1, PEOPLE * ACTS * 5 + 1))
    assert {
        act: [f"p{number}-{at}-{n}" for n in range(5)]
        for number, mine in enumerate(acts)
        for at, act in enumerate(mine)
    } == by_act(found)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no kill -9")
def test_a_judge_who_is_killed_leaves_whole_acts_and_all_that_was_there(tmp_path: Path) -> None:
    chance, path = random.Random(6), tmp_path / FILE
    ledger(tmp_path, "a same b")
    told = 1
    for number in range(KILLS):
        before = path.read_bytes()
        person = judge(path, f"p{number}", 10_000)
        begin(person)
        time.sleep(chance.uniform(0, 0.12))
        person.send_signal(signal.SIGKILL)
        said = person.communicate()[0].splitlines()
        found = Ledger.open(path)
        assert path.read_bytes().startswith(before)
        assert found.problems == []
        assert {len(lefts) for act, lefts in by_act(found).items() if lefts != ["a"]} <= {5}
        told += len(said)
        assert told <= len(by_act(found)) <= told + 1
        told = len(by_act(found))
    assert told > KILLS
    assert len(ledger(tmp_path, "c same d").entries) == 1 + 5 * (told - 1) + 1


def test_what_a_killed_judge_left_half_written_is_not_read(tmp_path: Path) -> None:
    made = ledger(tmp_path, "a same b")
    (tmp_path / f".{FILE}.4711.part").write_bytes(made.path.read_bytes() + b"2,kkkkkk,c,d,sa")
    assert pairs(ledger(tmp_path, "e same f").entries) == ["a same b", "e same f"]
    assert sorted(path.name for path in tmp_path.iterdir()) == [".kg", FILE]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit for a file")
@pytest.mark.parametrize("room", [0, 10, 400])
def test_a_full_disk_is_one_line_and_leaves_the_ledger_as_it_was(tmp_path: Path, room: int) -> None:
    made = ledger(tmp_path, "a same b")
    before = made.path.read_bytes()
    run = subprocess.run(
        [sys.executable, "-c", ON_A_FULL_DISK, str(made.path), str(room)],
        cwd=ROOT,
        env=surroundings({}),
        capture_output=True,
        text=True,
        check=True,
    )
    assert run.stdout == f"{made.path}: cannot be written (File too large)\n"
    assert made.path.read_bytes() == before
    assert sorted(path.name for path in tmp_path.iterdir()) == [".kg", FILE]
