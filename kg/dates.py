"""Dates as a source gives them: a year, a month or a day, never more than it says."""

import re
from calendar import monthrange
from datetime import date

from kg.errors import DataError

_ISO = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
_NIGHT = re.compile(r"[T ]0?0:00(?::00(?:\.0+)?)?Z?$")
_YEAR_FIRST = re.compile(r"([0-9]{4})[-/.]([0-9]{1,2})(?:[-/.]([0-9]{1,2}))?")
_YEAR_LAST = re.compile(r"(?:([0-9]{1,2})[-/. ]+)?([0-9]{1,2})[-/. ]+([0-9]{4})")
_FORMS = "write 2019-03-31, 2019-03 or 2019"


def is_date(text: str) -> bool:
    """Whether this is a date that exists, in one of the forms 2019, 2019-03 or 2019-03-31."""
    match = _ISO.fullmatch(text)
    return bool(match and _exists(match[1], match[2] or "1", match[3] or "1"))


def bounds(text: str) -> tuple[str, str]:
    """The first and the last day that a date may mean: ``2019`` is 2019-01-01 to 2019-12-31.

    Raises:
        DataError: The text is no date.
    """
    match = _ISO.fullmatch(text)
    if not match or not is_date(text):
        raise DataError(wrong(text))
    year, month, day = match.groups()
    last_month = month or "12"
    last_day = day or f"{monthrange(int(year), int(last_month))[1]:02}"
    return f"{year}-{month or '01'}-{day or '01'}", f"{year}-{last_month}-{last_day}"


def repair(text: str) -> str | None:
    """What a spreadsheet made of a date, put right; None where two dates could be meant.

    ``31/03/2019`` and ``2019-03-31 00:00:00`` are one day; ``03/04/2019`` is the third of April in
    Europe and the fourth of March in America.
    """
    plain = _NIGHT.sub("", text.strip().strip("'\""))
    if is_date(plain):
        return plain
    if match := _YEAR_FIRST.fullmatch(plain):
        return _one(match[1], match[2], match[3])
    if match := _YEAR_LAST.fullmatch(plain):
        first, second, year = match.groups()
        found = {_one(year, second, first), first and _one(year, first, second)} - {None}
        return found.pop() if len(found) == 1 else None
    return None


def wrong(text: str) -> str:
    """Why a text is no date, and what to write."""
    if meant := repair(text):
        return f"{text!r} is no date as we write it; write {meant}"
    if _YEAR_LAST.fullmatch(text) and _is_either_way(text):
        return f"{text!r} could be two different days; {_FORMS}"
    if _ISO.fullmatch(text) or _YEAR_FIRST.fullmatch(text) or _YEAR_LAST.fullmatch(text):
        return f"{text!r} is a day that does not exist; {_FORMS}"
    return f"{text[:40]!r} is no date; {_FORMS}"


def _one(year: str, month: str, day: str | None) -> str | None:
    if not _exists(year, month, day or "1"):
        return None
    return f"{year}-{month:0>2}-{day:0>2}" if day else f"{year}-{month:0>2}"


def _is_either_way(text: str) -> bool:
    match = _YEAR_LAST.fullmatch(text)
    if not match or not match[1]:
        return False
    return _exists(match[3], match[2], match[1]) and _exists(match[3], match[1], match[2])


def _exists(year: str, month: str, day: str) -> bool:
    try:
        date(int(year), int(month), int(day))
    except ValueError:
        return False
    return True
