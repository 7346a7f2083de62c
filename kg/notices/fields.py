"""Single fields of a notice: numbers, days, sums, and the masks that stand for what is withheld."""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal

from kg.dates import is_date
from kg.errors import DataError
from kg.facts.numbers import number_fault
from kg.money import read_amount
from kg.notices.nameless import is_nameless
from kg.notices.notice import Names

_NUMBER = re.compile(r"0*([0-9]+)-((?:19|20)[0-9]{2})")
_IN_JOURNAL = re.compile(r"((?:19|20)[0-9]{2})\s*/\s*S\s*[0-9]+\s*-\s*0*([0-9]+)")
_BY_SENDER = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?:-[0-9]{2})?")
_DAY = re.compile(r"([0-9]{4})-?([0-9]{2})-?([0-9]{2})(?:[Z+T-].*)?")
_MASKED = re.compile(r"unpublished|-1(?:\.0*)?", re.IGNORECASE)
_LONGEST_NOTE = 300
_LARGEST_POWER = 24


def publication(text: str) -> str:
    """A publication number in one form: ``00522031-2023``, ``2023/S 165-522031`` -> 522031-2023."""
    if match := _NUMBER.fullmatch(text.strip()):
        return f"{match[1]}-{match[2]}"
    match = _IN_JOURNAL.fullmatch(text.strip())
    return f"{match[2]}-{match[1]}" if match else ""


def sender_id(text: str) -> str:
    """The id that a notice has before it is published, with its version; empty if it is none."""
    plain = text.strip().lower()
    return plain if _BY_SENDER.fullmatch(plain) else ""


def day(text: str) -> str:
    """A day without its time zone, as the notice writes it; empty if it is none, or a mask."""
    match = _DAY.fullmatch(text.strip())
    found = f"{match[1]}-{match[2]}-{match[3]}" if match else ""
    return found if is_date(found) and found > "1970-01-01" else ""


def is_masked(text: str) -> bool:
    """Whether a text only stands where a withheld one would."""
    return bool(_MASKED.fullmatch(text.strip()))


def plain(text: str, locale: str = "plain") -> str:
    """A number in plain digits; empty if there is none, or only a mask.

    Raises:
        DataError: It is no number, or could be two.
    """
    if not text.strip() or is_masked(text):
        return ""
    is_plain = locale == "plain" and not number_fault(text.strip())
    number = Decimal(text.strip()) if is_plain else read_amount(text, locale)
    if number.adjusted() > _LARGEST_POWER:
        raise DataError(f"{text[:40]!r} is larger than any sum of money")
    if is_plain:
        return text.strip()
    found = f"{number:f}"
    return found.rstrip("0").rstrip(".") if "." in found else found


def amount(text: str, locale: str, missing: list[str], what: str) -> str:
    """A sum in plain digits; what cannot be read is noted in ``missing`` instead."""
    try:
        return plain(text, locale)
    except DataError as error:
        missing.append(f"{what}: {error}")
        return ""


def names(found: Iterable[tuple[str, str]], first: str) -> Names:
    """Names by language, that of ``first`` before the others; each language and text once."""
    by_language: dict[str, str] = {}
    for language, text in found:
        if text and not is_masked(text) and not is_nameless(text):
            by_language.setdefault(language, text)
    pairs = sorted(by_language.items(), key=lambda pair: pair[0] != first)
    return tuple(pairs)


def note(text: str) -> str:
    """A remark of the buyer, shortened, without the sign that ends a qualifier."""
    flat = " ".join(text.replace(";", ",").replace("|", "/").split())
    if is_masked(flat) or len(flat) <= _LONGEST_NOTE:
        return "" if is_masked(flat) else flat
    return flat[: _LONGEST_NOTE - 2].rsplit(" ", 1)[0] + " …"


def distinct(texts: Iterable[str]) -> Iterator[str]:
    """Each text once, in the order of its first mention; no empty ones."""
    yield from dict.fromkeys(text for text in texts if text)
