"""What is enough to take a party of a file for another without a person.

Stricter than for a list of names (tiers): a file is of anybody, of any country, and dirty. A number
may be a member's or a typing error's, and all offices of a body have one; a town's name is that of
ten towns; two people have one name. What is less than sure is suggested.
"""

import tomllib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from kg.resolve.clusters import Marks, marks
from kg.resolve.names import Name
from kg.resolve.record import Record, of_entity
from kg.resolve.tiers import Edge, key, says_enough
from kg.resolve.words import vocabulary
from kg.spelling import folded, words
from kg.statements import Entity

Key = tuple[str, str, str]
"""A name, its country, and the kind of thing that it names."""

_COMPANY = "Company"
_FORCES = frozenset(["PoliceForce", "Intelligence"])
_FORCE_DOMAINS = frozenset(["=police", "=gendarmerie", "=guard"])
_JOINED = frozenset(["body", "Product", "Technology"])
_SUGGESTED = _JOINED | {"Person", "Place", "Database", "Law"}
_EVERYWHERE = frozenset(["Technology"])
"""Things that are the same in every country."""
_FEDERAL = frozenset(["AT", "CH", "DE"])
"""Countries where each state has offices that are called as those of the others."""
_TOWNS = frozenset(["US"])
"""Countries where towns of different states are called the same."""
_WIDE = frozenset(["=federal", "=national"])
_LOCAL = frozenset(["=local", "=municipal", "=city", "=municipality", "=county", "=zone"])
"""Words that leave open which one of the country's many is meant."""
_MOST = 50
"""A number that more different names bear than this is nobody's."""
_OFFICES = 5
"""A number of more names than this is that of a body with many offices: nothing to ask."""
_BRAND = 6
_ACRONYM = 10


@dataclass(frozen=True, slots=True)
class Party:
    """An entity as it is resolved. ``tables`` are those kept by hand that have it, by number."""

    record: Record
    tables: frozenset[int]
    is_vague: bool = False

    @property
    def is_free(self) -> bool:
        """Whether it comes from a file: nobody said that it is one thing of its own."""
        return not self.tables

    @property
    def is_public(self) -> bool:
        """Whether its name is that of an office, which others may bear as well."""
        record = self.record
        return record.kind == "body" and (record.label != _COMPANY or bool(record.name.domain))

    @property
    def is_union(self) -> bool:
        """Whether several firms stand behind the name."""
        name = self.record.name
        found = {*words(folded(name.raw)), name.form.short}
        return not found.isdisjoint(_lists()["unions"])


def party(entity: Entity, tables: frozenset[int]) -> Party | None:
    """An entity as it is resolved; None for a kind that only its own ids tell apart.

    Other names count as aliases where somebody stands for them: in a table kept by hand, or as the
    same name in another language. A second spelling in a file is no more than that.
    """
    record = of_entity(entity if tables else _as_written(entity))
    if record.kind not in _SUGGESTED:
        return None
    notes = entity.notes.split("; ")
    return Party(record, tables, "collective=yes" in notes or "unnamed=yes" in notes)


def _as_written(entity: Entity) -> Entity:
    """Without second spellings; one word in capitals is no acronym in a file that has only them."""
    name = entity.name
    is_loud = name.isupper() and " " not in name
    return replace(entity, name=name.capitalize() if is_loud else name, aliases=())


def marks_of(party: Party, id_: str) -> Marks:
    """What tells a party from others for certain: also that it has a row of its own in a table."""
    record = party.record
    found = marks(record)
    if record.kind == "body":
        is_force = record.label in _FORCES or record.name.domain in _FORCE_DOMAINS
        found["label"] = frozenset(["force" if is_force else "body"])
    return found | {f"row {table}": frozenset([id_]) for table in party.tables}


def by_number(parties: Sequence[Party]) -> Iterator[tuple[Edge, bool]]:
    """T1: who has the same identifier; with whether the names allow that it is one."""
    groups: dict[str, list[int]] = {}
    for at, one in enumerate(parties):
        for number in one.record.ids if one.record.kind in _JOINED else ():
            groups.setdefault(number, []).append(at)
    for number, group in groups.items():
        firsts: list[int] = []
        for at in group:
            fits = (first for first in firsts if agree(parties[first], parties[at]))
            if (first := next(fits, None)) is not None:
                yield Edge(first, at, "T1", 1.0, f"same identifier {number}"), True
            elif len(firsts) < _MOST:
                firsts.append(at)
        for other in firsts[1:] if len(firsts) <= _OFFICES else ():
            why = f"same identifier {number}, but other names"
            yield Edge(firsts[0], other, "T1", 0.5, why), False


def by_alias(parties: Sequence[Party], unclear: frozenset[Key]) -> Iterator[Edge]:
    """T3: whose name is one that a table gives to exactly one row."""
    owner: dict[Key, int] = {}
    for at, one in enumerate(parties):
        for name in one.record.all_names() if one.tables else ():
            owner.setdefault(key(name, one.record), at)
    for at, one in enumerate(parties):
        for name in one.record.all_names() if one.is_free else ():
            known = key(name, one.record)
            if known in owner and known not in unclear and says_enough(name, one.record.country):
                why = f"alias {name.squeezed!r} of one is a name of the other"
                yield Edge(owner[known], at, "T3", 1.0, why)


def agree(one: Party, two: Party) -> bool:
    """Whether two names may be those of one body that has one number.

    Of an office every word counts: the ministries of a region have its number. A firm may be called
    by a part of its name, but a word that says something must be in common.
    """
    if one.is_vague or two.is_vague or one.is_union != two.is_union:
        return False
    left, right = one.record.name, two.record.name
    if left.squeezed == right.squeezed or set(left.tokens) == set(right.tokens):
        return True
    if one.is_public or two.is_public or one.is_union:
        return False
    return not _telling(left).isdisjoint(_telling(right))


def is_sure(one: Party, two: Party) -> bool:
    """Whether the same name (T2, T3) is enough to take two parties for one."""
    record, other = one.record, two.record
    if one.is_vague or two.is_vague or one.is_union != two.is_union:
        return False
    if record.kind not in _EVERYWHERE and not (record.country and record.country == other.country):
        return False
    if not _forms_fit(record.name, other.name) or _is_nobody(record.name):
        return False
    if _beside(record.name) != _beside(other.name):
        return False
    if one.is_public or two.is_public:
        return _is_one_office(one, two)
    return not (one.is_free and two.is_free) or record.kind != "body" or _is_firm(record, other)


def shared(parties: Iterable[Party]) -> frozenset[Key]:
    """The names of tables that do not say which row is meant.

    Two rows have them, or they are short for one row and the beginning of another: ``Amnesty``.
    """
    rows = [one for one in parties if one.tables]
    owners: dict[tuple[int, Key], int] = {}
    having: dict[tuple[str, str, str], set[int]] = {}
    unclear: set[Key] = set()
    for at, one in enumerate(rows):
        for word in one.record.name.words:
            having.setdefault((word, one.record.country, one.record.kind), set()).add(at)
        for name in one.record.all_names():
            known = key(name, one.record)
            if any(owners.setdefault((table, known), at) != at for table in one.tables):
                unclear.add(known)
    for at, one in enumerate(rows):
        where = one.record.country, one.record.kind
        for name in one.record.aliases:
            found = (having.get((word, *where), set()) for word in name.words)
            if set.intersection(*found) - {at}:
                unclear.add(key(name, one.record))
    return frozenset(unclear)


def is_eligible(party: Party, unclear: frozenset[Key]) -> bool:
    """Whether a party may be joined by its name at all."""
    record = party.record
    if record.kind not in _JOINED or party.is_vague:
        return False
    return not party.is_free or (
        says_enough(record.name, record.country) and key(record.name, record) not in unclear
    )


def _is_one_office(one: Party, two: Party) -> bool:
    """Whether the name of an office says whose it is: by its place, or that it is the nation's."""
    country = one.record.country
    names = [side.record.name for side in (one, two) if side.is_free]
    if all(_says_whose(name, country) for name in names):
        return country not in _TOWNS or all(name.level & _WIDE for name in names)
    if one.is_free and two.is_free:
        return False
    return country not in _FEDERAL | _TOWNS or all(_is_society(side.record) for side in (one, two))


def _is_society(record: Record) -> bool:
    """Whether it is no office of a state: an association, a university, a foundation."""
    return record.label == "Institution" and not record.name.domain


def _says_whose(name: Name, country: str) -> bool:
    tokens = vocabulary().tokens(name.words)
    if name.places or not _LOCAL.isdisjoint(tokens):
        return bool(name.places)
    is_wide = bool(name.level & _WIDE) or any(word.startswith("bundes") for word in name.words)
    return is_wide or f"@{country.lower()}" in tokens


def _is_firm(one: Record, two: Record) -> bool:
    """Whether a name is a firm's: a legal form, or one long word. Others may be people."""
    word = one.name.words
    is_legal = bool(one.name.form or two.name.form) or not _lists()["unions"].isdisjoint(word)
    return is_legal or (len(word) == 1 and len(word[0]) >= _BRAND)


def _beside(name: Name) -> frozenset[str]:
    """Other names that it gives in brackets, which may be those of a part; no acronyms."""
    others = (told.text for told in name.hypotheses if told.kind == "alias")
    return frozenset(folded(text) for text in others if not text.isupper() or len(text) > _ACRONYM)


def _is_nobody(name: Name) -> bool:
    nobody = _lists()["nobody"]
    return all(word in nobody or any(sign.isdigit() for sign in word) for word in name.words)


def _forms_fit(one: Name, two: Name) -> bool:
    """Whether legal forms may be one: half of what the rarer stands for is the other's too."""
    if not one.form or not two.form or one.form.short == two.form.short:
        return True
    left, right = one.form.codes, two.form.codes
    return 2 * len(left & right) >= max(1, min(len(left), len(right)))


def _telling(name: Name) -> frozenset[str]:
    common = vocabulary().weights
    return frozenset(
        token for token in name.tokens if token not in common and token[0] not in "=@" and token[1:]
    )


@cache
def _lists() -> dict[str, frozenset[str]]:
    raw = tomllib.loads(Path(__file__).with_name("grounds.toml").read_text("utf-8"))
    return {name: frozenset(found) for name, found in raw.items()}
