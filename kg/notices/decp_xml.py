"""French contract data in XML, contract by contract, in the shape that it has in JSON."""

from codecs import lookup
from collections.abc import Collection, Iterator
from typing import IO

from lxml import etree

from kg.errors import DataError
from kg.notices.json_pieces import Damage, Piece
from kg.notices.xml import elements

_KEPT = "what came before is kept"
_WAY_OUT = "name it: -x encoding=windows-1252"


def xml_pieces(
    stream: IO[bytes], records: Collection[str], encoding: str = ""
) -> Iterator[Piece | Damage]:
    """Every element of one of these names, as an object: memory does not grow with the file.

    An ``encoding`` that is named goes before the one that the file declares.
    Entities are not expanded, and nothing is asked of the network.
    """
    events = elements(stream, _known(encoding) if encoding else None)
    try:
        yield from _records(events, frozenset(records))
    except etree.XMLSyntaxError as error:
        last = events.error_log.last_error
        if last is not None and last.type_name == "ERR_UNDECLARED_ENTITY":
            yield Damage(last.line, f"uses a sign that XML does not know ({last.message}); {_KEPT}")
        else:
            yield Damage(error.lineno or 0, _plain(error))


def _known(encoding: str) -> str:
    """An encoding by the name that XML has for it: ``iso8859-1`` for ``latin-1``.

    Raises:
        DataError: There is none of this name.
    """
    try:
        return lookup(encoding).name
    except LookupError as error:
        raise DataError(f"no encoding {encoding!r}; write utf-8 or windows-1252") from error


def _records(
    events: Iterator[tuple[str, etree._Element]], records: Collection[str]
) -> Iterator[Piece | Damage]:
    counts: dict[str, int] = {}
    inside: etree._Element | None = None
    is_begun = False
    for event, element in events:
        if not is_begun:
            is_begun = True
            if refusal := _refusal(element):
                yield Damage(0, refusal)
                return
        name = etree.QName(element).localname
        if event == "start" and inside is None and name in records:
            inside = element
        elif event == "end" and element is inside:
            index = counts.get(name, 0)
            counts[name] = index + 1
            yield Piece(0, f"{name}[{index}]", _value(element))
            inside = None
            _forget(element)


def _refusal(root: etree._Element) -> str:
    """Why a document is not read, by its first element."""
    if etree.QName(root).localname.lower() == "html":
        return "is a web page, not contract data; download the file again"
    if root.getroottree().docinfo.internalDTD is not None:
        return "declares entities or a document type; contract data does not"
    return ""


def _value(element: etree._Element) -> object:
    """An element as JSON would have it: a text, or an object whose repeated fields are lists."""
    children = [child for child in element if isinstance(child.tag, str)]
    if not children:
        return element.text or ""
    found: dict[str, object] = {}
    many: dict[str, list[object]] = {}
    for child in children:
        name, value = etree.QName(child).localname, _value(child)
        if name in many:
            many[name].append(value)
        elif name in found:
            found[name] = many[name] = [found[name], value]
        else:
            found[name] = value
    return found


def _forget(element: etree._Element) -> None:
    """Let go of what was read."""
    element.clear()
    while (before := element.getprevious()) is not None:
        parent = before.getparent()
        if parent is None:
            return
        parent.remove(before)


def _plain(error: etree.XMLSyntaxError) -> str:
    message = str(error.msg or "")
    if "no element found" in message or "Document is empty" in message:
        return "is empty"
    if "Extra content" in message:
        return f"goes on after its end; {_KEPT}"
    if "end of" in message or "Premature" in message or "expected '>'" in message:
        return f"breaks off, or is broken, in the middle; {_KEPT}"
    if "UTF-8" in message or "encod" in message.lower():
        return f"is not in the encoding that it declares ({message}); {_WAY_OUT}"
    return f"is no well-formed XML ({message}); {_KEPT}"
