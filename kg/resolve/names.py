"""A name taken apart: words, legal form, numbers, places, and what kind of body it speaks of."""

import re
from collections.abc import Sequence
from functools import lru_cache
from sys import intern
from typing import NamedTuple

from kg.resolve.forms import Form, Forms, Split, forms
from kg.resolve.hypotheses import WORDS, Hypothesis, read
from kg.resolve.splitting import join_letters, unglued
from kg.resolve.words import DOMAINS, NOTHING, branch, level, vocabulary
from kg.spelling import folded, split_words, words

_STRONG = frozenset(
    [
        "nv",
        "bv",
        "gmbh",
        "ltd",
        "inc",
        "plc",
        "spa",
        "srl",
        "sarl",
        "bvba",
        "sprl",
        "llc",
        "ag",
        "kgaa",
        "oyj",
    ]
)
_SEAT_WORDS = 5
_DIGITS = re.compile(r"[0-9]+")
_ACRONYM = 6
"""A single word of at most so many letters may be an acronym; it is never taken for another."""
_WORD = 5
"""A single word of so many letters is no acronym if it has a vowel and small letters."""
_VOWEL = re.compile("[aeiouy]")


class Name(NamedTuple):
    """A name, and what resolution needs of it.

    ``words`` are its own words, folded, without legal form, seat and small words; ``tokens`` the
    same with concepts (``=police``) and places (``@de-by``) in place of the words of a language.
    """

    raw: str
    words: tuple[str, ...]
    squeezed: str
    tokens: tuple[str, ...]
    form: Form
    numbers: frozenset[str] = frozenset()
    initials: str = ""
    domain: str = ""
    level: frozenset[str] = frozenset()
    branch: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    hypotheses: tuple[Hypothesis, ...] = ()
    spelt: str = ""

    @property
    def legal_form(self) -> str:
        """The usual abbreviation of the legal form, or nothing."""
        return self.form.short

    @property
    def says_nothing(self) -> bool:
        """Whether it stands where a name should: signs, a long number, ``unknown``."""
        letters = self.squeezed
        if not letters.isalnum() or (letters.isdecimal() and len(letters) > _ACRONYM):
            return True
        weights = vocabulary().weights
        return weights.get(self.words[0]) == NOTHING and all(
            weights.get(word) == NOTHING for word in self.words
        )

    @property
    def is_acronym(self) -> bool:
        """Whether the name is so short that only the very same letters can be it."""
        if len(self.words) != 1 or self.form or len(self.squeezed) > _ACRONYM:
            return False
        return len(self.squeezed) < _WORD or self.raw.isupper() or not _VOWEL.search(self.squeezed)


def parse(name: str, country: str = "") -> Name:
    """Take a name apart. ``country`` (alpha-2) says which legal forms are at home."""
    hypotheses: tuple[Hypothesis, ...] = ()
    plain = folded(name)
    found = split_words(plain)
    if "/" in plain or "(" in plain or not WORDS.isdisjoint(found):
        bare, hypotheses = read(name)
        if bare != name:
            plain = folded(bare)
            found = split_words(plain)
    else:
        bare = name
    if plain[-2:] in _GLUABLE and _may_be_glued(found):
        found = words(unglued(bare))
    known = forms(country)
    if "," in plain and (seated := _without_seat(plain, known)):
        return _name(name, seated.words, seated.form, country, hypotheses)
    split = known.split(join_letters(found))
    return _name(name, split.words, split.form, country, hypotheses)


def _may_be_glued(found: Sequence[str]) -> bool:
    last = found[-1]
    return (len(last) > 2 and last not in _STRONG) or len(last) == 1 < len(found[-2:][0])


_GLUABLE = frozenset(("ag", "bv", "bh", "kg", "nv", "sa", "se", "v."))


def _without_seat(plain: str, known: Forms) -> Split | None:
    """The words before a legal form that only a seat follows: ``Akzo Nobel N.V., Arnhem, NL``."""
    parts = plain.split(",")
    for at in range(1, len(parts)):
        before = join_letters(words(",".join(parts[:at])))
        after = ",".join(parts[at:]).strip(" .,;")
        split = known.split(before)
        if split.form and not split.form.is_kept and after:
            tail = join_letters(words(after))
            if len(tail) <= _SEAT_WORDS and not _ends_with_form(tail, known):
                return split
    return None


def _ends_with_form(tail: list[str], known: Forms) -> bool:
    return bool(known.split(["x", *tail]).form)


def _name(
    raw: str, found: list[str], form: Form, country: str, hypotheses: tuple[Hypothesis, ...]
) -> Name:
    if len(found) > 1:
        found, form = _without_middle(found, form)
    every = vocabulary()
    empty = every.empty
    own = [intern(word) for word in found if word not in empty] or found
    squeezed = "".join(own)
    spelt = squeezed if len(own) == len(found) else "".join(found)
    initials = "".join([word[0] for word in own]) if len(own) > 1 else ""
    tokens = every.plain_tokens(own)
    if tokens is None:
        tokens = every.tokens(own) or [word for word in own if word]
        kind = _kind(tuple([token for token in tokens if not token.isalpha()]))
        home = f"@{country.lower()}"
        if kind.domain and home in kind.places and len(tokens) > 1:
            kind = kind._replace(places=kind.places - {home})
            tokens = [token for token in tokens if token != home]
    else:
        kind = _PLAIN
    own_words, once = tuple(own), tuple(dict.fromkeys(tokens))
    return Name(
        raw,
        own_words,
        squeezed,
        own_words if once == own_words else once,
        form,
        kind.numbers,
        initials,
        kind.domain,
        kind.level,
        kind.branch,
        kind.places,
        hypotheses,
        spelt,
    )


class _Kind(NamedTuple):
    """What tokens say that are no word of their own."""

    numbers: frozenset[str]
    domain: str
    level: frozenset[str]
    branch: frozenset[str]
    places: frozenset[str]


_NOTHING: frozenset[str] = frozenset()
_PLAIN = _Kind(_NOTHING, "", _NOTHING, _NOTHING, _NOTHING)


@lru_cache(maxsize=1 << 14)
def _kind(tokens: tuple[str, ...]) -> _Kind:
    """What concepts, places and numbers tell; the domain is that of the first that has one."""
    if not tokens:
        return _PLAIN
    digits = [found for token in tokens for found in _DIGITS.findall(token)]
    return _Kind(
        frozenset(digits) if digits else _NOTHING,
        next((DOMAINS[token] for token in tokens if token in DOMAINS), ""),
        level(tokens) or _NOTHING,
        branch(tokens) or _NOTHING,
        frozenset([token for token in tokens if token[0] == "@"]) or _NOTHING,
    )


def _without_middle(found: list[str], form: Form) -> tuple[list[str], Form]:
    """The words without a legal form in their midst, and what stands after it as a seat."""
    if "te" in found and "te" in found[2:] and found[found.index("te", 2) - 1] in _STRONG:
        found = found[: found.index("te", 2)]
    if _STRONG.isdisjoint(found) or _STRONG.isdisjoint(found[1:]):
        return found, form
    found = _without_street(found)
    form = form or Form(next(word for word in found[1:] if word in _STRONG))
    return [found[0], *(word for word in found[1:] if word not in _STRONG)], form


def _without_street(found: list[str]) -> list[str]:
    """The words up to a legal form that an address follows: ``N.V. Groenewoudseweg 1``."""
    at = next(at for at, word in enumerate(found) if at and word in _STRONG)
    tail = found[at + 1 :]
    return found[: at + 1] if any(_STREET.search(word) for word in tail) else found


_STREET = re.compile(
    r"(?:straat|weg|laan|plein|kade|gracht|strasse|allee|platz|gasse|street|road|avenue|boulevard)$"
    r"|^(?:rue|calle|via|avenida|str|ave|rd|postbus|box)$"
)


@lru_cache(maxsize=1 << 14)
def parsed(name: str, country: str = "") -> Name:
    """A name taken apart, remembered."""
    return parse(name, country)
