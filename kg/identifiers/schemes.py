"""The registers that are known: what their numbers look like, and the words that announce them."""

import re
import tomllib
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from re import Pattern

_ANNOUNCING = frozenset({"VAT", "TVA", "BTW", "IVA", "NUMERO", "NUMBER", "NR", "NO", "N", "ID"})


@dataclass(frozen=True, slots=True)
class Scheme:
    """One register. The keys are explained at the head of schemes.toml.

    ``start`` matches what may stand before a number: words for it, and its country.
    """

    name: str
    country: str
    pattern: Pattern[str] | None
    start: Pattern[str]
    check: str
    words: frozenset[str]
    codes: frozenset[str]
    says: Mapping[str, Pattern[str]]
    personal: Pattern[str] | None
    is_hinted: bool
    is_spaced: bool
    rank: int

    def announces(self, hint: str) -> bool:
        """Whether a hint names this scheme: its code, or a word of it among others."""
        plain = squeeze(hint)
        return plain in self.codes or plain in self.words or bool(self.words & set(_words(hint)))


@cache
def schemes() -> Mapping[str, Scheme]:
    """Every scheme by name, in the order in which numbers are tried."""
    raw = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))
    return {name: _scheme(name, table) for name, table in raw.items()}


@cache
def announced(hint: str) -> tuple[Scheme, ...]:
    """The schemes that a hint names: one for ``BE-BCE_KBO``, several for ``NIF``."""
    return tuple(scheme for scheme in schemes().values() if hint and scheme.announces(hint))


def squeeze(text: str) -> str:
    """A text in capitals, without accents, blanks and signs."""
    apart = unicodedata.normalize("NFKD", text.upper())
    return "".join(letter for letter in apart if letter.isalnum())


def _words(hint: str) -> Iterator[str]:
    """The words of a hint of a few words, squeezed; a long one is a sentence and names none."""
    found = [word for word in re.split(r"[\s:;,./()_-]+", hint) if word]
    if len(found) <= 8:
        yield from map(squeeze, found)


def _scheme(name: str, table: Mapping[str, object]) -> Scheme:
    says = table.get("says", {})
    assert isinstance(says, dict)
    country, words = str(table.get("country", "")), _squeezed(table.get("words"))
    return Scheme(
        name=name,
        country=country,
        pattern=_compiled(table.get("pattern")),
        start=_start(words, country),
        check=str(table.get("check", "")),
        words=words,
        codes=_squeezed(table.get("codes")),
        says={other: re.compile(pattern) for other, pattern in says.items()},
        personal=_compiled(table.get("personal")),
        is_hinted=bool(table.get("hinted")),
        is_spaced=bool(table.get("spaced")),
        rank=int(str(table.get("rank", 10))),
    )


def _start(words: frozenset[str], country: str) -> Pattern[str]:
    before = "|".join(sorted(words | _ANNOUNCING, key=lambda word: (-len(word), word)))
    return re.compile(f"(?:{before})*(?:{country})?")


def _compiled(pattern: object) -> Pattern[str] | None:
    return re.compile(str(pattern)) if pattern else None


def _squeezed(words: object) -> frozenset[str]:
    return frozenset(map(squeeze, words)) if isinstance(words, list) else frozenset()
