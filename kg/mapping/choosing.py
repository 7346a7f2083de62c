"""Which mapping reads a file, which of its queries read which of the file's tables."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from pathlib import Path, PurePath
from urllib.parse import urlparse

from kg.case import Case
from kg.errors import DataError
from kg.inputs import Input, inputs
from kg.mapping import presets
from kg.mapping.exploding import exploded
from kg.mapping.joining import joined
from kg.mapping.json_lines import is_json, sample
from kg.mapping.opening import header_from, opened
from kg.mapping.presets import Preset
from kg.mapping.reading_manner import manner as read_manner
from kg.mapping.spec import Cells, Manner, Query
from kg.mapping.table import Table
from kg.mapping.yaml_text import Part
from kg.sources import Context

Named = tuple[str, Query]
"""A query with the name of its dataset."""

_NO_OPTIONS = ("skip", "recognise", "without", "join", "explode")
_OPTIONS = tuple(field.name for field in fields(Manner) if field.name not in _NO_OPTIONS)
_FEW = 40
_LONGEST = 40


@dataclass(frozen=True, slots=True)
class Chosen:
    """A file, the mapping that reads it, and the queries that do."""

    file: Input
    preset: Preset
    queries: tuple[Named, ...]
    header: tuple[str, ...] = ()

    @property
    def manner(self) -> Manner:
        """How the file is written."""
        first = self.queries[0][1].manner
        sheets = {query.manner.sheet for _, query in self.queries}
        return first if len(sheets) == 1 else replace(first, sheet="")

    @property
    def wanted(self) -> tuple[str, ...]:
        """Every column that the queries read."""
        return tuple(dict.fromkeys(name for _, query in self.queries for name in reads(query)))


def choose(context: Context, file: Input) -> Iterator[Chosen]:
    """What reads a file: the mapping named, the file itself if it is one, or one that fits.

    Raises:
        DataError: Nothing does, or what should cannot be read.
    """
    name = context.options.get("mapping") or context.options.get("preset", "")
    if not name and presets.is_mapping(file.name):
        yield from _of_itself(context, file)
        return
    preset = presets.named(context.case, name) if name else _fitting(context, file)
    queries = _for_file(preset, file, context)
    yield Chosen(file, preset, queries, _header(context, preset, queries, file))


def read_with(case: Case, files: Sequence[Input], options: Mapping[str, str]) -> list[Path]:
    """The files besides the tables themselves that say how and what is read of them."""
    name = options.get("mapping") or options.get("preset", "")
    own = [file.path for file in files if presets.is_mapping(file.name)] if not name else []
    found: dict[Path, None] = {}
    for preset in [presets.named(case, name)] if name else map(presets.opened, own):
        found[preset.path] = None
        queries = [query for dataset in preset.mapping.datasets for query in dataset.queries]
        names = [query.manner.header_from for query in queries] + [options.get("header_from", "")]
        for path in filter(None, names):
            found[presets.beside(preset, case, path)] = None
        for query in queries if own else ():
            for path in query.files:
                found[_local(preset, case, path)] = None
    return list(found)


def share(tables: Sequence[Table], queries: Sequence[Named]) -> Iterator[tuple[Table, list[Named]]]:
    """The tables of a file, each with the queries that read it."""
    shared: dict[int, list[Named]] = {}
    known = [named for named in queries if any(_is_meant(named[1], table) for table in tables)]
    for named in known or queries:
        if tables:
            best = max(range(len(tables)), key=lambda at: (_fit(named[1], tables[at]), -at))
            shared.setdefault(best, []).append(named)
    for at in sorted(shared):
        manner = shared[at][0][1].manner
        table = joined(tables[at], manner.join, tables) if manner.join else tables[at]
        yield exploded(table, manner.explode) if manner.explode else table, shared[at]


def reads(query: Query) -> Iterator[str]:
    """Every column that a query reads."""
    yield from query.filters
    yield from query.filters_not
    yield from (skip.column for skip in query.manner.skip)
    for thing in query.things:
        yield from filter(None, (*thing.keys, *thing.keys_else, thing.id_column))
        cells = [*thing.properties.values(), *thing.own.values()]
        for number in thing.numbers:
            cells += [number.scheme, number.number, number.country]
        yield from _columns(cells)
    for one in query.sayings:
        own = (one.predicate, one.text, one.when, one.direction, one.source_url)
        more = (one.certainty, one.as_of, *one.qualifiers.values())
        yield from _columns(filter(None, (*own, *more)))


def _columns(cells: Iterable[Cells]) -> Iterator[str]:
    for one in cells:
        yield from one.columns


def _of_itself(context: Context, file: Input) -> Iterator[Chosen]:
    """A mapping given as the file: it says itself which tables it reads."""
    preset = presets.opened(file.path)
    by_file: dict[str, list[Named]] = {}
    for named in _all(preset, context):
        for name in named[1].files:
            by_file.setdefault(name, []).append(named)
    if not by_file:
        raise DataError(
            f"{file.name}: names no csv_url; write kg ingest --mapping {file.name} TABLE"
        )
    for name, queries in by_file.items():
        (table,) = inputs([str(_local(preset, context.case, name))])
        header = _header(context, preset, tuple(queries), table)
        yield Chosen(table, preset, tuple(queries), header)


def _local(preset: Preset, case: Case, name: str) -> Path:
    """The file that a csv_url names; nothing is ever fetched."""
    address = urlparse(name)
    if address.scheme in ("http", "https", "ftp"):
        raise DataError(
            f"{preset.path.name}: {name} lies on the web; download it,"
            f" then write kg ingest --mapping {preset.path.name} FILE"
        )
    return presets.beside(preset, case, address.path or name)


def _for_file(preset: Preset, file: Input, context: Context) -> tuple[Named, ...]:
    """The queries for a file: those that name it, or all if they name no more than one."""
    queries = list(_all(preset, context))
    own = PurePath(file.name).name.lower()
    for_it = [
        named
        for named in queries
        if own in {PurePath(name).name.lower() for name in named[1].files}
    ]
    names = {name for _, query in queries for name in query.files}
    if not for_it and len(names) > 1:
        known = ", ".join(sorted(PurePath(name).name for name in names))
        raise DataError(f"{file.name}: {preset.path.name} reads {known}; name the file so")
    return tuple(for_it or queries)


def _all(preset: Preset, context: Context) -> Iterator[Named]:
    """Every query, with what the person says on the command line of how tables are written."""
    own = {key: Part("-x", 1, value) for key, value in context.options.items() if key in _OPTIONS}
    unknown = sorted(context.options.keys() - own.keys() - {"mapping", "preset"})
    if unknown:
        raise DataError(f"no option {unknown[0]!r}; known are {', '.join(_OPTIONS)}")
    for dataset in preset.mapping.datasets:
        for query in dataset.queries:
            manner = read_manner(Part("-x", 1, own), query.manner) if own else query.manner
            yield dataset.name, replace(query, manner=manner)


def _fitting(context: Context, file: Input) -> Preset:
    """The mapping that knows the columns of a file."""
    seen: list[str] = []
    for columns in _all_columns(file):
        if preset := presets.fitting(context.case, columns):
            return preset
        if preset := _for_headless(context, columns):
            return preset
        seen += columns
    shown = ", ".join(one[:_LONGEST] for one in seen[:4])
    raise DataError(
        f"{file.name}: no mapping knows its columns ({shown} …);"
        f" make one with kg ingest --suggest {file.name} > my.yml, mend it,"
        f" then kg ingest --mapping my.yml {file.name}"
    )


def _for_headless(context: Context, cells: Sequence[str]) -> Preset | None:
    """The mapping that has columns for a file without a header, of which this is the first row."""
    if not any(cell.replace(".", "", 1).isdecimal() for cell in cells):
        return None
    for preset in presets.all_of(context.case):
        names = {dataset.manner.header_from for dataset in preset.mapping.datasets} - {""}
        headers = (header_from(presets.beside(preset, context.case, name)) for name in names)
        if any(len(header) == len(cells) for header in headers):
            return preset
    return None


def _all_columns(file: Input) -> list[tuple[str, ...]]:
    with file.open() as stream:
        if is_json(stream.peek(64)):
            return [sample(stream, _FEW)[0]]
    with opened(file, Manner(), lambda *_: None) as tables:
        return [table.columns for table in tables]


def _header(
    context: Context, preset: Preset, queries: Sequence[Named], file: Input
) -> tuple[str, ...]:
    """The columns of a file without a header, from the file that the mapping names for it."""
    name = queries[0][1].manner.header_from
    if not name:
        return ()
    found = header_from(presets.beside(preset, context.case, name))
    own = {column for columns in _all_columns(file) for column in columns}
    return () if len(own & set(found)) > 1 else found


def _is_meant(query: Query, table: Table) -> bool:
    """Whether a table is not another than the one that a query says it reads."""
    if query.manner.sheet and table.sheet and query.manner.sheet != table.sheet:
        return False
    present = set(table.columns)
    return present.issuperset(query.manner.recognise) and present.isdisjoint(query.manner.without)


def _fit(query: Query, table: Table) -> int:
    """How many of its columns a query finds in a table."""
    found = len(set(table.columns) & set(reads(query)))
    return found + 1_000_000 * _is_meant(query, table)
