"""Rows that are drawn as they are: as a line, as an event, as an amount."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from kg.answers import Answer
from kg.dates import is_date
from kg.schema import certainties, predicates, statuses
from kg.statements import digest
from kg.views.found import Told, ids_in
from kg.views.lines import is_backward, styled
from kg.views.marks import in_words, joined
from kg.views.picture import Line, Mark, Words
from kg.views.spec import Amount, RowEvent, RowLine
from kg.views.words import words

Row = Mapping[str, object]
Marks = Mapping[str, Mark]

_USED = {
    "yes": "active",
    "trial": "pilot",
    "unclear": "unknown",
}
"""What saved queries call a status in their own words."""


def row_lines(
    answer: Answer, wanted: RowLine, marks: Marks, told: Mapping[str, Told]
) -> list[Line]:
    """A line for every row that rests on claims and names both ends."""
    found: dict[str, Line] = {}
    for row in answer.rows:
        claims = _claims(row)
        for start in ids_in(answer, row, wanted.start):
            for end in ids_in(answer, row, wanted.end):
                if claims and start != end and start in marks and end in marks:
                    line = _line(row, wanted, marks[start], marks[end])
                    said = [told[claim] for claim in claims if claim in told]
                    found[line.eid] = styled(line, said)
    return list(found.values())


def events(answer: Answer, wanted: RowEvent, marks: Marks, lang: str) -> list[Mark]:
    """A mark for every row, called after the entity that it happened to.

    A row with several dates stands at the first; other years are told in its note. A row whose
    party the view leaves out is left out.
    """
    found: dict[str, Mark] = {}
    for row in answer.rows:
        beside = ids_in(answer, row, wanted.at)
        if beside and not any(id_ in marks for id_ in beside):
            continue
        for id_ in ids_in(answer, row, wanted.of):
            if id_ in marks:
                mark = _event(answer, row, wanted, marks, id_, lang)
                found[mark.id] = mark
    return list(found.values())


def amounts(answer: Answer, wanted: Amount, marks: Marks, lang: str) -> dict[str, Mark]:
    """The marks with the amount of the first row that gives them one."""
    found = dict(marks)
    for row in answer.rows:
        value, claims = row.get(wanted.value), _claims(row)
        for id_ in ids_in(answer, row, wanted.of):
            if isinstance(value, int | float) and id_ in found and found[id_].value is None:
                kind = in_words(row.get(wanted.note)) if wanted.note else {}
                notes = joined([kind, found[id_].notes], "; ")
                found[id_] = replace(
                    found[id_],
                    value=float(value),
                    currency=str(row.get(wanted.currency) or ""),
                    notes=notes,
                    note=notes.get(lang, ""),
                    claims=tuple(dict.fromkeys((*found[id_].claims, *claims))),
                )
    return found


def _line(row: Row, wanted: RowLine, start: Mark, end: Mark) -> Line:
    claims = _claims(row)
    said = row.get(wanted.status) if wanted.status else row.get("status")
    status = _USED.get(str(said or ""), str(said or ""))
    certainty = str(row.get("certainty") or "")
    type_ = "USES" if wanted.status else "RELATED_TO"
    return Line(
        eid="v" + digest(start.id, end.id, status, *sorted(claims)),
        type=type_,
        start=start.id,
        end=end.id,
        words=wanted.words,
        inverse=wanted.inverse,
        style="other",
        certainty=certainty if certainty in certainties() else "",
        backward=is_backward(type_, start, end),
        status=status,
        statuses=(status,) if status else (),
        derived=True,
        topic=predicates()["USES"].topic if wanted.status else "",
        claims=claims,
    )


def _event(answer: Answer, row: Row, wanted: RowEvent, marks: Marks, id_: str, lang: str) -> Mark:
    of, said = marks[id_], str(row.get(wanted.note) or "")
    dates = _dates(row.get(wanted.date))
    beside = [marks[at] for at in ids_in(answer, row, wanted.at) if at in marks and at != id_]
    notes = joined([in_words(said), *(mark.names for mark in beside), _also(dates)], " ")
    until = str(row.get(wanted.until) or "") if wanted.until else ""
    return replace(
        of,
        id="e" + digest(id_, said, *dates, *(mark.id for mark in beside)),
        certainty=str(row.get("certainty") or ""),
        status=said if said in statuses() else "",
        date=dates[0] if dates else "",
        until=until if is_date(until) else "",
        country=_country(wanted, of, beside),
        notes=notes,
        note=notes.get(lang, ""),
        claims=_claims(row),
    )


def _country(wanted: RowEvent, of: Mark, beside: Sequence[Mark]) -> tuple[str, ...]:
    parties = [*beside, of] if wanted.country == "at" else [of, *beside]
    return next((mark.country for mark in parties if mark.country), ())


def _also(dates: Sequence[str]) -> Words:
    """Which other years sources give."""
    others = sorted({date[:4] for date in dates} - {date[:4] for date in dates[:1]})
    if not others:
        return {}
    told = words()["event"]["also"]
    return {lang: text.replace("{years}", ", ".join(others)) for lang, text in told.items()}


def _dates(value: object) -> list[str]:
    held = value if isinstance(value, list) else [value]
    texts = (str(each).split(" ")[0] for each in held if each)
    return list(dict.fromkeys(text for text in texts if is_date(text)))


def _claims(row: Row) -> tuple[str, ...]:
    value = row.get("claims")
    return tuple(dict.fromkeys(map(str, value))) if isinstance(value, list) else ()
