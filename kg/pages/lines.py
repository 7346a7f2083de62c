"""Lines as columns of numbers."""

from collections.abc import Collection, Sequence

from kg.pages.columns import Cell, Column, column
from kg.pages.marks import amount, years
from kg.pages.numbers import Numbers
from kg.views.picture import Line
from kg.views.styles import hides_its_verb

_BACKWARD, _FORMER, _CONFLICT, _DERIVED, _UNCLEAR, _VEILED = 1, 2, 4, 8, 16, 32


def line_columns(lines: Sequence[Line], number: Numbers) -> dict[str, Column]:
    """Each property of lines as a column."""
    looks = {line.style for line in lines}
    spans = [years(line.since_lo, line.until_hi, line.date) for line in lines]
    return {
        "eid": [line.eid for line in lines],
        "start": [number.marks.of(line.start) for line in lines],
        "end": [number.marks.of(line.end) for line in lines],
        "verb": [number.verb(line) for line in lines],
        "style": [number.styles.of(line.style) for line in lines],
        "certainty": column(number.certainties.of(line.certainty) for line in lines),
        "status": column(number.statuses.of(line.status) for line in lines),
        "flags": column(_flags(line, looks) for line in lines),
        "since": number.text(line.since for line in lines),
        "until": number.text(line.until for line in lines),
        "date": number.text(line.date for line in lines),
        "first": column(first for first, _ in spans),
        "last": column(last for _, last in spans),
        "amount": number.text(amount(line.value, line.currency) for line in lines),
        "said_by": column([number.texts.of(who) for who in line.said_by] for line in lines),
        "details": column(_details(line, number) for line in lines),
        "claims": column(number.evidence(line.claims) for line in lines),
        "count": column(line.count if line.count > 1 else 0 for line in lines),
    }


def _flags(line: Line, looks: Collection[str]) -> int:
    return (
        _BACKWARD * line.backward
        + _FORMER * line.former
        + _CONFLICT * line.conflict
        + _DERIVED * line.derived
        + _UNCLEAR * (line.unclear and not line.conflict)
        + _VEILED * hides_its_verb(line.type, line.style, looks)
    )


def _details(line: Line, number: Numbers) -> Cell:
    """Pairs of what it is and what it says, one after the other."""
    return [
        cell
        for name, value in line.details.items()
        for cell in (number.details.of(name), number.texts.of(value))
    ]
