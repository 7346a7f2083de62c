"""The curated facts: rows of plain files, checked in the words of the person who keeps them."""

from kg.facts.crosscheck import cross_check
from kg.facts.files import (
    CLAIM_COLUMNS,
    ENTITY_COLUMNS,
    JUDGEMENT_COLUMNS,
    SOURCE_COLUMNS,
    Files,
    files,
)
from kg.facts.rows import entities, judgements, sources, statements

__all__ = [
    "CLAIM_COLUMNS",
    "ENTITY_COLUMNS",
    "JUDGEMENT_COLUMNS",
    "SOURCE_COLUMNS",
    "Files",
    "cross_check",
    "entities",
    "files",
    "judgements",
    "sources",
    "statements",
]
