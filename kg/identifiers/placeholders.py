"""What stands where a number should: masks, and what people type to get past an empty field."""

import re

_MASK = re.compile(r"[*•●#…?]|\.\.\.|___|^X{3}|X{4}", re.IGNORECASE)
_STANDING_FOR_ANYBODY = frozenset({"XAXX010101000", "XEXX010101000", "AAA010101AAA"})
_TRIPLES = re.compile(r"(?:([0-9])\1\1){3,}")
_REPEATED = re.compile(r"([0-9]{1,3})\1{2,}[0-9]{0,2}")
_RISING = "01234567890123456789"
_FALLING = _RISING[::-1]


def is_masked(text: str) -> bool:
    """Whether parts of a number were made unreadable: ``***4567**``, ``XXXX``."""
    return bool(_MASK.search(text))


def is_placeholder(text: str) -> bool:
    """Whether a text only fills the field: ``n/a``, ``000000000``, ``123456789``, ``111 222 333``.

    A text without a digit, or with less than three, is no organisation's number in any register.
    """
    plain = "".join(filter(str.isalnum, text.upper()))
    digits = "".join(filter(str.isdecimal, plain))
    if len(digits) < 3 and not re.fullmatch(r"Q[1-9][0-9]?", plain):
        return True
    if plain in _STANDING_FOR_ANYBODY or _is_one_digit(digits):
        return True
    if _TRIPLES.fullmatch(digits) or (len(digits) >= 6 and _REPEATED.fullmatch(digits)):
        return True
    return _has_a_run(digits)


def _is_one_digit(digits: str) -> bool:
    """All digits alike, but for a check digit or a country's two at the end."""
    return len(set(digits)) == 1 or (len(digits) >= 8 and len(set(digits[:-2])) == 1)


def _has_a_run(digits: str) -> bool:
    """Digits that count up or down: seven in a row, or the whole of a shorter number."""
    length = min(7, len(digits))
    starts = range(len(digits) - length + 1)
    return any(digits[at : at + length] in row for at in starts for row in (_RISING, _FALLING))
