"""What the columns of a table seem to be, by their names and by what stands in them."""

import re
import tomllib
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from kg.errors import DataError
from kg.ftm.values import read_date, read_number
from kg.money import LOCALES, read_amount

_DAY_FIRST = re.compile(r"([0-9]{1,2})[./-]([0-9]{1,2})[./-]([0-9]{4}|[0-9]{2})(?:[ T].*)?")
_WEB = re.compile(r"https?://", re.IGNORECASE)
_DIGITS = re.compile(r"[-+(]?[0-9][0-9.,' \u00a0\u202f]*[0-9)%]?(?: ?(?:EUR|€|\$|USD|£|GBP))?")


@dataclass(frozen=True, slots=True)
class Column:
    """A column: whose it is (buyer, supplier ...), what it holds, and what to look at again."""

    name: str
    role: str = ""
    kind: str = "text"
    doubt: str = ""


def guess(names: Sequence[str], rows: Sequence[Sequence[str]]) -> list[Column]:
    """Guess what every column is, from its name and the cells of some rows."""
    return [
        _column(name, [row[at].strip() for row in rows if row[at].strip()])
        for at, name in enumerate(names)
    ]


def likely_locale(cells: Sequence[str]) -> tuple[str, str]:
    """The number locale that reads every cell, and what is doubtful about it; empty for none."""
    fitting = [name for name in LOCALES if all(_reads(cell, name) for cell in cells)]
    if not fitting:
        return "", "these are not all amounts"
    values = {name: [read_amount(cell, name) for cell in cells] for name in fitting}
    if any(values[name] != values[fitting[0]] for name in fitting):
        return fitting[0], f"these can be read in two ways, as {' or as '.join(fitting[:4])}"
    return fitting[0], ""


def likely_date_format(cells: Sequence[str]) -> tuple[str, str]:
    """The form of dates in a column, and what is doubtful; empty for 2019-03-31."""
    parts = [match for cell in cells if (match := _DAY_FIRST.fullmatch(cell))]
    if not parts:
        return "", ""
    sign = next(letter for letter in cells[0] if not letter.isdigit())
    year = "%y" if len(parts[0][3]) == 2 else "%Y"
    is_month_first = any(int(part[2]) > 12 for part in parts)
    is_day_first = any(int(part[1]) > 12 for part in parts)
    form = sign.join(("%m", "%d", year) if is_month_first else ("%d", "%m", year))
    if is_month_first == is_day_first:
        return form, "day or month first? no cell tells"
    return form, ""


def _column(name: str, cells: list[str]) -> Column:
    role = _word_for(name, "role")
    kind = _word_for(name, "kind")
    if cells and all(map(_WEB.match, cells)):
        return Column(name, role, "address")
    if kind in ("date", "since", "until") or (not kind and _mostly(_is_date, cells)):
        if _mostly(_is_date, cells):
            return Column(name, role, kind or "date", likely_date_format(cells)[1])
        kind = "" if kind in ("date", "since", "until") else kind
    if kind == "amount":
        numbers = _mostly(_is_number, cells)
        return Column(name, role, "amount" if numbers else "text", likely_locale(cells)[1])
    if kind == "address":
        return Column(name, role, "text")
    if kind:
        return Column(name, role, kind)
    return Column(name, role, "name" if role else "text")


def _mostly(holds: object, cells: Sequence[str]) -> bool:
    assert callable(holds)
    return bool(cells) and sum(map(holds, cells)) >= 0.8 * len(cells)


def _is_date(cell: str) -> bool:
    if _DAY_FIRST.fullmatch(cell):
        return True
    try:
        return bool(read_date(cell)) and not cell.isdecimal()
    except DataError:
        return False


def _is_number(cell: str) -> bool:
    return bool(_DIGITS.fullmatch(cell))


def _reads(cell: str, locale: str) -> bool:
    try:
        read_number(cell, locale)
    except DataError:
        return False
    return True


def _word_for(name: str, table: str) -> str:
    """The role or kind whose word stands in a header; of several, that of the longest word."""
    plain = f" {_squeezed(name)} "
    found = [
        (len(word), meaning)
        for meaning, words in _words()[table].items()
        for word in words
        if f" {word}" in plain
    ]
    return max(found)[1] if found else ""


def _squeezed(text: str) -> str:
    spaced = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", text)
    apart = unicodedata.normalize("NFKD", spaced.casefold())
    bare = "".join(letter for letter in apart if not unicodedata.combining(letter))
    return " ".join(re.sub(r"[^a-z0-9'\-]+", " ", bare).split())


@cache
def _words() -> Mapping[str, Mapping[str, list[str]]]:
    path = Path(__file__).with_name("suggesting.toml")
    found: Mapping[str, Mapping[str, list[str]]] = tomllib.loads(path.read_text("utf-8"))
    return found
