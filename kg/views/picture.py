"""A picture as a value: what is drawn, what it rests on, and no word of where or how.

Layouts place it, pages and figures draw it, exchange files hand it on. Everything in it has a fixed
order, so that the same data gives the same bytes.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, Literal

Words = Mapping[str, str]
"""A text by language code."""

Role = Literal["vendor", "contract", "system", "force", "side"]
"""Which part a mark has in the chain from seller to police; ``side`` stands beside it."""

Layout = Literal["layered", "force", "ego", "timeline", "map", "matrix"]
LAYOUTS: tuple[Layout, ...] = ("layered", "force", "ego", "timeline", "map", "matrix")


def _nothing() -> Mapping[str, Any]:
    return MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Mark:
    """One thing in the picture: an entity, an event in its life, or many counted as one.

    ``entity`` is the entity that it stands for: the same as ``id``, but for an event (``id`` is its
    own then, ``note`` says in words what happened, ``date`` when) and for a mark that stands for
    many (``entity`` is "", ``inside`` are their ids). ``names`` holds the name to show in each
    language, ``name`` is the one for the picture's. ``hops`` is how far it stands from the focus,
    -1 without one or without a way. ``claims`` are what the mark itself rests on beside its lines:
    an event, an amount.
    """

    id: str
    entity: str
    label: str
    name: str
    names: Words = field(hash=False)
    aliases: tuple[str, ...] = ()
    country: tuple[str, ...] = ()
    kind: str = ""
    group: str = ""
    role: Role = "side"
    hops: int = -1
    certainty: str = ""
    status: str = ""
    date: str = ""
    until: str = ""
    note: str = ""
    notes: Words = field(default_factory=_nothing, hash=False)
    value: float | None = None
    currency: str = ""
    claims: tuple[str, ...] = ()
    inside: tuple[str, ...] = ()
    props: Mapping[str, object] = field(default_factory=_nothing, hash=False)

    @property
    def count(self) -> int:
        """How many entities it stands for."""
        return max(1, len(self.inside))


@dataclass(frozen=True, slots=True)
class Line:
    """One relationship between two marks, with the claims that it rests on.

    ``style`` is a key of kg.views.styles and says how to draw it; ``words`` is the verb, read from
    start to end, in each language, ``inverse`` the same read from end to start. ``backward`` is
    true where the chain from seller to police runs from end to start (a force USES a system): draw
    the arrow from ``end`` to ``start`` then, and read ``inverse``. ``details`` are its qualifiers
    with printable values, e.g. ``{"contract": "i-Police contract", "role": "prime"}``. ``said_by``
    are printable names. ``conflict`` is true where sources contradict each other, ``unclear`` where
    it is left open whether they do. ``undated`` is true where nothing says since or until when it
    held. ``count`` is how many relationships it stands for.
    """

    eid: str
    type: str
    start: str
    end: str
    words: Words = field(hash=False)
    inverse: Words = field(hash=False)
    style: str
    certainty: str
    backward: bool = False
    status: str = ""
    statuses: tuple[str, ...] = ()
    former: bool = False
    conflict: bool = False
    unclear: bool = False
    derived: bool = False
    topic: str = ""
    since: str = ""
    until: str = ""
    since_lo: str = ""
    until_hi: str = ""
    date: str = ""
    value: float | None = None
    currency: str = ""
    said_by: tuple[str, ...] = ()
    details: Words = field(default_factory=_nothing, hash=False)
    claims: tuple[str, ...] = ()
    cite: str = ""
    count: int = 1

    @property
    def undated(self) -> bool:
        """Whether no source says since or until when."""
        return not (self.since_lo or self.until_hi)


@dataclass(frozen=True, slots=True)
class Claim:
    """What one source says in one place, in our own words (English).

    ``conflicts`` are the titles of what other sources contradict it on, ``unclear`` of that where
    it is left open whether they do, ``about`` says of each title what it is about (a date, a value,
    a role ...). ``predicate`` is its verb, ``text`` its figure or words where
    it is about no second entity, ``qualifiers`` are what narrows it down, as written.
    """

    id: str
    says: str
    certainty: str
    said_by: str
    source: str
    locator: str
    title: str
    publisher: str
    published: str
    read: str
    url: str
    date: str = ""
    conflicts: tuple[str, ...] = ()
    unclear: tuple[str, ...] = ()
    about: Mapping[str, str] = field(default_factory=_nothing, hash=False)
    predicate: str = ""
    text: str = ""
    qualifiers: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Source:
    """A source that a claim of the picture cites."""

    id: str
    title: str
    publisher: str
    published: str
    read: str
    url: str
    language: str
    kind: str


@dataclass(frozen=True, slots=True)
class Group:
    """One value of the grouping: a lane, a colour, an entry of a filter."""

    id: str
    names: Words = field(hash=False)


@dataclass(frozen=True, slots=True)
class Preset:
    """A starting point that a page offers: what to show first. Empty means everything."""

    name: str
    titles: Words = field(hash=False)
    labels: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    certainties: tuple[str, ...] = ()
    years: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Picture:
    """Everything that a page, a figure or an exchange file needs of one view.

    ``titles`` say the finding, ``captions`` how to read it, in each language; ``lang`` is the one
    asked for. ``as_of`` is the time that it shows, "" for all time. ``groups`` are in drawing
    order. In a matrix the marks of role ``force`` are its rows and all others its columns.
    """

    name: str
    titles: Words = field(hash=False)
    captions: Words = field(hash=False)
    layout: Layout
    grouping: str
    groups: tuple[Group, ...]
    marks: tuple[Mark, ...]
    lines: tuple[Line, ...]
    claims: Mapping[str, Claim] = field(hash=False)
    sources: Mapping[str, Source] = field(hash=False)
    focus: tuple[str, ...] = ()
    presets: tuple[Preset, ...] = ()
    query: str = ""
    params: Mapping[str, str] = field(default_factory=_nothing, hash=False)
    as_of: str = ""
    lang: str = "en"
    data_version: str = ""

    @property
    def title(self) -> str:
        """The title in the picture's language."""
        return self.titles.get(self.lang) or self.titles["en"]

    @property
    def caption(self) -> str:
        """The caption in the picture's language."""
        return self.captions.get(self.lang) or self.captions["en"]

    @property
    def by_id(self) -> Mapping[str, Mark]:
        """The marks by id."""
        return {mark.id: mark for mark in self.marks}
