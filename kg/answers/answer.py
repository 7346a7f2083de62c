"""An answer: rows, and the numbered sources that they rest on."""

from dataclasses import dataclass
from itertools import zip_longest
from typing import TYPE_CHECKING

from kg.answers.cells import one_line
from kg.answers.words import words

if TYPE_CHECKING:
    from pandas import DataFrame

Row = dict[str, object]


@dataclass(frozen=True, slots=True)
class Note:
    """One place in one source, as a reader finds it again, and who asserts what stands there.

    ``said_by`` is a printable name, empty where the source speaks for itself. ``says`` holds what
    each of ``claims`` says in our own words. ``certainty`` is one word, or one for each claim
    joined by ``|`` where they differ.
    """

    number: int
    said_by: str
    title: str
    publisher: str
    locator: str
    published: str
    read: str
    url: str
    certainty: str
    source: str
    claims: tuple[str, ...]
    says: tuple[str, ...] = ()

    def text(self, lang: str = "en") -> str:
        """``[3] Le Vif: «title» (2022-05-08), para 3, read 2026-11-25, https://..., says: ...``.

        On one line and safe to print, whatever a source wrote.
        """
        parts = (*self.passage(lang), self.url, self.assertion(lang))
        return one_line(f"[{self.number}] " + ", ".join(part for part in parts if part))

    def passage(self, lang: str) -> tuple[str, ...]:
        """Who published what and when; where in it; when it was read. Unknown parts are absent."""
        word = words(lang)
        title = f"«{self.title}»" if self.title else "" if self.publisher else self.source
        work = ": ".join(part for part in (self.publisher, title) if part)
        dated = f"{work} ({self.published})" if self.published else work
        read = word.read_on.format(date=self.read) if self.read else ""
        return tuple(part for part in (dated, word.place(self.locator), read) if part)

    def assertion(self, lang: str) -> str:
        """Who asserts it, how sure it is, and what: ``says (reported): ...``, ``according to X``.

        Where the claims differ in certainty, each has its own. Where nobody is named and nothing
        said, only how sure it is: ``reported``.
        """
        word = words(lang)
        who = word.according_to.format(who=self.said_by) if self.said_by else ""
        told = " / ".join(self._told(lang))
        lead = who or (word.says if told else "")
        grade = "" if self._is_mixed else _hedge(self.certainty, lang)
        if not who and not told:
            return grade.strip("()")
        lead = " ".join(part for part in (lead, grade) if part)
        return f"{lead}: {told}" if told else lead

    @property
    def _is_mixed(self) -> bool:
        return "|" in self.certainty

    def _told(self, lang: str) -> list[str]:
        grades = self.certainty.split("|") if self._is_mixed else ()
        pairs = zip_longest(self.says, grades, fillvalue="")
        told = (f"{_hedge(grade, lang)} {says}".strip() for says, grade in pairs)
        return [text for text in dict.fromkeys(told) if text]


@dataclass(frozen=True, slots=True)
class Answer:
    """What a query found. Each row holds a plain value a column, ``claims`` a list of claim ids."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    notes: tuple[Note, ...] = ()
    lang: str = "en"

    def to_pandas(self) -> "DataFrame":
        """A DataFrame with the same columns, claims as lists; whole numbers stay whole."""
        from pandas import DataFrame

        cells = [[row.get(column) for column in self.columns] for row in self.rows]
        frame = DataFrame(cells, columns=list(self.columns))
        whole = {column: "Int64" for column in self.columns if self._is_whole(column)}
        return frame.astype(whole)

    def _is_whole(self, column: str) -> bool:
        """Whether a column holds whole numbers, perhaps with gaps, that fit 64 bits."""
        known = [row[column] for row in self.rows if row.get(column) is not None]
        return bool(known) and all(type(n) is int and -(2**63) <= n < 2**63 for n in known)


def _hedge(grade: str, lang: str) -> str:
    """How sure a claim is, where that has to be said: ``(alleged)``."""
    return "" if grade in ("", "stated") else f"({words(lang).certainty.get(grade, grade)})"
