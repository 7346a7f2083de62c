"""What a euro was worth: averages of the ECB's reference rates, shipped and dated.

The original amount is always kept; euros are only for adding up and sorting.
"""

import csv
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, Decimal
from functools import cache
from pathlib import Path

_DATE = re.compile(r"([0-9]{4})(-[0-9]{2})?(-[0-9]{2})?(?:[TZ+ -].*)?")
_CENT = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class Rate:
    """How much of a currency one euro was, and the month or year it is the average of.

    ``period`` is ``fixed`` for a currency that the euro has replaced.
    """

    per_euro: Decimal
    period: str


def euros(amount: Decimal, currency: str, date: str) -> Decimal | None:
    """An amount in euros of its own time, to the cent; None where no rate is known.

    ``date`` is ``2019``, ``2019-03`` or ``2019-03-31``: the average of that year or month is used.
    """
    found = rate(currency, date)
    if found is None or not amount.is_finite():
        return None
    return (amount / found.per_euro).quantize(_CENT, ROUND_HALF_EVEN)


def rate(currency: str, date: str) -> Rate | None:
    """The rate of a currency at a date, or None: before 1999, after the table, or not quoted."""
    code, match = currency.strip().upper(), _DATE.fullmatch(date.strip())
    if code == "EUR":
        return Rate(Decimal(1), "fixed")
    if not match:
        return None
    day, period = "".join(part or "" for part in match.groups()), match[1] + (match[2] or "")
    since, fixed = _replaced().get(code, ("", ""))
    if since and day >= since[: len(day)]:
        return Rate(Decimal(fixed), "fixed")
    per_euro = _table().get((code, period))
    return Rate(Decimal(per_euro), period) if per_euro else None


@cache
def source() -> Mapping[str, str]:
    """What the table is: ``publisher``, ``series``, and the ``first`` and ``last`` day in it."""
    return {key: value for key, value in _file().items() if isinstance(value, str)}


@cache
def _file() -> Mapping[str, object]:
    return tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))


@cache
def _replaced() -> Mapping[str, tuple[str, str]]:
    table = _file()["replaced"]
    assert isinstance(table, dict)
    return {code: (since, per_euro) for code, (since, per_euro) in table.items()}


@cache
def _table() -> Mapping[tuple[str, str], str]:
    with Path(__file__).with_suffix(".csv").open(encoding="utf-8", newline="") as file:
        return {
            (currency, row["period"]): value
            for row in csv.DictReader(file)
            for currency, value in row.items()
            if currency != "period" and value
        }
