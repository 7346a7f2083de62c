"""Rows of a store as plain values: an entity becomes its name and, in a column beside, its id."""

from collections.abc import Mapping, Sequence
from typing import Any

from kg.reading.cited import name_of

Row = dict[str, object]


def plain(
    columns: Sequence[str], rows: Sequence[Mapping[str, object]], lang: str
) -> tuple[tuple[str, ...], tuple[Row, ...]]:
    """Spread every node column into name and ``<column>_id``; lists of nodes likewise (``_ids``).

    ``columns`` keep their order, each id column right behind its name.
    """
    kinds = {column: _kind(column, rows) for column in columns}
    spread = tuple(name for column in columns for name in _names(column, kinds[column]))
    return spread, tuple(_row(columns, kinds, row, lang) for row in rows)


def _kind(column: str, rows: Sequence[Mapping[str, object]]) -> str:
    for row in rows:
        value = row[column]
        if _is_node(value):
            return "node"
        if isinstance(value, list) and value and _is_node(value[0]):
            return "nodes"
    return "value"


def _names(column: str, kind: str) -> tuple[str, ...]:
    return {"node": (column, f"{column}_id"), "nodes": (column, f"{column}_ids")}.get(
        kind, (column,)
    )


def _row(
    columns: Sequence[str], kinds: Mapping[str, str], row: Mapping[str, object], lang: str
) -> Row:
    found: Row = {}
    for column in columns:
        value: Any = row[column]
        if kinds[column] == "node":
            found[column] = _name(value, lang) if value is not None else None
            found[f"{column}_id"] = value.get("id") if value is not None else None
        elif kinds[column] == "nodes":
            found[column] = [_name(node, lang) for node in value or []]
            found[f"{column}_ids"] = [node.get("id") for node in value or []]
        else:
            found[column] = _value(value)
    return found


def _value(value: Any) -> object:
    """A relationship is shown by its eid or type, a path by the names on it."""
    if hasattr(value, "relationships"):
        return [_name(node, "en") for node in value.nodes]
    if hasattr(value, "start_node"):
        return value.get("eid") or value.type
    if isinstance(value, list | tuple):
        return [_value(part) for part in value]
    return _name(value, "en") if _is_node(value) else value


def _is_node(value: object) -> bool:
    return hasattr(value, "labels")


def _name(node: Any, lang: str) -> str:
    return name_of(dict(node.items()), lang)
