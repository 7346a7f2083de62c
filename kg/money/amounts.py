"""Amounts as people write them. Which sign groups and which begins the cents is never guessed."""

import re
import unicodedata
from collections.abc import Mapping
from decimal import Decimal

from kg.errors import DataError, did_you_mean

_POINT, _COMMA, _BLANK = (".", ", "), (",", ". "), (",", " ")
LOCALES: Mapping[str, tuple[str, str]] = {
    "plain": (".", ""),
    **dict.fromkeys(["en", "ie", "mt"], _POINT),
    **dict.fromkeys(["de", "nl", "es", "it", "pt", "da", "el", "hr", "ro", "sl"], _COMMA),
    **dict.fromkeys(
        ["fr", "bg", "cs", "et", "fi", "hu", "lt", "lv", "no", "pl", "sk", "sv"], _BLANK
    ),
    "ch": (".", "' "),
}
"""The sign before the cents, and those that may group thousands, by locale."""

_CODES = (
    "AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP "
    "BYN BZD CAD CDF CHF CLP CNY COP CRC CUP CVE CYP CZK DEM DJF DKK DOP DZD EEK EGP ERN ETB EUR "
    "FJD FKP FRF GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HRK HTG HUF IDR ILS INR IQD IRR ISK JMD "
    "JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LTL LVL LYD MAD MDL MGA MKD "
    "MMK MNT MOP MRU MTL MUR MVR MWK MXN MYR MZN NAD NGN NIO NLG NOK NPR NZD OMR PAB PEN PGK PHP "
    "PKR PLN PYG QAR ROL RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SIT SKK SLE SOS SRD SSP STN "
    "SYP SZL THB TJS TMT TND TOP TRL TRY TTD TWD TZS UAH UGX USD UYU UZS VES VND VUV WST XAF XCD "
    "XOF XPF YER ZAR ZMW"
).replace(" ", "|")
"""The codes of money; ``LOT-0001`` is a number with three letters before it, and no amount."""
_MONEY = re.compile(rf"^(?:{_CODES}|[€$£¥]|kr\.?|Fr\.?)\s*|\s*(?:{_CODES}|[€$£¥]|kr\.?|zł|Kč|Ft)$")
_NO_CENTS = re.compile(r"(?<=[0-9])[.,][-–—]+$")  # noqa: RUF001
_PLAIN = re.compile(r"[0-9]+(?:\.[0-9]*)?(?:[eE][+-]?[0-9]{1,3})?|\.[0-9]+")
_MARKS = {"’": "'", "`": "'", "´": "'", "−": "-"}  # noqa: RUF001
_NO_NUMBER = {"nan", "inf", "infinity", "none", "null", "n/a", "na", "-", ""}
_LARGEST = Decimal(100_000_000_000)


def read_amount(text: str, locale: str) -> Decimal:
    """Read an amount, with or without a currency around it.

    ``locale`` is what the file declares: ``plain`` (1234.56, as in XML and JSON), ``en``
    (1,234.56), ``de`` (1.234,56), ``fr`` (1 234,56) and so on, or empty if it declares none: then
    only what can be read in one way is.

    Raises:
        DataError: It is no amount, or could be two.
    """
    if locale and locale not in LOCALES:
        raise DataError(
            f"no number locale {locale!r}{did_you_mean(locale, LOCALES)};"
            f" write one of {', '.join(LOCALES)}"
        )
    sign, digits = _unsigned(text)
    if digits.lower() in _NO_NUMBER:
        raise DataError(f"{text!r} is no amount")
    names = [locale] if locale else list(LOCALES)
    found = {reading for name in names if (reading := _read(digits, name)) is not None}
    if len(found) == 1:
        return sign * found.pop()
    raise DataError(_wrong(text, digits, locale))


def doubt(amount: Decimal) -> str:
    """Why an amount is hardly one that was paid or agreed, in words; empty if it may well be.

    Such an amount is kept and marked, never dropped: it is what the source says.
    """
    if not amount.is_finite():
        return "is no number"
    if abs(amount) >= _LARGEST:
        return "is larger than any contract"
    if amount < 0:
        return "is below zero"
    if amount in (0, 1) or amount == Decimal("0.01"):
        return "may stand for an amount that was not given"
    digits = f"{amount.normalize():f}".replace(".", "")
    if (
        amount >= 10_000
        and len(digits) >= 6
        and (len(set(digits)) == 1 or "1234567890".startswith(digits))
    ):
        return "looks like a filler"
    return ""


def _unsigned(text: str) -> tuple[int, str]:
    """The sign, and the digits with the marks between them."""
    plain = unicodedata.normalize("NFKC", text).strip()
    plain = " ".join("".join(_MARKS.get(letter, letter) for letter in plain).split())
    plain = _NO_CENTS.sub("", _MONEY.sub("", _MONEY.sub("", plain, count=1), count=1))
    if plain.startswith("(") and plain.endswith(")"):
        return -1, plain[1:-1].strip()
    if len(plain) > 1 and plain[0] in "+-":
        return (-1 if plain[0] == "-" else 1), _MONEY.sub("", plain[1:].strip())
    return (-1, plain[:-1]) if plain[1:].endswith("-") else (1, plain)


def _read(digits: str, locale: str) -> Decimal | None:
    if locale == "plain":
        return Decimal(digits) if _PLAIN.fullmatch(digits) else None
    point, marks = LOCALES[locale]
    whole, _, cents = digits.partition(point)
    if cents and not cents.isdecimal():
        return None
    for mark in marks:
        if re.fullmatch(rf"[1-9][0-9]{{0,2}}(?:{re.escape(mark)}[0-9]{{3}})+", whole):
            whole = whole.replace(mark, "")
    return Decimal(f"{whole}.{cents}") if re.fullmatch(r"[0-9]+", whole) else None


def _wrong(text: str, digits: str, locale: str) -> str:
    """Why a text is no amount, and what to declare so that it is one."""
    by_value: dict[Decimal, str] = {}
    for name in LOCALES:
        if (reading := _read(digits, name)) is not None:
            by_value.setdefault(reading, name)
    meant = " or ".join(f"number_locale = {name!r} ({value})" for value, name in by_value.items())
    if not meant:
        return f"{text[:60]!r} is no amount; write digits, such as 1234.56"
    if not locale:
        return f"{text!r} can be read in two ways; declare {meant}"
    return f"{text!r} is no amount as {locale!r} writes it; declare {meant}"
