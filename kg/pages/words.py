"""The words that a page prints around a picture, in every language."""

import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from types import MappingProxyType

from kg.answers.words import words as around_answers
from kg.schema import LANGUAGES

_FILE = Path(__file__).with_name("words.toml")
_SHARED = ("page", "line", "paragraph", "read_on")
"""What answers say of a source too."""

Word = str | Sequence[str]
"""A word, or a pair of words for one and for several."""


@cache
def words() -> Mapping[str, Mapping[str, Word]]:
    """Every word by language and key."""
    with _FILE.open("rb") as file:
        own = tomllib.load(file)
    shared = {lang: around_answers(lang) for lang in LANGUAGES}
    return MappingProxyType(
        {
            lang: own[lang] | {key: getattr(shared[lang], key) for key in _SHARED}
            for lang in LANGUAGES
        }
    )


def by_key() -> dict[str, list[Word]]:
    """Every word by key, in the order of the languages: as a page holds them."""
    return {key: [words()[lang][key] for lang in LANGUAGES] for key in words()["en"]}


def word(key: str, lang: str, **values: object) -> str:
    """One word, with values in their places."""
    text = words()[lang][key]
    return (text if isinstance(text, str) else text[-1]).format(**values)
