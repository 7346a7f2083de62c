"""Where pairs are found and scored: here or on other machines, with the same pairs and numbers."""

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple, Protocol

from kg.resolve.blocking import candidates
from kg.resolve.features import Comparison
from kg.resolve.mentions import Mentions
from kg.resolve.score import Weights, scores

if TYPE_CHECKING:
    from kg.resolve.mentions import Floats, Ints


class Scored(NamedTuple):
    """Pairs of names, in order, and the score of each."""

    left: "Ints"
    right: "Ints"
    score: "Floats"


class Engine(Protocol):
    """Finds the pairs to compare and scores them; ``lap`` is told when a stage ends."""

    def scored(self, table: Mentions, by: Weights, lap: Callable[[str], None]) -> Scored:
        """The pairs of a table and their scores."""
        ...


class Local:
    """All in this process."""

    def scored(self, table: Mentions, by: Weights, lap: Callable[[str], None]) -> Scored:
        """The pairs of a table and their scores."""
        left, right = candidates(table)
        lap("block")
        score = scores(Comparison(table), left, right, by)
        lap("score")
        return Scored(left, right, score)
