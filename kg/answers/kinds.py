"""Which columns of a query hold nodes, or lists of nodes, told from its text.

A result without rows cannot show it, yet its table should have the same columns as a full one. Read
are the patterns and what WITH, UNWIND and RETURN make of their variables; what is worked out in
other ways counts as a plain value.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Literal

from kg.queries.tokens import Token, Tokens

Kind = Literal["node", "nodes", "value"]
Part = Sequence[Token]

_ENDS = ("WHERE", "ORDER", "SKIP", "LIMIT", "MATCH", "OPTIONAL", "CALL", "UNION")
_CLAUSES = ("WITH", "UNWIND", "RETURN")
_PAIRS = {"(": ")", "[": "]", "{": "}", "CASE": "END"}
_BEFORE_A_NODE = ("MATCH", ",", "-", ">", "=", "{", "(", "WHERE", "AND", "OR", "NOT", "EXISTS", "")
_AFTER_A_NODE = (":", "{", ")")


@lru_cache(maxsize=256)
def kinds(cypher: str) -> Mapping[str, Kind]:
    """The kind of each column of the result, by its name."""
    tokens = list(Tokens(cypher))
    known: dict[str, Kind] = dict.fromkeys(_matched(tokens), "node")
    found: dict[str, Kind] = {}
    for clause, depth, part in _projections(tokens):
        for name, kind in _told(clause, part, known):
            if kind != "value":
                known[name] = kind
            if clause == "RETURN" and depth == 0:
                found[name] = kind if found.get(name, "value") == "value" else found[name]
    return found


def _matched(tokens: Part) -> Iterator[str]:
    """Variables that stand in a pattern as ``(name)``, ``(name:Label)`` or ``(name {...})``."""
    for index in range(len(tokens) - 2):
        opening, name, after = tokens[index : index + 3]
        before = tokens[index - 1].key if index else ""
        is_pattern = opening.key == "(" and before in _BEFORE_A_NODE
        if is_pattern and name.is_name and after.key in _AFTER_A_NODE:
            yield name.text


def _projections(tokens: Part) -> Iterator[tuple[str, int, Part]]:
    """Each WITH, UNWIND and RETURN: its word, how deep in braces it stands, what it makes."""
    depth = 0
    for index, token in enumerate(tokens):
        depth += (token.key == "{") - (token.key == "}")
        before = tokens[index - 1].key if index else ""
        if token.key in _CLAUSES and before not in ("STARTS", "ENDS", "AS", "."):
            ends = (*_ENDS, *_CLAUSES, ";")
            yield token.key, depth, next(_pieces(tokens[index + 1 :], ends))


def _told(clause: str, part: Part, known: Mapping[str, Kind]) -> Iterator[tuple[str, Kind]]:
    """The names that a clause gives, each with the kind of what it stands for."""
    start = 1 if part and part[0].key == "DISTINCT" else 0
    for item in _pieces(part[start:], (",",)):
        is_named = len(item) > 2 and item[-2].key == "AS"
        kind = _kind(item[:-2] if is_named else item, known)
        if clause == "UNWIND":
            kind = "node" if kind == "nodes" else "value"
        if is_named or len(item) == 1:
            yield item[-1].text, kind


def _pieces(part: Part, signs: Sequence[str]) -> Iterator[Part]:
    """Split at signs or words that stand in no brackets and in no CASE, and are no name."""
    opened: list[str] = []
    start = 0
    for index, token in enumerate(part):
        before = part[index - 1].key if index else ""
        is_name = before in (".", "AS")
        if token.key in _PAIRS and not is_name:
            opened.append(_PAIRS[token.key])
        elif opened and token.key == opened[-1] and not _is_variable(token, before):
            opened.pop()
        elif not opened and token.key in (")", "]", "}"):
            yield part[start:index]
            return
        elif not opened and token.key in signs and not is_name:
            yield part[start:index]
            start = index + 1
    yield part[start:]


def _is_variable(token: Token, before: str) -> bool:
    """``THEN end END``: the first is a variable."""
    return token.key == "END" and before in ("THEN", "ELSE", "WHEN", "CASE", ".")


def _kind(part: Part, known: Mapping[str, Kind]) -> Kind:
    if len(part) == 1:
        return known.get(part[0].text, "value")
    if len(part) < 3:
        return "value"
    if part[0].key == "CASE" and part[-1].key == "END":
        _, *branches = _pieces(part[1:-1], ("THEN", "ELSE"))
        return _first((next(_pieces(branch, ("WHEN",))) for branch in branches), known)
    if len(terms := list(_pieces(part, ("+",)))) > 1:
        return "nodes" if "nodes" in [_kind(term, known) for term in terms] else "value"
    if part[0].key == "[" and part[-1].key == "]":
        return _listed(part[1:-1], known)
    if part[1].key == "(" and part[-1].key == ")":
        return _called(part[0].text.lower(), part[2:-1], known)
    if part[1].key == "[" and part[-1].key == "]":
        return _picked(part, known)
    return "value"


def _first(parts: Iterable[Part], known: Mapping[str, Kind]) -> Kind:
    """The kind of the first of several that is no plain value: null may stand for a node."""
    found = (_kind(part, known) for part in parts)
    return next((kind for kind in found if kind != "value"), "value")


def _called(function: str, inside: Part, known: Mapping[str, Kind]) -> Kind:
    if function == "nodes":
        return "nodes"
    if function in ("startnode", "endnode"):
        return "node"
    start = 1 if inside and inside[0].key == "DISTINCT" else 0
    kind = _first(_pieces(inside[start:], (",",)), known)
    if function == "collect":
        return "nodes" if kind == "node" else "value"
    if function in ("head", "last"):
        return "node" if kind == "nodes" else "value"
    return kind if function in ("coalesce", "reverse", "tail") else "value"


def _listed(inside: Part, known: Mapping[str, Kind]) -> Kind:
    """``[a, b]``, or ``[x IN found WHERE ... | x]``, of which only what it makes counts."""
    if len(inside) > 2 and inside[1].key == "IN":
        source, *rest = _pieces(inside[2:], ("WHERE", "|"))
        of: Kind = "node" if _kind(source, known) == "nodes" else "value"
        has_own = any(token.key == "|" for token in inside)
        made = rest[-1] if has_own and rest else inside[:1]
        kind = _kind(made, {**known, inside[0].text: of})
    else:
        kind = _first(_pieces(inside, (",",)), known)
    return "nodes" if kind == "node" else "value"


def _picked(part: Part, known: Mapping[str, Kind]) -> Kind:
    """``found[0]`` is one of a list, ``found[1..3]`` some of it."""
    kind = known.get(part[0].text, "value")
    is_slice = any(token.key == ".." for token in part)
    return kind if kind != "nodes" or is_slice else "node"
