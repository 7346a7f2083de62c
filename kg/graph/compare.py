"""What a statement says that another may contradict: a figure, a date, a status, an outcome.

Two readings can only contradict each other when they are of one fact. Which fact that is, the
subject, the predicate and the object tell, and every qualifier that says what is measured, where,
of which part, in which role. What only one of the two says (a currency, a seller) is no difference.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from kg.dates import bounds, is_date
from kg.graph.figures import Range, figure
from kg.statements import Statement

About = Literal["value", "date", "status", "outcome"]
Span = tuple[str, str]
ALWAYS: Span = ("", "")

_LASTING = {"award", "budget", "ceiling", "estimate", "price"}
"""Amounts that stay the same once fixed; what is paid, earned or counted changes over time."""
_ONCE = {"AWARDED", "ENDED", "FOUNDED", "ISSUED", "WON"}
"""Events of their object, whoever is named as the actor: a contract is awarded once."""
_ONCE_FOR_BOTH = {"ACQUIRED", "AUTHORISES", "HAS_STATUS", "MERGED_INTO", "RULED", "SUCCEEDED_BY"}
_LIVING = {"USES", "USED_IN", "SUPPLIES"}
_ALIVE, _OVER = {"active", "pilot"}, {"ended", "suspended", "ruled_unlawful"}
_PHASES = {"planned": "planned", "tender": "planned", "pilot": "pilot"}
_AGAINST, _FOR = {"unlawful", "unconstitutional", "void", "annulled"}, {"lawful", "valid", "upheld"}

_PART = ("place", "system", "contract", "project", "product", "about", "role", "title", "lot")
_KIND = ("kind", "scope", "feature")
_COUNTED = ("status", "period", "population", "of", "channel", "programme", "relation", "case")
_LOOSE = ("unit", "currency", "vat", "seller", "buyer", "supplier", "via", "prime", "with")
_LOOSE_OF_SPAN = ("purpose", "law", *_LOOSE)
_LOOSE_OF_EVENT = ("place", "scope", "case", "outcome", *_LOOSE_OF_SPAN)
_SHARED = re.compile(r"\b(all|both|each|extra|further|part|per|phase|share|together)\b")
_SMALL = re.compile(r"\b(an?|and|at|by|claimed|for|in|its|of|on|or|the|they|to|with)\b|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Reading:
    """What one claim says of one side of a fact, and the time for which it says so."""

    claim: str
    about: About
    fact: tuple[str, ...]
    loose: tuple[tuple[str, str], ...]
    words: str
    value: Range | Span | str
    when: Span

    @property
    def aspect(self) -> str:
        """Which side of the fact: ``text`` (the amount itself), ``value``, ``since``, ..."""
        return self.fact[0]


def readings(statement: Statement, when: Span) -> Iterator[Reading]:
    """All that can be compared in a statement; ``when`` is the time of which it speaks."""
    yield from _figures(statement, when)
    yield from _spans(statement)
    yield from _events(statement)
    yield from _states(statement, when)


def contradict(one: Reading, other: Reading) -> bool:
    """Whether two readings of one fact cannot both be true."""
    given = dict(other.loose)
    if any(given.get(key, value) != value for key, value in one.loose):
        return False
    return _CLASHES[one.about](one, other)


def is_certain(one: Reading, other: Reading) -> bool:
    """Whether a contradiction is plain: not a status, nor a figure of which one has no time."""
    if one.about == "value":
        return (one.when == ALWAYS) == (other.when == ALWAYS)
    return one.about != "status" or one.when == other.when


def overlap(one: Span, other: Span) -> bool:
    """Whether two spans of days have one in common; an empty end is open."""
    return _starts_before_end(one, other) and _starts_before_end(other, one)


def _figures(statement: Statement, when: Span) -> Iterator[Reading]:
    for key, text in _numbers(statement):
        found = figure(statement, text)
        if found is None:
            continue
        is_lasting = key == "value" or statement.get("kind") in _LASTING
        note = statement.get("note")
        fact = (
            *_fact(statement, key, (*_PART, *_KIND, *_COUNTED)),
            _squeezed(statement.get("measure")),
            note if _SHARED.search(note) else "",
        )
        yield Reading(
            statement.id,
            "value",
            fact,
            _loose(statement, _LOOSE),
            _in_words(statement, text),
            found,
            _fixed(statement) if is_lasting else when,
        )


def _numbers(statement: Statement) -> Iterator[tuple[str, str]]:
    if statement.predicate in ("HAS_AMOUNT", "HAS_METRIC"):
        yield "text", statement.text
        return
    keys = [key for key in ("value", "count", "share") if statement.get(key)]
    if not keys and (statement.get("min") or statement.get("max")):
        keys = ["value" if statement.get("currency") else "count"]
    for key in keys:
        yield key, statement.get(key)


def _spans(statement: Statement) -> Iterator[Reading]:
    phase = _PHASES.get(statement.get("status"), "")
    for key in ("since", "until"):
        if is_date(statement.get(key)) and statement.predicate not in ("HAS_AMOUNT", "HAS_METRIC"):
            fact = (*_fact(statement, key, (*_PART, *_KIND)), phase)
            loose = _loose(statement, _LOOSE_OF_SPAN)
            yield _dated(statement, key, fact, loose, _period(statement))


def _events(statement: Statement) -> Iterator[Reading]:
    is_event = statement.get("date_kind") in ("", "event")
    if not (is_event and is_date(statement.get("date"))):
        return
    if statement.predicate in _ONCE | _ONCE_FOR_BOTH:
        side, subject, *rest = _fact(statement, "date", ("lot", "title", "kind", "status"))
        fact = (side, "" if statement.predicate in _ONCE else subject, *rest)
        yield _dated(statement, "date", fact, _loose(statement, _LOOSE_OF_EVENT), ALWAYS)


def _dated(
    statement: Statement,
    key: str,
    fact: tuple[str, ...],
    loose: tuple[tuple[str, str], ...],
    period: Span,
) -> Reading:
    date = statement.get(key)
    words = date if key == "date" else f"{key} {date}"
    return Reading(statement.id, "date", fact, loose, words, bounds(date), period)


def _period(statement: Statement) -> Span:
    since, until = statement.get("since"), statement.get("until")
    return bounds(since)[0] if is_date(since) else "", bounds(until)[1] if is_date(until) else ""


def _states(statement: Statement, when: Span) -> Iterator[Reading]:
    status, outcome = statement.get("status"), statement.get("outcome")
    if status and status != "unknown":
        fact, loose = _fact(statement, "status", (*_PART, *_KIND)), _loose(statement, ("purpose",))
        yield Reading(statement.id, "status", fact, loose, status, status, _seen(statement, when))
    if outcome in _AGAINST | _FOR:
        fact, loose = _fact(statement, "outcome", ()), _loose(statement, _LOOSE_OF_EVENT[:3])
        yield Reading(statement.id, "outcome", fact, loose, outcome, outcome, when)


def _fact(statement: Statement, aspect: str, keys: tuple[str, ...]) -> tuple[str, ...]:
    text = "" if aspect == "text" else statement.text.casefold()
    parts = (f"{key}={statement.get(key).casefold()}" for key in keys if statement.get(key))
    return (aspect, statement.subject, statement.predicate, statement.object, text, *parts)


def _loose(statement: Statement, keys: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    return tuple((key, statement.get(key)) for key in keys if statement.get(key))


def _fixed(statement: Statement) -> Span:
    """The time of a lasting amount: its own, and not the day on which somebody looked at it."""
    for key in ("date", "year"):
        if is_date(statement.get(key)):
            return bounds(statement.get(key))
    return ALWAYS


def _seen(statement: Statement, when: Span) -> Span:
    """When a status was observed: an end on its day, a use whenever somebody saw it in use."""
    keys = ("until", "date", "as_of") if statement.get("status") in _OVER else ("as_of", "date")
    dates = [statement.get(key) for key in keys if is_date(statement.get(key))]
    if dates:
        return bounds(dates[0])
    return ALWAYS if statement.get("since") or statement.get("until") else when


def _squeezed(measure: str) -> str:
    return " ".join(sorted(set(_SMALL.sub(" ", measure.casefold()).split())))


def _in_words(statement: Statement, text: str) -> str:
    low, high = statement.get("min"), statement.get("max")
    span = f"{_grouped(low)} to {_grouped(high)}" if low and high else _grouped(text or low or high)
    approx = statement.get("approx").replace("_", " ")
    return " ".join(word for word in (approx, span, statement.get("currency")) if word)


def _grouped(number: str) -> str:
    return f"{int(number):,}" if number.isdecimal() and len(number) < 20 else number


def _starts_before_end(one: Span, other: Span) -> bool:
    return not other[1] or one[0] <= other[1]


def _differ(one: Reading, other: Reading) -> bool:
    if not (isinstance(one.value, Range) and isinstance(other.value, Range)):
        return False
    return not one.value.meets(other.value) and overlap(one.when, other.when)


def _are_apart(one: Reading, other: Reading) -> bool:
    """Two dates of one thing; two periods, one after the other, are two things."""
    if not (isinstance(one.value, tuple) and isinstance(other.value, tuple)):
        return False
    return not overlap(one.value, other.value) and overlap(one.when, other.when)


def _are_opposed(one: Reading, other: Reading) -> bool:
    return overlap(one.when, other.when) and (one.value in _AGAINST) != (other.value in _AGAINST)


def _cannot_be(one: Reading, other: Reading) -> bool:
    """Two statuses on one day, or in use after the end."""
    if one.when[0] and one.when[0] == one.when[1] == other.when[0] == other.when[1]:
        return one.value != other.value
    return _outlives(one, other) or _outlives(other, one)


def _outlives(one: Reading, other: Reading) -> bool:
    is_living = one.fact[2] in _LIVING and one.value in _ALIVE and other.value in _OVER
    return is_living and bool(other.when[1]) and one.when[0] > other.when[1]


_CLASHES: Mapping[About, Callable[[Reading, Reading], bool]] = {
    "value": _differ,
    "date": _are_apart,
    "status": _cannot_be,
    "outcome": _are_opposed,
}
