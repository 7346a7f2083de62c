import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from kg.case import Case
from kg.store import prints
from tests.cases import entity, made


@pytest.fixture
def case(tmp_path: Path) -> Case:
    case = made(tmp_path / "case", entities=[entity("my-firm")])
    (case.root / "ingest").mkdir()
    (case.root / "ingest" / "mine.py").write_text("def ingest(context): pass\n")
    (case.root / "data" / "notices.xml").write_text("<notices/>")
    return case


@pytest.fixture
def store(case: Case, tmp_path: Path) -> Path:
    folder = tmp_path / "store"
    folder.mkdir()
    prints.take(case).keep(folder)
    return folder


def test_where_nothing_was_done_nothing_is_new(case: Case, store: Path) -> None:
    assert prints.are_as(case, store)
    assert prints.take(case) == prints.take(Case(case.root))


@pytest.mark.parametrize("name", ["data/entities.csv", "ingest/mine.py", "data/notices.xml"])
def test_a_file_that_says_something_else_is_news(case: Case, store: Path, name: str) -> None:
    with (case.root / name).open("a") as file:
        file.write(" ")
    assert not prints.are_as(case, store)


@pytest.mark.parametrize(
    "name",
    ["data/sources.csv", "data/claims/a.csv", "ingest/b.toml", "ingested.csv", "judgements.csv"],
)
def test_a_file_that_comes_is_news_and_no_longer_when_it_goes(
    case: Case, store: Path, name: str
) -> None:
    path = case.root / name
    path.parent.mkdir(exist_ok=True)
    path.write_text("x")
    assert not prints.are_as(case, store)
    path.unlink()
    assert prints.are_as(case, store)


def test_a_file_that_goes_is_news(case: Case, store: Path) -> None:
    (case.root / "data" / "entities.csv").unlink()
    assert not prints.are_as(case, store)


def test_a_file_that_changes_places_is_news(case: Case, store: Path) -> None:
    data = case.root / "data"
    (data / "entities.csv").rename(data / "more.csv")
    assert not prints.are_as(case, store)


@pytest.mark.parametrize("name", ["data/entities.csv", "ingest/mine.py"])
def test_a_file_that_is_saved_unchanged_is_no_news(case: Case, store: Path, name: str) -> None:
    os.utime(case.root / name, (1, 1))
    assert prints.take(case).quick != (store / "inputs").read_text().split()[0]
    assert prints.are_as(case, store)


@pytest.mark.parametrize(
    "name",
    [
        "data/.~lock.entities.csv#",
        "data/.entities.csv.12.part",
        "ingest/__pycache__/mine.pyc",
        "queries/mine.cypher",
        ".kg/review.csv",
        "notes.txt",
    ],
)
def test_what_no_build_reads_is_no_news(case: Case, store: Path, name: str) -> None:
    path = case.root / name
    path.parent.mkdir(exist_ok=True)
    path.write_text("x")
    assert prints.are_as(case, store)


def test_the_same_files_elsewhere_have_the_same_exact_print(case: Case, tmp_path: Path) -> None:
    elsewhere = Case(shutil.copytree(case.root, tmp_path / "elsewhere"))
    os.utime(elsewhere.root / "data" / "entities.csv", (1, 1))
    assert prints.take(elsewhere).exact == prints.take(case).exact
    assert prints.take(elsewhere).quick != prints.take(case).quick


@pytest.mark.parametrize(
    "spoil",
    [
        lambda path: path.unlink(),
        lambda path: path.write_text(""),
        lambda path: path.write_text("one"),
        lambda path: path.write_bytes(b"\xff \xff"),
    ],
)
def test_a_store_that_does_not_tell_what_it_was_built_from_is_old(
    case: Case, store: Path, spoil: Callable[[Path], object]
) -> None:
    spoil(store / "inputs")
    assert not prints.are_as(case, store)


# Only judged since


def test_a_judgement_alone_is_told_from_other_news(case: Case, store: Path) -> None:
    assert not prints.are_but_judged(case, store)
    (case.root / "judgements.csv").write_text("number,act\n")
    assert prints.are_but_judged(case, store)
    with (case.root / "data" / "entities.csv").open("a") as file:
        file.write(" ")
    assert not prints.are_as(case, store)
    assert not prints.are_but_judged(case, store)


def test_a_ledger_that_was_saved_unchanged_is_no_news(case: Case, tmp_path: Path) -> None:
    path, store = case.root / "judgements.csv", tmp_path / "judged"
    path.write_text("number,act\n")
    store.mkdir()
    prints.take(case).keep(store)
    os.utime(path, (1, 1))
    assert prints.are_as(case, store)
    assert not prints.are_but_judged(case, store)
    path.write_text("number,act\n1,x\n")
    assert prints.are_but_judged(case, store)
    path.unlink()
    assert prints.are_but_judged(case, store)


@pytest.mark.parametrize("kept", ["", "one two", "one two three four", "\xff"])
def test_a_store_of_another_time_is_just_old(case: Case, store: Path, kept: str) -> None:
    (store / "inputs").write_text(kept, "latin-1")
    assert not prints.are_as(case, store)
    assert not prints.are_but_judged(case, store)
