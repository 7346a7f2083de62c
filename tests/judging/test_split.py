"""Splitting, and keeping two apart for ever."""

from pathlib import Path

import pytest

from kg.errors import DataError, QueryError
from kg.judging import merge, never, split
from tests.judging.done import done, heads, shapes
from tests.judging.samples import bench

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
