"""A cell as text: how values are written, and which columns a person needs to see."""

import json
import re
from collections.abc import Sequence

_EXACT = 2**53
_BREAK = re.compile(r"\r\n?")
_UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f"  # control characters: terminal escape sequences begin here
    "\u2028-\u202e\u2066-\u2069"  # line separators; embeddings, overrides, isolates of direction
    "\u200b\u2060-\u2064\u206a-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff"  # nothing to see at all
    "\ud800-\udfff"  # half a character
    "\U000e0000-\U000e001f]"
)


def written(value: object, joiner: str = "|") -> str:
    """A value as text: nothing for None, ``true``/``false``, ``12500000`` for 12500000.0."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and value.is_integer() and abs(value) < _EXACT:
        return str(int(value))
    if isinstance(value, list | tuple):
        return joiner.join(written(each, joiner) for each in value)
    if isinstance(value, dict):
        return json.dumps(value, ensure_ascii=False, default=str)
    return str(value)


def visible(text: str) -> str:
    """Text that is safe to show: what would act instead of being read is spelt out.

    Control characters become their pictures (ESC: ␛), direction overrides and the like their code
    points. Line breaks stay, tabs become spaces. Joiners stay: emoji and Persian need them.
    """
    if text.isprintable():
        return text
    plain = _BREAK.sub("\n", text).replace("\t", "    ")
    return _UNSEEN.sub(lambda found: _spelt(ord(found[0])), plain)


def one_line(text: str) -> str:
    """Visible text without line breaks."""
    return " ".join(visible(text).split())


def shown(columns: Sequence[str]) -> tuple[str, ...]:
    """The columns for people: ids are hidden where the name stands beside them."""
    names = set(columns)
    return tuple(column for column in columns if id_of(column) not in names)


def id_of(column: str) -> str:
    """The column whose ids a column holds: ``supplier`` for ``supplier_id``; else nothing."""
    stem, _, tail = column.rpartition("_")
    return stem if tail in ("id", "ids") else ""


def is_number(value: object) -> bool:
    """Whether a value counts or measures; true and false do not."""
    return isinstance(value, int | float) and not isinstance(value, bool)


def _spelt(code: int) -> str:
    if code < 0x20:
        return chr(0x2400 + code)
    return "␡" if code == 0x7F else f"<U+{code:04X}>"
