"""XML that every parser takes: no character that XML forbids, and the same bytes each time."""

import re
from xml.etree.ElementTree import Element, indent, tostring

_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def legal(text: str) -> str:
    """Text without what XML 1.0 forbids; a forbidden character becomes the replacement sign."""
    return _FORBIDDEN.sub("\N{REPLACEMENT CHARACTER}", text)


def document(root: Element) -> bytes:
    """The bytes of a document."""
    indent(root, " ")
    text: str = tostring(root, "unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n'.encode()
