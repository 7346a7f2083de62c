"""What a piece of an OCDS file is: a release, a record with its releases, or a package's head."""

from collections.abc import Iterator, Mapping
from typing import Any

from kg.notices.branch import Branch, plain
from kg.notices.json_pieces import Piece
from kg.notices.ocds_merge import is_versioned, latest
from kg.notices.ocds_shelf import Given, Head

LISTS = ("releases", "records")
ANSWERS = ("results", "data")
"""Under which services put packages and releases."""
NO_OCID = "release without an ocid"
LINKED_ONLY = "record with nothing but links to its releases"
LINK = "link to a release in another file"
NO_RELEASE = "record without releases"
OTHER = "neither a release nor a package of releases"
_OF_A_PACKAGE = {"uri", "publisher", "publishedDate", "version", "license", "publicationPolicy"}
_OF_A_RECORD = ("compiledRelease", "versionedRelease", "releases")


def given(piece: Piece, file: str) -> Iterator[Given | Head | str]:
    """The releases of a piece, the head of a package, or why it has none."""
    value = piece.value
    in_list = piece.path.rpartition("[")[0].rpartition(".")[2]
    if not isinstance(value, dict):
        yield LINK if isinstance(value, str) and in_list else OTHER
    elif in_list == "records" or ("ocid" in value and not value.keys().isdisjoint(_OF_A_RECORD)):
        yield from _record(piece, value, file)
    elif in_list == "releases" or "ocid" in value:
        yield from _release(piece, value, file, piece.path, "")
    elif value.keys() & _OF_A_PACKAGE:
        yield _head(piece, value, file)
    elif value:
        yield OTHER


def _record(piece: Piece, record: Mapping[str, Any], file: str) -> Iterator[Given | str]:
    """The compiled release of a record, else its releases, else what its versions come to."""
    ocid = plain(record.get("ocid"))
    whole = record.get("compiledRelease")
    if isinstance(whole, dict) and whole:
        yield from _release(piece, whole, file, _at(piece, "compiledRelease"), ocid, True)
        return
    releases = record.get("releases")
    listed = list(enumerate(releases)) if isinstance(releases, list) else []
    full = [(index, one) for index, one in listed if isinstance(one, dict) and not _is_link(one)]
    for index, one in full:
        yield from _release(piece, one, file, _at(piece, f"releases[{index}]"), ocid)
    versioned = record.get("versionedRelease")
    if full:
        yield from (LINK for _ in range(len(listed) - len(full)))
    elif isinstance(versioned, dict) and versioned:
        yield from _release(piece, versioned, file, _at(piece, "versionedRelease"), ocid, True)
    else:
        yield LINKED_ONLY if listed else NO_RELEASE


def _release(
    piece: Piece,
    value: dict[str, Any],
    file: str,
    path: str,
    known: str,
    is_compiled: bool = False,
) -> Iterator[Given | str]:
    if _is_link(value):
        yield LINK
        return
    if is_versioned(value):
        value, is_compiled = latest(value), True
    ocid = plain(value.get("ocid")) or known
    if not ocid:
        yield NO_OCID
        return
    tags = Branch({"tag": value.get("tag")}).texts("tag")
    is_whole = is_compiled or "compiled" in tags
    yield Given(ocid, file, piece.document, path, is_whole, {**value, "ocid": ocid})


def _head(piece: Piece, value: dict[str, Any], file: str) -> Head:
    branch = Branch(dict(value))
    publisher = branch.branch("publisher").text("name", "legalName")
    published = branch.text("publishedDate")
    uri = branch.text("uri", "url")
    branch.pass_over("version", "extensions", "packages", "links")
    return Head(file, piece.document, publisher, published, uri, branch.unread())


def _is_link(value: Mapping[str, Any]) -> bool:
    """Whether it only says where a release is to be found."""
    return "url" in value and "ocid" not in value and "id" not in value


def _at(piece: Piece, path: str) -> str:
    return f"{piece.path}.{path}" if piece.path else path
