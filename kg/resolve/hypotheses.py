"""What a name says of itself in brackets, after a slash, or after "formerly": never a merge.

Each is a hypothesis for a person: another name (alias), or a tie to somebody else.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

Kind = Literal["alias", "product_of", "part_of", "subsidiary_of", "formerly"]

WORDS = frozenset(
    [
        *("part", "formerly", "previously", "subsidiary", "division", "fka", "voorheen", "vroeger"),
        *("voormalig", "anciennement", "ex", "ehemals", "vormals", "fruher", "antes", "onderdeel"),
        *("anteriormente", "filiale", "filial", "tochter", "dochter", "dochteronderneming", "teil"),
        *("parte", "fait", "system", "systeem", "systeme", "sistema", "software", "logiciel", "f"),
    ]
)
"""Words of which one is there where a name says something of itself without a bracket or slash."""
_FORMERLY = re.compile(
    r"[,(;]?\s*\b(?:(?:formerly(?: known as)?|previously|f\.?k\.?a\.?|voorheen|vroeger|voormalig|"
    r"anciennement|ehemals|vormals|früher|antes|anteriormente)[:\s]|ex[- ])\s*([^)]+)\)?",
    re.IGNORECASE,
)
_PART = re.compile(
    r"[,(;–-]?\s*\b(?:an? )?(?:part of|division of|onderdeel van|fait partie de|"  # noqa: RUF001
    r"teil (?:der|des|von)|parte de)\s+(?:the )?([^)]+)\)?",
    re.IGNORECASE,
)
_SUBSIDIARY = re.compile(
    r"[,(;–-]?\s*\b(?:an? )?(?:subsidiary of|filiale (?:de|von)|filial de|tochter (?:von|der)|"  # noqa: RUF001
    r"dochter(?:onderneming)? van)\s+(?:the )?([^)]+)\)?",
    re.IGNORECASE,
)
_PRODUCT = re.compile(
    r"^(.{3,}?)[\s-]+(?:system|systeem|systeme|système|sistema|software|logiciel)$", re.IGNORECASE
)
_BRACKETS = re.compile(r"\s*\(([^()]*)\)\s*")
_SLASH = re.compile(r"\s*/\s*")
_SPOT = re.compile(
    r"(?i)\b(?:park|platz|place|plaza|square|station|bahnhof|quartier|wijk)\b|kiez\b|"
    r"stra(?:ss|ß)e\b|straat\b|viertel\b|platz\b|plein\b"
)
_SHORTEST = 3


@dataclass(frozen=True, slots=True)
class Hypothesis:
    """Another name, or somebody that a name ties itself to."""

    kind: Kind
    text: str


def read(name: str) -> tuple[str, tuple[Hypothesis, ...]]:
    """The name without what is only said of it, and the hypotheses."""
    found: list[Hypothesis] = []
    ties: tuple[tuple[Kind, re.Pattern[str]], ...] = (
        ("formerly", _FORMERLY),
        ("subsidiary_of", _SUBSIDIARY),
        ("part_of", _PART),
    )
    for kind, pattern in ties:
        if (match := pattern.search(name)) and match.start() > 0:
            found.append(Hypothesis(kind, match[1].strip(" .,;")))
            name = (name[: match.start()] + name[match.end() :]).strip(" ,;")
    name, others = _brackets(name)
    found += others
    found += _sides(name)
    if match := _PRODUCT.match(name):
        found.append(Hypothesis("product_of", match[1].strip(" -'\"")))
    return name, tuple(found)


def _brackets(name: str) -> tuple[str, list[Hypothesis]]:
    """Take names in brackets off; a place or a single word in small letters stays a word."""
    found = []
    for match in list(_BRACKETS.finditer(name)):
        inner = match[1].strip()
        if _is_other_name(inner) and name[: match.start()].strip():
            found.append(Hypothesis("alias", inner))
            name = name.replace(match[0], " ", 1).strip()
    return name, found


def _is_other_name(inner: str) -> bool:
    from kg.resolve.words import vocabulary
    from kg.spelling import words

    if len(inner) < 2 or not inner[0].isupper():
        return False
    tokens = vocabulary().tokens(words(inner))
    return any(token[0] not in "@=" and not token.isdecimal() for token in tokens)


def _sides(name: str) -> Iterator[Hypothesis]:
    """Both sides of a slash, unless one is too short, or a spot on the map: that is one name."""
    sides = [side.strip(" ,") for side in _SLASH.split(name)]
    if len(sides) != 2 or "," in name or min(map(len, sides)) < _SHORTEST or _SPOT.search(name):
        return
    if sides[1][:1].isupper() and not re.fullmatch(r"(?i)[a-z]\W*", sides[1]):
        yield from (Hypothesis("alias", side) for side in sides)
