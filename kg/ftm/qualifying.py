"""The qualifiers of a statement, out of the properties of a thing or a link."""

import re

from kg.errors import DataError
from kg.ftm.fragment import Fragment
from kg.ftm.values import read_date, read_number
from kg.ftm.words import IN_CURRENCY, Narrowing, Rule

FTM_LOCALE = "en"
"""How FollowTheMoney writes what it knows to be a number: 1,234.56."""

_BOUNDS = {">=": "min", "<=": "max"}
_SHARE = re.compile(r"([0-9.,]+)\s*%?(?:\s*(?:-|–|to)\s*([0-9.,]+)\s*%?)?")  # noqa: RUF001


def qualifiers(rule: Rule, of: Fragment) -> dict[str, str]:
    """What narrows a statement down; a value of the wrong form stays as a note."""
    found: dict[str, str] = {}
    wrong: list[str] = []
    for one in rule.qualifiers:
        if one.word:
            found[one.key] = one.word
            continue
        for name in one.properties:
            if name in of.values:
                _read(one, name, [*of.values[name]], found, wrong)
                break
    if wrong:
        found["note"] = "; ".join([*filter(None, [found.get("note")]), *wrong])
    return found


def _read(
    one: Narrowing, name: str, values: list[str], found: dict[str, str], wrong: list[str]
) -> None:
    try:
        if one.key == "share":
            found |= _share(values[0])
        elif one.type == "number":
            found[one.key] = read_number(values[0], FTM_LOCALE if name in IN_CURRENCY else "")
            if name in IN_CURRENCY[1:]:
                found["currency"] = name[-3:].upper()
        elif one.type == "date":
            found[one.key] = read_date(values[0])
        elif one.type == "entity":
            found[one.key] = "|".join(values)
        else:
            found.setdefault(one.key, "; ".join(values))
    except DataError:
        wrong.append(f"{name}: {values[0]}")


def _share(text: str) -> dict[str, str]:
    """``75``, ``75 %``, ``25-50%``, ``>=25``, ``<=50``."""
    if text[:2] in _BOUNDS:
        return {_BOUNDS[text[:2]]: read_number(text[2:].strip(" %"))}
    match = _SHARE.fullmatch(text.strip())
    if match is None:
        raise DataError(f"{text!r} is no share")
    if match[2] is None:
        return {"share": read_number(match[1])}
    return {"min": read_number(match[1]), "max": read_number(match[2])}
