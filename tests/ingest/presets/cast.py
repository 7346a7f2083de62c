"""What tests of the shipped mappings share."""

from collections import Counter
from pathlib import Path

from kg.case import Case
from kg.mapping import presets
from tests.ingest.said import Said

YEARS = ("13", "14", "15", "16", "17")


def names(said: Said) -> dict[str, str]:
    return {entity.id: entity.name for entity in said.entities}


def labels(said: Said) -> Counter[str]:
    return Counter(entity.label for entity in said.entities)


def preset(name: str) -> presets.Preset:
    return presets.named(Case(Path()), name)
