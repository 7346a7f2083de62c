"""A picture as JSON: for programs, and to see what a page or a figure is given."""

import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from typing import Any

from kg.views.picture import Picture


def to_json(picture: Picture) -> str:
    """The picture with every value that is not empty, in the order of its fields."""
    return json.dumps(_plain(picture), ensure_ascii=False, indent=1) + "\n"


def _plain(value: Any) -> Any:
    if is_dataclass(value):
        cells = ((field.name, getattr(value, field.name)) for field in fields(value))
        return {name: _plain(cell) for name, cell in cells if not _is_empty(cell)}
    if isinstance(value, Mapping):
        return {str(key): _plain(value[key]) for key in sorted(value)}
    if isinstance(value, list | tuple):
        return [_plain(each) for each in value]
    return value


def _is_empty(value: object) -> bool:
    return value is None or value in ("", (), False) or value == {}
