"""Entities as they are resolved: what is curated of them told from what a file has written."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from kg.resolve.clusters import Marks, marks
from kg.resolve.record import Record, of_entity
from kg.resolve.tiers import key, says_enough
from kg.resolve.wordlists import wordlist
from kg.spelling import folded, words
from kg.statements import Entity

Key = tuple[str, str, str]
"""A name, its country, and the kind of thing that it names."""

_COMPANY = "Company"
_FORCES = frozenset(["PoliceForce", "Intelligence"])
_FORCE_DOMAINS = frozenset(["=police", "=gendarmerie", "=guard"])
JOINED = frozenset(["body", "Product", "Technology"])
"""Kinds of things that may be joined without a person."""
_SUGGESTED = JOINED | {"Person", "Place", "Database", "Law"}


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
        return not found.isdisjoint(wordlist("unions"))


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


def torn(parties: Sequence[Party], head: Callable[[int], int]) -> frozenset[Key]:
    """The names of parties that one register gave different numbers: two firms are called so.

    Whose a third party is that has the name and no number, nobody knows.
    """
    owners: dict[tuple[Key, str], int] = {}
    unclear: set[Key] = set()
    for at, one in enumerate(parties):
        known = key(one.record.name, one.record)
        for number in one.record.ids:
            owner = known, number.partition(":")[0]
            if owners.setdefault(owner, head(at)) != head(at):
                unclear.add(known)
    return frozenset(unclear)


def is_eligible(party: Party, unclear: frozenset[Key]) -> bool:
    """Whether a party may be joined by its name at all."""
    record = party.record
    if record.kind not in JOINED or party.is_vague:
        return False
    return not party.is_free or (
        says_enough(record.name, record.country) and key(record.name, record) not in unclear
    )
