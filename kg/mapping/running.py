"""Running the queries of a mapping over a table: one pass, whatever their number."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import compress

from kg.complaints import Complaints
from kg.errors import did_you_mean
from kg.ftm.gathered import Gathered
from kg.mapping.cells import Columns, Place, Texts, as_written, clean, is_formula, taker
from kg.mapping.making import Ids, Maker
from kg.mapping.spec import Query, Skip
from kg.mapping.stating import Stater
from kg.mapping.table import Table
from kg.sources import Context

_NO_QUERY = "row that no query of the mapping lets through"


@dataclass(slots=True)
class Run:
    """A table being read by a mapping: where what it makes goes."""

    context: Context
    gathered: Gathered
    complaints: Complaints
    file: str
    source: str


def run(table: Table, queries: Iterable[tuple[str, Query]], run_: Run) -> None:
    """Run queries, each with the name of its dataset, over the rows of a table."""
    columns = Columns({name: place for place, name in enumerate(table.columns)})
    place = Place(run_.complaints.tell)
    tied = [_Tied(query, dataset, columns, place) for dataset, query in queries]
    skips = [
        (at, skip)
        for one in tied
        for skip in one.query.manner.skip
        if (at := columns.place(skip.column)) is not None
    ]
    optional = {name for one in tied for name in one.query.manner.optional}
    _tell_missing(columns, optional, table, place)
    _Reading(table, tied, columns, place, run_, dict.fromkeys(skips)).all()


@dataclass(slots=True)
class _Reading:
    table: Table
    tied: list["_Tied"]
    columns: Columns
    place: Place
    run: Run
    skips: Mapping[tuple[int, Skip], None]
    unread: Counter[int] = field(default_factory=Counter)

    def all(self) -> None:
        context, tied, place = self.run.context, self.tied, self.place
        take = taker(self.columns.numbers())
        own = len(self.table.columns) - self.table.borrowed
        rest = [at for at in range(own) if at not in self.columns.numbers()]
        leave = taker(rest)
        wash = as_written if any(one.query.manner.invisible for one in tied) else clean
        sheet = f"sheet {self.table.sheet}, " if self.table.sheet else ""
        place.file = self.run.file
        for number, row in self.table.rows:
            context.records += 1
            texts = [wash(cell) if cell else "" for cell in take(row)]
            place.stand(number, f"{sheet}row {number}")
            whole = "\n".join(texts)
            if ("=" in whole or "@" in whole) and any(map(is_formula, texts)):
                self._without_formulas(texts)
            if reason := self._skipped(texts):
                context.skip(reason)
                continue
            is_read = False
            for one in tied:
                if one.lets_through(texts):
                    one.read(texts, self.run)
                    is_read = True
            if not is_read:
                context.skip(_NO_QUERY)
            elif rest:
                self.unread.update(compress(rest, leave(row)))
        self._leave()

    def _skipped(self, texts: Texts) -> str:
        for at, skip in self.skips:
            if texts[at] == skip.value:
                return skip.reason
        return ""

    def _without_formulas(self, texts: list[str]) -> None:
        names = list(self.columns.places)
        for at, cell in enumerate(texts):
            if is_formula(cell):
                message = f"{cell[:40]!r} is a formula and not its value; it is left out"
                self.place.tell(self.place.number, names[at], message, "formula")
                texts[at] = ""

    def _leave(self) -> None:
        """Report the columns that nobody read."""
        for at, count in self.unread.items():
            self.run.context.unread[self.table.columns[at]] += count
        self.run.context.unread.update(self.table.unread)


class _Tied:
    """A query tied to the columns of a table."""

    def __init__(self, query: Query, dataset: str, columns: Columns, place: Place) -> None:
        self.query = query
        filters = [
            (columns.place(name), values, is_wanted)
            for held, is_wanted in ((query.filters, True), (query.filters_not, False))
            for name, values in held.items()
        ]
        self._filters = [(at, values, wanted) for at, values, wanted in filters if at is not None]
        self._is_shut = any(
            ("" in values) != wanted for at, values, wanted in filters if at is None
        )
        manner = query.manner
        self._makers = [Maker(one, dataset, columns, manner, place) for one in query.things]
        self._staters = [Stater(one, columns, manner, place) for one in query.sayings]
        self._by_name = {maker.name: maker for maker in self._makers}

    def lets_through(self, texts: Texts) -> bool:
        """Whether the filters of the query want a row; a column that is not there is empty."""
        return not self._is_shut and all(
            (texts[at] in values) == wanted for at, values, wanted in self._filters
        )

    def read(self, texts: Texts, run: Run) -> None:
        """Make and say what a row makes and says."""
        ids: Ids = {}
        for maker in self._makers:
            made = maker.make(texts, ids)
            if made is not None and not maker.is_reference:
                run.gathered.add(made)
        for stater in self._staters:
            stater.state(run.context, run.source, texts, ids, self._called)

    def _called(self, name: str, texts: Texts, ids: Ids) -> str:
        return self._by_name[name].called(texts) or ids.get(name, "") if name else ""


def _tell_missing(columns: Columns, optional: set[str], table: Table, place: Place) -> None:
    """Columns that the mapping reads and the table does not have: they count as empty."""
    for name in columns.missing:
        if name not in optional:
            hint = did_you_mean(name, table.columns) or _some(table.columns)
            place.tell(0, "", f"has no column {name!r}{hint}; it counts as empty", "")


def _some(names: Iterable[str]) -> str:
    known = list(names)
    return f"; it has {', '.join(known[:6])}" + (" and others" if len(known) > 6 else "")
