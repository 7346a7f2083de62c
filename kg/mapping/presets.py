"""Which mapping reads a table: the one named, or the shipped one that knows its columns."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from kg.case import Case
from kg.errors import DataError, did_you_mean
from kg.mapping.reading import read
from kg.mapping.spec import Mapping

_ENDINGS = (".yml", ".yaml")


@dataclass(frozen=True, slots=True)
class Preset:
    """A mapping file, and what is wrong in it."""

    name: str
    path: Path
    mapping: Mapping
    faults: tuple[DataError, ...] = ()

    def knows(self, columns: Sequence[str]) -> bool:
        """Whether these are the columns of a table that it is made for."""
        present = set(columns)
        manners = [dataset.manner for dataset in self.mapping.datasets]
        manners += [query.manner for one in self.mapping.datasets for query in one.queries]
        return any(
            one.recognise and present.issuperset(one.recognise) and present.isdisjoint(one.without)
            for one in manners
        )


def is_mapping(name: str) -> bool:
    """Whether a file is a mapping by its name."""
    return name.lower().endswith(_ENDINGS)


def opened(path: Path) -> Preset:
    """Read a mapping file.

    Raises:
        DataError: It cannot be read, or is no mapping.
    """
    try:
        return _opened(path, path.stat().st_mtime_ns)
    except OSError as error:
        raise DataError(f"{path.name}: cannot be read ({error.strerror})") from error


@lru_cache(maxsize=64)
def _opened(path: Path, _changed: int) -> Preset:
    try:
        text = path.read_text("utf-8-sig")
    except UnicodeDecodeError as error:
        raise DataError(f"{path.name}: is not UTF-8; save it again as UTF-8") from error
    mapping, faults = read(text, path.name)
    return Preset(path.stem, path, mapping, tuple(faults))


def named(case: Case, name: str) -> Preset:
    """The mapping of this name: a file, or one of the case's or the shipped ones.

    Raises:
        DataError: There is none.
    """
    for path in (Path(name).expanduser(), case.root / name):
        if path.is_file():
            return opened(path)
    known = {path.stem: path for path in reversed([*_files(case)])}
    if name in known:
        return opened(known[name])
    hint = did_you_mean(name, known) or f"; there are {', '.join(sorted(known))}"
    raise DataError(f"no mapping {name!r}{hint}, or name a file")


def fitting(case: Case, columns: Sequence[str]) -> Preset | None:
    """The mapping of the case's or the shipped ones that knows these columns."""
    return next((preset for preset in all_of(case) if preset.knows(columns)), None)


def all_of(case: Case) -> Iterator[Preset]:
    """The mappings in ingest/mappings/ of the case, then the shipped ones."""
    yield from map(opened, _files(case))


def beside(preset: Preset, case: Case, name: str) -> Path:
    """A file that a mapping names: beside it, in the case, or where the person is.

    Raises:
        DataError: It is in none of these places.
    """
    for path in (preset.path.parent / name, case.root / name, Path(name).expanduser()):
        if path.is_file():
            return path
    raise DataError(f"{preset.path.name}: no file {name!r} beside it")


def _files(case: Case) -> Iterator[Path]:
    for folder in case.folders("ingest"):
        for ending in _ENDINGS:
            yield from sorted((folder / "mappings").glob(f"*{ending}"))
