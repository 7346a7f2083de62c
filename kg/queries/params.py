"""The typed parameters of a saved query: how one is written, and what a typed value becomes."""

import math
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

from kg.errors import QueryError, did_you_mean
from kg.queries.countries import country_code

Kind = Literal["entity", "text", "int", "float", "date", "country", "bool", "choice"]
KINDS: tuple[Kind, ...] = get_args(Kind)
GRAMMAR = 'param NAME: TYPE [= default] | what it is | e.g. "an example"'

TAKEN = ("case", "format", "help", "json", "lang", "mixed", "notes", "o", "output", "store")
"""Options that every query command has already."""

_HEAD = re.compile(
    r"(?P<type>\w+)(?:\s+(?P<word>[^\s=\"']+))?(?:\s*=\s*(?P<default>\S.*))?", re.ASCII
)
_DATE = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?", re.ASCII)
_WORDS = {"yes": True, "true": True, "no": False, "false": False}


@dataclass(frozen=True, slots=True)
class Param:
    """One ``// param`` line. ``default`` is None when a value must be given, "" when none need be.

    ``label`` is what kind of entity is meant ("" = any), ``choices`` the words of a choice.
    """

    name: str
    type: Kind
    label: str
    default: str | None
    help: str
    example: str
    choices: tuple[str, ...] = ()

    @property
    def flag(self) -> str:
        """The option on the command line: ``--min-value`` for ``min_value``."""
        return "--" + self.name.replace("_", "-")

    @property
    def usage(self) -> str:
        """The option with its example, to copy: ``--force "Federale Politie"``."""
        plain = re.fullmatch(r"[\w.,:/+-]+", self.example)
        return f"{self.flag} {self.example}" if plain else f'{self.flag} "{self.example}"'


def parse_param(text: str) -> Param:
    """Read what stands behind ``// param``.

    Raises:
        QueryError: It is not written as ``GRAMMAR`` says, or its default or example does not fit.
    """
    name, colon, rest = text.partition(":")
    parts = [part.strip() for part in re.split(r"\s\|\s", rest)]
    head = _HEAD.fullmatch(parts[0])
    if not colon or not head or len(parts) < 2:
        raise QueryError(f"'param {text}' is not written as: {GRAMMAR}")
    name = _name(name.strip())
    example = _unquote(parts[-1].removeprefix("e.g.").strip())
    if not parts[-1].startswith("e.g.") or not example or len(parts) < 3 or not parts[1]:
        raise QueryError(f"param {name} needs what it is and an example: {GRAMMAR}")
    kind, word = _kind(name, head["type"]), head["word"] or ""
    default = None if head["default"] is None else _unquote(head["default"])
    choices = _choices(name, kind, word)
    label = word if kind == "entity" else ""
    param = Param(name, kind, label, default, " | ".join(parts[1:-1]), example, choices)
    for what, value in (("default", default), ("example", example)):
        _try(param, what, value)
    return param


def convert(param: Param, value: object) -> object:
    """Turn what a person typed into what the query takes; an entity stays as typed.

    An empty text means "none given" where the default is empty: "" for words, null for numbers.

    Raises:
        QueryError: The value is of another type.
    """
    if value == "" and param.default == "":
        return None if param.type in ("int", "float", "bool") else ""
    if param.type == "choice":
        return _choice(value, param.choices)
    return _CONVERT[param.type](value)


def _name(name: str) -> str:
    if not re.fullmatch(r"[a-z][a-z0-9_]*", name):
        raise QueryError(f"param {name!r}: a name has small letters, digits and _ only")
    if name in TAKEN:
        raise QueryError(
            f"param {name!r}: every command has an option of that name; choose another"
        )
    return name


def _kind(name: str, word: str) -> Kind:
    for kind in KINDS:
        if kind == word:
            return kind
    known = ", ".join(KINDS)
    raise QueryError(
        f"param {name}: no type {word!r}{did_you_mean(word, KINDS)}; there are {known}"
    )


def _choices(name: str, kind: Kind, word: str) -> tuple[str, ...]:
    if kind not in ("choice", "entity") and word:
        raise QueryError(f"param {name}: {word!r} behind {kind} has no meaning; {GRAMMAR}")
    if kind != "choice":
        return ()
    choices = tuple(word.split("|"))
    if len(choices) < 2 or not all(choices) or len(set(choices)) < len(choices):
        raise QueryError(f"param {name}: write the choices as choice one|two|three, without spaces")
    return choices


def _try(param: Param, what: str, value: str | None) -> None:
    if value is None:
        return
    try:
        convert(param, value)
    except QueryError as error:
        raise QueryError(f"param {param.name}: its {what} {error}") from error


def _unquote(text: str) -> str:
    quoted = len(text) > 1 and text[0] == text[-1] and text[0] in "\"'"
    return text[1:-1] if quoted else text


def _text(value: object) -> str:
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        raise QueryError(f"must be a text, not {value!r}")
    return str(value)


def _entity(value: object) -> str:
    if not isinstance(value, str) or not value.strip():
        raise QueryError(f"must be an id or a name, not {value!r}")
    return value.strip()


def _int(value: object) -> int:
    text = str(value).strip()
    if isinstance(value, bool) or not re.fullmatch(r"[+-]?\d{1,18}", text, re.ASCII):
        raise QueryError(f"must be a whole number such as 50, not {value!r}")
    return int(text)


def _float(value: object) -> float:
    text = str(value).strip()
    number = re.fullmatch(r"[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?", text, re.ASCII | re.IGNORECASE)
    if isinstance(value, bool) or not number or not math.isfinite(float(text)):
        raise QueryError(f"must be a number such as 1500000.50, not {value!r}")
    return float(text)


def _date(value: object) -> str:
    text = value.isoformat()[:10] if isinstance(value, date) else str(value).strip()
    found = _DATE.fullmatch(text)
    try:
        year, month, day = (int(part or 1) for part in found.groups()) if found else (0, 0, 0)
        date(year, month, day)
    except ValueError as error:
        what = "must be a date such as 2019, 2019-03 or 2019-03-31"
        raise QueryError(f"{what}, not {value!r}") from error
    return text


def _bool(value: object) -> bool:
    word = str(value).strip().lower()
    if word not in _WORDS:
        raise QueryError(f"must be yes or no, not {value!r}")
    return _WORDS[word]


def _choice(value: object, choices: tuple[str, ...]) -> str:
    word = str(value).strip().lower().replace(" ", "_")
    for choice in choices:
        if choice.lower() == word:
            return choice
    one_of = f"{', '.join(choices[:-1])} or {choices[-1]}"
    raise QueryError(f"must be {one_of}, not {value!r}{did_you_mean(word, choices)}")


_CONVERT: Mapping[str, Callable[[object], object]] = {
    "entity": _entity,
    "text": _text,
    "int": _int,
    "float": _float,
    "date": _date,
    "country": country_code,
    "bool": _bool,
}
