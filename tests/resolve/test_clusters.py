"""Clusters: the best edge first, and never together what cannot be one."""

from itertools import permutations

import numpy as np
import pytest

from kg.resolve.clusters import Clusters, clash, marks
from kg.resolve.growing import grow
from kg.resolve.names import parse
from kg.resolve.pairs import Pairs
from kg.resolve.record import Record, record
from kg.resolve.resolving import resolve
from kg.resolve.score import Weights, weights

BY = Weights(0.0, 0.5, 0.2, weights().of)


def parts(clusters: Clusters) -> list[list[int]]:
    heads: dict[int, list[int]] = {}
    for at in range(len(clusters.marks)):
        heads.setdefault(clusters.of(at), []).append(at)
    return list(heads.values())


Scored = tuple[int, int, float]


def scored(*pairs: Scored) -> Pairs:
    left, right, score = zip(*pairs, strict=True)
    return Pairs(np.array(left, np.int32), np.array(right, np.int32), np.array(score, np.float32))


def grown(
    clusters: Clusters, *pairs: Scored, by: Weights = BY, acronyms: tuple[int, ...] = ()
) -> list[tuple[int, int]]:
    """Which pairs joined, in this order."""
    is_acronym = np.zeros(len(clusters.marks), np.bool_)
    is_acronym[list(acronyms)] = True
    return [(one.left, one.right) for one in grow(clusters, scored(*pairs), by, is_acronym)]


def test_every_record_begins_alone() -> None:
    assert parts(Clusters([{}, {}, {}])) == [[0], [1], [2]]


def test_what_is_joined_is_one_whoever_comes_first() -> None:
    one, other = Clusters([{}, {}, {}]), Clusters([{}, {}, {}])
    assert one.join(0, 1)
    assert one.join(1, 2)
    assert other.join(2, 1)
    assert other.join(1, 0)
    assert parts(one) == parts(other) == [[0, 1, 2]]
    assert one.of(2) == other.of(2) == 0


def test_joining_what_is_one_already_changes_nothing() -> None:
    clusters = Clusters([{}, {}])
    assert clusters.join(0, 1)
    assert clusters.join(1, 0)
    assert sorted(clusters.all_of(0)) == [0, 1]


def test_a_mark_that_differs_keeps_apart() -> None:
    clusters = Clusters([{"number": frozenset("1")}, {"number": frozenset("2")}, {}])
    assert not clusters.join(0, 1)
    assert parts(clusters) == [[0], [1], [2]]


def test_a_cluster_has_the_marks_of_all_its_members() -> None:
    """C goes with A or with B, but A and B never come together through it."""
    clusters = Clusters([{"number": frozenset("1")}, {"number": frozenset("2")}, {}])
    assert clusters.join(0, 2)
    assert not clusters.join(1, 2)
    assert parts(clusters) == [[0, 2], [1]]


def test_two_that_were_judged_different_never_meet_in_a_cluster() -> None:
    apart = {0: frozenset([3]), 3: frozenset([0])}
    clusters = Clusters([{}] * 4, apart)
    assert clusters.join(0, 1)
    assert clusters.join(2, 3)
    assert not clusters.join(1, 2)
    assert parts(clusters) == [[0, 1], [2, 3]]


@pytest.mark.parametrize(
    ("one", "other", "what"),
    [
        (record("0", "Fund III"), record("1", "Fund IV"), "number"),
        (record("0", "Top400"), record("1", "Top600"), "number"),
        (record("0", "Polizei Bayern"), record("1", "Polizei Hessen"), "place"),
        (record("0", "Federal Police"), record("1", "National Police"), "level"),
        (record("0", "Military Police"), record("1", "Civil Police"), "branch"),
        (record("0", "Bundespolizei", "DE"), record("1", "Bundespolizei", "AT"), "country"),
        (
            record("0", "Atos", ids=["kbo:0203430576"]),
            record("1", "Atos", ids=["kbo:0462920226"]),
            "id kbo",
        ),
        (
            record("0", "Atos", ids=["wikidata:Q1"]),
            record("1", "Atos", ids=["wikidata:Q2"]),
            "id wikidata",
        ),
        (
            Record("0", parse("BriefCam"), label="Company"),
            Record("1", parse("BriefCam"), label="Product"),
            "label",
        ),
    ],
)
def test_what_keeps_two_apart_is_named(one: Record, other: Record, what: str) -> None:
    assert clash(marks(one), marks(other)) == what
    assert clash(marks(other), marks(one)) == what


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (record("0", "Fund III"), record("1", "Fund 3")),
        (record("0", "Fund III"), record("1", "Fund")),
        (record("0", "Polizei Bayern"), record("1", "Bavarian Police")),
        (record("0", "Umbra", "DE"), record("1", "Umbra", "FR")),
        (record("0", "Umbra Berlin"), record("1", "Umbra Hamburg")),
        (
            record("0", "Atos", ids=["kbo:0203430576"]),
            record("1", "Atos", ids=["siren:356000000"]),
        ),
        (
            record("0", "Atos", ids=["kbo:0203430576", "kbo:0462920226"]),
            record("1", "Atos", ids=["kbo:0462920226"]),
        ),
        (
            Record("0", parse("Umbra"), label="Company"),
            Record("1", parse("Umbra"), label="PublicBody"),
        ),
    ],
)
def test_what_may_be_one_is_not_kept_apart(one: Record, other: Record) -> None:
    assert clash(marks(one), marks(other)) == ""


def test_the_best_edge_joins_first() -> None:
    """B is likelier A than C is, and A and C cannot be one: B goes to A."""
    own = [{"number": frozenset("1")}, {}, {"number": frozenset("2")}]
    clusters = Clusters(own)
    assert grown(clusters, (1, 2, 0.7), (0, 1, 0.9)) == [(0, 1)]
    assert parts(clusters) == [[0, 1], [2]]


def test_an_edge_below_the_threshold_joins_nobody() -> None:
    clusters = Clusters([{}, {}])
    assert grown(clusters, (0, 1, 0.49)) == []
    assert grown(clusters, (0, 1, 0.51)) == [(0, 1)]


def test_one_likeness_does_not_chain_what_is_not_alike() -> None:
    """0 and 1 are one, 2 and 3 are one; 1 is a little like 2, and all others are not."""
    clusters = Clusters([{}] * 4)
    joined = grown(
        clusters,
        *((0, 1, 0.99), (2, 3, 0.99), (1, 2, 0.55)),
        *((0, 2, 0.01), (0, 3, 0.01), (1, 3, 0.01)),
    )
    assert joined == [(0, 1), (2, 3)]
    assert parts(clusters) == [[0, 1], [2, 3]]


def test_an_acronym_joins_but_does_not_count_against() -> None:
    pairs = [(0, 1, 0.99), (0, 2, 0.9), (1, 2, 0.01)]
    with_it, without = Clusters([{}] * 3), Clusters([{}] * 3)
    strict = Weights(0.0, 0.5, 0.6, BY.of)
    assert grown(with_it, *pairs, by=strict, acronyms=(2,)) == [(0, 1), (0, 2)]
    assert grown(without, *pairs, by=strict) == [(0, 1)]
    assert parts(with_it) == [[0, 1, 2]]
    assert parts(without) == [[0, 1], [2]]


TABLE = [
    ("Akzo Nobel N.V.", "NL"),
    ("AKZO NOBEL NV", "NL"),
    ("Azko Nobel", "NL"),
    ("DSM N.V.", "NL"),
    ("D.S.M. N.V.", "NL"),
    ("DSM IP Assets B.V.", "NL"),
    ("Polizei Bayern", "DE"),
    ("Bavarian Police", "DE"),
    ("Polizei Hessen", "DE"),
    ("Fund III", "US"),
    ("Fund 3", "US"),
    ("Fund IV", "US"),
]


def grouped(rows: list[tuple[str, str]]) -> set[frozenset[str]]:
    found = resolve([record(str(at), *row) for at, row in enumerate(rows)])
    groups: dict[int, set[str]] = {}
    for (name, _), cluster in zip(rows, found.cluster, strict=True):
        groups.setdefault(cluster, set()).add(name)
    return set(map(frozenset, groups.values()))


@pytest.mark.parametrize("turn", range(len(TABLE)))
def test_clusters_are_the_same_in_whatever_order_rows_stand(turn: int) -> None:
    turned = TABLE[turn:] + TABLE[:turn]
    assert grouped(turned) == grouped(TABLE)
    assert grouped(turned[::-1]) == grouped(TABLE)


def test_rows_that_stand_twice_are_one_and_change_nothing_else() -> None:
    assert grouped(TABLE + TABLE) == grouped(TABLE)


@pytest.mark.parametrize("order", list(permutations(range(4)))[::5])
def test_what_is_judged_different_stays_apart_in_every_order(order: tuple[int, ...]) -> None:
    names = ["Umbra Rockets GmbH", "Umbra Rockets", "UMBRA ROCKETS GMBH", "Umbra-Rockets"]
    records = [record(names[at], names[at], "DE") for at in order]
    place = {one.id: at for at, one in enumerate(records)}
    judged = [(place["Umbra Rockets"], place["Umbra Rockets GmbH"])]
    found = resolve(records, different=judged)
    assert found.cluster[judged[0][0]] != found.cluster[judged[0][1]]
    said = {frozenset((pair.left, pair.right)) for pair in [*found.merged, *found.suggested]}
    assert frozenset(judged[0]) not in said


def test_a_cluster_is_named_by_its_first_row_and_tiers_tell_how() -> None:
    found = resolve([record(str(at), *row) for at, row in enumerate(TABLE)])
    assert all(found.cluster[head] == head for head in found.cluster)
    assert all(head <= at for at, head in enumerate(found.cluster))
    alone = [at for at in range(len(TABLE)) if found.cluster.count(found.cluster[at]) == 1]
    assert all(found.tier[at] is None for at in alone)
    assert all(found.tier[at] for at in range(len(TABLE)) if at not in alone)
