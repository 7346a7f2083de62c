"""A contracting process as plain values: a notice, and what only OCDS says of its contracts."""

from dataclasses import dataclass

from kg.notices.naming import slug_id
from kg.notices.notice import Amount, Award, Lot, Notice, Party

NOTHING = Lot("")
"""Nothing that is told of what is bought."""


@dataclass(frozen=True, slots=True)
class Payment:
    """Money that was paid under a contract."""

    amount: Amount
    day: str


@dataclass(frozen=True, slots=True)
class Period:
    """From when to when a contract runs."""

    since: str = ""
    until: str = ""
    at: str = ""


@dataclass(frozen=True, slots=True)
class Related:
    """Another process that this one or a contract of it goes back to."""

    relation: str
    ocid: str
    at: str


@dataclass(frozen=True, slots=True)
class Deal(Award):
    """An award and its only contract, with what only OCDS says of them.

    ``covers`` is what is bought; ``under`` the key of the award that the contract belongs to if
    that has several; ``states`` are statuses with their places.
    """

    covers: Lot = NOTHING
    period: Period = Period()
    under: str = ""
    states: tuple[tuple[str, str], ...] = ()
    payments: tuple[Payment, ...] = ()
    related: tuple[Related, ...] = ()


@dataclass(frozen=True, slots=True)
class Process(Notice):
    """All that the compiled release of a process says.

    ``suppliers`` are parties of which only the role is given, and not what they supply.
    """

    ocid: str = ""
    deals: tuple[Deal, ...] = ()
    subcontractors: tuple[Party, ...] = ()
    suppliers: tuple[Party, ...] = ()
    related: tuple[Related, ...] = ()

    @property
    def key(self) -> str:
        """What names it in ids: ``ocds-213czf-000-00001``."""
        return key_of(self.ocid)


def key_of(ocid: str) -> str:
    """An ocid as part of an id; it begins with ``ocds`` by the standard, but not everywhere."""
    slug = slug_id(ocid)
    return slug if slug.startswith("ocds-") else f"ocds-{slug}"
