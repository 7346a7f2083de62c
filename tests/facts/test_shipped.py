"""The facts that the project ships: whole, without a problem, and in order."""

import csv
import shutil
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TypeVar

import pytest

from kg.facts import cross_check, entities, files, judgements, sources, statements
from kg.facts.fmt import fmt
from kg.resources import folder
from kg.statements import Entity, Judgement, Source, Statement
from kg.tables import Problem

T = TypeVar("T", Entity, Source, Statement, Judgement)
DATA = folder("data")
CHECKED = Path(__file__).resolve().parents[3] / "shared" / "curation" / "facts"

needs_checked = pytest.mark.skipif(
    not CHECKED.is_dir(), reason="the checked set that data/ was made from lies outside the project"
)


def good(paths: Iterable[Path], read: Callable[[Path], Iterator[T | Problem]]) -> list[T]:
    found = [value for path in paths for value in read(path)]
    assert [str(value) for value in found if isinstance(value, Problem)] == []
    return [value for value in found if not isinstance(value, Problem)]


def checked(name: str) -> list[dict[str, str]]:
    with (CHECKED / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def claims(name: str) -> list[Statement]:
    return good([DATA / "claims" / f"{name}.csv"], statements)


def test_all_files_are_there() -> None:
    found = files(DATA)
    assert [path.relative_to(DATA).as_posix() for path, _ in found.tables()] == [
        "entities.csv",
        "sources.csv",
        "claims/press.csv",
        "claims/report.csv",
        "same_or_not.csv",
    ]


def test_the_shipped_facts_have_no_problem() -> None:
    tables = files(DATA)
    known = {entity.id: entity for entity in good(tables.entities, entities)}
    read = {source.id: source for source in good(tables.sources, sources)}
    said = good(tables.claims, statements)
    judged = good(tables.judgements, judgements)
    assert cross_check(known, read, said, judged) == (said, judged, [])


def test_every_source_is_cited() -> None:
    cited = {one.source for name in ("report", "press") for one in claims(name)}
    assert cited == {source.id for source in good([DATA / "sources.csv"], sources)}


def test_the_report_has_its_own_file() -> None:
    assert {one.source for one in claims("report")} == {"report"}
    assert "report" not in {one.source for one in claims("press")}


def test_every_claim_has_its_own_id() -> None:
    ids = [one.id for name in ("report", "press") for one in claims(name)]
    assert len(ids) == len(set(ids))


def test_a_claim_of_a_page_that_did_not_come_back_says_so() -> None:
    lost = {one.id for one in good([DATA / "sources.csv"], sources) if one.reread == "no"}
    assert [
        one.says for one in claims("press") if one.source in lost and not one.get("recheck")
    ] == []


def test_the_shipped_files_are_in_order(tmp_path: Path) -> None:
    shutil.copytree(DATA, tmp_path / "data")
    assert fmt(tmp_path / "data") == []


def test_reading_and_checking_all_takes_under_a_second() -> None:
    start = time.process_time()
    test_the_shipped_facts_have_no_problem()
    assert time.process_time() - start < 1


def test_the_licence_and_the_changes_are_shipped_with_the_facts() -> None:
    assert "Creative Commons Attribution 4.0" in (DATA / "LICENSE").read_text()
    assert "Nothing was dropped" in (DATA / "CHANGES.md").read_text()


@needs_checked
def test_every_checked_row_landed() -> None:
    by_source = [row["source"] == "report" for row in checked("claims")]
    assert {
        "entities": len(good([DATA / "entities.csv"], entities)),
        "sources": len(good([DATA / "sources.csv"], sources)),
        "judgements": len(good([DATA / "same_or_not.csv"], judgements)),
        "report": len(claims("report")),
        "press": len(claims("press")),
    } == {
        "entities": len(checked("entities")),
        "sources": len(checked("sources")),
        "judgements": len(checked("same_or_not")),
        "report": sum(by_source),
        "press": len(by_source) - sum(by_source),
    }


@needs_checked
def test_claims_differ_from_the_checked_set_only_where_the_changes_say() -> None:
    shipped = {(one.source, one.subject, one.predicate, one.says) for one in claims("press")}
    changes = (DATA / "CHANGES.md").read_text()
    changed = [
        row
        for row in checked("claims")
        if row["source"] != "report"
        and (row["source"], row["subject"], row["predicate"], row["says"]) not in shipped
    ]
    assert 0 < len(changed) < 100
    assert [row["source"] for row in changed if f"`{row['source']}`" not in changes] == []


@needs_checked
def test_what_the_report_says_is_word_for_word_what_was_checked() -> None:
    rows = [row for row in checked("claims") if row["source"] == "report"]
    shipped = {
        (one.locator, one.subject, one.object, one.text, one.says) for one in claims("report")
    }
    wanted = {(r["locator"], r["subject"], r["object"], r["text"], r["says"]) for r in rows}
    assert shipped == wanted
