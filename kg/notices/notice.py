"""A notice as plain values, whatever XML it was written in.

``at`` is always the XPath at which the value stands in the file. What the buyer withholds is
masked or marked; ``Withheld`` says what it is, and nothing else of it is told.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from kg.identifiers import Identifier

Names = tuple[tuple[str, str], ...]
"""(language, text) pairs, the notice's own language first."""

Kind = Literal["planned", "competition", "award", "direct", "modification", "contract"]
"""What a notice is: ``direct`` announces an award that nobody could compete for, ``contract`` is a
record of a contract alone, without the tender that it came out of."""

CANCELLED = "the notice is cancelled"
"""The reason of a correction that takes a notice back."""


@dataclass(frozen=True, slots=True)
class Party:
    """An organisation that a notice names.

    ``activity`` and ``legal_type`` are what a buyer declares of itself.
    """

    names: Names
    numbers: tuple[Identifier, ...] = ()
    country: str = ""
    at: str = ""
    activity: str = ""
    legal_type: str = ""
    is_person: bool = False

    @property
    def name(self) -> str:
        """The name in the notice's language."""
        return self.names[0][1] if self.names else ""


@dataclass(frozen=True, slots=True)
class Amount:
    """A sum; ``kind`` as in FORMAT.md, ``amount`` plain digits, ``high`` the end of a range.

    One that is withheld stands in the file all the same, and is not told. One that is worked out
    is the difference of two that the notice gives.
    """

    kind: str
    amount: str
    currency: str
    at: str
    high: str = ""
    vat: str = ""
    scope: str = ""
    note: str = ""
    is_withheld: bool = False
    is_worked_out: bool = False


@dataclass(frozen=True, slots=True)
class Count:
    """How many of something: tenders received, months of duration."""

    measure: str
    number: str
    at: str
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Withheld:
    """A field that the buyer does not publish yet, and until when."""

    what: str
    until: str
    reason: str
    at: str


@dataclass(frozen=True, slots=True)
class Lot:
    """A part of a tender. ``main`` and ``additional`` are CPV codes."""

    id: str
    names: Names = ()
    main: tuple[str, ...] = ()
    additional: tuple[str, ...] = ()
    amounts: tuple[Amount, ...] = ()
    counts: tuple[Count, ...] = ()
    since: str = ""
    until: str = ""
    framework: str = ""
    at: str = ""


@dataclass(frozen=True, slots=True)
class Result:
    """How a lot came out: ``outcome`` in words, and the awards and bids it lists."""

    lot: str
    outcome: str
    at: str
    reason: str = ""
    awards: tuple[str, ...] = ()
    bids: tuple[str, ...] = ()
    amounts: tuple[Amount, ...] = ()
    counts: tuple[Count, ...] = ()
    withheld: tuple[Withheld, ...] = ()


@dataclass(frozen=True, slots=True)
class Subcontract:
    """A named subcontractor, and whom it works for if that is said."""

    party: Party
    primes: tuple[Party, ...]
    at: str


@dataclass(frozen=True, slots=True)
class Group:
    """Who bids together. ``leads`` is the part of ``members`` that leads."""

    id: str
    members: tuple[Party, ...]
    leads: tuple[Party, ...] = ()
    subcontracts: tuple[Subcontract, ...] = ()
    names: Names = ()
    at: str = ""

    def role(self, party: Party) -> str:
        """The role of a member: lead or member of several, none of one."""
        if len(self.members) < 2:
            return ""
        return "lead" if party in self.leads else "member"


@dataclass(frozen=True, slots=True)
class Subcontracting:
    """What a bid says of subcontracting: ``answer`` is yes, no, not-known, or empty."""

    answer: str = ""
    amount: Amount | None = None
    share: str = ""
    note: str = ""
    at: str = ""
    is_withheld: bool = False


@dataclass(frozen=True, slots=True)
class Bid:
    """A tender that somebody handed in. ``amounts`` are what was paid on it, or comes in by it."""

    id: str
    group: Group
    at: str
    lot: str = ""
    amount: Amount | None = None
    amounts: tuple[Amount, ...] = ()
    subcontracting: Subcontracting = Subcontracting()
    rank: str = ""
    withheld: tuple[Withheld, ...] = ()


@dataclass(frozen=True, slots=True)
class Award:
    """A contract, and the bids that won it.

    ``key`` tells it from the notice's other contracts, ``number`` is the buyer's own; ``signed``
    the day of its conclusion, ``decided`` that on which the winner was chosen. ``lots`` are those
    that its bids are for, ``listed`` those whose results name it. ``framework`` is the number of
    the notice of the framework that it is a call-off from. ``status`` is empty where it stands.
    ``successors`` are those that hold it after a change.
    """

    key: str
    bids: tuple[Bid, ...]
    at: str
    lots: tuple[str, ...] = ()
    listed: tuple[str, ...] = ()
    number: str = ""
    names: Names = ()
    signed: str = ""
    decided: str = ""
    signatories: tuple[Party, ...] = ()
    framework: str = ""
    status: str = ""
    amounts: tuple[Amount, ...] = ()
    counts: tuple[Count, ...] = ()
    remarks: tuple[str, ...] = ()
    withheld: tuple[Withheld, ...] = ()
    successors: tuple[Party, ...] = ()


@dataclass(frozen=True, slots=True)
class Change:
    """A change of a running contract: why, and in the buyer's words what."""

    contract: str
    reason: str
    note: str
    at: str


@dataclass(frozen=True, slots=True)
class Owner:
    """A beneficial owner of companies; without a name where none is published."""

    names: tuple[str, ...]
    countries: tuple[str, ...]
    companies: tuple[Party, ...]
    at: str


@dataclass(frozen=True, slots=True)
class Notice:
    """All that is said of a notice.

    ``number`` is its publication number (``522031-2023``), ``id`` that of its sender, ``procedure``
    what all notices of one procedure share; ``earlier`` the number of the notice that called for
    it, ``changes`` what a modification names as the notice it changes (``changes_id`` where it
    names it by its sender's id; its own there is ``id`` and ``issue``). ``correction`` is why and
    how it takes the place of that notice. ``missing`` is what it refers to and does not hold, and
    what cannot be read; ``translations`` how often the same form stands in other languages.
    """

    kind: Kind
    form: str
    number: str = ""
    id: str = ""
    issue: str = ""
    procedure: str = ""
    earlier: str = ""
    changes: str = ""
    changes_id: str = ""
    version: str = ""
    language: str = ""
    published: str = ""
    sent: str = ""
    names: Names = ()
    reference: str = ""
    method: str = ""
    reason: str = ""
    main: tuple[str, ...] = ()
    additional: tuple[str, ...] = ()
    parties: tuple[Party, ...] = ()
    buyers: tuple[Party, ...] = ()
    owners: tuple[Owner, ...] = ()
    lots: tuple[Lot, ...] = ()
    lot_groups: tuple[tuple[str, tuple[str, ...]], ...] = ()
    results: tuple[Result, ...] = ()
    groups: tuple[Group, ...] = ()
    bids: tuple[Bid, ...] = ()
    awards: tuple[Award, ...] = ()
    changed: tuple[Change, ...] = ()
    correction: Change | None = None
    amounts: tuple[Amount, ...] = ()
    withheld: tuple[Withheld, ...] = ()
    missing: tuple[str, ...] = ()
    translations: int = 0
    at: str = ""

    @property
    def key(self) -> str:
        """What names it in ids: ``ted-522031-2023``, or ``eforms-<id>`` before publication."""
        return f"ted-{self.number}" if self.number else f"eforms-{self.id}".lower()

    @property
    def day(self) -> str:
        """The day of its publication, or else of its dispatch."""
        return self.published or self.sent

    @property
    def own_id(self) -> str:
        """How its sender names it, with the number of its issue; other notices refer to that."""
        return f"{self.id}-{self.issue or '01'}".lower() if self.id else ""

    @property
    def is_cancelled(self) -> bool:
        """Whether it says that the notice whose place it takes no longer holds."""
        return bool(self.correction and self.correction.reason == CANCELLED)

    def lost(self) -> Iterator[Bid]:
        """The bids that no contract refers to."""
        won = {id(bid) for award in self.awards for bid in award.bids}
        yield from (bid for bid in self.bids if id(bid) not in won)
