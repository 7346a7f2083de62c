"""Words of names that say what is written, not who is meant: wordlists.toml."""

import tomllib
from functools import cache
from pathlib import Path


@cache
def wordlist(name: str) -> frozenset[str]:
    """The words of a list: ``nobody``, where a name should stand, or ``unions`` of firms."""
    raw = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))
    return frozenset(raw[name])
