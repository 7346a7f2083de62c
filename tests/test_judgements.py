from collections.abc import Sequence
from dataclasses import replace
from itertools import permutations

import pytest

from kg.judgements import Clusters, cluster, is_overruled, ledger, merge, open_pairs, statements
from kg.statements import Entity, Judgement, Verdict


def judged(left: str, verdict: Verdict, right: str, reason: str = "I looked.") -> Judgement:
    return Judgement(left, right, verdict, reason)


def same(*pairs: tuple[str, str]) -> list[Judgement]:
    return [judged(left, "same", right) for left, right in pairs]


def heads(judgements: Sequence[Judgement], *ids: str) -> list[str]:
    clusters, _ = cluster(judgements)
    return [clusters.head(one) for one in ids]


# cluster


def test_the_left_of_a_pair_stands_for_both() -> None:
    assert heads(same(("orbit", "orbit-gt")), "orbit", "orbit-gt", "other") == [
        "orbit",
        "orbit",
        "other",
    ]


def test_pairs_that_share_an_entity_become_one() -> None:
    assert heads(same(("a", "b"), ("b", "c"), ("d", "c")), "a", "b", "c", "d") == ["d"] * 4


def test_a_circle_of_pairs_is_one_cluster_and_ends() -> None:
    assert len(set(heads(same(("a", "b"), ("b", "c"), ("c", "a")), "a", "b", "c"))) == 1


def test_the_order_of_the_rows_decides_nothing() -> None:
    pairs = [*same(("a", "b"), ("b", "c"), ("e", "f")), judged("c", "different", "d")]
    found = {tuple(heads(order, "a", "b", "c", "d", "e", "f")) for order in permutations(pairs)}
    assert found == {("a", "a", "a", "d", "e", "e")}


def test_members_are_the_ids_that_lead_to_a_head() -> None:
    clusters, _ = cluster(same(("a", "c"), ("a", "b"), ("x", "y")))
    assert clusters.members() == {"a": ("b", "c"), "x": ("y",)}


def test_a_pair_cannot_be_the_same_and_different() -> None:
    clash = judged("b", "different", "a")
    clusters, refused = cluster([*same(("a", "b")), clash])
    assert clusters.heads == {}
    assert refused == [(judged("a", "same", "b"), clash)]


def test_a_chain_of_same_never_joins_what_is_different() -> None:
    clash = judged("a", "different", "c")
    clusters, refused = cluster([*same(("a", "b"), ("b", "c")), clash])
    assert [clusters.head(one) for one in "abc"] == ["a", "a", "c"]
    assert refused == [(judged("b", "same", "c"), clash)]


def ranked(rank: int, left: str, verdict: Verdict, right: str) -> Judgement:
    return replace(judged(left, verdict, right), rank=rank)


@pytest.mark.parametrize(
    ("weakest", "clusters"), [(("a", "b"), ["a", "b", "b"]), (("b", "c"), ["a", "a", "c"])]
)
def test_a_chain_breaks_at_its_weakest_link(weakest: tuple[str, str], clusters: list[str]) -> None:
    links = [
        ranked(2 if pair == weakest else 1, pair[0], "same", pair[1])
        for pair in (("a", "b"), ("b", "c"))
    ]
    apart = ranked(0, "a", "different", "c")
    for order in permutations([*links, apart]):
        assert heads(order, "a", "b", "c") == clusters
        (pair,) = cluster(order)[1]
        assert ((pair[0].left, pair[0].right), pair[1]) == (weakest, apart)
        assert is_overruled(*pair)


def test_a_refused_pair_is_mended_unless_a_stronger_word_overrules_it() -> None:
    same = ranked(1, "a", "same", "b")
    found = [is_overruled(same, ranked(rank, "a", "different", "b")) for rank in (0, 1, 2)]
    assert found == [True, False, False]


def test_the_strongest_of_what_keeps_two_apart_is_named() -> None:
    apart = [ranked(3, "a", "different", "c"), ranked(2, "b", "different", "c")]
    same = [ranked(0, "a", "same", "b"), ranked(4, "a", "same", "c")]
    assert cluster([*same, *apart])[1] == [(same[1], apart[1])]
    assert cluster([*same, *apart])[1][0][1].rank == 2


def test_every_id_leads_straight_to_its_head() -> None:
    chain = same(*((f"n{at + 1:03}", f"n{at:03}") for at in range(300)))
    clusters, refused = cluster(chain)
    assert refused == []
    assert set(clusters.heads.values()) == {"n300"}
    assert len(clusters.members()["n300"]) == 300


def test_related_and_unsure_pairs_stay_two() -> None:
    pairs = [judged("a", "related", "b"), judged("c", "unsure", "d")]
    assert heads(pairs, "a", "b", "c", "d") == ["a", "b", "c", "d"]


# ledger


@pytest.mark.parametrize("verdict", ["same", "related", "different"])
def test_a_case_decides_a_pair_that_is_shipped_as_unsure(verdict: Verdict) -> None:
    own, shipped = judged("b", verdict, "a", "Seen in the register"), judged("a", "unsure", "b")
    assert ledger([[own], [shipped]]) == [own]


def test_different_is_never_overruled_and_comes_first() -> None:
    own, shipped = judged("a", "same", "b"), judged("a", "different", "b")
    assert ledger([[own], [shipped]]) == [shipped, own]


def test_a_case_can_part_what_is_shipped_as_the_same() -> None:
    own, shipped = judged("a", "different", "b"), judged("a", "same", "b")
    assert ledger([[own], [shipped]]) == [own]


def test_what_is_judged_twice_alike_is_read_once() -> None:
    pair = judged("a", "different", "b")
    assert ledger([[pair], [judged("b", "different", "a")]]) == [pair]


def test_what_is_related_stays_so_if_somebody_adds_that_it_is_different() -> None:
    own, shipped = judged("a", "different", "b"), judged("b", "related", "a")
    assert ledger([[own], [shipped]]) == [own, shipped]
    assert ledger([[shipped], [own]]) == [own, shipped]
    assert ledger([[own, shipped], [own], [shipped]]) == [own, shipped]


@pytest.mark.parametrize("verdict", ["same", "unsure"])
def test_what_is_different_and_related_is_decided(verdict: Verdict) -> None:
    own = [judged("a", "different", "b"), judged("a", "related", "b")]
    assert ledger([own, [judged("a", verdict, "b")]]) == own


def test_a_judgement_has_the_rank_of_its_book_unless_it_has_one() -> None:
    own, more = replace(judged("a", "same", "b"), rank=-7), judged("c", "same", "d")
    found = ledger([[own], [more], [], [judged("e", "same", "f")]])
    assert [one.rank for one in found] == [-7, 1, 3]


def test_within_a_book_every_row_stays_so_that_a_double_one_can_be_named() -> None:
    pairs = [judged("a", "related", "b"), judged("a", "unsure", "b")]
    assert ledger([pairs]) == pairs


# merge

ORBIT = Entity(
    "orbit",
    "Company",
    "Orbit",
    (("nl", "Orbit"),),
    ("Orbit NV",),
    ("BE",),
    ("kbo:1",),
    notes="kind=vendor",
)
ORBIT_GT = Entity(
    "orbit-gt",
    "Company",
    "Orbit GeoSpatial",
    (("nl", "Orbit Geo"), ("fr", "Orbite")),
    ("Orbit NV", "O.G.T."),
    ("BE", "NL"),
    ("kbo:2",),
    "sold maps",
    "kind=vendor; bought in 2019",
)


def test_a_merged_entity_has_both_names_and_everything_that_either_has() -> None:
    clusters, _ = cluster(same(("orbit", "orbit-gt")))
    assert merge([ORBIT_GT, ORBIT], clusters) == {
        "orbit": Entity(
            "orbit",
            "Company",
            "Orbit",
            (("nl", "Orbit"), ("fr", "Orbite")),
            ("Orbit NV", "Orbit GeoSpatial", "O.G.T.", "Orbit Geo"),
            ("BE", "NL"),
            ("kbo:1", "kbo:2"),
            "sold maps",
            "kind=vendor; bought in 2019",
        )
    }


def test_who_is_the_same_as_somebody_with_a_name_has_one() -> None:
    unnamed = Entity("a-firm", "Company", "A mapping firm", notes="unnamed=yes; of Ghent")
    clusters, _ = cluster(same(("orbit", "a-firm")))
    assert merge([unnamed, ORBIT], clusters)["orbit"].notes == "kind=vendor; of Ghent"


def test_what_is_not_merged_stays_as_it_is() -> None:
    assert merge([ORBIT, ORBIT_GT], Clusters()) == {"orbit": ORBIT, "orbit-gt": ORBIT_GT}


def test_merging_does_not_depend_on_the_order_of_the_entities() -> None:
    third = Entity("orbit-nv", "Company", "Orbit Maps")
    clusters, _ = cluster(same(("orbit", "orbit-gt"), ("orbit-gt", "orbit-nv")))
    found = [merge(order, clusters) for order in permutations([ORBIT, ORBIT_GT, third])]
    assert [one == found[0] for one in found] == [True] * 6
    assert list(found[0]) == ["orbit"]
    assert found[0]["orbit"].aliases[-1] == "Orbit Maps"


# statements


def test_related_and_unsure_pairs_are_statements_of_the_editors() -> None:
    pairs = [judged("c", "unsure", "d", "Alike."), judged("a", "related", "b", "Sisters.")]
    related, unsure = statements(pairs, Clusters())
    assert (related.subject, related.predicate, related.object) == ("a", "RELATED_TO", "b")
    assert related.qualifiers == (("relation", "judged related"),)
    assert (unsure.predicate, unsure.qualifiers) == ("MAYBE_SAME", ())
    assert (unsure.source, unsure.locator, unsure.certainty, unsure.says) == (
        "judgements",
        "c / d",
        "inferred",
        "Alike.",
    )


def test_same_and_different_pairs_say_nothing_further() -> None:
    assert list(statements([*same(("a", "b")), judged("c", "different", "d")], Clusters())) == []


def test_a_pair_that_others_have_merged_is_no_longer_open() -> None:
    pairs = [*same(("a", "b"), ("b", "c")), judged("a", "unsure", "c"), judged("a", "unsure", "d")]
    clusters, _ = cluster(pairs)
    assert open_pairs(pairs, clusters) == [judged("a", "unsure", "d")]
    assert [said.object for said in statements(pairs, clusters)] == ["d"]


def test_a_pair_is_settled_by_what_is_different_from_one_that_is_the_same() -> None:
    pairs = [
        *same(("a", "b")),
        judged("b", "different", "c"),
        judged("a", "unsure", "c"),
        judged("a", "unsure", "d"),
    ]
    clusters, _ = cluster(pairs)
    assert open_pairs(pairs, clusters) == [judged("a", "unsure", "d")]


@pytest.mark.parametrize(
    ("left", "right", "label"),
    [
        ("Organization", "Company", "Company"),
        ("Company", "Organization", "Company"),
        ("PoliceForce", "PublicBody", "PoliceForce"),
        ("PublicBody", "PublicBody", "PublicBody"),
    ],
)
def test_the_label_that_says_more_stays(left: str, right: str, label: str) -> None:
    clusters, _ = cluster(same(("a", "b")))
    found = merge([Entity("a", left, "A"), Entity("b", right, "B")], clusters)
    assert found["a"].label == label
