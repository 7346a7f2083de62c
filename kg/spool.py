"""What adapters said, kept on disk: one JSON value a line, in the order in which it was said.

A spool is written beside its place and renamed into it, so that it is whole or not there.
"""

import json
import os
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from kg.statements import Entity, Origin, Source, Statement

_KINDS: dict[str, type[Entity | Source | Statement]] = {
    "entity": Entity,
    "source": Source,
    "statement": Statement,
}
_FIELDS = {
    kind: tuple(field.name for field in fields(kind) if field.name != "origin")
    for kind in _KINDS.values()
}
_NOWHERE = Origin()
_REMEMBERED = 1 << 18
_NAMES = {kind: name for name, kind in _KINDS.items()}


class Spool:
    """Writes values one by one; what was written before is not written again, unless spelt anew.

    Only the last are remembered, so that memory does not grow with a file: what is said again much
    later is written again, and counts once when the graph is built.
    """

    def __init__(self, path: Path) -> None:
        """Write to ``path``, which is replaced when the spool is closed without an error."""
        self.path = path
        self.counts = dict.fromkeys(_KINDS, 0)
        self._things, self._said = _Last(), _Last()
        path.parent.mkdir(parents=True, exist_ok=True)
        self._fresh = path.with_name(f"{path.name}.{os.getpid()}")
        self._file = self._fresh.open("w", encoding="utf-8")

    def keep(self, value: object) -> None:
        """Write an entity, a source or a statement."""
        if not isinstance(value, Entity | Source | Statement):
            raise TypeError(f"a spool cannot keep {value!r}")
        name = _NAMES[type(value)]
        last = self._said if name == "statement" else self._things
        spelt = (value.name, value.names) if isinstance(value, Entity) else ()
        if last.knows(hash((name, value.id, spelt))):
            return
        self.counts[name] += 1
        line = _line(value)
        self._file.write(json.dumps([name, line], ensure_ascii=False, separators=(",", ":")) + "\n")

    def __enter__(self) -> Self:
        """Write inside a with block."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Put the whole spool in its place, or nothing after an error."""
        self._file.close()
        if kind is None:
            self._fresh.replace(self.path)
        else:
            self._fresh.unlink()


class _Last:
    """The last marks of many: at least ``_REMEMBERED`` of them, at most twice as many."""

    def __init__(self) -> None:
        self._new: set[int] = set()
        self._old: set[int] = set()

    def knows(self, mark: int) -> bool:
        """Whether a mark is one of the last; it is from now on."""
        is_known = mark in self._new or mark in self._old
        self._new.add(mark)
        if len(self._new) >= _REMEMBERED:
            self._old, self._new = self._new, set()
        return is_known


def _line(value: Entity | Source | Statement) -> dict[str, Any]:
    """The fields that are not empty, as JSON has them."""
    found = {
        key: held for key in _FIELDS[type(value)] if (held := getattr(value, key)) not in ("", ())
    }
    if value.origin != _NOWHERE:
        found["origin"] = {"file": value.origin.file, "row": value.origin.row}
    return found


def read(path: Path) -> Iterator[Entity | Source | Statement]:
    """Every value of a spool, in its order."""
    with path.open(encoding="utf-8") as file:
        for line in file:
            name, held = json.loads(line)
            yield _KINDS[name](**_restored(_KINDS[name], held))


def _restored(kind: type[Entity | Source | Statement], held: dict[str, Any]) -> dict[str, Any]:
    """Lists become tuples again, and the texts left out as empty come back."""
    restored = {key: _tuples(value) for key, value in held.items() if key != "origin"}
    for field in fields(kind):
        if field.name not in restored and field.name not in ("origin",) and field.type is str:
            restored[field.name] = ""
    if kind is Statement:
        restored.setdefault("qualifiers", ())
    return {**restored, "origin": Origin(**held.get("origin", {}))}


def _tuples(value: Any) -> Any:
    return tuple(map(_tuples, value)) if isinstance(value, list) else value
