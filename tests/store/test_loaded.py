"""That a server which was loaded before is behind is said where somebody judges."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kg.case import Case
from kg.cli import cli
from kg.session import open_graph
from kg.store import prints
from kg.store.bolt import Store
from kg.store.loaded import behind, is_behind, remember, to_do
from tests.judging.samples import small
from tests.review.samples import answers

SERVER, OTHER = "bolt://localhost:7687", "neo4j://example.org/graphs"
TO_DO = f"kg build and kg load bring the stores up to date (behind: {SERVER})"


@pytest.fixture
def case(tmp_path: Path) -> Case:
    return small(tmp_path / "case", "acme same acme-belgium")


def loaded(case: Case, *servers: str) -> None:
    """As kg load leaves it when it is done."""
    for server in servers:
        remember(case, server, prints.take(case))


def run(case: Case, *words: str) -> Result:
    return CliRunner().invoke(cli, [*words, "--case", str(case.root)])


def merge(case: Case, *more: str) -> Result:
    return run(case, "merge", "acme", "acme-uk", "--why", "One firm", *more)


def test_a_case_that_no_server_has_says_nothing_of_one(case: Case) -> None:
    assert behind(case) == ()
    assert to_do(case) == ""
    assert "kg load" not in merge(case).output


def test_a_server_just_loaded_is_not_behind(case: Case) -> None:
    loaded(case, SERVER, OTHER)
    assert behind(case) == ()
    assert to_do(case) == ""


def test_a_change_of_the_case_leaves_every_server_behind_until_it_is_loaded_again(
    case: Case,
) -> None:
    loaded(case, SERVER, OTHER)
    (case.root / "data" / "sources.csv").write_text("source_id\n", "utf-8")
    assert behind(case) == (SERVER, OTHER)
    loaded(case, OTHER)
    assert behind(case) == (SERVER,)
    assert is_behind(case, SERVER)
    assert not is_behind(case, OTHER)
    assert to_do(case) == TO_DO


def test_a_file_that_is_only_saved_again_leaves_nothing_behind(case: Case) -> None:
    loaded(case, SERVER)
    table = case.root / "data" / "entities.csv"
    table.write_bytes(table.read_bytes())
    assert behind(case) == ()


@pytest.mark.parametrize(
    "words",
    [
        ("merge", "acme", "acme-uk", "--why", "One firm"),
        ("split", "acme", "acme-belgium", "--why", "Two firms"),
        ("never", "acme", "acme-uk", "--why", "Two firms"),
    ],
)
def test_a_judgement_says_in_its_line_what_brings_the_stores_up_to_date(
    case: Case, words: tuple[str, ...]
) -> None:
    loaded(case, SERVER)
    lines = run(case, *words).stdout.splitlines()
    assert re.fullmatch(
        r"written to judgements\.csv as \w+; kg undo \w+ takes it back; .*", lines[-1]
    )
    assert lines[-1].endswith(f"; {TO_DO}")


def test_so_does_an_undo(case: Case) -> None:
    merge(case)
    loaded(case, SERVER)
    assert run(case, "undo").stdout.splitlines()[-1].endswith(f"; {TO_DO}")


def test_a_dry_run_changes_nothing_and_says_nothing_of_a_server(case: Case) -> None:
    loaded(case, SERVER)
    assert "kg load" not in merge(case, "--dry-run").output


def test_a_program_gets_its_data_and_a_person_the_line_beside_it(case: Case) -> None:
    loaded(case, SERVER)
    found = merge(case, "--json")
    assert SERVER not in found.stdout
    assert found.stderr == TO_DO + "\n"


def test_answers_of_a_colleague_say_it_too(case: Case, tmp_path: Path) -> None:
    loaded(case, SERVER)
    table = answers(tmp_path / "a.csv", ("acme", "acme-uk", "unsure", "Cannot tell"))
    found = run(case, "review", "--answers", str(table))
    assert TO_DO in found.stderr.splitlines()


def test_what_is_taken_over_says_it_too(case: Case, tmp_path: Path) -> None:
    loaded(case, SERVER)
    file = tmp_path / "judged.ijson"
    file.write_text('["acme", "acme-uk", "negative", null, "ann", "2026-03-01T10:00"]\n', "utf-8")
    assert run(case, "judgements", "--import", str(file)).stdout.endswith(f"; {TO_DO}\n")


def test_a_case_that_cannot_be_written_is_loaded_all_the_same(tmp_path: Path) -> None:
    case = Case(tmp_path / "case")
    case.root.mkdir()
    (case.root / ".kg").write_text("a file in the place of the folder", "utf-8")
    remember(case, SERVER, prints.take(case))
    assert behind(case) == ()


def test_a_query_to_a_server_that_is_behind_says_so(
    neo4j_store: Store, neo4j_uri: str, case: Case
) -> None:
    assert run(case, "load", "--to", neo4j_uri).exit_code == 0
    said: list[str] = []
    open_graph(case, neo4j_uri, say=said.append).close()
    assert said == []
    assert merge(case).stdout.endswith(f"(behind: {neo4j_store.name})\n")
    open_graph(case, neo4j_uri, say=said.append).close()
    assert said == [f"{neo4j_store.name}: the case changed since; kg load brings it up to date."]
    assert run(case, "load", "--to", neo4j_uri).exit_code == 0
    assert behind(case) == ()
