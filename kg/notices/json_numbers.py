"""Numbers of JSON and XML in plain digits, whether they were written as numbers or as texts."""

from decimal import Decimal

from kg.errors import DataError
from kg.money import read_amount
from kg.notices.branch import collapsed

_MOST_DIGITS = 30


def digits(written: Decimal | str | None, at: str, missing: list[str]) -> str:
    """A number in plain digits; one that is none is noted as missing."""
    if written is None:
        return ""
    try:
        number = read_amount(written, "plain") if isinstance(written, str) else written
    except DataError as error:
        missing.append(f"{collapsed(at)}: {error}")
        return ""
    if not number.is_finite() or abs(number.adjusted()) > _MOST_DIGITS:
        missing.append(f"{collapsed(at)}: {str(number)[:40]} is no number that a contract has")
        return ""
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
