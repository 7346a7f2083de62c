"""Tables of any kind, by a mapping that says what their columns mean."""

import gc
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from kg.case import Case
from kg.complaints import Complaints
from kg.errors import DataError
from kg.ftm.gathered import Gathered
from kg.ftm.telling import Manner, Telling
from kg.identifiers import slug
from kg.inputs import Input
from kg.mapping.choosing import Chosen, choose, read_with, share
from kg.mapping.opening import opened
from kg.mapping.running import Run, run
from kg.mapping.suggesting import suggestion
from kg.sources import Context
from kg.statements import Source
from kg.tables import Problem


def ingest(context: Context) -> None:
    """Read every table in one pass, then tell of the things that their rows speak of together."""
    manners: dict[str, Manner] = {}
    told: set[str] = set()
    with _few_collections(), Gathered() as gathered:
        for file in context.inputs:
            try:
                for chosen in choose(context, file):
                    _tell_faults(context, chosen, told)
                    _read(context, gathered, manners, chosen)
            except DataError as error:
                message = str(error).removeprefix(f"{file.name}: ")
                context.add(Problem(Path(file.name), 0, "", message))
        Telling(context, gathered, manners).tell()


@contextmanager
def _few_collections() -> Iterator[None]:
    """Look for circles of objects more rarely: rows make many objects, and no circles."""
    before = gc.get_threshold()
    gc.set_threshold(200_000, 20, 20)
    try:
        yield
    finally:
        gc.set_threshold(*before)


def rests_on(case: Case, files: Sequence[Input], options: Mapping[str, str]) -> list[Path]:
    """The mapping that is named, and what it names: if one changes, tables are read anew."""
    return read_with(case, files, options)


def suggest(file: Input) -> str:
    """A first mapping for a table, from its columns."""
    return suggestion(file)


def _read(context: Context, gathered: Gathered, manners: dict[str, Manner], chosen: Chosen) -> None:
    """Run the queries of a mapping over every table of a file."""
    name, manner = chosen.file.name, chosen.manner
    source = _source(chosen)
    certainty = manner.certainty or "reported"
    manners.setdefault(name, Manner(source, certainty, manner.as_of))
    context.add(source)
    complaints = Complaints(context, name)
    try:
        with opened(chosen.file, manner, complaints.tell, chosen.wanted, chosen.header) as tables:
            if not tables:
                raise DataError(f"{name}: has no table in it")
            for table, queries in share(tables, chosen.queries):
                run(table, queries, Run(context, gathered, complaints, name, source.id))
    finally:
        complaints.close()


def _source(chosen: Chosen) -> Source:
    """The file as a source."""
    name, manner = chosen.file.name, chosen.manner
    dataset, own = slug(chosen.queries[0][0]), slug(name)
    return Source(
        id=f"file-{own}" if own.startswith(dataset) else f"file-{dataset}-{own}",
        url=manner.source_url,
        title=f"{manner.title} ({name})" if manner.title not in ("", name) else name,
        publisher=manner.publisher or "not named",
        published=manner.published,
        language=manner.language,
        kind=manner.kind or "data",
    )


def _tell_faults(context: Context, chosen: Chosen, told: set[str]) -> None:
    """What is wrong in a mapping, once."""
    for fault in chosen.preset.faults:
        where, _, message = str(fault).partition(": ")
        if str(fault) not in told:
            told.add(str(fault))
            name, _, row = where.partition(", row ")
            context.add(Problem(Path(name), int(row or 0), "", message))
