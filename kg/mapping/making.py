"""Making the things of a query from a row, with the ids that FollowTheMoney gives them."""

from collections.abc import Callable, Mapping
from functools import lru_cache
from hashlib import sha1

from kg.ftm import words
from kg.ftm.entities import names_of
from kg.ftm.fragment import Fragment, Values
from kg.ftm.model import schema
from kg.identifiers import is_masked, is_placeholder
from kg.mapping.cells import Columns, Get, Place, Read, Texts, getter, reader, taker
from kg.mapping.spec import Manner, Number, Thing

_MOST_KNOWN = 1 << 13

Ids = dict[str, str]
"""The id of each thing that a row made, by its name in the query."""


class Maker:
    """Makes one entity of a query from each row."""

    def __init__(
        self, thing: Thing, dataset: str, columns: Columns, manner: Manner, place: Place
    ) -> None:
        """Tie an entity of a mapping to the columns of a table."""
        self.name, self._schema, self._place = thing.name, thing.schema, place
        self.is_reference = thing.is_reference
        self._key = _key(thing, dataset, columns)
        self._values = [*_properties(thing, columns, manner, place)]
        self._links = [
            (name, cells.entity, cells.is_required)
            for name, cells in thing.properties.items()
            if cells.entity
        ]
        names = names_of(thing.schema)
        self._names = [get for name in names for own, get, *_ in self._values if own == name]
        self._numbers = [_number(number, columns) for number in thing.numbers]
        self._known: dict[object, str] = {}
        self._take = taker(sorted({*_places(thing, columns)}))

    def make(self, texts: Texts, ids: Ids) -> Fragment | None:
        """The thing that a row makes, or None if it has no key or lacks what is required.

        ``ids`` are those of the things made before; one made of the same cells before is not made
        again, but its id is there.
        """
        mark = self._take(texts)
        if self._links:
            mark = (*mark, *(ids.get(to, "") for _, to, _ in self._links))
        known = self._known.get(mark)
        if known is not None:
            if known:
                ids[self.name] = known
            return None
        id_ = self._key(texts)
        values = self._filled(texts, ids) if id_ else None
        if len(self._known) >= _MOST_KNOWN:
            self._known.clear()
        self._known[mark] = "" if values is None else id_
        if values is None:
            return None
        ids[self.name] = id_
        return Fragment(id_, self._schema, self._place.at, values)

    def called(self, texts: Texts) -> str:
        """The name that a row gives the thing, if it does."""
        for get in self._names:
            for value in get(texts):
                return value
        return ""

    def _filled(self, texts: Texts, ids: Ids) -> dict[str, Values] | None:
        """The values of each property; None where one that is required has none."""
        at = self._place.at
        values: dict[str, Values] = {}
        for name, get, read, is_required in self._values:
            found = get(texts)
            if read is not None:
                found = [value for text in found if (value := read(text))]
            if found:
                values[name] = dict.fromkeys(found, at)
            elif is_required:
                return None
        for name, to, is_required in self._links:
            if other := ids.get(to):
                values.setdefault(name, {})[other] = at
            elif is_required:
                return None
        if numbers := [text for number in self._numbers if (text := number(texts))]:
            values["x:id"] = dict.fromkeys(numbers, at)
        return values


def entity_key(prefix: str, literal: str, values: Texts) -> str:
    """The id that FollowTheMoney makes of a dataset's name, a literal, and the cells of the keys.

    SHA-1 over the UTF-8 of all of them, the cells sorted; empty where all cells are.
    """
    digest = sha1(prefix.encode(), usedforsecurity=False)
    digest.update(literal.encode())
    present = sorted([value.encode() for value in values if value])
    digest.update(b"".join(present))
    return digest.hexdigest() if present else ""


def _key(thing: Thing, dataset: str, columns: Columns) -> Callable[[Texts], str]:
    if thing.id_column:
        place = columns.place(thing.id_column)
        return lambda texts: "" if place is None else texts[place]
    first, other = (
        [at for name in names if (at := columns.place(name)) is not None]
        for names in (thing.keys, thing.keys_else)
    )
    if not other:
        return lambda texts: entity_key(dataset, thing.key_literal, [texts[at] for at in first])
    known = _registers(thing)
    numbers = {at for name in thing.keys if name in known and (at := columns.place(name)) in first}

    def key(texts: Texts) -> str:
        cells = [texts[at] for at in first if at not in numbers or _names_one(texts[at])]
        found = entity_key(dataset, thing.key_literal, cells)
        return found or entity_key(dataset, thing.key_literal, [texts[at] for at in other])

    return key


@lru_cache(maxsize=1 << 14)
def _names_one(number: str) -> bool:
    """Whether a number can be that of one organisation, and only of it."""
    return not (is_masked(number) or is_placeholder(number))


def _registers(thing: Thing) -> set[str]:
    """The columns of a thing that hold the number of a register."""
    known = {name for name, scheme in words.ids().items() if not scheme.startswith("=")}
    cells = [held for name, held in thing.properties.items() if name in known]
    cells += [number.number for number in thing.numbers]
    return {column for one in cells for column in one.columns}


def _properties(
    thing: Thing, columns: Columns, manner: Manner, place: Place
) -> list[tuple[str, Get, Read | None, bool]]:
    types: Mapping[str, str] = {
        name: known.type for name, known in schema(thing.schema).properties.items()
    } | {"x:as_of": "date"}
    return [
        (
            name,
            getter(cells, columns),
            reader(types.get(name, ""), cells, manner, place) if name != "sourceUrl" else None,
            cells.is_required,
        )
        for name, cells in [*thing.properties.items(), *thing.own.items()]
        if not cells.entity
    ]


def _number(number: Number, columns: Columns) -> Callable[[Texts], str]:
    """``scheme|number|country``, as entities read it."""
    parts = [getter(cells, columns) for cells in (number.scheme, number.number, number.country)]

    def joined(texts: Texts) -> str:
        scheme, value, country = (next(iter(get(texts)), "") for get in parts)
        return f"{scheme}|{value}|{country}" if value else ""

    return joined


def _places(thing: Thing, columns: Columns) -> list[int]:
    names = [*thing.keys, *thing.keys_else, thing.id_column]
    for cells in (*thing.properties.values(), *thing.own.values()):
        names += cells.columns
    for number in thing.numbers:
        names += (*number.scheme.columns, *number.number.columns, *number.country.columns)
    return [columns.places[name] for name in names if name in columns.places]
