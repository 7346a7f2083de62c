"""The words of pictures in every language: parts, groups, countries, what happened."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

from kg.views.picture import Words

_FILE = Path(__file__).with_name("words.toml")


@cache
def words() -> Mapping[str, Mapping[str, Words]]:
    """Words by table (role, group, country, note, event) and key."""
    with _FILE.open("rb") as file:
        return MappingProxyType(tomllib.load(file))
