"""A mapping file read and checked: each mistake is one line, and what is right still runs."""

from collections.abc import Iterator
from collections.abc import Mapping as Table
from dataclasses import replace

from kg.errors import DataError, did_you_mean
from kg.ftm.entities import EITHER
from kg.ftm.model import Schema, schema
from kg.mapping.order import in_order
from kg.mapping.reading_cells import flag, number, own_cells, property_cells
from kg.mapping.reading_manner import manner
from kg.mapping.reading_own import kept, predicate_cells, sayings
from kg.mapping.spec import Cells, Dataset, Manner, Mapping, Query, Saying, Thing
from kg.mapping.yaml_text import Part, parse
from kg.schema import labels

_QUERY = (
    *("csv_url", "csv_urls", "database", "table", "tables", "joins", "query"),
    *("filters", "filters_not", "entities", "x"),
)
_ENTITY = ("schema", "key", "keys", "key_literal", "id_column", "properties", "x")
OWN = (
    *("label", "name", "notes", "public_basis", "predicate", "direction", "certainty", "as_of"),
    *("source_url", "identifiers", "reference", "keys_else"),
)


def read(text: str, file: str) -> tuple[Mapping, list[DataError]]:
    """Read a mapping, and what is wrong in it; the wrong parts are left out.

    Raises:
        DataError: It is no YAML, or no mapping at all.
    """
    faults: list[DataError] = []
    root = parse(text, file)
    datasets = tuple(_datasets(root, faults))
    if not any(dataset.queries for dataset in datasets):
        if faults:
            raise faults[0]
        raise DataError(f"{file}: no queries in it; a mapping says dataset: queries: - entities:")
    return Mapping(file, datasets), faults


def _datasets(root: Part, faults: list[DataError]) -> Iterator[Dataset]:
    for name, part in root.table("a mapping").items():
        try:
            raw = part.table("a dataset")
            own = manner(raw["x"], Manner()) if "x" in raw else Manner()
        except DataError as error:
            faults.append(error)
            continue
        parts = [item for key in ("queries", "query") if key in raw for item in raw[key].items()]
        queries = tuple(kept(lambda item: _query(item, own, faults), parts, faults))  # noqa: B023
        yield Dataset(name, queries, own)


def _query(part: Part, above: Manner, faults: list[DataError]) -> Query:
    raw = part.only("a query", _QUERY)
    if "database" in raw:
        raise part.wrong("reads a database; export the table as CSV, and write csv_url: FILE")
    own = manner(raw["x"], above) if "x" in raw else above
    entities = raw["entities"].table("entities") if "entities" in raw else {}
    things = {thing.name: thing for thing in _things(entities, faults)}
    if not things:
        raise part.wrong("no entities in this query; write entities: with one at least")
    bound = {name: _bound(thing, things, part.name, faults) for name, thing in things.items()}
    said = raw["x"].table("x").get("say") if "x" in raw else None
    return Query(
        part.line,
        tuple(
            text for key in ("csv_url", "csv_urls") if key in raw for text in raw[key].texts(key)
        ),
        in_order(bound, part),
        tuple(_tied(sayings(said, faults), things, said, faults)) if said else (),
        _filters(raw.get("filters")),
        _filters(raw.get("filters_not")),
        own,
    )


def _things(entities: Table[str, Part], faults: list[DataError]) -> Iterator[Thing]:
    for name, part in entities.items():
        try:
            yield _thing(name, part, faults)
        except DataError as error:
            faults.append(error)


def _thing(name: str, part: Part, faults: list[DataError]) -> Thing:
    raw = part.only(f"entity {name!r}", _ENTITY)
    if "schema" not in raw:
        raise part.wrong(f"entity {name!r} has no schema; write schema: Company, or another")
    keys = [text for key in ("key", "keys") if key in raw for text in raw[key].texts(key) if text]
    id_column = raw["id_column"].text("id_column") if "id_column" in raw else ""
    if bool(keys) == bool(id_column):
        way_out = "use one, not both" if keys else "write key: COLUMN, or id_column: COLUMN"
        what = "has keys and an id_column" if keys else "has no key"
        raise part.wrong(f"entity {name!r} {what}; {way_out}")
    kind = _schema(raw["schema"])
    properties = raw["properties"].table("properties") if "properties" in raw else {}
    own = raw["x"].only("x", OWN) if "x" in raw else {}
    return Thing(
        name,
        part.line,
        kind.name,
        tuple(keys),
        own["keys_else"].texts("keys_else") if "keys_else" in own else (),
        raw["key_literal"].text("key_literal") if "key_literal" in raw else "",
        id_column,
        dict(_properties(kind, properties, faults)),
        dict(_own(own, faults)),
        tuple(kept(number, own["identifiers"].items(), faults)) if "identifiers" in own else (),
        "reference" in own and flag(own["reference"], "reference"),
    )


def _schema(part: Part) -> Schema:
    try:
        return schema(part.text("schema"))
    except DataError as error:
        raise part.wrong(str(error)) from error


def _properties(
    kind: Schema, raw: Table[str, Part], faults: list[DataError]
) -> Iterator[tuple[str, Cells]]:
    for name, part in raw.items():
        try:
            kind.property(name)
        except DataError as error:
            faults.append(part.wrong(str(error)))
            continue
        for cells in kept(property_cells, [part], faults):
            yield name, cells


def _own(raw: Table[str, Part], faults: list[DataError]) -> Iterator[tuple[str, Cells]]:
    for key, part in raw.items():
        if key in ("identifiers", "reference", "keys_else"):
            continue
        read_one = predicate_cells if key == "predicate" else own_cells
        for cells in kept(read_one, [part], faults):
            words = (*cells.literals, *cells.changes.values()) if key == "label" else ()
            if unknown := [word for word in words if word and word not in (*labels(), EITHER)]:
                hint = did_you_mean(unknown[0], labels())
                faults.append(part.wrong(f"{unknown[0]!r} is no label{hint}"))
            else:
                yield "sourceUrl" if key == "source_url" else f"x:{key}", cells


def _bound(thing: Thing, things: Table[str, Thing], file: str, faults: list[DataError]) -> Thing:
    """The entity without the properties that name one that is missing, or of a wrong kind."""
    kind, sound = schema(thing.schema), {}
    for name, cells in thing.properties.items():
        message = _misfit(kind, name, cells, things)
        if message:
            faults.append(DataError(f"{file}, row {cells.line}: {message}"))
        else:
            sound[name] = cells
    return replace(thing, properties=sound)


def _misfit(kind: Schema, name: str, cells: Cells, things: Table[str, Thing]) -> str:
    if not cells.entity:
        return ""
    if cells.entity not in things:
        return f"{name} names no entity of this query: {cells.entity!r}" + did_you_mean(
            cells.entity, things
        )
    wanted, found = kind.properties[name].range, things[cells.entity].schema
    if not wanted:
        return f"{name} of a {kind.name} takes a value, not an entity"
    if not schema(found).is_a(wanted):
        return f"{name} must be a {wanted}, and entity {cells.entity!r} is a {found}"
    return ""


def _tied(
    said: tuple[Saying, ...], things: Table[str, Thing], part: Part, faults: list[DataError]
) -> Iterator[Saying]:
    """The statements whose ends are entities of the query."""
    for one in said:
        parties = [cells.entity for cells in one.qualifiers.values()]
        ends = [name for name in (one.subject, one.object, *parties) if name]
        unknown = [name for name in ends if name not in things]
        if unknown:
            hint = did_you_mean(unknown[0], things)
            message = f"say names no entity of this query: {unknown[0]!r}{hint}"
            faults.append(DataError(f"{part.name}, row {one.line}: {message}"))
        else:
            yield one


def _filters(part: Part | None) -> dict[str, frozenset[str]]:
    if part is None:
        return {}
    return {key: frozenset(held.texts("a filter")) for key, held in part.table("filters").items()}
