"""``kg split A B --why TEXT``."""

from typing import TYPE_CHECKING

from kg.cli import judged

if TYPE_CHECKING:
    from kg.judging import Act, Bench


@judged.pair("split")
def command(bench: "Bench", left: str, right: str) -> "Act":
    """Judge that what was merged is two: A and B each get back what is their own.

    A and B are ids, names or aliases of what was merged. What was merged with either goes with it.
    The two are not merged or proposed again, until kg undo.
    """
    from kg.judging import split

    return split(bench, left, right)
