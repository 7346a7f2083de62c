"""What the codes of notices mean, by words.toml; and the languages they are written in."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Literal

Table = Literal[
    "methods",
    "reasons",
    "changes",
    "corrections",
    "counts",
    "outcomes",
    "not_awarded",
    "withheld",
    "withheld_because",
]

_LANGUAGES = (
    "bul:bg cat:ca ces:cs dan:da deu:de ell:el eng:en est:et eus:eu fin:fi fra:fr gle:ga glg:gl "
    "hrv:hr hun:hu isl:is ita:it lav:lv lit:lt ltz:lb mkd:mk mlt:mt nld:nl nor:no pol:pl por:pt "
    "ron:ro rus:ru slk:sk slv:sl spa:es sqi:sq srp:sr swe:sv tur:tr ukr:uk"
)
_BY_THREE = dict(pair.split(":") for pair in _LANGUAGES.split())
_KNOWN = frozenset(_BY_THREE.values())


def meaning(table: Table, code: str) -> str:
    """What a code means in words; the code itself if that is not known."""
    return _tables()[table].get(code, code)


def known(table: Table) -> Mapping[str, str]:
    """All codes of a table that are known."""
    return _tables()[table]


def language(code: str) -> str:
    """The two letters of a language: ``NLD`` and ``NL`` are ``nl``; empty if it is not known."""
    plain = code.strip().lower()
    return _BY_THREE.get(plain) or (plain if plain in _KNOWN else "")


@cache
def _tables() -> Mapping[str, Mapping[str, str]]:
    return tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))
