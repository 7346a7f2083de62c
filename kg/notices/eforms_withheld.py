"""What a buyer withholds of a result of an eForms notice, and where a part of the result stands."""

from kg.notices.fields import day
from kg.notices.notice import Withheld
from kg.notices.words import meaning
from kg.notices.xml import Node

RESULT = "//efac:NoticeResult"
OWN, ANY = "FieldsPrivacy", ".//FieldsPrivacy"
"""Where it says what is withheld of an element itself, or of any part of it."""


def withheld(node: Node, at: str, path: str) -> tuple[Withheld, ...]:
    """What the buyer does not publish of an element, each field once."""
    found = (
        Withheld(
            what=meaning("withheld", field.text("FieldIdentifierCode")),
            until=day(field.text("PublicationDate")),
            reason=meaning("withheld_because", field.text("ReasonCode")),
            at=at,
        )
        for field in node.each(path)
    )
    return tuple(dict.fromkeys(found))


def hidden_codes(node: Node, path: str) -> frozenset[str]:
    """The codes of what is not published of an element. Each is of one field of it only."""
    return frozenset(node.texts(f"{path}/FieldIdentifierCode"))


def place(tag: str, id_: str) -> str:
    """The XPath of a part of the result."""
    return f"{RESULT}/efac:{tag}" + (f"[cbc:ID='{id_}']" if id_ else "")
