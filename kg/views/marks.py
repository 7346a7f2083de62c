"""Marks: how an entity stands in a picture, and how rows become events or amounts."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any

from kg.reading.cited import name_of
from kg.schema import LANGUAGES, is_a, statuses
from kg.views.picture import Mark, Role, Words

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
_SHOWN = ("kind", "notes", "ids", "collective", "unnamed", "public_basis")


def role_of(label: str) -> Role:
    """Which part entities of a label have in the chain from seller to police."""
    return next((role for name, role in _ROLES if is_a(label, name)), "side")


def mark_of(props: Mapping[str, Any], lang: str) -> Mark:
    """The mark of an entity."""
    label, country = str(props["label"]), tuple(props.get("country", ()))
    names = {code: name_of(props, code) for code in LANGUAGES}
    return Mark(
        id=str(props["id"]),
        entity=str(props["id"]),
        label=label,
        name=name_of(props, lang),
        names=MappingProxyType(names),
        aliases=_aliases(props),
        country=country,
        kind=str(props.get("kind", "")),
        role=role_of(label),
        props=MappingProxyType({key: props[key] for key in _SHOWN if props.get(key)}),
    )


def in_words(value: object) -> Words:
    """A word of the vocabulary in every language, or a text as it is."""
    known = statuses().get(str(value))
    if known:
        return known.names
    text = ", ".join(map(str, value)) if isinstance(value, list) else str(value or "")
    return MappingProxyType(dict.fromkeys(LANGUAGES, text) if text else {})


def joined(parts: Iterable[Words], between: str) -> Words:
    """Several texts as one, in every language."""
    held = [part for part in parts if part]
    return MappingProxyType(
        {lang: between.join(part[lang] for part in held) for lang in LANGUAGES} if held else {}
    )


def _aliases(props: Mapping[str, Any]) -> tuple[str, ...]:
    spelt = [*props.get("aliases", ()), str(props.get("name", ""))]
    return tuple(sorted({name for name in spelt if name} - {""}))
