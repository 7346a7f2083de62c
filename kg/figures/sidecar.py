"""What lies beside a figure: figure.json and figure.csv, with every claim behind every line."""

import csv
import io
import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from kg.answers.csv import inert
from kg.figures.connectors import ends
from kg.figures.describe import alt, long
from kg.figures.page import Page
from kg.views.picture import Claim, Line, Mark, Picture

COLUMNS = (
    "part", "note", "from", "tie", "to", "event", "since", "until", "date", "status", "value",
    "currency", "certainty", "conflict", "claim", "says", "said_by", "publisher", "title",
    "published", "page", "url", "from_id", "to_id", "relationship",
)  # fmt: skip


def as_json(pages: Sequence[Page], files: Sequence[str]) -> str:
    """Everything about a figure that a program may ask, and the claims that each line rests on."""
    picture = pages[0].picture
    data = {
        "name": picture.name,
        "title": picture.title,
        "caption": picture.caption,
        "lang": picture.lang,
        "size": pages[0].paper.name,
        "as_of": picture.as_of,
        "query": picture.query,
        "params": dict(picture.params),
        "data_version": picture.data_version,
        "licence": "CC BY 4.0",
        "parts": [_part(page, name) for page, name in zip(pages, files, strict=True)],
        "claims": {id_: _claim(claim) for id_, claim in sorted(_claims(pages).items())},
    }
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def as_csv(pages: Sequence[Page]) -> str:
    """One row for each claim behind each line or event; spreadsheets run none of it."""
    out = io.StringIO()
    table = csv.writer(out, lineterminator="\n")
    table.writerow(COLUMNS)
    for page in pages:
        for row in _rows(page):
            table.writerow([inert(str(row.get(column, ""))) for column in COLUMNS])
    return out.getvalue()


def _part(page: Page, name: str) -> dict[str, Any]:
    return {
        "file": name,
        "part": page.part.number,
        "width": round(page.drawing.width, 2),
        "height": round(page.drawing.height, 2),
        "unit": page.paper.unit,
        "alt": alt(page),
        "description": long(page),
        "notes": {str(number): text for number, text in page.notes.texts.items()},
        "marks": [_mark(page, mark) for mark in page.picture.marks],
        "lines": [_line(page, line) for line in page.picture.lines],
    }


def _mark(page: Page, mark: Mark) -> dict[str, Any]:
    found = {
        "id": mark.entity or mark.id,
        "label": mark.label,
        "name": mark.name,
        "country": list(mark.country),
        "date": mark.date,
        "until": mark.until,
        "event": mark.note,
        "value": mark.value,
        "currency": mark.currency,
        "note": page.notes.numbers.get(mark.id),
        "claims": list(mark.claims),
    }
    return {key: value for key, value in found.items() if value not in ("", None, [])}


def _line(page: Page, line: Line) -> dict[str, Any]:
    start, end = ends(line)
    found = {
        "id": line.eid,
        "type": line.type,
        "from": start,
        "to": end,
        "words": _verb(page.picture, line),
        "style": line.style,
        "certainty": line.certainty,
        "status": line.status,
        "since": line.since,
        "until": line.until,
        "date": line.date,
        "value": line.value,
        "currency": line.currency,
        "conflict": line.conflict or None,
        "derived": line.derived or None,
        "note": page.notes.numbers.get(line.eid),
        "claims": list(line.claims),
        "sources": [_cited(page.picture.claims[id_]) for id_ in line.claims
                    if id_ in page.picture.claims],
    }  # fmt: skip
    return {key: value for key, value in found.items() if value not in ("", None, [])}


def _cited(claim: Claim) -> dict[str, str]:
    return {"claim": claim.id, "publisher": claim.publisher, "page": claim.locator}


def _claims(pages: Sequence[Page]) -> dict[str, Claim]:
    found: dict[str, Claim] = {}
    for page in pages:
        used = {id_ for line in page.picture.lines for id_ in line.claims}
        used |= {id_ for mark in page.picture.marks for id_ in mark.claims}
        found |= {id_: claim for id_, claim in page.picture.claims.items() if id_ in used}
    return found


def _claim(claim: Claim) -> dict[str, Any]:
    found = {
        "says": claim.says,
        "certainty": claim.certainty,
        "said_by": claim.said_by,
        "source": claim.source,
        "publisher": claim.publisher,
        "title": claim.title,
        "published": claim.published,
        "read": claim.read,
        "page": claim.locator,
        "url": claim.url,
        "conflicts": list(claim.conflicts),
    }
    return {key: value for key, value in found.items() if value}


def _verb(picture: Picture, line: Line) -> str:
    return (line.inverse if line.backward else line.words)[picture.lang]


def _rows(page: Page) -> Iterator[dict[str, object]]:
    marks, claims = page.picture.by_id, page.picture.claims
    for mark in page.picture.marks:
        event = {
            "from": mark.name, "event": mark.note, "date": mark.date, "until": mark.until,
            "from_id": mark.entity or mark.id, "currency": mark.currency,
            "value": "" if mark.value is None else mark.value,
            "note": page.notes.numbers.get(mark.id, ""),
        }  # fmt: skip
        yield from (_row(page, event, claims[id_]) for id_ in mark.claims if id_ in claims)
    for line in page.picture.lines:
        start, end = ends(line)
        tie = {
            "from": marks[start].name, "tie": _verb(page.picture, line), "to": marks[end].name,
            "since": line.since, "until": line.until, "date": line.date, "status": line.status,
            "value": "" if line.value is None else line.value, "currency": line.currency,
            "conflict": "yes" if line.conflict else "", "from_id": start, "to_id": end,
            "relationship": line.eid, "note": page.notes.numbers.get(line.eid, ""),
        }  # fmt: skip
        yield from (_row(page, tie, claims[id_]) for id_ in line.claims if id_ in claims)


def _row(page: Page, about: Mapping[str, object], claim: Claim) -> dict[str, object]:
    return {
        "part": page.part.number, **about, "certainty": claim.certainty, "claim": claim.id,
        "says": claim.says, "said_by": claim.said_by, "publisher": claim.publisher,
        "title": claim.title, "published": claim.published, "page": claim.locator,
        "url": claim.url,
    }  # fmt: skip
