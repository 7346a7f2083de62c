"""Cells of a row as values: cleaned, joined, split, changed and brought into one form."""

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from operator import itemgetter

from kg.errors import DataError
from kg.ftm.fragment import FILE_END
from kg.ftm.values import read_address, read_country, read_cpv, read_date, read_number
from kg.mapping.reading_cells import columns_in
from kg.mapping.spec import Cells, Manner
from kg.mapping.table import Tell

Texts = Sequence[str]
"""The cells of a row that a mapping reads, cleaned, in the order of ``Columns``."""

Get = Callable[[Texts], list[str]]
"""The values that a row gives."""

Read = Callable[[str], str]

_SPACES = "\u2000-\u200a\u2028\u2029\u0a00\u1680\u202f\u205f\u3000"
_DROPPED = (
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b-\u200f\u061c\u2060-\u2064\u00ad\ufeff\ud800-\udfff"
)
_UNSAFE = re.compile(f"[{_SPACES}{_DROPPED}]")
_IS_SPACE = re.compile(f"[{_SPACES}]")
_FORMULA = re.compile(r"=[A-Z]+(?:\.[A-Z]+)*\(|=[A-Z]{1,3}[0-9]+(?:[-+*/:]|$)|=cmd\||@SUM\(")


@dataclass(slots=True)
class Place:
    """Where the reading of a table is, and whom to tell of what is wrong there.

    ``at`` is the file and the ``record`` in it, as things keep it.
    """

    tell: Tell
    number: int = 0
    at: str = ""
    file: str = ""
    record: str = ""

    def stand(self, number: int, record: str) -> None:
        """Go to a row."""
        self.number, self.record = number, record
        self.at = f"{self.file}{FILE_END}{record}"

    def wrong(self, column: str, error: DataError, kind: str) -> None:
        """Tell that a cell of the row is wrong."""
        self.tell(self.number, column, str(error), kind)


@dataclass(slots=True)
class Columns:
    """The columns of a table that a mapping reads, by the place of each in ``Texts``."""

    known: Mapping[str, int]
    places: dict[str, int] = field(default_factory=dict)
    missing: dict[str, None] = field(default_factory=dict)

    def place(self, name: str) -> int | None:
        """The place of a column; None if the table has none of this name."""
        if name not in self.known:
            name = " ".join(name.split())
        if name not in self.known:
            self.missing.setdefault(name)
            return None
        return self.places.setdefault(name, len(self.places))

    def numbers(self) -> list[int]:
        """Which cells of a row to take."""
        return [self.known[name] for name in self.places]


def clean(cell: str) -> str:
    """A cell without outer blanks and without what cannot be seen, in composed letters."""
    if cell.isascii():
        bare = cell.strip()
        return bare if bare.isprintable() else _safe(bare)
    if not unicodedata.is_normalized("NFC", cell):
        cell = unicodedata.normalize("NFC", cell)
    return _safe(cell) if _UNSAFE.search(cell) else cell.strip()


def as_written(cell: str) -> str:
    """A cell without outer blanks, but with what cannot be seen, such as soft hyphens."""
    return unicodedata.normalize("NFC", cell.strip())


def is_formula(cell: str) -> bool:
    """Whether a cell holds a spreadsheet's formula and not its value."""
    return cell[:1] in ("=", "@") and bool(_FORMULA.match(cell))


def taker(numbers: list[int]) -> Callable[[Texts], tuple[str, ...]]:
    """Takes some cells of a row, at the speed of C."""
    if not numbers:
        return lambda _: ()
    if len(numbers) == 1:
        (only,) = numbers
        return lambda row: (row[only],)
    return itemgetter(*numbers)


def getter(cells: Cells, columns: Columns) -> Get:
    """A function that gives the values of a row."""
    if cells.template:
        found = _from_template(cells.template, cells.split, columns)
    else:
        found = _from_columns(cells, columns)
    if cells.changes:
        return _changed(found, cells.changes)
    return found


def constant(cells: Cells) -> list[str] | None:
    """The values that every row gives; None if they depend on the row."""
    plain = not (cells.columns or cells.template or cells.changes or cells.split or cells.entity)
    return list(cells.literals) if plain and cells.join is None else None


def reader(type_: str, cells: Cells, manner: Manner, place: Place) -> Read | None:
    """A function that brings a value of a type into one form; None where any text will do."""
    column = next(iter(cells.columns), "")
    if cells.kind == "cpv":
        return read_cpv
    if type_ == "number":
        locale = cells.number_locale or manner.number_locale
        return _told(partial(read_number, locale=locale), place, column, "no number")
    if type_ == "date":
        forms = cells.forms or manner.date_format
        return _told(partial(read_date, forms=forms), place, column, "no date")
    if type_ == "country":
        return _told(read_country, place, column, "no country")
    if type_ == "url":
        return _told(read_address, place, column, "no web address")
    return clean if manner.invisible else None


def _told(read: Read, place: Place, column: str, kind: str) -> Read:
    def read_or_tell(text: str) -> str:
        try:
            return read(text)
        except DataError as error:
            place.wrong(column, error, kind)
            return ""

    return read_or_tell


def _safe(text: str) -> str:
    spaced = _IS_SPACE.sub(" ", text)
    return unicodedata.normalize("NFC", _UNSAFE.sub("", spaced)).strip()


def _from_template(template: str, split: str, columns: Columns) -> Get:
    names = columns_in(template)
    pieces = re.split(r"\{\{[^{}()]*\}\}", template)
    places = [columns.place(name) for name in names]

    def fill(texts: Texts) -> list[str]:
        parts = [pieces[0]]
        for place, piece in zip(places, pieces[1:], strict=True):
            parts += ["" if place is None else texts[place], piece]
        whole = "".join(parts).strip()
        return _apart([whole], split)

    return fill


def _from_columns(cells: Cells, columns: Columns) -> Get:
    literals = list(cells.literals)
    places = [place for name in cells.columns if (place := columns.place(name)) is not None]
    if not (literals or cells.join is not None or cells.split) and len(places) == 1:
        (only,) = places
        return lambda texts: [texts[only]] if texts[only] else []
    if not places:
        return lambda _: literals
    return partial(_many, literals, places, cells.join, cells.split)


def _many(
    literals: list[str], places: list[int], join: str | None, split: str, texts: Texts
) -> list[str]:
    values = [*literals, *(texts[place] for place in places if texts[place])]
    if join is not None:
        values = [join.join(values)] if values else []
    return _apart(values, split) if split else values


def _apart(values: list[str], split: str) -> list[str]:
    """The parts of values, if there is a sign to split them at; no empty ones."""
    parts = [part for value in values for part in (value.split(split) if split else [value])]
    return [bare for part in parts if (bare := part.strip())]


def _changed(get: Get, changes: Mapping[str, str]) -> Get:
    other = changes.get("*")

    def change(texts: Texts) -> list[str]:
        return list(_each(get(texts)))

    def _each(values: list[str]) -> Iterator[str]:
        for value in values or [""]:
            found = changes.get(value, value if other is None else other)
            if found:
                yield found

    return change
