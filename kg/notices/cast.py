"""Which organisation is which: the parties of one notice as entities.

A number of a register makes two mentions one, and so does the same name within a notice. But two
organisations of quite different names that share a number are a publisher's slip, and stay two.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from hashlib import blake2b

from anyascii import anyascii

from kg.buyers import label, supplier_label
from kg.countries import alpha2
from kg.identifiers import Identifier, entity_ids, org_id, slug
from kg.notices.notice import Names, Owner, Party
from kg.statements import Entity

_ALIKE = 85
_Key = tuple[str, str]


class Cast:
    """The entities of a notice. ``record`` names the notice in ids that rest on a name alone."""

    def __init__(self, parties: Iterable[Party], record: str) -> None:
        """Compare all parties of the notice, whatever their part in it."""
        self._record = record
        found = list(dict.fromkeys(parties))
        self._numbers = dict(_numbers(found))
        self._slips = frozenset(self._shared(found))
        self._made: dict[tuple[Party, str], Entity] = {}
        self._ids: dict[Party, str] = {}

    def id(self, party: Party) -> str:
        """The id of a party."""
        if party not in self._ids:
            known = self._known(party)
            self._ids[party] = org_id(party.name, party.country, known, self._record)
        return self._ids[party]

    def buyer(self, party: Party) -> Entity:
        """A buyer; what it is, its name and what it declares of itself tell."""
        kind = label(party.name, party.country, party.activity, party.legal_type)
        return self._entity(party, kind)

    def supplier(self, party: Party) -> Entity:
        """A bidder, winner or subcontractor."""
        return self._entity(party, supplier_label(party.name, party.country))

    def owner(self, owner: Owner, notice: str) -> Entity:
        """A beneficial owner that the notice names."""
        name = " ".join(owner.names)
        mark = blake2b(f"{name.casefold()}\x1f{self._record}".encode(), digest_size=4).hexdigest()
        return Entity(
            id=f"person-{slug(name) or 'unnamed'}-{mark}",
            label="Person",
            name=name,
            countries=_countries(owner.countries),
            public_basis=f"beneficial owner named in notice {notice}",
        )

    def _entity(self, party: Party, kind: str) -> Entity:
        if (party, kind) not in self._made:
            self._made[party, kind] = self._make(party, kind)
        return self._made[party, kind]

    def _make(self, party: Party, kind: str) -> Entity:
        numbers = self._known(party)
        name = party.name or next((str(one) for one in numbers if one.identifies), "")
        unknown = [one for one in party.numbers if one not in numbers or not one.identifies]
        return Entity(
            id=self.id(party),
            label=kind,
            name=name,
            names=in_languages(party.names),
            countries=_countries((party.country,)),
            ids=entity_ids(numbers),
            notes="; ".join(_notes(party, unknown)),
        )

    def _known(self, party: Party) -> tuple[Identifier, ...]:
        """The numbers of a party, without those that are also given to quite another one."""
        numbers = self._numbers.get(_key(party), party.numbers)
        own = tuple(one for one in numbers if _squeezed(one.raw) not in self._slips)
        return () if _id_by_number(own) in self._slips else own

    def _shared(self, parties: Iterable[Party]) -> Iterator[str]:
        """The numbers that organisations of quite different names share, as ids and as written.

        As written, since a number is of another register where the other is in another country.
        """
        sharing: dict[str, list[Party]] = defaultdict(list)
        for party in parties:
            numbers = self._numbers.get(_key(party), party.numbers)
            for number in {_id_by_number(numbers), *(_squeezed(one.raw) for one in numbers)} - {""}:
                sharing[number].append(party)
        for id_, (first, *others) in sharing.items():
            if any(not _are_alike(first, other) for other in others):
                yield id_


def in_languages(names: Names) -> Names:
    """Names by language, where there are several."""
    known = tuple(pair for pair in names if pair[0])
    return known if len({text for _, text in known}) > 1 else ()


def _numbers(parties: Iterable[Party]) -> Iterator[tuple[_Key, tuple[Identifier, ...]]]:
    """All numbers that go with a name, unless they name different organisations."""
    by_name: dict[_Key, list[Party]] = defaultdict(list)
    for party in parties:
        if party.name:
            by_name[_key(party)].append(party)
    for key, same in by_name.items():
        if len({_id_by_number(party.numbers) for party in same} - {""}) <= 1:
            yield key, tuple(dict.fromkeys(number for party in same for number in party.numbers))


def _id_by_number(numbers: Iterable[Identifier]) -> str:
    """The id that numbers give whatever the name, or nothing."""
    own = tuple(numbers)
    return org_id("", "", own) if entity_ids(own) else ""


def _key(party: Party) -> _Key:
    return _squeezed(party.name), alpha2(party.country)


def _squeezed(text: str) -> str:
    return "".join(filter(str.isalnum, anyascii(text).casefold()))


def _are_alike(one: Party, other: Party) -> bool:
    """Whether two parties share a name, in any language, or nearly."""
    from rapidfuzz.fuzz import ratio

    pairs = [
        (_squeezed(left), _squeezed(right)) for _, left in one.names for _, right in other.names
    ]
    return any(
        left in right or right in left or ratio(left, right) >= _ALIKE for left, right in pairs
    )


def _countries(codes: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(found for code in codes if (found := alpha2(code))))


def _notes(party: Party, numbers: Iterable[Identifier]) -> Iterator[str]:
    """What is kept of numbers that identify nobody, but for persons' own."""
    raw = [one.raw.strip() for one in numbers if not (one.is_personal or party.is_person)]
    if shown := ", ".join(filter(None, raw)):
        yield f"number as written: {shown}"
    if party.is_person:
        yield "a natural person in business"
