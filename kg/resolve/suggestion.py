"""What is put to a person: two entities that may be one, or belong together."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A pair with a score, how likely the two are one, and why it is worth a look."""

    left: str
    right: str
    score: float
    why: str
