"""Names that others labelled: what merges for certain is right, and clusters stay as good as told.

The tables lie in ../shared and are not shipped; without them these tests are skipped. The figures
are floors, a little below what docs/resolution.md tells.
"""

from dataclasses import dataclass

import pytest

from benchmarks.resolution.measures import b_cubed, f1, of_decisions, pair_f1, recall_at
from benchmarks.resolution.sets import SAMPLE, SHARED, Labelled, clusters, pairs, suppliers
from kg.resolve.resolving import Resolution, resolve
from kg.resolve.score import weights


@dataclass(frozen=True)
class Resolved:
    table: Labelled
    found: Resolution

    def certain(self) -> list[tuple[int, int]]:
        """The pairs of rows that were merged without a person."""
        parts: dict[int, list[int]] = {}
        for at, tier in enumerate(self.found.tier):
            if tier in ("T1", "T2", "T3"):
                parts.setdefault(self.found.cluster[at], []).append(at)
        return [(one, two) for rows in parts.values() for one in rows for two in rows if one < two]

    def is_one(self, pair: tuple[int, int]) -> bool:
        return self.table.clusters[pair[0]] == self.table.clusters[pair[1]]

    def names(self, pair: tuple[int, int]) -> tuple[str, str]:
        one, two = (self.table.records[at].name.raw for at in pair)
        return one, two


@pytest.fixture(scope="module", params=["patstat_nl", "nsi_police"])
def labelled(request: pytest.FixtureRequest) -> Resolved:
    if not (SHARED / f"{request.param}_clusters.csv").exists():
        pytest.skip("the labelled names lie in ../shared/er")
    table = clusters(request.param)
    return Resolved(table, resolve(table.records))


def test_what_merges_for_certain_is_right(labelled: Resolved) -> None:
    merged = labelled.certain()
    assert merged
    assert [labelled.names(pair) for pair in merged if not labelled.is_one(pair)] == []


def test_no_homonym_is_merged(labelled: Resolved) -> None:
    """Rows of the same letters that the labels say are two."""
    homonyms = [
        pair
        for pair in labelled.certain()
        if not labelled.is_one(pair)
        and len({labelled.table.records[at].name.squeezed for at in pair}) == 1
    ]
    assert homonyms == []


def test_clusters_are_as_good_as_the_documentation_says(labelled: Resolved) -> None:
    floor = {"patstat_nl": 0.95, "nsi_police": 0.80}[labelled.table.name]
    precision, _, whole = b_cubed(labelled.found.cluster, labelled.table.clusters)
    assert whole >= floor
    assert precision >= 0.95


def test_what_is_suggested_is_not_merged_and_above_the_line(labelled: Resolved) -> None:
    merged = {frozenset(pair) for pair in labelled.certain()}
    for edge in labelled.found.suggested:
        assert frozenset((edge.left, edge.right)) not in merged
        assert 0 < edge.score <= 1


def test_half_of_a_table_is_resolved_as_well() -> None:
    if not SHARED.exists():
        pytest.skip("the labelled names lie in ../shared/er")
    table = clusters("patstat_nl")
    halves = [table.half(0), table.half(1)]
    assert sorted(one.id for half in halves for one in half.records) == sorted(
        one.id for one in table.records
    )
    for half in halves:
        assert b_cubed(resolve(half.records).cluster, half.clusters)[2] >= 0.93


def test_suppliers_under_two_numbers_are_those_of_the_same_name() -> None:
    """Nobody checked these numbers: what merges against them bears one name to the letter."""
    if not SAMPLE.exists():
        pytest.skip("the sample of suppliers lies in ../shared/samples")
    table = suppliers()
    resolved = Resolved(table, resolve(table.records))
    wrong = [pair for pair in resolved.certain() if not resolved.is_one(pair)]
    assert len(wrong) <= 5
    for one, two in wrong:
        assert table.records[one].name.squeezed == table.records[two].name.squeezed
    assert b_cubed(resolved.found.cluster, table.clusters)[2] >= 0.98


def test_pairs_are_told_apart() -> None:
    if not SHARED.exists():
        pytest.skip("the labelled names lie in ../shared/er")
    from benchmarks.resolution.quality import pair_score

    by = weights()
    said = [(pair_score(pair, by) >= by.threshold, pair.is_same) for pair in pairs("nkbench")]
    precision, _, whole = of_decisions(said)
    assert whole >= 0.86
    assert precision >= 0.90


@pytest.mark.parametrize(
    ("found", "true", "told"),
    [
        ("aabb", "aabb", (1.0, 1.0, 1.0)),
        ("abcd", "aabb", (1.0, 0.5, 2 / 3)),
        ("aaaa", "aabb", (0.5, 1.0, 2 / 3)),
        ("aaab", "aabb", (2 / 3, 0.75, 12 / 17)),
    ],
)
def test_b_cubed_by_hand(found: str, true: str, told: tuple[float, float, float]) -> None:
    assert b_cubed(found, true) == pytest.approx(told)


def test_pairs_and_decisions_by_hand() -> None:
    assert pair_f1("aaab", "aabb") == pytest.approx((1 / 3, 1 / 2, 0.4))
    assert pair_f1("abcd", "abcd") == pytest.approx((1, 1, 1))
    decided = [(True, True), (True, False), (False, True), (False, False)]
    assert of_decisions(decided) == pytest.approx((0.5, 0.5, 0.5))
    assert f1(0, 0) == 0


def test_recall_at_a_precision_by_hand() -> None:
    scored = [(0.9, True), (0.8, True), (0.7, False), (0.6, True)]
    assert recall_at(1.0, scored, 4) == 0.5
    assert recall_at(0.7, scored, 4) == 0.75
    assert recall_at(1.0, [(0.5, True), (0.5, False)], 1) == 0
    assert recall_at(0.5, [], 0) == 0
