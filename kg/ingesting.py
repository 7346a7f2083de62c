"""Taking files into a case: which were taken in, what they said, and how to take one out again.

``ingested.csv`` in the case folder lists them; what they said lies in ``.kg/ingested`` and is made
anew from the files if it is deleted.
"""

import hashlib
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby
from pathlib import Path

from kg.case import Case
from kg.errors import DataError, did_you_mean
from kg.inputs import Input, inputs
from kg.recognising import family_of, is_beside
from kg.recognising import formats as formats
from kg.recognising import recognise as recognise
from kg.resources import folder
from kg.sources import Context, Family, adapter, families
from kg.spool import Spool, read
from kg.statements import Entity, Source, Statement
from kg.tables import Problem
from kg.taken import (
    NAME,
    Taken,
    called,
    in_words,
    located,
    named_apart,
    parsed,
    portable,
    register,
    registered,
    save,
)

_SHOWN = 20


@dataclass(frozen=True, slots=True)
class Report:
    """What one file came to."""

    taken: Taken
    is_new: bool
    skipped: Counter[str] = field(default_factory=Counter)
    unread: Counter[str] = field(default_factory=Counter)
    problems: tuple[Problem, ...] = ()
    sample: tuple[object, ...] = ()

    @property
    def is_vain(self) -> bool:
        """Whether nothing at all could be read: the file is not taken in, what it said stays."""
        return bool(self.problems) and not (self.taken.records or self.taken.statements)


def ingest(
    case: Case, given: Sequence[str], format_: str = "", options: dict[str, str] | None = None
) -> Iterator[Report | Problem]:
    """Read files and keep what they say; a file read before in the same way is left alone.

    A file that cannot be read is one Problem, and the others are read all the same.
    """
    known = {taken.file: taken for taken in register(case)}
    asked = portable(case, options or {})
    for found in _by_file(given):
        if isinstance(found, Problem):
            yield found
            continue
        path, parts = found
        if not format_ and is_beside(case, path, parts):
            yield _passed_over(case, path)
            continue
        before = known.get(registered(case, path))
        chosen = named_apart(case, parts[0], asked, before, known.values())
        try:
            report = _take(case, before, path, parts, format_, chosen)
        except DataError as error:
            yield _problem(path, error)
            continue
        if report.is_vain:
            yield from report.problems
            continue
        known[report.taken.file] = report.taken
        save(case, known.values())
        yield report


def preview(
    case: Case, given: Sequence[str], format_: str = "", options: dict[str, str] | None = None
) -> Iterator[Report | Problem]:
    """What files would say, without keeping it: the counts, and the first values."""
    for found in _by_file(given):
        if isinstance(found, Problem):
            yield found
            continue
        path, parts = found
        if not format_ and is_beside(case, path, parts):
            yield _passed_over(case, path)
            continue
        said = _Glance()
        try:
            family = family_of(case, parts, format_)
            context = _run(family, case, parts, options or {}, said.keep)
        except DataError as error:
            yield _problem(path, error)
            continue
        taken = Taken(str(path), family.name, "", "", context.records, said.statements)
        yield _report(taken, context, sample=tuple(said.first))


@dataclass(slots=True)
class _Glance:
    """The first values of many, and how many statements are among all."""

    first: list[object] = field(default_factory=list)
    statements: int = 0

    def keep(self, value: object) -> None:
        self.statements += isinstance(value, Statement)
        if len(self.first) < _SHOWN:
            self.first.append(value)


def remove(case: Case, name: str) -> Taken:
    """Take a file out of the case again, named by its path or the end of it.

    Raises:
        DataError: No such file was taken in, or several are meant.
    """
    known = register(case)
    found = [taken for taken in known if taken.file == name or taken.file.endswith(f"/{name}")]
    if len(found) != 1:
        which = "several files end so" if found else "no such file was taken in"
        hint = did_you_mean(name, [taken.file for taken in known])
        raise DataError(f"{name}: {which}{hint}; kg ingest --list shows them")
    save(case, [taken for taken in known if taken != found[0]])
    _spool(case, found[0]).unlink(missing_ok=True)
    return found[0]


def kept(case: Case) -> Iterator[Entity | Source | Statement | Problem]:
    """What all files of the case said; a spool that was deleted is made anew from its file."""
    for taken in register(case):
        if not _spool(case, taken).is_file():
            options = located(case, parsed(taken.options))
            for found in ingest(case, [str(case.root / taken.file)], taken.format, options):
                if isinstance(found, Problem):
                    yield found
                else:
                    yield from read(_spool(case, found.taken))
        else:
            yield from read(_spool(case, taken))


def suggest(case: Case, file: str) -> str:
    """A first mapping for a table, from its columns, for a person to edit."""
    (part,) = inputs([file])
    mapping = next(family for family in families(case) if family.name == "mapping")
    return str(adapter(mapping).suggest(part))  # type: ignore[attr-defined]


def with_stdin(case: Case, given: Sequence[str]) -> list[str]:
    """The files given; what comes on standard input is kept in the case first."""
    return [str(_from_stdin(case)) if text == "-" else text for text in given]


def examples(case: Case) -> str:
    """The folder of the case with the small extract that comes with kg, copied there."""
    shipped, own = folder("data") / "examples", case.root / "files" / "examples"
    for path in sorted(shipped.rglob("*")):
        if path.is_file() and path.suffix != ".md":
            copy = own / path.relative_to(shipped)
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_bytes(path.read_bytes())
    return str(own)


def _from_stdin(case: Case) -> Path:
    """Standard input, kept under a name made from what it holds."""
    folder, sum_ = case.root / "files", hashlib.sha256()
    folder.mkdir(exist_ok=True)
    part = folder / "standard-input.part"
    with part.open("wb") as file:
        while data := sys.stdin.buffer.read(1 << 20):
            sum_.update(data)
            file.write(data)
    return part.replace(folder / f"standard-input-{sum_.hexdigest()[:12]}")


def _by_file(given: Sequence[str]) -> Iterator[tuple[Path, list[Input]] | Problem]:
    """The parts of each file, so that an archive is taken in and out as one."""
    for text in given:
        try:
            for path, parts in groupby(inputs([text]), key=lambda part: part.path):
                yield path, list(parts)
        except DataError as error:
            yield _problem(Path(text), error)


def _problem(path: Path, error: DataError) -> Problem:
    """The one line of a file that cannot be read."""
    message = str(error)
    for own in (str(path), path.name, path.name.removesuffix(".gz")):
        message = message.removeprefix(f"{own}: ")
    return Problem(path, 0, "", message)


def _take(
    case: Case,
    before: Taken | None,
    path: Path,
    parts: list[Input],
    format_: str,
    options: dict[str, str],
) -> Report:
    family = family_of(case, parts, format_)
    parts = [called(part, options.get(NAME, "")) for part in parts]
    rests_on: Callable[..., list[Path]] = getattr(adapter(family), "rests_on", lambda *_: [])
    own = located(case, options)
    sum_ = _sha256(path, *rests_on(case, parts, own))
    taken = Taken(registered(case, path), family.name, sum_, in_words(options), 0, 0)
    if before and before.spool == taken.spool and _spool(case, before).is_file():
        return Report(before, is_new=False)
    with Spool(_spool(case, taken)) as spool:
        context = _run(family, case, parts, own, spool.keep)
    said = replace(taken, records=context.records, statements=spool.counts["statement"])
    report = _report(said, context)
    if report.is_vain:
        _spool(case, taken).unlink()
    elif before and before.spool != taken.spool:
        _spool(case, before).unlink(missing_ok=True)
    return report


def _run(
    family: Family,
    case: Case,
    parts: Iterable[Input],
    options: dict[str, str],
    sink: Callable[[object], None],
) -> Context:
    own = {key: value for key, value in options.items() if key != NAME}
    context = Context(family, case, inputs=parts, options=own, sink=sink)
    adapter(family).ingest(context)
    return context


def _report(taken: Taken, context: Context, sample: tuple[object, ...] = ()) -> Report:
    problems = tuple(context.problems)
    return Report(taken, True, context.skipped, context.unread, problems, sample)


def _passed_over(case: Case, path: Path) -> Report:
    """What is told of a file that only lies beside the data; it is not taken in."""
    skipped = Counter({f"file of another kind ({path.suffix.lower()})": 1})
    return Report(Taken(registered(case, path), "no data", "", "", 0, 0), True, skipped)


def _sha256(path: Path, *more: Path) -> str:
    """Of a file, and of those that it is read with: a changed mapping reads a table anew."""
    with path.open("rb") as file:
        sum_ = hashlib.file_digest(file, "sha256").hexdigest()
    if not more:
        return sum_
    return hashlib.sha256("".join([sum_, *map(_sha256, more)]).encode()).hexdigest()


def _spool(case: Case, taken: Taken) -> Path:
    return case.derived / "ingested" / taken.spool[:2] / f"{taken.spool}.jsonl"
