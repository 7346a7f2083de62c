"""What the two stores would not both understand, or answer differently [each tried on both]."""

from collections.abc import Iterator

from kg.queries.tokens import Finding, Tokens, called, is_name
from kg.queries.words import ON_ONE_STORE, OWN_ANSWERS


def differences(tokens: Tokens) -> Iterator[Finding]:
    """Everything in a text that only one store knows, or that each answers in its own way."""
    for index, token in enumerate(tokens):
        if token.kind == "number" and "_" in token.text:
            yield Finding(token.line, f"{token.text}: the embedded store takes no _ in a number")
        elif token.key in ON_ONE_STORE and _is_clause(tokens, index):
            instead = ON_ONE_STORE[token.key]
            yield Finding(token.line, f"{token.key} differs between the stores: {instead}")
        elif token.is_name and tokens[index - 1].key != ".":
            yield from _calls(tokens, index)


def _is_clause(tokens: Tokens, index: int) -> bool:
    key, behind = tokens[index].key, tokens[index + 1]
    if key in ("SHOW", "CYPHER"):
        return index == 0
    if key == "SHORTEST":
        return behind.kind == "number" or behind.key in ("$", "(", "PATH", "PATHS")
    return not is_name(tokens, index) and behind.is_name and tokens[index - 1].key != "AS"


def _calls(tokens: Tokens, index: int) -> Iterator[Finding]:
    name, behind = called(tokens, index)
    if tokens[behind].key == "(" and name.lower() in OWN_ANSWERS:
        instead = OWN_ANSWERS[name.lower()]
        yield Finding(tokens[index].line, f"{name}() differs between the stores: {instead}")
