"""Where a value comes from, read out of a mapping: columns, words, a template."""

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal

from kg.errors import did_you_mean
from kg.mapping.spec import Cells, Number
from kg.mapping.yaml_text import Part
from kg.money import LOCALES

_PLACE = re.compile(r"\{\{([^{}()]*)\}\}")
_FROM = ("column", "columns", "literal", "literals", "template", "join", "split", "format")
_PROPERTY = (*_FROM, "entity", "required", "fuzzy", "x")
CHANGING = ("map", "number_locale", "date_format", "as")
_YES = ("true", "yes", "y", "on", "1", "t")
_NO = ("false", "no", "n", "off", "0", "f", "")


def property_cells(part: Part) -> Cells:
    """The value of a property, as FollowTheMoney's mappings write it, with ours under ``x:``.

    Raises:
        DataError: It is written in a way that is not known.
    """
    raw = part.only("a property", _PROPERTY)
    own = raw["x"].only("x", CHANGING) if "x" in raw else {}
    return _cells(part, raw | own)


def own_cells(part: Part) -> Cells:
    """A value under ``x:``: a word of its own, or a table that says where it comes from.

    Raises:
        DataError: It is written in a way that is not known.
    """
    if isinstance(part.held, str):
        return Cells(part.line, literals=(part.held,) if part.held else ())
    return _cells(part, part.only("a value", (*_FROM, "entity", *CHANGING)))


def number(part: Part) -> Number:
    """A number of a register, under ``x: identifiers:``.

    Raises:
        DataError: It has no ``number``, or another key.
    """
    raw = part.only("an identifier", ("scheme", "number", "country"))
    if "number" not in raw:
        raise part.wrong("an identifier needs a number; write number: {column: ...}")
    nothing = Cells(part.line)
    scheme, country = (
        own_cells(raw[key]) if key in raw else nothing for key in ("scheme", "country")
    )
    return Number(scheme, own_cells(raw["number"]), country)


def flag(part: Part, what: str) -> bool:
    """Yes or no.

    Raises:
        DataError: It is neither.
    """
    word = part.text(what).lower()
    if word not in (*_YES, *_NO):
        raise part.wrong(f"{what} is true or false, not {word!r}")
    return word in _YES


def locale(part: Part) -> str:
    """How numbers are written.

    Raises:
        DataError: It is no locale that is known.
    """
    found = part.text("number_locale")
    if found not in LOCALES:
        hint = did_you_mean(found, LOCALES) or f"; write one of {', '.join(LOCALES)}"
        raise part.wrong(f"no number locale {found!r}{hint}")
    return found


def columns_in(template: str) -> tuple[str, ...]:
    """The columns that a template names: ``{{Street}}, {{City}}``."""
    return tuple(_PLACE.findall(template))


def _cells(part: Part, raw: Mapping[str, Part]) -> Cells:
    template = raw["template"].text("template") if "template" in raw else ""
    columns = (*_both(raw, "column"), *columns_in(template))
    found = Cells(
        part.line,
        columns=columns,
        literals=_both(raw, "literal"),
        template=template,
        join=raw["join"].text("join") if "join" in raw else None,
        split=raw["split"].text("split") if "split" in raw else "",
        entity=raw["entity"].text("entity") if "entity" in raw else "",
        is_required="required" in raw and flag(raw["required"], "required"),
        changes=_changes(raw["map"]) if "map" in raw else MappingProxyType({}),
        kind=_kind(raw["as"]) if "as" in raw else "",
        number_locale=locale(raw["number_locale"]) if "number_locale" in raw else "",
        forms=tuple(
            form for key in ("format", "date_format") if key in raw for form in raw[key].texts(key)
        ),
    )
    if not (found.columns or found.literals or found.template or found.entity):
        raise part.wrong("says nothing; write column:, literal:, template: or entity:")
    return found


def _both(raw: Mapping[str, Part], key: str) -> tuple[str, ...]:
    """``column: A`` and ``columns: [A, B]`` are the same."""
    found = (raw[name].texts(name) for name in (key, f"{key}s") if name in raw)
    return tuple(text for texts in found for text in texts if text)


def _kind(part: Part) -> Literal["cpv"]:
    word = part.text("as")
    if word != "cpv":
        raise part.wrong(f"no kind of code {word!r}; write as: cpv")
    return "cpv"


def _changes(part: Part) -> Mapping[str, str]:
    table = part.table("map")
    return MappingProxyType({key: value.text("map") for key, value in table.items()})
