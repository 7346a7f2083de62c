"""The files of a data/ folder: which table each is, and the columns of that table."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ENTITY_COLUMNS = (
    *("id", "label", "name", "names", "aliases", "country", "ids", "public_basis", "notes"),
)
SOURCE_COLUMNS = (
    *("source_id", "url", "title", "publisher", "published", "language", "kind", "read", "reread"),
)
CLAIM_COLUMNS = (
    *("subject", "predicate", "object", "text", "qualifiers"),
    *("source", "locator", "certainty", "said_by", "says"),
)
JUDGEMENT_COLUMNS = ("left", "right", "judgement", "reason")


@dataclass(frozen=True, slots=True)
class Files:
    """The tables that a data/ folder has; a folder of a case may lack any of them."""

    entities: tuple[Path, ...]
    sources: tuple[Path, ...]
    claims: tuple[Path, ...]
    judgements: tuple[Path, ...]

    def tables(self) -> Iterator[tuple[Path, tuple[str, ...]]]:
        """Every file with its columns."""
        yield from ((path, ENTITY_COLUMNS) for path in self.entities)
        yield from ((path, SOURCE_COLUMNS) for path in self.sources)
        yield from ((path, CLAIM_COLUMNS) for path in self.claims)
        yield from ((path, JUDGEMENT_COLUMNS) for path in self.judgements)


def files(folder: Path) -> Files:
    """Find the tables of a data/ folder; claims may lie in one file or in several."""
    return Files(
        entities=_there(folder / "entities.csv"),
        sources=_there(folder / "sources.csv"),
        claims=(*_there(folder / "claims.csv"), *sorted((folder / "claims").glob("*.csv"))),
        judgements=_there(folder / "same_or_not.csv"),
    )


def _there(path: Path) -> tuple[Path, ...]:
    return (path,) if path.exists() else ()
