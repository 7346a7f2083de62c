"""The words around the explorer; those of the picture are those of every page."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

from kg.answers.headings import headings
from kg.pages.words import Word
from kg.pages.words import by_key as page_words
from kg.reading.conflicts import KINDS
from kg.schema import LANGUAGES

_HEADS = (
    "collective",
    "essentials",
    "maybe_same",
    "mentions",
    "not_known",
    "public_basis",
    "unnamed",
)
_FILE = Path(__file__).with_name("words.toml")


@cache
def words() -> Mapping[str, Mapping[str, Word]]:
    """Every word by language and key."""
    with _FILE.open("rb") as file:
        return MappingProxyType(tomllib.load(file))


def by_lang(key: str) -> dict[str, str]:
    """One word in every language."""
    return {lang: str(words()[lang][key]) for lang in LANGUAGES}


def by_key() -> dict[str, list[Word]]:
    """Every word by key, in the order of the languages; ours before those of a page."""
    own = {key: [words()[lang][key] for lang in LANGUAGES] for key in words()["en"]}
    heads: dict[str, list[Word]] = {
        f"head_{key}": [str(getattr(headings(lang), key)) for lang in LANGUAGES] for key in _HEADS
    }
    kinds: dict[str, list[Word]] = {
        f"kind_{key}": [headings(lang).conflict[key] for lang in LANGUAGES] for key in KINDS
    }
    return {**page_words(), **heads, **kinds, **own}
