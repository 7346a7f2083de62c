"""Brokers and communities: who stands between others, who hangs together."""

import subprocess
import sys
from collections.abc import Iterable, Sequence

import pytest

from kg.errors import QueryError
from kg.reading import measures
from kg.reading.measures import compute
from kg.session import OpenGraph


def tied(*pairs: str) -> list[dict[str, object]]:
    """Rows as a query gives them, for ties written as ``a-b``."""
    others: dict[str, set[str]] = {}
    for pair in pairs:
        left, right = pair.split("-")
        others.setdefault(left, set()).add(right)
        others.setdefault(right, set()).add(left)
    return [
        {"entity": {"id": entity, "label": "Company"}, "tied_to": sorted(known)}
        for entity, known in others.items()
    ]


def ids(nodes: Iterable[object]) -> list[object]:
    return [node["id"] for node in nodes if isinstance(node, dict)]


def brokers(rows: Sequence[dict[str, object]], limit: int = 20) -> list[tuple[object, ...]]:
    columns, found = compute("brokers", rows, {"limit": limit})
    assert columns == ["entity", "kind", "betweenness", "n_ties", "cut_off"]
    return [(*ids([row["entity"]]), *list(row.values())[1:]) for row in found]


def communities(rows: Sequence[dict[str, object]], limit: int = 20) -> list[list[object]]:
    columns, found = compute("communities", rows, {"limit": limit})
    assert columns == ["community", "n_members", "ties_inside", "ties_outside", "members"]
    return [[*list(row.values())[1:4], ids(_list(row["members"]))] for row in found]


def _list(value: object) -> list[object]:
    assert isinstance(value, list)
    return value


def test_who_is_in_the_middle_of_a_star_stands_between_all_others() -> None:
    assert brokers(tied("hub-a", "hub-b", "hub-c")) == [("hub", "Company", 1.0, 3, 2)]


def test_a_reseller_between_two_groups_stands_between_them() -> None:
    rows = tied("a-b", "b-c", "a-c", "c-via", "via-x", "x-y", "y-z", "x-z")
    assert brokers(rows) == [
        ("via", "Company", 0.6, 2, 3),
        ("c", "Company", 0.5333, 3, 2),
        ("x", "Company", 0.5333, 3, 2),
    ]


def test_without_a_broker_only_those_behind_it_are_cut_off() -> None:
    found = {row[0]: row[-1] for row in brokers(tied("a-b", "b-c", "c-d", "d-e", "other-pair"))}
    assert found == {"b": 1, "c": 2, "d": 1}


def test_in_a_ring_nobody_can_be_cut_off() -> None:
    rows = brokers(tied("a-b", "b-c", "c-d", "d-a"))
    assert {row[-1] for row in rows} == {0}
    assert len(rows) == 4


def test_who_stands_between_nobody_is_no_broker() -> None:
    assert brokers(tied("a-b")) == []


def test_as_many_brokers_come_as_are_asked_for_best_first() -> None:
    rows = tied("a-b", "b-c", "a-c", "c-via", "via-x", "x-y", "y-z", "x-z")
    assert [row[0] for row in brokers(rows, limit=2)] == ["via", "c"]


def test_two_groups_with_one_tie_between_are_two_communities() -> None:
    rows = tied("a-b", "b-c", "a-c", "a-d", "b-d", "c-x", "x-y", "y-z", "x-z")
    assert communities(rows) == [
        [4, 5, 1, ["a", "b", "c", "d"]],
        [3, 3, 1, ["x", "y", "z"]],
    ]


def test_the_best_connected_member_of_a_community_comes_first() -> None:
    rows = tied("a-z", "b-z", "a-b", "c-z", "b-c")
    assert communities(rows) == [[4, 5, 0, ["b", "z", "a", "c"]]]


def test_as_many_communities_come_as_are_asked_for_largest_first() -> None:
    rows = tied("a-b", "p-q", "q-r", "p-r")
    assert communities(rows, limit=1) == [[3, 3, 0, ["p", "q", "r"]]]


def test_ties_to_what_the_query_left_out_do_not_count() -> None:
    stray: dict[str, object] = {"entity": {"id": "c", "label": "Company"}, "tied_to": ["?"]}
    assert brokers([*tied("hub-a", "hub-b"), stray]) == [("hub", "Company", 0.3333, 2, 1)]


def test_a_tie_to_itself_is_none() -> None:
    alone: dict[str, object] = {"entity": {"id": "a", "label": "Company"}, "tied_to": ["a"]}
    assert communities([alone]) == [[1, 0, 0, ["a"]]]


@pytest.mark.parametrize("name", ["brokers", "communities"])
def test_without_rows_there_is_nothing_to_measure(name: str) -> None:
    assert compute(name, [], {"limit": 5})[1] == []


@pytest.mark.parametrize("name", ["brokers", "communities"])
def test_the_order_of_the_rows_changes_nothing(name: str) -> None:
    rows = tied("a-b", "b-c", "a-c", "c-via", "via-x", "x-y", "y-z", "x-z", "q-a", "q-z", "p-q")
    assert compute(name, rows, {"limit": 9}) == compute(name, rows[::-1], {"limit": 9})


def test_large_graphs_are_estimated_from_a_sample_that_stays_the_same(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    rows = tied("a-b", "b-c", "a-c", "c-via", "via-x", "x-y", "y-z", "x-z")
    monkeypatch.setattr(measures, "EXACT_UP_TO", 4)
    estimate = brokers(rows)
    assert estimate == brokers(rows)
    assert estimate != [("via", "Company", 0.6, 2, 3)]
    assert "via" in [row[0] for row in estimate]


_PROGRAM = """
from kg.reading.measures import compute
names = [f"e{n}" for n in range(40)]
rows = [
    {"entity": {"id": name, "label": "Company"},
     "tied_to": {names[(n * 7 + 3) % 40], names[(n * n) % 40], names[(n + 1) % 40]}}
    for n, name in enumerate(names)
]
print(compute("brokers", rows, {"limit": 40}), compute("communities", rows, {"limit": 40}))
"""


def test_measures_are_the_same_in_every_process() -> None:
    outputs = {
        subprocess.run(
            [sys.executable, "-c", _PROGRAM],
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": ":".join(filter(None, sys.path))},
            capture_output=True,
            check=True,
            text=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(outputs) == 1
    assert "'n_members'" in outputs.pop()


def test_a_misspelt_measure_is_told_with_the_right_one() -> None:
    with pytest.raises(QueryError, match=r"no measure 'broker' \(did you mean 'brokers'"):
        compute("broker", [], {})


def test_another_measure_is_told_with_those_there_are() -> None:
    with pytest.raises(QueryError, match="no measure 'pagerank'; there are brokers, communities"):
        compute("pagerank", [], {})


def test_a_query_without_a_limit_is_told_which_line_it_lacks() -> None:
    with pytest.raises(QueryError, match="brokers needs a line '// param limit: int"):
        compute("brokers", [], {})


def test_a_query_that_returns_no_ties_is_told_which_column_it_lacks() -> None:
    rows: list[dict[str, object]] = [{"entity": {"id": "a", "label": "Company"}}]
    with pytest.raises(QueryError, match="communities needs a query that returns tied_to"):
        compute("communities", rows, {"limit": 3})


def test_palantir_and_sopra_steria_stand_between_most_others(shipped: OpenGraph) -> None:
    answer = shipped.query("brokers", limit=10)
    assert answer.columns == ("entity", "entity_id", "kind", "betweenness", "n_ties", "cut_off")
    found = [row["entity_id"] for row in answer.rows]
    assert len(found) == 10
    assert found[:2] == ["palantir", "sopra-steria"]


def test_a_shared_place_law_or_technique_makes_nobody_a_broker(shipped: OpenGraph) -> None:
    kinds = {row["kind"] for row in shipped.query("brokers", limit=1000).rows}
    assert {"Company", "PoliceForce", "Contract", "Person"} <= kinds
    assert not kinds & {"Place", "Law", "Technology", "Finding"}


def test_the_i_police_consortium_hangs_together(shipped: OpenGraph) -> None:
    rows = shipped.query("communities").rows
    sizes = [row["n_members"] for row in rows]
    assert sizes == sorted(sizes, key=lambda size: -int(str(size)))
    groups = [set(map(str, _list(row["members_ids"]))) for row in rows]
    home = next(group for group in groups if "i-police" in group)
    assert {"sopra-steria", "ta9", "ta9-ceo", "belgian-federal-police"} <= home
    assert sum(map(len, groups)) == len(set().union(*groups))
