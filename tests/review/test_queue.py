"""Which pairs wait, and in what order."""

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kg.graph.model import Edge, Graph, Node
from kg.review.desk import LIST
from kg.review.queue import OpenPair, ranked, read_pairs
from kg.store import embedded, shelf
from kg.store.bolt import Store
from kg.tables import write
from tests.review.samples import ORDER

if TYPE_CHECKING:
    from kg.session import OpenGraph

COLUMNS = ("left", "right", "judgement", "reason", "score")


def unsure(left: str, right: str) -> OpenPair:
    return OpenPair(left, right, "unsure", "")


def suggested(left: str, right: str, score: float | None) -> OpenPair:
    return OpenPair(left, right, "suggested", "", score)


def asked(store: Store, *pairs: OpenPair) -> list[tuple[str, str]]:
    return [(each.pair.left, each.pair.right) for each in ranked(store, pairs)]


# Reading the list


def test_the_list_of_a_build_is_the_queue_by_degree_then_by_id(graph: "OpenGraph") -> None:
    folder = shelf.current(graph.case)
    assert folder
    found = ranked(graph.store, read_pairs(folder / LIST))
    assert [each.pair.left for each in found] == ORDER
    assert [each.degree for each in found] == [4, 3, 1, 1, 0]
    assert found[0].names == ("Acme Security NV", "Acme Security Belgium")


def test_a_list_with_scores_is_read(tmp_path: Path) -> None:
    rows = [
        {"left": "a", "right": "b", "judgement": "unsure", "reason": "r", "score": ""},
        {"left": "c", "right": "d", "judgement": "suggested", "reason": "w", "score": "0.812"},
    ]
    write(tmp_path / LIST, COLUMNS, rows)
    assert read_pairs(tmp_path / LIST) == [
        OpenPair("a", "b", "unsure", "r"),
        OpenPair("c", "d", "suggested", "w", 0.812),
    ]


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("left,right\na,b\n", [OpenPair("a", "b", "", "")]),
        ("left,right,judgement,reason\na,b,unsure,x\n", [OpenPair("a", "b", "unsure", "x")]),
        ("left,right,judgement,reason,score,more\na,b,unsure,x,.5,?\n", [None]),
        ("left,judgement\na,unsure\n", []),
        ("", []),
        ("left,right,judgement,reason,score\n", []),
        ("left,right\na,a\n,b\nb,\n", []),
        ("left,right\na,b\nb,a\n", [OpenPair("b", "a", "", "")]),
    ],
)
def test_a_list_of_another_build_is_read_as_far_as_it_goes(
    tmp_path: Path, text: str, pairs: list[OpenPair | None]
) -> None:
    (tmp_path / LIST).write_text(text)
    found = read_pairs(tmp_path / LIST)
    assert len(found) == len(pairs)
    assert all(pair in (None, one) for pair, one in zip(pairs, found, strict=True))


def test_no_list_no_pairs(tmp_path: Path) -> None:
    assert read_pairs(tmp_path / LIST) == []


@pytest.mark.parametrize("score", ["", "high", "1.2", "-0.1", "nan", "inf"])
def test_a_score_that_is_no_probability_counts_as_not_weighed(tmp_path: Path, score: str) -> None:
    row = {"left": "a", "right": "b", "judgement": "suggested", "reason": "", "score": score}
    write(tmp_path / LIST, COLUMNS, [row])
    assert [pair.score for pair in read_pairs(tmp_path / LIST)] == [None]


# What a pair is worth


@pytest.mark.parametrize(
    ("pair", "uncertainty"),
    [
        (suggested("a", "b", 0.5), 1.0),
        (suggested("a", "b", 0.0), 0.0),
        (suggested("a", "b", 1.0), 0.0),
        (suggested("a", "b", 0.9), 0.36),
        (suggested("a", "b", 0.1), 0.36),
        (suggested("a", "b", None), 1.0),
        (unsure("a", "b"), 1.0),
        (OpenPair("a", "b", "unsure", "", 0.99), 1.0),
    ],
)
def test_uncertainty_is_highest_in_the_middle_and_where_a_person_could_not_tell(
    pair: OpenPair, uncertainty: float
) -> None:
    assert pair.uncertainty == pytest.approx(uncertainty)


def test_of_two_pairs_of_one_degree_the_less_certain_comes_first(graph: "OpenGraph") -> None:
    certain, open_ = suggested("acme", "lyon", 0.97), suggested("acme", "lyon", 0.6)
    for first, second in ((certain, open_), (open_, certain)):
        found = ranked(graph.store, [first, second])
        assert [each.pair.score for each in found] == [0.6, 0.97]


def test_a_well_tied_suggestion_comes_before_a_doubtful_one_of_nobody(graph: "OpenGraph") -> None:
    tied, alone = suggested("acme", "lyon", 0.8), unsure("alfa", "beta")
    assert asked(graph.store, alone, tied) == [("acme", "lyon"), ("alfa", "beta")]


def test_pairs_of_equal_worth_come_by_their_ids_whatever_their_order(graph: "OpenGraph") -> None:
    pairs = [unsure("beta", "alfa"), unsure("alfa", "beta"), unsure("turned", "alfa")]
    expected = [("alfa", "beta"), ("beta", "alfa"), ("turned", "alfa")]
    assert asked(graph.store, *pairs) == expected
    assert asked(graph.store, *reversed(pairs)) == expected


# Whom the ids lead to


def test_a_pair_with_an_unknown_id_is_not_asked(graph: "OpenGraph") -> None:
    assert asked(graph.store, unsure("acme", "nobody"), unsure("", "acme")) == []


@pytest.fixture
def merged(tmp_path: Path) -> "Store":
    """Two entities, one of which another was merged into."""
    labels = ("Company", "Entity", "Organization")
    shared: dict[str, str | int | float | bool | list[str]] = {"label": "Company", "name": "X"}
    nodes = (
        Node(("Entity", "old"), labels, {**shared, "id": "old", "redirects": ["new", "newer"]}),
        Node(("Entity", "other"), labels, {**shared, "id": "other"}),
    )
    edge = Edge("OWNS", ("Entity", "old"), ("Entity", "other"), {"eid": "r1"})
    embedded.build(Graph(nodes, (edge,)), tmp_path / "store", "case")
    return embedded.open_store(tmp_path / "store")


def test_an_id_that_was_merged_leads_to_what_it_was_merged_into(merged: Store) -> None:
    with merged:
        found = ranked(merged, [unsure("newer", "other")])
    assert [(each.left, each.right, each.degree) for each in found] == [("old", "other", 2)]


def test_a_pair_that_is_one_already_is_not_asked(merged: Store) -> None:
    with merged:
        assert asked(merged, unsure("new", "old"), unsure("new", "newer")) == []
