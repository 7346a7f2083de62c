"""Entities as nodes: their labels from the tree, their names in every language."""

from collections.abc import Iterable, Mapping

from kg.graph.model import Node, Ref, Value
from kg.resolve.joining import Join
from kg.schema import LANGUAGES, lineage
from kg.statements import Entity

_FLAGS = ("collective", "unnamed")


def ref(entity: str) -> Ref:
    """The address of an entity."""
    return "Entity", entity


def nodes(
    entities: Iterable[Entity], merged: Mapping[str, tuple[str, ...]], joined: Iterable[Join] = ()
) -> list[Node]:
    """One node an entity; ``merged`` tells which other ids lead to it, ``joined`` why they do."""
    reasons: dict[str, list[str]] = {}
    for join in joined:
        reason = f"{join.name} ({join.id}): {join.tier}, {join.why}"
        reasons.setdefault(join.into, []).append(reason)
    return [
        _node(entity, merged.get(entity.id, ()), reasons.get(entity.id, [])) for entity in entities
    ]


def flat(props: Mapping[str, Value | None]) -> dict[str, Value]:
    """Only what is known: no empty text, list or None."""
    return {
        key: value for key, value in props.items() if value is not None and value not in ("", [])
    }


def _node(entity: Entity, merged: tuple[str, ...], joined: list[str]) -> Node:
    marks, notes = _marks(entity.notes)
    names = dict(entity.names)
    props: dict[str, Value | None] = {
        "id": entity.id,
        "label": entity.label,
        "name": entity.name,
        **{f"name_{language}": names.get(language) for language in LANGUAGES},
        "names": [f"{language}={name}" for language, name in entity.names],
        "aliases": list(entity.aliases),
        "country": list(entity.countries),
        "ids": list(entity.ids),
        "kind": marks.get("kind"),
        **{flag: True for flag in _FLAGS if marks.get(flag) == "yes"},
        "public_basis": entity.public_basis,
        "notes": notes,
        "redirects": list(merged),
        "joined": joined,
    }
    return Node(ref(entity.id), tuple(sorted(lineage(entity.label))), flat(props))


def _marks(notes: str) -> tuple[dict[str, str], str]:
    """Take ``kind=``, ``collective=yes`` and ``unnamed=yes`` out of the free notes."""
    marks: dict[str, str] = {}
    rest = []
    for part in notes.split("; "):
        key, equals, value = part.partition("=")
        if equals and key in ("kind", *_FLAGS) and key not in marks:
            marks[key] = value
        elif part:
            rest.append(part)
    return marks, "; ".join(rest)
