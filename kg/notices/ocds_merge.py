"""From the releases of one contracting process to what stands at its end.

The rules are those of the standard (https://standard.open-contracting.org/1.1/en/schema/merging/)
as ``ocdsmerge`` applies them; they are read from ocds_merge.toml, so that nothing asks the network.
"""

import re
import tomllib
import warnings
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any, TypeGuard

from ocdsmerge import CompiledRelease
from ocdsmerge.exceptions import OCDSMergeError

from kg.errors import DataError

Release = dict[str, Any]
_SHARED = re.compile(r"in the `([^`]*)` array")
_VERSION = {"releaseID", "releaseDate", "releaseTag", "value"}


def merged(releases: Iterable[Release]) -> tuple[Release, tuple[str, ...]]:
    """One release out of several, the oldest first; and the lists in which entries share an id.

    Raises:
        DataError: They contradict each other in their form.
    """
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
