"""``kg merge A B --why TEXT``."""

from typing import TYPE_CHECKING

from kg.cli import judged

if TYPE_CHECKING:
    from kg.judging import Act, Bench


@judged.pair("merge")
def command(bench: "Bench", left: str, right: str) -> "Act":
    """Judge that two entities are the same: they become one, with the id of A.

    A and B are ids, names or aliases. The names, identifiers and claims of both are kept, and the
    id of B leads to A from then on. A pair that is judged different is refused.
    """
    from kg.judging import merge

    return merge(bench, left, right)
