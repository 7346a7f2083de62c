"""The words printed around a profile, the conflicts and the sources, in the reader's language."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_FILE = Path(__file__).with_name("headings.toml")


@dataclass(frozen=True, slots=True)
class Headings:
    """One language. ``claims``, ``entities`` and ``alone`` are for one and for ``{n}``."""

    also: str
    country: str
    kind: str
    public_basis: str
    notes: str
    redirects: str
    joined: str
    collective: str
    unnamed: str
    essentials: str
    not_known: str
    not_in_report: str
    missing: str
    mentions: str
    maybe_same: str
    conflicts: str
    derived: str
    none: str
    claims: Sequence[str]
    entities: Sequence[str]
    alone: Sequence[str]
    unused: str
    everybody: str
    essential: Mapping[str, str]
    conflict: Mapping[str, str]


@cache
def headings(lang: str) -> Headings:
    """The words of a language."""
    with _FILE.open("rb") as file:
        return Headings(**tomllib.load(file)[lang])


def counted(forms: Sequence[str], n: int) -> str:
    """``1 claim``, ``12 claims``."""
    one, many = forms
    return one if n == 1 else many.format(n=n)
