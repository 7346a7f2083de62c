"""What a query speaks of: nodes and relationships, and the properties it asks for."""

from collections.abc import Iterator
from dataclasses import dataclass

from kg.queries.tokens import Token, Tokens, called
from kg.queries.words import OPENERS

_OPEN, _CLOSE = ("(", "[", "{"), (")", "]", "}")
_SUBQUERIES = ("CALL", "COUNT", "COLLECT", "EXISTS")
_BEFORE_A_PATTERN = ("MATCH", "WHERE", "AND", "OR", "XOR", "NOT", "EXISTS", "SHORTESTPATH")


@dataclass(frozen=True, slots=True)
class Element:
    """A node or a relationship in a pattern, or a test of a label (``n:Company``).

    ``words`` are its labels or types, ``keys`` the properties in its braces; ``variable`` may be
    empty.
    """

    variable: str
    is_relationship: bool
    words: tuple[Token, ...]
    keys: tuple[Token, ...]


@dataclass(frozen=True, slots=True)
class Property:
    """A property that is asked for, of a variable or ("") of some other value."""

    variable: str
    name: Token


def enclosing(tokens: Tokens) -> list[int]:
    """For every token the place of the bracket that it stands in, or -1."""
    stack = [-1]
    found: list[int] = []
    for index, token in enumerate(tokens):
        if token.key in _CLOSE and len(stack) > 1:
            stack.pop()
        found.append(stack[-1])
        if token.key in _OPEN:
            stack.append(index)
    return found


def elements(tokens: Tokens) -> Iterator[Element]:
    """Every node, relationship and label test of a query, in the order of the text."""
    within = enclosing(tokens)
    for index, token in enumerate(tokens):
        if token.key == "(" or (token.key == "[" and _is_relationship(tokens, index)):
            yield from _element(tokens, index, within)
        elif token.key == ":" and _is_test(tokens, index, within):
            words, _ = _words(tokens, index, within)
            yield Element(tokens[index - 1].text, False, words, ())


def properties(tokens: Tokens) -> Iterator[Property]:
    """Every property behind a dot: ``n.name``, ``last(hops).role``, ``n {.name}``."""
    within = enclosing(tokens)
    for index, token in enumerate(tokens):
        name, before = tokens[index + 1], tokens[index - 1]
        if token.key != "." or not name.is_name or tokens[called(tokens, index + 1)[1]].key == "(":
            continue
        if before.key in (")", "]"):
            yield Property("", name)
        elif before.key in ("{", ",") and within[index] > 0:
            yield Property(tokens[within[index] - 1].text, name)
        elif before.is_name:
            root = _root(tokens, index - 1)
            is_whole = root == index - 1 and tokens[root - 1].key != "."
            if tokens[root - 1].key not in ("$", "CALL"):
                yield Property(before.text if is_whole else "", name)


def map_keys(tokens: Tokens) -> Iterator[Token]:
    """The keys of every map: ``{name: 1}``."""
    within = enclosing(tokens)
    for index, token in enumerate(tokens):
        if token.key == ":" and _is_key(tokens, index, within):
            yield tokens[index - 1]


def renamed(tokens: Tokens) -> frozenset[str]:
    """The variables that stand for any value: ``AS x``, ``x IN list``, ``x = ...``, ``YIELD x``."""
    found: set[str] = set()
    for index, token in enumerate(tokens):
        if token.is_name and (
            tokens[index - 1].key in ("AS", "YIELD")
            or (tokens[index + 1].key == "IN" and tokens[index - 1].key in ("[", "(", ","))
            or (tokens[index + 1].key == "=" and tokens[index - 1].key in ("(", "MATCH"))
        ):
            found.add(token.text)
    return frozenset(found)


def _root(tokens: Tokens, index: int) -> int:
    """Where the names with dots between them begin that end here."""
    while tokens[index - 1].key == "." and tokens[index - 2].is_name:
        index -= 2
    return index


def _element(tokens: Tokens, index: int, within: list[int]) -> Iterator[Element]:
    is_relationship = tokens[index].key == "["
    here = index + 1
    variable = tokens[here].text if tokens[here].is_name else ""
    if variable:
        here += 1
    words: tuple[Token, ...] = ()
    if tokens[here].key == ":":
        words, here = _words(tokens, here, within)
    while tokens[here].key in ("*", "..") or tokens[here].kind == "number":
        here += 1
    is_call = not variable and not words and not is_relationship and tokens[index - 1].is_name
    is_map = tokens[here].key == "{" and not (
        is_call and tokens[index - 1].key not in _BEFORE_A_PATTERN
    )
    keys = _keys(tokens, here, within) if is_map else ()
    if words or keys:
        yield Element(variable, is_relationship, words, keys)


def _keys(tokens: Tokens, opener: int, within: list[int]) -> tuple[Token, ...]:
    inside = (place for place in range(opener + 1, len(tokens)) if within[place] == opener)
    return tuple(
        tokens[place - 1]
        for place in inside
        if tokens[place].key == ":" and tokens[place - 2].key in ("{", ",")
    )


def _words(tokens: Tokens, colon: int, within: list[int]) -> tuple[tuple[Token, ...], int]:
    """The names of a label or type expression (``:A|B``, ``:!(A&B)``) and the place behind it.

    In a list comprehension (``[n IN nodes WHERE n:A | n.name]``) the bar ends it.
    """
    found: list[Token] = []
    here, depth = colon, 0
    opener = within[colon]
    in_list = tokens[opener].key == "[" and not _is_relationship(tokens, opener)
    while not (in_list and tokens[here].key == "|"):
        key = tokens[here].key
        if tokens[here].is_name and tokens[here - 1].key in (":", "|", "&", "!", "("):
            found.append(tokens[here])
        elif key == "(" and tokens[here - 1].key in (":", "|", "&", "!", "("):
            depth += 1
        elif key == ")" and depth:
            depth -= 1
        elif key not in (":", "|", "&", "!", "%"):
            break
        here += 1
    return tuple(found), here


def _is_relationship(tokens: Tokens, index: int) -> bool:
    return tokens[index - 1].key == "-" and tokens[index - 2].key in (")", "<")


def _is_test(tokens: Tokens, index: int, within: list[int]) -> bool:
    """The colon of ``n:Label`` outside of a node's own bracket; not that of a map, nor ``A:B``."""
    if not tokens[index - 1].is_name or _is_key(tokens, index, within):
        return False
    before = tokens[index - 2].key
    of_a_pattern = before == "[" and _is_relationship(tokens, index - 2)
    return before not in ("(", ":", "|", "&", "!") and not of_a_pattern


def _is_key(tokens: Tokens, index: int, within: list[int]) -> bool:
    opener = within[index]
    return (
        opener >= 0
        and tokens[opener].key == "{"
        and tokens[index - 2].key in ("{", ",")
        and tokens[index - 1].kind != "sign"
        and not _is_subquery(tokens, opener)
    )


def _is_subquery(tokens: Tokens, opener: int) -> bool:
    first, behind = tokens[opener + 1].key, tokens[opener + 2].key
    begins = first in (*OPENERS, "OPTIONAL", "(") and behind not in (":", ",", "}")
    return begins or tokens[opener - 1].key in _SUBQUERIES
