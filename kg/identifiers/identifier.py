"""A number that a register gave to an organisation."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Identifier:
    """A number, the register it is of, and what it is good for.

    ``value`` is written in one way, without blanks; ``raw`` is what the source wrote. ``is_valid``:
    it has the form that its scheme asks for, and its check digits are right where it has any.
    ``identifies``: two records that share it speak of the same organisation. ``is_personal``: it is
    the number of a natural person, which is kept as raw text but never becomes part of an id.
    """

    scheme: str
    value: str
    raw: str
    is_valid: bool
    identifies: bool
    is_personal: bool = False

    def __str__(self) -> str:
        return f"{self.scheme}:{self.value}"
