"""Legal forms: found at the end or the beginning of a name, by the country where they exist.

The table is derived from the ELF code list (ISO 20275, GLEIF). Without a country, or abroad, the
usual abbreviations of data/names/forms_anywhere.csv and every long form count.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from kg.resolve.tables import rows

_LONG = 5
"""A form of so many letters in one word is no other word by chance."""
_TYPO = 12
"""A form's word of so many letters is known with a typo in it."""


@dataclass(frozen=True, slots=True)
class Form:
    """A legal form: its usual abbreviation, and the ELF codes that it may stand for."""

    short: str
    codes: frozenset[str] = frozenset()
    is_kept: bool = False

    def __bool__(self) -> bool:
        return bool(self.short)

    def fits(self, other: "Form") -> bool:
        """Whether two forms may be one: the same letters, or one form in two languages."""
        return self.short == other.short or bool(self.codes & other.codes)


NONE = Form("")


class Split(NamedTuple):
    """The words of a name without its legal form, and that form."""

    words: list[str]
    form: Form


class Forms:
    """The forms that count in one country."""

    def __init__(self, table: dict[str, Form]) -> None:
        """Index the spellings by their last and first word."""
        self.table = table
        self.ends: dict[str, tuple[int, ...]] = {}
        self.starts: dict[str, tuple[int, ...]] = {}
        ends: dict[str, set[int]] = {}
        starts: dict[str, set[int]] = {}
        for spelling in table:
            words = spelling.split()
            ends.setdefault(words[-1], set()).add(len(words))
            starts.setdefault(words[0], set()).add(len(words))
        for lengths, index in ((ends, self.ends), (starts, self.starts)):
            for word, known in lengths.items():
                index[word] = tuple(sorted(known, reverse=True))

    def split(self, words: list[str]) -> Split:
        """Take the forms off a name; a name that is nothing but a form stays whole."""
        form = NONE
        while len(words) > 1:
            if not (words[-1] in self.ends or words[0] in self.starts or len(words[-1]) >= _TYPO):
                break
            found = self.at_end(words) or self.at_start(words)
            if not found:
                break
            size, here = found
            if here.is_kept:
                form = form or here
                break
            words = words[:-size] if size > 0 else words[-size:]
            form = form or here
        return Split(words, form)

    def at_end(self, words: Sequence[str]) -> tuple[int, Form] | None:
        """The longest form that a name ends with: how many words, and which."""
        for size in self.ends.get(words[-1], ()):
            if size < len(words) and (form := self.table.get(" ".join(words[-size:]))):
                return size, form
        if len(words[-1]) >= _TYPO and (form := _misspelt(words[-1])):
            return 1, form
        return None

    def at_start(self, words: Sequence[str]) -> tuple[int, Form] | None:
        """The longest form that a name begins with; its size is negative."""
        for size in self.starts.get(words[0], ()):
            if size < len(words) and (form := self.table.get(" ".join(words[:size]))):
                if size == 1 and words[0] in _NEVER_FIRST:
                    continue
                return -size, form
        return None


_NEVER_FIRST = frozenset(
    ("co", "company", "limited", "as", "na", "ad", "se", "corporation", "corp", "incorporated")
) | {"pc", "ps", "st", "sc", "cv", "la", "ca", "aa", "na", "ac", "ab", "ag", "lc", "fi", "lp", "sl"}


@cache
def forms(country: str) -> Forms:
    """The forms of a country (its own, and what is usual anywhere); of none: what is sure."""
    table, usual = dict(_everywhere()), _usual()
    for spelling, form in _by_country().get(country, {}).items():
        short = usual.get(spelling, form.short)
        table[spelling] = Form(short, form.codes, form.is_kept)
    return Forms(table)


@cache
def _usual() -> dict[str, str]:
    """What forms are called that are known by these letters anywhere."""
    return {row["spelling"]: row["short"] for row in rows("forms_anywhere")}


@cache
def _by_country() -> dict[str, dict[str, Form]]:
    found: dict[str, dict[str, Form]] = {}
    for row in rows("legal_forms"):
        form = Form(row["short"], frozenset(row["codes"].split("|")), bool(row["kept"]))
        found.setdefault(row["country"], {})[row["spelling"]] = form
    return found


@cache
def _everywhere() -> dict[str, Form]:
    """Usual abbreviations, and the long forms of all countries; codes of one spelling together."""
    table: dict[str, Form] = {}
    all_codes: dict[str, frozenset[str]] = {}
    for own in _by_country().values():
        for spelling, form in own.items():
            all_codes[spelling] = all_codes.get(spelling, frozenset()) | form.codes
            if " " in spelling or len(spelling) > _LONG:
                table.setdefault(spelling, form)
    table |= {spelling: Form(short) for spelling, short in _usual().items()}
    return {
        spelling: Form(form.short, all_codes.get(spelling, form.codes), form.is_kept)
        for spelling, form in table.items()
    }


@cache
def _misspelt(word: str) -> Form | None:
    """The long form that a long word is, but for two letters."""
    from rapidfuzz import process
    from rapidfuzz.distance import Levenshtein

    found = process.extractOne(word, _long_words(), scorer=Levenshtein.distance, score_cutoff=2)
    return _everywhere()[found[0]] if found else None


@cache
def _long_words() -> list[str]:
    """The long forms of one word."""
    return [form for form in _everywhere() if len(form) >= _TYPO and " " not in form]
