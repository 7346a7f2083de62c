"""The keys of a mapping that are ours, as tables of docs/ingest.md."""

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from kg.mapping import reading, reading_cells, reading_manner, reading_own

_KEYS: Mapping[str, Iterable[str]] = {
    "manner": reading_manner.KEYS,
    "entity": reading.OWN,
    "property": reading_cells.CHANGING,
    "say": reading_own.SAYING,
}
PARTS = tuple(f"mapping-{place}" for place in _KEYS)


def described(place: str) -> dict[str, tuple[str, str]]:
    """Each key that may stand in a place: what it means, and an example.

    Raises:
        LookupError: A key has no line, or a line no key.
    """
    path = Path(__file__).with_suffix(".toml")
    found = tomllib.loads(path.read_text("utf-8"))[place]
    if odd := sorted(set(found) ^ set(_KEYS[place])):
        raise LookupError(f"{path.name}, [{place}]: {odd[0]!r} is not on both sides")
    return {key: (meaning, example) for key, (meaning, example) in found.items()}


def part(name: str) -> str:
    """One generated part: ``mapping-say``."""
    return "".join(_lines(described(name.removeprefix("mapping-"))))


def _lines(keys: Mapping[str, tuple[str, str]]) -> Iterator[str]:
    yield "| key | means | for example |\n|---|---|---|\n"
    for key, (meaning, example) in keys.items():
        yield f"| `{key}` | {meaning} | `{example}` |\n"
