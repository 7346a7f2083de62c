"""The organisations of a release: who they are, whatever way a publisher refers to them."""

import re
from collections.abc import Iterable, Iterator

from kg.countries import alpha2, by_name
from kg.identifiers import Identifier, identify
from kg.notices.branch import Branch, collapsed
from kg.notices.notice import Party
from kg.notices.ocds_fields import names

_ORG_ID = re.compile(r"([A-Z]{2}-[A-Z0-9_]{2,})-(.+)")
_NOBODY = re.compile(r"[0\W_]*")
"""An id that only fills the field."""


class Parties:
    """The ``parties`` of a release, and those that only a reference describes."""

    def __init__(self, release: Branch, language: str) -> None:
        """Read all parties of a release."""
        self._language = language
        self._by_id: dict[str, list[Party]] = {}
        self._by_name: dict[str, Party] = {}
        self._roles: dict[str, list[Party]] = {}
        self._all: list[Party] = []
        self.missing: list[str] = []
        for branch in release.branches("parties"):
            self._know(branch)

    @property
    def all(self) -> tuple[Party, ...]:
        """The parties that the release lists."""
        return tuple(self._all)

    def refer(self, reference: Branch) -> Party | None:
        """The organisation that is referred to, at the place of the reference."""
        id_, name = _local(reference), reference.peek("name")
        known = self._known(id_, name) if id_ else self._by_name.get(name)
        found = self._party(reference)
        if known:
            return _joined(known, found)
        if id_ and not name and self._all:
            where = collapsed(reference.path)
            self.missing.append(f"organisation that the parties do not list ({where})")
        return found if found.names or found.numbers else None

    def each(self, branch: Branch, key: str) -> tuple[Party, ...]:
        """Those that a field refers to, each once; some write no more than a name."""
        at = branch.at(key)
        listed = branch.branches(key)
        listed += [Branch({"name": name}, at) for name in branch.texts(key)]
        return distinct(party for one in listed if (party := self.refer(one)))

    def in_role(self, *roles: str) -> tuple[Party, ...]:
        """The parties that have one of these roles."""
        return distinct(one for role in roles for one in self._roles.get(role, ()))

    def _known(self, id_: str, name: str) -> Party | None:
        """The party of an id; where several have it, the one of that name."""
        same = self._by_id.get(id_, [])
        if len(same) < 2:
            return same[0] if same else None
        return next((party for party in same if party.name == name), None)

    def _know(self, branch: Branch) -> None:
        id_, roles = _local(branch), branch.texts("roles")
        party = self._party(branch)
        self._all.append(party)
        if id_:
            self._by_id.setdefault(id_, []).append(party)
        if party.name:
            self._by_name.setdefault(party.name, party)
        for role in roles:
            self._roles.setdefault(role, []).append(party)

    def _party(self, branch: Branch) -> Party:
        id_ = branch.text("id")
        numbers = branch.branches("identifier") + branch.branches("additionalIdentifiers")
        legal = [number.text("legalName") for number in numbers]
        found = names(branch, "name", self._language)
        if not found and (name := next(filter(None, legal), "")):
            found = ((self._language, name),)
        country = _country(branch, numbers, id_)
        branch.pass_over("contactPoint", "additionalContactPoints")
        return Party(
            names=found,
            numbers=tuple(dict.fromkeys(_numbers(numbers, id_, country))),
            country=country,
            at=branch.path,
        )


def who(party: Party) -> tuple[object, object]:
    """What tells a party from others, wherever it is mentioned."""
    return party.names, party.numbers


def distinct(parties: Iterable[Party]) -> tuple[Party, ...]:
    """Each party once, at its first mention."""
    found: dict[object, Party] = {}
    for party in parties:
        found.setdefault(who(party), party)
    return tuple(found.values())


def _local(branch: Branch) -> str:
    """The id by which a release calls an organisation, if it is one."""
    id_ = branch.peek("id")
    return "" if _NOBODY.fullmatch(id_) else id_


def _joined(known: Party, found: Party) -> Party:
    """A party, at the place of a reference that may say more of it."""
    return Party(
        names=known.names or found.names,
        numbers=known.numbers or found.numbers,
        country=known.country or found.country,
        at=found.at,
    )


def _country(branch: Branch, numbers: list[Branch], id_: str) -> str:
    """From the address, else from the register that gave it a number."""
    address = branch.branch("address")
    for text in (address.text("country"), address.text("countryName")):
        if found := by_name(text):
            return found
    schemes = [number.peek("scheme") for number in numbers]
    for scheme in (*schemes, id_):
        if re.match(r"[A-Z]{2}-[A-Z0-9_]{2}", scheme) and (found := alpha2(scheme[:2])):
            return found
    return ""


def _numbers(numbers: list[Branch], id_: str, country: str) -> Iterator[Identifier]:
    """The numbers of a party; its local id is one only if it begins with a register's code."""
    is_known = False
    for number in numbers:
        scheme, text = number.text("scheme"), number.text("id")
        if text:
            is_known = True
            yield identify(scheme, text, country)
    match = _ORG_ID.fullmatch(id_)
    if match and not is_known:
        yield identify(match[1], match[2], country)
