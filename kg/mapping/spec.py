"""A mapping that was checked: which rows of which file make which things and statements."""

from collections.abc import Mapping as Table
from dataclasses import dataclass, field
from typing import Literal


@dataclass(frozen=True, slots=True)
class Cells:
    """Where a value comes from: columns, words of its own, or a template with columns in it.

    ``changes`` maps what a cell holds to what is meant; ``*`` stands for every other cell.
    ``entity`` names another entity of the query instead. ``number_locale`` and ``forms`` (of dates)
    say how it is written; ``kind`` that it is a code, which is told with what it means.
    ``line`` is the row of the mapping file.
    """

    line: int = 0
    columns: tuple[str, ...] = ()
    literals: tuple[str, ...] = ()
    template: str = ""
    join: str | None = None
    split: str = ""
    entity: str = ""
    is_required: bool = False
    changes: Table[str, str] = field(default_factory=dict)
    number_locale: str = ""
    forms: tuple[str, ...] = ()
    kind: Literal["", "cpv"] = ""


@dataclass(frozen=True, slots=True)
class Number:
    """A number of a register that a row holds: its scheme, the number, and whose country."""

    scheme: Cells
    number: Cells
    country: Cells


@dataclass(frozen=True, slots=True)
class Thing:
    """An entity of a query. ``own`` are the properties that are ours, by their ``x:`` names.

    ``keys_else`` stand in where all keys are empty; then a key that is the number of a register
    counts as empty, too, where it is masked or only fills the cell. ``is_reference``: the row only
    names it, and another file says what it is.
    """

    name: str
    line: int
    schema: str
    keys: tuple[str, ...] = ()
    keys_else: tuple[str, ...] = ()
    key_literal: str = ""
    id_column: str = ""
    properties: Table[str, Cells] = field(default_factory=dict)
    own: Table[str, Cells] = field(default_factory=dict)
    numbers: tuple[Number, ...] = ()
    is_reference: bool = False

    @property
    def needs(self) -> tuple[str, ...]:
        """The entities that its properties name."""
        return tuple(cells.entity for cells in self.properties.values() if cells.entity)


@dataclass(frozen=True, slots=True)
class Saying:
    """A statement in our own words that each row makes, under ``x: say:``.

    ``object`` is an entity of the query, or ``text`` the words. ``when``: only rows that have a
    value for it say it. ``is_once``: rows that say the same say it once.
    """

    line: int
    subject: str
    predicate: Cells
    object: str = ""
    text: Cells | None = None
    when: Cells | None = None
    direction: Cells | None = None
    qualifiers: Table[str, Cells] = field(default_factory=dict)
    source_url: Cells | None = None
    certainty: Cells | None = None
    as_of: Cells | None = None
    is_once: bool = False


@dataclass(frozen=True, slots=True)
class Skip:
    """Rows that are passed over and counted: those whose column holds this."""

    column: str
    value: str
    reason: str


@dataclass(frozen=True, slots=True)
class Join:
    """Another sheet of the same workbook, and the column that both have."""

    sheet: str
    on: str


@dataclass(frozen=True, slots=True)
class Explode:
    """Columns whose cells hold several values at once, and the sign between them."""

    columns: tuple[str, ...]
    at: str


@dataclass(frozen=True, slots=True)
class Manner:
    """How a table is written, and what it is as a source.

    It is told by the columns that it has (``recognise``) and those that it has not (``without``).
    """

    title: str = ""
    publisher: str = ""
    source_url: str = ""
    kind: str = ""
    language: str = ""
    published: str = ""
    certainty: str = ""
    as_of: str = ""
    encoding: str = ""
    delimiter: str = ""
    number_locale: str = ""
    date_format: tuple[str, ...] = ()
    sheet: str = ""
    join: Join | None = None
    explode: tuple[Explode, ...] = ()
    header_from: str = ""
    short_rows: Literal["", "allowed"] = ""
    invisible: Literal["", "kept"] = ""
    optional: tuple[str, ...] = ()
    recognise: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    skip: tuple[Skip, ...] = ()


@dataclass(frozen=True, slots=True)
class Query:
    """What the rows of a file make. ``things`` are in the order in which they can be made."""

    line: int
    files: tuple[str, ...]
    things: tuple[Thing, ...]
    sayings: tuple[Saying, ...] = ()
    filters: Table[str, frozenset[str]] = field(default_factory=dict)
    filters_not: Table[str, frozenset[str]] = field(default_factory=dict)
    manner: Manner = Manner()


@dataclass(frozen=True, slots=True)
class Dataset:
    """The queries of one dataset; its name is part of every id that is made of keys."""

    name: str
    queries: tuple[Query, ...]
    manner: Manner = Manner()


@dataclass(frozen=True, slots=True)
class Mapping:
    """A mapping file."""

    file: str
    datasets: tuple[Dataset, ...]
