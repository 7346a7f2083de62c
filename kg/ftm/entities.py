"""A thing of FollowTheMoney as an entity: what it is, how it is called, and by which numbers."""

from collections.abc import Iterator

from kg.countries import alpha2
from kg.errors import DataError
from kg.ftm.fragment import Fragment
from kg.ftm.values import read_country
from kg.ftm.words import ids, label_of
from kg.identifiers import Identifier, entity_ids, identify
from kg.statements import Entity

NAMES = ("x:name", "name", "title", "full")
ALIASES = ("alias", "weakAlias", "abbreviation", "previousName")
COUNTRIES = ("country", "jurisdiction", "mainCountry", "nationality", "citizenship", "flag")
NOTES = ("x:notes", "summary", "description", "notes", "keywords")
BASIS = ("x:public_basis", "position")
_PARTS = ("street", "street2", "postalCode", "city", "region", "state")
_GIVEN = ("firstName", "middleName", "fatherName", "lastName")
READ = frozenset(
    (*NAMES, *ALIASES, *COUNTRIES, *NOTES, *BASIS, *_PARTS, *_GIVEN, "x:label", "x:id")
)
"""The properties that an entity is made of."""

_LONGEST_NOTE = 2_000


def label(thing: Fragment) -> str:
    """The label of a thing; empty for what the graph has no label for."""
    if own := thing.first("x:label"):
        return own
    name, countries = _called(thing), countries_of(thing)
    return label_of(thing.schema, name, countries[0] if countries else "")


def name(thing: Fragment) -> str:
    """The name of a thing; a number or the id where it has none."""
    return _called(thing) or thing.first(*ids()) or thing.id


def entity(thing: Fragment, label_: str, file: str) -> Entity:
    """The thing as an entity; ``file`` is what named it, for persons without a public role."""
    own = name(thing)
    numbers = tuple(_numbers(thing))
    aliases = dict.fromkeys([*thing.all("name", "title"), *thing.all(*ALIASES)])
    is_person = label_ == "Person"
    return Entity(
        id=thing.id,
        label=label_,
        name=own,
        aliases=tuple(alias for alias in aliases if alias != own),
        countries=countries_of(thing),
        ids=(*entity_ids(numbers), *_other_numbers(thing)),
        public_basis=_basis(thing, file) if is_person else "",
        notes="; ".join(_notes(thing, numbers, is_person))[:_LONGEST_NOTE],
    )


def countries_of(thing: Fragment) -> tuple[str, ...]:
    """Two letters each, in the order given; what is no country that we know is left out."""
    return tuple(dict.fromkeys(filter(None, map(_code, thing.all(*COUNTRIES)))))


def _called(thing: Fragment) -> str:
    if found := thing.first(*NAMES):
        return found
    parts = _GIVEN if thing.schema == "Person" else _PARTS
    joint = " " if thing.schema == "Person" else ", "
    return joint.join(filter(None, (thing.first(part) for part in parts)))


def _code(text: str) -> str:
    """``gb-sct`` is a part of ``gb``; ``suhh`` is a state that is no more."""
    try:
        return read_country(text)
    except DataError:
        return alpha2(text.partition("-")[0])


def _numbers(thing: Fragment) -> Iterator[Identifier]:
    countries = countries_of(thing)
    home = countries[0] if countries else ""
    for property_, hint in ids().items():
        if not hint.startswith("="):
            for value in thing.all(property_):
                yield identify(hint, value, home)
    for text in thing.all("x:id"):
        hint, value, country = text.split("|", 2)
        yield identify(hint, value, country or home)


def _other_numbers(thing: Fragment) -> Iterator[str]:
    """Numbers that no register of organisations gave: of a file, a procedure, a case."""
    for property_, hint in ids().items():
        if hint.startswith("="):
            yield from (f"{hint[1:]}:{value}" for value in thing.all(property_))


def _notes(thing: Fragment, numbers: tuple[Identifier, ...], is_person: bool) -> Iterator[str]:
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
