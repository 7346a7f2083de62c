"""Buyers and holders of French contracts: often nothing but a number is given."""

import re
from collections.abc import Iterator

from kg.countries import alpha2
from kg.identifiers import Identifier, identify
from kg.notices.branch import Branch
from kg.notices.notice import Party

NAMELESS = "zxx"
"""The language code of a name that is only a number (ISO 639: no linguistic content)."""

_ELSEWHERE = {"TAHITI": "PF", "RIDET": "NC", "FRWF": "WF", "HORS-UE": "", "UE": "", "TVA": ""}
_FLOATED = re.compile(r"\.0+$")
_SHORTEST = 12


def buyer(branch: Branch, *keys: str) -> tuple[Party, ...]:
    """The buyer or conceding authority, which has a SIRET; none if there is neither name nor id."""
    for key in keys:
        bare = branch.text(key)
        found = branch.branches(key) or ([Branch({"id": bare}, branch.at(key))] if bare else [])
        if parties := tuple(party for one in found if (party := holder(one))):
            return parties
    return ()


def holders(branch: Branch, *keys: str) -> tuple[Party, ...]:
    """The holders of a contract, each once, however they are wrapped and nested."""
    found: dict[object, Party] = {}
    for key in keys:
        for party in _all(branch, key):
            found.setdefault((party.names, party.numbers), party)
    return tuple(found.values())


def holder(branch: Branch) -> Party | None:
    """One holder or subcontractor; None if there is neither name nor number."""
    party = _party(branch)
    return party if party.names else None


def _all(branch: Branch, key: str) -> Iterator[Party]:
    wrapper = key.removesuffix("s")
    at = branch.at(key)
    for one in branch.branches(key, wrapper):
        if party := holder(one):
            yield party
    for bare in branch.texts(key):
        if party := holder(Branch({"id": bare}, at)):
            yield party


def _party(branch: Branch) -> Party:
    written = _FLOATED.sub("", branch.text("id", "siret"))
    kind = branch.text("typeIdentifiant", "typeIdentifiantTitulaire").upper()
    name = branch.text("denominationSociale", "nom", "denomination")
    number = _number(kind, written) if written else None
    country = alpha2(number.value[:2]) if number and number.scheme == "vat" else _country(kind)
    names = (("fr", name),) if name else ()
    if not name and written:
        names = ((NAMELESS, f"{kind or 'SIRET'} {written}"),)
    return Party(names, (number,) if number else (), country, branch.path)


def _number(kind: str, written: str) -> Identifier:
    """A number; a SIRET that was kept as a number in a table has lost its leading zeros."""
    found = identify(kind, written, _country(kind))
    if not found.identifies and kind in ("", "SIRET") and _SHORTEST <= len(written) < 14:
        filled = identify(kind, written.zfill(14), "FR")
        if filled.identifies:
            return filled
    return found


def _country(kind: str) -> str:
    return _ELSEWHERE.get(kind, "FR")
