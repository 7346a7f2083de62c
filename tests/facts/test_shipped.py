"""The facts that the project ships: whole, without a problem, and in order."""

import csv
import shutil
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
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


def spot(row: Mapping[str, str] | Statement) -> tuple[str, ...]:
    """What a row says and where, without the wording, the grade and the details."""
    names = ("source", "locator", "subject", "predicate", "object", "text")
    if isinstance(row, Statement):
        return tuple(str(getattr(row, name)) for name in names)
    return tuple(row[name] for name in names)


def told(found: Iterable[tuple[str, ...]], changes: str) -> list[tuple[str, ...]]:
    """Those of the spots that CHANGES.md does not speak of."""
    return [
        (source, locator, *rest)
        for source, locator, *rest in found
        if not any(
            f"`{source}`" in line and locator in line and f"{rest[0]} {rest[1]}" in line
            for line in changes.splitlines()
        )
    ]


def shipped_claims() -> list[Statement]:
    return [*claims("report"), *claims("press")]


@needs_checked
def test_every_checked_name_source_and_pair_landed() -> None:
    assert {
        "entities": {one.id for one in good([DATA / "entities.csv"], entities)},
        "sources": {one.id for one in good([DATA / "sources.csv"], sources)},
        "same_or_not": {
            (one.left, one.right, one.verdict)
            for one in good([DATA / "same_or_not.csv"], judgements)
        },
    } == {
        "entities": {row["id"] for row in checked("entities")},
        "sources": {row["source_id"] for row in checked("sources")},
        "same_or_not": {
            (row["left"], row["right"], row["judgement"]) for row in checked("same_or_not")
        },
    }


@needs_checked
def test_every_checked_claim_landed_or_its_change_is_told() -> None:
    left = Counter(spot(row) for row in checked("claims"))
    left.subtract(Counter(spot(one) for one in shipped_claims()))
    changes = (DATA / "CHANGES.md").read_text()
    moved = [spot_ for spot_, n in left.items() if n > 0]
    assert len(moved) < 10
    assert {told_[0] for told_ in moved} <= {"report"}
    shipped = {
        (one.source, one.subject, one.predicate, one.object, one.text) for one in shipped_claims()
    }
    assert [one for one in moved if (one[0], *one[2:]) not in shipped] == []
    assert [one for one in moved if f"`{one[2]} {one[3]}`" not in changes] == []


@needs_checked
def test_every_claim_that_was_added_is_told_in_the_changes() -> None:
    more = Counter(spot(one) for one in shipped_claims())
    more.subtract(Counter(spot(row) for row in checked("claims")))
    added = [spot_ for spot_, n in more.items() if n > 0]
    assert len(added) > 20
    assert told(added, (DATA / "CHANGES.md").read_text()) == []


@needs_checked
def test_every_speaker_that_changed_is_told_in_the_changes() -> None:
    changes = (DATA / "CHANGES.md").read_text()
    speakers: dict[tuple[str, ...], set[str]] = {}
    for one in shipped_claims():
        speakers.setdefault(spot(one), set()).add(one.said_by)
    changed = {
        row["said_by"]
        for row in checked("claims")
        if spot(row) in speakers and row["said_by"] not in speakers[spot(row)]
    }
    assert changed
    assert [words for words in sorted(changed) if f"| {words} |" not in changes] == []


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
def test_what_the_report_says_is_word_for_word_what_was_checked_save_what_is_told() -> None:
    shipped = {
        (one.locator, one.subject, one.object, one.text, one.says) for one in claims("report")
    }
    changes = (DATA / "CHANGES.md").read_text()
    changed = [
        row
        for row in checked("claims")
        if row["source"] == "report"
        and (row["locator"], row["subject"], row["object"], row["text"], row["says"]) not in shipped
    ]
    assert len(changed) < 10
    assert [
        row["says"]
        for row in changed
        if f"`{row['subject']} {row['predicate']}` {row['text']}" not in changes
    ] == []
