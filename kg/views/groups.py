"""The groups that marks fall into: by label, country, part in the chain, kind or status."""

from collections.abc import Iterable
from dataclasses import replace
from types import MappingProxyType

from kg.schema import LANGUAGES, labels, statuses
from kg.views.picture import Group, Mark, Words
from kg.views.words import words

__all__ = ["grouped", "words"]

_ROLES = ("vendor", "contract", "system", "force", "side")


def grouped(
    marks: Iterable[Mark], grouping: str, lang: str
) -> tuple[list[Mark], tuple[Group, ...]]:
    """The marks with their group, and the groups that occur, in the order to show them in."""
    found = [replace(mark, group=_group(mark, grouping)) for mark in marks]
    named = {mark.group: _names(mark.group, grouping) for mark in found}
    order = sorted(named, key=lambda id_: (_place(id_, grouping), named[id_][lang].casefold(), id_))
    return found, tuple(Group(id_, named[id_]) for id_ in order)


def _group(mark: Mark, grouping: str) -> str:
    match grouping:
        case "label":
            return mark.label
        case "country":
            return mark.country[0] if mark.country else ""
        case "role":
            return mark.role
        case "kind":
            return mark.kind
        case "status":
            return mark.status
    return ""


def _names(group: str, grouping: str) -> Words:
    if not group:
        return words()["group"]["all" if grouping == "none" else "none"]
    match grouping:
        case "label":
            return labels()[group].plural
        case "role":
            return words()["role"][group]
        case "country" if group in words()["country"]:
            return words()["country"][group]
        case "status" if group in statuses():
            return statuses()[group].names
    return MappingProxyType(dict.fromkeys(LANGUAGES, group))


def _place(group: str, grouping: str) -> int:
    """Labels and parts have an order of their own; what has no group comes last."""
    if not group:
        return 999
    if grouping == "role":
        return _ROLES.index(group)
    if grouping == "label":
        return list(labels()).index(group)
    return list(statuses()).index(group) if group in statuses() else 0
