"""A statement in plain words, for whoever reads it: who does what, for how much, and when."""

from collections.abc import Mapping
from functools import cache

from kg.schema import predicates

_LONGEST = 90


def sentence(subject: str, predicate: str, object_: str, qualifiers: Mapping[str, str]) -> str:
    """Say it by the names of both ends, or the text: "Axon won Body cameras, 1000 EUR"."""
    value, currency = qualifiers.get("value", ""), qualifiers.get("currency", "")
    if currency and not value:
        object_ = f"{object_} {currency}"
    more = (
        f"{value} {currency}".rstrip() if value else "",
        qualifiers.get("kind", ""),
        qualifiers.get("relation", ""),
        _span(qualifiers),
    )
    tail = "".join(f", {text}" for text in more if text)
    return f"{short(subject)} {_verb(predicate)} {short(object_)}{tail}."


def short(name: str) -> str:
    """A name that fits into a sentence."""
    if len(name) <= _LONGEST:
        return name.rstrip(" .")
    return name[: _LONGEST - 2].rsplit(" ", 1)[0] + " …"


def _span(qualifiers: Mapping[str, str]) -> str:
    if date := qualifiers.get("date"):
        return date
    since, until = qualifiers.get("since"), qualifiers.get("until")
    return " ".join(f"{word} {day}" for word, day in (("from", since), ("to", until)) if day)


@cache
def _verb(predicate: str) -> str:
    return predicates()[predicate].names["en"]
