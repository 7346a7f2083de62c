"""Stating what a row says in our own words, under ``x: say:`` of a mapping."""

from collections.abc import Callable

from kg.errors import DataError, did_you_mean
from kg.ftm.sentences import sentence
from kg.ftm.sources import cited, located
from kg.mapping.cells import Columns, Get, Place, Read, Texts, constant, getter, reader
from kg.mapping.making import Ids
from kg.mapping.spec import Cells, Manner, Saying
from kg.schema import certainties, predicates, qualifiers
from kg.sources import Context
from kg.spool import Last
from kg.statements import Statement

_REMEMBERED = 1 << 19
"""How many statements a row may say once, though another said the same: the last ones count."""

Called = Callable[[str, Texts, Ids], str]
"""The name of a thing of the row, by its name in the query."""

_Words = tuple[str, str, str, str, tuple[tuple[str, str], ...]]
"""Subject, predicate, object, text and qualifiers."""


class Stater:
    """States one thing of each row."""

    def __init__(self, saying: Saying, columns: Columns, manner: Manner, place: Place) -> None:
        """Tie a statement of a mapping to the columns of a table."""
        self._saying, self._place = saying, place
        self._known = predicates()
        self._predicate = _single(saying.predicate, columns)
        self._text = getter(saying.text, columns) if saying.text else None
        self._number = reader("number", saying.text, manner, place) if saying.text else None
        self._words = reader("", saying.text, manner, place) if saying.text else None
        self._when = getter(saying.when, columns) if saying.when else None
        self._turn = _single(saying.direction, columns) if saying.direction else None
        self._pages = getter(saying.source_url, columns) if saying.source_url else None
        self._certainty = _single(saying.certainty, columns) if saying.certainty else None
        self._as_of = _single(saying.as_of, columns) if saying.as_of else None
        self._read_as_of = _date(saying.as_of, manner, place)
        self._fixed: dict[str, str] = {}
        self._qualifiers: list[tuple[str, Get, Read | None, str]] = []
        for key, cells in saying.qualifiers.items():
            read, fixed = _reader(key, cells, manner, place), constant(cells)
            if fixed and read is None:
                self._fixed[key] = "; ".join(fixed)
            else:
                self._qualifiers.append((key, getter(cells, columns), read, cells.entity))
        self._manner = manner
        self._said = Last(_REMEMBERED) if saying.is_once else None

    def state(self, context: Context, source: str, texts: Texts, ids: Ids, called: Called) -> None:
        """Say it, if the row has both ends or a text for it."""
        saying = self._saying
        subject, object_ = ids.get(saying.subject, ""), ids.get(saying.object, "")
        if self._when is not None and not self._when(texts):
            return
        if not subject or (saying.object and (not object_ or object_ == subject)):
            return
        predicate = self._predicate_of(texts)
        if not predicate:
            return
        ends = saying.subject, saying.object
        if object_ and self._turn is not None and self._turn(texts) == "reversed":
            subject, object_, ends = object_, subject, ends[::-1]
        more = self._narrowed(texts, ids)
        narrowed = tuple(sorted([pair for pair in more.items() if pair[1]]))
        for text in [""] if object_ else self._texts(predicate, texts):
            what = (subject, predicate, object_, text, narrowed)
            if self._said is None or not self._said.knows(hash(what)):
                first, other = (called(end, texts, ids) for end in ends)
                says = sentence(first, predicate, other if object_ else text, more)
                self._cite(context, source, texts, what, says)

    def _cite(self, context: Context, source: str, texts: Texts, what: _Words, says: str) -> None:
        """Say it once for each page that the row names for it, else for the file."""
        certainty = self._certain(texts)
        for page, locator in self._places(context, source, texts):
            context.add(Statement(*what, page, locator, certainty, "", says, origin=context.origin))

    def _predicate_of(self, texts: Texts) -> str:
        found = self._predicate(texts)
        if found and found not in self._known:
            column = next(iter(self._saying.predicate.columns), "")
            message = f"{found[:60]!r} is not in the map of row {self._saying.line}"
            self._place.tell(
                self._place.number, column, f"{message}; nothing is said", "not in the map"
            )
            return ""
        return found

    def _texts(self, predicate: str, texts: Texts) -> list[str]:
        found = self._text(texts) if self._text else []
        if self._number and self._known[predicate].text == "number":
            return [number for text in found if (number := self._number(text))]
        return [*map(self._words, found)] if self._words else found

    def _narrowed(self, texts: Texts, ids: Ids) -> dict[str, str]:
        found = self._fixed.copy()
        for key, get, read, entity in self._qualifiers:
            if entity:
                if entity in ids:
                    found[key] = ids[entity]
                continue
            values = get(texts)
            if values and read is not None:
                values = [value for text in values if (value := read(text))]
            if values:
                found[key] = values[0] if len(values) == 1 else "; ".join(values)
        if as_of := self._as_of_of(texts):
            found.setdefault("as_of", as_of)
        return found

    def _as_of_of(self, texts: Texts) -> str:
        own = self._as_of(texts) if self._as_of else ""
        return (self._read_as_of(own) if own and self._read_as_of else "") or self._manner.as_of

    def _places(self, context: Context, source: str, texts: Texts) -> list[tuple[str, str]]:
        """The pages that the row names for it, each with the locator in it; else the file."""
        place = self._place
        if self._pages is None or not (addresses := self._pages(texts)):
            return [(source, place.record)]
        at, found = f"{place.file}, {place.record}", []
        for address in addresses:
            page_source, page = cited(address, self._manner.publisher)
            context.add(page_source)
            found.append((page_source.id, located(page, at)))
        return found

    def _certain(self, texts: Texts) -> str:
        own = self._certainty(texts) if self._certainty else ""
        found = own or self._manner.certainty or "reported"
        if found not in certainties():
            hint = did_you_mean(found, certainties())
            error = DataError(f"{found[:60]!r} is no certainty{hint}; said as reported")
            self._place.wrong("", error, "no certainty")
            return "reported"
        return found


def _reader(key: str, cells: Cells, manner: Manner, place: Place) -> Read | None:
    return reader(qualifiers()[key].type, cells, manner, place)


def _date(cells: Cells | None, manner: Manner, place: Place) -> Read | None:
    return reader("date", cells, manner, place) if cells else None


def _single(cells: Cells, columns: Columns) -> Callable[[Texts], str]:
    fixed = constant(cells)
    if fixed is not None:
        word = next(iter(fixed), "")
        return lambda _: word
    get: Get = getter(cells, columns)
    return lambda texts: next(iter(get(texts)), "")
