"""What a piece of an OCDS file is, is told from its fields and its place."""

from typing import Any

import pytest

from kg.notices.json_pieces import Piece
from kg.notices.ocds_given import (
    LINK,
    LINKED_ONLY,
    NO_OCID,
    NO_RELEASE,
    OTHER,
    given,
)
from kg.notices.ocds_shelf import Given, Head
from tests.notices.ocds_sample import OCID, package, release

WHOLE = release(tag=["compiled"])


def sort(value: object, path: str = "") -> list[Given | Head | str]:
    return list(given(Piece(3, path, value), "a.json"))


def only(value: object, path: str = "") -> Given:
    (found,) = sort(value, path)
    assert isinstance(found, Given)
    return found


def test_a_release_in_a_package_is_one() -> None:
    found = only(release(), "releases[7]")
    assert (found.ocid, found.file, found.document, found.path, found.is_compiled) == (
        OCID,
        "a.json",
        3,
        "releases[7]",
        False,
    )


def test_a_release_may_stand_alone() -> None:
    assert only(release()).path == ""


@pytest.mark.parametrize("tag", [["compiled"], "compiled", ["award", "compiled"]])
def test_a_compiled_release_is_told_by_its_tag(tag: object) -> None:
    assert only(release(tag=tag)).is_compiled


def test_a_versioned_release_becomes_what_was_last() -> None:
    version = {"releaseID": "1", "releaseDate": "2024", "releaseTag": ["award"], "value": "A"}
    found = only({"ocid": OCID, "buyer": {"name": [version]}})
    assert found.is_compiled
    assert found.value["buyer"] == {"name": "A"}


def test_an_ocid_that_is_a_number_is_a_text() -> None:
    own = only(release(ocid=20240001))  # type: ignore[arg-type]
    assert (own.ocid, own.value["ocid"]) == ("20240001", "20240001")


@pytest.mark.parametrize("path", ["records[0]", "", "[4]"])
def test_a_record_is_its_compiled_release(path: str) -> None:
    found = only({"ocid": OCID, "releases": [release()], "compiledRelease": WHOLE}, path)
    assert found.is_compiled
    assert found.path == (f"{path}.compiledRelease" if path else "compiledRelease")


def test_a_record_without_one_is_its_releases() -> None:
    found = sort(
        {"ocid": OCID, "releases": [release(), {"url": "x"}, release(id="2")]}, "records[0]"
    )
    paths = [one.path for one in found if isinstance(one, Given)]
    assert paths == ["records[0].releases[0]", "records[0].releases[2]"]
    assert found[2] == LINK


def test_a_record_of_links_is_what_its_versions_come_to() -> None:
    version = {"releaseID": "1", "releaseDate": "2024", "releaseTag": ["award"], "value": "A"}
    record = {
        "ocid": OCID,
        "releases": [{"url": "x", "date": "2024", "tag": ["award"]}],
        "versionedRelease": {"ocid": OCID, "buyer": {"name": [version]}},
    }
    assert only(record, "records[0]").value["buyer"] == {"name": "A"}


@pytest.mark.parametrize(
    ("value", "path", "reason"),
    [
        ({"id": "1"}, "releases[0]", NO_OCID),
        ({"url": "https://x"}, "releases[0]", LINK),
        ("https://x", "releases[0]", LINK),
        ({"ocid": "a", "releases": ["https://x"]}, "records[0]", LINKED_ONLY),
        ({"ocid": "a", "releases": [], "compiledRelease": {}}, "records[0]", NO_RELEASE),
        ({"ocid": "a", "releases": None}, "records[0]", NO_RELEASE),
        ({"total": 5}, "", OTHER),
        (17, "", OTHER),
        ("text", "", OTHER),
        (None, "releases[0]", OTHER),
    ],
)
def test_what_is_no_release_says_why(value: Any, path: str, reason: str) -> None:
    assert sort(value, path) == [reason]


def test_nothing_is_said_of_an_empty_rest() -> None:
    assert sort({}) == []


def test_the_head_of_a_package_is_read_and_what_is_left_is_told() -> None:
    own = package(license="CC BY", extensions=["x"])
    del own["releases"]
    (head,) = sort(own)
    assert isinstance(head, Head)
    assert (head.publisher, head.uri, head.unread) == (
        "Aankoopdienst",
        "https://example.org/package.json",
        {"license": 1},
    )
