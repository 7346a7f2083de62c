"""How a table is written, and what it is as a source, read out of a mapping."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields, replace
from typing import Any

from kg.errors import did_you_mean
from kg.mapping.reading_cells import locale
from kg.mapping.spec import Explode, Join, Manner, Skip
from kg.mapping.yaml_text import Part
from kg.schema import certainties

KEYS = tuple(field.name for field in fields(Manner))


def manner(part: Part, above: Manner) -> Manner:
    """How a table is written; what is not said here is as the dataset says.

    Raises:
        DataError: A key or value is not known.
    """
    raw = part.only("x", (*KEYS, "say"))
    found: dict[str, Any] = {
        key: _READERS[key](value) if key in _READERS else value.text(key)
        for key, value in raw.items()
        if key != "say"
    }
    return replace(above, **found)


def one_of(part: Part, known: Iterable[str], what: str) -> str:
    """A word out of a fixed list.

    Raises:
        DataError: It is another.
    """
    word, words = part.text(what), tuple(known)
    if word not in words:
        hint = did_you_mean(word, words) or f"; write one of {', '.join(words)}"
        raise part.wrong(f"{word!r} is no {what}{hint}")
    return word


def _skips(part: Part) -> tuple[Skip, ...]:
    return tuple(Skip(*_all(item, "skip", ("column", "is", "reason"))) for item in part.items())


def _join(part: Part) -> Join:
    return Join(*_all(part, "join", ("sheet", "on")))


def _explodes(part: Part) -> tuple[Explode, ...]:
    return tuple(map(_explode, part.items()))


def _explode(part: Part) -> Explode:
    raw = part.only("explode", ("columns", "at"))
    if len(raw) < 2:
        raise part.wrong("explode needs columns: and at:")
    return Explode(raw["columns"].texts("columns"), raw["at"].text("at"))


def _all(part: Part, what: str, keys: tuple[str, ...]) -> list[str]:
    """The texts of keys that all must be there."""
    raw = part.only(what, keys)
    if missing := [key for key in keys if key not in raw]:
        raise part.wrong(f"{what} needs {', '.join(f'{key}:' for key in missing)}")
    return [raw[key].text(key) for key in keys]


_READERS: Mapping[str, Callable[[Part], Any]] = {
    "skip": _skips,
    "join": _join,
    "explode": _explodes,
    "number_locale": locale,
    "date_format": lambda part: part.texts("date_format"),
    "optional": lambda part: part.texts("optional"),
    "recognise": lambda part: part.texts("recognise"),
    "without": lambda part: part.texts("without"),
    "certainty": lambda part: one_of(part, certainties(), "certainty"),
    "short_rows": lambda part: one_of(part, ("allowed",), "word for short_rows"),
    "invisible": lambda part: one_of(part, ("kept",), "word for invisible"),
}
