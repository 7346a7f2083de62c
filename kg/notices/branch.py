"""An object of a JSON record, read field by field, so that what nobody read can be told.

Publishers write one thing in many ways: a list with one element as the element itself, a list in a
list, a number as text. Reading tolerates that; the path always says where a value really stands.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterator
from decimal import Decimal

_FILLERS = frozenset({"", "nan", "null", "none", "undefined", "n/a", "-", "--"})
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_MOST_DIGITS = 30
_INDEX = re.compile(r"\[[0-9]+\]")


class Branch:
    """The fields of an object that nobody took yet. ``path``: ``awards[0].suppliers[1]``.

    ``fillers`` are texts, in small letters, that stand where nothing was filled in.
    """

    __slots__ = ("_below", "_fields", "fillers", "path")

    def __init__(
        self, fields: dict[str, object], path: str = "", fillers: Collection[str] = _FILLERS
    ) -> None:
        """Read from ``fields``, which are taken out of it."""
        self._fields, self.path, self.fillers = fields, path, fillers
        self._below: list[Branch] = []

    def __contains__(self, key: str) -> bool:
        """Whether a field is there that nobody took yet and that is not empty."""
        return self._fields.get(key) not in (None, "", [], {})

    def untaken(self) -> list[str]:
        """The names of the fields that nobody took yet."""
        return list(self._fields)

    def at(self, key: str) -> str:
        """The path of a field."""
        return f"{self.path}.{key}" if self.path else key

    def peek(self, key: str) -> str:
        """A text that stays to be taken."""
        value = self._fields.get(key)
        return "" if isinstance(value, dict | list) else plain(value, self.fillers)

    def text(self, *keys: str) -> str:
        """Take the fields; the first that is filled in, in one line."""
        found = [plain(self._scalar(key), self.fillers) for key in keys if key in self._fields]
        return next(filter(None, found), "")

    def texts(self, key: str) -> tuple[str, ...]:
        """Take a field of several texts."""
        found = [plain(one, self.fillers) for one, _ in _flat(self._fields.pop(key, None), "")]
        return tuple(dict.fromkeys(filter(None, found)))

    def number(self, key: str) -> Decimal | str | None:
        """Take a number: as such, or the text that was written instead; None if there is none."""
        value = self._scalar(key)
        if isinstance(value, int | Decimal) and not isinstance(value, bool):
            return Decimal(value)
        return plain(value, self.fillers) or None

    def branch(self, key: str) -> "Branch":
        """Take the object in a field; an empty one if there is none."""
        return next(iter(self.branches(key)), None) or Branch({}, self.at(key), self.fillers)

    def branches(self, key: str, wrapper: str = "") -> list["Branch"]:
        """Take the objects in a field, whether they stand alone, in a list, or in lists of lists.

        Each may be wrapped in an object of its own: ``{"titulaire": {...}}``.
        """
        found: list[Branch] = []
        kept = []
        for value, path in _flat(self._fields.pop(key, None), self.at(key)):
            if isinstance(value, dict):
                found += _unwrapped(Branch(value, path, self.fillers), wrapper)
            elif plain(value, self.fillers):
                kept.append(value)
        if kept:
            self._fields[key] = kept
        self._below += found
        return found

    def pass_over(self, *keys: str) -> None:
        """Take fields that say nothing of use here."""
        for key in keys:
            self._fields.pop(key, None)

    def unread(self) -> Counter[str]:
        """How many values nobody took, by their path without the numbers."""
        found: Counter[str] = Counter()
        for key, value in self._fields.items():
            found.update(_leaves(value, self.at(key)))
        for below in self._below:
            found += below.unread()
        return found

    def _scalar(self, key: str) -> object:
        """Take a single value; what turns out to be an object or a list stays."""
        value = self._fields.pop(key, None)
        if isinstance(value, list) and len(value) == 1:
            value = value[0]
        if isinstance(value, dict | list):
            self._fields[key] = value
            return None
        return value


def collapsed(path: str) -> str:
    """A path without the numbers in it: ``awards[].suppliers[]``."""
    return _INDEX.sub("[]", path)


def plain(value: object, fillers: Collection[str] = _FILLERS) -> str:
    """A value as a text in one line, without what cannot be printed; empty for a filler."""
    if value is None or isinstance(value, bool):
        return "" if value is None else str(value).lower()
    text = _unexponed(value) if isinstance(value, Decimal) else str(value)
    if not text.isprintable() or "  " in text:
        text = _UNPRINTABLE.sub("", " ".join(text.split()))
    text = text.strip()
    return "" if text.lower() in fillers else text


def _unexponed(value: Decimal) -> str:
    """A number as an identifier would be written: ``3.8E+13`` is 38000000000000."""
    if not value.is_finite() or abs(value.adjusted()) > _MOST_DIGITS:
        return str(value)
    return f"{value:.0f}" if value == value.to_integral_value() else f"{value:f}"


def _unwrapped(branch: Branch, wrapper: str) -> Iterator[Branch]:
    if wrapper and wrapper in branch:
        yield from branch.branches(wrapper)
    else:
        yield branch


def _flat(value: object, path: str) -> Iterator[tuple[object, str]]:
    """The values of a list, and of lists in it, each with its path."""
    if not isinstance(value, list):
        if value is not None:
            yield value, path
        return
    for index, one in enumerate(value):
        yield from _flat(one, f"{path}[{index}]")


def _leaves(value: object, path: str) -> Iterator[str]:
    if isinstance(value, dict):
        for key, below in value.items():
            yield from _leaves(below, f"{path}.{key}")
    elif isinstance(value, list):
        for below in value:
            yield from _leaves(below, f"{path}[]")
    elif value not in (None, ""):
        yield collapsed(path)
