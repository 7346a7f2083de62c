"""Releases of one process become one, by the rules of the standard and without the network."""

import socket
from typing import Any

import pytest

from kg.errors import DataError
from kg.notices.ocds_compile import HELD, OLDER, SHARED, TWICE, compiled
from kg.notices.ocds_merge import is_versioned, latest, merged
from kg.notices.ocds_shelf import Given, Head, Shelf


def given(value: dict[str, Any], *, is_compiled: bool = False, file: str = "a.json") -> Given:
    return Given("ocds-1", file, 0, "", is_compiled, value)


def version(value: object, date: str = "2024-01-01", id_: str = "1") -> dict[str, object]:
    return {"releaseID": id_, "releaseDate": date, "releaseTag": ["tender"], "value": value}


def test_nothing_asks_the_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("a connection was tried")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    assert merged([{"ocid": "o", "date": "2024"}])[0]["ocid"] == "o"


def test_a_later_value_replaces_an_earlier_one_and_null_removes_it() -> None:
    found, shared = merged(
        [
            {"ocid": "o", "id": "1", "date": "2023", "tender": {"title": "a", "status": "active"}},
            {
                "ocid": "o",
                "id": "2",
                "date": "2024",
                "tender": {"title": None, "status": "complete"},
            },
        ]
    )
    assert found["tender"] == {"status": "complete"}
    assert shared == ()


def test_objects_of_a_list_are_told_apart_by_their_id() -> None:
    found, _ = merged(
        [
            {"ocid": "o", "date": "2023", "awards": [{"id": "1", "title": "a"}, {"id": "2"}]},
            {"ocid": "o", "date": "2024", "awards": [{"id": "1", "status": "active"}, {"id": "3"}]},
        ]
    )
    assert found["awards"] == [
        {"id": "1", "title": "a", "status": "active"},
        {"id": "2"},
        {"id": "3"},
    ]


@pytest.mark.parametrize(
    ("path", "field"),
    [("parties", "roles"), ("tender", "submissionMethod"), ("relatedProcesses", "relationship")],
)
def test_of_some_lists_the_last_stands_for_the_whole(path: str, field: str) -> None:
    def release(date: str, *words: str) -> dict[str, Any]:
        holder: dict[str, Any] = {field: list(words)}
        own = holder if path == "tender" else [{"id": "1", **holder}]
        return {"ocid": "o", "date": date, path: own}

    found, _ = merged([release("2023", "a", "b"), release("2024", "c")])
    own = found[path] if path == "tender" else found[path][0]
    assert own[field] == ["c"]


def test_entries_of_a_list_that_share_an_id_are_told() -> None:
    _, shared = merged([{"ocid": "o", "date": "2023", "parties": [{"id": "1"}, {"id": "1"}]}])
    assert shared == ("parties",)


def test_releases_that_contradict_each_other_in_form_cannot_be_merged() -> None:
    with pytest.raises(DataError, match="cannot be merged"):
        merged(
            [
                {"ocid": "o", "date": "2023", "tender": {"value": "1"}},
                {"ocid": "o", "date": "2024", "tender": {"value": {"amount": 1}}},
            ]
        )


def test_a_versioned_release_says_what_was_last() -> None:
    history = {
        "ocid": "o",
        "initiationType": [version("tender")],
        "buyer": {"name": [version("A"), version("B", "2024-03-01", "2")]},
        "awards": [{"id": "1", "title": [version("x")], "suppliers": [{"name": [version("s")]}]}],
    }
    assert is_versioned(history)
    assert latest(history) == {
        "tag": ["compiled"],
        "date": "2024-03-01",
        "ocid": "o",
        "initiationType": "tender",
        "buyer": {"name": "B"},
        "awards": [{"id": "1", "title": "x", "suppliers": [{"name": "s"}]}],
    }


@pytest.mark.parametrize("value", [{}, {"a": [1]}, {"tag": ["award"], "x": [version(1)]}])
def test_other_releases_are_not_taken_for_versioned_ones(value: dict[str, Any]) -> None:
    assert not is_versioned(value)


def test_releases_are_merged_in_the_order_of_their_dates() -> None:
    found = compiled(
        "ocds-1",
        [
            given({"id": "2", "date": "2024", "tender": {"title": "new"}}),
            given({"id": "1", "date": "2023", "tender": {"title": "old", "id": "t"}}),
            given({"id": "0", "tender": {"title": "undated"}}),
        ],
    )
    assert found.release["tender"] == {"title": "new", "id": "t"}
    assert found.last.value["id"] == "2"


def test_a_release_that_is_given_twice_counts_once() -> None:
    one = {"id": "1", "date": "2023", "awards": [{"suppliers": [{"name": "A"}]}]}
    found = compiled("ocds-1", [given(one), given(dict(one), file="b.json")])
    assert len(found.release["awards"]) == 1
    assert found.skipped == (TWICE,)


def test_a_compiled_release_stands_for_those_before_it() -> None:
    found = compiled(
        "ocds-1",
        [
            given({"id": "1", "date": "2022", "tender": {"title": "a"}}),
            given(
                {"id": "c", "date": "2023", "tender": {"title": "b", "id": "t"}}, is_compiled=True
            ),
            given({"id": "3", "date": "2024", "tender": {"title": "c"}}),
        ],
    )
    assert found.release["tender"] == {"title": "c", "id": "t"}
    assert found.skipped == (HELD,)


def test_of_two_compiled_releases_the_later_counts() -> None:
    old = {"id": "c", "date": "2023", "tender": {"title": "old"}}
    new = {"id": "c", "date": "2024", "tender": {"title": "new"}}
    for order in ([old, new], [new, old]):
        found = compiled("ocds-1", [given(one, is_compiled=True) for one in order])
        assert (found.release, found.skipped) == (new, (OLDER,))


def test_what_cannot_be_merged_is_told_and_the_last_is_read() -> None:
    last = {"id": "2", "date": "2024", "tender": {"value": {"amount": 1}}}
    found = compiled(
        "ocds-1", [given({"id": "1", "date": "2023", "tender": {"value": 1}}), given(last)]
    )
    assert found.release == last
    assert found.odd[0].endswith("; the last one is read")


def test_shared_ids_are_told_with_their_list() -> None:
    found = compiled("ocds-1", [given({"date": "2023", "parties": [{"id": 1}, {"id": 1}]})])
    assert found.skipped == (f"{SHARED} (parties)",)


def test_a_shelf_gives_back_each_process_whole() -> None:
    with Shelf() as shelf:
        for number in range(6):
            ocid = "b" if number % 2 else "a"
            shelf.lay(Given(ocid, "x.json", 0, f"releases[{number}]", False, {"n": number}))
        shelf.head(Head("x.json", 0, "Publisher", "2024", "https://example.org"))
        shelf.head(Head("x.json", 0, "Another"))
        found = {ocid: [one.value["n"] for one in own] for ocid, own in shelf.processes()}
    assert found == {"a": [0, 2, 4], "b": [1, 3, 5]}


def test_a_shelf_knows_the_head_of_each_package() -> None:
    with Shelf() as shelf:
        shelf.lay(Given("a", "x.json", 0, "", True, {}))
        shelf.lay(Given("b", "x.json", 1, "", False, {}))
        shelf.head(Head("x.json", 0, "Publisher", "2024", "https://example.org"))
        ((_, [first]), (_, [second])) = list(shelf.processes())
    assert first.head == Head("x.json", 0, "Publisher", "2024", "https://example.org")
    assert (first.is_compiled, second.head, second.is_compiled) == (True, None, False)


def test_a_shelf_leaves_nothing_behind(tmp_path: Any) -> None:
    with Shelf(tmp_path) as shelf:
        shelf.lay(Given("a", "x.json", 0, "", False, {}))
        assert list(tmp_path.iterdir())
    assert list(tmp_path.iterdir()) == []
