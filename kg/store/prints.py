"""What a store was built from, and whether that has changed since.

Two prints are kept: a quick one of names, sizes and times of change, and an exact one of contents,
asked only where the quick one differs: a file that was copied or saved unchanged is no news.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

from kg.case import Case
from kg.ledger import FILE
from kg.statements import digest
from kg.version import __version__

_FILE = "inputs"
_READ = (".csv", ".toml", ".py")
"""Told apart by their contents; other files, which may be large, by size and time of change."""


@dataclass(frozen=True, slots=True)
class Prints:
    """The state of all files that a build reads; ``unjudged`` leaves the ledger out."""

    quick: str
    exact: str
    unjudged: str

    def keep(self, store: Path) -> None:
        """Write down, in a new store, what it is built from."""
        (store / _FILE).write_text(f"{self.quick}\n{self.exact}\n{self.unjudged}\n", "ascii")


def take(case: Case) -> Prints:
    """The state of the files now; taken before they are read, so that no change is missed."""
    return Prints(_quick(case), _exact(case), _unjudged(case))


def are_as(case: Case, store: Path) -> bool:
    """Whether the files are still as they were when a store was built."""
    kept = _kept(store)
    return kept is not None and (kept.quick == _quick(case) or kept.exact == _exact(case))


def are_but_judged(case: Case, store: Path) -> bool:
    """Whether nothing but the ledger of judgements has changed since a store was built."""
    kept = _kept(store)
    return kept is not None and kept.exact != _exact(case) and kept.unjudged == _unjudged(case)


def _kept(store: Path) -> Prints | None:
    try:
        return Prints(*(store / _FILE).read_text("ascii").split())
    except (OSError, ValueError, TypeError):
        return None


def _quick(case: Case) -> str:
    return digest(
        __version__, *(word for name, path in _files(case) for word in _dated(name, path))
    )


def _exact(case: Case) -> str:
    return digest(_unjudged(case), *(_hash(path) for path in _there(case, FILE)))


def _unjudged(case: Case) -> str:
    words = [__version__]
    for name, path in _files(case):
        if name != FILE:
            words += [name, _hash(path)] if path.suffix in _READ else _dated(name, path)
    return digest(*words)


def _files(case: Case) -> Iterator[tuple[str, Path]]:
    """All files that an adapter may read, under a name that holds in every folder."""
    for room in ("data", "ingest"):
        for number, folder in enumerate(case.folders(room)):
            for path in sorted(folder.rglob("*")):
                inside = path.relative_to(folder)
                if path.is_file() and not any(map(_is_by_product, inside.parts)):
                    yield f"{room}/{number}/{inside.as_posix()}", path
    for path in _there(case, "ingested.csv", FILE):
        yield path.name, path


def _there(case: Case, *names: str) -> list[Path]:
    return [case.root / name for name in names if (case.root / name).is_file()]


def _is_by_product(part: str) -> bool:
    return part.startswith((".", "__pycache__"))


def _dated(name: str, path: Path) -> list[str]:
    stat = path.stat()
    return [name, str(stat.st_size), str(stat.st_mtime_ns)]


def _hash(path: Path) -> str:
    return blake2b(path.read_bytes(), digest_size=16).hexdigest()
