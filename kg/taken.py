"""What files a case has taken in, and what each of them is called: ``ingested.csv``."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path, PurePath

from kg.case import Case
from kg.errors import DataError
from kg.inputs import Input
from kg.statements import digest
from kg.tables import Problem, Row, read, write

COLUMNS = ("file", "format", "sha256", "options", "records", "statements")
NAME = "name"
"""The option that says what a file is called, where that is more than its own name."""

FILES = ("mapping", "preset", "header_from")
"""The options that may name a file of their own."""

_PAIR = re.compile(r"(?:[^;]|;;)+")


@dataclass(frozen=True, slots=True)
class Taken:
    """A line of ingested.csv: a file, and the format and options it was read with."""

    file: str
    format: str
    sha256: str
    options: str
    records: int
    statements: int

    @property
    def spool(self) -> str:
        """The name of its spool: the same file read in the same way has the same."""
        return digest(self.file, self.format, self.sha256, self.options)


def register(case: Case) -> list[Taken]:
    """The files that were taken in.

    Raises:
        DataError: ingested.csv is wrong.
    """
    path = case.root / "ingested.csv"
    return [_taken(row) for row in read(path, COLUMNS)] if path.is_file() else []


def save(case: Case, known: Iterable[Taken]) -> None:
    """Write ingested.csv, in the order of the files."""
    rows = [
        {column: str(getattr(taken, column)) for column in COLUMNS}
        for taken in sorted(known, key=lambda taken: taken.file)
    ]
    write(case.root / "ingested.csv", COLUMNS, rows)


def registered(case: Case, path: Path) -> str:
    """Relative to the case if it lies in it, so that a case can be moved with its files."""
    whole, root = path.resolve(), case.root.resolve()
    return whole.relative_to(root).as_posix() if whole.is_relative_to(root) else whole.as_posix()


def portable(case: Case, options: Mapping[str, str]) -> dict[str, str]:
    """Options as they are kept: files that they name are named from the case, if they lie there.

    So a case can be moved with its mappings, and read again from anywhere.
    """
    named = {key: Path(options[key]).expanduser() for key in FILES if options.get(key)}
    own = {key: registered(case, path) for key, path in named.items() if path.is_file()}
    return {**options, **own}


def located(case: Case, options: Mapping[str, str]) -> dict[str, str]:
    """Kept options as they are read with: the files that they name, wherever one stands."""
    named = {key: case.root / options[key] for key in FILES if options.get(key)}
    return {**options, **{key: str(path) for key, path in named.items() if path.is_file()}}


def in_words(options: Mapping[str, str]) -> str:
    """Options as they stand in ingested.csv: a semicolon in one is written twice."""
    pairs = (f"{key}={value}" for key, value in sorted(options.items()))
    return ";".join(pair.replace(";", ";;") for pair in pairs)


def parsed(options: str) -> dict[str, str]:
    """Options out of the words for them."""
    pairs = (pair.replace(";;", ";") for pair in _PAIR.findall(options))
    return dict(pair.partition("=")[::2] for pair in pairs)


def named_apart(
    case: Case, part: Input, options: dict[str, str], before: Taken | None, known: Iterable[Taken]
) -> dict[str, str]:
    """The options of a file, with the name that it goes by if that is more than its own.

    A file's name stands in its source and its locators: it is the same in every run, and two files
    of one name from two folders are not taken for one.
    """
    place = PurePath(registered(case, part.path))
    wanted = parsed(before.options).get(NAME, "") if before else _shown(part)
    if NAME in options or not wanted:
        return options
    used = {_known_as(taken) for taken in known if taken.file != place.as_posix()}
    parts = (case.root.resolve().name, *place.parts)
    longer = ["/".join(parts[-many:]) for many in range(2, len(parts) + 1)]
    free = next((name for name in (wanted, *longer) if _plain(name) not in used), wanted)
    return options if free == place.name else {**options, NAME: free}


def called(part: Input, name: str) -> Input:
    """A file by the name that it goes by in the case."""
    if not name:
        return part
    shown = _shown(part)
    inside = part.name[len(shown) :] if part.name.startswith(shown) else ""
    return replace(part, name=name + inside if inside else _plain(name))


def _taken(row: Row | Problem) -> Taken:
    if isinstance(row, Problem):
        raise DataError(str(row))
    file, format_, sha256, options, records, statements = (row.cells[name] for name in COLUMNS)
    return Taken(file, format_, sha256, options, int(records or 0), int(statements or 0))


def _known_as(taken: Taken) -> str:
    return _plain(parsed(taken.options).get(NAME) or PurePath(taken.file).name)


def _shown(part: Input) -> str:
    """What a file is called, without what lies in it if it is an archive."""
    own = part.path.name
    return part.name[: part.name.find(own) + len(own)] if own in part.name else own


def _plain(name: str) -> str:
    return name.removesuffix(".gz")
