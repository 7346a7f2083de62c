"""Merging two: what it says before, what happens, what cannot be."""

from pathlib import Path

import pytest

from kg.errors import DataError
from kg.judging import merge, never, split, undo, write
from tests.judging.done import done, heads, shapes
from tests.judging.samples import again, bench, ledger


def test_a_merge_says_what_it_will_be_before_it_is_written(tmp_path: Path) -> None:
    made = bench(tmp_path / "case")
    act = merge(made, "Acme Security NV", "Acme België")
    assert act.said == (("acme", "acme-belgium", "same"),)
    assert shapes(act.move.before) == [
        ("acme", ("acme",), 2),
        ("acme-belgium", ("acme-belgium",), 1),
    ]
    assert shapes(act.move.after) == [("acme", ("acme", "acme-belgium"), 3)]
    assert act.move.after[0].also == ("Acme België", "Acme", "Acme Belgium")
    assert not ledger(made.case).path.exists()


@pytest.mark.parametrize(("left", "right"), [("acme", "acme-uk"), ("acme-uk", "acme")])
def test_the_id_of_the_left_one_stays_and_the_other_leads_to_it(
    tmp_path: Path, left: str, right: str
) -> None:
    made = bench(tmp_path / "case")
    after = done(made, merge(made, left, right))
    assert heads(after, "acme", "acme-uk") == [left, left]
    assert (left in after.dossier.entities, right in after.dossier.entities) == (True, False)


def test_what_is_told_is_what_happens(tmp_path: Path) -> None:
    made = bench(tmp_path / "case", "acme same acme-belgium")
    for act in (
        merge(made, "acme-uk", "acme-fr"),
        merge(made, "acme-uk", "acme"),
        split(made, "acme", "acme-belgium"),
    ):
        after = done(made, act)
        for one in act.move.after:
            assert after.dossier.entities[one.id].name == one.name
            found = (one.id, *after.dossier.clusters.members().get(one.id, ()))
            assert found == one.ids
        made = done(after, undo(after)[0])


def test_a_merge_of_merged_ones_takes_all_along(tmp_path: Path) -> None:
    made = bench(tmp_path / "case", "acme same acme-belgium", "acme-uk same acme-fr")
    act = merge(made, "acme-fr", "acme-belgium")
    assert act.said == (("acme-uk", "acme", "same"),)
    assert shapes(act.move.before) == [
        ("acme", ("acme", "acme-belgium"), 3),
        ("acme-uk", ("acme-uk", "acme-fr"), 2),
    ]
    assert shapes(act.move.after) == [
        ("acme-uk", ("acme-uk", "acme", "acme-belgium", "acme-fr"), 5)
    ]
    assert heads(done(made, act), "acme", "acme-belgium", "acme-fr") == ["acme-uk"] * 3


def test_the_last_who_was_put_left_stands_for_all(tmp_path: Path) -> None:
    made = bench(tmp_path / "case")
    for left, right in (("acme", "acme-uk"), ("acme-fr", "acme"), ("acme-belgium", "acme-uk")):
        made = done(made, merge(made, left, right))
    assert heads(made, "acme", "acme-uk", "acme-fr") == ["acme-belgium"] * 3


def test_a_body_and_a_police_force_can_be_one_and_the_label_that_says_more_stays(
    tmp_path: Path,
) -> None:
    for left, right in (("gent", "pz-gent"), ("pz-gent", "gent")):
        made = bench(tmp_path / left)
        (one,) = merge(made, left, right).move.after
        assert (one.id, one.label) == (left, "PoliceForce")


@pytest.mark.parametrize(
    ("left", "right", "message"),
    [
        ("acme", "ACME SECURITY NV", "acme and ACME SECURITY NV are one already: acme"),
        ("watcher", "beta", "watcher is a Product and beta a Company: they can belong together"),
        ("gent", "stad-gent", "gent is a PoliceForce and stad-gent a Municipality"),
    ],
)
def test_a_merge_that_cannot_be_is_one_line(
    tmp_path: Path, left: str, right: str, message: str
) -> None:
    with pytest.raises(DataError) as error:
        merge(bench(tmp_path / "case"), left, right)
    assert str(error.value).startswith(message)


def test_what_is_one_by_now_is_not_merged_again(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="acme-belgium and acme are one already: acme"):
        merge(bench(tmp_path / "case", "acme same acme-belgium"), "acme-belgium", "acme")


@pytest.mark.parametrize("verdict", ["related", "unsure"])
def test_a_merge_settles_a_pair_that_was_left_open(tmp_path: Path, verdict: str) -> None:
    made = bench(tmp_path / "case", f"acme {verdict} acme-uk")
    after = done(made, merge(made, "acme", "acme-uk"))
    assert after.dossier.problems == ()
    assert after.dossier.review == []
    assert heads(after, "acme-uk") == ["acme"]


def test_a_pair_that_is_shipped_as_different_is_refused_with_its_reason_and_place(
    tmp_path: Path,
) -> None:
    with pytest.raises(DataError) as error:
        merge(bench(tmp_path / "case", "acme different beta"), "beta", "acme")
    assert str(error.value) == (
        "beta and acme cannot be the same: acme and beta are judged different, I looked; "
        "same_or_not.csv, row 2"
    )


def test_a_pair_that_the_ledger_has_as_different_says_what_takes_it_back(tmp_path: Path) -> None:
    made = bench(tmp_path / "case")
    act = write(made, never(made, "acme", "beta"), "Two firms", "tess")
    with pytest.raises(DataError, match=f"kg undo {act} takes it back$"):
        merge(again(made), "acme", "beta")
    made = again(made)
    made.ledger.undo(act)
    assert heads(done(again(made), merge(again(made), "acme", "beta")), "beta") == ["acme"]


def test_a_merge_that_would_join_what_is_different_over_others_is_refused(tmp_path: Path) -> None:
    made = bench(
        tmp_path / "case", "acme same acme-uk", "beta same acme-fr", "acme-uk different acme-fr"
    )
    with pytest.raises(DataError) as error:
        merge(made, "acme", "beta")
    assert str(error.value).startswith(
        "acme and beta cannot be the same: acme-uk and acme-fr are judged different"
    )


def test_claims_of_both_as_of_two_speak_against_a_merge(tmp_path: Path) -> None:
    made = bench(tmp_path / "case")
    assert merge(made, "beta-2", "beta").remarks == (
        "1 claim speaks of both as of two, which speaks against it: kg path beta-2 beta",
    )
    assert merge(made, "acme-uk", "acme-fr").remarks[0].startswith("1 claim speaks of both")
    assert merge(made, "acme", "acme-belgium").remarks == ()
