from pathlib import Path

import pytest

from kg.dossier import gather
from kg.errors import DataError, QueryError
from kg.judging import Act, Bench, merge, never, split, undo, write
from kg.judging.moving import One
from tests.judging.samples import again, bench, ledger, small
from tests.ledger.samples import pairs

TWO = [("acme", ("acme",), 2), ("acme-belgium", ("acme-belgium",), 1)]
"""Acme and Acme Belgium, each with its claims."""


def shapes(ones: tuple[One, ...]) -> list[tuple[str, tuple[str, ...], int]]:
    """Each entity as its id, the ids that lead to it, and how many claims speak of it."""
    return [(one.id, one.ids, one.claims) for one in ones]


def heads(made: Bench, *ids: str) -> list[str]:
    """The heads after a build."""
    return [gather(made.case).clusters.head(one) for one in ids]


def done(made: Bench, act: Act) -> Bench:
    """Write an act, and look anew."""
    write(made, act, "I looked.", "tess")
    return again(made)


# merge


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


# split


def test_a_split_gives_each_what_is_its_own(tmp_path: Path) -> None:
    made = bench(tmp_path / "case", "acme same acme-belgium")
    act = split(made, "acme", "Acme België")
    assert act.said == (("acme", "acme-belgium", "different"),)
    assert shapes(act.move.before) == [("acme", ("acme", "acme-belgium"), 3)]
    assert shapes(act.move.after) == [
        ("acme", ("acme",), 2),
        ("acme-belgium", ("acme-belgium",), 1),
    ]
    after = done(made, act)
    assert after.dossier.problems == ()
    assert heads(after, "acme-belgium") == ["acme-belgium"]


def test_a_split_of_a_chain_says_who_goes_with_whom(tmp_path: Path) -> None:
    made = bench(tmp_path / "case", "acme same acme-belgium", "acme-belgium same acme-uk")
    act = split(made, "acme", "acme-uk")
    assert shapes(act.move.after) == [
        ("acme", ("acme", "acme-belgium"), 3),
        ("acme-uk", ("acme-uk",), 2),
    ]
    after = done(made, act)
    assert after.dossier.problems == (), "a person has spoken: there is nothing to mend"
    moved = done(after, split(after, "acme", "acme-belgium"))
    assert heads(moved, "acme", "acme-belgium", "acme-uk") == ["acme", *["acme-belgium"] * 2]
    assert moved.dossier.problems == ()


def test_a_split_parts_what_the_ledger_itself_has_joined(tmp_path: Path) -> None:
    made = bench(tmp_path / "case")
    made = done(made, merge(made, "acme", "acme-uk"))
    made = done(made, merge(made, "acme", "acme-fr"))
    made = done(made, split(made, "acme-uk", "acme-fr"))
    assert heads(made, "acme", "acme-uk", "acme-fr") == ["acme", "acme-uk", "acme"]
    assert made.dossier.problems == ()


def test_what_was_split_is_not_merged_or_proposed_again(tmp_path: Path) -> None:
    made = bench(tmp_path / "case", "acme same acme-uk", "acme unsure acme-fr")
    made = done(made, split(made, "acme", "acme-uk"))
    with pytest.raises(DataError, match="are judged different"):
        merge(made, "acme-uk", "acme")
    made = done(made, never(made, "acme", "acme-fr"))
    assert made.dossier.review == []


@pytest.mark.parametrize(
    ("left", "right", "message"),
    [
        ("acme", "beta", "acme and beta are two already; kg never keeps them so"),
        ("acme-belgium", "Acme België", "are one row, acme-belgium; only what was merged can be"),
    ],
)
def test_a_split_that_cannot_be_is_one_line(
    tmp_path: Path, left: str, right: str, message: str
) -> None:
    made = bench(tmp_path / "case", "acme same acme-belgium")
    with pytest.raises(DataError) as error:
        split(made, left, right)
    assert message in str(error.value)


def test_a_name_that_both_parts_have_asks_which(tmp_path: Path) -> None:
    made = bench(tmp_path / "case", "acme same acme-uk")
    with pytest.raises(QueryError, match=r"write the id: acme \(.*; acme-uk \("):
        split(made, "Acme", "acme-uk")


# never


def test_never_keeps_two_apart_whatever_is_judged_of_others(tmp_path: Path) -> None:
    made = bench(tmp_path / "case", "acme same acme-uk")
    act = never(made, "Old Acme", "Beta AG")
    assert act.said == (("acme", "beta", "different"),)
    assert act.move == type(act.move)((), ())
    with pytest.raises(DataError, match="judged different"):
        merge(done(made, act), "beta", "acme-uk")


def test_never_on_what_is_one_splits_it(tmp_path: Path) -> None:
    made = bench(tmp_path / "case", "acme same acme-uk")
    assert never(made, "acme-uk", "Acme Security NV").said == (("acme-uk", "acme", "different"),)
    assert len(never(made, "acme", "acme-uk").move.after) == 2


def test_an_old_id_is_written_as_it_was_typed(tmp_path: Path) -> None:
    made = bench(tmp_path / "case", "acme same acme-uk")
    assert never(made, "acme-uk", "beta").said == (("acme-uk", "beta", "different"),)


def test_never_twice_is_nothing_to_do(tmp_path: Path) -> None:
    made = bench(tmp_path / "case", "acme different beta", "acme same acme-uk")
    with pytest.raises(DataError) as error:
        never(made, "beta", "acme-uk")
    assert str(error.value) == (
        "nothing to do: acme and beta are judged different, I looked; same_or_not.csv, row 2"
    )


def test_never_of_a_related_pair_leaves_it_related(tmp_path: Path) -> None:
    made = bench(tmp_path / "case", "acme related beta")
    after = done(made, never(made, "acme", "beta"))
    assert after.dossier.problems == ()
    assert {one.verdict for one in after.dossier.judgements} == {"different", "related"}


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
