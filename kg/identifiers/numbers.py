"""Whether a text is a number of a scheme, and how that number is written in one way."""

import re
from functools import cache
from importlib import import_module
from typing import Protocol

from stdnum.exceptions import ValidationError

from kg.identifiers.schemes import Scheme, squeeze

_OUTSIDE_THE_UNION = {"GB": "gb.vat", "NO": "no.mva"}
_COURT = re.compile(r"(?i)\b(?:amtsgericht|registergericht|handelsregister|ag|nr\.?)\b[:,.]?|[,;:]")


class _Checker(Protocol):
    """A module of python-stdnum."""

    def validate(self, number: str) -> str:
        """The number in its one form; raises ValidationError."""


def number_in(scheme: Scheme, text: str, country: str = "") -> str:
    """The number of a scheme that a text is, written in one way; empty if it is none.

    A text may begin with the scheme's own words or its country: ``TVA BE0807497383``.
    """
    if scheme.name == "vat":
        return _vat(scheme, squeeze(text), country)
    plain = _tidy(text) if scheme.is_spaced else squeeze(text)
    number = _matching(scheme, plain) or _matching(scheme, _bare(scheme, plain))
    return _checked(scheme.check, number) if number and scheme.check else number


def _matching(scheme: Scheme, plain: str) -> str:
    match = scheme.pattern.fullmatch(plain) if scheme.pattern else None
    if not match:
        return ""
    return match[1] if match.lastindex else match[0]


def _vat(scheme: Scheme, plain: str, country: str) -> str:
    """A VAT number with its country's two letters in front."""
    bare = _bare(scheme, plain)
    for whole in (bare, ("EL" if country == "GR" else country) + bare):
        if found := _checked_vat(whole[:2], whole):
            return found
    return ""


def _checked_vat(prefix: str, whole: str) -> str:
    if prefix == "CH":
        return _checked("ch.vat", whole)[:12]
    if check := _OUTSIDE_THE_UNION.get(prefix):
        found = _checked(check, whole[2:])
        return found and prefix + found
    return _checked("eu.vat", whole) if prefix.isalpha() else ""


def _bare(scheme: Scheme, plain: str) -> str:
    """A text without what stands before the number."""
    match = scheme.start.match(plain)
    return plain[match.end() :] if match else plain


def _tidy(text: str) -> str:
    """A text with blanks as one, without what only announces a register."""
    return " ".join(_COURT.sub(" ", text).split())


def _checked(check: str, number: str) -> str:
    try:
        return _checker(check).validate(number)
    except ValidationError:
        return ""


@cache
def _checker(check: str) -> _Checker:
    module: _Checker = import_module(f"stdnum.{check}")
    return module
