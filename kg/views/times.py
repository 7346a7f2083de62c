"""A picture as of a day: what held then, as far as claims know it."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from kg.dates import bounds, is_date
from kg.views.found import Told
from kg.views.lines import styled
from kg.views.picture import Line, Mark
from kg.views.styles import ENDS, PLANS

Span = tuple[str, str]
"""The first and the last day of the time asked for."""


def held(
    marks: Sequence[Mark], lines: Sequence[Line], told: Mapping[str, Told], when: Span
) -> tuple[list[Mark], list[Line]]:
    """What held at a time; a mark that only later lines would touch goes with them."""
    then = {mark.id: mark for mark in marks}
    kept = [
        line
        for each in lines
        if (line := line_at(each, told, when))
        and not (line.type == "ENDED" and then[line.end].status != "ended")
    ]
    before = {end for line in lines for end in (line.start, line.end)}
    after = {end for line in kept for end in (line.start, line.end)}
    shown = [
        mark
        for mark in marks
        if (mark.id in after or mark.id not in before) and not _is_later(mark.date, when)
    ]
    return shown, kept


def line_at(line: Line, told: Mapping[str, Told], when: Span) -> Line | None:
    """The line as it stood then, or nothing if it is known not to have held.

    Its status is the latest that a claim knows by then; what happened later is not told. What is no
    more than a plan to this day was none before.
    """
    first, last = when
    if (line.since_lo and line.since_lo > last) or (line.until_hi and line.until_hi < first):
        return None
    said = [told[claim] for claim in line.claims if claim in told]
    if not line.since_lo and _began_after(said, last):
        return None
    status = _latest_status(said, last)
    if not status and line.status in PLANS:
        status = line.status
    past = tuple(each for each in line.statuses if each == status)
    return styled(replace(line, status=status, statuses=past), said)


def _began_after(said: Sequence[Told], last: str) -> bool:
    """Whether it happened later, by the date that most claims bear out: one may be a misprint."""
    dates = sorted(str(each.claim["date"]) for each in said if is_date(str(each.claim.get("date"))))
    return bool(dates) and bounds(dates[len(dates) // 2])[0] > last


def _low(claim: Mapping[str, Any]) -> str:
    return str(claim.get("date_lo", "0000"))


def _latest_status(said: Sequence[Told], last: str) -> str:
    """The status that the latest claim gives of those that could be known by then."""
    dated = [
        (known, str(each.claim["id"]), status)
        for each in said
        if (status := str(each.claim.get("status", "")))
        and status != "unknown"
        and (known := _known_on(each.claim, status)) <= last
    ]
    return max(dated)[-1] if dated else ""


def _known_on(claim: Mapping[str, Any], status: str) -> str:
    """The first day on which a status can have held: an end, not before the last day of use."""
    if status in ENDS:
        days = [str(claim.get(key, "")) for key in ("until", "date")]
        return next((bounds(day)[0] for day in days if is_date(day)), _low(claim))
    return _low(claim)


def _is_later(date: str, when: Span) -> bool:
    return is_date(date) and bounds(date)[0] > when[1]
