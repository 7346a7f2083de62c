"""Refuses every text that does more than read, before it reaches a store.

The embedded store has no read-only mode over Bolt, and a Neo4j may hold other people's data. What
is refused: clauses that write, commands of an administrator, procedures and functions that are not
known to only read, several statements in one text, other languages than Cypher.
"""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache

from kg.errors import QueryError, did_you_mean
from kg.queries.tokens import END, Finding, Token, Tokens, called, is_name, readings
from kg.queries.words import (
    COMMANDS,
    NAMESPACES,
    OPENERS,
    OTHER_OPENERS,
    PAIRS,
    PROCEDURES,
    WRITES,
)

_REFUSED = "is refused, queries only read"
_UNKNOWN = "is refused, it is not known to only read"
_AS_A_NAME = "; a name spelt like a keyword goes in backticks"


def refuse_writes(cypher: str) -> None:
    """Let a text pass that only reads.

    Raises:
        QueryError: The text does more, or cannot be judged; names the clause and its line.
    """
    if found := find_write(cypher):
        raise QueryError(f"line {found.line}: {found.message}")


@lru_cache(maxsize=256)
def find_write(cypher: str) -> Finding | None:
    """The first thing in a text that does more than read, in any reading of its escapes.

    Raises:
        QueryError: A string, a quoted name or a comment never ends.
    """
    for text in readings(cypher):
        tokens = Tokens(text)
        found = [finding for check in _CHECKS for finding in check(tokens)]
        if found:
            return min(found, key=lambda finding: finding.line)
    return None


def _commands(tokens: Tokens) -> Iterator[Finding]:
    start = _start(tokens)
    for index in range(start, len(tokens)):
        key, before = tokens[index].key, tokens.keys(index - 2, index)
        begins = before[1] in ("{", "UNION") or before in (("UNION", "ALL"), ("UNION", "DISTINCT"))
        if key in COMMANDS and (index == start or (begins and not is_name(tokens, index))):
            yield Finding(tokens[index].line, f"{key} {_REFUSED}")


def _clauses(tokens: Tokens) -> Iterator[Finding]:
    for index, token in enumerate(tokens):
        for word in _keywords(token):
            if word in WRITES and not is_name(tokens, index):
                yield Finding(token.line, f"{word} {_REFUSED}{_AS_A_NAME}")
            elif (word, tokens[index + 1].key) in PAIRS:
                yield Finding(token.line, f"{word} {tokens[index + 1].key} {_REFUSED}")


def _keywords(token: Token) -> Iterator[str]:
    """The keywords in a word: it is cut where a store might take a letter for white space."""
    if token.kind in ("word", "number"):
        yield from re.split(r"[^\x00-\x7f]+", token.text.upper())


def _beginning(tokens: Tokens) -> Iterator[Finding]:
    first = tokens[_start(tokens)]
    if first is END:
        yield Finding(1, "there is no query")
    elif first.key not in OPENERS + OTHER_OPENERS:
        words = f"{', '.join(OPENERS[:-1])} or {OPENERS[-1]}"
        hint = did_you_mean(first.text, OPENERS)
        yield Finding(first.line, f"a query begins with {words}, not {first.text!r}{hint}")


def _start(tokens: Tokens) -> int:
    """The place of the first word behind EXPLAIN, PROFILE and ``CYPHER 5 runtime=slotted``."""
    index = 0
    while tokens[index].key in ("EXPLAIN", "PROFILE", "CYPHER"):
        index += 1
        while tokens[index].kind == "number" or tokens[index + 1].key == "=":
            index += 1 if tokens[index].kind == "number" else 3
    return index


def _statements(tokens: Tokens) -> Iterator[Finding]:
    for index, token in enumerate(tokens):
        if token.key == ";" and tokens[index + 1] is not END:
            yield Finding(token.line, "one query at a time: there is more behind the ';'")


def _transactions(tokens: Tokens) -> Iterator[Finding]:
    for index, token in enumerate(tokens):
        before = tokens.keys(index - 2, index)
        if token.key in ("TRANSACTION", "TRANSACTIONS") and (
            before == ("}", "IN") or before[1] == "CONCURRENT"
        ):
            yield Finding(token.line, f"IN TRANSACTIONS {_REFUSED}")


def _procedures(tokens: Tokens) -> Iterator[Finding]:
    for index, token in enumerate(tokens):
        if "CALL" not in _keywords(token) or is_name(tokens, index):
            continue
        name, _ = called(tokens, index + 1)
        if tokens[index + 1].is_name and name.lower() not in PROCEDURES:
            yield Finding(token.line, f"CALL {name} {_UNKNOWN}{_AS_A_NAME}")


def _functions(tokens: Tokens) -> Iterator[Finding]:
    start = 0
    for index, token in enumerate(tokens):
        if not token.is_name or index < start:
            continue
        name, start = called(tokens, index)
        namespace = "" if tokens[index - 1].key == "CALL" else name.lower().rpartition(".")[0]
        if namespace and tokens[start].key == "(" and namespace not in NAMESPACES:
            yield Finding(token.line, f"{name}() {_UNKNOWN}")


_CHECKS: tuple[Callable[[Tokens], Iterator[Finding]], ...] = (
    _commands,
    _clauses,
    _beginning,
    _statements,
    _transactions,
    _procedures,
    _functions,
)
