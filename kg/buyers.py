"""What a buyer is: a police force, a prison, a court, a municipality, or another body.

Its name decides, by the words of buyers.toml; then what it declares of itself. What it buys is no
proof: a city buys body cameras, and the police buy paper.
"""

import re
import tomllib
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from re import Pattern

from kg.countries import alpha2

_PARTS = re.compile(r"\s[-–—]+\s|[–—,;:/|()\[\]\n]")  # noqa: RUF001
_BLANK = r"(?: ?\| ?| )"
_AT_THE_END = r"(?=$| ?\|)"
_PUBLIC = ("gen-pub", "pub-os", "defence")
_STRONGER = frozenset({"PoliceForce", "Prison", "Court"})
_OWN_PART = re.compile(r"(?:der |die |la |le |the |de |het )?\S+(?: \S+){0,3}")
_JOINED = re.compile(r"\b(?:y|i|e|et|und|en|and|ed) ")


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of one label: those for every country, and those that count in one country only."""

    label: str
    everywhere: Pattern[str]
    by_country: Mapping[str, Pattern[str]]

    def first(self, name: str, country: str) -> int | None:
        """Where the first of the words stands in a name, or None."""
        own = self.by_country.get(country)
        found = [
            match for match in (self.everywhere.search(name), own and own.search(name)) if match
        ]
        return min((match.start() for match in found), default=None)


@lru_cache(maxsize=1 << 16)
def label(name: str, country: str, main_activity: str = "", legal_type: str = "") -> str:
    """The label of a buyer.

    ``main_activity`` and ``legal_type`` are what the notice declares, in the codes of eForms or
    TED. An activity of public order makes nobody a police force, but it makes a body public.
    """
    plain, code = _plain(name), alpha2(country)
    if _is_company(plain, code):
        return "Company"
    if named := _named(plain, code):
        return named
    types = {part.strip() for part in legal_type.split("|")}
    if types & _types("private") and not main_activity.startswith(_PUBLIC):
        return "Company"
    return "Institution" if types & _types("subsidised") else "PublicBody"


@lru_cache(maxsize=1 << 16)
def supplier_label(name: str, country: str) -> str:
    """The label of a bidder, supplier or owner: a company, unless its name says what else it is.

    Many a company has the police in its name, so that only a name that begins with it is one's.
    """
    plain, code = _plain(name), alpha2(country)
    if _is_company(plain, code):
        return "Company"
    named = _named(plain, code)
    if named == "PoliceForce" and _naming()[0].first(plain, code) != 0:
        return "Company"
    return named or "Company"


def _named(plain: str, country: str) -> str:
    """The label that the words of a name give, or nothing."""
    for words in _deciding():
        if words.first(plain, country) is not None:
            return words.label
    found = [
        (at, order, words.label)
        for order, words in enumerate(_naming())
        if (at := words.first(plain, country)) is not None
    ]
    labels = {one[2] for one in found}
    if len(labels) > 1 and "PoliceForce" in labels and _has_own_part(plain, country):
        return "PoliceForce"
    if min(found, default=(0, 0, ""))[2] == "PublicBody" and labels & _STRONGER:
        found = [one for one in found if one[2] in _STRONGER]
    return min(found)[2] if found else ""


def _has_own_part(plain: str, country: str) -> bool:
    """Whether a part of a name after a dash or comma is the police itself.

    ``Stadt Zürich, Stadtpolizei`` is; a list of what a council's department sees to is not. An
    English name has the police at its end.
    """
    police = _naming()[0]
    if _ending().first(plain, country) is not None:
        return True
    for part in plain.split("|")[1:]:
        own = part.strip()
        if police.first(own, country) == 0 and _OWN_PART.fullmatch(own) and not _JOINED.search(own):
            return True
    return False


def _is_company(plain: str, country: str) -> bool:
    return any(words.first(plain, country) is not None for words in _forms())


def _plain(name: str) -> str:
    """A name in small letters without accents, dots and signs; ``|`` stands between its parts."""
    apart = unicodedata.normalize("NFKD", name.casefold().replace("ł", "l").replace("ø", "o"))
    bare = "".join(letter for letter in apart if not unicodedata.combining(letter))
    whole = "|".join(_PARTS.split(bare))
    joined = re.sub(r"(?<=\b\w)\.\s?(?=\w\b)|\.", "", whole)
    return " ".join(re.sub(r"[^\w|]+", " ", joined.replace("_", " ")).split())


@cache
def _file() -> Mapping[str, object]:
    return tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))


@cache
def _deciding() -> tuple[_Words, ...]:
    return tuple(_words("decides"))


@cache
def _naming() -> tuple[_Words, ...]:
    return tuple(_words("names"))


def _words(table: str) -> Iterator[_Words]:
    rules = _file()[table]
    assert isinstance(rules, list)
    for rule in rules:
        yield _compiled(rule["label"], rule["words"])


def _compiled(label_: str, words: list[str], after: str = "") -> _Words:
    here: dict[str, list[str]] = {}
    for word in words:
        text, _, country = word.partition("@")
        here.setdefault(country, []).append(text)
    by_country = {country: _any(found, after) for country, found in here.items() if country}
    return _Words(label_, _any(here[""], after), by_country)


def _any(words: list[str], after: str) -> Pattern[str]:
    patterns = sorted(map(_pattern, words), key=len, reverse=True)
    return re.compile(f"(?:{'|'.join(patterns)}){after}")


def _pattern(word: str) -> str:
    body = (
        re.escape(_accentless(word.removeprefix("^"))).replace(r"\*", r"\w*").replace(r"\ ", _BLANK)
    )
    return rf"(?:^|\| ?){body}\b" if word.startswith("^") else rf"\b{body}\b"


def _accentless(word: str) -> str:
    apart = unicodedata.normalize("NFKD", word.casefold())
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


@cache
def _ending() -> _Words:
    return _compiled("", _table("ending")["words"], _AT_THE_END)


@cache
def _forms() -> tuple[_Words, _Words]:
    forms = _table("company")
    return _compiled("", forms["anywhere"]), _compiled("", forms["last"], _AT_THE_END)


@cache
def _types(kind: str) -> frozenset[str]:
    return frozenset(_table("legal_types")[kind])


def _table(name: str) -> Mapping[str, list[str]]:
    table = _file()[name]
    assert isinstance(table, dict)
    return table
