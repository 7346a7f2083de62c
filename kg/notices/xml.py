"""XML from strangers: read as a stream, without entities, without the network, within bounds."""

from collections import Counter
from collections.abc import Callable, Collection, Iterator
from typing import IO

from lxml import etree

from kg.errors import DataError
from kg.inputs import Input

MOST_ELEMENTS = 3_000_000
"""How many elements a notice may have; the largest real one has some hundred thousand."""

_OLD = {code: bytes([code]).decode("cp1252", errors="ignore") for code in range(0x80, 0xA0)}
"""What Windows-1252 has where Unicode has controls; forms hold them in texts pasted from it."""

_READERS = {
    "TED_EXPORT": "kg ingest ted",
    "ContractAwardNotice": "kg ingest eforms",
    "ContractNotice": "kg ingest eforms",
    "PriorInformationNotice": "kg ingest eforms",
}


class Node:
    """An element, by the names of its children without their namespaces.

    Every text that is asked for is noted as read, so that ``unread`` can tell what nobody asked
    for.
    """

    __slots__ = ("_element", "_seen")

    def __init__(self, element: etree._Element, seen: set[etree._Element] | None = None) -> None:
        """The root of a document, or with ``seen`` an element of a known one."""
        self._element = element
        self._seen: set[etree._Element] = set() if seen is None else seen

    @property
    def name(self) -> str:
        """The name of the element."""
        return str(self._element.tag)

    @property
    def line(self) -> int:
        """The line of the file that it begins on."""
        return self._element.sourceline or 0

    def get(self, attribute: str) -> str:
        """An attribute, or an empty text."""
        return (self._element.get(attribute) or "").strip()

    def each(self, path: str) -> Iterator["Node"]:
        """The elements at a path below this one, in their order."""
        for found in self._element.iterfind(path):
            yield Node(found, self._seen)

    def first(self, path: str) -> "Node | None":
        """The first element at a path, or None."""
        return next(self.each(path), None)

    def children(self) -> Iterator["Node"]:
        """All child elements."""
        for found in self._element:
            yield Node(found, self._seen)

    def has(self, path: str) -> bool:
        """Whether there is an element at a path."""
        return self._element.find(path) is not None

    def text(self, path: str = "") -> str:
        """The text of the first element at a path (or of this one), white space as one blank."""
        return next(self.texts(path), "") if path else self._own()

    def texts(self, path: str) -> Iterator[str]:
        """The text of each element at a path, without the empty ones."""
        for found in self.each(path):
            if text := found._own():
                yield text

    def pass_over(self, *paths: str) -> None:
        """Count all texts at some paths as read, because nothing is to be said of them."""
        for path in paths:
            for found in self._element.iterfind(path):
                self._seen.update(found.iter("*"))

    def unread(self, name: Callable[[list[str]], str]) -> Counter[str]:
        """How many texts nobody asked for, by what ``name`` makes of their path."""
        found: Counter[str] = Counter()
        for element in self._element.iter("*"):
            if element not in self._seen and element.text and element.text.strip():
                above = [str(one.tag) for one in element.iterancestors()]
                found[name([*reversed(above), str(element.tag)])] += 1
        return found

    def _own(self) -> str:
        self._seen.update(self._element.iter("*"))
        return " ".join(_joined(self._element).translate(_OLD).split())


def _joined(element: etree._Element) -> str:
    """All text in an element; a paragraph is set apart, a raised letter (FT) is not."""
    parts = [element.text or ""]
    for child in element:
        blank = "" if child.tag == "FT" else " "
        parts += [blank, _joined(child), blank, child.tail or ""]
    return "".join(parts)


def read(file: Input, roots: Collection[str], is_wanted: Callable[[Node], bool]) -> Node:
    """The root of a document whose root is one of ``roots``; the namespaces are taken off.

    An element that is not wanted is emptied as soon as it has been read.

    Raises:
        DataError: It is no XML, another document, breaks off, or is out of bounds.
    """
    with file.open() as stream:
        if not stream.peek(1):
            raise DataError(f"{file.name}: is empty")
        watched = _Watched(stream)
        try:
            return Node(_parsed(watched, file.name, roots, is_wanted))
        except etree.XMLSyntaxError as error:
            why = _plain(error, watched.is_at_end(*error.position))
            raise DataError(f"{file.name}, row {error.position[0]}: {why}") from error


class _Watched:
    """A stream that knows where it ended, so that a broken-off file can be told from a bad one."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream, self._line, self._column = stream, 1, 0

    def read(self, size: int = -1) -> bytes:
        data = self._stream.read(size)
        self._line += data.count(b"\n")
        self._column = len(data) - data.rfind(b"\n") - 1 + (0 if b"\n" in data else self._column)
        return data

    def is_at_end(self, line: int, column: int) -> bool:
        return line >= self._line and column >= self._column


def elements(
    stream: "IO[bytes] | _Watched", encoding: str | None = None
) -> "etree.iterparse[tuple[str, etree._Element]]":
    """The starts and ends of elements of somebody's XML, as it is read.

    It is read as it stands: no entity is expanded, no other file is opened, nothing is asked of the
    network. An ``encoding`` goes before the one that the file declares.
    """
    return etree.iterparse(
        stream,
        events=("start", "end"),
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
        encoding=encoding,
    )


def _parsed(
    stream: _Watched, name: str, roots: Collection[str], is_wanted: Callable[[Node], bool]
) -> etree._Element:
    events = elements(stream)
    root: etree._Element | None = None
    for count, (event, element) in enumerate(events):
        if root is None:
            root = element
            _check(root, name, roots)
        if count > 2 * MOST_ELEMENTS:
            raise DataError(f"{name}: has over {MOST_ELEMENTS:,} elements; no notice is so large")
        if event == "end" and isinstance(element.tag, str):
            element.tag = etree.QName(element).localname
            if not is_wanted(Node(element)):
                element.clear(keep_tail=True)
    assert root is not None
    return root


def _check(root: etree._Element, name: str, roots: Collection[str]) -> None:
    """Refuse what is something else, and any document type: it is where entity bombs live."""
    found = etree.QName(root).localname
    if found.lower() == "html":
        raise DataError(f"{name}: is a web page, not a notice; download the XML again")
    if found not in roots:
        way_out = f"; read it with {_READERS[found]}" if found in _READERS else ""
        raise DataError(f"{name}: begins with <{found}>, which is another kind of file{way_out}")
    if root.getroottree().docinfo.internalDTD is not None:
        raise DataError(f"{name}: declares entities or a document type; no notice does")


def _plain(error: etree.XMLSyntaxError, is_at_end: bool) -> str:
    """Why a file cannot be parsed, in words."""
    message = " ".join(str(error.msg or "").split())
    if "UTF-8" in message or "encod" in message.lower() or "bytes" in message.lower():
        return f"is not in the encoding that it declares ({message})"
    if "huge" in message.lower() or "too long" in message.lower():
        return f"has a text of more than 10 MB; no notice does ({message})"
    if (is_at_end and "mismatch" not in message) or "Premature end" in message:
        return f"breaks off in the middle ({message})"
    return f"is no well-formed XML ({message})"
