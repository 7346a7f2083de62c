"""Numbers as a source gives them: what "about 300" or "more than 100" leaves open."""

from dataclasses import dataclass
from math import inf, nextafter

from kg.statements import Statement

_ROUGH = 0.05
_ROUNDED = 0.01
_ALMOST = 0.1


@dataclass(frozen=True, slots=True)
class Range:
    """The values that a figure may stand for, both ends included."""

    low: float
    high: float

    def meets(self, other: "Range") -> bool:
        """Whether one number can be meant by both."""
        return self.low <= other.high and other.low <= self.high


def parse(text: str) -> float | None:
    """A plain number, point as decimal; None for words ("hundreds") and for "3 to 4"."""
    try:
        found = float(text)
    except ValueError:
        return None
    return found if -inf < found < inf else None


def spread(text: str, approx: str = "") -> Range | None:
    """What a number with its hedge may stand for, read generously.

    A plain 75,800,000 may be rounded, so it stands for half of its last written digit to both
    sides, at most one percent; a number of one digit (300, 7) is taken at its word. "About" is as
    wide as the last written digit, at most five percent.
    """
    number = parse(text)
    if number is None:
        return None
    if approx == "more_than":
        return Range(nextafter(number, inf), inf)
    if approx == "at_least":
        return Range(number, inf)
    if approx == "at_most":
        return Range(-inf, number)
    if approx == "almost":
        return Range(number - abs(number) * _ALMOST, nextafter(number, -inf))
    width = _rough(text, number) if approx in ("about", "estimate") else _rounded(text, number)
    return (
        Range(number - width, nextafter(number + width, -inf)) if width else Range(number, number)
    )


def between(lowest: str, highest: str) -> Range | None:
    """A range that the source gives itself; an end it does not give is open."""
    low, high = parse(lowest), parse(highest)
    if low is None and high is None:
        return None
    return Range(-inf if low is None else low, inf if high is None else high)


def figure(statement: Statement, text: str) -> Range | None:
    """What a statement's figure stands for; its own ``min`` and ``max`` come first."""
    given = between(statement.get("min"), statement.get("max"))
    return given or spread(text, statement.get("approx"))


def _rough(text: str, number: float) -> float:
    return min(_last_digit(text) / 2, abs(number) * _ROUGH)


def _rounded(text: str, number: float) -> float:
    digit = _last_digit(text)
    return min(digit / 2, abs(number) * _ROUNDED) if abs(number) >= 10 * digit else 0.0


def _last_digit(text: str) -> float:
    """What the last digit stands for that is not a filling zero: 75,800,000 gives 100,000."""
    whole, _, decimals = text.strip().lstrip("+-").partition(".")
    return 10.0 ** (-len(decimals) if decimals else len(whole) - len(whole.rstrip("0")))
