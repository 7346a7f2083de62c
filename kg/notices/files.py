"""Reading files of notices one by one: what is wrong with one of them never stops the others."""

import re
from collections.abc import Callable, Collection
from dataclasses import dataclass
from pathlib import Path, PurePath

from kg.errors import DataError
from kg.inputs import Input
from kg.notices.notice import Notice
from kg.notices.say import say
from kg.notices.xml import Node, read
from kg.sources import Context
from kg.tables import Problem

_NO_XML = frozenset({".csv", ".htm", ".html", ".json", ".md", ".pdf", ".txt", ".xsd", ".xslt"})
_HEAD = 4_096
_AT_ROW = re.compile(r", row ([0-9]+): ")


@dataclass(frozen=True, slots=True)
class Format:
    """How a format is read.

    ``notice`` makes a notice of a document; ``section`` names the path of a text that it did not
    ask for; an element that is not wanted is not kept.
    """

    roots: Collection[str]
    notice: Callable[[Node], Notice]
    section: Callable[[list[str]], str]
    is_wanted: Callable[[Node], bool] = lambda node: True


def read_all(context: Context, format_: Format, *others: Format) -> None:
    """Say what each file says; one that cannot be read, or was read already, is a Problem.

    In an archive notices of ``others`` may lie among them: the packages of TED of 2023 hold both.
    """
    read_before: dict[str, str] = {}
    for file in context.inputs:
        formats = (format_, *others) if file.packed else (format_,)
        if PurePath(file.name).suffix.lower() in _NO_XML and not _holds(file, formats):
            context.skip(f"file of another kind ({PurePath(file.name).suffix})")
            continue
        try:
            _read_one(context, formats, file, read_before)
        except DataError as error:
            context.add(_problem(file, error))


def _read_one(
    context: Context, formats: tuple[Format, ...], file: Input, read_before: dict[str, str]
) -> None:
    by_root = {root: one for one in formats for root in one.roots}
    root = read(file, by_root, lambda node: all(one.is_wanted(node) for one in formats))
    format_ = by_root[root.name]
    notice = format_.notice(root)
    if not (notice.number or notice.id):
        raise DataError(f"{file.name}: has no publication number or id, so nothing can cite it")
    if notice.key in read_before:
        first = read_before[notice.key]
        raise DataError(f"{file.name}: is notice {notice.key} once more, read from {first} before")
    read_before[notice.key] = file.name
    context.records += 1
    say(context, notice)
    context.unread.update(root.unread(format_.section))


def _holds(file: Input, formats: tuple[Format, ...]) -> bool:
    """Whether a file is a notice in spite of its name; one that cannot be opened is not."""
    try:
        with file.open() as stream:
            head = stream.read(_HEAD)
    except DataError:
        return False
    roots = "|".join(root for one in formats for root in sorted(one.roots))
    text = head.replace(b"\x00", b"").decode("latin-1")
    return bool(re.search(rf"<(?:\w+:)?(?:{roots})\b", text))


def _problem(file: Input, error: DataError) -> Problem:
    message = str(error).removeprefix(file.name)
    row = _AT_ROW.match(message)
    plain = message[row.end() :] if row else message.removeprefix(": ")
    return Problem(Path(file.name), int(row[1]) if row else 0, "", plain)
