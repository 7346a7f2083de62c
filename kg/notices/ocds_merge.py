"""From the releases of one contracting process to what stands at its end.

The rules are those of the standard (https://standard.open-contracting.org/1.1/en/schema/merging/)
as ``ocdsmerge`` applies them; they are read from ocds_merge.toml, so that nothing asks the network.
"""

import re
import tomllib
import warnings
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any, TypeGuard

from ocdsmerge import CompiledRelease
from ocdsmerge.exceptions import OCDSMergeError

from kg.errors import DataError

Release = dict[str, Any]
_SHARED = re.compile(r"in the `([^`]*)` array")
_VERSION = {"releaseID", "releaseDate", "releaseTag", "value"}
_ORGANISATIONS = frozenset({"parties", "suppliers", "tenderers", "subcontractors"})
_MARK = "\x1f"
"""Stands in an id between what was written and what tells it from others that are written so."""


def merged(releases: Sequence[Release]) -> tuple[Release, tuple[str, ...]]:
    """One release out of several, the oldest first; and the lists in which entries share an id.

    By the standard such entries would become one, of which only the last would be left. They are
    kept apart: organisations by their names, other things by their order.

    Raises:
        DataError: They contradict each other in their form.
    """
    found, shared = _by_id(releases)
    if shared:
        apart = [{key: _told_apart(part, key) for key, part in one.items()} for one in releases]
        found = {key: _unmarked(part) for key, part in _by_id(apart)[0].items()}
    return found, shared


def _by_id(releases: Iterable[Release]) -> tuple[Release, tuple[str, ...]]:
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            whole = CompiledRelease(merge_rules=_rules())
            for release in releases:
                whole.append(release)
            found: Release = whole.asdict()
        except (OCDSMergeError, TypeError, AttributeError) as error:
            raise DataError(f"its releases cannot be merged ({error})") from error
    shared = {match[1] for one in caught if (match := _SHARED.search(str(one.message)))}
    return found, tuple(sorted(shared))


def latest(versioned: Release) -> Release:
    """What a versioned release says at its end."""
    dates = sorted(set(_dates(versioned)))
    known = {"date": dates[-1]} if dates else {}
    found = _latest(versioned)
    assert isinstance(found, dict)
    return {"tag": ["compiled"], **known, **found}


def is_versioned(release: Mapping[str, Any]) -> bool:
    """Whether its fields are lists of what they were at one time and another."""
    return "tag" not in release and "date" not in release and bool(_dates(release))


def date(release: Mapping[str, Any]) -> str:
    """The date of a release as it is written; empty if there is none."""
    return str(release.get("date") or "")


def _told_apart(value: object, key: str) -> object:
    """A value in whose lists no two entries share an id, and none stands twice word for word."""
    if isinstance(value, dict):
        return {name: _told_apart(below, name) for name, below in value.items()}
    if not isinstance(value, list):
        return value
    return [_told_apart(one, key) for one in _with_own_ids(value, key)]


def _with_own_ids(entries: list[object], key: str) -> Iterator[object]:
    """Entries of which no two share an id; an award listed once a supplier stays one award."""
    by_id: dict[str, list[dict[str, object]]] = {}
    for one in entries:
        if not isinstance(one, dict) or "id" not in one:
            yield one
            continue
        same = by_id.setdefault(_id(one), [])
        place = next((at for at, other in enumerate(same) if _agree(one, other)), len(same))
        if place == len(same):
            same.append(one)
        mark = one.get("name") if key in _ORGANISATIONS else ""
        yield {**one, "id": f"{_id(one)}{_MARK}{mark or place or ''}"}


def _agree(one: Mapping[str, object], other: Mapping[str, object]) -> bool:
    """Whether what two entries both say is the same, but for what they list."""
    return all(
        one[key] == other[key] or (isinstance(one[key], list) and isinstance(other[key], list))
        for key in one.keys() & other.keys()
    )


def _id(entry: Mapping[str, object]) -> str:
    return "" if entry["id"] is None else str(entry["id"])


def _unmarked(value: object) -> object:
    """A value with the ids as they were written."""
    if isinstance(value, list):
        return [_unmarked(one) for one in value]
    if not isinstance(value, dict):
        return value
    found = {key: _unmarked(below) for key, below in value.items()}
    if isinstance(id_ := found.get("id"), str):
        found["id"] = id_.partition(_MARK)[0]
    return found


def _latest(value: object) -> object:
    if _is_history(value):
        return value[-1]["value"]
    if isinstance(value, dict):
        return {key: _latest(below) for key, below in value.items()}
    return [_latest(below) for below in value] if isinstance(value, list) else value


def _dates(value: object) -> list[str]:
    if _is_history(value):
        return [str(version["releaseDate"]) for version in value if version["releaseDate"]]
    below = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [found for one in below for found in _dates(one)]


def _is_history(value: object) -> TypeGuard[list[dict[str, object]]]:
    return (
        isinstance(value, list)
        and bool(value)
        and all(isinstance(one, dict) and one.keys() == _VERSION for one in value)
    )


@cache
def _rules() -> dict[tuple[str, ...], str]:
    table = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))
    kinds = {"omit": "omitWhenMerged", "whole": "wholeListMerge"}
    return {tuple(path.split(".")): rule for kind, rule in kinds.items() for path in table[kind]}
