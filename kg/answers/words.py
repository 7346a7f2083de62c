"""The words that an answer prints around its data, in the reader's language."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from kg.errors import QueryError, did_you_mean

_FILE = Path(__file__).with_name("words.toml")
_PAGE = re.compile(r"p\. (?P<page>\d[\d-]*)(?:, l\. (?P<line>\d[\d-]*))?")
_PARAGRAPH = re.compile(r"para (?P<n>\d[\d-]*(?:, \d[\d-]*)*)")


@dataclass(frozen=True, slots=True)
class Words:
    """One language. ``{who}``, ``{date}`` and ``{n}`` stand where a value goes."""

    answer: str
    sources: str
    says: str
    according_to: str
    read_on: str
    page: str
    line: str
    paragraph: str
    nothing: str
    rows: str
    row: str
    back: str
    certainty: Mapping[str, str]

    def count(self, rows: int) -> str:
        """``12 rows``, ``1 row``."""
        return self.row if rows == 1 else self.rows.format(n=rows)

    def place(self, locator: str) -> str:
        """A locator for reading. Only plain pages, lines and paragraphs have a translation."""
        if found := _PARAGRAPH.fullmatch(locator):
            return self.paragraph.format(n=found["n"])
        if found := _PAGE.fullmatch(locator):
            line = found["line"]
            page = self.page.format(n=found["page"])
            return f"{page}, {self.line.format(n=line)}" if line else page
        return locator


@cache
def words(lang: str) -> Words:
    """The words of a language; a QueryError names the languages that there are."""
    table = _languages()
    if lang not in table:
        hint = did_you_mean(lang, table)
        raise QueryError(f"no language {lang!r}{hint}: use one of {', '.join(table)}")
    return table[lang]


@cache
def _languages() -> dict[str, Words]:
    with _FILE.open("rb") as file:
        return {lang: Words(**entry) for lang, entry in tomllib.load(file).items()}
