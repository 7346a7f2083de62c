"""Lines: relationships as they are drawn, and as they stood at a time."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import Any

from kg.dates import bounds, is_date
from kg.schema import predicates, qualifiers
from kg.views.found import Related, Told
from kg.views.marks import role_of
from kg.views.picture import Line, Mark
from kg.views.styles import Standing, style_of

Span = tuple[str, str]

_ORDER = {"side": 0, "vendor": 1, "contract": 2, "system": 3, "force": 4}
_WORDS = ("title", "relation", "kind", "outcome", "issue", "purpose", "role", "lot", "through")
_NAMED = ("place", "contract", "system", "product", "client", "through")


def named_in(found: Iterable[Related]) -> set[str]:
    """The ids of entities that relationships name beside their two ends."""
    return {
        part
        for each in found
        for key in _NAMED
        for part in str(each.props.get(key, "")).split("|")
        if part
    }


def line_of(
    found: Related, marks: Mapping[str, Mark], told: Mapping[str, Told], names: Mapping[str, str]
) -> Line:
    """The line of a relationship; ``names`` are those of every entity that it names."""
    props, predicate = found.props, predicates()[found.type]
    said = [told[claim] for claim in found.claims if claim in told]
    line = Line(
        eid=found.eid,
        type=found.type,
        start=found.start,
        end=found.end,
        words=predicate.names,
        inverse=predicate.inverse,
        style="other",
        certainty=str(props.get("certainty", "")),
        backward=is_backward(marks[found.start], marks[found.end]),
        status=str(props.get("status", "")),
        statuses=tuple(props.get("statuses", ())),
        former=bool(props.get("former")),
        conflict=bool(props.get("conflict")),
        derived=bool(props.get("derived")),
        topic=predicate.topic,
        since=str(props.get("since", "")),
        until=str(props.get("until", "")),
        since_lo=str(props.get("since_lo", "")),
        until_hi=str(props.get("until_hi", "")),
        date=str(props.get("date", "")),
        value=props.get("value"),
        currency=str(props.get("currency", "")),
        said_by=tuple(dict.fromkeys(each.said_by for each in said if each.said_by)),
        details=_details(props, names),
        claims=found.claims,
        cite=str(props.get("cite", "")),
    )
    return styled(line, said)


def styled(line: Line, said: Sequence[Told]) -> Line:
    """The line with the style that it has by what is said of it."""
    standing = Standing(
        type=line.type,
        status=line.status,
        statuses=line.statuses,
        certainty=line.certainty,
        former=line.former,
        is_vendors_word=bool(said) and all(each.is_firm for each in said),
    )
    return replace(line, style=style_of(standing))


def is_backward(start: Mark, end: Mark) -> bool:
    """Whether the chain from seller to police runs from the end of a line to its start."""
    return _ORDER[role_of(start.label)] > _ORDER[role_of(end.label)]


def at_time(line: Line, told: Mapping[str, Told], when: Span) -> Line | None:
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


def _details(props: Mapping[str, Any], names: Mapping[str, str]) -> Mapping[str, str]:
    """What a relationship says beside its ends, with names for ids."""
    found = {}
    for key in sorted({*_WORDS, *_NAMED}):
        if value := props.get(key):
            parts = str(value).split("|") if key in _NAMED else [str(value)]
            found[key] = ", ".join(names.get(part, part) for part in parts)
    return MappingProxyType(found)


def is_qualifier(key: str) -> bool:
    """Whether a detail has a name in kg.schema.qualifiers."""
    return key in qualifiers()
