"""The tree of labels: which kinds of node there are, and which is a kind of which."""

import re
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import cast, get_args

from kg.errors import SchemaError, did_you_mean
from kg.schema.files import Table, read
from kg.schema.values import Label, PropertyType

SHAPES = (
    *("circle", "ring", "shield", "triangle", "diamond", "hexagon", "cylinder", "sheet"),
    *("star", "pentagon", "square", "pin", "dot"),
)
_KEYS = ("name", "parent", "abstract", "names", "plural", "colour", "shape", "ftm", "properties")
_COLOUR = re.compile(r"#[0-9A-F]{6}")


def read_labels(folder: Path) -> Mapping[str, Label]:
    """Read every label file of a folder, sorted by name.

    Raises:
        SchemaError: A file is wrong, or the labels do not make a tree.
    """
    tables = [read(path) for path in sorted(folder.glob("*.toml"))]
    named = {table.text("name"): table for table in tables}
    for table in tables:
        if table is not named[table.text("name")]:
            raise table.wrong("name", f"is also the name in {named[table.text('name')].where}")
    labels = {name: _label(named[name], named) for name in sorted(named)}
    for label in labels.values():
        _check_ancestors(label, labels, named[label.name].where)
    return MappingProxyType(labels)


def ancestry(label: str, labels: Mapping[str, Label]) -> tuple[str, ...]:
    """The label and its ancestors, itself first.

    Raises:
        SchemaError: There is no such label.
    """
    if label not in labels:
        raise SchemaError(f"no label {label!r}{did_you_mean(label, labels)}")
    found = [label]
    while parent := labels[found[-1]].parent:
        found.append(parent)
    return tuple(found)


def inherited(label: str, labels: Mapping[str, Label]) -> dict[str, PropertyType]:
    """The properties of a label and of its ancestors, the ancestors' first."""
    properties: dict[str, PropertyType] = {}
    for name in reversed(ancestry(label, labels)):
        properties |= labels[name].properties
    return properties


def property_types(table: Table) -> Mapping[str, PropertyType]:
    """Read a table of ``property = "type"``."""
    types = {key: table.one_of(key, get_args(PropertyType)) for key in table.cells}
    return MappingProxyType(cast("dict[str, PropertyType]", types))


def _label(table: Table, known: Mapping[str, Table]) -> Label:
    table.only(_KEYS)
    colour = table.text("colour")
    if not _COLOUR.fullmatch(colour):
        raise table.wrong("colour", "is no colour", "write six hex digits, e.g. '#1F77D0'")
    return Label(
        name=table.text("name"),
        parent=table.one_of("parent", ["", *known], default=""),
        abstract=table.flag("abstract"),
        names=table.languages("names"),
        plural=table.languages("plural"),
        colour=colour,
        shape=table.one_of("shape", SHAPES),
        ftm=table.text("ftm", default=""),
        properties=property_types(table.table("properties")),
    )


def _check_ancestors(label: Label, labels: Mapping[str, Label], where: str) -> None:
    """Refuse a label that is its own ancestor, or that repeats an inherited property."""
    seen, above = [label.name], label.parent
    while above:
        if above in seen:
            raise SchemaError(f"{where}, parent: {' > '.join([*seen, above])} goes in a circle")
        for name in sorted(label.properties.keys() & labels[above].properties.keys()):
            raise SchemaError(f"{where}, properties, {name}: inherited from {above}; leave it out")
        seen.append(above)
        above = labels[above].parent
