"""What a ledger comes to, seen from the judgements that a dossier gets."""

from itertools import permutations
from pathlib import Path

import pytest

from kg.judgements import cluster
from kg.ledger import FILE
from kg.statements import Origin
from tests.ledger.samples import ledger, row, written


def verdicts(folder: Path, *said: str) -> list[str]:
    return [f"{one.left} {one.verdict} {one.right}" for one in ledger(folder, *said).judgements()]


@pytest.mark.parametrize(
    ("said", "stands"),
    [
        (["a same b", "a same b"], ["a same b"]),
        (["a unsure b", "a same b"], ["a same b"]),
        (["a same b", "a unsure b"], ["a unsure b"]),
        (["a same b", "b related a"], ["b related a"]),
        (["a same b", "b different a"], ["b different a"]),
        (["a different b", "a related b"], ["a different b", "a related b"]),
        (["a related b", "a different b"], ["a related b", "a different b"]),
        (["a related b", "a different b", "a unsure b"], ["a different b", "a unsure b"]),
        (["a same b", "a different b", "undo"], ["a same b"]),
        (["a different b", "undo", "a same b"], ["a same b"]),
        (["a same b", "b same c", "a same b"], ["b same c", "a same b"]),
    ],
)
def test_the_last_word_on_a_pair_stands(tmp_path: Path, said: list[str], stands: list[str]) -> None:
    assert verdicts(tmp_path, *said) == stands


@pytest.mark.parametrize("later", ["same", "unsure"])
def test_what_contradicts_a_different_later_is_kept_so_that_it_can_be_named(
    tmp_path: Path, later: str
) -> None:
    said = ["a different b", f"b {later} a"]
    assert verdicts(tmp_path, *said) == said
    clusters, _ = cluster(ledger(tmp_path).judgements())
    assert clusters.heads == {}


def test_a_judgement_says_who_and_when_and_where_it_stands(tmp_path: Path) -> None:
    (one,) = ledger(tmp_path, "a same b").judgements()
    assert (one.reason, one.origin) == ("I looked. (tess, 2026-03-01)", Origin(FILE, 2))


@pytest.mark.parametrize(
    ("who", "when", "reason"),
    [("", "", "I looked."), ("ann", "", "I looked. (ann)"), ("", "2026-03", "I looked. (2026-03)")],
)
def test_what_is_not_known_is_left_out(tmp_path: Path, who: str, when: str, reason: str) -> None:
    found = written(tmp_path, f"1,a,a,b,same,I looked.,{who},{when},kg")
    assert [one.reason for one in found.judgements()] == [reason]


def test_a_later_act_outranks_an_earlier_one_and_both_what_is_shipped(tmp_path: Path) -> None:
    first, second = ledger(tmp_path, "a same b", "c same d").judgements()
    assert second.rank < first.rank < 0


# A chain of pairs, and a "different" in it


@pytest.mark.parametrize("said", list(permutations(["a same b", "b same c"])))
def test_a_chain_breaks_at_its_oldest_link(tmp_path: Path, said: tuple[str, ...]) -> None:
    """Whoever judged the last pair knew of the ones before."""
    clusters, refused = cluster(ledger(tmp_path, *said, "a different c").judgements())
    older, newer = (words.split() for words in said)
    assert clusters.head(newer[0]) == clusters.head(newer[2])
    assert clusters.head(older[0]) != clusters.head(older[2])
    assert [(one.left, one.right) for one, _ in refused] == [(older[0], older[2])]


def test_the_end_that_went_along_can_be_brought_back(tmp_path: Path) -> None:
    made = ledger(tmp_path, "a same b", "b same c", "a different c", "b different c")
    clusters, refused = cluster(made.judgements())
    assert [clusters.head(one) for one in "abc"] == ["a", "a", "c"]
    assert refused == []


def test_undo_gives_back_exactly_the_clusters_from_before(tmp_path: Path) -> None:
    chain = [f"n{at} same n{at + 1}" for at in range(20)]
    before = cluster(ledger(tmp_path, *chain).judgements())[0]
    split = cluster(ledger(tmp_path, "n3 different n9").judgements())[0]
    after = cluster(ledger(tmp_path, "undo").judgements())[0]
    assert split.heads != before.heads
    assert after.heads == before.heads


def test_the_left_of_the_last_merge_stands_for_all(tmp_path: Path) -> None:
    """Each pair is of the heads of the moment, as ``kg merge`` writes them."""
    said = ["b same c", "a same b", "e same d", "a same e", "f same a"]
    clusters, _ = cluster(ledger(tmp_path, *said).judgements())
    assert clusters.members() == {"f": ("a", "b", "c", "d", "e")}


@pytest.mark.parametrize(
    ("rows", "stands"),
    [
        (["1,p,a same b", "2,q,undo p", "3,r,undo q"], ["a"]),
        (["1,p,a same b", "2,q,undo p", "3,r,undo q", "4,s,undo r"], []),
        (["1,p,a same b", "2,q,undo p", "3,r,undo p"], []),
        (["1,p,a same b", "2,q,undo p", "3,r,undo p", "4,s,undo q"], []),
        (["1,p,a same b", "2,q,undo p", "3,p,a same b"], ["a"]),
        (["1,p,a same b", "2,p,c same d", "3,q,undo p"], []),
        (["1,p,a same b", "2,q,undo p", "3,r,a same b"], ["a"]),
    ],
)
def test_undos_of_undos(tmp_path: Path, rows: list[str], stands: list[str]) -> None:
    split = (line.split(",") for line in rows)
    found = written(tmp_path, *(row(int(number), act, words) for number, act, words in split))
    assert [one.left for one in found.judgements()] == stands
