"""JSON files of any size, record by record: memory does not grow with the file.

A file may hold one document, or one a line, or several one after the other. What is broken is told
with its line, and what came before it is kept; after a broken line the next one is read.
"""

import json
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import IO

from kg.errors import DataError
from kg.notices.json_text import SMALL, JsonText, UnfinishedError

_MIXED = (
    "is not all UTF-8; what is not was read as Windows-1252"
    " (if it looks wrong, name the encoding: -x encoding=iso-8859-15)"
)
_PAGE = "is a web page or XML, not JSON; download the file again"
_OTHER = "is no JSON; name its format if it has another"


@dataclass(frozen=True, slots=True)
class Piece:
    """A record of one of a document's lists, or all the rest of a document.

    ``path`` says where it stands, e.g. ``releases[3]``; it is empty for the rest.
    """

    document: int
    path: str
    value: object


@dataclass(frozen=True, slots=True)
class Damage:
    """What cannot be read, and in which line."""

    row: int
    message: str


def pieces(
    stream: IO[bytes],
    lists: Collection[str],
    whole: str = "",
    encoding: str = "",
    answers: Collection[str] = (),
) -> Iterator[Piece | Damage]:
    """Every record in the lists of these names, then the rest of each document.

    An object with the key ``whole`` is one record, whatever lists it holds. ``answers`` are the
    names under which services that are asked for records put documents.
    """
    try:
        text, is_damaged = JsonText(stream, encoding), False
        for piece in _Pieces(text, lists, whole, answers).all():
            is_damaged = is_damaged or isinstance(piece, Damage)
            yield piece
        if text.is_mixed and not is_damaged:
            yield Damage(0, _MIXED)
    except DataError as error:
        yield Damage(0, str(error))


class _Pieces:
    """The pieces of one file."""

    def __init__(
        self, text: JsonText, lists: Collection[str], whole: str, answers: Collection[str]
    ) -> None:
        self._text, self._lists, self._whole = text, lists, whole
        self._answers = answers
        self._document = 0

    def all(self) -> Iterator[Piece | Damage]:
        if not (sign := self._text.next()):
            yield Damage(0, "is empty")
        elif sign not in "{[":
            yield Damage(0, _PAGE if sign == "<" else _OTHER)
            return
        while sign:
            self._text.mark()
            wrong, is_begun = None, False
            try:
                for piece in self._one(sign):
                    is_begun = True
                    yield piece
            except UnfinishedError:
                wrong = -1, "breaks off in the middle; what came before is kept"
            except (ValueError, ArithmeticError, RecursionError) as error:
                wrong = _wrong(error, self._text.at)
            if wrong:
                row, goes_on = self._go_on(wrong[0], is_begun=is_begun)
                yield Damage(row, wrong[1])
                if not goes_on:
                    return
            sign = self._text.next()

    def _go_on(self, wrong: int, *, is_begun: bool) -> tuple[int, bool]:
        """The row that is broken, and whether another document begins on a line after it.

        A text or list that is not closed swallows the lines behind it: the next one is looked for
        from where the document began, unless some of it was read. ``wrong``: -1 for the end.
        """
        row, start = self._text.row(wrong), self._text.marked()
        if is_begun or start < 0:
            return row, wrong >= 0 and self._text.resume(wrong)
        goes_on = self._text.resume(start if wrong < 0 else min(start, wrong))
        return (self._text.row() - 1 if goes_on else row), goes_on

    def _one(self, sign: str) -> Iterator[Piece]:
        if sign in "]}":
            self._text.at += 1
            return
        yield from self._value("")
        self._document += 1

    def _value(self, path: str) -> Iterator[Piece]:
        """A document: at once if it is small and whole, else through its lists."""
        sign = self._text.next()
        if sign == "[":
            yield from self._elements(path)
            return
        try:
            small = self._text.value(SMALL)
        except (UnfinishedError, json.JSONDecodeError):
            if sign != "{":
                raise
            yield from self._members(path)
        else:
            yield from self._parts(path, small)

    def _elements(self, path: str) -> Iterator[Piece]:
        self._text.take("[")
        index = 0
        while self._text.next() != "]":
            if not self._text.next():
                raise UnfinishedError
            yield from self._value(f"{path}[{index}]")
            index += 1
        self._text.take("]")

    def _members(self, path: str) -> Iterator[Piece]:
        self._text.take("{")
        rest: dict[str, object] = {}
        while self._text.next() != "}":
            key = str(self._text.value())
            self._text.take(":")
            where = f"{path}.{key}" if path else key
            if self._whole in rest or key not in (*self._lists, *self._answers):
                rest[key] = self._text.value()
            elif key in self._answers:
                yield from self._value(where)
            elif self._text.next() == "[":
                yield from self._records(where)
            else:
                yield from self._value(where)
        self._text.take("}")
        yield Piece(self._document, path, rest)

    def _records(self, path: str) -> Iterator[Piece]:
        self._text.take("[")
        index = 0
        while self._text.next() != "]":
            yield Piece(self._document, f"{path}[{index}]", self._text.value())
            index += 1
        self._text.take("]")

    def _parts(self, path: str, value: object) -> Iterator[Piece]:
        """What ``_members`` yields, of a value that is in memory already."""
        if not isinstance(value, dict) or self._whole in value:
            yield Piece(self._document, path, value)
            return
        rest = {}
        for key, part in value.items():
            where = f"{path}.{key}" if path else key
            if key in self._answers:
                for document, at in _documents(part, where):
                    yield from self._parts(at, document)
            elif key not in self._lists:
                rest[key] = part
            elif isinstance(part, list):
                for index, record in enumerate(part):
                    yield Piece(self._document, f"{where}[{index}]", record)
            else:
                yield from self._parts(where, part)
        yield Piece(self._document, path, rest)


def _documents(part: object, path: str) -> Iterator[tuple[object, str]]:
    if isinstance(part, list):
        yield from ((one, f"{path}[{index}]") for index, one in enumerate(part))
    else:
        yield part, path


def _wrong(error: Exception, at: int) -> tuple[int, str]:
    """Where a text stops being JSON, and why."""
    if isinstance(error, json.JSONDecodeError):
        return error.pos, f"is no JSON from here on ({error.msg.lower()}); this record is left out"
    if isinstance(error, RecursionError):
        return at + 1, "is nested too deep to be a notice; this record is left out"
    return at + 1, "holds a number that cannot be one; this record is left out"
