"""Taking an act back, and what lies in the ledger and does not fit."""

from pathlib import Path

import pytest

from kg.dossier import gather
from kg.errors import DataError
from kg.judging import merge, never, split, undo
from tests.judging.done import done, heads, shapes
from tests.judging.samples import bench, ledger, small
from tests.ledger.samples import pairs

# undo


def test_undo_says_what_it_takes_back_and_what_moves(tmp_path: Path) -> None:
    made = bench(tmp_path / "case")
    made = done(made, merge(made, "acme", "acme-uk"))
    act, entries = undo(made)
    assert pairs(entries) == ["acme same acme-uk"]
    assert shapes(act.move.before) == [("acme", ("acme", "acme-uk"), 4)]
    assert shapes(act.move.after) == [("acme", ("acme",), 2), ("acme-uk", ("acme-uk",), 2)]
    assert heads(made, "acme-uk") == ["acme"]
    assert heads(done(made, act), "acme-uk") == ["acme-uk"]


def test_undo_of_a_split_merges_again_and_undo_of_that_splits(tmp_path: Path) -> None:
    made = bench(tmp_path / "case", "acme same acme-uk")
    made = done(made, split(made, "acme", "acme-uk"))
    made = done(made, undo(made)[0])
    assert heads(made, "acme-uk") == ["acme"]
    last = made.ledger.entries[-1].act
    made = done(made, undo(made, last)[0])
    assert heads(made, "acme-uk") == ["acme-uk"]


def test_after_all_is_undone_the_dossier_is_what_it_was(tmp_path: Path) -> None:
    made = bench(tmp_path / "case", "acme same acme-belgium", "acme-uk unsure acme-fr")
    before = made.dossier
    for left, right in (("acme-uk", "acme"), ("acme-uk", "acme-fr"), ("beta", "beta-2")):
        made = done(made, merge(made, left, right))
    made = done(made, split(made, "acme", "acme-belgium"))
    made = done(made, never(made, "acme", "gent"))
    assert made.dossier.entities != before.entities
    for _ in range(5):
        made = done(made, undo(made)[0])
    assert made.dossier == before
    assert len(made.ledger.entries) == 10


def test_nothing_to_take_back_is_said(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="nothing stands that could be taken back"):
        undo(bench(tmp_path / "case"))


# What lies in the ledger and does not fit


def test_a_row_on_nobody_is_one_line_and_the_others_count(tmp_path: Path) -> None:
    case = small(tmp_path / "case")
    ledger(case).say([("acme", "acme-u", "same"), ("acme", "acme-fr", "same")], "x", "tess")
    dossier = gather(case)
    (problem,) = map(str, dossier.problems)
    assert problem.startswith("judgements.csv, row 2, column right: no entity 'acme-u' in entities")
    assert "acme-fr" not in dossier.entities


def test_a_same_that_somebody_wrote_after_a_different_is_named_and_not_followed(
    tmp_path: Path,
) -> None:
    case = small(tmp_path / "case")
    for verdict in ("different", "same"):
        ledger(case).say([("acme", "acme-uk", verdict)], "x", "tess")
    dossier = gather(case)
    assert list(map(str, dossier.problems)) == [
        "judgements.csv, row 3, column judgement: same, but the pair is judged different in "
        "judgements.csv, row 2; keep one"
    ]
    assert {"acme", "acme-uk"} <= set(dossier.entities)


def test_a_chain_in_the_ledger_that_an_older_different_forbids_is_named(tmp_path: Path) -> None:
    case = small(tmp_path / "case")
    for left, verdict, right in (
        ("acme", "different", "acme-fr"),
        ("acme", "same", "acme-uk"),
        ("acme-uk", "same", "acme-fr"),
    ):
        ledger(case).say([(left, right, verdict)], "x", "tess")
    dossier = gather(case)
    assert list(map(str, dossier.problems)) == [
        "judgements.csv, row 3, column judgement: acme and acme-uk cannot be the same: acme and "
        "acme-fr are judged different (row 2 of judgements.csv); mend one of the two"
    ]
    assert dossier.clusters.head("acme-fr") == "acme-uk"
