"""A thing of FollowTheMoney as an entity: what it is, how it is called, and by which numbers."""

from collections.abc import Iterator
from functools import cache

from kg.countries import alpha2
from kg.errors import DataError
from kg.ftm.fragment import Fragment
from kg.ftm.model import schemata
from kg.ftm.values import read_country
from kg.ftm.words import ids, label_of, person_or_company
from kg.identifiers import Identifier, entity_ids, identify
from kg.statements import Entity

_NAMES = ("x:name", "name", "full")
_TITLED = ("x:name", "title", "name")
_ALIASES = frozenset(("name", "alias", "weakAlias", "abbreviation", "previousName"))
COUNTRIES = frozenset(
    ("country", "jurisdiction", "mainCountry", "nationality", "citizenship", "flag")
)
NOTES = ("x:notes", "summary", "description", "notes", "keywords")
BASIS = ("x:public_basis", "position")
_PARTS = ("street", "street2", "postalCode", "city", "region", "state")
_GIVEN = ("firstName", "middleName", "fatherName", "lastName")
_READ = frozenset(
    (*_NAMES, *_ALIASES, *COUNTRIES, *NOTES, *BASIS, *_PARTS, *_GIVEN, "x:label", "x:id")
) - {"previousName"}
EITHER = "Person or Company"
"""In the place of a label: its name tells, because the file does not."""

_LONGEST_NOTE = 2_000


@cache
def names_of(schema: str) -> tuple[str, ...]:
    """The properties that name a thing, the best first; that of a contract is its title."""
    is_titled = schemata()[schema].is_a("Contract") or schemata()[schema].is_a("CallForTenders")
    return _TITLED if is_titled else _NAMES


def is_read(schema: str, property_: str) -> bool:
    """Whether an entity is made of a property."""
    return property_ in _READ or property_ in ids() or property_ in names_of(schema)


def label(thing: Fragment) -> str:
    """The label of a thing; empty for what the graph has no label for."""
    own = thing.first("x:label")
    if own and own != EITHER:
        return own
    countries = countries_of(thing)
    home = countries[0] if countries else ""
    if own:
        return person_or_company(_called(thing), home)
    return label_of(thing.schema, _called(thing), home)


def name(thing: Fragment) -> str:
    """The name of a thing, in one line; a number or the id where it has none."""
    return _in_line(_called(thing)) or thing.first(*ids()) or thing.id


def entity(thing: Fragment, label_: str, file: str) -> Entity:
    """The thing as an entity; ``file`` is what named it, for persons without a public role."""
    own = name(thing)
    is_person = label_ == "Person"
    numbers = tuple(_numbers(thing))
    return Entity(
        id=thing.id,
        label=label_,
        name=own,
        aliases=tuple(dict.fromkeys(other for other in _others(thing) if other != own)),
        countries=countries_of(thing),
        ids=(*entity_ids(numbers), *_other_numbers(thing)) if numbers else _other_numbers(thing),
        public_basis=_basis(thing, file) if is_person else "",
        notes="; ".join(_notes(thing, numbers, is_person))[:_LONGEST_NOTE],
    )


def countries_of(thing: Fragment) -> tuple[str, ...]:
    """Two letters each, in the order given; what is no country that we know is left out."""
    found = [value for name in thing.values if name in COUNTRIES for value in thing.values[name]]
    return tuple(dict.fromkeys(filter(None, map(_code, found)))) if found else ()


def _called(thing: Fragment) -> str:
    if found := thing.first(*names_of(thing.schema)):
        return found
    parts = _GIVEN if thing.schema == "Person" else _PARTS
    joint = " " if thing.schema == "Person" else ", "
    return joint.join(filter(None, (thing.first(part) for part in parts)))


def _others(thing: Fragment) -> Iterator[str]:
    for property_, values in thing.values.items():
        if property_ in _ALIASES or property_ in names_of(thing.schema):
            yield from map(_in_line, values)


def _in_line(text: str) -> str:
    """A name without line breaks and tabs in it, as cells and lines have them at times."""
    return " ".join(text.split())


def _code(text: str) -> str:
    """``gb-sct`` is a part of ``gb``; ``suhh`` is a state that is no more."""
    try:
        return read_country(text)
    except DataError:
        return alpha2(text.partition("-")[0])


def _numbers(thing: Fragment) -> Iterator[Identifier]:
    known = ids()
    countries = countries_of(thing)
    home = countries[0] if countries else ""
    for property_, values in thing.values.items():
        if property_ in known and not known[property_].startswith("="):
            yield from (identify(known[property_], value, home) for value in values)
    for text in thing.values.get("x:id", ()):
        hint, value, country = text.split("|", 2)
        yield identify(hint, value, country or home)


def _other_numbers(thing: Fragment) -> tuple[str, ...]:
    """Numbers that no register of organisations gave: of a file, a procedure, a case."""
    known = ids()
    return tuple(
        f"{known[property_][1:]}:{value}"
        for property_, values in thing.values.items()
        if property_ in known and known[property_].startswith("=")
        for value in values
    )


def _notes(thing: Fragment, numbers: tuple[Identifier, ...], is_person: bool) -> Iterator[str]:
    if not thing.values.keys().isdisjoint(NOTES):
        yield from dict.fromkeys(thing.all(*NOTES))
    if not _called(thing):
        yield "unnamed=yes"
    unknown = [one.raw for one in numbers if not (one.identifies or one.is_personal)]
    if unknown and not is_person:
        yield f"number as written: {', '.join(dict.fromkeys(unknown))}"


def _basis(thing: Fragment, file: str) -> str:
    if found := thing.first(*BASIS):
        return found
    if "role.pep" in thing.values.get("topics", ()):
        return "politically exposed person"
    return f"named in {file}"
