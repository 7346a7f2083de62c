"""What all forms of the older TED XML have in common: names, organisations, sums, codes."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from kg.identifiers import identify
from kg.notices.fields import amount, distinct, names
from kg.notices.notice import Amount, Bid, Group, Party, Subcontracting
from kg.notices.words import known
from kg.notices.xml import Node

ALL_CONTRACTS = "all contracts of the notice"


@dataclass(frozen=True, slots=True)
class Form:
    """The form in its original language, where it stands, and what cannot be read of it.

    ``twins`` are the same form in other original languages: a few notices have two.
    """

    node: Node
    at: str
    language: str
    twins: tuple["Form", ...] = ()
    missing: list[str] = field(default_factory=list)


def party(node: Node, form: Form, at: str, name_path: str = "OFFICIALNAME") -> Party:
    """The organisation of an address."""
    country = next((one.get("VALUE") for one in node.each(".//COUNTRY")), "")
    numbers = distinct(node.texts(".//NATIONALID"))
    return Party(
        names=names([(form.language, node.text(name_path))], form.language),
        numbers=tuple(identify("", number, country) for number in numbers),
        country=country,
        at=at,
    )


def with_names(own: Party, others: Iterator[tuple[str, str]]) -> Party:
    """A party that also has names in other languages."""
    have = {language for language, _ in own.names}
    more = tuple((language, name) for language, name in others if name and language not in have)
    return replace(own, names=(*own.names, *dict(more).items()))


def sum_of(node: Node | None, kind: str, at: str, form: Form, scope: str = "") -> Amount | None:
    """The sum of an element with a CURRENCY; the standard forms ask for it without VAT."""
    if node is None:
        return None
    digits = amount(node.text(), "plain", form.missing, kind)
    if not digits:
        return None
    return Amount(
        kind,
        digits,
        node.get("CURRENCY"),
        at,
        vat="excluded",
        scope=scope,
        is_withheld=node.get("PUBLICATION") == "NO",
    )


def codes(node: Node, path: str) -> tuple[str, ...]:
    """The CPV codes of the elements at a path."""
    return tuple(distinct(one.get("CODE") for one in node.each(f"{path}/CPV_CODE")))


def method(node: Node | None) -> str:
    """The kind of procedure, by the first element that names one."""
    return next(iter(_meant(node, "methods")), "")


def reasons(node: Node | None) -> str:
    """Why nobody else could compete."""
    return ", ".join(distinct(_meant(node, "reasons")))


def bids(
    members: tuple[Party, ...], is_group: bool, lot: str, at: str, term: Subcontracting
) -> tuple[Bid, ...]:
    """The winning bids: of a group that won together, or of each contractor by itself."""
    if is_group or len(members) < 2:
        return (Bid(at, Group(at, members, at=at), at, lot, subcontracting=term),)
    apart = [
        Bid(f"{at} {place}", Group(f"{at} {place}", (member,), at=at), at, lot)
        for place, member in enumerate(members, start=1)
    ]
    return (replace(apart[0], subcontracting=term), *apart[1:])


def _meant(node: Node | None, table: str) -> Iterator[str]:
    if node is None or table not in ("methods", "reasons"):
        return
    words = known("methods") if table == "methods" else known("reasons")
    for found in node.each(".//*"):
        for name in (found.name, found.name[4:] if found.name[:1] == "F" else ""):
            if name in words:
                yield words[name]
