"""Whether the labels, relationship types and properties of a query are in the schema."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from functools import cache

from kg.errors import did_you_mean
from kg.queries.patterns import Element, elements, map_keys, properties, renamed
from kg.queries.tokens import Finding, Token, Tokens
from kg.queries.words import TEMPORAL
from kg.schema import edge_properties, edge_types, is_a, labels, node_properties, predicates


def unknown_words(tokens: Tokens) -> Iterator[Finding]:
    """Every label, relationship type and property that no node or relationship can have."""
    found = list(elements(tokens))
    for element in found:
        yield from _unknown_kinds(element)
        yield from _unknown_keys(element)
    owners = _owners(found, renamed(tokens))
    anything = _anything() | TEMPORAL | {key.text for key in map_keys(tokens)}
    for asked in properties(tokens):
        owner = owners.get(asked.variable, ())
        yield from _unknown(asked.name, owner, _properties(owner) if owner else anything)


def _unknown_kinds(element: Element) -> Iterator[Finding]:
    known = edge_types() if element.is_relationship else labels().keys()
    what = "relationship type" if element.is_relationship else "label"
    for word in element.words:
        if word.text in known:
            continue
        hint = did_you_mean(word.text, known)
        if word.text in predicates():
            hint = f"; ask the claims: (:Claim {{predicate: {word.text!r}}})"
        yield Finding(word.line, f"there is no {what} {word.text!r}{hint}")


def _unknown_keys(element: Element) -> Iterator[Finding]:
    owner = tuple(_kinds(element))
    for key in element.keys:
        yield from _unknown(key, owner, _properties(owner) if owner else _anything())


def _unknown(name: Token, owner: Collection[str], known: Collection[str]) -> Iterator[Finding]:
    if name.text not in known:
        whose = " or ".join(sorted(owner)) or "node or relationship"
        hint = did_you_mean(name.text, known)
        yield Finding(name.line, f"no {whose} has a property {name.text!r}{hint}")


def _owners(found: Iterable[Element], loose: Collection[str]) -> dict[str, tuple[str, ...]]:
    """The labels and types of every variable that has some, all of them known."""
    kinds: dict[str, set[str]] = defaultdict(set)
    unknown = set(loose)
    for element in found:
        if element.variable and element.words:
            kinds[element.variable].update(_kinds(element))
            if len(set(_kinds(element))) < len({word.text for word in element.words}):
                unknown.add(element.variable)
    return {name: tuple(words) for name, words in kinds.items() if name not in unknown}


def _kinds(element: Element) -> Iterator[str]:
    known = edge_types() if element.is_relationship else labels().keys()
    return (word.text for word in element.words if word.text in known)


def _properties(owner: Iterable[str]) -> frozenset[str]:
    """What any of these labels or types can have."""
    return frozenset().union(*map(_properties_of, owner))


@cache
def _properties_of(word: str) -> frozenset[str]:
    """What a relationship of a type can have, or a node of a label or of one below it."""
    if word in edge_types():
        return frozenset(edge_properties(word))
    below = (name for name in labels() if is_a(name, word))
    return frozenset().union(*map(node_properties, below))


@cache
def _anything() -> frozenset[str]:
    return _properties((*labels(), *edge_types()))
