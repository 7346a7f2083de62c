"""What adapters said, kept on disk: one JSON value a line, in the order in which it was said.

A spool is written beside its place and renamed into it, so that it is whole or not there.
"""

import json
import os
from array import array
from collections.abc import Iterator
from dataclasses import fields
from functools import lru_cache
from json.encoder import encode_basestring as _quoted
from operator import attrgetter
from pathlib import Path
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
_KEYS = {kind: tuple(f'"{name}":' for name in names) for kind, names in _FIELDS.items()}
_HELD = {kind: attrgetter(*names) for kind, names in _FIELDS.items()}
_WORDS = attrgetter(
    *("subject", "predicate", "object", "text", "qualifiers", "source", "locator", "said_by")
)
"""What makes the id of a statement; to ask whether it was said of late, the id is not needed."""

_REMEMBERED = 1 << 18
_FEW = 1 << 10
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
        self._things, self._said = Last(_REMEMBERED), Last(_REMEMBERED)
        self._before: object = None
        path.parent.mkdir(parents=True, exist_ok=True)
        self._fresh = path.with_name(f"{path.name}.{os.getpid()}")
        self._file = self._fresh.open("w", encoding="utf-8")

    def keep(self, value: object) -> None:
        """Write an entity, a source or a statement."""
        if value is self._before:
            return
        if isinstance(value, Statement):
            is_known = self._said.knows(hash(_WORDS(value)))
        elif isinstance(value, (Entity, Source)):
            spelt = (value.name, value.names) if isinstance(value, Entity) else ()
            is_known = self._things.knows(hash((_NAMES[type(value)], value.id, spelt)))
        else:
            raise TypeError(f"a spool cannot keep {value!r}")
        self._before = value
        if not is_known:
            name = _NAMES[type(value)]
            self.counts[name] += 1
            self._file.write(f'["{name}",{{{_line(value)}}}]\n')

    def __enter__(self) -> Self:
        """Write inside a with block."""
        return self

    def __exit__(self, kind: type[BaseException] | None, *error: object) -> None:
        """Put the whole spool in its place, or nothing after an error."""
        self._file.close()
        if kind is None:
            self._fresh.replace(self.path)
        else:
            self._fresh.unlink()


class Last:
    """The last marks of many: at least ``least`` of them, at most twice as many.

    Each takes 16 to 32 bytes, where a ``set`` of numbers takes 64 to 96.
    """

    def __init__(self, least: int) -> None:
        """A mark is the hash of what it stands for."""
        self._least, self._count = least, 0
        self._new, self._old = _places(_FEW), _places(_FEW)

    def knows(self, mark: int) -> bool:
        """Whether a mark is one of the last; it is from now on."""
        mark = mark or 1
        new, old = self._new, self._old
        last = len(new) - 1
        at = mark & last
        while found := new[at]:
            if found == mark:
                return True
            at = (at + 1) & last
        new[at] = mark
        self._count += 1
        if self._count >= self._least:
            self._new, self._old, self._count = _places(_FEW), new, 0
        elif 2 * self._count > last:
            self._new = _moved(new)
        last = len(old) - 1
        at = mark & last
        while found := old[at]:
            if found == mark:
                return True
            at = (at + 1) & last
        return False


def _places(count: int) -> "array[int]":
    """Places for marks of 64 bits, all free; at least half of them are to stay so."""
    return array("q", bytes(8 * count))


def _moved(marks: "array[int]") -> "array[int]":
    """The marks in twice as many places."""
    wider = _places(2 * len(marks))
    last = len(wider) - 1
    for mark in filter(None, marks):
        at = mark & last
        while wider[at]:
            at = (at + 1) & last
        wider[at] = mark
    return wider


def _line(value: Entity | Source | Statement) -> str:
    """The fields that are not empty, as JSON has them."""
    kind = type(value)
    parts = [
        key + (_quoted(held) if type(held) is str else _list(held))
        for key, held in zip(_KEYS[kind], _HELD[kind](value), strict=False)
        if held
    ]
    origin = value.origin
    if origin.file or origin.row:
        parts.append(_place(origin.file, origin.row))
    return ",".join(parts)


@lru_cache(maxsize=64)
def _place(file: str, row: int) -> str:
    return f'"origin":{{"file":{_quoted(file)},"row":{row}}}'


@lru_cache(maxsize=1 << 14)
def _list(held: tuple[Any, ...]) -> str:
    texts = [_quoted(one) if type(one) is str else _list(one) for one in held]
    return f"[{','.join(texts)}]"


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
