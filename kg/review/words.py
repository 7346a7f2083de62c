"""The words around a pair, in the reader's language."""

import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

Word = str | Sequence[str]
"""A word, or a pair of words for one and for several."""

_FILE = Path(__file__).with_name("words.toml")


@cache
def words() -> Mapping[str, Mapping[str, Word]]:
    """Every word by language and key."""
    return tomllib.loads(_FILE.read_text("utf-8"))


def word(key: str, lang: str, **values: object) -> str:
    """A word with values in their places; where there are two forms, ``n`` picks one."""
    found = words()[lang][key]
    if not isinstance(found, str):
        found = found[0] if values["n"] == 1 else found[1]
    return found.format(**values)
