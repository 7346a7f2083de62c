"""Which format a file is of: told from its content, or named by a person."""

import re
from collections.abc import Sequence
from pathlib import Path

from kg.case import Case
from kg.errors import DataError, did_you_mean
from kg.inputs import Input
from kg.sources import Family, families

_HEAD = 65_536
_NO_DATA = frozenset(
    [
        *(".css", ".doc", ".docx", ".gif", ".htm", ".html", ".jpeg", ".jpg", ".js", ".md", ".odt"),
        *(".pdf", ".png", ".rst", ".svg", ".txt", ".xsd", ".xsl", ".xslt"),
    ]
)
"""What a file is called that only lies beside data, unless its content is of a known format."""


def recognise(case: Case, part: Input) -> Family:
    """The format of a file, told from its content.

    Raises:
        DataError: It is none of the known formats.
    """
    with part.open() as stream:
        head = stream.read(_HEAD)
    if not head.strip():
        raise DataError(f"{part.name}: is empty")
    for family in families(case):
        if family.reads and _fits(family, head):
            return family
    if _is_page(head):
        raise DataError(f"{part.name}: is a web page, no data; download the file again")
    known = ", ".join(formats(case))
    raise DataError(f"{part.name}: not a format that is known; name one of {known}")


def formats(case: Case) -> list[str]:
    """The formats of files that can be taken in, by name."""
    return [family.name for family in families(case) if family.is_format]


def family_of(case: Case, parts: Sequence[Input], format_: str) -> Family:
    """The format that is named, or else that of what the files hold.

    Raises:
        DataError: It is none that is known.
    """
    if not format_:
        return _recognised(case, parts)
    known = {family.name: family for family in families(case) if family.is_format}
    if format_ not in known:
        raise DataError(f"no format {format_!r}{did_you_mean(format_, known)}")
    return known[format_]


def is_beside(case: Case, path: Path, parts: Sequence[Input]) -> bool:
    """Whether a file only lies in a folder beside the data: a README, a licence, a picture."""
    if path.suffix.lower() not in _NO_DATA or "/" not in parts[0].name:
        return False
    try:
        return not _recognised(case, parts)
    except DataError:
        return True


def _recognised(case: Case, parts: Sequence[Input]) -> Family:
    """The format of the first file of an archive that has a known one: a README may come before."""
    failures = []
    for part in parts:
        try:
            return recognise(case, part)
        except DataError as error:
            failures.append(error)
    raise failures[0]


def _is_page(head: bytes) -> bool:
    return bool(re.search(rb"<(?:!doctype\s+)?html\b", head[:1024], re.IGNORECASE))


def _fits(family: Family, head: bytes) -> bool:
    """Whether a mark of the format stands in the beginning of a file, in whatever encoding."""
    text = head.replace(b"\x00", b"").decode("latin-1")
    marks = (family.reads or {}).get("marks", [])
    return any(re.search(mark, text) for mark in marks)
