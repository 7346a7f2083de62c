"""What sources say, with the evidence for it. Nothing here is merged or judged yet."""

from dataclasses import dataclass, field
from functools import cached_property
from hashlib import blake2b
from typing import Literal

Verdict = Literal["same", "different", "related", "unsure"]


@dataclass(frozen=True, slots=True)
class Origin:
    """The file and row (or record) that a statement was read from."""

    file: str = ""
    row: int = 0


@dataclass(frozen=True, slots=True)
class Entity:
    """Somebody or something that statements speak of.

    ``names`` are (language, name) pairs, ``aliases`` other spellings, ``countries`` ISO 3166
    alpha-2 codes (``EU`` for Union bodies), ``ids`` ``scheme:value`` texts. A person has a
    ``public_basis``: the public role that makes them relevant.
    """

    id: str
    label: str
    name: str
    names: tuple[tuple[str, str], ...] = ()
    aliases: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    ids: tuple[str, ...] = ()
    public_basis: str = ""
    notes: str = ""
    origin: Origin = field(default=Origin(), compare=False)


@dataclass(frozen=True, slots=True)
class Source:
    """A document that was read: who published what, when, and when we read it."""

    id: str
    url: str
    title: str
    publisher: str
    published: str = ""
    language: str = ""
    kind: str = ""
    read: str = ""
    reread: str = ""
    origin: Origin = field(default=Origin(), compare=False)


@dataclass(frozen=True)
class Statement:
    """One source says one thing of one subject, at one place in it.

    ``object`` is the id of an entity, or ``text`` a literal; never both. ``qualifiers`` are sorted
    (key, value) pairs from ``kg/schema/qualifiers.toml``. ``says`` is the claim in our own words.
    """

    subject: str
    predicate: str
    object: str
    text: str
    qualifiers: tuple[tuple[str, str], ...]
    source: str
    locator: str
    certainty: str
    said_by: str = ""
    says: str = ""
    origin: Origin = field(default=Origin(), compare=False)

    @cached_property
    def id(self) -> str:
        """Same words, same id: a second ingest changes nothing.

        Our own paraphrase and our grading of the certainty can be mended without a new id.
        """
        said = (self.subject, self.predicate, self.object, self.text)
        where = (self.source, self.locator, self.said_by)
        flat = [part for pair in self.qualifiers for part in pair]
        return "c" + digest(*said, *where, *flat)

    def get(self, key: str) -> str:
        """A qualifier's value, or an empty text."""
        return next((value for name, value in self.qualifiers if name == key), "")

    def entities(self, key: str) -> tuple[str, ...]:
        """The entity ids that a qualifier names."""
        return tuple(part for part in self.get(key).split("|") if part)


@dataclass(frozen=True, slots=True)
class Judgement:
    """Whether two entities are the same, and why somebody thinks so.

    Of two judgements that cannot both hold, the one of the lower ``rank`` does.
    """

    left: str
    right: str
    verdict: Verdict
    reason: str
    origin: Origin = field(default=Origin(), compare=False)
    rank: int = field(default=0, compare=False)


def digest(*words: str) -> str:
    """16 hex digits for a list of words; the order counts, and where one word ends."""
    return blake2b("\x1f".join(words).encode(), digest_size=8).hexdigest()
