"""An answer for the page: rows as they are shown, each with its notes and its entities."""

from collections.abc import Sequence

from kg.answers import Answer, Note
from kg.answers.answer import Row
from kg.answers.cells import id_of, is_number, one_line, shown, visible, written
from kg.answers.citations import claim_ids, numbering
from kg.answers.links import is_link
from kg.explore.shown import MOST as MOST_ENTITIES

MOST = 500
"""Rows that a page shows; a file holds all."""


def result(answer: Answer) -> dict[str, object]:
    """Columns, rows, notes; ``count`` is how many rows there are, ``entities`` who is in them."""
    columns = [column for column in shown(answer.columns) if column != "claims"]
    rows = answer.rows[:MOST]
    numbers = numbering(answer.notes)
    entities = _entities(answer)
    used = {numbers[claim] for row in rows for claim in claim_ids(row) if claim in numbers}
    return {
        "title": one_line(answer.title),
        "columns": [{"name": column, "head": column.replace("_", " ")} for column in columns],
        "rows": [_row(row, columns, numbers) for row in rows],
        "count": len(answer.rows),
        "notes": [note(each, answer.lang) for each in answer.notes if each.number in used],
        "entities": entities[:MOST_ENTITIES],
        "entity_count": len(entities),
    }


def note(each: Note, lang: str) -> dict[str, object]:
    """A numbered source: who, what, where in it, when, and what it says."""
    return {
        "number": each.number,
        "passage": list(map(visible, each.passage(lang))),
        "says": visible(each.assertion(lang)),
        "url": visible(each.url),
        "link": each.url if is_link(each.url) else "",
        "source": each.source,
    }


def _row(row: Row, columns: Sequence[str], numbers: dict[str, int]) -> dict[str, object]:
    ids = {id_of(column): value for column, value in row.items() if id_of(column)}
    known = {numbers[claim] for claim in claim_ids(row) if claim in numbers}
    return {
        "cells": [_cell(row.get(column), ids.get(column)) for column in columns],
        "notes": sorted(known),
    }


def _cell(value: object, ids: object) -> object:
    """A text; a number or entities, pairs of name and id, in an object that says so."""
    if ids:
        names = value if isinstance(value, list) else [value]
        held = ids if isinstance(ids, list) else [ids]
        if len(names) == len(held):
            pairs = zip(names, held, strict=True)
            return {"entities": [[visible(written(name)), written(id_)] for name, id_ in pairs]}
    text = visible(written(value, ", "))
    return {"number": text} if is_number(value) else text


def _entities(answer: Answer) -> list[str]:
    columns = [c for c in answer.columns if id_of(c) in answer.columns]
    found: dict[str, None] = {}
    for row in answer.rows:
        for column in columns:
            value = row.get(column)
            held = value if isinstance(value, list) else [value]
            found.update(dict.fromkeys(str(each) for each in held if each))
    return list(found)
