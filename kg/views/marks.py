"""Marks: how an entity stands in a picture, and how rows become events or amounts."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any

from kg.reading.cited import name_of
from kg.schema import LANGUAGES, is_a, statuses
from kg.views.found import Related
from kg.views.picture import Mark, Role, Words
from kg.views.words import words

_ROLES: tuple[tuple[str, Role], ...] = (
    ("Company", "vendor"),
    ("Contract", "contract"),
    ("Tender", "contract"),
    ("Project", "contract"),
    ("System", "system"),
    ("Technology", "system"),
    ("Intelligence", "side"),
    ("Court", "side"),
    ("Oversight", "side"),
    ("PublicBody", "force"),
    ("Place", "force"),
)
_BUYING = ("USES", "AWARDED", "TENDERED", "CLIENT_OF")
_SUPPLYING = ("SUPPLIES", "CONTRACTED_WITH")
_MAKING = ("MAKES", "SELLS", "WON", "SUPPLIES", "SUBCONTRACTED_ON")
_SHOWN = ("kind", "notes", "ids", "collective", "unnamed", "public_basis")
_LONG, _SHORT = 36, 14
"""Letters of a name that is long, and of one that is short."""


def role_of(label: str) -> Role:
    """Which part entities of a label have in the chain from seller to police."""
    return next((role for name, role in _ROLES if is_a(label, name)), "side")


def mark_of(props: Mapping[str, Any], lang: str) -> Mark:
    """The mark of an entity."""
    label, country = str(props["label"]), tuple(props.get("country", ()))
    names = {code: _shown(props, code) for code in LANGUAGES}
    return Mark(
        id=str(props["id"]),
        entity=str(props["id"]),
        label=label,
        name=_shown(props, lang),
        names=MappingProxyType(names),
        aliases=_aliases(props),
        country=country,
        kind=str(props.get("kind", "")),
        role=role_of(label),
        props=MappingProxyType({key: props[key] for key in _SHOWN if props.get(key)}),
    )


def with_parts(marks: Mapping[str, Mark], found: Iterable[Related]) -> dict[str, Mark]:
    """The marks with the part that their ties give them.

    A secret service that buys or uses is a client like a police force; a university that makes or
    sells is a vendor.
    """
    parts: dict[str, Role] = {}
    for each in found:
        if each.type in _MAKING:
            parts.setdefault(each.start, "vendor")
        if each.type in _BUYING:
            parts[each.start] = "force"
        if each.type in _SUPPLYING:
            parts[each.end] = "force"
    return {
        id_: replace(mark, role=parts[id_]) if mark.role == "side" and id_ in parts else mark
        for id_, mark in marks.items()
    }


def in_words(value: object) -> Words:
    """A word of the vocabulary or of words.toml in every language, or a text as it is."""
    if known := statuses().get(str(value)):
        return known.names
    if told := words()["note"].get(str(value)):
        return told
    text = ", ".join(map(str, value)) if isinstance(value, list) else str(value or "")
    return MappingProxyType(dict.fromkeys(LANGUAGES, text) if text else {})


def joined(parts: Iterable[Words], between: str) -> Words:
    """Several texts as one, in every language."""
    held = [part for part in parts if part]
    return MappingProxyType(
        {lang: between.join(part[lang] for part in held) for lang in LANGUAGES} if held else {}
    )


def _shown(props: Mapping[str, Any], lang: str) -> str:
    """The name in a language; where that is long and the thing has a short one of its own, that.

    The European Union Agency for Law Enforcement Cooperation is Europol to all. A law keeps its
    full name: its short one says nothing to whom does not know it.
    """
    full, own = name_of(props, lang), str(props.get("name", ""))
    is_known = 0 < len(own) <= _SHORT < _LONG < len(full) and not is_a(str(props["label"]), "Law")
    return own if is_known else full


def _aliases(props: Mapping[str, Any]) -> tuple[str, ...]:
    """Every other spelling, and the full names of what is shown by its short one."""
    full = {
        name_of(props, code) for code in LANGUAGES if name_of(props, code) != _shown(props, code)
    }
    spelt = {*props.get("aliases", ()), str(props.get("name", ""))}
    return tuple(sorted((spelt | full) - {""}))
