"""A claim in words: its verb, its number with the hedge, and what narrows it down.

Nothing of a claim is left out: what is not part of the sentence stands behind it by name.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from kg.reading.claims import Claim, Party
from kg.schema import predicates, qualifiers, statuses

_FILE = Path(__file__).with_name("phrases.toml")
_LITERAL = "text"
_BOUND = {
    _LITERAL: ("unit", "currency", "vat", "of", "measure"),
    "value": ("currency", "vat"),
    "count": ("unit", "of"),
    "share": ("unit", "of"),
}
"""Which qualifiers are said together with a figure; the first figure takes the hedge too."""
_FLAGS = ("former", "recheck")


@dataclass(frozen=True, slots=True)
class Phrases:
    """One language. ``{n}`` stands where a number goes."""

    thousands: str
    decimal: str
    out_of: str
    said_by: str
    client: str
    approx: Mapping[str, str]
    vat: Mapping[str, str]
    date_kind: Mapping[str, str]
    unit: Mapping[str, str]

    def number(self, text: str) -> str:
        """A plain number with its thousands parted; what is no number stays as it is."""
        whole, point, part = text.removeprefix("-").partition(".")
        if not whole.isdecimal() or (point and not part.isdecimal()):
            return text
        groups = f"{int(whole):,}".replace(",", self.thousands)
        sign = "-" if text.startswith("-") else ""
        return sign + groups + (self.decimal + part if point else "")


@cache
def phrases(lang: str) -> Phrases:
    """The phrases of a language."""
    with _FILE.open("rb") as file:
        return Phrases(**tomllib.load(file)[lang])


def sentence(claim: Claim, names: Mapping[str, Party], lang: str) -> str:
    """Subject, verb, and object or literal: ``Orbit has the figure almost 100: police zones``."""
    verb = predicates()[claim.predicate].names[lang]
    thing = name(claim.object, names) if claim.object else literal(claim, lang)
    return f"{name(claim.subject, names)} {verb} {thing}"


def name(id_: str, names: Mapping[str, Party]) -> str:
    """The name of an entity; words that are no id stay words."""
    return names[id_].name if id_ in names else id_


def literal(claim: Claim, lang: str) -> str:
    """The text of a claim; a figure with its hedge, its unit and what it measures."""
    bound = _bound(claim)
    if _LITERAL not in bound:
        return claim.text
    figure = _figure(claim, claim.text, bound[_LITERAL], lang)
    return f"{figure}: {claim.get('measure')}" if claim.get("measure") else figure


def amount(claim: Claim, lang: str) -> str:
    """The value of a claim, with its currency and hedge."""
    return _figure(claim, claim.get("value"), _bound(claim).get("value", ()), lang)


def details(
    claim: Claim, names: Mapping[str, Party], lang: str, seen_from: str = ""
) -> tuple[str, ...]:
    """Every qualifier that the sentence doesn't have, in words: ``since: 2019``, ``former``.

    Seen from an entity, a qualifier that only names it tells nothing new.
    """
    known, bound = dict(claim.qualifiers), _bound(claim)
    said = {key for keys in bound.values() for key in keys}
    found = []
    for key, qualifier in qualifiers().items():
        if key not in known or key in said or known[key] == seen_from:
            continue
        label = qualifier.names[lang]
        if key in bound:
            found.append(f"{label}: {_figure(claim, known[key], bound[key], lang)}")
        elif key in _FLAGS:
            found.append(label)
        else:
            found.append(f"{label}: {_value(key, known[key], names, lang)}")
    return tuple(found)


def status(word: str, lang: str) -> str:
    """A status in words; one that is not of the fixed list stays as it is."""
    return statuses()[word].names[lang] if word in statuses() else word


def _bound(claim: Claim) -> dict[str, tuple[str, ...]]:
    """For each figure in a claim, the literal first, the qualifiers that are said with it."""
    is_figure = predicates()[claim.predicate].text == "number" and not claim.object
    left = [key for key, _ in claim.qualifiers]
    bound: dict[str, tuple[str, ...]] = {}
    for figure, keys in _BOUND.items():
        if claim.get(figure) or (figure == _LITERAL and is_figure):
            bound[figure] = tuple(key for key in (*keys, "approx") if key in left)
            left = [key for key in left if key not in bound[figure]]
    return bound


def _value(key: str, value: str, names: Mapping[str, Party], lang: str) -> str:
    words = phrases(lang)
    match qualifiers()[key].type, key:
        case "entity", _:
            return ", ".join(name(part, names) for part in value.split("|"))
        case "number", _:
            return words.number(value)
        case _, "status":
            return status(value, lang)
        case _, "hedge":
            return value.replace("_", " ")
        case _, "vat":
            return words.vat.get(value, value)
        case _, "date_kind":
            return words.date_kind.get(value, value)
        case _:
            return value


def _figure(claim: Claim, text: str, bound: tuple[str, ...], lang: str) -> str:
    words = phrases(lang)
    unit, approx, currency, vat, whole = (
        claim.get(key) if key in bound else ""
        for key in ("unit", "approx", "currency", "vat", "of")
    )
    figure = " ".join(
        part
        for part in (
            "" if unit == currency else currency,
            words.number(text),
            words.unit.get(unit, unit),
            words.out_of.format(n=words.number(whole)) if whole else "",
        )
        if part
    )
    hedged = words.approx.get(approx, "{n}").format(n=figure)
    aside = [words.vat.get(vat, vat), "" if approx in words.approx else approx]
    return " ".join([hedged, *(f"({part})" for part in aside if part)])
