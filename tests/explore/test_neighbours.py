"""Who is tied to whom: counted in full, listed in part."""

from collections import Counter

import pytest

from kg.errors import QueryError
from kg.explore.neighbours import FIRST, Group, Part, claims_around, neighbours
from kg.graph.model import Graph, Node
from kg.schema import predicates
from kg.session import OpenGraph
from tests.store.samples import COMPANY, Fill, claim, entity, owns

MANY = 250


def hub() -> Graph:
    """A company that owns many others, and is owned by one."""
    owned = [named(f"firm-{n:03}") for n in range(MANY)]
    ties = [owns(f"r{n:03}", "hub", f"firm-{n:03}", n_sources=1 + (n == 7)) for n in range(MANY)]
    twice = owns("again", "hub", "firm-000", n_sources=1)
    nodes = (named("hub"), named("owner"), *owned, claim("c1"))
    return Graph(nodes, (*ties, twice, owns("own", "owner", "hub"), owns("self", "hub", "hub")))


def named(id_: str) -> Node:
    return entity(id_, COMPANY, label="Company", name_nl=f"{id_} nv")


def owned(groups: list[Group]) -> Group:
    return next(group for group in groups if group.forward)


def test_everybody_is_counted_once_and_some_are_listed(fill: Fill) -> None:
    groups = neighbours(fill(hub()), "hub", "en")
    assert [(group.type, group.forward, group.count) for group in groups] == [
        ("OWNS", True, MANY),
        ("OWNS", False, 1),
    ]
    assert len(owned(groups).parties) == FIRST


def test_who_has_most_sources_comes_first_then_by_name(fill: Fill) -> None:
    parties = owned(neighbours(fill(hub()), "hub", "nl", Part(most=3))).parties
    assert [(party.id, party.name, party.label) for party in parties] == [
        ("firm-007", "firm-007 nv", "Company"),
        ("firm-000", "firm-000 nv", "Company"),
        ("firm-001", "firm-001 nv", "Company"),
    ]


def test_parts_put_together_are_the_whole(fill: Fill) -> None:
    store = fill(hub())
    found: list[str] = []
    while len(found) < MANY:
        part = Part("OWNS", len(found), 100)
        found += [party.id for party in owned(neighbours(store, "hub", "en", part)).parties]
    assert sorted(found) == [f"firm-{n:03}" for n in range(MANY)]


def test_words_are_read_from_the_entity(fill: Fill) -> None:
    there, back = neighbours(fill(hub()), "hub", "en")
    owns_ = predicates()["OWNS"]
    assert (there.words, back.words) == (owns_.names["en"], owns_.inverse["en"])


def test_nobody_and_no_such_tie_are_errors(fill: Fill) -> None:
    store = fill(hub())
    with pytest.raises(QueryError, match="no entity 'nobody'"):
        neighbours(store, "nobody", "en")
    with pytest.raises(QueryError, match="no relationship 'NOTHING'"):
        neighbours(store, "hub", "en", Part("NOTHING"))


def test_the_counts_are_those_of_the_graph(shipped: OpenGraph) -> None:
    graph = shipped.to_networkx()
    for id_ in ("palantir", "belgian-federal-police", "briefcam"):
        ends = {(str(d["type"]), b) for _, b, d in graph.out_edges(id_, data=True) if b != id_}
        told = {
            group.type: group.count
            for group in neighbours(shipped.store, id_, "en")
            if group.forward
        }
        assert told == Counter(type_ for type_, _ in ends)


def test_what_is_stated_comes_before_what_follows(shipped: OpenGraph) -> None:
    marks = [group.derived for group in neighbours(shipped.store, "belgian-federal-police", "en")]
    assert marks == sorted(marks)
    assert any(marks)


def test_claims_around_an_entity_are_counted(shipped: OpenGraph) -> None:
    assert claims_around(shipped.store, "palantir") > 50
