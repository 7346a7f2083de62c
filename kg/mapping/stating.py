"""Stating what a row says in our own words, under ``x: say:`` of a mapping."""

from collections.abc import Callable

from kg.errors import DataError, did_you_mean
from kg.ftm.fragment import FILE_END
from kg.ftm.sentences import sentence
from kg.ftm.sources import cited, located
from kg.mapping.cells import Columns, Get, Place, Read, Texts, getter, reader
from kg.mapping.making import Ids
from kg.mapping.spec import Cells, Manner, Saying
from kg.schema import certainties, predicates, qualifiers
from kg.sources import Context

_MOST_SAID = 1 << 19

Called = Callable[[str], str]
"""The name of a thing of the row, by its name in the query."""


class Stater:
    """States one thing of each row."""

    def __init__(self, saying: Saying, columns: Columns, manner: Manner, place: Place) -> None:
        """Tie a statement of a mapping to the columns of a table."""
        self._saying, self._place = saying, place
        self._predicate = getter(saying.predicate, columns)
        self._text = getter(saying.text, columns) if saying.text else None
        self._number = reader("number", saying.text, manner, place) if saying.text else None
        self._words = reader("", saying.text, manner, place) if saying.text else None
        self._when = getter(saying.when, columns) if saying.when else None
        self._turn = _single(saying.direction, columns)
        self._pages = getter(saying.source_url, columns) if saying.source_url else None
        self._certainty = _single(saying.certainty, columns)
        self._as_of = (_single(saying.as_of, columns), _date(saying.as_of, manner, place))
        self._qualifiers = [
            (key, getter(cells, columns), _reader(key, cells, manner, place), cells)
            for key, cells in saying.qualifiers.items()
        ]
        self._manner = manner
        self._said: set[int] = set()

    def state(self, context: Context, source: str, texts: Texts, ids: Ids, called: Called) -> None:
        """Say it, if the row has both ends or a text for it."""
        subject = ids.get(self._saying.subject, "")
        object_ = ids.get(self._saying.object, "")
        if self._when is not None and not self._when(texts):
            return
        if not subject or (self._saying.object and (not object_ or object_ == subject)):
            return
        predicate = self._predicate_of(texts)
        if not predicate:
            return
        names = (called(self._saying.subject), called(self._saying.object))
        if self._turn(texts) == "reversed" and object_:
            subject, object_, names = object_, subject, names[::-1]
        more = self._narrowed(texts, ids)
        for text in [""] if object_ else self._texts(predicate, texts):
            what = (subject, predicate, object_, text, *sorted(more.items()))
            if self._saying.is_once and self._is_said(what):
                continue
            says = sentence(names[0], predicate, names[1] if object_ else text, more)
            for page_source, locator in self._places(context, source, texts):
                context.say(
                    subject,
                    predicate,
                    object_,
                    text=text,
                    source=page_source,
                    locator=locator,
                    says=says,
                    certainty=self._certain(texts),
                    **more,
                )

    def _predicate_of(self, texts: Texts) -> str:
        found = next(iter(self._predicate(texts)), "")
        if found and found not in predicates():
            column = next(iter(self._saying.predicate.columns), "")
            message = f"{found[:60]!r} is not in the map of row {self._saying.line}"
            self._place.tell(
                self._place.number, column, f"{message}; nothing is said", "not in the map"
            )
            return ""
        return found

    def _texts(self, predicate: str, texts: Texts) -> list[str]:
        found = self._text(texts) if self._text else []
        if predicates()[predicate].text == "number" and self._number:
            return [number for text in found if (number := self._number(text))]
        return [*map(self._words, found)] if self._words else found

    def _narrowed(self, texts: Texts, ids: Ids) -> dict[str, str]:
        found: dict[str, str] = {}
        for key, get, read, cells in self._qualifiers:
            if cells.entity:
                if cells.entity in ids:
                    found[key] = ids[cells.entity]
                continue
            values = get(texts)
            if read is not None:
                values = [value for text in values if (value := read(text))]
            if values:
                found[key] = "; ".join(values)
        if as_of := self._as_of_of(texts):
            found.setdefault("as_of", as_of)
        return found

    def _as_of_of(self, texts: Texts) -> str:
        get, read = self._as_of
        own = get(texts)
        return (read(own) if own and read else "") or self._manner.as_of

    def _places(self, context: Context, source: str, texts: Texts) -> list[tuple[str, str]]:
        """The pages that the row names for it, each with the locator in it; else the file."""
        file, _, record = self._place.at.partition(FILE_END)
        if self._pages is None or not (addresses := self._pages(texts)):
            return [(source, record)]
        found = []
        for address in addresses:
            page_source, page = cited(address, self._manner.publisher)
            context.add(page_source)
            found.append((page_source.id, located(page, f"{file}, {record}")))
        return found

    def _certain(self, texts: Texts) -> str:
        found = self._certainty(texts) or self._manner.certainty or "reported"
        if found not in certainties():
            hint = did_you_mean(found, certainties())
            error = DataError(f"{found[:60]!r} is no certainty{hint}; said as reported")
            self._place.wrong("", error, "no certainty")
            return "reported"
        return found

    def _is_said(self, what: tuple[object, ...]) -> bool:
        """Whether it was said of late: what is forgotten may be said again, and does no harm."""
        mark = hash(what)
        if mark in self._said:
            return True
        if len(self._said) >= _MOST_SAID:
            self._said.clear()
        self._said.add(mark)
        return False


def _reader(key: str, cells: Cells, manner: Manner, place: Place) -> Read | None:
    return reader(qualifiers()[key].type, cells, manner, place)


def _date(cells: Cells | None, manner: Manner, place: Place) -> Read | None:
    return reader("date", cells, manner, place) if cells else None


def _single(cells: Cells | None, columns: Columns) -> Callable[[Texts], str]:
    if cells is None:
        return lambda _: ""
    get: Get = getter(cells, columns)
    return lambda texts: next(iter(get(texts)), "")
