"""Entities of FollowTheMoney as JSON has them, as fragments; each mistake in one is one line."""

from collections.abc import Callable, Iterator, Mapping

from kg.errors import DataError
from kg.ftm.fragment import Fragment, Values
from kg.ftm.model import Schema, schema

Tell = Callable[[str, str, str], None]
"""Takes the property, the message, and the kind of what is wrong."""

_NO_RECORD = "is no entity of FollowTheMoney"


def fragments(record: object, file_end: str, tell: Tell) -> Iterator[Fragment]:
    """The entity of a record, and those nested in it, each before the one that names it.

    ``file_end`` is the place of the record up to the entity's id.
    """
    if not isinstance(record, Mapping):
        tell("", f"{_NO_RECORD}: it has no names for its parts", _NO_RECORD)
        return
    id_, kind = record.get("id"), record.get("schema")
    if not (isinstance(id_, str) and id_.strip() and isinstance(kind, str)):
        missing = "id" if isinstance(kind, str) else "schema"
        tell(missing, f"{_NO_RECORD}: it has no {missing}", f"{_NO_RECORD}: no {missing}")
        return
    try:
        known = schema(kind)
    except DataError as error:
        tell("schema", f"{error}; the entity {id_!r} is left out", f"unknown schema {kind}")
        return
    at = f"{file_end}entity {id_}"
    values: dict[str, Values] = {}
    held = record.get("properties")
    for name, raw in held.items() if isinstance(held, Mapping) else ():
        yield from _property(known, str(name), raw, at, values, file_end, tell)
    if isinstance(caption := record.get("caption"), str) and caption and "name" in values:
        values["x:name"] = {caption: at}
    yield Fragment(id_, known.name, at, values)


def _property(
    kind: Schema,
    name: str,
    raw: object,
    at: str,
    values: dict[str, Values],
    file_end: str,
    tell: Tell,
) -> Iterator[Fragment]:
    if name not in kind.properties:
        try:
            kind.property(name)
        except DataError as error:
            tell(name, f"{error}; its values are left out", f"unknown property {name}")
        return
    for value in raw if isinstance(raw, list) else [raw]:
        if isinstance(value, Mapping) and isinstance(value.get("id"), str):
            yield from fragments(value, file_end, tell)
            text = str(value["id"])
        else:
            text = _text(value)
        if text:
            values.setdefault(name, {}).setdefault(text, at)


def _text(value: object) -> str:
    if value is None or isinstance(value, Mapping | list):
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value).strip()
