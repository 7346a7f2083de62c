"""One thing with a name that may be the same as another."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kg.countries import alpha2
from kg.identifiers.placeholders import is_masked, is_placeholder
from kg.resolve.names import Name, parse
from kg.statements import Entity

_BODIES = frozenset(
    [
        *("Organization", "Company", "PublicBody", "PoliceForce", "Intelligence", "Court"),
        *("Oversight", "Prison", "Municipality", "Institution"),
    ]
)


class Record(NamedTuple):
    """A name with all that goes with it. ``aliases`` are curated: a source stands for each."""

    id: str
    name: Name
    country: str = ""
    label: str = ""
    aliases: tuple[Name, ...] = ()
    ids: tuple[str, ...] = ()

    @property
    def kind(self) -> str:
        """What may at all be the same: bodies among each other, else things of one label."""
        return "body" if self.label in _BODIES else self.label

    @property
    def telling_ids(self) -> tuple[str, ...]:
        """The identifiers but for masks and placeholders, which anybody may have."""
        return tuple(number for number in self.ids if _tells(number))

    def all_names(self) -> Iterator[Name]:
        """The name, then its aliases."""
        yield self.name
        yield from self.aliases


def _tells(number: str) -> bool:
    scheme, _, value = number.rpartition(":")
    if scheme == "wikidata":
        return True
    return not is_masked(value) and not is_placeholder(value)


def record(id_: str, name: str, country: str = "", ids: Sequence[str] = ()) -> Record:
    """A record of a user's own list: a name, perhaps a country and identifiers."""
    code = alpha2(country) if country else ""
    return Record(id_, parse(name, code), code, ids=tuple(ids))


def of_entity(entity: Entity) -> Record:
    """The record of an entity; what stands in other languages are its aliases."""
    country = entity.countries[0] if len(entity.countries) == 1 else ""
    known = {entity.name: None} | dict.fromkeys(name for _, name in entity.names)
    known |= dict.fromkeys(entity.aliases)
    first, *others = (parse(name, country) for name in known)
    return Record(entity.id, first, country, entity.label, tuple(others), entity.ids)
