"""Noted conflicts: how a row picks claims, and what is said of a row that cannot."""

from dataclasses import replace
from pathlib import Path

import pytest

from kg.facts.noted import COLUMNS, Condition, Noted, check_noted, read_noted
from kg.statements import Statement
from kg.tables import Problem, write

FIRST = {
    "id": "met-price",
    "kind": "conflict",
    "title": "GBP 25.3 or 50 million?",
    "about": "value",
    "subject": "met-contract|met-pilot",
    "predicate": "HAS_AMOUNT",
    "where": "kind=price;note~blocked",
    "note": "Two outlets differ.",
}
CLAIM = Statement(
    subject="met-contract",
    predicate="HAS_AMOUNT",
    object="",
    text="50000000",
    qualifiers=(("currency", "GBP"), ("kind", "price"), ("note", "contract Blocked in May")),
    source="ukpulse",
    locator="para 2",
    certainty="reported",
    said_by="sadiq-khan",
)


def test_a_row_is_read_as_it_is_meant(tmp_path: Path) -> None:
    (row,) = _read(tmp_path, FIRST)

    assert row == Noted(
        id="met-price",
        kind="conflict",
        title="GBP 25.3 or 50 million?",
        about="value",
        note="Two outlets differ.",
        subjects=("met-contract", "met-pilot"),
        predicates=("HAS_AMOUNT",),
        objects=(),
        where=(Condition("kind", "=", "price"), Condition("note", "~", "blocked")),
        sources=(),
        path=tmp_path / "conflicts.csv",
        row=2,
    )


def test_further_rows_take_over_what_the_first_one_tells(tmp_path: Path) -> None:
    first, second = _read(tmp_path, FIRST, {"id": "met-price", "subject": "mopac"})

    assert isinstance(first, Noted)
    assert isinstance(second, Noted)
    assert (second.kind, second.title, second.about, second.note, second.row) == (
        first.kind,
        first.title,
        first.about,
        first.note,
        3,
    )


@pytest.mark.parametrize(
    "where",
    [
        "",
        "kind=price",
        "kind=paid|price",
        "kind=*",
        "note~BLOCKED",
        "text=50000000",
        "said_by=sadiq-khan",
        "certainty=reported;locator~para",
        " kind=price ; currency=GBP ",
    ],
)
def test_a_condition_that_holds_picks_the_claim(tmp_path: Path, where: str) -> None:
    (row,) = _read(tmp_path, {**FIRST, "where": where})

    assert isinstance(row, Noted)
    assert row.picks(CLAIM)


@pytest.mark.parametrize(
    "change",
    [
        {"subject": "kent-police"},
        {"predicate": "HAS_METRIC"},
        {"object": "palantir"},
        {"source": "lavx"},
        {"where": "kind=paid"},
        {"where": "kind=price;currency=EUR"},
        {"where": "since=*"},
        {"where": "note~refused"},
        {"where": "text~25"},
    ],
)
def test_a_condition_that_fails_leaves_the_claim(tmp_path: Path, change: dict[str, str]) -> None:
    (row,) = _read(tmp_path, {**FIRST, **change})

    assert isinstance(row, Noted)
    assert not row.picks(CLAIM)


def test_a_list_of_entities_can_be_asked_for_as_it_stands(tmp_path: Path) -> None:
    claim = replace(CLAIM, qualifiers=(("kind", "price"), ("place", "munich|nuremberg")))
    (row,) = _read(tmp_path, {**FIRST, "where": "place=munich|nuremberg"})

    assert isinstance(row, Noted)
    assert row.picks(claim)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"id": ""}, "column id: is empty; give the conflict a short name"),
        (
            {"kind": "conflct"},
            "column kind: 'conflct' is none of conflict, history, unclear"
            " (did you mean 'conflict'?)",
        ),
        (
            {"about": "dates"},
            "column about: 'dates' is none of value, date, status, outcome, identity, role, scope,"
            " reason, wording (did you mean 'date'?)",
        ),
        ({"title": ""}, "column title: is empty; the first row of a conflict says it in words"),
        ({"note": ""}, "column note: is empty; the first row of a conflict says it in words"),
        (
            {"predicate": "HAS_AMOUNTS"},
            "column predicate: no predicate 'HAS_AMOUNTS' (did you mean 'HAS_AMOUNT'?)",
        ),
        (
            {"where": "kind is price"},
            "column where: cannot read 'kind is price'; write key=value, key=* or key~part,"
            " with ; between",
        ),
        (
            {"where": "curency=GBP"},
            "column where: no qualifier 'curency' (did you mean 'currency'?)",
        ),
        (
            {"subject": ""},
            "column subject: the row names no subject, object or source; name at least one",
        ),
    ],
)
def test_a_wrong_cell_is_explained(tmp_path: Path, change: dict[str, str], said: str) -> None:
    (problem,) = _read(tmp_path, {**FIRST, **change})

    assert str(problem) == f"conflicts.csv, row 2, {said}"


def test_a_wrong_first_row_is_explained_once(tmp_path: Path) -> None:
    found = _read(tmp_path, {**FIRST, "kind": "row"}, {"id": "met-price", "subject": "mopac"})

    assert [type(value) for value in found] == [Problem]


def test_what_is_told_twice_differently_is_explained(tmp_path: Path) -> None:
    _, problem = _read(tmp_path, FIRST, {**FIRST, "note": "Something else."})

    assert str(problem) == (
        "conflicts.csv, row 3, column note: is told twice for 'met-price'; keep it in row 2"
    )


def test_a_missing_column_is_one_problem(tmp_path: Path) -> None:
    path = tmp_path / "conflicts.csv"
    path.write_text("id,kind\nx,conflict\n")

    (problem,) = read_noted(path)

    assert isinstance(problem, Problem)


def test_a_semicolon_file_of_a_spreadsheet_reads_the_same(tmp_path: Path) -> None:
    (plain,) = _read(tmp_path, FIRST)
    path = tmp_path / "conflicts.csv"
    cells = [f'"{FIRST.get(column, "")}"' for column in COLUMNS]
    path.write_bytes(f"\ufeff{';'.join(COLUMNS)}\r\n{';'.join(cells)}\r\n".encode())

    assert list(read_noted(path)) == [plain]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (
            {"subject": "met-contrat"},
            "column subject: no 'met-contrat' in entities.csv (did you mean 'met-contract'?)",
        ),
        (
            {"object": "palantr"},
            "column object: no 'palantr' in entities.csv (did you mean 'palantir'?)",
        ),
        (
            {"source": "ukpuls"},
            "column source: no 'ukpuls' in any claim (did you mean 'ukpulse'?)",
        ),
        ({"where": "kind=paid"}, "column where: no claim is picked by this row; widen or drop it"),
        (
            {"where": "text=50000000"},
            "column id: 'met-price' picks one claim only; a conflict needs two",
        ),
    ],
)
def test_a_row_that_finds_too_little_is_explained(
    tmp_path: Path, change: dict[str, str], said: str
) -> None:
    claims = [CLAIM, replace(CLAIM, text="25300000")]
    rows = _read(tmp_path, {**FIRST, "subject": "met-contract", "where": "", **change})
    known = [row for row in rows if isinstance(row, Noted)]

    found = check_noted(known, claims, {"met-contract", "met-pilot", "palantir"})

    assert [str(problem) for problem in found] == [f"conflicts.csv, row 2, {said}"]


def test_rows_with_one_claim_each_make_a_conflict_together(tmp_path: Path) -> None:
    claims = [CLAIM, replace(CLAIM, text="25300000")]
    rows = _read(
        tmp_path,
        {**FIRST, "where": "text=50000000"},
        {"id": "met-price", "subject": "met-contract", "where": "text=25300000"},
    )
    known = [row for row in rows if isinstance(row, Noted)]

    assert list(check_noted(known, claims, {"met-contract", "met-pilot"})) == []


def test_a_row_follows_its_entities_when_they_are_merged(tmp_path: Path) -> None:
    (row,) = _read(tmp_path, FIRST)
    assert isinstance(row, Noted)

    merged = row.merged(lambda id_: {"met-contract": "met-unified"}.get(id_, id_))

    assert merged.subjects == ("met-unified", "met-pilot")
    assert merged.picks(replace(CLAIM, subject="met-unified"))


def _read(folder: Path, *rows: dict[str, str]) -> list[Noted | Problem]:
    path = folder / "conflicts.csv"
    write(path, COLUMNS, rows)
    return list(read_noted(path))
