"""Reading one TOML file of the schema, with errors that name the file, the table and the key."""

import tomllib
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from kg.errors import SchemaError, did_you_mean
from kg.schema.values import LANGUAGES


@dataclass(frozen=True, slots=True)
class Table:
    """One table of a file, and what to call it when something in it is wrong."""

    where: str
    cells: Mapping[str, object]

    def only(self, known: Collection[str]) -> None:
        """Refuse keys that nobody would read.

        Raises:
            SchemaError: A key is not among ``known``.
        """
        for key in self.cells:
            if key not in known:
                raise SchemaError(f"{self.where}: no such key {key!r}{_way_out(key, known)}")

    def text(self, key: str, default: str | None = None) -> str:
        """A text; without a default it must be there and not be empty."""
        value = self.cells.get(key, default)
        if not isinstance(value, str) or (default is None and not value.strip()):
            raise self.wrong(key, "is no text", "write one in quotes")
        return value

    def one_of(self, key: str, known: Collection[str], default: str | None = None) -> str:
        """A text from a fixed list."""
        value = self.text(key, default)
        if value not in known:
            raise self.wrong(key, "is not known" + _way_out(value, known))
        return value

    def list_of(self, key: str, known: Collection[str] | None = None) -> tuple[str, ...]:
        """A list of texts, each from a fixed list if one is given; absent is an empty list."""
        value = self.cells.get(key, [])
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            raise self.wrong(key, "is no list of texts", 'write e.g. ["Company"]')
        for item in value:
            if known is not None and item not in known:
                hint = _way_out(item, known)
                raise SchemaError(f"{self.where}, {key}: {item!r} is not known{hint}")
        return tuple(value)

    def number(self, key: str, default: float) -> float:
        """A number that is not negative."""
        value = self.cells.get(key, default)
        if isinstance(value, bool) or not isinstance(value, int | float) or value < 0:
            raise self.wrong(key, "is no number, 0 or more", "write e.g. 1 or 2.5")
        return float(value)

    def flag(self, key: str) -> bool:
        """True or false; absent is false."""
        value = self.cells.get(key, False)
        if not isinstance(value, bool):
            raise self.wrong(key, "is neither", "write true or false")
        return value

    def table(self, key: str) -> "Table":
        """A table inside this one; absent is an empty one."""
        value = self.cells.get(key, {})
        if not isinstance(value, dict):
            raise self.wrong(key, "is no table", f"write one that starts with [{key}]")
        return Table(f"{self.where}, {key}", value)

    def tables(self) -> "Iterator[tuple[str, Table]]":
        """Every cell as a table of its own, in the order of the file."""
        for key in self.cells:
            yield key, self.table(key)

    def languages(self, key: str) -> Mapping[str, str]:
        """A text in each language, none missing."""
        names = self.table(key)
        names.only(LANGUAGES)
        return MappingProxyType({language: names.text(language) for language in LANGUAGES})

    def wrong(self, key: str, why: str, way_out: str = "") -> SchemaError:
        """The error for the value of a key, or for its absence."""
        value = self.cells.get(key)
        parts = ["missing" if value is None else f"{value!r} {why}", way_out]
        return SchemaError(f"{self.where}, {key}: {'; '.join(filter(None, parts))}")


def read(path: Path) -> Table:
    """Read one file.

    Raises:
        SchemaError: The file cannot be read, or is no TOML.
    """
    try:
        return Table(path.name, tomllib.loads(path.read_text(encoding="utf-8")))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else error
        raise SchemaError(f"{path.name}: cannot be read: {reason}") from error


def _way_out(word: str, known: Collection[str]) -> str:
    """What to write instead of a word that is not known."""
    return did_you_mean(word, known) or f"; write one of {', '.join(filter(None, sorted(known)))}"
