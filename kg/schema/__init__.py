"""The vocabulary: labels, predicates, qualifiers and certainties, read from the files beside this.

The files are the one place that says which words exist, what they are called in five languages,
which label may stand where, and which properties a query can ask for. Each is read when it is first
needed, and once.
"""

from collections.abc import Collection, Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

from kg.errors import SchemaError, did_you_mean
from kg.schema.files import read
from kg.schema.tree import ancestry, inherited, property_types, read_labels
from kg.schema.values import LANGUAGES, Label, Predicate, PropertyType, Qualifier, Term
from kg.schema.words import read_predicates, read_qualifiers, read_terms

__all__ = [
    "LANGUAGES",
    "Label",
    "Predicate",
    "PropertyType",
    "Qualifier",
    "Term",
    "certainties",
    "certainty_terms",
    "edge_properties",
    "edge_types",
    "fits",
    "is_a",
    "labels",
    "lineage",
    "node_properties",
    "predicates",
    "qualifiers",
    "source_kinds",
    "statuses",
    "topics",
]

_FOLDER = Path(__file__).parent
_STORED_AS: dict[str, PropertyType] = {"entity": "text[]", "date": "date", "number": "number"}


@cache
def labels() -> Mapping[str, Label]:
    """Every label by name, sorted."""
    return read_labels(_FOLDER / "labels")


@cache
def lineage(label: str) -> tuple[str, ...]:
    """The label and its ancestors, itself first: ``("Company", "Organization", "Entity")``.

    Raises:
        SchemaError: There is no such label.
    """
    return ancestry(label, labels())


def is_a(label: str, ancestor: str) -> bool:
    """Whether a label is another one, or a kind of it.

    Raises:
        SchemaError: There is no such label.
    """
    return ancestor in lineage(label)


def fits(label: str, allowed: Collection[str]) -> bool:
    """Whether a label, or one of its ancestors, is among those that a predicate allows."""
    return any(name in allowed for name in lineage(label))


@cache
def predicates() -> Mapping[str, Predicate]:
    """Every predicate by name, in the order to show them in."""
    return read_predicates(_FOLDER / "predicates.toml", labels(), topics())


@cache
def qualifiers() -> Mapping[str, Qualifier]:
    """Every qualifier by name, in the order to show them in."""
    return read_qualifiers(_FOLDER / "qualifiers.toml", predicates())


@cache
def certainties() -> tuple[str, ...]:
    """How certain a statement can be, best first."""
    return tuple(certainty_terms())


@cache
def certainty_terms() -> Mapping[str, Term]:
    """The certainties, best first, with their names and meanings."""
    return read_terms(_FOLDER / "certainty.toml")


@cache
def source_kinds() -> Mapping[str, Term]:
    """The kinds of source, with their names and meanings."""
    return read_terms(_FOLDER / "source_kinds.toml")


@cache
def statuses() -> Mapping[str, Term]:
    """The fixed words for how far a use or a takeover has come, with names and meanings."""
    return read_terms(_FOLDER / "statuses.toml")


@cache
def topics() -> Mapping[str, Term]:
    """The topics that predicates belong to, with their names and meanings."""
    return read_terms(_FOLDER / "topics.toml")


@cache
def node_properties(label: str) -> Mapping[str, PropertyType]:
    """The properties a node of this label can have, inherited ones too, with their types.

    A claim has its qualifiers as properties: entities as a list of ids, numbers as numbers.

    Raises:
        SchemaError: There is no such label.
    """
    properties = inherited(label, labels())
    if label == "Claim":
        properties |= {key: _STORED_AS.get(q.type, "text") for key, q in qualifiers().items()}
    return MappingProxyType(properties)


@cache
def edge_types() -> frozenset[str]:
    """The types a relationship of the graph can have: between entities, derived, or evidence."""
    return frozenset(_edges())


def edge_properties(type_: str) -> Mapping[str, PropertyType]:
    """The properties a relationship of this type can have, with their types.

    Raises:
        SchemaError: There is no such type of relationship.
    """
    if type_ not in _edges():
        raise SchemaError(f"no relationship {type_!r}{did_you_mean(type_, _edges())}")
    return _edges()[type_]


@cache
def _edges() -> Mapping[str, Mapping[str, PropertyType]]:
    file = read(_FOLDER / "relationships.toml")
    stated = property_types(file.table("stated"))
    found = {
        name: stated
        for name, predicate in predicates().items()
        if predicate.object and not predicate.derived
    }
    shared = property_types(file.table("every_derived"))
    for name, table in file.table("derived").tables():
        found[name] = MappingProxyType({**shared, **property_types(table)})
    for name, table in file.table("evidence").tables():
        found[name] = property_types(table)
    return MappingProxyType(found)
