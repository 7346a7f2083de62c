"""The qualifiers of a statement, out of the properties of a thing or a link."""

import re
from collections.abc import Iterator

from kg.errors import DataError
from kg.ftm.fragment import Fragment
from kg.ftm.values import read_date, read_number
from kg.ftm.words import Rule
from kg.schema import qualifiers as known

_SHARE = re.compile(r"([0-9.,]+)\s*%?(?:\s*(?:-|–|to)\s*([0-9.,]+)\s*%?)?")  # noqa: RUF001
_IN_CURRENCY = {"amountEur": "EUR", "amountUsd": "USD"}


def qualifiers(rule: Rule, of: Fragment) -> dict[str, str]:
    """What narrows a statement down; a value of the wrong form stays as a note."""
    found: dict[str, str] = {}
    notes: list[str] = []
    for key, names in rule.qualifiers.items():
        for name, value in _values(names, of):
            try:
                found = {**_typed(key, name, value), **found}
            except DataError:
                notes.append(f"{name}: {value}")
    if notes:
        found["note"] = "; ".join([*filter(None, [found.get("note")]), *notes])
    return found


def _values(names: str, of: Fragment) -> Iterator[tuple[str, str]]:
    """The value of the first property that has one; of several values, all in one text."""
    if names.startswith("="):
        yield "", names[1:]
        return
    for name in names.split("|"):
        for found in (name, *(_IN_CURRENCY if name == "amount" else ())):
            if values := of.values.get(found):
                is_single = found in _IN_CURRENCY or found == "amount"
                yield found, next(iter(values)) if is_single else "|".join(values)
                return


def _typed(key: str, name: str, value: str) -> dict[str, str]:
    if key == "share":
        return _share(value)
    type_ = known()[key].type
    if type_ == "number":
        number = {key: read_number(value)}
        return number | ({"currency": _IN_CURRENCY[name]} if name in _IN_CURRENCY else {})
    if type_ == "date":
        return {key: read_date(value.split("|")[0])}
    return {key: value if type_ == "entity" else value.replace("|", "; ")}


def _share(text: str) -> dict[str, str]:
    """``75``, ``75 %``, ``25-50%``."""
    match = _SHARE.fullmatch(text.strip())
    if match is None:
        raise DataError(f"{text!r} is no share")
    if match[2] is None:
        return {"share": read_number(match[1])}
    return {"min": read_number(match[1]), "max": read_number(match[2])}
