"""What one row or line says of one thing, and what all of them say of it together."""

from collections.abc import Iterator
from dataclasses import dataclass

from kg.ftm.model import narrower

FILE_END = "\x1f"
"""Stands in a place between the file's name and the record in it."""

TORN = "x:torn"
"""The property that holds the schemas which others give to a thing, where they cannot be true."""

Values = dict[str, str]
"""Each value, in the order in which it was met, with the place where it was met first."""


@dataclass(slots=True)
class Fragment:
    """A thing by its id, with values by property. ``at`` is the place where it was met first.

    Properties that begin with ``x:`` are ours: what FollowTheMoney has no word for.
    """

    id: str
    schema: str
    at: str
    values: dict[str, Values]

    def first(self, *names: str) -> str:
        """The first value of the first of these properties that has one."""
        held = self.values
        for name in names:
            if name in held:
                return next(iter(held[name]), "")
        return ""

    def all(self, *names: str) -> Iterator[str]:
        """Every value of these properties."""
        for name in names:
            yield from self.values.get(name, ())

    def merge(self, other: "Fragment") -> None:
        """Take in what another fragment of the same thing says.

        Where the two say that it is things of quite different kinds, the first is believed, and the
        other kind is kept under ``TORN``.
        """
        mine = self.values
        if kind := narrower(self.schema, other.schema):
            self.schema = kind
        else:
            mine.setdefault(TORN, {}).setdefault(other.schema, other.at)
        for name, values in other.values.items():
            known = mine.get(name)
            if known is None:
                mine[name] = values
            else:
                for value, at in values.items():
                    if value not in known:
                        known[value] = at
