"""Cells as values: dates, numbers, countries and addresses in one form, or why they are none."""

import csv
import re
import unicodedata
from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal
from functools import cache, lru_cache
from pathlib import Path

from kg.countries import alpha2
from kg.cpv import code, names
from kg.dates import is_date, repair, wrong
from kg.errors import DataError
from kg.money import read_amount

_SURE = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]{1,2})?")
_POINTED = ("", "plain", "en", "ie", "mt", "ch")
"""The locales in which such a number can only be what it looks like."""

_HOUR = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})[T ][0-9]{2}(?::.*)?Z?")
_ADDRESS = re.compile(r"(?:https?|ftp)://[^\s/]+\S*", re.IGNORECASE)
_MORE_NAMES = {
    "usa": "US",
    "united states of america": "US",
    "uk": "GB",
    "great britain": "GB",
    "england": "GB",
    "scotland": "GB",
    "wales": "GB",
    "holland": "NL",
    "the netherlands": "NL",
    "bundesrepublik deutschland": "DE",
    "czech republic": "CZ",
    "korea": "KR",
    "russian federation": "RU",
    "viet nam": "VN",
    "european union": "EU",
    "kosovo": "XK",
    "hong kong": "HK",
    "macao": "MO",
    "macau": "MO",
    "burma": "MM",
    "myanmar": "MM",
    "cape verde": "CV",
    "ivory coast": "CI",
    "congo": "CG",
    "palestine": "PS",
    "turkey": "TR",
    "swaziland": "SZ",
    "macedonia": "MK",
    "u s virgin islands": "VI",
    "us virgin islands": "VI",
}


@lru_cache(maxsize=1 << 16)
def read_date(text: str, forms: tuple[str, ...] = ()) -> str:
    """A date as ``2019``, ``2019-03`` or ``2019-03-31``; the hour of a day is left behind.

    ``forms`` are those that the file declares, as ``%d/%m/%Y``: then a date has one of them, or is
    written as we do. Without one it is only read if it can be read in one way.

    Raises:
        DataError: It is no date, or could be two.
    """
    for form in forms:
        if found := _by_form(text, form):
            return found
    match = _HOUR.fullmatch(text)
    plain = match[1] if match else text
    if is_date(plain):
        return plain
    if forms:
        raise DataError(f"{text[:40]!r} is no date as {' or '.join(forms)} declares")
    if mended := repair(plain):
        return mended
    raise DataError(wrong(plain) + "; or declare date_format, such as %d/%m/%Y")


@lru_cache(maxsize=1 << 16)
def read_number(text: str, locale: str = "") -> str:
    """A number in plain digits: ``1234.50``. Which sign groups is declared, never guessed.

    Raises:
        DataError: It is no number, or could be two.
    """
    if locale in _POINTED and _SURE.fullmatch(text):
        return text
    return plain(read_amount(text, locale))


def plain(number: Decimal) -> str:
    """A number in digits; never with three decimals, which look like a thousand."""
    digits = f"{number:f}"
    _, _, decimals = digits.partition(".")
    return digits + "0" if len(decimals) == 3 else digits


@lru_cache(maxsize=1 << 14)
def read_country(text: str) -> str:
    """The two letters of a country, from a code or from its name in one of eight languages.

    Raises:
        DataError: It is neither.
    """
    if found := alpha2(text) or _names().get(_squeezed(text), ""):
        return found
    raise DataError(f"{text[:60]!r} is no country; write its two letters, or its name in English")


def read_address(text: str) -> str:
    """A web address.

    Raises:
        DataError: It is none.
    """
    if _ADDRESS.fullmatch(text):
        return text
    if text.startswith("www.") and " " not in text:
        return f"http://{text}"
    raise DataError(f"{text[:60]!r} is no web address; it starts with https://")


@lru_cache(maxsize=1 << 14)
def read_cpv(text: str) -> str:
    """A code of the Common Procurement Vocabulary with what it means: ``35125300 Cameras``."""
    known = code(text)
    words = names(known).get("en", "")
    return f"{known} {words}" if words else text


def _by_form(text: str, form: str) -> str:
    """The day, month or year that a form says; a form without a day gives a month."""
    try:
        found = datetime.strptime(text, form)  # noqa: DTZ007
    except ValueError:
        return ""
    if not any(mark in form for mark in ("%d", "%x", "%c", "%j")):
        has_month = any(mark in form for mark in ("%m", "%b", "%B"))
        return f"{found:%Y-%m}" if has_month else f"{found:%Y}"
    return f"{found:%Y-%m-%d}"


@cache
def _names() -> Mapping[str, str]:
    found = dict(_MORE_NAMES)
    path = Path(__file__).with_name("countries.csv")
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if code := alpha2(row.pop("code")):
                found |= {_squeezed(name): code for name in row.values() if name}
    return found


def _squeezed(text: str) -> str:
    apart = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(letter for letter in apart if not unicodedata.combining(letter))
    words = re.sub(r"[.,()\-]", " ", bare.replace("&", " and ")).split()
    return " ".join("saint" if word == "st" else word for word in words)
