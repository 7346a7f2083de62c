"""Rows of a store as plain values: an entity becomes its name and, in a column beside, its id."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from kg.answers.kinds import Kind
from kg.reading.cited import name_of

Row = dict[str, object]
Rows = Sequence[Mapping[str, object]]
_IDS = {"node": "_id", "nodes": "_ids"}


def plain(
    columns: Sequence[str], rows: Rows, lang: str, told: Mapping[str, Kind] | None = None
) -> tuple[tuple[str, ...], tuple[Row, ...]]:
    """Spread every node column into name and ``<column>_id``; lists of nodes likewise (``_ids``).

    ``columns`` keep their order, each id column right behind its name. ``told`` are the kinds that
    the query's text tells: they count where no row shows one.
    """
    kinds = {column: _kind(column, rows, (told or {}).get(column, "value")) for column in columns}
    beside = {
        column: f"{column}{_IDS[kind]}"
        for column, kind in kinds.items()
        if kind in _IDS and f"{column}{_IDS[kind]}" not in columns
    }
    spread = tuple(name for column in columns for name in (column, beside.get(column, "")) if name)
    return spread, tuple(dict(_cells(columns, beside, row, lang)) for row in rows)


def _kind(column: str, rows: Rows, told: Kind) -> Kind:
    """What all rows show, so that a column has one kind, or what is told if they show nothing."""
    values = [row[column] for row in rows if row[column] not in (None, [])]
    if not values:
        return told
    if all(map(_is_node, values)):
        return "node"
    return "nodes" if all(map(_are_nodes, values)) else "value"


def _cells(
    columns: Sequence[str], beside: Mapping[str, str], row: Mapping[str, object], lang: str
) -> Iterator[tuple[str, object]]:
    for column in columns:
        yield column, _value(row[column], lang)
        if column in beside:
            yield beside[column], _id(row[column])


def _value(value: Any, lang: str) -> object:
    """A node is shown by its name, a relationship by its eid or type, a path by its nodes."""
    if _is_node(value):
        return _name(value, lang)
    if hasattr(value, "relationships"):
        return [_name(node, lang) for node in value.nodes]
    if hasattr(value, "start_node"):
        return value.get("eid") or value.type
    if isinstance(value, list | tuple):
        return [_value(part, lang) for part in value]
    if isinstance(value, dict):
        return {key: _value(part, lang) for key, part in value.items()}
    return value


def _id(value: Any) -> object:
    if isinstance(value, list):
        return [_id(part) for part in value]
    return value.get("id") if _is_node(value) else None


def _is_node(value: object) -> bool:
    return hasattr(value, "labels")


def _are_nodes(value: object) -> bool:
    return isinstance(value, list) and all(part is None or _is_node(part) for part in value)


def _name(node: Any, lang: str) -> str:
    """What a node is called; a claim is called what it says."""
    props = dict(node.items())
    return (
        str(props["says"]) if "Claim" in node.labels and "says" in props else name_of(props, lang)
    )
