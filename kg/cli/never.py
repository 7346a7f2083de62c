"""``kg never A B --why TEXT``."""

from typing import TYPE_CHECKING

from kg.cli import judged

if TYPE_CHECKING:
    from kg.judging import Act, Bench


@judged.pair("never")
def command(bench: "Bench", left: str, right: str) -> "Act":
    """Judge that two entities are different: never merged, and never proposed again.

    A and B are ids, names or aliases. If they are one now they are split.
    """
    from kg.judging import never

    return never(bench, left, right)
