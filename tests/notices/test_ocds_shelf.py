"""Releases are laid aside on disk and come back by process, merged as the standard says."""

import tracemalloc
from pathlib import Path
from typing import Any

import pytest

from kg.notices.ocds_compile import HELD, OLDER, TWICE, compiled
from kg.notices.ocds_related import Ties
from kg.notices.ocds_shelf import Given, Head, Shelf

OCID = "ocds-abc123-1"


def given(
    value: dict[str, Any], *, whole: bool = False, ocid: str = OCID, document: int = 0
) -> Given:
    return Given(ocid, "a.json", document, "releases[0]", whole, {"ocid": ocid, **value})


def back(*parts: Given, heads: tuple[Head, ...] = ()) -> dict[str, list[Given]]:
    with Shelf() as shelf:
        for head in heads:
            shelf.head(head)
        for part in parts:
            shelf.lay(part)
        return {ocid: list(found) for ocid, found in shelf.processes()}


def test_what_was_laid_aside_comes_back_by_process_in_its_order() -> None:
    one, two, three = (given({"id": str(n)}, ocid=ocid) for n, ocid in enumerate("aba"))
    assert back(one, two, three) == {"a": [one, three], "b": [two]}


def test_an_empty_shelf_gives_nothing() -> None:
    assert back() == {}


def test_a_release_has_the_head_of_its_own_package() -> None:
    heads = (Head("a.json", 0, "First"), Head("a.json", 1, "Second"), Head("b.json", 0, "Third"))
    found = back(given({}, document=1), heads=heads)
    (one,) = found[OCID]
    assert one.head is not None
    assert one.head.publisher == "Second"


def test_of_two_heads_of_one_package_the_first_counts() -> None:
    found = back(given({}), heads=(Head("a.json", 0, "First"), Head("a.json", 0, "Second")))
    (one,) = found[OCID]
    assert one.head is not None
    assert one.head.publisher == "First"


def test_the_shelf_leaves_nothing_behind(tmp_path: Path) -> None:
    with Shelf(tmp_path) as shelf:
        shelf.lay(given({}))
        assert list(tmp_path.iterdir())
    assert list(tmp_path.iterdir()) == []


def test_memory_does_not_grow_with_what_is_laid_aside() -> None:
    def peak(count: int) -> int:
        tracemalloc.start()
        with Shelf() as shelf:
            for number in range(count):
                shelf.lay(given({"id": str(number), "text": "x" * 500}, ocid=f"o{number}"))
            assert sum(1 for _ in shelf.processes()) == count
        most = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return most

    assert peak(4_000) < 2 * peak(400) + 400_000


def award(status: str) -> dict[str, Any]:
    return {"awards": [{"id": "a", "status": status}]}


def release(id_: str, date: str, **more: Any) -> dict[str, Any]:
    return {"id": id_, "date": date, "tag": ["award"], **more}


def test_the_latest_release_wins_whatever_order_they_come_in() -> None:
    early = given(release("1", "2024-01-01", **award("pending")))
    late = given(release("2", "2024-02-01", **award("active")))
    for parts in ([early, late], [late, early]):
        whole = compiled(OCID, parts)
        assert whole.release["awards"][0]["status"] == "active"
        assert whole.last == late


def test_a_field_that_a_later_release_does_not_repeat_stays() -> None:
    early = given(release("1", "2024-01-01", tender={"title": "Cameras"}))
    late = given(release("2", "2024-02-01", **award("active")))
    assert compiled(OCID, [early, late]).release["tender"] == {"title": "Cameras"}


def test_a_field_that_a_later_release_sets_to_nothing_goes() -> None:
    early = given(release("1", "2024-01-01", tender={"title": "Cameras", "status": "active"}))
    late = given(release("2", "2024-02-01", tender={"status": None}))
    assert compiled(OCID, [early, late]).release["tender"] == {"title": "Cameras"}


def test_a_release_given_twice_word_for_word_counts_once() -> None:
    one = given(release("1", "2024-01-01", **award("active")))
    assert compiled(OCID, [one, one, one]).skipped == (TWICE, TWICE)


def test_two_releases_of_one_id_that_differ_both_count() -> None:
    one = given(release("1", "2024-01-01", **award("pending")))
    two = given(release("1", "2024-01-02", **award("active")))
    whole = compiled(OCID, [one, two])
    assert (whole.skipped, whole.release["awards"][0]["status"]) == ((), "active")


def test_a_compiled_release_stands_for_those_before_it() -> None:
    part = given(release("1", "2024-01-01", **award("pending")))
    whole = given(release("c", "2024-03-01", **award("active")), whole=True)
    found = compiled(OCID, [part, whole])
    assert (found.release["awards"][0]["status"], found.skipped) == ("active", (HELD,))


def test_a_release_after_the_compiled_one_is_merged_into_it() -> None:
    whole = given(release("c", "2024-03-01", **award("active")), whole=True)
    later = given(release("9", "2024-04-01", **award("cancelled")))
    assert compiled(OCID, [whole, later]).release["awards"][0]["status"] == "cancelled"


def test_of_several_compiled_releases_the_latest_counts() -> None:
    old = given(release("c1", "2024-03-01", **award("pending")), whole=True)
    new = given(release("c2", "2024-04-01", **award("active")), whole=True)
    for parts in ([old, new], [new, old]):
        found = compiled(OCID, parts)
        assert (found.release["awards"][0]["status"], found.skipped) == ("active", (OLDER,))


@pytest.mark.parametrize("date", ["", None])
def test_releases_without_a_date_are_read_and_none_is_lost(date: str | None) -> None:
    one = given({"id": "1", "date": date, "tag": ["award"], **award("active")})
    two = given({"id": "2", "date": "2024-01-01", "tag": ["award"], "tender": {"title": "T"}})
    found = compiled(OCID, [one, two])
    assert found.release.get("awards") or found.odd


def tie(relation: str, other: str) -> dict[str, Any]:
    return {"relatedProcesses": [{"relationship": [relation], "identifier": other}]}


def test_a_circle_is_found_from_each_of_its_processes() -> None:
    ties = Ties()
    for one, other in (("a", "b"), ("b", "c"), ("c", "a")):
        ties.know(one, tie("framework", other))
    assert ties.circle("a") == ("a", "b", "c")
    assert ties.circle("b") == ("b", "c", "a")


def test_what_leads_into_a_circle_is_not_in_it() -> None:
    ties = Ties()
    for one, other in (("x", "a"), ("a", "b"), ("b", "a")):
        ties.know(one, tie("parent", other))
    assert ties.circle("x") == ()
    assert ties.circle("a") == ("a", "b")


def test_a_subcontract_stands_under_the_process_that_names_it() -> None:
    ties = Ties()
    ties.know("a", tie("subContract", "b"))
    ties.know("b", tie("framework", "a"))
    assert ties.circle("a") == ()


@pytest.mark.parametrize("relation", ["prior", "renewalProcess", "planning", "x_other", ""])
def test_other_relations_make_no_circle(relation: str) -> None:
    ties = Ties()
    ties.know("a", tie(relation, "b"))
    ties.know("b", tie(relation, "a"))
    assert ties.circle("a") == ()


@pytest.mark.parametrize(
    "odd", [None, "x", 5, [None], ["x"], [{"relationship": None}], [{"identifier": None}], {}]
)
def test_odd_relations_are_passed_over(odd: object) -> None:
    ties = Ties()
    ties.know("a", {"relatedProcesses": odd, "contracts": odd})
    assert ties.circle("a") == ()
