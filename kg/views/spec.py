"""Views: ``visualizations/*.toml``, each a saved query, how to place what it finds, and its words.

    query = "suppliers"
    layout = "layered"
    grouping = "country"

    [params]
    force = "belgian-federal-police"

    [title]
    en = "..."

A view of the case wins over a shipped one of the same name.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

from kg.case import Case
from kg.errors import SchemaError, ViewError, did_you_mean
from kg.queries import saved
from kg.queries.saved import Query
from kg.schema import certainties, labels, predicates, statuses
from kg.schema.files import Table
from kg.views.picture import LAYOUTS, Layout, Preset, Words

GROUPINGS = ("label", "country", "role", "kind", "status", "none")
_KEYS = (
    "query", "layout", "grouping", "columns", "types", "without", "focus", "between", "derived",
    "lone", "params", "title", "neutral", "caption", "line", "event", "amount", "preset",
)  # fmt: skip
_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class RowLine:
    """Each row is a line of its own from the entity of one column to that of another."""

    start: str
    end: str
    words: Words = field(hash=False)
    inverse: Words = field(hash=False)
    status: str = ""


@dataclass(frozen=True, slots=True)
class RowEvent:
    """Each row is an event in the life of the entity of a column.

    ``date``, ``until`` and ``note`` are columns; ``at`` is a column of entities to name beside it.
    The country is that of ``of``, or with ``country = "at"`` that of who did it.
    """

    of: str
    date: str
    until: str = ""
    note: str = ""
    at: str = ""
    country: str = "of"


@dataclass(frozen=True, slots=True)
class Amount:
    """Each row gives an amount of the entity in column ``of``."""

    of: str
    value: str
    currency: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class View:
    """One file of visualizations/.

    ``columns`` are the columns of the query whose entities are drawn (all, if none are named),
    ``types`` the relationships to draw (all but the derived, if none are named), ``without``
    entities to leave out. ``between`` draws every relationship among the marks, not only those that
    the rows rest on; ``lone`` keeps marks that no line touches. ``neutral`` is the title for
    other parameters than the view's own.
    """

    name: str
    query: str
    layout: Layout
    grouping: str
    titles: Words = field(hash=False)
    captions: Words = field(hash=False)
    path: Path
    neutral: Words = field(default_factory=dict, hash=False)
    params: Mapping[str, str] = field(default_factory=dict, hash=False)
    columns: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    focus: tuple[str, ...] = ()
    between: bool = False
    derived: bool = False
    lone: bool = False
    line: RowLine | None = None
    event: RowEvent | None = None
    amount: Amount | None = None
    presets: tuple[Preset, ...] = ()


def load(case: Case) -> tuple[dict[str, View], list[str]]:
    """Read every view; what is wrong with the others comes beside them, a line each."""
    found: dict[str, View] = {}
    problems: list[str] = []
    queries = saved.saved(case)
    for path in _files(case):
        try:
            found[path.stem] = parse(path, queries)
        except ViewError as error:
            problems.append(str(error))
    return dict(sorted(found.items())), problems


def find(case: Case, name: str) -> View:
    """One view, by its name.

    Raises:
        ViewError: There is none of that name, or its file is wrong.
    """
    paths = {path.stem: path for path in _files(case)}
    wanted = name.strip().lower().removesuffix(".toml").replace("_", "-").replace(" ", "-")
    if wanted not in paths:
        hint = did_you_mean(wanted, paths) or "; kg view lists them all"
        raise ViewError(f"no view {name!r}{hint}")
    return parse(paths[wanted], saved.saved(case))


def parse(path: Path, queries: Mapping[str, Query]) -> View:
    """Read one view file and hold it against the saved queries.

    Raises:
        ViewError: The file and key, what is wrong there, and how to write it.
    """
    if not _NAME.fullmatch(path.stem):
        message = "a view file is called like-this.toml: small letters, digits and - between"
        raise ViewError(f"{_where(path)}: {message}")
    try:
        table = Table(_where(path), tomllib.loads(path.read_text("utf-8-sig")))
        return _view(path, table, queries)
    except SchemaError as error:
        raise ViewError(str(error)) from error
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else _plain(error)
        raise ViewError(f"{_where(path)}: cannot be read: {reason}") from error


def _plain(error: ValueError) -> str:
    return "is not UTF-8 text" if isinstance(error, UnicodeDecodeError) else str(error)


def _files(case: Case) -> Iterator[Path]:
    seen: set[str] = set()
    for folder in case.folders("visualizations"):
        for path in sorted(path for path in folder.glob("*.toml") if path.is_file()):
            if path.stem not in seen:
                seen.add(path.stem)
                yield path


def _where(path: Path) -> str:
    return f"{path.parent.name}/{path.name}"


def _view(path: Path, table: Table, queries: Mapping[str, Query]) -> View:
    table.only(_KEYS)
    query = queries[table.one_of("query", queries)]
    layout = table.one_of("layout", LAYOUTS)
    return View(
        name=path.stem,
        query=query.name,
        layout=next(known for known in LAYOUTS if known == layout),
        grouping=table.one_of("grouping", GROUPINGS, "label"),
        titles=table.languages("title"),
        captions=table.languages("caption"),
        path=path,
        neutral=table.languages("neutral") if "neutral" in table.cells else MappingProxyType({}),
        params=_params(table, query),
        columns=table.list_of("columns", query.returns),
        types=table.list_of("types", predicates()),
        without=table.list_of("without"),
        focus=table.list_of("focus"),
        between=table.flag("between"),
        derived=table.flag("derived"),
        lone=table.flag("lone"),
        line=_line(table, query),
        event=_event(table, query),
        amount=_amount(table, query),
        presets=_presets(table),
    )


def _params(table: Table, query: Query) -> Mapping[str, str]:
    given = table.table("params")
    known = [param.name for param in query.params]
    for name, value in given.cells.items():
        if name not in known:
            hint = did_you_mean(name, known) or f"; it has {', '.join(known) or 'none'}"
            raise SchemaError(f"{given.where}: {query.name} has no parameter {name!r}{hint}")
        if not isinstance(value, str | int | float):
            raise given.wrong(name, "is no text or number", "write one")
    return MappingProxyType({name: _text(value) for name, value in given.cells.items()})


def _text(value: object) -> str:
    return ("yes" if value else "no") if isinstance(value, bool) else str(value)


def _line(table: Table, query: Query) -> RowLine | None:
    if "line" not in table.cells:
        return None
    cells = table.table("line")
    cells.only(("start", "end", "status", "words", "inverse"))
    return RowLine(
        start=cells.one_of("start", query.returns),
        end=cells.one_of("end", query.returns),
        words=cells.languages("words"),
        inverse=cells.languages("inverse"),
        status=cells.one_of("status", ("", *query.returns), ""),
    )


def _event(table: Table, query: Query) -> RowEvent | None:
    if "event" not in table.cells:
        return None
    cells = table.table("event")
    cells.only(("of", "date", "until", "note", "at", "country"))
    optional = ("", *query.returns)
    return RowEvent(
        of=cells.one_of("of", query.returns),
        date=cells.one_of("date", query.returns),
        until=cells.one_of("until", optional, ""),
        note=cells.one_of("note", optional, ""),
        at=cells.one_of("at", optional, ""),
        country=cells.one_of("country", ("of", "at"), "of"),
    )


def _amount(table: Table, query: Query) -> Amount | None:
    if "amount" not in table.cells:
        return None
    cells = table.table("amount")
    cells.only(("of", "value", "currency", "note"))
    return Amount(
        of=cells.one_of("of", query.returns),
        value=cells.one_of("value", query.returns),
        currency=cells.one_of("currency", query.returns),
        note=cells.one_of("note", ("", *query.returns), ""),
    )


def _presets(table: Table) -> tuple[Preset, ...]:
    return tuple(_preset(name, cells) for name, cells in table.table("preset").tables())


def _preset(name: str, cells: Table) -> Preset:
    cells.only(("title", "labels", "countries", "statuses", "certainties", "years"))
    return Preset(
        name=name,
        titles=cells.languages("title"),
        labels=cells.list_of("labels", labels()),
        countries=cells.list_of("countries"),
        statuses=cells.list_of("statuses", statuses()),
        certainties=cells.list_of("certainties", certainties()),
        years=_years(cells),
    )


def _years(cells: Table) -> tuple[int, int] | None:
    value = cells.cells.get("years")
    match value:
        case None:
            return None
        case [int(first), int(last)] if first <= last:
            return first, last
    raise cells.wrong("years", "is no span of years", "write e.g. [2015, 2025]")
