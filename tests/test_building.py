import csv
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from kg import resources
from kg.building import Summary, assemble, build, is_only_judged, is_stale
from kg.case import Case
from kg.errors import CaseError
from kg.ledger import FILE, Ledger
from kg.store import shelf
from tests.cases import (
    ROOT,
    alone,
    claim,
    entity,
    judged,
    kg,
    made,
    source,
    surroundings,
    without_privileges,
)


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> tuple[Case, Summary]:
    """A built case with an own firm, two mistakes, and two names that are the same."""
    case = made(
        tmp_path_factory.mktemp("cases") / "mine",
        entities=[entity("my-firm"), entity("my-other", country="Belgium")],
        sources=[source()],
        claims=[claim("my-firm SUPPLIES belgian-federal-police"), claim("my-frm OWNS orbit")],
        same_or_not=[judged("orbit", "same", "orbit-gt"), judged("ta9", "unsure", "palantir")],
    )
    return case, build(case)


# What a build comes to


def test_a_summary_counts_what_is_in_the_graph(own: tuple[Case, Summary]) -> None:
    case, summary = own
    dossier, built = assemble(case)
    edges = [edge for edge in built.graph.edges if "eid" in edge.props]
    derived = [edge for edge in edges if edge.props.get("derived")]
    assert sum(summary.entities.values()) == len(built.graph.space("Entity"))
    assert (summary.relationships, summary.derived) == (len(edges) - len(derived), len(derived))
    assert summary.claims == len(built.graph.space("Claim"))
    assert summary.sources == len(built.graph.space("Source"))
    assert summary.review == len(dossier.review)
    assert list(summary.entities.values()) == sorted(summary.entities.values(), reverse=True)


def test_a_summary_says_in_words_what_a_person_wants_to_know(own: tuple[Case, Summary]) -> None:
    lines = own[1].text().splitlines()
    assert lines[0] == "877 entities"
    assert any(line.split() == ["157", "companies"] for line in lines)
    assert any("claims from 461 sources" in line for line in lines)
    assert lines[-1].startswith("built in ")


def test_each_mistake_is_one_line_and_the_rest_is_built(own: tuple[Case, Summary]) -> None:
    assert list(own[1].warnings()) == [
        "entities.csv, row 3, column country: 'Belgium' is no country code; write two capitals "
        "(ISO 3166: BE, FR, GB), or EU",
        "claims.csv, row 3, column subject: no entity 'my-frm' in entities.csv (did you mean "
        "'my-firm'?)",
        "2 problems; what is named there was left out (kg check)",
    ]


def test_a_program_reads_the_same(own: tuple[Case, Summary]) -> None:
    found = json.loads(own[1].json())
    assert found["entities"]["Company"] == 157
    assert len(found["problems"]) == 2
    assert Path(found["store"]) == shelf.current(own[0])


def test_the_review_list_has_the_pairs_that_are_still_open(own: tuple[Case, Summary]) -> None:
    with (own[0].derived / "review.csv").open(newline="") as file:
        rows = list(csv.DictReader(file))
    assert {
        "left": "ta9",
        "right": "palantir",
        "judgement": "unsure",
        "reason": "I looked.",
        "score": "",
    } in rows
    assert [row for row in rows if {row["left"], row["right"]} == {"orbit", "orbit-gt"}] == []
    assert {row["judgement"] for row in rows} == {"unsure"}


def test_a_column_that_an_adapter_did_not_read_is_named(tmp_path: Path) -> None:
    case = alone(tmp_path)
    (tmp_path / "ingest" / "mine.toml").write_text('title = "Mine"')
    (tmp_path / "ingest" / "mine.py").write_text(
        "def ingest(context):\n    context.leave({'price': '3'})\n    context.leave({'price': '4'})"
    )
    assert list(build(case).warnings()) == ["column price was not read (2 rows)"]


# Stale or not


def test_a_case_that_was_never_built_is_stale(tmp_path: Path) -> None:
    assert is_stale(Case(tmp_path))


def test_a_case_is_stale_once_its_data_changed_and_not_before(tmp_path: Path) -> None:
    case = alone(tmp_path, entities=[entity("my-firm")])
    build(case)
    assert not is_stale(case)
    os.utime(tmp_path / "data" / "entities.csv", (1, 1))
    assert not is_stale(case)
    made(tmp_path, entities=[entity("my-firm", name="My new name")])
    assert is_stale(case)
    build(case)
    assert not is_stale(case)


def test_a_judgement_makes_a_case_stale_and_an_undo_fresh_again_only_by_a_build(
    tmp_path: Path,
) -> None:
    case = alone(tmp_path, entities=[entity("my-firm"), entity("my-other")])
    assert not is_only_judged(case), "nothing is built yet"
    build(case)
    assert (is_stale(case), is_only_judged(case)) == (False, False)
    ledger = Ledger.open(tmp_path / FILE)
    ledger.say([("my-firm", "my-other", "same")], "One firm")
    assert (is_stale(case), is_only_judged(case)) == (True, True)
    assert build(case).entities == {"Company": 1}
    assert (is_stale(case), is_only_judged(case)) == (False, False)
    ledger.undo()
    assert (is_stale(case), is_only_judged(case)) == (True, True)
    made(tmp_path, entities=[entity("my-firm")])
    assert (is_stale(case), is_only_judged(case)) == (True, False)


def test_a_change_during_a_build_is_not_missed(tmp_path: Path) -> None:
    case = alone(tmp_path, entities=[entity("my-firm")])
    (tmp_path / "ingest" / "mine.toml").write_text('title = "Mine"')
    adapter = "def ingest(context):\n    (context.case.root / 'data' / 'claims.csv').write_text('')"
    (tmp_path / "ingest" / "mine.py").write_text(adapter)
    build(case)
    assert is_stale(case)


# A case folder that cannot be written


def test_a_case_folder_that_cannot_be_written_is_one_line(tmp_path: Path) -> None:
    (tmp_path / ".kg").write_text("in the way")
    with pytest.raises(CaseError, match=r"\.kg: cannot be written"):
        build(Case(tmp_path))


def test_a_read_only_case_folder_is_one_line_and_a_built_one_is_read(tmp_path: Path) -> None:
    mortal = without_privileges()
    empty, built = tmp_path / "empty", tmp_path / "built"
    empty.mkdir()
    build(alone(built, entities=[entity("my-firm")]))
    _forbid(empty, built)
    try:
        refused = [kg(command, case=empty, before=mortal) for command in ("build", "info")]
        answered = kg("info", case=built, before=mortal)
    finally:
        _allow(empty, built)
    assert [run.returncode for run in refused] == [1, 1]
    assert refused[0].stderr == f"Error: {empty}/.kg: cannot be written (Permission denied)\n"
    assert refused[1].stderr.splitlines()[-1] == refused[0].stderr.strip()
    assert answered.returncode == 0
    assert re.search(r"entities +1\b", answered.stdout)


def _forbid(*folders: Path) -> None:
    for folder in folders:
        for place in (folder, *folder.rglob("*")):
            place.chmod(0o555 if place.is_dir() else 0o444)


def _allow(*folders: Path) -> None:
    for folder in folders:
        for place in (folder, *folder.rglob("*")):
            place.chmod(0o755)


# Several at once


def test_two_builds_at_once_leave_one_whole_store(tmp_path: Path) -> None:
    case = alone(tmp_path, entities=[entity("my-firm")])
    command = [sys.executable, "-m", "kg", "build", "--case", str(tmp_path)]
    running = [
        subprocess.Popen(command, cwd=ROOT, env=surroundings({}), stdout=subprocess.DEVNULL)
        for _ in range(2)
    ]
    assert [process.wait() for process in running] == [0, 0]
    stores = [path for path in (case.derived / "stores").iterdir() if path.is_dir()]
    assert stores == [shelf.current(case)]
    assert re.search(r"entities +1\b", kg("info", case=tmp_path).stdout)


def test_a_build_takes_little_memory(tmp_path: Path) -> None:
    if not Path("/proc/self/status").is_file():
        pytest.skip("needs /proc to see how much memory a process took")
    code = (
        "import sys; from pathlib import Path; from kg.building import build;"
        "from kg.case import Case; build(Case(Path(sys.argv[1])));"
        "print(Path('/proc/self/status').read_text())"
    )
    run = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path)],
        capture_output=True,
        text=True,
        cwd=ROOT,
        env=surroundings({}),
        check=True,
    )
    (peak,) = [line.split()[1] for line in run.stdout.splitlines() if line.startswith("VmHWM")]
    assert int(peak) * 1024 < 400_000_000


def test_the_checkout_is_a_case_of_its_own(tmp_path: Path) -> None:
    copy = tmp_path / "checkout"
    for room in ("data", "ingest"):
        shutil.copytree(resources.folder(room), copy / room)
    dossier, _ = assemble(Case(copy))
    assert dossier.problems == ()
    assert len(dossier.entities) == 877
