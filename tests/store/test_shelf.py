import multiprocessing
import os
import subprocess
import sys
from collections.abc import Callable
from multiprocessing.synchronize import Event
from pathlib import Path

import pytest

from kg.case import Case
from kg.errors import CaseError
from kg.store import shelf
from kg.turn import turn
from tests.cases import ROOT, surroundings

SPAWN = multiprocessing.get_context("spawn")


def fill(words: str = "new", file: str = "graph") -> Callable[[Path], None]:
    def write(folder: Path) -> None:
        (folder / file).write_text(words)

    return write


def entries(case: Case) -> list[str]:
    return sorted(path.name for path in (case.derived / "stores").iterdir() if path.is_dir())


def fail(folder: Path) -> None:
    (folder / "half").write_text("")
    raise KeyError("a mistake in the graph")


# One after the other


def test_before_the_first_build_there_is_no_store(tmp_path: Path) -> None:
    assert shelf.current(Case(tmp_path)) is None


def test_what_was_put_is_current(tmp_path: Path) -> None:
    case = Case(tmp_path)
    folder = shelf.put(case, "store-a", fill())
    assert folder == case.derived / "stores" / "store-a"
    assert shelf.current(case) == folder
    assert (folder / "graph").read_text() == "new"


def test_a_new_store_takes_the_place_of_the_old_one(tmp_path: Path) -> None:
    case = Case(tmp_path)
    shelf.put(case, "store-a", fill("old"))
    new = shelf.put(case, "store-b", fill("new"))
    assert shelf.current(case) == new
    assert entries(case) == ["store-b"]


def test_the_same_store_again_gets_a_folder_of_its_own(tmp_path: Path) -> None:
    case = Case(tmp_path)
    first = shelf.put(case, "store-a", fill("old"))
    again = shelf.put(case, "store-a", fill("new"))
    assert (first.name, again.name) == ("store-a", "store-a-2")
    assert shelf.put(case, "store-a", fill()).name == "store-a"
    assert entries(case) == ["store-a"]


def test_files_for_people_lie_beside_and_change_with_the_store(tmp_path: Path) -> None:
    case = Case(tmp_path)
    shelf.put(case, "store-a", fill("old", "review.csv"), shown=["review.csv"])
    shelf.put(case, "store-b", fill("a,b\r\nc", "review.csv"), shown=["review.csv"])
    assert (case.derived / "review.csv").read_bytes() == b"a,b\nc"


# What goes wrong


def test_a_build_that_fails_leaves_the_old_store(tmp_path: Path) -> None:
    case = Case(tmp_path)
    old = shelf.put(case, "store-a", fill("old"))
    with pytest.raises(KeyError):
        shelf.put(case, "store-b", fail)
    assert shelf.current(case) == old
    assert (old / "graph").read_text() == "old"


def test_what_a_failed_or_killed_build_left_is_cleared_by_the_next(tmp_path: Path) -> None:
    case = Case(tmp_path)
    with pytest.raises(KeyError):
        shelf.put(case, "store-a", fail)
    for left in (".unfinished-123", ".removed-7-0", "store-old"):
        (case.derived / "stores" / left / "databases").mkdir(parents=True)
    (case.derived / "current.part").write_text("store-old")
    shelf.put(case, "store-b", fill())
    assert entries(case) == ["store-b"]
    assert sorted(path.name for path in case.derived.iterdir()) == ["current", "stores"]


@pytest.mark.parametrize("text", ["", "\n", "store-gone\n", "\xff"])
def test_a_pointer_to_nothing_is_no_store(tmp_path: Path, text: str) -> None:
    case = Case(tmp_path)
    shelf.put(case, "store-a", fill())
    (case.derived / "current").write_bytes(text.encode("latin-1"))
    assert shelf.current(case) is None
    shelf.put(case, "store-b", fill())
    assert entries(case) == ["store-b"]


def test_a_folder_that_cannot_be_written_is_one_line(tmp_path: Path) -> None:
    (tmp_path / ".kg").write_text("a file where the folder should be")
    with pytest.raises(CaseError, match=r"\.kg: cannot be written \("):
        shelf.put(Case(tmp_path), "store-a", fill())


def test_a_disk_that_is_full_is_one_line_and_leaves_the_old_store(tmp_path: Path) -> None:
    def full(folder: Path) -> None:
        raise OSError(28, "No space left on device", str(folder))

    case = Case(tmp_path)
    old = shelf.put(case, "store-a", fill())
    with pytest.raises(CaseError, match=r"cannot be written \(No space left on device\)"):
        shelf.put(case, "store-b", full)
    assert shelf.current(case) == old


# Several at once


def _hold(path: Path, has_it: Event, may_go: Event) -> None:
    with turn(path):
        has_it.set()
        may_go.wait(20)


def _take(path: Path, has_it: Event) -> None:
    with turn(path):
        has_it.set()


def test_a_turn_is_waited_for(tmp_path: Path) -> None:
    first, second, may_go = SPAWN.Event(), SPAWN.Event(), SPAWN.Event()
    holder = SPAWN.Process(target=_hold, args=(tmp_path / "lock", first, may_go))
    taker = SPAWN.Process(target=_take, args=(tmp_path / "lock", second))
    holder.start()
    assert first.wait(20)
    taker.start()
    assert not second.wait(1)
    may_go.set()
    assert second.wait(20)
    holder.join()
    taker.join()


def test_a_turn_ends_when_its_process_is_killed(tmp_path: Path) -> None:
    has_it, never = SPAWN.Event(), SPAWN.Event()
    holder = SPAWN.Process(target=_hold, args=(tmp_path / "lock", has_it, never))
    holder.start()
    assert has_it.wait(20)
    holder.kill()
    holder.join()
    with turn(tmp_path / "lock"):
        assert (tmp_path / "lock").exists()


BUILDER = """
import sys
from pathlib import Path
from kg.case import Case
from kg.store import shelf

def fill(folder):
    for number in range(50):
        (folder / str(number)).write_text(sys.argv[2])

for round in range(20):
    shelf.put(Case(Path(sys.argv[1])), f"store-{sys.argv[2]}", fill)
"""


def test_builds_at_once_never_leave_the_case_without_a_whole_store(tmp_path: Path) -> None:
    case = Case(tmp_path)
    shelf.put(case, "store-first", lambda folder: None)
    builders = [
        subprocess.Popen(
            [sys.executable, "-c", BUILDER, str(tmp_path), name], cwd=ROOT, env=surroundings({})
        )
        for name in ("a", "b", "c")
    ]
    seen = 0
    while any(builder.poll() is None for builder in builders):
        assert shelf.current(case) is not None
        seen += 1
    assert [builder.wait() for builder in builders] == [0, 0, 0]
    assert seen > 50
    folder = shelf.current(case)
    assert folder is not None
    assert entries(case) == [folder.name]
    assert len({path.read_text() for path in folder.iterdir()}) == 1
    assert len(list(folder.iterdir())) == 50


@pytest.mark.skipif(os.name == "nt", reason="Windows does not move what is open")
def test_a_store_that_somebody_reads_can_be_read_to_its_end(tmp_path: Path) -> None:
    case = Case(tmp_path)
    old = shelf.put(case, "store-a", fill("old"))
    with (old / "graph").open() as reading:
        shelf.put(case, "store-b", fill("new"))
        assert not old.exists()
        assert reading.read() == "old"
