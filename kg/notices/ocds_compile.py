"""One release for each contracting process, out of all that was given of it."""

from collections.abc import Sequence
from dataclasses import dataclass

from kg.errors import DataError
from kg.notices.ocds_merge import Release, date, merged
from kg.notices.ocds_shelf import Given

TWICE = "release that is given twice"
OLDER = "compiled release of which a later one is given"
SHARED = "list in which several entries share an id; each is read for itself"
HELD = "release that a compiled release holds already"


@dataclass(frozen=True, slots=True)
class Compiled:
    """A process as it stands at its end.

    ``last`` is the release it ends with. ``skipped`` says what was left out of the others, and
    ``odd`` why they could not be merged.
    """

    ocid: str
    release: Release
    last: Given
    skipped: tuple[str, ...] = ()
    odd: tuple[str, ...] = ()


def compiled(ocid: str, given: Sequence[Given]) -> Compiled:
    """Merge what was given of a process.

    A compiled release stands for those before it; releases after it are merged into it.
    """
    own, skipped = _once(given)
    whole = [one for one in own if one.is_compiled]
    parts = [one for one in own if not one.is_compiled]
    if whole:
        *older, last = sorted(whole, key=lambda one: date(one.value))
        later = [one for one in parts if date(one.value) > date(last.value)]
        skipped += [OLDER] * len(older) + [HELD] * (len(parts) - len(later))
        parts = [last, *later]
    return _merge(ocid, sorted(parts, key=lambda one: date(one.value)), skipped)


def _merge(ocid: str, parts: list[Given], skipped: list[str]) -> Compiled:
    last = parts[-1]
    if len(parts) == 1 and last.is_compiled:
        return Compiled(ocid, last.value, last, tuple(skipped))
    try:
        release, shared = merged([one.value for one in parts])
    except DataError as error:
        return Compiled(ocid, last.value, last, tuple(skipped), (f"{error}; the last one is read",))
    skipped += [f"{SHARED} ({where})" for where in shared]
    return Compiled(ocid, release, last, tuple(skipped))


def _once(given: Sequence[Given]) -> tuple[list[Given], list[str]]:
    """Those that are not given before, word for word."""
    kept: list[Given] = []
    by_id: dict[str, list[Release]] = {}
    for one in given:
        same = by_id.setdefault(str(one.value.get("id")), [])
        if one.value not in same:
            same.append(one.value)
            kept.append(one)
    return kept, [TWICE] * (len(given) - len(kept))
