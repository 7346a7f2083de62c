"""The outline of JSON: which keys there are and what stands behind them, without the values."""

from collections.abc import Sequence
from typing import Any

_WORDS = {str: "text", int: "number", float: "number", bool: "true or false", type(None): "null"}
_STEP = "  "
_MOST = 12
"""An object of more keys with one kind of value is a table from names to values."""


def outline(value: Any) -> str:
    """The outline of a parsed JSON value; a key that only some objects of a list have gets a ?.

    ``{KEY: text, ...}`` is an object whose keys are not fixed.
    """
    return _outline([value], "")


def _outline(samples: Sequence[Any], indent: str) -> str:
    """What stands at one place, told from everything that was seen there."""
    told = [_WORDS[type(sample)] for sample in samples if type(sample) in _WORDS]
    found = sorted(set(told) - {"null"})
    if lists := [sample for sample in samples if isinstance(sample, list)]:
        found.append(_list([element for sample in lists for element in sample], indent))
    if objects := [sample for sample in samples if isinstance(sample, dict)]:
        found.append(_object(objects, indent))
    return " or ".join([*found, *(["null"] if "null" in told else [])])


def _list(elements: Sequence[Any], indent: str) -> str:
    return f"[{_outline(elements, indent)}, ...]" if elements else "[]"


def _object(objects: Sequence[dict[str, Any]], indent: str) -> str:
    inner = indent + _STEP
    keys = list(dict.fromkeys(key for found in objects for key in found))
    samples = {key: [found[key] for found in objects if key in found] for key in keys}
    told = {key: _outline(samples[key], inner) for key in keys}
    is_free = len(keys) > _MOST or all(len(seen) < len(objects) for seen in samples.values())
    if keys and is_free and len(set(told.values())) == 1:
        return f"{{KEY: {told[keys[0]]}, ...}}"
    marks = {key: "" if len(samples[key]) == len(objects) else "?" for key in keys}
    lines = [f'{inner}"{key}"{marks[key]}: {told[key]}' for key in keys]
    return "{\n" + "\n".join(lines) + f"\n{indent}}}" if lines else "{}"
