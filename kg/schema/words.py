"""Predicates, qualifiers and the fixed lists of terms, as the files have them."""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import cast, get_args

from kg.schema.files import Table, read
from kg.schema.values import Label, Predicate, Qualifier, QualifierType, Term, TextType

_PREDICATE = ("names", "inverse", "subject", "object", "text", "topic", "walk")
_MARKS = ("in_words", "derived")
_QUALIFIER = ("type", "names", "choices", "tells_apart", "by_predicate")


def read_predicates(
    path: Path, labels: Mapping[str, Label], topics: Mapping[str, Term]
) -> Mapping[str, Predicate]:
    """Read the predicates, in the order of the file.

    Raises:
        SchemaError: The file is wrong, or names a label or topic that does not exist.
    """
    found = {name: _predicate(name, table, labels, topics) for name, table in read(path).tables()}
    return MappingProxyType(found)


def read_qualifiers(path: Path, predicates: Mapping[str, Predicate]) -> Mapping[str, Qualifier]:
    """Read the qualifiers, in the order of the file.

    Raises:
        SchemaError: The file is wrong, or names a predicate that does not exist.
    """
    found = {name: _qualifier(name, table, predicates) for name, table in read(path).tables()}
    return MappingProxyType(found)


def read_terms(path: Path) -> Mapping[str, Term]:
    """Read a fixed list of words, in the order of the file.

    Raises:
        SchemaError: The file is wrong.
    """
    return MappingProxyType({name: _term(name, table) for name, table in read(path).tables()})


def _predicate(
    name: str, table: Table, labels: Mapping[str, Label], topics: Mapping[str, Term]
) -> Predicate:
    table.only((*_PREDICATE, *_MARKS))
    predicate = Predicate(
        name=name,
        names=table.languages("names"),
        inverse=table.languages("inverse"),
        subject=table.list_of("subject", labels),
        object=table.list_of("object", labels),
        text=cast("TextType", table.one_of("text", get_args(TextType), default="")),
        walk=table.number("walk", default=0),
        topic=table.one_of("topic", topics),
        in_words=table.flag("in_words"),
        derived=table.flag("derived"),
    )
    if not predicate.subject:
        raise table.wrong("subject", "is empty", "name at least one label")
    if not predicate.object and not predicate.text:
        raise table.wrong("object", "is empty", "allow an entity here, or a literal with text")
    if predicate.object and not predicate.walk:
        raise table.wrong("walk", "is no cost", "say what this step costs in a path, e.g. 1")
    return predicate


def _qualifier(name: str, table: Table, predicates: Mapping[str, Predicate]) -> Qualifier:
    table.only(_QUALIFIER)
    by_predicate = table.table("by_predicate")
    by_predicate.only(predicates)
    qualifier = Qualifier(
        name=name,
        type=cast("QualifierType", table.one_of("type", get_args(QualifierType))),
        choices=table.list_of("choices"),
        names=table.languages("names"),
        tells_apart=table.flag("tells_apart"),
        by_predicate=MappingProxyType(
            {key: by_predicate.list_of(key) for key in by_predicate.cells}
        ),
    )
    if (qualifier.type == "choice") != bool(qualifier.choices):
        raise table.wrong("choices", "do not fit", 'they go with type = "choice", and only with it')
    return qualifier


def _term(name: str, table: Table) -> Term:
    table.only(("names", "meaning"))
    return Term(name, table.languages("names"), table.languages("meaning"))
