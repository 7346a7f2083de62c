"""Marks as columns of numbers, and the years in which they and lines hold."""

from collections.abc import Sequence

from kg.dates import bounds, is_date
from kg.pages.columns import Column, column
from kg.pages.numbers import Numbers
from kg.views.picture import Mark

Years = tuple[int, int]
"""The first and the last year; 0 where it is not known."""


def mark_columns(marks: Sequence[Mark], number: Numbers) -> dict[str, Column]:
    """Each property of marks as a column."""
    spans = [years(mark.date, mark.until, mark.date) for mark in marks]
    return {
        "id": [mark.id for mark in marks],
        "label": [number.labels.of(mark.label) for mark in marks],
        "name": [number.worded.said(mark.names) for mark in marks],
        "aliases": column([number.texts.of(name) for name in mark.aliases] for mark in marks),
        "country": column([number.countries.of(code) for code in mark.country] for mark in marks),
        "kind": number.text(mark.kind for mark in marks),
        "status": column(number.statuses.of(mark.status) for mark in marks),
        "certainty": column(number.certainties.of(mark.certainty) for mark in marks),
        "date": number.text(mark.date for mark in marks),
        "until": number.text(mark.until for mark in marks),
        "first": column(first for first, _ in spans),
        "last": column(last for _, last in spans),
        "event": column(number.worded.said(mark.notes) for mark in marks),
        "note": number.text(str(mark.props.get("notes", "")) for mark in marks),
        "amount": number.text(amount(mark.value, mark.currency) for mark in marks),
        "claims": column(number.evidence(mark.claims) for mark in marks),
    }


def years(since: str, until: str, dates: str) -> Years:
    """The years between two dates; without them, those of the dates that are told."""
    if since or until:
        return _year(since), _year(until)
    told = [_year(date) for date in dates.split("; ")]
    known = [year for year in told if year]
    return (min(known), max(known)) if known else (0, 0)


def amount(value: float | None, currency: str) -> str:
    """``EUR 12,500,000``; nothing for no value."""
    return f"{currency} {value:,.0f}".strip() if value is not None else ""


def _year(date: str) -> int:
    return int(bounds(date)[0][:4]) if is_date(date) else 0
