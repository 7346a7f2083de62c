"""A picture as of a day: what held then, as far as claims know it."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from kg.dates import bounds, is_date
from kg.views.found import Told
from kg.views.lines import styled
from kg.views.picture import Line, Mark

Span = tuple[str, str]
"""The first and the last day of the time asked for."""


def held(
    marks: Sequence[Mark], lines: Sequence[Line], told: Mapping[str, Told], when: Span
) -> tuple[list[Mark], list[Line]]:
    """What held at a time; a mark that only later lines would touch goes with them."""
    kept = [line for each in lines if (line := line_at(each, told, when))]
    before = {end for line in lines for end in (line.start, line.end)}
    after = {end for line in kept for end in (line.start, line.end)}
    shown = [
        mark_at(mark, told, when)
        for mark in marks
        if (mark.id in after or mark.id not in before) and not _is_later(mark.date, when)
    ]
    return shown, kept


def mark_at(mark: Mark, told: Mapping[str, Told], when: Span) -> Mark:
    """The mark as it stood then: what nobody had ended yet goes on."""
    if mark.date or mark.status != "ended":
        return mark
    known = [claim for claim in mark.claims if claim in told]
    has_ended = any(_low(told[claim].claim) <= when[1] for claim in known)
    return mark if has_ended else replace(mark, status="", claims=())


def line_at(line: Line, told: Mapping[str, Told], when: Span) -> Line | None:
    """The line as it stood then, or nothing if it is known not to have held.

    Its status is the latest that a claim knows by then; what happened later is not told.
    """
    first, last = when
    if (line.since_lo and line.since_lo > last) or (line.until_hi and line.until_hi < first):
        return None
    said = [told[claim] for claim in line.claims if claim in told]
    if not line.since_lo and _began_after(said, last):
        return None
    known = [each for each in said if _low(each.claim) <= last]
    status = _latest_status(known)
    past = tuple(each for each in line.statuses if each == status)
    return styled(replace(line, status=status, statuses=past), said)


def _began_after(said: Sequence[Told], last: str) -> bool:
    """Whether every claim gives a day for what happened, and all of these days are later."""
    days = [_event_day(each.claim) for each in said]
    return bool(days) and all(day and day > last for day in days)


def _event_day(claim: Mapping[str, Any]) -> str:
    date = str(claim.get("date", ""))
    is_event = claim.get("date_kind", "event") in ("event", "announced")
    return bounds(date)[0] if is_event and is_date(date) else ""


def _low(claim: Mapping[str, Any]) -> str:
    return str(claim.get("date_lo", "0000"))


def _latest_status(known: Sequence[Told]) -> str:
    dated = [
        (str(each.claim.get("date_hi", "")), _low(each.claim), str(each.claim["id"]), status)
        for each in known
        if (status := str(each.claim.get("status", ""))) and status != "unknown"
    ]
    return max(dated)[-1] if dated else ""


def _is_later(date: str, when: Span) -> bool:
    return is_date(date) and bounds(date)[0] > when[1]
