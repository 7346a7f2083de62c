r"""Cypher as words and signs, as both stores read it [Neo4j 5.26.28 and ArcadeDB 26.11 tried].

Strings take ``\`` as an escape and may span lines; names in backticks take only a doubled backtick;
a line comment ends at LF or CR, a block comment at the first ``*/``; digits run on into letters, so
that ``1SET`` is no clause; a ``$`` within a word belongs to it. Anything else is space or a sign.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from kg.errors import QueryError

Kind = Literal["word", "name", "string", "number", "sign"]
KINDS: tuple[Kind, ...] = ("word", "name", "string", "number", "sign")

_TOKEN = re.compile(
    r"""
    (?P<skip>\s+ | //[^\r\n]* | /\*.*?\*/)
    | (?P<string>'(?:[^'\\]|\\.)*' | "(?:[^"\\]|\\.)*")
    | `(?P<name>(?:[^`]|``)*)`
    | (?P<number>[0-9][\w$]*(?:\.[0-9][\w$]*)?)
    | (?P<word>\w[\w$]*)
    | (?P<sign>\.\. | :: | <> | <= | >= | =~ | \+= | \|\| | /\* | .)
    """,
    re.DOTALL | re.VERBOSE,
)
_BEFORE_A_NAME = frozenset({".", ":", "$", "|", "&", "!", "[", ","})
_BEHIND_A_NAME = frozenset({".", ":", ",", ")", "]", "}", "=", "<>", "<", ">", "<=", ">=", "=~"})
_UNENDED = {"'": "string", '"': "string", "`": "name in backticks", "/*": "comment"}
_ESCAPE = re.compile(r"(?<!\\)((?:\\\\)*)\\u([0-9A-Fa-f]{4})")
_ANY_ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})")


@dataclass(frozen=True, slots=True)
class Token:
    """One word or sign. The text of a ``name`` is without its backticks, else as written."""

    kind: Kind
    text: str
    line: int

    @property
    def key(self) -> str:
        """A keyword in capitals or a sign; empty for strings, numbers and quoted names."""
        if self.kind == "word":
            return self.text.upper()
        return self.text if self.kind == "sign" else ""

    @property
    def is_name(self) -> bool:
        """It can name something: a variable, a label, a property, a function."""
        return self.kind in ("word", "name")


@dataclass(frozen=True, slots=True)
class Finding:
    """What is wrong on a line of a query."""

    line: int
    message: str


END = Token("sign", "", 0)
"""What stands before the first token and behind the last."""


class Tokens:
    """The tokens of a query; before the first and behind the last there is ``END``."""

    def __init__(self, cypher: str) -> None:
        """Read a query's text.

        Raises:
            QueryError: A string, a quoted name or a comment never ends.
        """
        self._all = tuple(_read(cypher))

    def __len__(self) -> int:
        """How many tokens there are."""
        return len(self._all)

    def __getitem__(self, index: int) -> Token:
        """The token at a place, or ``END``."""
        return self._all[index] if 0 <= index < len(self._all) else END

    def __iter__(self) -> Iterator[Token]:
        """The tokens in order."""
        return iter(self._all)

    def keys(self, start: int, end: int) -> tuple[str, ...]:
        """The keywords and signs at some places."""
        return tuple(self[index].key for index in range(start, end))


def is_name(tokens: Tokens, index: int) -> bool:
    """A keyword stands where only a name can: ``n.set``, ``:Set``, ``{set: 1}``, ``$set``.

    ``SET AS x`` is the variable ``set`` under a new name: as a clause, behind a variable ``as``
    there would be a sign or IS. For DELETE and CALL it may be either, and counts as the clause.
    """
    before, behind = tokens[index - 1], tokens[index + 1]
    if before.key in _BEFORE_A_NAME or behind.key in _BEHIND_A_NAME or behind is END:
        return True
    if (before.key, behind.key) == ("(", "IN"):
        return True
    renamed = behind.key == "AS" and tokens[index + 2].is_name and tokens[index + 2].key != "IS"
    return renamed and tokens[index].key not in ("DELETE", "CALL")


def called(tokens: Tokens, index: int) -> tuple[str, int]:
    """The name with its dots that begins here, such as ``db.labels``, and the place behind it."""
    parts = [tokens[index].text]
    while tokens[index + 1].key == "." and tokens[index + 2].is_name:
        index += 2
        parts.append(tokens[index].text)
    return ".".join(parts), index + 1


def readings(cypher: str) -> tuple[str, ...]:
    r"""The text as written, and as a store may read it that decodes ``\u0041`` before it parses.

    Neo4j decodes them everywhere, also in comments and between words, unless the backslash is
    itself escaped; the embedded store never does. A text must be harmless in every reading.
    """
    unescaped = _ESCAPE.sub(lambda found: found[1] + chr(int(found[2], 16)), cypher)
    every = _ANY_ESCAPE.sub(lambda found: chr(int(found[1], 16)), cypher)
    return tuple(dict.fromkeys((cypher, unescaped, every)))


def _read(cypher: str) -> Iterator[Token]:
    line, counted = 1, 0
    for found in _TOKEN.finditer(cypher):
        line += cypher.count("\n", counted, found.start())
        counted = found.start()
        text = found[0]
        if text in _UNENDED:
            raise QueryError(f"line {line}: a {_UNENDED[text]} that never ends: {text}")
        for kind in KINDS:
            if found[kind] is not None:
                yield Token(kind, found[kind].replace("``", "`") if kind == "name" else text, line)
