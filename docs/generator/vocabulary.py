"""The generated parts of docs: the words of kg/schema as tables, and the rooms of kg/."""

import tomllib
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from docs.generator import mapping, rooms
from kg import schema
from kg.schema import LANGUAGES, Label, Predicate, Qualifier, Term

_NOT_SHOWN = ("case_name", "name_nl", "name_fr", "name_de", "name_es")


def part(name: str) -> str:
    """One generated part.

    Raises:
        KeyError: There is no part of that name, or a property has no meaning yet.
    """
    return mapping.part(name) if name in mapping.PARTS else _PARTS[name]()


def _labels() -> str:
    head = ["label", *LANGUAGES, "FollowTheMoney"]
    roots = [label.name for label in schema.labels().values() if not label.parent]
    return _table(head, (row for root in roots for row in _branch(root, 0)))


def _branch(name: str, depth: int) -> list[list[str]]:
    """A label and all below it; an abstract one, which no entity has alone, is slanted."""
    label: Label = schema.labels()[name]
    shown = f"*{name}*" if label.abstract else f"`{name}`"
    row = ["&emsp;" * depth + shown, *(label.names[key] for key in LANGUAGES), label.ftm]
    below = [child.name for child in schema.labels().values() if child.parent == name]
    return [row, *(line for child in below for line in _branch(child, depth + 1))]


def _predicates() -> str:
    parts = []
    for key, topic in schema.topics().items():
        found = [predicate for predicate in schema.predicates().values() if predicate.topic == key]
        rows = map(_predicate, found)
        head = ["predicate", "from", "to", "read forward", "read back", "cost"]
        title = topic.names["en"].capitalize()
        parts.append(f"### {title}: {topic.meaning['en']}\n\n{_table(head, rows)}")
    return "\n".join(parts)


def _predicate(predicate: Predicate) -> list[str]:
    literal = {"": "", "text": "words", "number": "a number"}[predicate.text]
    if predicate.in_words:
        literal += ", or a number in words"
    return [
        f"`{predicate.name}`" + (" (derived)" if predicate.derived else ""),
        ", ".join(predicate.subject),
        " or ".join(filter(None, [", ".join(predicate.object), literal])),
        predicate.names["en"],
        predicate.inverse["en"],
        f"{predicate.walk:g}" if predicate.object else "",
    ]


def _names() -> str:
    rows = (
        [f"`{predicate.name}`", *(predicate.names[key] for key in LANGUAGES)]
        for predicate in schema.predicates().values()
    )
    return _table(["predicate", *LANGUAGES], rows)


def _qualifiers() -> str:
    head = ["qualifier", "printed as", "type", "words allowed", "tells facts apart"]
    return _table(head, map(_qualifier, schema.qualifiers().values()))


def _qualifier(qualifier: Qualifier) -> list[str]:
    fixed = [f"{', '.join(words)} (with {key})" for key, words in qualifier.by_predicate.items()]
    words = "; ".join([", ".join(qualifier.choices), *fixed]).strip("; ")
    apart = "yes" if qualifier.tells_apart else ""
    return [f"`{qualifier.name}`", qualifier.names["en"], qualifier.type, words, apart]


def _terms(terms: Mapping[str, Term]) -> str:
    rows = ([f"`{term.name}`", term.meaning["en"]] for term in terms.values())
    return _table(["word", "meaning"], rows)


def _nodes() -> str:
    parts = []
    for space in ("Entity", "Claim", "Source"):
        known = dict(schema.node_properties(space))
        if space == "Entity":
            known |= schema.node_properties("Person")
        own = [key for key in known if space != "Claim" or key not in schema.qualifiers()]
        rows = _described(space, {key: known[key] for key in own})
        parts.append(f"### `{space}`\n\n{_table(['property', 'type', 'meaning'], rows)}")
    return "\n".join(parts)


def _relationships() -> str:
    known = schema.edge_properties("SUPPLIES")
    return _table(["property", "type", "meaning"], _described("relationship", known))


def _derived() -> str:
    types = [name for name, predicate in schema.predicates().items() if predicate.derived]
    stated = schema.edge_properties("SUPPLIES")
    known = {
        key: type_
        for name in types
        for key, type_ in schema.edge_properties(name).items()
        if key not in stated
    }
    return _table(["property", "type", "meaning"], _described("derived", known))


def _evidence() -> str:
    stated = set(schema.predicates())
    rows = (
        [f"`{name}`", ", ".join(f"`{key}`" for key in schema.edge_properties(name))]
        for name in sorted(schema.edge_types() - stated)
    )
    return _table(["relationship", "properties"], rows)


def _described(space: str, known: Mapping[str, str]) -> list[list[str]]:
    """The properties with their meanings; names per language share one line."""
    path = Path(__file__).with_name("meanings.toml")
    meanings = tomllib.loads(path.read_text("utf-8"))[space]
    shown = [key for key in known if key not in _NOT_SHOWN]
    if unknown := sorted(set(meanings) - set(shown)):
        raise KeyError(f"{path.name}: {space} has no property {unknown[0]!r}")
    return [[f"`{key}`", known[key], meanings[key]] for key in shown]


def _table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    heads = list(head)
    lines = [
        heads,
        ["---"] * len(heads),
        *([cell.replace("|", "\\|") for cell in row] for row in rows),
    ]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


_PARTS: Mapping[str, Callable[[], str]] = {
    "labels": _labels,
    "predicates": _predicates,
    "names": _names,
    "qualifiers": _qualifiers,
    "certainties": lambda: _terms(schema.certainty_terms()),
    "statuses": lambda: _terms(schema.statuses()),
    "source-kinds": lambda: _terms(schema.source_kinds()),
    "nodes": _nodes,
    "relationships": _relationships,
    "derived": _derived,
    "evidence": _evidence,
    "rooms": rooms.rooms,
}
